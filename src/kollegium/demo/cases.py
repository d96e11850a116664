"""Cases in progress of the demo: one in each of the early states, so that everybody has something to follow."""

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from django.http import Http404

from kollegium.accounts.queries import actor_of_person
from kollegium.demo.material import add_demo_material
from kollegium.demo.places import DemoPlaces
from kollegium.demo.questionnaires import add_demo_questionnaires
from kollegium.domain import standard as standards
from kollegium.domain.case_life import Step
from kollegium.domain.grading import Verdict
from kollegium.domain.interviews import Interviewed
from kollegium.domain.verdict_evidence import SourceKind, material_key
from kollegium.domain.visit_schedule import SlotKind
from kollegium.planning.actions import PlanningRefused, ask_for_talk, propose_schedule
from kollegium.planning.models import VisitSlot
from kollegium.reviews.actions import Appointment, NewCase, appoint_reviewer, move_case, open_case
from kollegium.reviews.actions.judging import OwnVerdict, finish_area, judge
from kollegium.reviews.actions.notes import NoteWords, write_note
from kollegium.reviews.models import Duty, MaterialItem, Review, ReviewKind

if TYPE_CHECKING:
    from kollegium.accounts.models import Person
    from kollegium.domain.roles import Actor

STANDARD = "spur-st-2021"
NOTES = {
    Verdict.NOT_MET: "Ingen rutin finns skriven, och ingen av dem vi talade med kände till en.",
    Verdict.PARTLY_MET: "Finns för några men inte för alla.",
}


INTERVIEWS = (
    (
        "granskare@exempel.se",
        Interviewed.TRAINEES,
        ("A4", "D1", "E1"),
        "Handledningen står i schemat men stryks när det är ont om folk, ungefär var tredje vecka. "
        "Alla har ett utbildningsprogram; två av fem har inte sett över det i år.",
    ),
    (
        "granskare2@exempel.se",
        Interviewed.SUPERVISORS,
        ("A4", "B8"),
        "Känner målbeskrivningen väl. Har själva för lite tid för bedömningar, och gör dem oftast i efterhand.",
    ),
    (
        "granskare@exempel.se",
        Interviewed.HEAD_OF_UNIT,
        ("B8",),
        "Vill se handledning som en egen rad i schemat från hösten. Har inte skrivit ned rutinen.",
    ),
)


@dataclass(frozen=True, slots=True)
class DemoCase:
    """A case: unit, kind, when it was ordered and is visited, and how far it has come."""

    unit: str
    case_number: str
    ordered: datetime
    visit: tuple[date, date]
    steps: tuple[Step, ...] = ()
    has_team: bool = True
    kind: ReviewKind = ReviewKind.EXTERNAL


CASES = (
    DemoCase(
        "Lövbergas hälsocentral",
        "2026-014",
        datetime(2025, 11, 18, 9, tzinfo=UTC),
        (date(2026, 3, 24), date(2026, 3, 25)),
        (Step.PLAN, Step.PREPARE),
    ),
    DemoCase(
        "Östanbäcks hälsocentral",
        "2026-009",
        datetime(2025, 10, 6, 9, tzinfo=UTC),
        (date(2026, 2, 17), date(2026, 2, 18)),
        (Step.PLAN, Step.PREPARE, Step.VISIT_DONE),
    ),
    DemoCase(
        "Tallmo hälsocentral",
        "2026-021",
        datetime(2026, 2, 2, 9, tzinfo=UTC),
        (date(2026, 5, 19), date(2026, 5, 20)),
        has_team=False,
    ),
)


