"""Conflicts of interest where a reviewer is taken into a team by hand: told beside the name, and explained."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.actions import assign_role
from kollegium.accounts.models import Person
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.planning.actions import add_absence
from kollegium.planning.ties import ties_found
from kollegium.reviews.models import Review, ReviewKind, TeamMember
from kollegium.reviews.reviewer_ties import TiesFound
from tests import people
from tests.people import SYSTEM
from tests.reviews.cases import make_case

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
VISIT = TODAY + timedelta(days=60)


def reviewer(name: str, unit: Unit | None = None) -> Person:
    person = people.make_person(name, Role.REVIEWER, people.make_specialty())
    if unit is not None:
        assign_role(person=person, role=Role.MAIN_SUPERVISOR, at=unit, valid_from=date(2022, 1, 1), by=SYSTEM)
    return person


@pytest.fixture
def unit() -> Unit:
    return people.make_unit(specialties=(people.make_specialty(),))


@pytest.fixture
def own(unit: Unit) -> Person:
    return reviewer("Ove Hemmavid", unit)


@pytest.fixture
def free() -> Person:
    return reviewer("Frida Fritt")


@pytest.fixture
def case(unit: Unit) -> Review:
    return make_case(unit, visit_from=VISIT, visit_to=VISIT)


def found(case: Review, *asked: Person, by: Any = SYSTEM) -> dict[int, TiesFound]:
    return dict(ties_found(by, case, [one.pk for one in asked], TODAY))


def test_what_speaks_against_a_reviewer_is_told_of_those_alone_who_have_something(
    case: Review, own: Person, free: Person
) -> None:
    away = reviewer("Alva Borta")
    add_absence(person_id=away.pk, first=VISIT, last=VISIT, as_of=TODAY, by=SYSTEM)

    told = found(case, own, free, away)

    assert set(told) == {own.pk, away.pk}
    assert told[own.pk].is_conflict
    assert told[own.pk].words[0] == "arbetar vid enheten"
    assert told[away.pk] == TiesFound(("är borta under besöket",), is_conflict=False)


def test_without_days_a_reviewer_is_not_said_to_be_away(unit: Unit, own: Person, free: Person) -> None:
    add_absence(person_id=free.pk, first=TODAY, last=TODAY, as_of=TODAY, by=SYSTEM)

    told = found(make_case(unit, visit_from=None, visit_to=None), own, free)

    assert set(told) == {own.pk}


def test_nothing_is_told_of_internal_reviews_or_to_those_who_keep_no_pool(unit: Unit, own: Person) -> None:
    internal = make_case(unit, kind=ReviewKind.INTERNAL)
    head = people.make_actor(Role.HEAD_OF_UNIT, unit)

    assert found(internal, own) == {}
    assert found(make_case(unit), own, by=head) == {}


def test_conflict_stands_beside_the_name_and_needs_an_explanation(
    case: Review, own: Person, free: Person
) -> None:
    client = people.client_of(people.make_person("Kim Kansli", Role.REVIEW_OFFICE))
    address = reverse("reviews:case_team", args=[case.pk])
    page = client.get(address).content.decode()
    assert "Jävsfråga: arbetar vid enheten" in page
    assert page.count("Jävsfråga:") == 1

    chosen = {"person": own.pk, "duty": "lead", "save": "1"}
    refused = client.post(address, chosen)

    assert refused.status_code == 422
    assert "Det finns en jävsfråga." in refused.content.decode()
    assert not TeamMember.objects.exists()

    client.post(address, {**chosen, "explanation": "Slutade handleda i våras; bedömt med samordnaren."})
    client.post(address, {"person": free.pk, "duty": "member", "save": "1"})
    assert {member.person_id for member in TeamMember.objects.all()} == {own.pk, free.pk}
