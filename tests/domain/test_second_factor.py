"""Which roles need more than a password."""

import pytest

from kollegium.domain.roles import OPEN_TO_A_PASSWORD, Permission, Role, needs_second_factor

NEEDS = {
    Role.TRAINEE: False,
    Role.PLACEMENT_SUPERVISOR: False,
    Role.MAIN_SUPERVISOR: False,
    Role.REVIEWER: True,
    Role.PROGRAMME_DIRECTOR: True,
    Role.HEAD_OF_UNIT: True,
    Role.MEDICAL_LEAD: True,
    Role.DIRECTOR_OF_TRAINING: True,
    Role.CARE_PROVIDER_OFFICER: True,
    Role.REGION_OFFICER: True,
    Role.SPECIALTY_COORDINATOR: True,
    Role.REVIEW_OFFICE: True,
    Role.ADMINISTRATOR: True,
}


@pytest.mark.parametrize("role", list(Role))
def test_role_needs_a_second_factor_when_it_reaches_other_peoples_records(role: Role) -> None:
    assert needs_second_factor([role]) is NEEDS[role]


@pytest.mark.parametrize(
    ("roles", "needed"),
    [
        ([], False),
        ([Role.TRAINEE, Role.MAIN_SUPERVISOR], False),
        ([Role.TRAINEE, Role.ADMINISTRATOR], True),
    ],
    ids=["no role", "none of them", "one of them"],
)
def test_one_role_is_enough(roles: list[Role], needed: bool) -> None:
    assert needs_second_factor(roles) is needed


def test_a_right_needs_a_second_factor_until_somebody_says_otherwise() -> None:
    assert {Permission.READ_PEOPLE, Permission.MANAGE_PEOPLE} & OPEN_TO_A_PASSWORD == set()
    assert set(Permission) >= OPEN_TO_A_PASSWORD
