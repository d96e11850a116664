"""Reviewers as the letters to them take it: who was appointed to which case, on which day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import DateTimeField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.utils import timezone

from kollegium.domain.case_access import Viewer, states_seen_by
from kollegium.domain.case_life import IN_PROGRESS, State
from kollegium.domain.next_steps import CaseLabel
from kollegium.notifications.dated import Due
from kollegium.reviews.models import CaseMove, Review, TeamMember
from kollegium.reviews.queries.case_labels import case_label, read_label
from kollegium.reviews.queries.open_cases import BEFORE_THE_VISIT

# Before the case is planned its reviewers do not see it, so that nobody is told then.
KNOWN_STATES = sorted(IN_PROGRESS & states_seen_by(Viewer.REVIEWER))


@dataclass(frozen=True, slots=True)
class Visit:
    """Which review a case is, and the days of its visit, both included; None where they are not set.

    `is_ahead`: nobody has said that it is done.
    """

    label: CaseLabel
    first: date | None
    last: date | None
    is_ahead: bool


def due_appointments(first: date, last: date, as_of: date) -> list[Due]:
    """Give who came to know between two days that they review a case, by case and day. One query.

    That is the day of the appointment, or of the planning when the team was chosen before it. Who took
    themselves into a team knows it.
    """
    people: dict[tuple[int, date, str], list[int]] = {}
    found = _told().filter(told_at__gte=_begins(first), told_at__lt=_begins(last + timedelta(days=1)))
    for review_id, day, name, person in _rows(found):
        people.setdefault((review_id, day, name), []).append(person)
    return [Due(*about, tuple(those)) for about, those in people.items()]


def open_appointments(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of the standing appointments in these reviews. One query."""
    return {(review_id, day) for review_id, day, _, _ in _rows(_told().filter(review__in=review_ids))}


def visits_of(review_ids: Collection[int]) -> dict[int, Visit]:
    """Give which review each of these cases is and when its visit is; one query."""
    rows = Review.objects.filter(pk__in=review_ids).values_list(
        "pk", case_label(), "visit_from", "visit_to", "state"
    )
    return {
        review_id: Visit(read_label(told)[1], first, last, state in BEFORE_THE_VISIT)
        for review_id, told, first, last, state in rows
    }


def _told() -> QuerySet[TeamMember]:
    planned = CaseMove.objects.filter(review=OuterRef("review"), to_state=State.PLANNED)
    planned_at = Subquery(planned.order_by("-moved_at").values("moved_at")[:1], output_field=DateTimeField())
    return (
        TeamMember.objects.standing()
        .filter(review__state__in=KNOWN_STATES)
        .exclude(Q(appointed_by__isnull=False) & Q(appointed_by=F("person")))
        .annotate(told_at=Greatest("appointed_at", planned_at))
    )


def _rows(found: QuerySet[TeamMember]) -> Iterator[tuple[int, date, str, int]]:
    """Give review, local day, unit and person of each appointment."""
    rows = found.order_by("told_at", "pk").values_list(
        "review_id", "told_at", "review__unit__name", "person_id", "person__merged_into"
    )
    for review_id, told_at, name, person, merged_into in rows:
        yield review_id, timezone.localdate(told_at), name, merged_into or person


def _begins(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
