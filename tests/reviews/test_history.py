"""The history of a case: what one action did is one line, reasons stand apart, and its page asks few questions."""

from collections.abc import Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from kollegium.accounts.models import Person
from kollegium.domain import standard as standards
from kollegium.domain.case_life import State
from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.roles import Role, SystemActor
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions.decision import Decision, FinalGrade, decide_review
from kollegium.reviews.area_words import areas_named, criteria_named
from kollegium.reviews.history_words import history_entries
from kollegium.reviews.models import (
    Grade,
    GradeRound,
    Review,
    ReviewerName,
    ReviewKind,
    Verdict,
    VerdictSource,
)
from kollegium.reviews.queries import history_of
from kollegium.trail.tracking import recording
from tests import people
from tests.reviews.cases import NOW, grade_everything, lead_to, make_case
from tests.reviews.reconsiderations import ask, decide

pytestmark = pytest.mark.django_db
STANDARD = standards.load("spur-st-2021")
BREACHES = "Två brister mot föreskrift."


def told(case: Review, who: str, *, language: str = "sv") -> list[tuple[str, str]]:
    """Give what somebody did, as the fact and what they wrote."""
    with translation.override(language):
        entries = history_entries(history_of(case), STANDARD, {})
    return [(entry.sentence, entry.words) for entry in entries if entry.who == who]


def decide_with_a_failure(case: Review, office: Person) -> Review:
    case = lead_to(case, State.CALIBRATION)
    return decide_review(
        review_id=case.pk,
        decision=Decision([FinalGrade(case.parts.get().pk, "D", Outcome.FAILED, BREACHES)], "2026-77"),
        expected_version=case.version,
        now=NOW,
        by=people.actor_today(office),
    )


def test_decision_is_one_line_beside_what_differs(case: Review, office: Person) -> None:
    decide_with_a_failure(case, office)

    assert told(case, "Ines Kansli") == [
        ("Beslutade gradering D för område D, där B var föreslaget.", BREACHES),
        ("Beslutade graderingarna: B i områdena A–C och E–H.", ""),
        ("Lade till granskare.", ""),
        ("Flyttade ärendet till ”beslutad”.", ""),
    ]
    assert told(case, "Ines Kansli", language="en") == [
        ("Decided the grade D of area D, where B was proposed.", BREACHES),
        ("Decided the grades: B in areas A–C and E–H.", ""),
        ("Added reviewers.", ""),
        ("Moved the case to “decided”.", ""),
    ]


def test_reconsidered_areas_are_one_line_as_far_as_the_reason_is_the_same(
    case: Review, office: Person, head: Person
) -> None:
    case = lead_to(case, State.DECIDED)
    ask(case, head, "ABD")
    decide(case, office, A="passed", B="passed", D=("passed_well", "Rotation visad."))

    assert sorted(told(case, "Hedda Chef")) == [
        ("Begärde omprövning av beslutet.", "Handledningen finns."),
        ("Frågade om graderingarna av områdena A, B och D.", ""),
    ]
    assert told(case, "Ines Kansli") == [
        ("Lät graderingar kvarstå (efter omprövning): B i områdena A och B.", "Styrkt."),
        ("Ändrade gradering för område D från B till A (efter omprövning).", "Rotation visad."),
        ("Beslutade om omprövningen.", ""),
    ]


def test_what_else_one_action_did_is_folded_and_nothing_that_differs_is_lost(case: Review) -> None:
    part = case.parts.get()
    with recording(by=SystemActor("demo"), action="reviews.tests"):
        for key in ("A1", "A2", "A3", "B1", "D6"):
            Verdict.objects.create(
                part=part,
                criterion_key=key,
                source=VerdictSource.RECONCILED,
                outcome=VerdictOutcome.NOT_MET if key == "B1" else VerdictOutcome.MET,
                note="Saknas på två av tre." if key == "D6" else "",
                recorded_at=NOW,
            )
        for number, name in enumerate(("Maj Ek", "Ove Alm")):
            ReviewerName.objects.create(review=case, position=number, name=name)
        for area_key in "ABC":
            add_grade(case, area_key, Outcome.PASSED_WELL if area_key == "C" else Outcome.PASSED)

    assert told(case, "Demon") == [
        ("Lät graderingar kvarstå (efter uppföljning): B i områdena A och B.", "Efter besök."),
        ("Ändrade gradering för område C från B till A (efter uppföljning).", "Efter besök."),
        ("Bedömde A1–A3: uppfyllt.", ""),
        ("Bedömde B1: inte uppfyllt.", ""),
        ("Bedömde D6: uppfyllt.", "Saknas på två av tre."),
        ("Lade till granskare.", ""),
    ]
    [added] = [one for one in entries_of(case) if one.sentence == "Lade till granskare."]
    assert [change.after for change in added.changes] == ["Maj Ek", "Ove Alm"]


def test_grades_of_a_review_with_several_reports_say_of_which(office: Person) -> None:
    standard = standards.load("at-spur")
    case = make_case(kind=ReviewKind.AT, standard_key=standard.key)
    with recording(by=people.actor_today(office), action="reviews.tests"):
        grade_everything(case)

    entries = history_entries(history_of(case), standard, {})

    graded = [one for one in entries if one.sentence.startswith("Satte graderingar")]
    assert len({one.sentence for one in graded}) == 1
    assert [[change.after for change in one.changes] for one in graded] == [
        [part.title_sv] for part in standard.service_parts
    ]


def entries_of(case: Review) -> Sequence:
    return history_entries(history_of(case), STANDARD, {})


def test_page_of_the_history_asks_as_much_for_many_rows_as_for_few(case: Review, office: Person) -> None:
    case = decide_with_a_failure(case, office)
    client, page = people.client_of(office), reverse("reviews:case_history", args=[case.pk])
    assert BREACHES in client.get(page).content.decode()

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200
        return len(asked)

    before = cost()
    for number in range(3):
        with recording(by=people.make_actor(Role.PROGRAMME_DIRECTOR, case.unit), action="reviews.tests"):
            ReviewerName.objects.create(review=case, position=10 + number, name=f"Namn {number}")
            add_grade(case, "D", Outcome.PASSED, sequence=number + 1)

    assert (before, cost()) == (12, 12)


def add_grade(case: Review, area_key: str, outcome: Outcome, *, sequence: int = 1) -> None:
    Grade.objects.create(
        part=case.parts.get(),
        area_key=area_key,
        round=GradeRound.FOLLOW_UP,
        outcome=outcome,
        reason="Efter besök.",
        sequence=sequence,
        recorded_at=NOW,
    )


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("D", "område D"),
        ("BA", "områdena A och B"),
        ("ABCE", "områdena A–C och E"),
        ("ABCDEFGH", "områdena A–H"),
        ("HACZ", "områdena A, C, H och Z"),
    ],
)
def test_areas_are_named_in_the_order_of_the_standard(keys: str, words: str) -> None:
    assert areas_named(keys, STANDARD) == words


def test_runs_of_criteria_end_with_their_area() -> None:
    areas = [[criterion.key for criterion in area.criteria] for area in STANDARD.areas[:2]]

    assert (
        criteria_named([*areas[0], areas[1][0]], STANDARD)
        == f"{areas[0][0]}–{areas[0][-1]} och {areas[1][0]}"
    )
