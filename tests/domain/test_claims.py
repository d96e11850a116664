"""What an identity provider says of somebody's work, and which roles are proposed of it."""

import pytest

from kollegium.domain import hsa
from kollegium.domain.claims import (
    MOST_PROPOSED,
    PROPOSABLE,
    ClaimMap,
    ProposedRole,
    WrongClaimMap,
    proposed_roles,
    read_roles,
)
from kollegium.domain.roles import Reach, Role

UNIT, OTHER, PROVIDER = "SE2321000016-A1", "SE2321000016-B2", "SE2321000016-V0"
MAP = ClaimMap(
    unit="healthCareUnitHsaId",
    care_provider="healthCareProviderHsaId",
    commissions="allCommissions",
    roles=read_roles(
        "title=ST-läkare:trainee, systemRole=KOLLEGIUM;VC:head_of_unit, systemRole=KOLLEGIUM;SR:programme_director,"
        "systemRole=KOLLEGIUM;UC:director_of_training"
    ),
)
ST, HEAD = {"title": "ST-läkare"}, {"systemRole": "KOLLEGIUM;VC"}
AT_UNIT, AT_PROVIDER = {"healthCareUnitHsaId": UNIT}, {"healthCareProviderHsaId": PROVIDER}
TRAINEE = (Role.TRAINEE, Reach.UNIT, UNIT, "title: ST-läkare")
HEADS = (Role.HEAD_OF_UNIT, Reach.UNIT, UNIT, "systemRole: KOLLEGIUM;VC")


def told(claims: dict[str, object]) -> list[tuple[Role, Reach, str, str]]:
    return [(one.role, one.reach, one.hsa_id, one.said) for one in proposed_roles(claims, MAP)]


@pytest.mark.parametrize(
    ("claims", "proposed"),
    [
        pytest.param({**ST, **AT_UNIT}, [TRAINEE], id="text"),
        pytest.param({"title": ["Läkare", "ST-läkare"], **AT_UNIT}, [TRAINEE], id="list"),
        pytest.param({**ST, **HEAD, **AT_UNIT}, [TRAINEE, HEADS], id="two-roles"),
        pytest.param(
            {**ST, "healthCareUnitHsaId": [UNIT, OTHER]},
            [TRAINEE, (Role.TRAINEE, Reach.UNIT, OTHER, "title: ST-läkare")],
            id="two-units",
        ),
        pytest.param({**ST, "healthCareUnitHsaId": [UNIT, UNIT.lower()]}, [TRAINEE], id="same-unit-twice"),
        pytest.param(
            {"title": " st-LÄKARE ", "healthCareUnitHsaId": " se2321000016-a1 "},
            [(Role.TRAINEE, Reach.UNIT, UNIT, "title: st-LÄKARE")],
            id="case-and-space",
        ),
        pytest.param({**ST, **AT_PROVIDER}, [], id="no-unit-for-a-role-of-units"),
        pytest.param(
            {"systemRole": "KOLLEGIUM;UC", **AT_UNIT, **AT_PROVIDER},
            [(Role.DIRECTOR_OF_TRAINING, Reach.CARE_PROVIDER, PROVIDER, "systemRole: KOLLEGIUM;UC")],
            id="role-of-care-providers",
        ),
        pytest.param(
            {"systemRole": "KOLLEGIUM;SR", **AT_UNIT, **AT_PROVIDER},
            [(Role.PROGRAMME_DIRECTOR, Reach.UNIT, UNIT, "systemRole: KOLLEGIUM;SR")],
            id="narrowest-place",
        ),
        pytest.param(
            {"systemRole": "KOLLEGIUM;SR", **AT_PROVIDER},
            [(Role.PROGRAMME_DIRECTOR, Reach.CARE_PROVIDER, PROVIDER, "systemRole: KOLLEGIUM;SR")],
            id="wider-place-when-alone",
        ),
        pytest.param({**ST, "allCommissions": [{**AT_UNIT, **AT_PROVIDER}]}, [TRAINEE], id="commission"),
        pytest.param(
            {**ST, "allCommissions": [{**AT_UNIT, **HEAD}, {"healthCareUnitHsaId": OTHER}]},
            [TRAINEE, HEADS, (Role.TRAINEE, Reach.UNIT, OTHER, "title: ST-läkare")],
            id="role-of-one-commission-is-not-another's",
        ),
        pytest.param(
            {**HEAD, **AT_UNIT, "allCommissions": [{"healthCareUnitHsaId": OTHER, "systemRole": "annat"}]},
            [HEADS],
            id="commission-contradicts-the-person",
        ),
        pytest.param(
            {**HEAD, **AT_UNIT, "allCommissions": [{"healthCareProviderHsaId": PROVIDER}]},
            [HEADS],
            id="commission-without-a-unit-borrows-none",
        ),
        pytest.param({}, [], id="nothing"),
        pytest.param(AT_UNIT, [], id="place-alone"),
        pytest.param(ST, [], id="role-alone"),
        pytest.param({"title": "Överläkare", **AT_UNIT}, [], id="unmapped-value"),
        pytest.param({"befattning": "ST-läkare", **AT_UNIT}, [], id="unmapped-claim"),
        pytest.param({"title": "ST-läkare, vik", **AT_UNIT}, [], id="value-that-only-begins-so"),
    ],
)
def test_proposed_roles(claims: dict[str, object], proposed: list[object]) -> None:
    assert told(claims) == proposed


