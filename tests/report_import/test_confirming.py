"""Confirming writes one review: what is known as rows, the rest not at all."""

from datetime import date

import pytest

from kollegium.domain.grading import Verdict
from kollegium.domain.reading.grades import grade_in
from kollegium.domain.standard import Outcome, load
from kollegium.report_import import actions, queries
from kollegium.report_import.models import ImportProposal, ProposalState
from kollegium.report_import.recorded import GIVEN_BY_A_PERSON, printed_round
from kollegium.reviews.models import (
    ActionPlanItem,
    AreaText,
    CaseState,
    Grade,
    GradeRound,
    Review,
    ReviewSource,
    SummaryPoint,
)
from kollegium.reviews.models import Verdict as VerdictRow
from kollegium.reviews.printed_words import WORDS
from tests.people import make_region, make_specialty, make_unit
from tests.report_import.reports import (
    NARRATIVES,
    NOW,
    bring_and_read,
    make_director,
    make_office,
    report_text,
)
from tests.report_import.test_correcting import change

pytestmark = pytest.mark.django_db


def ready(director: object) -> ImportProposal:
    """Give a proposal whose unit and specialty the register knows by name."""
    make_specialty()
    make_unit("Strandkulla hälsocentral")
    return bring_and_read(director)  # type: ignore[arg-type]


