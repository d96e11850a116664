"""The life of a case and who sees what of it: tables whose meaning must hold."""

import pytest

from kollegium.domain.case_access import (
    _PATH,
    TABLE,
    Access,
    CaseObject,
    Viewer,
    access,
    states_open_to_all,
    states_seen_by,
)
from kollegium.domain.case_life import FINISHED, IN_PROGRESS, PATH, STEPS, State, Step, steps_from
from kollegium.reviews.models import CaseState

EVERYBODY = frozenset(Viewer)


def test_states_are_those_that_are_stored() -> None:
    assert {state.value for state in State} == set(CaseState.values)
    assert tuple(state.value for state in PATH) == _PATH


def test_case_in_progress_is_never_finished_and_every_state_of_the_path_is_one_of_them() -> None:
    assert IN_PROGRESS.isdisjoint(FINISHED)
    assert set(PATH) == IN_PROGRESS | FINISHED
    assert {State.WITHDRAWN, State.TAKEN_BACK}.isdisjoint(IN_PROGRESS | FINISHED)


def test_path_can_be_walked_from_order_to_closing_by_the_office_alone() -> None:
    forward = [step for step in STEPS if not STEPS[step].needs_reason]
    state = State.ORDERED
    walked = [state]
    while True:
        step = next((one for one in forward if state in STEPS[one].sources), None)
        if step is None:
            break
        assert step in steps_from(state, frozenset({Viewer.OFFICE}))
        state = STEPS[step].target
        walked.append(state)

    assert tuple(walked) == PATH


@pytest.mark.parametrize("step", [Step.BACK_TO_VISIT, Step.BACK_TO_DRAFT, Step.WITHDRAW])
def test_step_back_or_out_needs_a_reason(step: Step) -> None:
    assert STEPS[step].needs_reason


@pytest.mark.parametrize("viewer", [Viewer.UNIT, Viewer.STAFF, Viewer.ONLOOKER, Viewer.COORDINATOR])
@pytest.mark.parametrize("state", list(State))
def test_those_who_are_reviewed_or_look_on_take_no_step(viewer: Viewer, state: State) -> None:
    assert steps_from(state, frozenset({viewer})) == ()


def test_nothing_is_withdrawn_or_taken_back_once_decided() -> None:
    for state in FINISHED:
        taken = steps_from(state, EVERYBODY)
        assert {STEPS[step].target for step in taken} <= FINISHED


@pytest.mark.parametrize("thing", [CaseObject.RECONCILED, CaseObject.REPORT])
def test_unit_reads_findings_from_the_fact_check_on_and_never_before(thing: CaseObject) -> None:
    for state in PATH:
        expected = PATH.index(state) >= PATH.index(State.FACT_CHECK)
        assert (access({Viewer.UNIT}, state, thing) > Access.NONE) is expected, state


@pytest.mark.parametrize("thing", [CaseObject.OWN_JUDGEMENT, CaseObject.NOTES])
@pytest.mark.parametrize("state", PATH)
def test_what_reviewers_write_for_themselves_is_theirs_alone(thing: CaseObject, state: State) -> None:
    for viewer in EVERYBODY - {Viewer.REVIEWER}:
        assert access({viewer}, state, thing) is Access.NONE


def test_reviewer_has_no_part_before_planning_and_none_after_closing() -> None:
    for thing in CaseObject:
        assert access({Viewer.REVIEWER}, State.ORDERED, thing) is Access.NONE
        assert access({Viewer.REVIEWER}, State.CLOSED, thing) is Access.NONE


def test_material_reaches_reviewers_with_the_preparations() -> None:
    assert access({Viewer.REVIEWER}, State.PLANNED, CaseObject.MATERIAL) is Access.NONE
    assert access({Viewer.REVIEWER}, State.PREPARING, CaseObject.MATERIAL) is Access.WRITE


