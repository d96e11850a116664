"""Who holds which right where, from which role, since when and given by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from kollegium.accounts.models import PLACES, Account, Assignment, AssignmentQuerySet, Deputyship
from kollegium.accounts.queries.finding_places import AnyPlace
from kollegium.accounts.queries.people_list import PAGE_SIZE, PLACE_NAMES, named
from kollegium.domain.roles import Permission, Role, roles_with
from kollegium.organisations.models import CareProvider, Region, Unit
from kollegium.organisations.queries import unit_ids_above
from kollegium.trail.queries import actor_key_in
from kollegium.ui.keyset import CutPage, OrderColumn, cut, ordering

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

BY_NAME = (
    OrderColumn("person__sort_key", holds=str),
    OrderColumn("person_id"),
    OrderColumn("valid_from", holds=date),
    OrderColumn("pk"),
)
FOR_THE_COUNTRY = Q(**{f"{place}__isnull": True for place in PLACES})


@dataclass(frozen=True, slots=True)
class RightsFilters:
    """What the list of rights is narrowed by; None and an empty text narrow nothing.

    `place`: everybody whose role reaches it, also from above. It must be one the actor manages people at.
    """

    permission: Permission | None = None
    role: Role | None = None
    place: AnyPlace | None = None
    search: str = ""


def list_rights(actor: "Actor", filters: RightsFilters, *, as_of: date, cursor: str = "") -> CutPage:
    """Give one page of the roles in force that the actor manages, by the person's name; two queries.

    Shape of a row: pk, person_id, person__name, role, the name of its place in one of five columns
    (`PLACE_NAMES`), valid_from, valid_until, `can_log_in`.
    """
    held = _named(actor, filters, as_of)
    return cut(_rows(held), order=BY_NAME, cursor=cursor, size=PAGE_SIZE, counted=held)


def export_rights(
    actor: "Actor", filters: RightsFilters, *, as_of: date
) -> QuerySet[Assignment, dict[str, Any]]:
    """Give the whole list, in the same order and shape."""
    return _rows(_named(actor, filters, as_of)).order_by(*ordering(BY_NAME))


def _named(actor: "Actor", filters: RightsFilters, as_of: date) -> AssignmentQuerySet:
    return _held(actor, filters, as_of).filter(named(filters.search, of="person__"))


def _rows(held: AssignmentQuerySet) -> QuerySet[Assignment, dict[str, Any]]:
    open_accounts = Account.objects.filter(person=OuterRef("person"), is_active=True)
    return held.annotate(can_log_in=Exists(open_accounts)).values(
        "pk",
        "person_id",
        "person__name",
        "person__sort_key",
        "role",
        *PLACE_NAMES,
        "valid_from",
        "valid_until",
        "can_log_in",
    )


def list_deputies(
    actor: "Actor", filters: RightsFilters, *, as_of: date, most: int | None = None
) -> list[dict[str, Any]]:
    """Give plain rows of those who hold such a role on the day as somebody's deputy, by the deputy's name.

    Shape: as `list_rights`, with `deputy_id` and `deputy__name` for the person and
    `assignment__person__name` for the one they stand in for. Two queries, one when there is nobody: the
    names of places come apart, as putting all in one statement in order takes the server longer than all else.
    """
    standing_in = Deputyship.objects.in_force(as_of).filter(
        named(filters.search, of="deputy__"),
        deputy__isnull=False,
        assignment__in=_held(actor, filters, as_of),
    )
    open_accounts = Account.objects.filter(person=OuterRef("deputy"), is_active=True)
    rows = (
        standing_in.annotate(can_log_in=Exists(open_accounts))
        .order_by("deputy__sort_key", "deputy_id", "valid_from", "pk")
        .values(
            "pk",
            "deputy_id",
            "deputy__name",
            "assignment_id",
            "assignment__person__name",
            "assignment__role",
            "valid_from",
            "valid_until",
            "can_log_in",
        )
    )
    found = list(rows[:most])
    at = Assignment.objects.filter(pk__in={row["assignment_id"] for row in found})
    places = {row["pk"]: row for row in at.values("pk", *PLACE_NAMES)}
    return [{**places[row["assignment_id"]], **row} for row in found]


def given_by(rows: type[Assignment] | type[Deputyship], ids: Iterable[int]) -> dict[int, str | None]:
    """Give who gave each role, or arranged each deputy, as the key of the change log. One query.

    None: in the database itself.
    """
    events: Any = rows._meta.get_field("events").related_model
    added = events.objects.filter(pgh_obj_id__in=list(ids), pgh_label="added")
    return {pk: actor_key_in(context) for pk, context in added.values_list("pgh_obj_id", "pgh_context")}


def _held(actor: "Actor", filters: RightsFilters, as_of: date) -> AssignmentQuerySet:
    if not actor.may(Permission.MANAGE_PEOPLE):
        return Assignment.objects.none()
    held = Assignment.objects.in_force(as_of)
    if filters.place:
        # A place shows who reaches it from above too: those roles are held outside what a region manages.
        held = _reaching(held, filters.place)
    else:
        held = held.within(actor.places(Permission.MANAGE_PEOPLE))
    if filters.permission:
        held = held.filter(role__in=roles_with(filters.permission))
    return held.filter(role=filters.role) if filters.role else held


def _reaching(held: AssignmentQuerySet, place: AnyPlace) -> AssignmentQuerySet:
    if isinstance(place, Unit):
        reach = Q(unit__in=unit_ids_above(place.pk)) | Q(care_provider=place.care_provider_id)
        # A role held for a specialty reaches the unit's reviews in that specialty.
        reach |= Q(region=place.region_id) | Q(specialty__in=place.specialties.values("pk"))
    elif isinstance(place, CareProvider):
        reach = Q(care_provider=place.pk)
        if not place.is_private:
            reach |= Q(region=place.region_id)
    elif isinstance(place, Region):
        reach = Q(region=place.pk)
    else:
        reach = Q(specialty=place.pk)
    return held.filter(reach | FOR_THE_COUNTRY)
