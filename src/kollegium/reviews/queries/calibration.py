"""The proposed grades of a case beside those that other recent reviews gave for like findings."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, Exists, OuterRef, When
from django.http import Http404

from kollegium.domain.calibration import YEARS_BACK, Finding, Likeness, like_findings
from kollegium.domain.case_life import State
from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.next_steps import NextStep, Urgency, first_few
from kollegium.domain.roles import Permission
from kollegium.domain.standard import Area, Outcome, Standard
from kollegium.reviews.models import (
    Advice,
    CalibrationComment,
    Grade,
    GradeRound,
    Review,
    ReviewPart,
    TeamMember,
    Verdict,
)
from kollegium.reviews.queries.case import ROUND_ORDER, SOURCE_ORDER
from kollegium.reviews.queries.case_labels import case_label, case_step
from kollegium.reviews.queries.open_cases import places_within, reviewed_by
from kollegium.trail.names import person_id

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# Newer ones say more, and a page must be quick on the whole country.
MOST_COMPARED = 200
STEPS_OF_A_KIND = 5
MOST_CASES = 200


@dataclass(frozen=True, slots=True)
class Compared:
    """The other reviews a case is compared with. Shape: `reviews` id → its row, `findings` area key → newest first."""

    reviews: dict[int, dict[str, Any]]
    findings: dict[str, tuple[Finding, ...]]

    def like(self, area: Area, short: frozenset[str]) -> tuple[tuple[Likeness, Finding], ...]:
        """Give the like findings of an area, the likest first."""
        return like_findings(short, self.findings.get(area.key, ()))


def compared_with(actor: "Actor", review: Review, part: ReviewPart, standard: Standard) -> Compared:
    """Give what recent reviews of the same specialty and standard found, among those the actor may read; three queries."""
    newest = review.visit_from or date.max
    since = date(max(newest.year - YEARS_BACK, 1), newest.month, min(newest.day, 28))
    rows = (
        ReviewPart.objects.filter(
            review__in=Review.objects.visible_to(actor).standing(),
            key=part.key,
            review__standard_key=review.standard_key,
            review__specialty=review.specialty_id,
            review__visit_from__gte=since,
        )
        .exclude(review=review.pk)
        .order_by("-review__visit_from", "-review_id")
        .values("pk", "review_id", "review__unit__name", "review__visit_from")[:MOST_COMPARED]
    )
    parts = {row["pk"]: row for row in rows}
    verdicts, grades = _verdicts(list(parts)), _grades(list(parts))
    return Compared(
        {row["review_id"]: row for row in parts.values()},
        {area.key: tuple(_found(area, parts, verdicts, grades)) for area in standard.areas},
    )


def comments_on(part: ReviewPart) -> dict[str, list[CalibrationComment]]:
    """Give the comments on a report, oldest first; one query. Shape: area key → comments."""
    found: dict[str, list[CalibrationComment]] = {}
    rows = CalibrationComment.objects.filter(part=part).select_related("written_by", "answered_by")
    for comment in rows.order_by("written_at", "pk"):
        found.setdefault(comment.area_key, []).append(comment)
    return found


def part_of_comment(review: Review, comment_id: int) -> tuple[ReviewPart, str]:
    """Give the report and the area a comment of the case is about; one query. Raises Http404."""
    rows = CalibrationComment.objects.filter(part__review=review).select_related("part")
    comment = rows.filter(pk=comment_id).first()
    if comment is None:
        raise Http404
    return comment.part, comment.area_key


def calibration_steps_for(actor: "Actor") -> list[NextStep]:
    """Give the cases whose grades a coordinator is to compare, and those where a comment waits for the team's answer.

    A query for each of the two parts that the actor has, none for others.
    """
    return [*_to_compare(actor), *_to_answer(actor)]


def _to_compare(actor: "Actor") -> list[NextStep]:
    """Give the cases in calibration that the coordinator has said nothing of, but for those they review themselves."""
    number, scope = person_id(actor.key), actor.places(Permission.COORDINATE_CASES)
    if number is None or scope.is_empty:
        return []
    said = CalibrationComment.objects.filter(part__review=OuterRef("pk"), written_by=number)
    rows = (
        Review.objects.filter(places_within(scope), ~Exists(said), state=State.CALIBRATION)
        .exclude(pk__in=reviewed_by(number))
        .order_by("visit_from", "pk")
        .values_list("pk", case_label())[:MOST_CASES]
    )
    steps = [case_step("case-compare", Urgency.WAITING, 1, review_id, told) for review_id, told in rows]
    return first_few(steps, STEPS_OF_A_KIND)


def _to_answer(actor: "Actor") -> list[NextStep]:
    """Give the cases where a comment advises the actor's team to reconsider and has no answer."""
    number = person_id(actor.key)
    if number is None or not actor.may(Permission.JUDGE_CASES):
        return []
    rows = (
        CalibrationComment.objects.filter(
            advice=Advice.RECONSIDER,
            answer="",
            part__review__state=State.CALIBRATION,
            part__review__in=TeamMember.objects.standing().of(number).values("review"),
        )
        .order_by()
        .values_list("part__review_id", case_label("part__review__"))
        .annotate(number=Count("pk"))
        .order_by("part__review_id")[:MOST_CASES]
    )
    steps = [
        case_step("comments-to-answer", Urgency.WAITING, count, review_id, told)
        for review_id, told, count in rows
    ]
    return first_few(steps, STEPS_OF_A_KIND)


