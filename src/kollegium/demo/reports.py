"""Cases of the demo whose report is written: one with the unit for its fact check, with remarks and an answer."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kollegium.accounts.queries import actor_of_person
from kollegium.demo.places import DemoPlaces
from kollegium.domain import standard as standards
from kollegium.domain.case_life import Step
from kollegium.domain.grading import Verdict, propose_grade
from kollegium.domain.passages import Span
from kollegium.reviews.actions import Appointment, NewCase, appoint_reviewer, move_case, open_case
from kollegium.reviews.actions.fact_check import (
    NewRemark,
    RemarkAnswer,
    answer_remark,
    remark_on_draft,
    set_fact_check_day,
)
from kollegium.reviews.actions.writing import write_section
from kollegium.reviews.models import (
    Duty,
    Grade,
    GradeRound,
    RemarkKind,
    RemarkOutcome,
    Review,
    ReviewKind,
    VerdictSource,
)
from kollegium.reviews.models import Verdict as StoredVerdict
from kollegium.reviews.queries.report_text import sections_of
from kollegium.reviews.summaries import refresh_summary
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.accounts.models import Person
    from kollegium.domain.roles import Actor

STANDARD = "spur-st-2021"
# Late enough for the unit to have time left whenever somebody tries the demo.
LAST_DAY = date(2027, 6, 30)
TO_FACT_CHECK = (Step.PLAN, Step.PREPARE, Step.VISIT_DONE, Step.WRITE, Step.SEND_DRAFT)
SHORTCOMINGS = {"A4": Verdict.NOT_MET, "B8": Verdict.PARTLY_MET, "D6": Verdict.PARTLY_MET}
TEXTS = {
    "strengths": "God stämning och låg tröskel för att fråga.\nVarierat patientunderlag i alla åldrar.",
    "weaknesses": "Handledningen stryks när det är ont om folk.\nRutinen för introduktion är inte nedskriven.",
    "improvements": "Lägg handledningen som en egen rad i schemat.",
    "area-A": "Enheten har 9 400 listade patienter och tar emot i alla åldrar. Tre ST-läkare arbetar här.",
    "area-B": "Två handledare har gått handledarutbildning. En av dem slutar i höst.",
    "area-D": "Alla har ett individuellt utbildningsprogram. Två av fem program har inte setts över det senaste året.",
    "area-E": "Handledning ges en timme i veckan enligt schemat. Kompetensbedömningar görs oftast i efterhand.",
}


@dataclass(frozen=True, slots=True)
class DemoRemark:
    """A remark of the demo: on which words, of what kind, and how it was answered if it was."""

    section: str
    words: str
    kind: RemarkKind
    text: str
    outcome: RemarkOutcome | None = None
    answer: str = ""


REMARKS = (
    DemoRemark(
        "area-A",
        "Tre ST-läkare arbetar här.",
        RemarkKind.WRONG,
        "Det är fyra sedan den 1 februari. Den fjärde var på sidotjänstgöring under besöket.",
        RemarkOutcome.CHANGED,
        "Rättat till fyra.",
    ),
    DemoRemark(
        "weaknesses",
        "Rutinen för introduktion är inte nedskriven.",
        RemarkKind.WRONG,
        "Rutinen fanns på intranätet vid besöket. Vi lämnar den gärna igen.",
    ),
)


def add_demo_reports(places: DemoPlaces, people: "dict[str, Person]", *, by: "Actor") -> None:
    """Add an internal review whose draft is with the unit."""
    now = datetime(2026, 2, 23, 9, tzinfo=UTC)
    new = NewCase(
        ReviewKind.INTERNAL,
        places.units["Lövbergas hälsocentral"].pk,
        places.specialties["allmanmedicin"].pk,
        STANDARD,
        date(2026, 1, 20),
        date(2026, 1, 20),
        case_number="2026-I3",
    )
    review = open_case(new=new, now=datetime(2025, 12, 1, 9, tzinfo=UTC), by=by)
    for email, duty in (("granskare@exempel.se", Duty.LEAD), ("granskare2@exempel.se", Duty.MEMBER)):
        appoint_reviewer(
            review_id=review.pk,
            appointment=Appointment(people[email].pk, duty, "Arbetar vid en annan enhet."),
            is_eligible=True,
            now=now,
            by=by,
        )
    for step in TO_FACT_CHECK:
        if step is Step.SEND_DRAFT:
            _write(review, people, now=now, by=by)
        review = move_case(review_id=review.pk, step=step, expected_version=review.version, now=now, by=by)
    set_fact_check_day(review_id=review.pk, due_on=LAST_DAY, now=now, by=by)
    _remark(review, people, now=now)
    _write_sections(review, {"area-A": TEXTS["area-A"].replace("Tre ST", "Fyra ST")}, by=by)


def _write(review: Review, people: "dict[str, Person]", *, now: datetime, by: "Actor") -> None:
    """Let the team have agreed, proposed the grades that follow, and written the report."""
    part, standard = review.parts.get(), standards.load(STANDARD)
    with recording(by=by, action="reviews.reconcile"):
        for area in standard.areas:
            verdicts = {one.key: SHORTCOMINGS.get(one.key, Verdict.MET) for one in area.criteria}
            for key, verdict in verdicts.items():
                StoredVerdict.objects.create(
                    part=part,
                    criterion_key=key,
                    source=VerdictSource.RECONCILED,
                    outcome=verdict,
                    recorded_at=now,
                )
            Grade.objects.create(
                part=part,
                area_key=area.key,
                round=GradeRound.PROVISIONAL,
                outcome=propose_grade(area, verdicts).outcomes[-1],
                recorded_at=now,
            )
        refresh_summary(review)
    lead = actor_of_person(people["granskare@exempel.se"], as_of=now.date())
    _write_sections(review, TEXTS, by=lead)


def _write_sections(review: Review, texts: dict[str, str], *, by: "Actor") -> None:
    part = review.parts.get()
    marks = {one.key: one.mark for one in sections_of(part, standards.load(STANDARD))}
    for key, text in texts.items():
        write_section(
            review_id=review.pk, part_id=part.pk, key=key, text=text, expected_mark=marks[key], by=by
        )


def _remark(review: Review, people: "dict[str, Person]", *, now: datetime) -> None:
    part = review.parts.get()
    head = actor_of_person(people["chef@exempel.se"], as_of=now.date())
    lead = actor_of_person(people["granskare@exempel.se"], as_of=now.date())
    for demo in REMARKS:
        start = TEXTS[demo.section].index(demo.words)
        new = NewRemark(part.pk, demo.section, Span(start, start + len(demo.words)), demo.kind, demo.text)
        kept = remark_on_draft(review_id=review.pk, remark=new, now=now, by=head)
        if demo.outcome is not None:
            answer_remark(
                review_id=review.pk,
                remark_id=kept.pk,
                answer=RemarkAnswer(demo.outcome, demo.answer, 0),
                now=now,
                by=lead,
            )
