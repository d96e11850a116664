"""The invented reviews of the demo: three cycles of ordinary ones, one of internship, and the stories."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from kollegium.demo.places import DemoPlaces, unit_rows
from kollegium.demo.report_files.prose import (
    drawn,
    due_date,
    follow_up_date,
    person,
    person_with_role,
    prose,
    prose_of_internship,
)
from kollegium.demo.stories import stories
from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.grading import breached_regulations, propose_grade
from kollegium.domain.standard import Area, Outcome, Standard
from kollegium.reviews.actions.record import record_review
from kollegium.reviews.models import (
    ActionState,
    CaseState,
    GradeRound,
    Review,
    ReviewKind,
    ReviewSource,
    VerdictSource,
)
from kollegium.reviews.recorded import (
    RecordedArea,
    RecordedGrade,
    RecordedPart,
    RecordedPlanItem,
    RecordedReview,
    RecordedVerdict,
)

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

ST, AT = "spur-st-2021", "at-spur"
SEED = 20261121
# A plan that answers is accepted about as often as not.
ACCEPTED_SHARE = 0.6


def add_demo_reviews(places: DemoPlaces, *, by: "Actor", as_of: date) -> list[Review]:
    """Record every review of the demo and give them, oldest visit first. The same every time."""
    recorded = [
        review
        for number, row in enumerate(unit_rows())
        for review in _reviews_of(row, places, Random(SEED + number), as_of)  # noqa: S311 - invented, not secret
    ]
    recorded += stories(places)
    recorded.sort(key=lambda item: (item.visit_from or date.min, item.unit_id))
    return [
        record_review(recorded=item, by=by, now=recorded_at(item), created_by_id=None) for item in recorded
    ]


def recorded_at(recorded: RecordedReview) -> datetime:
    """Give the instant a review counts as recorded: some weeks after its visit."""
    day = (recorded.visit_to or date(2020, 1, 1)) + timedelta(days=70)
    return datetime(day.year, day.month, day.day, 13, 5, tzinfo=UTC)


def _reviews_of(row: dict[str, Any], places: DemoPlaces, rng: Random, as_of: date) -> list[RecordedReview]:
    unit = places.units[row["name"]]
    if "at_year" in row:
        return [internship_review(unit.pk, row["at_year"], rng)]
    reviews = []
    for year, quality in zip(row.get("years", []), row.get("quality", []), strict=False):
        specialty = places.specialties[row["specialties"][0]]
        reviews.append(ordinary_review(unit.pk, specialty.pk, year, quality, rng, as_of))
    if reviews and rng.random() < 0.25:
        internal = ordinary_review(
            unit.pk, specialty.pk, row["years"][-1] - 2, row["quality"][-1], rng, as_of
        )
        reviews.append(replace(internal, kind=ReviewKind.INTERNAL, case_number=None))
    return reviews


def ordinary_review(
    unit_id: int, specialty_id: int, year: int, quality: float, rng: Random, as_of: date
) -> RecordedReview:
    """Give one review of a year. `quality` is the share (0–1) of criteria that are met."""
    visited = date(year, rng.choice((2, 3, 4, 5, 9, 10, 11)), rng.randint(2, 26))
    until = visited + timedelta(days=rng.choice((0, 1, 1)))
    standard = standards.load(ST)
    verdicts = {
        criterion.key: _verdict(quality, rng) for area in standard.areas for criterion in area.criteria
    }
    part = _part(standard, verdicts, visited, rng, as_of)
    has_open = any(item.state == ActionState.PLANNED for item in part.plan_items)
    return RecordedReview(
        unit_id=unit_id,
        specialty_id=specialty_id,
        standard_key=ST,
        state=CaseState.FOLLOW_UP if has_open else CaseState.CLOSED,
        source=ReviewSource.RECORDED,
        case_number=f"{year}-{rng.randint(1000, 9999)}-{unit_id}",
        visit_from=visited,
        visit_to=until,
        report_date=until + timedelta(days=rng.randint(40, 90)),
        reviewers=(person(rng), person(rng)),
        parts=(part,),
    )


def _verdict(quality: float, rng: Random) -> VerdictOutcome:
    if rng.random() < quality:
        return VerdictOutcome.MET
    return rng.choice((VerdictOutcome.PARTLY_MET, VerdictOutcome.NOT_MET))


def _part(
    standard: Standard, verdicts: dict[str, VerdictOutcome], visited: date, rng: Random, as_of: date
) -> RecordedPart:
    areas: list[RecordedArea] = []
    grades: list[RecordedGrade] = []
    items: list[RecordedPlanItem] = []
    decided = visited + timedelta(days=75)
    for area in standard.areas:
        narrative = " ".join(drawn(prose()["narrative"][area.key], rng.randint(2, 4), rng))
        proposal = propose_grade(area, verdicts)
        outcome = rng.choice(proposal.outcomes)
        grades.append(RecordedGrade(area.key, GradeRound.DECISION, outcome, decided_on=decided))
        quote = ""
        if outcome is Outcome.FAILED:
            items += [
                _plan_item(area, key, decided, rng, as_of) for key in breached_regulations(area, verdicts)
            ]
            quote, regraded = _regraded(area, decided, rng)
            grades += regraded
        areas.append(RecordedArea(area.key, " ".join(filter(None, (narrative, quote))), quote))
    summary = prose()["summary"]
    return RecordedPart(
        strengths=drawn(summary["strengths"], rng.randint(3, 5), rng),
        weaknesses=drawn(summary["weaknesses"], rng.randint(2, 4), rng),
        improvements=drawn(summary["improvements"], rng.randint(3, 5), rng),
        areas=tuple(areas),
        grades=tuple(grades),
        verdicts=tuple(
            RecordedVerdict(key, outcome, VerdictSource.RECONCILED) for key, outcome in verdicts.items()
        ),
        plan_items=tuple(items),
    )


def _regraded(area: Area, decided: date, rng: Random) -> tuple[str, list[RecordedGrade]]:
    later = decided + timedelta(days=110)
    letter = area.scale.letter_of(Outcome.PASSED_WITH_REMARKS)
    if letter is None or rng.random() > ACCEPTED_SHARE:
        failed = area.scale.letter_of(Outcome.FAILED)
        quote = f"Handlingsplan inkommen, gradering {failed} kvarstår."
        return quote, [RecordedGrade(area.key, GradeRound.ACTION_PLAN, Outcome.FAILED, quote, later)]
    quote = f"Verksamheten har inkommit med handlingsplan. Graderingen är ändrad till {letter}."
    return quote, [RecordedGrade(area.key, GradeRound.ACTION_PLAN, Outcome.PASSED_WITH_REMARKS, quote, later)]


def _plan_item(area: Area, criterion_key: str, decided: date, rng: Random, as_of: date) -> RecordedPlanItem:
    known = prose()["actions"].get(criterion_key)
    action = " ".join(rng.choice(known)) if known else _general_action(area, criterion_key)
    due, follow_up = due_date(decided, rng), follow_up_date(decided, rng)
    return RecordedPlanItem(
        area_key=area.key,
        criterion_key=criterion_key,
        action=action,
        due_text=due.text,
        due_on=due.day,
        responsible=person_with_role(rng),
        follow_up_text=follow_up.text,
        follow_up_on=follow_up.day,
        follow_up_responsible=person_with_role(rng),
        state=_state(due.day, done=due.done, rng=rng, as_of=as_of),
    )


def _general_action(area: Area, criterion_key: str) -> str:
    words = next(item.subject_words for item in area.criteria if item.key == criterion_key)
    return f"Verksamheten tar fram en rutin för {words[0]} och följer upp den varje halvår med studierektorn."


def _state(due: date | None, *, done: bool, rng: Random, as_of: date) -> ActionState:
    if done:
        return ActionState.REPORTED_DONE
    if due is None:
        return ActionState.UNKNOWN
    if due < as_of - timedelta(days=500):
        return ActionState.DONE
    return rng.choice((ActionState.PLANNED, ActionState.REPORTED_DONE))


def internship_review(unit_id: int, year: int, rng: Random) -> RecordedReview:
    """Give one review of an internship, with its five reports."""
    standard = standards.load(AT)
    visited = date(year, 10, 7)
    return RecordedReview(
        unit_id=unit_id,
        standard_key=AT,
        kind=ReviewKind.AT,
        source=ReviewSource.RECORDED,
        case_number=f"{year}-AT-{unit_id}",
        visit_from=visited,
        visit_to=visited + timedelta(days=2),
        report_date=visited + timedelta(days=60),
        reviewers=(person(rng), person(rng), person(rng)),
        parts=tuple(_internship_part(standard, part.key, visited, rng) for part in standard.service_parts),
    )


def _internship_part(standard: Standard, key: str, visited: date, rng: Random) -> RecordedPart:
    summary = prose_of_internship()["summary"]
    texts = list(prose_of_internship()["narrative"].values())
    return RecordedPart(
        key=key,
        strengths=drawn(summary["strengths"], 2, rng),
        weaknesses=drawn(summary["weaknesses"], 2, rng),
        improvements=drawn(summary["improvements"], 2, rng),
        areas=tuple(
            RecordedArea(area.key, " ".join(drawn(texts[place % len(texts)], 2, rng)))
            for place, area in enumerate(standard.areas)
        ),
        grades=tuple(
            RecordedGrade(
                area.key,
                GradeRound.DECISION,
                rng.choice((*[step.outcome for step in area.scale.steps], Outcome.PASSED_WELL)),
                decided_on=visited + timedelta(days=60),
            )
            for area in standard.areas
        ),
    )
