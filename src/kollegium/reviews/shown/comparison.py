"""Two reviews of one unit side by side, area by area."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kollegium.domain.standard import Standard
from kollegium.reviews.queries import CasePart, CaseVerdict, ReviewCase
from kollegium.reviews.shown.grades import language_now, shown_grade
from kollegium.reviews.wording import ACTION_STATE_NAMES
from kollegium.ui.components.criteria import verdict_mark
from kollegium.ui.components.grades import grade_mark
from kollegium.ui.components.records import CompareRow, day, days


@dataclass(frozen=True, slots=True)
class CarriedAction:
    """A criterion that both plans answer: what was planned then and what is planned now."""

    key: str
    sentence: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class ShownComparison:
    """What two reviews have in common and where they differ."""

    left: str
    right: str
    grades: tuple[CompareRow, ...]
    criteria: tuple[CompareRow, ...]
    carried: tuple[CarriedAction, ...]
    one_sided_count: int
    is_same_standard: bool


def shown_comparison(left: ReviewCase, right: ReviewCase) -> ShownComparison:
    """Give two reviews side by side: grades of every area, verdicts that differ, actions in both plans.

    Criteria and actions are matched by key, and only where both reviews follow one standard.
    """
    same = left.standard.key == right.standard.key
    ours, theirs = left.parts[0], right.parts[0]
    return ShownComparison(
        left=review_label(left),
        right=review_label(right),
        grades=tuple(_grades(left, right)),
        criteria=tuple(_criteria(left.standard, ours, theirs)) if same else (),
        carried=tuple(_carried(left.standard, ours, theirs)) if same else (),
        one_sided_count=_one_sided_count(left.standard, ours, theirs) if same else 0,
        is_same_standard=same,
    )


def review_label(case: ReviewCase) -> str:
    """Name a review by its visit."""
    review = case.review
    visit = days(review.visit_from, review.visit_to) or review.visit_text or day(review.report_date)
    # The label also stands in attributes, so it must be plain text.
    return strip_tags(visit) or _("Review %(number)s") % {"number": review.pk}


def _grades(left: ReviewCase, right: ReviewCase) -> list[CompareRow]:
    language = language_now()
    ours = {graded.area.key: graded for graded in left.grades_of(left.parts[0])}
    theirs = {graded.area.key: graded for graded in right.grades_of(right.parts[0])}
    rows = []
    for key in dict.fromkeys([*ours, *theirs]):
        pair = (ours.get(key), theirs.get(key))
        area = next(graded.area for graded in pair if graded)
        outcomes = [graded.now.outcome if graded and graded.now else None for graded in pair]
        cells = [grade_mark(shown_grade(graded)) if graded else _("no such area") for graded in pair]
        rows.append(
            CompareRow(
                label=f"{key} {area.title(language)}",
                left=cells[0],
                right=cells[1],
                differs=None not in outcomes and outcomes[0] != outcomes[1],
            )
        )
    return rows


def _criteria(standard: Standard, ours: CasePart, theirs: CasePart) -> list[CompareRow]:
    left, right = ours.standing_verdicts(), theirs.standing_verdicts()
    return [
        CompareRow(
            label=format_html('{} <span lang="sv">{}</span>', criterion.key, criterion.text_sv),
            left=_verdict(left.get(criterion.key)),
            right=_verdict(right.get(criterion.key)),
        )
        for criterion in standard.criteria
        if _tells_apart(left.get(criterion.key), right.get(criterion.key))
    ]


def _tells_apart(left: CaseVerdict | None, right: CaseVerdict | None) -> bool:
    """Say whether two verdicts differ in a way worth a line: both known, or one that falls short."""
    outcomes = (_outcome(left), _outcome(right))
    if None not in outcomes:
        return outcomes[0] != outcomes[1]
    return any(verdict is not None and verdict.outcome.falls_short for verdict in (left, right))


def _one_sided_count(standard: Standard, ours: CasePart, theirs: CasePart) -> int:
    """Count the criteria that only one of the reviews judged, and did not find wanting."""
    left, right = ours.standing_verdicts(), theirs.standing_verdicts()
    return sum(
        (_outcome(left.get(one.key)) is None) is not (_outcome(right.get(one.key)) is None)
        and not _tells_apart(left.get(one.key), right.get(one.key))
        for one in standard.criteria
    )


def _outcome(verdict: CaseVerdict | None) -> str | None:
    return verdict.outcome.value if verdict and verdict.outcome.is_known else None


def _verdict(verdict: CaseVerdict | None) -> SafeString:
    return verdict_mark(_outcome(verdict))


def _carried(standard: Standard, ours: CasePart, theirs: CasePart) -> list[CarriedAction]:
    return [
        CarriedAction(
            criterion.key, criterion.text_sv, _actions(ours, criterion.key), _actions(theirs, criterion.key)
        )
        for criterion in standard.criteria
        if _actions(ours, criterion.key) and _actions(theirs, criterion.key)
    ]


def _actions(part: CasePart, criterion_key: str) -> SafeString:
    return format_html_join(
        "",
        '<p><span lang="sv">{}</span> <span class="muted">({})</span></p>',
        (
            (item.action or "–", str(ACTION_STATE_NAMES[item.state]))
            for item in part.plan
            if item.criterion_key == criterion_key
        ),
    )
