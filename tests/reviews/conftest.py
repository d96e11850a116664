"""Who takes part in a case that is being prepared."""

import pytest

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.models import (
    Review,
)
from tests import people
from tests.reviews.cases import give_team, lead_to, make_case


@pytest.fixture
def unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def head(unit: Unit) -> Person:
    return people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)


@pytest.fixture
def office() -> Person:
    return people.make_person("Ines Kansli", Role.REVIEW_OFFICE)


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def review(unit: Unit, greta: Person) -> Review:
    case = make_case(unit)
    give_team(case, greta, people.make_person("Göran Granskare"))
    return lead_to(case, State.PREPARING)
