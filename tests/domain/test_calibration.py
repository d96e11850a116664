"""Like findings: the same criteria fell short, or all but one of several."""

import pytest

from kollegium.domain.calibration import Finding, Likeness, like_findings, likeness
from kollegium.domain.standard import Outcome


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("D1 D2", "D2 D1", Likeness.SAME),
        ("", "", Likeness.SAME),
        ("D1", "", None),
        ("", "D1", None),
        ("D1 D2", "D2", Likeness.NEAR),
        ("D1 D2", "D1 D2 D3", Likeness.NEAR),
        ("D1", "D2", None),
        ("", "D1 D2", None),
    ],
)
def test_likeness(ours: str, theirs: str, expected: Likeness | None) -> None:
    assert likeness(frozenset(ours.split()), frozenset(theirs.split())) == expected


def test_likest_stand_first_and_the_rest_keep_their_order() -> None:
    rows = [
        Finding(number, frozenset(short.split()), Outcome.PASSED)
        for number, short in enumerate(["D1", "D1 D2", "D3 D4", "D1 D2 D3", "D2 D1"])
    ]

    found = like_findings(frozenset({"D1", "D2"}), rows)

    assert [(like, one.review_id) for like, one in found] == [
        (Likeness.SAME, 1),
        (Likeness.SAME, 4),
        (Likeness.NEAR, 0),
        (Likeness.NEAR, 3),
    ]
