"""What changed lately in the reviews somebody may read: recorded, graded anew, followed up, published."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q, QuerySet

from kollegium.domain.changes import Happening, Subject
from kollegium.domain.roles import Permission, Place
from kollegium.reviews.models import ActionProgress, Grade, Publication, Review
from kollegium.trail.queries import actors_who_added

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MOST_OF_A_KIND = 100
PLACE = ("unit__name", "unit_id", "unit__region_id", "unit__care_provider_id", "specialty__key")
Row = dict[str, Any]


def changes_for(actor: "Actor", *, since: datetime, most: int = MOST_OF_A_KIND) -> list[Happening]:
    """Give what happened since then to the reviews the actor may read; the newest of each kind, `most` of them.

    Who did it is told to those who may read the history. Seven queries at most, none without the right to read.
    """
    if not actor.may(Permission.READ_REVIEWS):
        return []
    return [
        *_recorded(actor, since, most),
        *_graded(actor, since, most),
        *_followed_up(actor, since, most),
        *_published(actor, since, most),
        *_withdrawn(actor, since, most),
    ]


def _recorded(actor: "Actor", since: datetime, most: int) -> Iterator[Happening]:
    found = _readable(actor).filter(created_at__gte=since).order_by("-created_at", "-pk")
    for row in found.values("pk", "created_at", "created_by_id", *PLACE)[:most]:
        told = _change(row["created_at"], "review-recorded", _key(row["created_by_id"]))
        yield _told(actor, row, "", told)


def _graded(actor: "Actor", since: datetime, most: int) -> Iterator[Happening]:
    # The grades that were there from the beginning came with the review and are no news of their own.
    late = Q(recorded_at__gte=since, recorded_at__gt=F("part__review__created_at"))
    rows = _newest(Grade.objects.filter(late), actor, "part__review", "recorded_at", most)
    wanted = ("part_id", "area_key", "outcome", "reason", "part__review__standard_key")
    found = list(rows.values("pk", "recorded_at", "part__review_id", *wanted, *_place("part__review")))
    before = _outcomes_before(found)
    actors = actors_who_added(Grade, [row["pk"] for row in found])
    for row in found:
        details = {
            "area": row["area_key"],
            "old": before.get(row["pk"], ""),
            "new": row["outcome"],
            "reason": row["reason"],
            "standard": row["part__review__standard_key"],
        }
        told = _change(row["recorded_at"], "area-graded", actors.get(row["pk"]), details)
        yield _told(actor, row, "part__review", told)


def _outcomes_before(found: list[Row]) -> dict[int, str]:
    """Give grade id → the outcome its area had before; the first of an area is missing."""
    if not found:
        return {}
    grades = Grade.objects.filter(part__in={row["part_id"] for row in found}).order_by("recorded_at", "pk")
    last: dict[tuple[int, str], str] = {}
    before: dict[int, str] = {}
    for pk, part_id, area_key, outcome in grades.values_list("pk", "part_id", "area_key", "outcome"):
        if (part_id, area_key) in last:
            before[pk] = last[part_id, area_key]
        last[part_id, area_key] = outcome
    return before


def _followed_up(actor: "Actor", since: datetime, most: int) -> Iterator[Happening]:
    reports = ActionProgress.objects.filter(recorded_at__gte=since)
    rows = _newest(reports, actor, "item__part__review", "recorded_at", most)
    columns = ("state", "note", "recorded_by_id", "item__criterion_key", "item__area_key")
    for row in rows.values("recorded_at", "item__part__review_id", *columns, *_place("item__part__review")):
        details = {
            "state": row["state"],
            "note": row["note"],
            "about": row["item__criterion_key"] or row["item__area_key"],
        }
        told = _change(row["recorded_at"], "action-reported", _key(row["recorded_by_id"]), details)
        yield _told(actor, row, "item__part__review", told)


def _published(actor: "Actor", since: datetime, most: int) -> Iterator[Happening]:
    rows = _newest(Publication.objects.filter(published_at__gte=since), actor, "review", "published_at", most)
    for row in rows.values("review_id", "published_at", "published_by_id", *_place("review")):
        told = _change(row["published_at"], "review-published", _key(row["published_by_id"]))
        yield _told(actor, row, "review", told)


def _withdrawn(actor: "Actor", since: datetime, most: int) -> Iterator[Happening]:
    rows = _newest(Publication.objects.filter(withdrawn_at__gte=since), actor, "review", "withdrawn_at", most)
    for row in rows.values("review_id", "withdrawn_at", "withdrawn_by_id", *_place("review")):
        told = _change(row["withdrawn_at"], "publication-withdrawn", _key(row["withdrawn_by_id"]))
        yield _told(actor, row, "review", told)


def _readable(actor: "Actor") -> QuerySet[Review]:
    return Review.objects.visible_to(actor).standing()


def _newest(rows: QuerySet[Any], actor: "Actor", path: str, time: str, most: int) -> QuerySet[Any]:
    return rows.filter(**{f"{path}__in": _readable(actor)}).order_by(f"-{time}", "-pk")[:most]


def _place(path: str) -> Iterable[str]:
    return [f"{path}__{column}" for column in PLACE]


def _key(person_id: int | None) -> str | None:
    return None if person_id is None else f"person:{person_id}"


def _told(actor: "Actor", row: Row, path: str, one: Happening) -> Happening:
    """Give the change with the review it belongs to; who did it only to those who may read the history."""
    start = f"{path}__" if path else ""
    place = Place(
        region_id=row[f"{start}unit__region_id"],
        care_provider_id=row[f"{start}unit__care_provider_id"],
        unit_id=row[f"{start}unit_id"],
        specialty_key=row[f"{start}specialty__key"],
    )
    is_told = one.actor_key == actor.key or actor.may(Permission.READ_REVIEW_HISTORY, place)
    return replace(
        one,
        object_id=row[f"{path}_id"] if path else row["pk"],
        name=row[f"{start}unit__name"],
        actor_key=one.actor_key if is_told else None,
    )


def _change(at: datetime, kind: str, who: str | None, details: dict[str, str] | None = None) -> Happening:
    return Happening(at, kind, Subject.REVIEW, 0, "", who, details or {})