def confirm(proposal: ImportProposal, by: object) -> Review:
    proposal.refresh_from_db()
    return actions.confirm_proposal(proposal_id=proposal.pk, version=proposal.version, by=by, now=NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("round_", ["reconsidered", "action_plan", "follow_up", "correction"])
def test_grade_of_our_own_print_keeps_the_round_it_was_set_in(language: str, round_: str) -> None:
    words, scale = WORDS[language], load("spur-st-2021").area("D").scale
    lines = [f"{words.decided_grade}: D", f"{words.grade_now}: C ({words.grade_rests_on[round_]})"]

    said = grade_in("", lines, scale, has_plan_item=False)

    assert (said.at_visit, said.now) == ("D", "C")
    assert (printed_round(said.quote or "") or GradeRound.ACTION_PLAN) == round_
    assert printed_round("Efter uppföljning är graderingen ändrad till C.") is None


def test_a_report_becomes_one_review_in_its_last_state() -> None:
    director = make_director(make_region())
    proposal = ready(director)

    review = confirm(proposal, director)

    proposal.refresh_from_db()
    assert (review.unit.name, review.specialty.name) == ("Strandkulla hälsocentral", "Allmänmedicin")
    assert (review.source, review.state, review.standard_key) == (
        ReviewSource.IMPORT,
        CaseState.FOLLOW_UP,
        "spur-st-2021",
    )
    assert (proposal.state, proposal.review_id) == (ProposalState.CONFIRMED, review.pk)
    assert list(SummaryPoint.objects.order_by("heading", "position").values_list("heading", "text")) == [
        ("improvements", "Upprätta utbildningsprogram för alla ST-läkare."),
        ("strengths", "Engagerade handledare med tid för uppdraget."),
        ("strengths", "Väl utrustade lokaler."),
        ("weaknesses", "Utbildningsprogram saknas."),
    ]
    assert dict(AreaText.objects.values_list("area_key", "narrative")) == NARRATIVES


def test_grades_are_rows_by_round_and_the_rest_is_unknown() -> None:
    director = make_director(make_region())

    confirm(ready(director), director)

    rows = Grade.objects.order_by("area_key", "round").values_list("area_key", "round", "outcome", "reason")
    assert list(rows) == [
        ("D", "action_plan", Outcome.FAILED, "Handlingsplan inkommen, gradering D kvarstår."),
        ("D", "decision", Outcome.FAILED, ""),
        ("G", "action_plan", Outcome.PASSED_WITH_REMARKS, "Graderingen är ändrad till C."),
        ("G", "decision", Outcome.FAILED, ""),
    ]


def test_only_what_the_plan_quotes_is_a_verdict() -> None:
    director = make_director(make_region())

    confirm(ready(director), director)

    rows = VerdictRow.objects.order_by("criterion_key").values_list("criterion_key", "outcome", "source")
    assert list(rows) == [("D6", Verdict.NOT_MET, "action_plan"), ("G3", Verdict.NOT_MET, "action_plan")]


def test_actions_are_planned_done_or_unknown_and_an_open_one_keeps_the_case_open() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    number = actions.add_plan_item(proposal_id=proposal.pk, by=director, now=NOW)
    change(proposal, f"action_plan[{number}].action", "Något mer, utan datum.", director)

    review = confirm(proposal, director)

    rows = ActionPlanItem.objects.order_by("position").values_list(
        "criterion_key", "state", "due_on", "follow_up_on"
    )
    assert list(rows) == [
        ("D6", "planned", date(2025, 10, 31), date(2025, 12, 31)),
        ("G3", "reported_done", None, None),
        ("", "unknown", None, None),
    ]
    assert review.state == CaseState.FOLLOW_UP


def test_a_plan_that_is_all_done_closes_the_case() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    actions.remove_plan_item(proposal_id=proposal.pk, number=0, by=director, now=NOW)

    assert confirm(proposal, director).state == CaseState.CLOSED


def test_what_a_person_fills_in_from_the_drawn_report_says_so() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    change(proposal, "areas.A.grade_now", "B", director)
    change(proposal, "verdicts.A1", "met", director)

    confirm(proposal, director)

    grade = Grade.objects.get(area_key="A")
    verdict = VerdictRow.objects.get(criterion_key="A1")
    assert (grade.round, grade.outcome, grade.reason) == ("decision", Outcome.PASSED, GIVEN_BY_A_PERSON)
    assert (verdict.outcome, verdict.source, verdict.note) == (Verdict.MET, "imported", GIVEN_BY_A_PERSON)


def test_the_hint_of_the_plan_is_told_and_never_stored() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    draft = queries.draft_of(proposal)

    confirm(proposal, director)

    hinted = [area.key for area in draft.standard.areas if draft.is_hinted_not_failed(area.key)]
    assert hinted == ["A", "B", "C", "E", "F", "H"]
    assert not Grade.objects.filter(area_key__in=hinted).exists()


def test_a_report_without_plan_hints_nothing() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    for number in (0, 1):
        actions.remove_plan_item(proposal_id=proposal.pk, number=number, by=director, now=NOW)

    draft = queries.draft_of(proposal)

    assert not any(draft.is_hinted_not_failed(area.key) for area in draft.standard.areas)


def test_confirming_twice_writes_one_review() -> None:
    director = make_director(make_region())
    proposal = ready(director)

    first = confirm(proposal, director)
    second = actions.confirm_proposal(proposal_id=proposal.pk, version=1, by=make_office(), now=NOW)

    assert (first.pk, Review.objects.count()) == (second.pk, 1)


def test_what_was_changed_after_the_check_is_checked_again() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    seen = proposal.version
    change(proposal, "areas.A.narrative", "Nya ord.", director)

    with pytest.raises(actions.ImportRefused) as refused:
        actions.confirm_proposal(proposal_id=proposal.pk, version=seen, by=director, now=NOW)

    assert (refused.value.code, Review.objects.count()) == ("changed-meanwhile", 0)


def test_without_a_unit_nothing_is_written() -> None:
    director = make_director(make_region())
    proposal = bring_and_read(director)

    with pytest.raises(actions.ImportRefused) as refused:
        confirm(proposal, director)

    assert (refused.value.code, Review.objects.count()) == ("unit-missing", 0)


def test_everything_but_the_unit_may_be_unknown() -> None:
    director = make_director(make_region())
    unit = make_unit()
    proposal = bring_and_read(director)
    change(proposal, "unit", unit.pk, director)

    review = confirm(proposal, director)

    assert (review.specialty, review.visit_from, review.report_date) == (None, None, None)


def test_a_right_that_ended_meanwhile_confirms_nothing() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    other = make_director(make_region("Region Söderdal", "98"), "Dag Andre")

    with pytest.raises(actions.ImportRefused) as refused:
        confirm(proposal, other)

    assert (refused.value.code, Review.objects.count()) == ("not-allowed", 0)


def test_two_proposals_of_one_file_give_one_review() -> None:
    region = make_region()
    first, second = make_director(region), make_director(region, "Dag Andre")
    mine = ready(first)
    theirs = bring_and_read(second)
    confirm(mine, first)

    with pytest.raises(actions.ImportRefused) as refused:
        confirm(theirs, second)

    assert (refused.value.code, Review.objects.count()) == ("already-confirmed", 1)


def test_a_confirmed_file_brought_again_by_anyone_is_a_duplicate() -> None:
    region = make_region()
    first = make_director(region)
    confirm(ready(first), first)

    again = bring_and_read(make_director(region, "Dag Andre"), report_text())

    assert again.state == ProposalState.DUPLICATE