def add_demo_cases(places: DemoPlaces, people: "dict[str, Person]", *, by: "Actor") -> None:
    """Add the cases with their teams, and take them as far as they have come."""
    for demo in CASES:
        review = open_case(
            new=NewCase(
                demo.kind,
                places.units[demo.unit].pk,
                places.specialties["allmanmedicin"].pk,
                STANDARD,
                *demo.visit,
                case_number=demo.case_number,
            ),
            now=demo.ordered,
            by=by,
        )
        if demo.has_team:
            for email, duty in (("granskare@exempel.se", Duty.LEAD), ("granskare2@exempel.se", Duty.MEMBER)):
                appoint_reviewer(
                    review_id=review.pk,
                    appointment=Appointment(people[email].pk, duty, "Arbetar i en annan region."),
                    is_eligible=True,
                    now=demo.ordered,
                    by=by,
                )
        for step in demo.steps:
            visited = datetime.combine(demo.visit[1], time(15), tzinfo=UTC)
            now = visited if step is Step.VISIT_DONE else demo.ordered
            review = move_case(
                review_id=review.pk, step=step, expected_version=review.version, now=now, by=by
            )
            if step is Step.PREPARE:
                _lay_out(review, people, since=demo.ordered, by=by)
        if Step.PREPARE in demo.steps:
            is_much = Step.VISIT_DONE in demo.steps
            add_demo_material(review, people, since=demo.ordered, is_much=is_much)
        if Step.VISIT_DONE in demo.steps:
            add_demo_questionnaires(review, people, by=by)
            _judge(review, people)


def _lay_out(review: Review, people: "dict[str, Person]", *, since: datetime, by: "Actor") -> None:
    """Lay out the schedule, and let a trainee of the demo ask for a private talk where one works at the unit."""
    propose_schedule(review_id=review.pk, trainees=4, now=since, by=by)
    trainee = people.get("st@exempel.se")
    talk = VisitSlot.objects.filter(review=review, kind=SlotKind.PRIVATE_TALK).first()
    if trainee is None or talk is None:
        return
    with suppress(Http404, PlanningRefused):
        actor = actor_of_person(trainee, as_of=since.date())
        ask_for_talk(review_id=review.pk, slot_id=talk.pk, now=since, by=actor)


def _judge(review: Review, people: "dict[str, Person]") -> None:
    """Let the reviewers judge some areas: two are open, one waits for the other, one has begun."""
    part, visited = review.parts.get(), review.visit_to or date.min
    now = datetime.combine(visited, time(15), tzinfo=UTC)
    standard = standards.load(STANDARD)
    rests_on = _write_notes(review, people, visited)
    for email, areas, differing in (
        ("granskare@exempel.se", "ABC", {"A4": Verdict.NOT_MET, "B8": Verdict.PARTLY_MET}),
        ("granskare2@exempel.se", "AB", {"A4": Verdict.PARTLY_MET, "B10": Verdict.NOT_MET}),
    ):
        actor = actor_of_person(people[email], as_of=visited)
        for area in standard.areas:
            if area.key not in areas:
                continue
            for criterion in area.criteria:
                verdict = differing.get(criterion.key, Verdict.MET)
                note = "" if verdict is Verdict.MET else NOTES[verdict]
                own = OwnVerdict(
                    part.pk, criterion.key, verdict, note, 0, tuple(rests_on.get(criterion.key, ()))
                )
                judge(review_id=review.pk, verdict=own, now=now, by=actor)
            finish_area(review_id=review.pk, part_id=part.pk, area_key=area.key, now=now, by=actor)
    # A second month of it has come in since: the verdict says which one was read.
    rota = MaterialItem.objects.get(review=review, item_key="rota")
    read = f"{SourceKind.MATERIAL}:{material_key(rota.pk, 1)}"
    begun = OwnVerdict(part.pk, "D1", Verdict.MET, "Schemat visar fem timmar i månaden.", 0, (read,))
    judge(
        review_id=review.pk,
        verdict=begun,
        now=now,
        by=actor_of_person(people["granskare@exempel.se"], as_of=visited),
    )


def _write_notes(review: Review, people: "dict[str, Person]", visited: date) -> dict[str, list[str]]:
    """Let the reviewers write down their interviews, and give which notes each criterion rests on."""
    part, rests_on = review.parts.get(), defaultdict[str, list[str]](list)
    for position, (email, interviewed, criteria, text) in enumerate(INTERVIEWS):
        heard_at = datetime.combine(visited, time(9 + position), tzinfo=UTC)
        note = write_note(
            review_id=review.pk,
            part_id=part.pk,
            key=uuid5(NAMESPACE_URL, f"note-{review.case_number}-{position}"),
            words=NoteWords(interviewed, heard_at, text, criteria),
            now=heard_at,
            by=actor_of_person(people[email], as_of=visited),
        )
        for key in criteria:
            rests_on[key].append(f"{SourceKind.NOTE}:{note.pk}")
    return rests_on
