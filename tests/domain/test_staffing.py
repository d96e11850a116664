"""Who may review whom: every reason, both sides of each limit, and what a team needs."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kollegium.domain.staffing import (
    COSTS,
    HARD,
    Candidate,
    Finding,
    Reason,
    Rules,
    Seniority,
    Tie,
    TieKind,
    Visit,
    are_neighbours,
    cost_of,
    findings,
    is_ruled_out,
    neighbours_of,
    team_faults,
)

VISIT = Visit(1, "reumatologi", 10, 20, 30, date(2026, 5, 12), date(2026, 5, 13))
FREE = Candidate(1, frozenset({"reumatologi"}), unit_ids=frozenset({11}), care_provider_ids=frozenset({21}))
JUNIOR = replace(FREE, seniority=Seniority.JUNIOR)
EMPLOYED = TieKind.EARLIER_EMPLOYER


def tie(kind: TieKind, until: date | None = None, *, provider: int | None = None, unit: int = 10) -> Any:
    return Tie(kind, frozenset() if provider else frozenset({unit}), provider, until)


def reasons(candidate: Candidate, rules: Rules | None = None) -> list[Reason]:
    return [one.reason for one in findings(candidate, VISIT, rules or Rules())]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({}, []),
        ({"unit_ids": frozenset({10})}, [Reason.OWN_UNIT]),
        ({"care_provider_ids": frozenset({20})}, [Reason.SAME_PROVIDER]),
        ({"region_ids": frozenset({30})}, [Reason.SAME_REGION]),
        ({"region_ids": frozenset({31})}, []),
        ({"ties": (tie(TieKind.OTHER),)}, [Reason.DECLARED]),
        ({"ties": (tie(TieKind.OTHER, provider=20),)}, [Reason.DECLARED]),
        ({"ties": (tie(TieKind.OTHER, unit=12),)}, []),
        ({"ties": (tie(TieKind.OWN_TRAINEE),)}, [Reason.OWN_TRAINEE]),
        ({"ties": (tie(EMPLOYED),)}, [Reason.LATELY_EMPLOYED]),
        ({"ties": (tie(EMPLOYED, date(2021, 5, 13)),)}, [Reason.LATELY_EMPLOYED]),
        ({"ties": (tie(EMPLOYED, date(2021, 5, 12)),)}, [Reason.EARLIER_EMPLOYED]),
        ({"reviewed": ((10, date(2021, 5, 13)),)}, [Reason.EARLIER_REVIEW]),
        ({"reviewed": ((10, date(2021, 5, 12)),)}, []),
        ({"reviewed": ((12, date(2025, 5, 12)),)}, []),
        ({"away": ((date(2026, 5, 13), date(2026, 5, 20)),)}, [Reason.AWAY]),
        ({"away": ((date(2026, 5, 1), date(2026, 5, 12)),)}, [Reason.AWAY]),
        ({"away": ((date(2026, 5, 14), date(2026, 5, 20)),)}, []),
        ({"away": ((date(2026, 5, 1), date(2026, 5, 11)),)}, []),
        ({"booked": ((2026, 2),), "most_in_a_year": 3}, []),
        ({"booked": ((2026, 3),), "most_in_a_year": 3}, [Reason.OVER_OWN_LIMIT]),
        ({"booked": ((2025, 3), (2027, 3)), "most_in_a_year": 3}, []),
        ({"specialty_keys": frozenset({"internmedicin"})}, [Reason.NEIGHBOUR]),
        ({"specialty_keys": frozenset({"internmedicin", "reumatologi"})}, []),
        ({"specialty_keys": frozenset({"kirurgi"})}, [Reason.OTHER_SPECIALTY]),
        ({"specialty_keys": frozenset()}, [Reason.ALL_SPECIALTIES]),
        ({"is_nordic": True}, [Reason.NORDIC]),
        (
            {"region_ids": frozenset({30}), "care_provider_ids": frozenset({20})},
            [Reason.SAME_PROVIDER, Reason.SAME_REGION],
        ),
    ],
)
def test_each_reason_is_found_and_no_other(others: dict[str, Any], expected: list[Reason]) -> None:
    assert reasons(replace(FREE, **others)) == expected


def test_region_is_no_matter_where_the_specialty_allows_it() -> None:
    candidate = replace(FREE, region_ids=frozenset({30}))

    assert reasons(candidate, Rules(regions_allowed=frozenset({"reumatologi"}))) == []
    assert reasons(candidate, Rules(regions_allowed=frozenset({"kirurgi"}))) == [Reason.SAME_REGION]


def test_latest_earlier_review_is_named() -> None:
    candidate = replace(FREE, reviewed=((10, date(2022, 1, 1)), (10, date(2024, 1, 1))))

    assert findings(candidate, VISIT, Rules()) == (Finding(Reason.EARLIER_REVIEW, date(2024, 1, 1)),)


def test_leap_day_has_a_day_five_years_before() -> None:
    visit = replace(VISIT, first=date(2028, 2, 29), last=date(2028, 2, 29))
    candidate = replace(FREE, reviewed=((10, date(2023, 3, 1)),))

    assert [one.reason for one in findings(candidate, visit, Rules())] == [Reason.EARLIER_REVIEW]


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_either_rules_out_or_costs(reason: Reason) -> None:
    assert (reason in HARD) is (reason not in COSTS)
    assert is_ruled_out([Finding(reason)]) is (reason in HARD)


def test_cost_is_what_was_found_and_what_is_booked() -> None:
    candidate = replace(FREE, booked=((2025, 9), (2026, 2)), region_ids=frozenset({30}))

    assert cost_of(candidate, VISIT, findings(candidate, VISIT, Rules())) == 110


@pytest.mark.parametrize(
    ("team", "faults"),
    [
        ([FREE, FREE], ()),
        ([FREE, JUNIOR], ()),
        ([FREE], ("too-small",)),
        ([], ("too-small",)),
        ([JUNIOR, JUNIOR], ("no-senior",)),
        ([FREE, JUNIOR, JUNIOR], ("juniors-without-senior",)),
        ([replace(FREE, specialty_keys=frozenset({"internmedicin"}))] * 2, ("nobody-of-the-specialty",)),
        ([replace(FREE, specialty_keys=frozenset())] * 2, ()),
    ],
    ids=["two seniors", "one of each", "one", "none", "juniors", "two juniors", "neighbours", "for all"],
)
def test_team_is_judged(team: list[Candidate], faults: tuple[str, ...]) -> None:
    assert team_faults(team, VISIT) == faults


def test_neighbours_go_both_ways_and_leave_out_oneself() -> None:
    assert "reumatologi" in neighbours_of("internmedicin")
    assert are_neighbours("reumatologi", "internmedicin")
    assert not are_neighbours("internmedicin", "internmedicin")
    assert neighbours_of("finns-inte") == frozenset()
