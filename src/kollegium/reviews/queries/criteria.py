"""How one criterion fared in all reviews that somebody may read."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kollegium.domain.roles import Permission
from kollegium.domain.standard import Criterion
from kollegium.domain.swedish import sort_key
from kollegium.reviews.models import ActionPlanItem, Review, Verdict
from kollegium.reviews.queries.case import SOURCE_ORDER

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.reviews.models.case import ReviewQuerySet

SMALLEST_GROUP = 3
LIST_LIMIT = 50
_WEIGHTS = {source.value: -order for order, source in enumerate(SOURCE_ORDER)}
WORST_FIRST = ("not_met", "partly_met", "met", "not_applicable")


@dataclass(frozen=True, slots=True)
class VerdictCounts:
    """How a group of reviews was judged on one criterion. `is_rest`: several small groups together."""

    label: str
    met: int = 0
    partly_met: int = 0
    not_met: int = 0
    not_applicable: int = 0
    unknown: int = 0
    is_rest: bool = False

    @property
    def total(self) -> int:
        """Give the number of reviews in the group."""
        return self.met + self.partly_met + self.not_met + self.not_applicable + self.unknown


@dataclass(frozen=True, slots=True)
class ShortReview:
    """A review in which the criterion fell short."""

    review_id: int
    unit: str
    specialty: str
    visit_from: date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class PlannedAnswer:
    """What a unit planned to do about the criterion."""

    review_id: int
    unit: str
    action: str
    state: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class CriterionFate:
    """How one criterion fared: over all, by year and by specialty; where it fell short; what was planned.

    The counts may reach further than the reader's own reviews (`is_national`); the two lists never do.
    `over_all` is None when even the whole would point at single units.
    """

    is_national: bool
    over_all: VerdictCounts | None
    by_year: tuple[VerdictCounts, ...]
    by_specialty: tuple[VerdictCounts, ...]
    fell_short: tuple[ShortReview, ...]
    answers: tuple[PlannedAnswer, ...]


class _Judged(NamedTuple):
    """One review as it is counted; a tuple, since a page makes thousands."""

    review_id: int
    unit_id: int
    unit: str
    specialty: str
    visit_from: date | None
    outcome: str
    is_readable: bool


def fate_of_criterion_for(actor: "Actor", standard_key: str, criterion: Criterion) -> CriterionFate:
    """Give how a criterion fared in the reviews by one standard; four queries.

    Those who may read statistics see counts of the whole country, the others of the reviews they may
    read. A group that holds reviews of fewer than SMALLEST_GROUP units the reader may not read goes
    together with other groups, so that no number tells of one such unit, not even by subtraction.
    """
    by_standard = Review.objects.standing().filter(standard_key=standard_key)
    readable = by_standard.visible_to(actor)
    readable_ids = set(readable.values_list("pk", flat=True))
    is_national = actor.may(Permission.READ_STATISTICS)
    judged = _judged(by_standard if is_national else readable, criterion, readable_ids)
    fell_short = [row for row in judged if row.is_readable and row.outcome in ("not_met", "partly_met")]
    fell_short.sort(key=lambda row: (row.visit_from or date.min, row.review_id), reverse=True)
    return CriterionFate(
        is_national=is_national and len(readable_ids) < len(judged),
        over_all=_counted("", judged) if _may_show(judged) else None,
        by_year=_groups(judged, lambda row: str(row.visit_from.year) if row.visit_from else "", newest=True),
        by_specialty=_groups(judged, lambda row: row.specialty, newest=False),
        fell_short=tuple(
            ShortReview(row.review_id, row.unit, row.specialty, row.visit_from, row.outcome)
            for row in fell_short[:LIST_LIMIT]
        ),
        answers=_answers(readable, criterion),
    )


def _judged(reviews: "ReviewQuerySet", criterion: Criterion, readable_ids: set[int]) -> list[_Judged]:
    standing = _standing_verdicts(reviews, criterion)
    rows = reviews.values_list("pk", "unit_id", "unit__name", "specialty__name", "visit_from")
    return [
        _Judged(
            pk, unit_id, unit, specialty or "", visit_from, standing.get(pk, "unknown"), pk in readable_ids
        )
        for pk, unit_id, unit, specialty, visit_from in rows
    ]


def _standing_verdicts(reviews: "ReviewQuerySet", criterion: Criterion) -> dict[int, str]:
    """Give review id → the outcome that counts; over the parts of a review the worst."""
    rows = (
        Verdict.objects.filter(criterion_key=criterion.key, part__review__in=reviews.values("pk"))
        .order_by("recorded_at", "sequence", "pk")
        .values_list("part__review_id", "part_id", "source", "outcome")
    )
    by_part: dict[tuple[int, int], tuple[int, str]] = {}
    for review_id, part_id, source, outcome in rows:
        weight = _WEIGHTS[source]
        known = by_part.get((review_id, part_id))
        if known is None or weight >= known[0]:
            by_part[(review_id, part_id)] = (weight, outcome)
    standing: dict[int, str] = {}
    for (review_id, _), (_, outcome) in by_part.items():
        counted = outcome if outcome in WORST_FIRST else "unknown"
        known_outcome = standing.get(review_id, counted)
        standing[review_id] = min(counted, known_outcome, key=[*WORST_FIRST, "unknown"].index)
    return standing


def _may_show(rows: Iterable[_Judged]) -> bool:
    others = {row.unit_id for row in rows if not row.is_readable}
    return not others or len(others) >= SMALLEST_GROUP


def _groups(
    rows: list[_Judged], label_of: Callable[[_Judged], str], *, newest: bool
) -> tuple[VerdictCounts, ...]:
    """Give counts by label; groups too small to show go together, with the next smallest if needed."""
    groups: dict[str, list[_Judged]] = {}
    for row in rows:
        groups.setdefault(label_of(row), []).append(row)
    rest = [row for label in [*groups] if not _may_show(groups[label]) for row in groups.pop(label)]
    while rest and groups and not _may_show(rest):
        # A group the reader may read whole hides nothing, so it is the last to be given up.
        hiding = [label for label in groups if not all(row.is_readable for row in groups[label])] or [*groups]
        rest += groups.pop(min(hiding, key=lambda label: (len(groups[label]), label)))
    counted = [_counted(label, groups[label]) for label in sorted(groups, key=sort_key, reverse=newest)]
    if rest and _may_show(rest):
        counted.append(_counted("", rest, is_rest=True))
    return tuple(counted)


def _counted(label: str, rows: Iterable[_Judged], *, is_rest: bool = False) -> VerdictCounts:
    counts = Counter(row.outcome for row in rows)
    return VerdictCounts(
        label=label,
        met=counts["met"],
        partly_met=counts["partly_met"],
        not_met=counts["not_met"],
        not_applicable=counts["not_applicable"],
        unknown=counts["unknown"],
        is_rest=is_rest,
    )


def _answers(readable: "ReviewQuerySet", criterion: Criterion) -> tuple[PlannedAnswer, ...]:
    rows = (
        ActionPlanItem.objects.filter(criterion_key=criterion.key, part__review__in=readable.values("pk"))
        .exclude(action="")
        .order_by("-part__review__visit_from", "-pk")
        .values_list("part__review_id", "part__review__unit__name", "action", "state", "due_on")
    )
    return tuple(PlannedAnswer(*row) for row in rows[:LIST_LIMIT])
