"""Judging apart and together: when verdicts are shown, what is agreed on, and how much."""

import pytest

from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict
from kollegium.domain.judging import agreed, agreement, cohens_kappa, is_open, without_verdict

AREA = standards.load("spur-st-2021").area("A")
MET, PARTLY, NOT_MET = Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET


@pytest.mark.parametrize(
    ("team", "done", "expected"),
    [
        ([1, 2], [1, 2], True),
        ([1, 2], [1], False),
        ([1, 2], [1, 3], False),
        ([1, 2], [1, 2, 3], True),
        ([1], [1], True),
        ([], [], False),
        ([], [1], False),
    ],
)
def test_area_opens_when_all_of_the_team_are_done(team: list[int], done: list[int], expected: bool) -> None:
    assert is_open(team, done) is expected


def test_what_is_not_judged_is_told_in_the_standards_order() -> None:
    keys = [criterion.key for criterion in AREA.criteria]

    assert without_verdict(AREA, {keys[1]: MET}) == (keys[0], *keys[2:])
    assert without_verdict(AREA, dict.fromkeys(keys, Verdict.CANNOT_TELL)) == ()


def test_only_like_verdicts_that_say_something_are_agreed_on() -> None:
    one, two, three, four = (criterion.key for criterion in AREA.criteria[:4])
    first = {one: MET, two: MET, three: Verdict.CANNOT_TELL, "D1": MET}
    second = {one: MET, two: PARTLY, three: Verdict.CANNOT_TELL, four: MET, "D1": MET}

    assert agreed(AREA, {1: first, 2: second}) == {one: MET}
    assert agreed(AREA, {}) == {}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        # Worked out by hand from the definition.
        ([(MET, MET), (NOT_MET, NOT_MET)], 1.0),
        ([(MET, NOT_MET), (NOT_MET, MET)], -1.0),
        ([(MET, MET), (MET, NOT_MET), (NOT_MET, MET), (NOT_MET, NOT_MET)], 0.0),
        ([(MET, MET)] * 20 + [(MET, NOT_MET)] * 5 + [(NOT_MET, MET)] * 10 + [(NOT_MET, NOT_MET)] * 15, 0.4),
    ],
)
def test_kappa_is_cohens(pairs: list[tuple[Verdict, Verdict]], expected: float) -> None:
    assert cohens_kappa(pairs) == pytest.approx(expected)


@pytest.mark.parametrize("pairs", [[], [(MET, MET)], [(MET, MET)] * 9])
def test_kappa_is_unknown_where_chance_alone_agrees(pairs: list[tuple[Verdict, Verdict]]) -> None:
    assert cohens_kappa(pairs) is None


def test_agreement_of_three_is_the_mean_of_the_pairs() -> None:
    first = {"A1": MET, "A2": NOT_MET}
    opposite = {"A1": NOT_MET, "A2": MET}

    assert agreement({1: first, 2: dict(first), 3: opposite}) == pytest.approx((1 - 1 - 1) / 3)
    assert agreement({1: first}) is None
    assert agreement({1: first, 2: {"B1": MET}}) is None
