"""Every read of people that a page or a right needs."""

from kollegium.accounts.queries.actors import actor_of_account, actor_of_person, assignments_of
from kollegium.accounts.queries.demo import demo_log_ins
from kollegium.accounts.queries.finding_places import FoundPlaces, find_places, place_by_key, reaches_of
from kollegium.accounts.queries.invitations import (
    administrator_can_log_in,
    get_invitation_for,
    has_log_in,
    invitation_behind,
    is_own_address,
    list_invitations,
    person_waiting_for_log_in,
)
from kollegium.accounts.queries.log_in import (
    Factor,
    demo_code_of,
    factors_of,
    get_account_for,
    recovery_codes_left,
    role_needs_factor,
    sessions_of,
)
from kollegium.accounts.queries.people import (
    LogInState,
    PeopleFilters,
    first_day_without_administrator,
    get_person_for,
    ids_ever_of,
    list_people,
    log_of_person,
    names_of_people,
    roles_reached,
    roles_to_come,
)
from kollegium.accounts.queries.person import (
    accounts_of,
    get_managed_person_for,
    get_role_to_end_for,
    may_manage,
    person_with_address,
    reaches_person,
)
from kollegium.accounts.queries.rights import RightsFilters, given_by, list_rights

__all__ = [
    "Factor",
    "FoundPlaces",
    "LogInState",
    "PeopleFilters",
    "RightsFilters",
    "accounts_of",
    "actor_of_account",
    "actor_of_person",
    "administrator_can_log_in",
    "assignments_of",
    "demo_code_of",
    "demo_log_ins",
    "factors_of",
    "find_places",
    "first_day_without_administrator",
    "get_account_for",
    "get_invitation_for",
    "get_managed_person_for",
    "get_person_for",
    "get_role_to_end_for",
    "given_by",
    "has_log_in",
    "ids_ever_of",
    "invitation_behind",
    "is_own_address",
    "list_invitations",
    "list_people",
    "list_rights",
    "log_of_person",
    "may_manage",
    "names_of_people",
    "person_waiting_for_log_in",
    "person_with_address",
    "place_by_key",
    "reaches_of",
    "reaches_person",
    "recovery_codes_left",
    "role_needs_factor",
    "roles_reached",
    "roles_to_come",
    "sessions_of",
]
