"""Corrections of a review: who may, what is kept, what two people at once do."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.reviews import actions
from kollegium.reviews.actions import NewGrade, NewVerdict, ReviewFacts, ReviewRefused
from kollegium.reviews.history_words import history_entries
from kollegium.reviews.models import (
    ActionPlanItem,
    ActionProgress,
    ActionState,
    CaseState,
    Grade,
    GradeRound,
    Review,
    Verdict,
)
from kollegium.reviews.queries import case_of, history_of
from kollegium.reviews.queries.history import names_of_places
from kollegium.reviews.summaries import stale_summaries
from tests.people import make_actor, make_region, make_specialty, make_unit
from tests.reviews.builders import NOW, make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_actor(Role.REVIEW_OFFICE, name="Karin Kansli")


@pytest.fixture
def review():
    return make_review()


def facts_of(review, **changes) -> ReviewFacts:
    facts = ReviewFacts(
        kind=review.kind,
        specialty_id=review.specialty_id,
        case_number=review.case_number,
        visit_from=review.visit_from,
        visit_to=review.visit_to,
        visit_text=review.visit_text,
        report_date=review.report_date,
        report_date_text=review.report_date_text,
    )
    return replace(facts, **changes)


def new_grade(review, **changes) -> NewGrade:
    grade = NewGrade(
        part_id=review.parts.get().pk,
        area_key="D",
        round=GradeRound.FOLLOW_UP,
        outcome=Outcome.PASSED,
        reason="Alla har nu program.",
        decided_on=date(2026, 3, 1),
    )
    return replace(grade, **changes)


def refusal_of(call) -> str:
    with pytest.raises(ReviewRefused) as refused:
        call()
    return refused.value.code


def told(review) -> list[tuple[str, str, str]]:
    history = history_of(review)
    entries = history_entries(history, case_of(review).standard, names_of_places(history))
    return [(entry.who, entry.sentence, entry.words) for entry in entries]


def test_corrected_facts_are_stored_and_searched(office, review) -> None:
    psychiatry = make_specialty("Psykiatri", "psykiatri")

    changed = actions.correct_facts(
        review_id=review.pk,
        facts=facts_of(review, specialty_id=psychiatry.pk, visit_text="våren", case_number="K 7"),
        expected_version=1,
        by=office,
    )

    changed.refresh_from_db()
    assert (changed.specialty_id, changed.visit_text, changed.case_number) == (psychiatry.pk, "våren", "K 7")
    assert changed.version == 2
    assert "Psykiatri" in changed.search_text


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "internal"},
        {"specialty_id": None},
        {"case_number": "K 7"},
        {"visit_from": date(2025, 5, 11)},
        {"visit_to": date(2025, 5, 13)},
        {"visit_text": "våren"},
        {"report_date": date(2025, 9, 1)},
        {"report_date_text": "hösten"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_lists_and_search_agree_with_the_facts_after_every_correction(review, office, changes) -> None:
    actions.correct_facts(
        review_id=review.pk, facts=facts_of(review, **changes), expected_version=1, by=office
    )

    assert stale_summaries() == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"visit_to": date(2025, 5, 11)}, "visit-ends-before-start"),
        ({"case_number": "K 1"}, "case-number-taken"),
        ({}, "nothing-changed"),
    ],
)
def test_facts_that_cannot_be_are_refused(office, review, changes, code) -> None:
    make_review(case_number="K 1")

    def call() -> None:
        actions.correct_facts(
            review_id=review.pk, facts=facts_of(review, **changes), expected_version=1, by=office
        )

    assert refusal_of(call) == code


def test_second_of_two_people_is_told_and_overwrites_nothing(office, review) -> None:
    actions.correct_facts(
        review_id=review.pk, facts=facts_of(review, visit_text="först"), expected_version=1, by=office
    )

    def second() -> None:
        actions.correct_facts(
            review_id=review.pk, facts=facts_of(review, visit_text="sedan"), expected_version=1, by=office
        )

    assert refusal_of(second) == "changed-meanwhile"
    review.refresh_from_db()
    assert review.visit_text == "först"


def test_new_grade_is_a_new_row_and_the_earlier_stay(office, review) -> None:
    before = set(Grade.objects.values_list("pk", flat=True))

    stored = actions.set_grade(
        review_id=review.pk, grade=new_grade(review), expected_version=1, now=NOW, by=office
    )

    assert before < set(Grade.objects.values_list("pk", flat=True))
    assert (stored.sequence, stored.outcome, stored.decided_by_id) == (1, "passed", office.person_id)
    review.refresh_from_db()
    assert review.area_outcomes["D"] == "passed"


def test_grade_of_the_same_round_gets_the_next_number(office, review) -> None:
    stored = actions.set_grade(
        review_id=review.pk,
        grade=new_grade(review, round=GradeRound.DECISION),
        expected_version=1,
        now=NOW,
        by=office,
    )

    assert stored.sequence == 2
    review.refresh_from_db()
    assert review.area_outcomes["D"] == "passed_with_remarks"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"reason": "  "}, "reason-missing"),
        ({"area_key": "Z"}, "no-such-area"),
        ({"area_key": "A", "outcome": Outcome.PASSED_WITH_REMARKS}, "outcome-not-in-scale"),
        ({"part_id": 0}, "no-such-part"),
    ],
)
def test_grade_that_cannot_be_is_refused(office, review, changes, code) -> None:
    def call() -> None:
        actions.set_grade(
            review_id=review.pk, grade=new_grade(review, **changes), expected_version=1, now=NOW, by=office
        )

    assert refusal_of(call) == code


def test_grade_of_another_reviews_part_is_refused(office, review) -> None:
    other = make_review(make_unit("Vikens"))

    def call() -> None:
        actions.set_grade(review_id=review.pk, grade=new_grade(other), expected_version=1, now=NOW, by=office)

    assert refusal_of(call) == "no-such-part"


@pytest.mark.parametrize("role", [Role.HEAD_OF_UNIT, Role.DIRECTOR_OF_TRAINING, Role.TRAINEE])
def test_only_the_office_changes_grades(review, role) -> None:
    place = review.unit if role is not Role.DIRECTOR_OF_TRAINING else review.unit.region
    actor = make_actor(role, place)

    def call() -> None:
        actions.set_grade(review_id=review.pk, grade=new_grade(review), expected_version=1, now=NOW, by=actor)

    assert refusal_of(call) == "not-allowed-here"


def test_director_of_training_corrects_facts_at_home_only(review) -> None:
    at_home = make_actor(Role.DIRECTOR_OF_TRAINING, review.unit.region)

    actions.correct_facts(
        review_id=review.pk, facts=facts_of(review, visit_text="ok"), expected_version=1, by=at_home
    )

    Review.objects.filter(pk=review.pk).update(
        unit=make_unit("Borta", region=make_region("Region Sjölandet", "98"))
    )

    def away() -> None:
        actions.correct_facts(
            review_id=review.pk, facts=facts_of(review, visit_text="nej"), expected_version=2, by=at_home
        )

    assert refusal_of(away) == "not-allowed-here"


def test_import_that_was_taken_back_is_changed_no_more(office, review) -> None:
    Review.objects.filter(pk=review.pk).update(state=CaseState.TAKEN_BACK, taken_back_reason="fel")

    def call() -> None:
        actions.set_grade(
            review_id=review.pk, grade=new_grade(review), expected_version=1, now=NOW, by=office
        )

    assert refusal_of(call) == "taken-back"


def test_verdict_of_the_office_counts_and_the_earlier_stays(office, review) -> None:
    part_id = review.parts.get().pk

    for number, outcome in enumerate((VerdictOutcome.PARTLY_MET, VerdictOutcome.MET), start=1):
        actions.set_verdict(
            review_id=review.pk,
            verdict=NewVerdict(part_id, "D6", outcome, "sett programmen"),
            expected_version=number,
            now=NOW,
            by=office,
        )

    assert case_of(review).parts[0].outcomes_of_criteria() == {"D6": VerdictOutcome.MET}
    assert Verdict.objects.filter(criterion_key="D6").count() == 3


@pytest.mark.parametrize(
    ("criterion_key", "note", "code"),
    [("D99", "x", "no-such-criterion"), ("D6", " ", "note-missing")],
)
def test_verdict_that_cannot_be_is_refused(office, review, criterion_key, note, code) -> None:
    verdict = NewVerdict(review.parts.get().pk, criterion_key, VerdictOutcome.MET, note)

    def call() -> None:
        actions.set_verdict(review_id=review.pk, verdict=verdict, expected_version=1, now=NOW, by=office)

    assert refusal_of(call) == code


def progress(item, office, **changes):
    values = {"state": ActionState.DONE, "note": "Sett programmen.", "expected_version": item.version}
    return actions.report_progress(item_id=item.pk, now=NOW, by=office, **{**values, **changes})


def test_progress_is_kept_with_its_note_and_counts_in_the_list(office, review) -> None:
    item = ActionPlanItem.objects.get()

    progress(item, office)

    row = ActionProgress.objects.get()
    assert (row.state, row.note, row.recorded_by_id) == ("done", "Sett programmen.", office.person_id)
    review.refresh_from_db()
    assert review.open_action_count == 0
    assert case_of(review).parts[0].plan[0].progress[0].recorded_by == "Karin Kansli"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"note": ""}, "note-missing"),
        ({"note": "", "state": ActionState.PLANNED}, "nothing-changed"),
        ({"expected_version": 7}, "changed-meanwhile"),
    ],
)
def test_progress_that_cannot_be_is_refused(office, review, changes, code) -> None:
    item = ActionPlanItem.objects.get()

    assert refusal_of(lambda: progress(item, office, **changes)) == code


def test_history_tells_in_words_who_did_what(office, review) -> None:
    actions.set_grade(
        review_id=review.pk,
        grade=new_grade(review, reason="handlingsplan godkänd", round=GradeRound.CORRECTION),
        expected_version=1,
        now=NOW,
        by=office,
    )

    assert told(review) == [
        (
            "Karin Kansli",
            "Ändrade gradering för område D från C till B (rättelse).",
            "handlingsplan godkänd",
        ),
        ("Systemet", "Förde in granskningen med 3 graderingar, 1 bedömning och 1 planerad åtgärd.", ""),
    ]


def test_history_names_changes_made_in_the_database_itself(review) -> None:
    grade = Grade.objects.filter(area_key="A").get()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reviews_grade SET outcome = 'passed' WHERE id = %s", [grade.pk])
        cursor.execute("DELETE FROM reviews_verdict WHERE criterion_key = 'D6'")

    sentences = told(review)

    hand = "Någon, direkt i databasen"
    assert (hand, "Skrev över den sparade graderingen för område A: A blev B.", "") in sentences
    assert (hand, "Tog bort bedömningen av D6 (inte uppfyllt).", "") in sentences


def test_history_shows_each_corrected_fact_before_and_after(office, review) -> None:
    psychiatry = make_specialty("Psykiatri", "psykiatri")
    actions.correct_facts(
        review_id=review.pk,
        facts=facts_of(review, specialty_id=psychiatry.pk, visit_to=date(2025, 5, 13)),
        expected_version=1,
        by=office,
    )
    history = history_of(review)

    entry = history_entries(history, case_of(review).standard, names_of_places(history))[0]

    assert entry.sentence == "Rättade granskningens uppgifter."
    assert {(change.field, change.before, change.after) for change in entry.changes} == {
        ("Specialitet", "Allmänmedicin", "Psykiatri"),
        ("Besökets sista dag", "12 maj 2025", "13 maj 2025"),
    }