def test_staff_know_that_a_review_is_coming_and_nothing_of_what_is_found() -> None:
    seen = {thing for thing in CaseObject for state in PATH if access({Viewer.STAFF}, state, thing)}
    assert seen == {CaseObject.FACTS, CaseObject.TEAM, CaseObject.SCHEDULE}


def test_nobody_changes_anything_of_a_decided_case() -> None:
    # To hand the case out changes nothing of it; unit and office may still speak of the decision, and the unit of
    # the review it had. The plan that answers it begins with the decision.
    spoken_of_later = {CaseObject.RECONSIDERATION, CaseObject.FEEDBACK}
    planned_later = {CaseObject.PLAN, CaseObject.PLAN_JUDGEMENT}
    for thing in set(CaseObject) - spoken_of_later - planned_later - {CaseObject.EXPORT}:
        for state in FINISHED:
            assert access(EVERYBODY, state, thing) < Access.WRITE


def test_unit_and_office_alone_speak_of_a_decision_and_while_the_case_is_open() -> None:
    writers = {
        (viewer, state)
        for viewer in Viewer
        for state in PATH
        if access({viewer}, state, CaseObject.RECONSIDERATION) is Access.WRITE
    }

    assert writers == {
        (viewer, state)
        for viewer in (Viewer.UNIT, Viewer.OFFICE)
        for state in (State.DECIDED, State.FOLLOW_UP)
    }


@pytest.mark.parametrize(
    ("thing", "those"),
    [
        (CaseObject.PLAN, {Viewer.UNIT, Viewer.OFFICE}),
        (CaseObject.PLAN_JUDGEMENT, {Viewer.REVIEWER, Viewer.OFFICE}),
    ],
)
def test_plan_is_written_by_the_unit_and_judged_by_others_while_the_case_is_open(
    thing: CaseObject, those: set[Viewer]
) -> None:
    writers = {
        (viewer, state)
        for viewer in Viewer
        for state in State
        if access({viewer}, state, thing) is Access.WRITE
    }

    assert writers == {(viewer, state) for viewer in those for state in (State.DECIDED, State.FOLLOW_UP)}
    assert access({Viewer.UNIT}, State.FOLLOW_UP, CaseObject.PLAN_JUDGEMENT) is Access.NONE


def test_whoever_may_write_sees_that_there_is_a_case() -> None:
    for thing, rows in TABLE.items():
        for viewer, states in rows.items():
            for state in states:
                assert access({viewer}, state, CaseObject.FACTS) >= Access.READ, (thing, viewer, state)


def test_several_parts_give_the_widest_access() -> None:
    both = {Viewer.STAFF, Viewer.OFFICE}
    assert access(both, State.PLANNED, CaseObject.TEAM) is Access.WRITE


def test_withdrawn_case_is_known_to_those_who_ordered_and_plan_it() -> None:
    assert access({Viewer.UNIT}, State.WITHDRAWN, CaseObject.FACTS) is Access.READ
    assert access({Viewer.REVIEWER}, State.WITHDRAWN, CaseObject.FACTS) is Access.NONE
    assert access({Viewer.UNIT}, State.WITHDRAWN, CaseObject.TEAM) is Access.NONE
    assert access(EVERYBODY, State.TAKEN_BACK, CaseObject.FACTS) is Access.NONE


@pytest.mark.parametrize("viewer", list(Viewer))
def test_states_seen_are_those_in_which_the_facts_are_read(viewer: Viewer) -> None:
    for state in State:
        assert (state.value in states_seen_by(viewer)) is bool(access({viewer}, state, CaseObject.FACTS))


def test_team_is_open_to_all_once_planned_and_the_judgements_never() -> None:
    assert states_open_to_all(CaseObject.FACTS) == set(_PATH)
    assert states_open_to_all(CaseObject.TEAM) == set(_PATH) - {"ordered"}
    assert states_open_to_all(CaseObject.OWN_JUDGEMENT) == frozenset()
