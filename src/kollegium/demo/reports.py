"""Cases of the demo whose report is written: one with the unit for its fact check, two decided."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from kollegium.accounts.queries import actor_of_person
from kollegium.demo.places import DemoPlaces
from kollegium.domain import standard as standards
from kollegium.domain.case_life import Step
from kollegium.domain.grading import Verdict, propose_grade
from kollegium.domain.passages import Span
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions import (
    Appointment,
    NewCase,
    appoint_reviewer,
    ask_for_reconsideration,
    move_case,
    open_case,
)
from kollegium.reviews.actions.decision import Decision, FinalGrade, decide_review
from kollegium.reviews.actions.fact_check import (
    NewRemark,
    RemarkAnswer,
    answer_remark,
    finish_fact_check,
    remark_on_draft,
    set_fact_check_day,
)
from kollegium.reviews.actions.feedback import Feedback, give_feedback
from kollegium.reviews.actions.final_grades import proposed_grades
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
SENT_AT = datetime(2026, 2, 23, 9, tzinfo=UTC)
DECIDED_AT = datetime(2026, 3, 9, 9, tzinfo=UTC)
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


FEEDBACK = {
    "prepared": "fully",
    "respectful": "fully",
    "fair": "partly",
    "useful": "mostly",
    "worth-it": "mostly",
    "own-words": "Bra samtal. Fråga efter det som saknas redan vid besöket, så hinner vi leta.",
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


def add_demo_reports(places: DemoPlaces, people: "dict[str, Person]", *, by: "Actor") -> list[Review]:
    """Add an internal review whose draft is with the unit, and give two decided ones; of the first the unit asks."""
    review = _with_draft(places, people, ("Lövbergas hälsocentral", "2026-I3"), by=by)
    set_fact_check_day(review_id=review.pk, due_on=LAST_DAY, now=SENT_AT, by=by)
    _remark(review, people, now=SENT_AT)
    _write_sections(review, {"area-A": TEXTS["area-A"].replace("Tre ST", "Fyra ST")}, by=by)
    asked_about = _decide(_with_draft(places, people, ("Tallmo hälsocentral", "2026-I4"), by=by), by=by)
    _ask(asked_about, by=by)
    return [
        asked_about,
        _decide(_with_draft(places, people, ("Östanbäcks hälsocentral", "2026-I5"), by=by), by=by),
    ]


def _with_draft(
    places: DemoPlaces, people: "dict[str, Person]", named: tuple[str, str], *, by: "Actor"
) -> Review:
    """Give an internal review, by its unit and case number, whose draft has been sent to the unit."""
    unit, case_number = named
    new = NewCase(
        ReviewKind.INTERNAL,
        places.units[unit].pk,
        places.specialties["allmanmedicin"].pk,
        STANDARD,
        date(2026, 1, 20),
        date(2026, 1, 20),
        case_number=case_number,
    )
    review = open_case(new=new, now=datetime(2025, 12, 1, 9, tzinfo=UTC), by=by)
    for email, duty in (("granskare@exempel.se", Duty.LEAD), ("granskare2@exempel.se", Duty.MEMBER)):
        appoint_reviewer(
            review_id=review.pk,
            appointment=Appointment(people[email].pk, duty, "Arbetar vid en annan enhet."),
            is_eligible=True,
            now=SENT_AT,
            by=by,
        )
    for step in TO_FACT_CHECK:
        if step is Step.SEND_DRAFT:
            _write(review, people, now=SENT_AT, by=by)
        review = move_case(
            review_id=review.pk, step=step, expected_version=review.version, now=SENT_AT, by=by
        )
    return review


def _decide(review: Review, *, by: "Actor") -> Review:
    """Decide as proposed."""
    finish_fact_check(review_id=review.pk, now=DECIDED_AT, by=by)
    review = move_case(
        review_id=review.pk,
        step=Step.CALIBRATE,
        expected_version=Review.objects.get(pk=review.pk).version,
        now=DECIDED_AT,
        by=by,
    )
    grades = [FinalGrade(one.part_id, one.area_key, Outcome(one.outcome)) for one in proposed_grades(review)]
    decide_review(
        review_id=review.pk,
        decision=Decision(grades, review.case_number or ""),
        expected_version=review.version,
        now=DECIDED_AT,
        by=by,
    )
    return review


def _ask(review: Review, *, by: "Actor") -> None:
    """Let the unit ask about one grade and say what it thinks of the review."""
    ask_for_reconsideration(
        review_id=review.pk,
        areas=[(review.parts.get().pk, "D")],
        reason="De två program som nämns är översedda sedan i höst. De låg i fel mapp när underlaget lämnades.",
        now=DECIDED_AT + timedelta(days=8),
        by=by,
    )
    give_feedback(
        review_id=review.pk,
        said=Feedback(FEEDBACK, is_shared=True, version=0),
        now=DECIDED_AT + timedelta(days=9),
        by=by,
    )


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
