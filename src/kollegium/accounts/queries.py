"""Every read of people that a page or a right needs."""

from datetime import date

from kollegium.accounts.actors import PersonActor, person_actor
from kollegium.accounts.models import Account, Assignment, Person


def actor_of_account(account: Account, *, as_of: date) -> PersonActor:
    """Give the account's person as an actor with the roles in force on the day."""
    return actor_of_person(account.person, as_of=as_of)


def actor_of_person(person: Person, *, as_of: date) -> PersonActor:
    """Give a person as an actor with the roles in force on the day."""
    return person_actor(person, assignments_of(person, as_of=as_of))


def assignments_of(person: Person, *, as_of: date) -> list[Assignment]:
    """Give a person's assignments in force on the day, with their places, oldest first."""
    return list(
        Assignment.objects.filter(person=person)
        .in_force(as_of)
        .select_related("region", "care_provider", "unit", "specialty")
        .order_by("valid_from", "pk")
    )


def names_of_people(person_ids: set[int]) -> dict[int, str]:
    """Give names by person id, for the history of changes; an erased person is missing."""
    return dict(Person.objects.filter(pk__in=person_ids).values_list("pk", "name"))


def demo_log_ins() -> list[tuple[str, Assignment]]:
    """Give (e-mail, first assignment with its place) of the demo's accounts; none outside a demo."""
    firsts = (
        Assignment.objects.filter(person__accounts__is_demo=True, person__accounts__is_active=True)
        .select_related("region", "care_provider", "unit", "specialty", "person")
        .order_by("person_id", "pk")
        .distinct("person_id")
    )
    emails = dict(Account.objects.filter(is_demo=True).values_list("person_id", "email"))
    return [(emails[item.person_id], item) for item in firsts]
