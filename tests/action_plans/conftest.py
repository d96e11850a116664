"""A decided case that asks for an action plan, and who takes part in it."""

import pytest

from kollegium.accounts.models import Person
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.models import Review
from tests import people
from tests.action_plans.plans import decided_case


@pytest.fixture
def planning_unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def head(planning_unit: Unit) -> Person:
    return people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, planning_unit)


@pytest.fixture
def office() -> Person:
    return people.make_person("Ines Kansli", Role.REVIEW_OFFICE)


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def decided(planning_unit: Unit, greta: Person) -> Review:
    return decided_case(planning_unit, greta)
