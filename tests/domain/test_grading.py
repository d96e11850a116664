"""The grading rule, row by row and against a literal second version of it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kollegium.domain.grading import (
    GradingReason,
    OverrulingRefused,
    Verdict,
    overrule,
    propose_grade,
)
from kollegium.domain.standard import Area, Outcome, RequirementLevel, load
from tests.domain.grading_oracle import completions, grade_of, pivotal
from tests.domain.standards import FULL, INTERNSHIP, PASS_OR_FAIL, WITHOUT_REMARKS, make_area

FAILED, REMARKS, PASSED, WELL = Outcome
MET, PARTLY, NOT, NA, UNKNOWN = Verdict
SCALES = {
    "full": FULL,
    "without remarks": WITHOUT_REMARKS,
    "internship": INTERNSHIP,
    "pass or fail": PASS_OR_FAIL,
}
R = GradingReason


def verdicts_of(area: Area, values: tuple[Verdict, ...] | list[Verdict]) -> dict[str, Verdict]:
    return {one.key: value for one, value in zip(area.criteria, values, strict=True)}


@pytest.mark.parametrize(
    ("counts", "values", "outcomes", "deciding", "reasons"),
    [
        ((2, 2, 2), (MET,) * 6, (WELL,), "Z1 Z2 Z3 Z4 Z5 Z6", (R.ALL_MET,)),
        ((2, 2, 2), (MET, NOT, MET, MET, MET, MET), (FAILED,), "Z2", (R.REGULATION_NOT_MET,)),
        ((2, 2, 2), (PARTLY, MET, NOT, NOT, NOT, NOT), (FAILED,), "Z1", (R.REGULATION_NOT_MET,)),
        ((2, 2, 2), (MET, MET, MET, PARTLY, NOT, NOT), (REMARKS,), "Z4", (R.RECOMMENDATION_NOT_MET,)),
        ((1, 2, 1), (MET, NOT, MET, MET), (REMARKS,), "Z2", (R.RECOMMENDATION_NOT_MET,)),
        (
            (1, 2, 1),
            (MET, NOT, NOT, MET),
            (REMARKS,),
            "Z2 Z3",
            (R.RECOMMENDATION_NOT_MET, R.RECOMMENDATIONS_NOT_ESSENTIALLY_FOLLOWED),
        ),
        (
            (1, 2, 1),
            (MET, NOT, NA, MET),
            (REMARKS,),
            "Z2",
            (R.RECOMMENDATION_NOT_MET, R.RECOMMENDATIONS_NOT_ESSENTIALLY_FOLLOWED),
        ),
        ((1, 3, 0), (MET, PARTLY, PARTLY, PARTLY), (REMARKS,), "Z2 Z3 Z4", (R.RECOMMENDATION_NOT_MET,)),
        ((2, 1, 2), (MET, MET, MET, PARTLY, MET), (WELL,), "Z4", (R.ISOLATED_EXCEPTIONS,)),
        ((2, 1, 2), (MET, MET, MET, PARTLY, NOT), (PASSED,), "Z4 Z5", (R.INDICATORS_NOT_MET,)),
        ((1, 1, 1), (MET, MET, NOT), (WELL, PASSED), "Z3", (R.SINGLE_INDICATOR_EXCEPTION,)),
        ((1, 1, 1), (MET, MET, NA), (WELL,), "Z1 Z2", (R.ALL_MET,)),
        ((1, 0, 2), (MET, NOT, NA), (WELL,), "Z2", (R.ISOLATED_EXCEPTIONS,)),
        ((1, 0, 0), (MET,), (WELL,), "Z1", (R.ALL_MET,)),
        ((1, 1, 1), (NA, NA, NA), (), "Z1 Z2 Z3", (R.ALL_NOT_APPLICABLE,)),
        ((0, 0, 0), (), (), "", (R.NO_CRITERIA,)),
        ((1, 1, 2), (NOT, UNKNOWN, UNKNOWN, NA), (FAILED,), "Z1", (R.REGULATION_NOT_MET, R.UNKNOWN_CANNOT_CHANGE)),
        ((1, 1, 2), (MET, NOT, UNKNOWN, NA), (REMARKS,), "Z2", (R.RECOMMENDATION_NOT_MET, R.RECOMMENDATIONS_NOT_ESSENTIALLY_FOLLOWED, R.UNKNOWN_CANNOT_CHANGE)),
        ((1, 0, 2), (MET, MET, UNKNOWN), (WELL,), "Z1 Z2", (R.UNKNOWN_CANNOT_CHANGE,)),
        ((0, 0, 2), (NA, UNKNOWN), (WELL,), "Z2", (R.UNKNOWN_CANNOT_CHANGE,)),
        ((1, 1, 2), (MET, MET, NOT, UNKNOWN), (), "Z4", (R.UNKNOWN_REMAINS,)),
        ((1, 1, 2), (UNKNOWN, NOT, UNKNOWN, MET), (), "Z1", (R.UNKNOWN_REMAINS,)),
        ((1, 1, 2), (UNKNOWN,) * 4, (), "Z1 Z2 Z3 Z4", (R.UNKNOWN_REMAINS,)),
        ((1, 1, 1), (MET, MET, UNKNOWN), (), "Z3", (R.UNKNOWN_REMAINS,)),
    ],
    ids=[
        "everything met",
        "a regulation not met",
        "a regulation partly met outweighs the rest",
        "a recommendation partly met",
        "half of the recommendations not met",
        "more than half not met",
        "more than half of those that apply not met",
        "all partly met is not the same as not met",
        "one indicator within the tolerance",
        "two indicators beyond it",
        "the only indicator of the standard",
        "the only indicator does not apply",
        "the only indicator left is not the only one of the standard",
        "no indicators at all",
        "nothing applies",
        "no criteria",
        "unknowns cannot mend a breach",
        "unknown indicator behind a recommendation",
        "unknown indicator within the tolerance",
        "nothing known but one tolerated indicator",
        "unknown indicator at the limit",
        "only the unknown regulation counts",
        "nothing known",
        "the only indicator unknown",
    ],
)  # fmt: skip
def test_proposal_gives_outcome_deciding_criteria_and_reason(
    counts: tuple[int, int, int],
    values: tuple[Verdict, ...],
    outcomes: tuple[Outcome, ...],
    deciding: str,
    reasons: tuple[GradingReason, ...],
) -> None:
    area = make_area(*counts)

    proposal = propose_grade(area, verdicts_of(area, values))

    assert (proposal.outcomes, proposal.deciding, proposal.reasons) == (
        outcomes,
        tuple(deciding.split()),
        reasons,
    )


@pytest.mark.parametrize("tolerated", [0, 1, 2], ids="{} tolerated".format)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(
    "counts",
    [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1), (0, 0, 3), (0, 2, 1), (0, 1, 2), (2, 1, 0)],
    ids=lambda counts: "-".join(map(str, counts)),
)
def test_proposal_agrees_with_every_completion(
    counts: tuple[int, int, int], scale: str, tolerated: int
) -> None:
    area = make_area(*counts, outcomes=SCALES[scale], tolerated=tolerated)

    for values in product(Verdict, repeat=sum(counts)):
        _check_against_oracle(area, verdicts_of(area, values))


@pytest.mark.parametrize("tolerated", [1, 2], ids="{} tolerated".format)
@pytest.mark.parametrize(
    "counts", [(1, 1, 2), (1, 2, 1), (2, 1, 1)], ids=lambda counts: "-".join(map(str, counts))
)
def test_proposal_agrees_with_every_completion_of_a_mixed_area(
    counts: tuple[int, int, int], tolerated: int
) -> None:
    area = make_area(*counts, tolerated=tolerated)

    for values in product(Verdict, repeat=sum(counts)):
        _check_against_oracle(area, verdicts_of(area, values))


def _check_against_oracle(area: Area, verdicts: dict[str, Verdict]) -> None:
    graded = [(completion, grade_of(area, completion)) for completion in completions(area, verdicts)]
    grades = [grade for _, grade in graded]
    every = frozenset().union(*grades)

    proposal = propose_grade(area, verdicts)

    assert proposal.worst == min(every, key=lambda one: one.rank, default=None), verdicts
    assert proposal.best == max(every, key=lambda one: one.rank, default=None), verdicts
    settled = len(set(grades)) == 1
    expected = tuple(sorted(grades[0], key=lambda one: -one.rank)) if settled else ()
    assert proposal.outcomes == expected, verdicts
    assert None not in [area.scale.letter_of(one) for one in proposal.outcomes]
    assert bool(proposal.deciding)
    assert bool(proposal.reasons)
    if not settled:
        assert set(proposal.deciding) == pivotal(area, verdicts, graded), verdicts


@st.composite
def judged_areas(draw: st.DrawFn) -> tuple[Area, dict[str, Verdict]]:
    counts = [draw(st.integers(0, 3)) for _ in range(3)]
    area = make_area(
        *counts,
        outcomes=draw(st.sampled_from(list(SCALES.values()))),
        tolerated=draw(st.integers(0, 3)),
    )
    known = st.sampled_from([MET, MET, PARTLY, NOT, NA])
    values = [draw(known) for _ in area.criteria]
    for index in draw(st.sets(st.integers(0, 8), max_size=4)):
        if index < len(values):
            values[index] = UNKNOWN
    return area, verdicts_of(area, values)


@settings(max_examples=150, deadline=None)
@given(judged_areas())
def test_range_is_exactly_that_of_all_completions(judged: tuple[Area, dict[str, Verdict]]) -> None:
    area, verdicts = judged
    if area.criteria:
        _check_against_oracle(area, verdicts)


@settings(max_examples=150, deadline=None)
@given(judged_areas(), st.data())
def test_a_better_verdict_never_lowers_the_grade(
    judged: tuple[Area, dict[str, Verdict]], data: st.DataObject
) -> None:
    area, verdicts = judged
    worse = [key for key, verdict in verdicts.items() if verdict in (PARTLY, NOT)]
    if not worse:
        return
    key = data.draw(st.sampled_from(worse))
    better = data.draw(st.sampled_from([MET, PARTLY] if verdicts[key] is NOT else [MET]))

    before, after = propose_grade(area, verdicts), propose_grade(area, {**verdicts, key: better})

    assert before.worst is not None
    assert before.best is not None
    assert after.worst is not None
    assert after.best is not None
    assert after.worst.rank >= before.worst.rank
    assert after.best.rank >= before.best.rank


@settings(max_examples=100, deadline=None)
@given(judged_areas(), st.data())
def test_learning_a_verdict_never_widens_the_range(
    judged: tuple[Area, dict[str, Verdict]], data: st.DataObject
) -> None:
    area, verdicts = judged
    unknown = [key for key, verdict in verdicts.items() if verdict is UNKNOWN]
    if not unknown:
        return
    key = data.draw(st.sampled_from(unknown))

    before = propose_grade(area, verdicts)
    after = propose_grade(area, {**verdicts, key: data.draw(st.sampled_from([MET, PARTLY, NOT]))})

    assert before.worst is not None
    assert before.best is not None
    assert after.worst is not None
    assert after.best is not None
    assert before.worst.rank <= after.worst.rank <= after.best.rank <= before.best.rank


def test_absent_verdict_means_cannot_tell_and_foreign_keys_do_not_count() -> None:
    area = make_area(1, 1, 1)

    assert propose_grade(area, {"Z1": MET, "D6": NOT}) == propose_grade(
        area, verdicts_of(area, [MET, UNKNOWN, UNKNOWN])
    )


def test_verdicts_may_come_as_stored_text_but_not_as_any_text() -> None:
    area = make_area(1, 1, 1)
    stored = {"Z1": "met", "Z2": "not_applicable", "Z3": "not_met"}

    assert propose_grade(area, stored) == propose_grade(area, verdicts_of(area, [MET, NA, NOT]))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="perhaps"):
        propose_grade(area, {"Z1": "perhaps"})  # type: ignore[dict-item]


def test_letters_come_from_the_areas_scale() -> None:
    area = make_area(1, 1, 1, outcomes=INTERNSHIP)

    proposal = propose_grade(area, verdicts_of(area, [MET, MET, NOT]))

    assert (proposal.letters, proposal.worst_letter, proposal.best_letter) == (("W", "R"), "R", "W")
    assert proposal.reasons == (R.SINGLE_INDICATOR_EXCEPTION, R.OUTCOME_NOT_IN_SCALE)


@pytest.mark.parametrize(
    ("area_key", "short", "letters"),
    [
        ("A", [], ("A",)),
        ("A", ["A4"], ("A", "B")),
        ("A", ["A3"], ("D",)),
        ("B", ["B8"], ("A",)),
        ("B", ["B8", "B9"], ("B",)),
        ("C", ["C3", "C4"], ("B",)),
        ("D", ["D6"], ("D",)),
        ("D", ["D9"], ("C",)),
        ("F", ["F6"], ("A", "B")),
        ("H", ["H13"], ("A", "B")),
        ("H", ["H12", "H13"], ("C",)),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list | tuple) else value,
)
def test_shipped_standard_gives_the_letters_of_its_scales(
    area_key: str, short: list[str], letters: tuple[str, ...]
) -> None:
    area = load("spur-st-2021").area(area_key)
    verdicts = {one.key: NOT if one.key in short else MET for one in area.criteria}

    assert propose_grade(area, verdicts).letters == letters


def test_an_area_without_criteria_gets_no_grade() -> None:
    proposal = propose_grade(load("at-spur").area("E"), {})

    assert (proposal.outcomes, proposal.worst, proposal.best, proposal.worst_letter) == ((), None, None, None)
    assert proposal.reasons == (R.NO_CRITERIA,)
    assert not proposal.is_settled


def test_hundreds_of_unknown_criteria_are_no_hindrance() -> None:
    area = make_area(200, 200, 200)

    proposal = propose_grade(area, {})

    assert (proposal.worst, proposal.best, len(proposal.deciding)) == (FAILED, WELL, 600)


def test_overrule_keeps_the_proposal_and_the_reason() -> None:
    area = make_area(1, 1, 1)
    proposal = propose_grade(area, verdicts_of(area, [NOT, MET, MET]))

    overruling = overrule(proposal, REMARKS, "  Åtgärdat under besöket. ")

    assert (overruling.proposal, overruling.outcome, overruling.letter, overruling.reason) == (
        proposal,
        REMARKS,
        "R",
        "Åtgärdat under besöket.",
    )


@pytest.mark.parametrize(
    ("outcome", "reason", "code"),
    [
        (PASSED, "", "overruling-without-reason"),
        (PASSED, " \n", "overruling-without-reason"),
        (REMARKS, "Skäl.", "outcome-not-in-scale"),
    ],
    ids=["no reason", "blank reason", "no such grade"],
)
def test_overrule_refuses(outcome: Outcome, reason: str, code: str) -> None:
    area = make_area(1, 0, 1, outcomes=WITHOUT_REMARKS)
    proposal = propose_grade(area, {})

    with pytest.raises(OverrulingRefused) as refusal:
        overrule(proposal, outcome, reason)

    assert refusal.value.code == code


def test_levels_of_the_synthetic_area_are_those_asked_for() -> None:
    area = make_area(1, 2, 3)

    assert [len(area.at_level(level)) for level in RequirementLevel] == [1, 2, 3]