def advice_on(review: Review) -> dict[tuple[int, str], str]:
    """Give the last advice about each proposed grade; one query. Shape: (part, area) → advice."""
    rows = CalibrationComment.objects.filter(part__review=review).order_by("written_at", "pk")
    return {(part, area): advice for part, area, advice in rows.values_list("part", "area_key", "advice")}


def _found(
    area: Area,
    parts: dict[int, dict[str, Any]],
    verdicts: dict[int, dict[str, str]],
    grades: dict[tuple[int, str], str],
) -> list[Finding]:
    """Give what is known of an area; a review without any verdict or grade on it tells nothing."""
    keys = {criterion.key for criterion in area.criteria}
    found = []
    for pk, row in parts.items():
        known = {key: outcome for key, outcome in verdicts.get(pk, {}).items() if key in keys}
        grade = grades.get((pk, area.key))
        if known and grade:
            short = frozenset(key for key, outcome in known.items() if VerdictOutcome(outcome).falls_short)
            found.append(Finding(row["review_id"], short, Outcome(grade)))
    return found


def _verdicts(part_ids: list[int]) -> dict[int, dict[str, str]]:
    """Give the verdict that counts on each criterion, as the page of a review has it."""
    # Chosen by the server: there are some fifteen thousand rows, and reading their instants took most of the page.
    rows = (
        Verdict.objects.filter(part__in=part_ids)
        .annotate(place=Case(*(When(source=source, then=place) for place, source in enumerate(SOURCE_ORDER))))
        .order_by("part", "criterion_key", "place", "-recorded_at", "-sequence", "-pk")
        .distinct("part", "criterion_key")
        .values_list("part", "criterion_key", "outcome")
    )
    found: dict[int, dict[str, str]] = {}
    for part, key, outcome in rows.iterator():
        found.setdefault(part, {})[key] = outcome
    return found


def _grades(part_ids: list[int]) -> dict[tuple[int, str], str]:
    """Give the decided grades: what a plan or a follow-up changed says nothing of how like was graded."""
    rows = Grade.objects.filter(
        part__in=part_ids, round__in=(GradeRound.PROVISIONAL, GradeRound.DECISION)
    ).values_list("part", "area_key", "round", "sequence", "outcome")
    ordered = sorted(rows, key=lambda row: (ROUND_ORDER[row[2]], row[3]))
    return {(part, area): outcome for part, area, _round, _sequence, outcome in ordered}
