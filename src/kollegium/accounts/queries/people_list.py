"""The list of people: searched, filtered, ordered and cut, as plain rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value

from kollegium.accounts.models import PLACES, Account, Assignment, AssignmentQuerySet, Person
from kollegium.accounts.queries.next_steps import accounts_without_second_step
from kollegium.accounts.queries.people import people_reached_by
from kollegium.domain.roles import Permission, Role
from kollegium.domain.swedish import sort_key
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.ui.keyset import CutPage, OrderColumn, cut

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PAGE_SIZE = 50
MOST_WORDS = 10
# How many people's roles are fetched at a time for the file.
EXPORT_CHUNK = 1000
# A sort key writes å, ä and ö as signs that follow z.
_AS_TYPED = str.maketrans("{|}", "åäö")
PLACE_NAMES = (*(f"{place}__name" for place in PLACES), "specialty__name_en")


class LogInState(StrEnum):
    """What a list of people can be narrowed to, of interest to those who keep them in order."""

    NO_ROLE = "no-role"
    NO_LOG_IN = "no-log-in"
    CLOSED = "closed"
    NO_SECOND_STEP = "no-second-step"


class PeopleOrder(StrEnum):
    """The orders a list of people can stand in."""

    NAME = "name"
    NEWEST_ROLE = "newest-role"


BY_NAME = (OrderColumn("sort_key", holds=str), OrderColumn("pk"))
BY_NEWEST_ROLE = (
    OrderColumn("valid_from", descending=True, holds=date),
    OrderColumn("pk", descending=True),
)


@dataclass(frozen=True, slots=True)
class PeopleFilters:
    """What a list of people is narrowed by; an empty text and None narrow nothing.

    `place` holds words that must all stand in the name of the unit, care provider, region or specialty
    a role is held at. `state` is looked at for those who manage people alone: others do not see log-ins.
    """

    search: str = ""
    role: Role | None = None
    place: str = ""
    state: LogInState | None = None


NO_FILTERS = PeopleFilters()


def list_people(
    actor: "Actor",
    filters: PeopleFilters = NO_FILTERS,
    *,
    as_of: date,
    order: PeopleOrder = PeopleOrder.NAME,
    cursor: str = "",
) -> CutPage:
    """Give one page of the people with a role, on the day, that the actor reaches; two queries.

    Shape of a row: pk, name. With a right over the whole country also those without any role, but for the
    order of the newest role, where they have no place. Every word of the search must begin a word of the
    name or of the e-mail address.
    """
    if order is PeopleOrder.NEWEST_ROLE and filters.state is not LogInState.NO_ROLE:
        return _by_newest_role(actor, filters, as_of, cursor)
    found = _found(actor, filters, as_of)
    rows = found.values("pk", "name", "sort_key")
    return cut(rows, order=BY_NAME, cursor=cursor, size=PAGE_SIZE, counted=found)


def export_people(
    actor: "Actor", filters: PeopleFilters = NO_FILTERS, *, as_of: date
) -> Iterator[dict[str, Any]]:
    """Give everybody the list holds, by name, with e-mail address and `roles`; a query for every thousand."""
    people = list(_found(actor, filters, as_of).order_by("sort_key", "pk").values("pk", "name", "email"))
    for start in range(0, len(people), EXPORT_CHUNK):
        some = people[start : start + EXPORT_CHUNK]
        roles = role_rows_reached(actor, [row["pk"] for row in some], as_of=as_of)
        for row in some:
            yield {**row, "roles": roles[row["pk"]]}


def role_rows_reached(
    actor: "Actor", person_ids: Iterable[int], *, as_of: date
) -> dict[int, list[dict[str, Any]]]:
    """Give the roles in force at places the actor reaches, as plain rows with the names of their places.

    Shape: person id → rows, oldest first; one entry per person. What a person is elsewhere is left out.
    """
    found: dict[int, list[dict[str, Any]]] = {person_id: [] for person_id in person_ids}
    held = Assignment.objects.filter(person__in=list(found)).in_force(as_of)
    rows = held.within(actor.places(Permission.READ_PEOPLE)).order_by("valid_from", "pk")
    for row in rows.values("person_id", "role", *PLACE_NAMES):
        found[row["person_id"]].append(row)
    return found


def named(typed: str, *, of: str = "") -> Q:
    """Give the condition that every word typed begins a word of a person's name or e-mail address.

    `of` is the way to the person, as in a filter. Signs alone name nobody; nothing typed names everybody.
    """
    words = sort_key(typed[:1000]).translate(_AS_TYPED).split()[:MOST_WORDS]
    if not words:
        return Q(pk__in=[]) if typed.strip() else Q()
    beginnings = " & ".join(f"{word}:*" for word in words)
    return Q(**{f"{of}search_vector": SearchQuery(beginnings, config="simple", search_type="raw")})


def _by_newest_role(actor: "Actor", filters: PeopleFilters, as_of: date, cursor: str) -> CutPage:
    """Walk the roles from the newest on; each person stands at the newest of those asked for."""
    held = _held(actor, filters, as_of)
    # The one newest role, and not that there is no newer one: a condition the server cannot turn into a join, which
    # would put all roles beside each other before the first fifty are known.
    same_person = held.filter(person=OuterRef("person")).order_by("-valid_from", "-pk")
    newest = held.filter(pk=Subquery(same_person.values("pk")[:1]))
    people = _found(actor, replace(filters, role=None, place=""), as_of)
    if filters.search or filters.state:
        newest = newest.filter(person__in=people.values("pk"))
    else:
        one = people.filter(pk=OuterRef("person")).order_by().values(found=Value(True))[:1]
        newest = newest.alias(is_found=Subquery(one)).filter(is_found=True)
    rows = newest.values("pk", "valid_from", "person_id", "person__name")
    page = cut(rows, order=BY_NEWEST_ROLE, cursor=cursor, size=PAGE_SIZE, counted=newest)
    return replace(page, rows=[{"pk": row["person_id"], "name": row["person__name"]} for row in page.rows])


def _found(actor: "Actor", filters: PeopleFilters, as_of: date) -> QuerySet[Person]:
    found = people_reached_by(actor, as_of).filter(named(filters.search))
    if filters.role or filters.place.split():
        found = found.filter(pk__in=_held(actor, filters, as_of).values("person"))
    if filters.state and actor.may(Permission.MANAGE_PEOPLE):
        found = _in_state(actor, found, filters.state, as_of)
    return found


def _held(actor: "Actor", filters: PeopleFilters, as_of: date) -> AssignmentQuerySet:
    """Give the roles in force that the actor reaches and that are asked for."""
    held = Assignment.objects.in_force(as_of).within(actor.places(Permission.READ_PEOPLE))
    held = held.filter(role=filters.role) if filters.role else held
    words = filters.place.split()
    if not words:
        return held
    # A role has one place alone: all words stand in the same name. The places are few, the roles many.
    kinds = (("region", Region), ("care_provider", CareProvider), ("unit", Unit), ("specialty", Specialty))
    at = [
        Q(**{f"{kind}__in": model.objects.filter(_place_named(words, kind)).values("pk")})
        for kind, model in kinds
    ]
    return held.filter(reduce(or_, at))


def _place_named(words: Iterable[str], kind: str) -> Q:
    either = ("name", "name_en") if kind == "specialty" else ("name",)
    return reduce(
        and_, (reduce(or_, (Q(**{f"{name}__icontains": word}) for name in either)) for word in words)
    )


def _in_state(actor: "Actor", found: QuerySet[Person], state: LogInState, as_of: date) -> QuerySet[Person]:
    if state is LogInState.NO_SECOND_STEP:
        return found.filter(pk__in=accounts_without_second_step(actor, as_of=as_of).values("person"))
    if state is LogInState.NO_ROLE:
        return found.filter(~Exists(Assignment.objects.in_force(as_of).filter(person=OuterRef("pk"))))
    accounts = Account.objects.filter(person=OuterRef("pk"))
    if state is LogInState.NO_LOG_IN:
        return found.filter(~Exists(accounts))
    closed = Account.objects.filter(is_active=False)
    return found.filter(~Exists(accounts.filter(is_active=True)), pk__in=closed.values("person"))
