"""Every read of people that a page or a right needs."""

from kollegium.accounts.queries.actors import actor_of_account, actor_of_person, assignments_of
from kollegium.accounts.queries.demo import demo_log_ins
from kollegium.accounts.queries.people import (
    get_person_for,
    ids_ever_of,
    list_people,
    log_of_person,
    names_of_people,
    other_administrators,
    roles_reached,
)

__all__ = [
    "actor_of_account",
    "actor_of_person",
    "assignments_of",
    "demo_log_ins",
    "get_person_for",
    "ids_ever_of",
    "list_people",
    "log_of_person",
    "names_of_people",
    "other_administrators",
    "roles_reached",
]
