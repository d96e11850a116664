"""Who takes part in a case, one that is being prepared, and one whose draft the unit is checking."""

import pytest

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.models import AreaText, Review, ReviewPart
from tests import people
from tests.reviews.cases import give_team, grade_everything, lead_to, make_case
from tests.reviews.fact_checks import TEXT


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


@pytest.fixture
def case(unit: Unit, greta: Person) -> Review:
    found = make_case(unit)
    give_team(found, greta, people.make_person("Göran", Role.REVIEWER, people.make_specialty()))
    grade_everything(found)
    found = lead_to(found, State.DRAFT)
    AreaText.objects.create(part=found.parts.get(), area_key="A", narrative=TEXT)
    return lead_to(found, State.FACT_CHECK)


@pytest.fixture
def part(case: Review) -> ReviewPart:
    return case.parts.get()
