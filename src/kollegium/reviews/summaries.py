"""The columns of a review that repeat its rows, for lists and search: worked out in one place."""

from collections.abc import Iterable
from dataclasses import dataclass

from kollegium.domain import standard as standards
from kollegium.domain.case_life import IN_PROGRESS
from kollegium.reviews.case_rows import CaseRows
from kollegium.reviews.models import (
    OPEN_ACTION_STATES,
    ActionPlanItem,
    AreaText,
    Grade,
    GradeRound,
    Review,
    ReviewerName,
    SummaryPoint,
)

# The facts of a review that its search words hold; no other fact changes a repeated column.
SUMMARISED_FACTS = frozenset({"specialty_id", "case_number", "visit_text"})
ROUND_ORDER = {round_.value: order for order, round_ in enumerate(GradeRound)}


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """What lists show and search of one review.

    Shape: `area_outcomes` maps area key → outcome now; an area whose parts differ has the worst. `search_text` is
    empty while the case is in progress.
    """

    area_outcomes: dict[str, str]
    unknown_area_count: int
    open_action_count: int
    search_text: str


def current_outcomes(review: Review) -> dict[str, str]:
    """Give area key → outcome now of a stored review."""
    return outcomes_now(Grade.objects.filter(part__review=review))


def outcomes_now(grades: Iterable[Grade]) -> dict[str, str]:
    """Give area key → outcome now: the last sequence of the last round; over parts the worst."""
    newest: dict[tuple[int, str], tuple[int, int, str]] = {}
    for grade in grades:
        place = (grade.part_id, grade.area_key)
        candidate = (ROUND_ORDER[grade.round], grade.sequence, str(grade.outcome))
        if place not in newest or candidate[:2] > newest[place][:2]:
            newest[place] = candidate
    outcomes: dict[str, str] = {}
    for (_, area_key), (_, _, outcome) in sorted(newest.items()):
        known = outcomes.get(area_key)
        if known is None or standards.Outcome(outcome).rank < standards.Outcome(known).rank:
            outcomes[area_key] = outcome
    return outcomes


def summary_of(review: Review) -> ReviewSummary:
    """Work out the repeated columns from the stored rows of the case."""
    rows = CaseRows(
        reviewers=list(ReviewerName.objects.filter(review=review).order_by("position")),
        points=list(SummaryPoint.objects.filter(part__review=review).order_by("pk")),
        texts=list(AreaText.objects.filter(part__review=review).order_by("pk")),
        grades=list(Grade.objects.filter(part__review=review)),
        items=list(ActionPlanItem.objects.filter(part__review=review).order_by("pk")),
    )
    return summary_from(review, rows, review.specialty.name if review.specialty else "")


def summary_from(review: Review, rows: CaseRows, specialty_name: str) -> ReviewSummary:
    """Work out the repeated columns from rows in hand, stored or not; the unit is fetched with its places."""
    outcomes = outcomes_now(rows.grades)
    areas = standards.load(review.standard_key).areas
    return ReviewSummary(
        area_outcomes=outcomes,
        unknown_area_count=sum(area.key not in outcomes for area in areas),
        open_action_count=sum(item.state in OPEN_ACTION_STATES for item in rows.items),
        # Nobody finds a case in progress among the reviews, and each pause in writing would index the whole report.
        search_text="" if review.state in IN_PROGRESS else _search_text(review, rows, specialty_name),
    )


def set_summary(review: Review, summary: ReviewSummary) -> None:
    """Put the repeated columns on a review that is not yet stored."""
    for name in ReviewSummary.__dataclass_fields__:
        setattr(review, name, getattr(summary, name))


def refresh_summary(review: Review) -> None:
    """Store the repeated columns; every action that writes to a case ends with this.

    Where nothing differs nothing is written: the words of a whole report need not be indexed again.
    """
    summary = summary_of(review)
    columns = {name: getattr(summary, name) for name in ReviewSummary.__dataclass_fields__}
    Review.objects.filter(pk=review.pk).exclude(**columns).update(**columns)


def stale_summaries() -> list[int]:
    """Give the ids of the reviews whose repeated columns differ from their rows, lowest first."""
    reviews = Review.objects.select_related("unit__care_provider", "unit__region", "specialty")
    return [
        review.pk
        for review in reviews.order_by("pk").iterator(chunk_size=200)
        if summary_of(review)
        != ReviewSummary(
            review.area_outcomes,
            review.unknown_area_count,
            review.open_action_count,
            review.search_text,
        )
    ]


def _search_text(review: Review, rows: CaseRows, specialty_name: str) -> str:
    unit = review.unit
    words = [
        unit.name,
        unit.site,
        unit.care_provider.name,
        unit.region.name,
        specialty_name,
        review.case_number or "",
        review.visit_text,
        *(row.name for row in rows.reviewers),
        *(row.text for row in rows.points),
        *(row.narrative for row in rows.texts),
        *(row.action for row in rows.items),
    ]
    return "\n".join(word for word in words if word)
