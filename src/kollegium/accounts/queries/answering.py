"""Who answers for a unit: whom a reminder about it goes to."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db import connection

from kollegium.accounts.models import Account, Assignment, Deputyship
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit

AT_THE_UNIT = (Role.HEAD_OF_UNIT, Role.PROGRAMME_DIRECTOR)
ABOVE = (Role.DIRECTOR_OF_TRAINING,)


def who_answers(
    unit_ids: Collection[int], roles: Iterable[Role], *, as_of: date, otherwise: Iterable[Role] = ()
) -> dict[int, tuple[int, ...]]:
    """Give who holds one of the roles over each unit on the day, or stands in for somebody who does.

    Only those who can log in count. A unit that has nobody in `roles` gets those in `otherwise`. Four queries.
    Shape: unit id → person ids, one entry per unit.
    """
    holders = _holders({*roles, *otherwise}, as_of)
    wanted, fallback = {role.value for role in roles}, {role.value for role in otherwise}
    units = {
        row["pk"]: row
        for row in Unit.objects.filter(pk__in=unit_ids).values("pk", "region_id", "care_provider_id")
    }
    above = _above(unit_ids)
    found = {}
    for pk, row in units.items():
        over = [one for one in holders if _reaches(one, row, above[pk])]
        chosen = [one for one in over if one["role"] in wanted] or [
            one for one in over if one["role"] in fallback
        ]
        found[pk] = tuple(sorted({one["holder"] for one in chosen}))
    return found


def _holders(roles: Collection[Role], as_of: date) -> list[dict[str, Any]]:
    """Give every role in force with who acts in it: the holder, and those who stand in."""
    columns = ("pk", "role", "unit_id", "care_provider_id", "region_id", "specialty_id", "person_id")
    held = Assignment.objects.in_force(as_of).filter(role__in=[role.value for role in roles])
    rows = list(held.values(*columns))
    standing_in = Deputyship.objects.in_force(as_of).filter(assignment__in=held, deputy__isnull=False)
    deputies = standing_in.values_list("assignment_id", "deputy_id")
    by_id = {row["pk"]: row for row in rows}
    acting = [{**row, "holder": row["person_id"]} for row in rows]
    acting += [{**by_id[assignment], "holder": deputy} for assignment, deputy in deputies]
    can_log_in = set(
        Account.objects.filter(person__in={one["holder"] for one in acting}, is_active=True).values_list(
            "person_id", flat=True
        )
    )
    return [one for one in acting if one["holder"] in can_log_in]


def _reaches(held: dict[str, Any], unit: dict[str, Any], above: set[int]) -> bool:
    places = ("unit_id", "care_provider_id", "region_id", "specialty_id")
    return (
        # A role that is held everywhere, as the review office's is.
        all(held[place] is None for place in places)
        or held["unit_id"] in above
        or (held["care_provider_id"] is not None and held["care_provider_id"] == unit["care_provider_id"])
        or (held["region_id"] is not None and held["region_id"] == unit["region_id"])
    )


def _above(unit_ids: Collection[int]) -> dict[int, set[int]]:
    """Give the unit itself, what it lies under and what it was merged into, for each unit."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH RECURSIVE above(unit, id) AS (
                SELECT id, id FROM organisations_unit WHERE id = ANY(%s)
                UNION
                SELECT above.unit, step.id FROM organisations_unit u
                JOIN above ON u.id = above.id
                CROSS JOIN LATERAL (VALUES (u.parent_id), (u.merged_into_id)) step(id)
                WHERE step.id IS NOT NULL
            )
            SELECT unit, id FROM above
            """,
            [sorted(unit_ids)],
        )
        found: dict[int, set[int]] = {}
        for unit, over in cursor.fetchall():
            found.setdefault(unit, set()).add(over)
    return found