HOSTILE = [None, 7, True, 1.5, {}, {"ST-läkare": 1}, [["ST-läkare"]], [None, 7], "", " ", "\0", "ST-läkare\0"]


@pytest.mark.parametrize("value", [*HOSTILE, "x" * 5_000_000], ids=lambda value: repr(value)[:20])
def test_value_of_no_use_says_nothing(value: object) -> None:
    assert told({"title": value, **AT_UNIT}) == []
    assert told({**ST, "healthCareUnitHsaId": value}) == []
    assert told({**ST, "allCommissions": value}) == []
    assert told({**ST, "allCommissions": [value, {"healthCareUnitHsaId": value}]}) == []


@pytest.mark.parametrize(
    "hsa_id",
    ["SE2321000016_A1", "SE1' OR 1=1 --", "<b>SE1</b>", "-SE1", "SE1-", "SE1--A", "A" * 65, "ÅÄÖ-1"],
)
def test_place_that_is_no_hsa_id_is_no_place(hsa_id: str) -> None:
    assert told({**ST, "healthCareUnitHsaId": hsa_id}) == []


def test_long_lists_are_cut() -> None:
    many = [f"SE{number}-A" for number in range(10_000)]

    assert len(told({**ST, "healthCareUnitHsaId": many})) == MOST_PROPOSED


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        (" se2321000016-1a2b ", "SE2321000016-1A2B"),
        ("A" * 64, "A" * 64),
        ("A" * 65, None),
        ("", None),
        (None, None),
        (5, None),
    ],
)
def test_hsa_id_is_written_one_way(text: object, stored: str | None) -> None:
    assert hsa.normalised(text) == stored


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("", {}),
        (" , ", {}),
        ("title=ST-läkare:trainee", {("title", "st-läkare"): Role.TRAINEE}),
        ("systemRole=A;B=C:D:head_of_unit", {("systemRole", "a;b=c:d"): Role.HEAD_OF_UNIT}),
        (r"title=Läkare\, ST:trainee", {("title", "läkare, st"): Role.TRAINEE}),
        (
            "https://x.example/title=a : trainee ,\n title = b:trainee",
            {("https://x.example/title", "a"): Role.TRAINEE, ("title", "b"): Role.TRAINEE},
        ),
    ],
)
def test_map_of_roles_is_read(text: str, roles: dict[tuple[str, str], Role]) -> None:
    assert read_roles(text) == roles


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title", "not written as claim=value:role"),
        ("title=ST-läkare", "not written as claim=value:role"),
        ("title=:trainee", "not written as claim=value:role"),
        ("=ST:trainee", "not written as claim=value:role"),
        ("my title=ST:trainee", "not written as claim=value:role"),
        ("title=ST:", "no role to propose"),
        ("title=ST:doctor", "'doctor' is no role to propose; choose one of: trainee, "),
        ("title=ST:administrator", "no role to propose"),
        ("title=ST:review_office", "no role to propose"),
        ("title=ST:region_officer", "no role to propose"),
        ("title=ST:trainee,title=st:head_of_unit", "stands there twice"),
    ],
)
def test_map_that_makes_no_sense_is_refused(text: str, said: str) -> None:
    with pytest.raises(WrongClaimMap, match=said):
        read_roles(text)


def test_what_is_proposed_is_a_plain_value() -> None:
    assert proposed_roles({**ST, **AT_UNIT}, MAP) == (ProposedRole(*TRAINEE),)


def test_only_roles_of_an_employer_at_units_and_care_providers_can_be_proposed() -> None:
    never = {
        Role.ADMINISTRATOR,
        Role.REVIEWER,
        Role.REVIEW_OFFICE,
        Role.REGION_OFFICER,
        Role.SPECIALTY_COORDINATOR,
    }

    assert frozenset(Role) - never == PROPOSABLE
