"""Invented reviews for the tests, recorded through the same action as in use."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict
from kollegium.domain.naming import Decision, NameChoice, SentenceChoice
from kollegium.domain.standard import Outcome, RequirementLevel
from kollegium.organisations.models import Specialty, Unit
from kollegium.reviews.actions import PublicationChoices, examine, publish_review, record_review
from kollegium.reviews.models import ActionState, CaseState, GradeRound, Review, VerdictSource
from kollegium.reviews.queries import case_of
from kollegium.reviews.recorded import (
    RecordedArea,
    RecordedGrade,
    RecordedPart,
    RecordedPlanItem,
    RecordedReview,
    RecordedVerdict,
)
from tests.people import SYSTEM, make_specialty, make_unit

STANDARD = "spur-st-2021"
NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
VISIT = date(2025, 5, 12)


def plan_item(criterion_key: str = "D6", **others: object) -> RecordedPlanItem:
    """Give an action for a criterion, planned and due in the autumn after the visit."""
    values: dict[str, object] = {
        "area_key": criterion_key[0],
        "criterion_key": criterion_key,
        "action": "Alla ST-läkare får ett skriftligt program.",
        "due_text": "2025-10-31",
        "due_on": date(2025, 10, 31),
        "responsible": "Enhetschef Ylva Fjällhed",
        "follow_up_text": "2025-12-31",
        "follow_up_on": date(2025, 12, 31),
        "follow_up_responsible": "Studierektor",
        "state": ActionState.PLANNED,
    }
    return RecordedPlanItem(**{**values, **others})  # type: ignore[arg-type]


def usual_unit() -> Unit:
    """Give the unit that reviews are of when a test names none."""
    return Unit.objects.filter(name="Tallbackens hälsocentral").first() or make_unit()


def plain_part(**others: object) -> RecordedPart:
    """Give a report with a little of everything: D failed at the visit and lifted after the plan."""
    part = RecordedPart(
        strengths=("God stämning i arbetslaget.",),
        weaknesses=("Programmen är inte klara.",),
        improvements=("Planera handledningen bättre.",),
        areas=(
            RecordedArea("A", "Mottagningen har ett brett uppdrag."),
            RecordedArea("D", "Inget skriftligt program finns.\n\nGraderingen är ändrad till C."),
        ),
        grades=(
            RecordedGrade("A", GradeRound.DECISION, Outcome.PASSED_WELL),
            RecordedGrade("D", GradeRound.DECISION, Outcome.FAILED),
            RecordedGrade(
                "D", GradeRound.ACTION_PLAN, Outcome.PASSED_WITH_REMARKS, reason="handlingsplan godkänd"
            ),
        ),
        verdicts=(RecordedVerdict("D6", Verdict.NOT_MET, VerdictSource.ACTION_PLAN),),
        plan_items=(plan_item(),),
    )
    return replace(part, **others)  # type: ignore[arg-type]


def make_review(
    unit: Unit | None = None,
    *,
    specialty: Specialty | None = None,
    part: RecordedPart | None = None,
    visit_from: date | None = VISIT,
    **others: object,
) -> Review:
    """Record a review of a unit, with one report."""
    recorded = RecordedReview(
        unit_id=(unit or usual_unit()).pk,
        standard_key=STANDARD,
        state=CaseState.CLOSED,
        specialty_id=(specialty or make_specialty()).pk,
        visit_from=visit_from,
        visit_to=visit_from,
        reviewers=("Torgny Ekdal, specialist i allmänmedicin", "Majken Örn"),
        parts=(part or plain_part(),),
    )
    recorded = replace(recorded, **others)  # type: ignore[arg-type]
    return record_review(recorded=recorded, by=SYSTEM, now=NOW)


def graded(outcomes: dict[str, Outcome], **others: object) -> RecordedPart:
    """Give a report with these grades at the visit and nothing else. Shape: area key → outcome."""
    grades = tuple(RecordedGrade(key, GradeRound.DECISION, outcome) for key, outcome in outcomes.items())
    return RecordedPart(grades=grades, **others)  # type: ignore[arg-type]


def regulations_of(area_key: str) -> list[str]:
    """Give the keys of an area's regulations."""
    area = standards.load(STANDARD).area(area_key)
    return [criterion.key for criterion in area.at_level(RequirementLevel.REGULATION)]


def publish_as_proposed(review: Review, now: datetime = NOW) -> None:
    """Publish with the proposed function for every name; sentences about a trainee are left out."""
    examination = examine(case_of(Review.objects.get(pk=review.pk)))
    choices = PublicationChoices(
        {person.key: NameChoice(Decision.REPLACE, person.function) for person in examination.people},
        {found.key: SentenceChoice(Decision.LEAVE_OUT) for found in examination.sentences},
    )
    publish_review(
        review_id=review.pk, choices=choices, fingerprint=examination.fingerprint, now=now, by=SYSTEM
    )
