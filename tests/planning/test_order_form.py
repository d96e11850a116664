"""What the form of an order fills in by itself and keeps, and where what was wished is shown."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit, UnitSpecialty
from kollegium.planning.actions import take_on_order
from kollegium.planning.models import Order
from kollegium.reviews.models import Review, ReviewKind
from tests import people
from tests.people import SYSTEM
from tests.planning.builders import NOW, make_order
from tests.reviews.cases import give_team, lead_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def office() -> Person:
    return people.make_person("Ines Kansli", Role.REVIEW_OFFICE)


@pytest.fixture
def head(unit: Unit) -> Person:
    return people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)


def set_days(review: Review) -> Review:
    """Give the case with days for its visit."""
    review.visit_from = review.visit_to = date(2026, 9, 8)
    review.save()
    return review


def test_only_specialty_of_the_unit_stands_in_the_form(head: Person, unit: Unit) -> None:
    only = people.make_specialty()
    change = {"unit": unit, "specialty": only}
    UnitSpecialty.objects.create(**change)
    client = people.client_of(head)
    chosen = f'<option value="{only.pk}" selected>'
    assert chosen in client.get(reverse("planning:order_add")).content.decode()

    UnitSpecialty.objects.create(**{**change, "specialty": people.make_specialty("Ortopedi", "ortopedi")})

    assert chosen not in client.get(reverse("planning:order_add")).content.decode()


@pytest.mark.parametrize(
    ("kind", "with_specialty", "status"),
    [(ReviewKind.EXTERNAL, True, 302), (ReviewKind.EXTERNAL, False, 422), (ReviewKind.AT, True, 302)],
    ids=["taken from the unit", "none to take", "internship has none"],
)
def test_specialty_left_empty(
    head: Person, unit: Unit, kind: ReviewKind, with_specialty: bool, status: int
) -> None:
    only = people.make_specialty()
    if with_specialty:
        UnitSpecialty.objects.create(unit=unit, specialty=only)
    day, is_at = timezone.localdate().isoformat(), kind is ReviewKind.AT

    response = people.client_of(head).post(
        reverse("planning:order_add"),
        {
            "form_key": str(uuid4()),
            "kind": kind,
            "units": [unit.pk],
            "specialty": only.pk if is_at else "",
            "wished_from": day,
            "wished_to": day,
            "contact": "Hedda Chef, 010-555 01 00",
            "note": "Inte vecka 44.",
            "save": "1",
        },
    )

    assert response.status_code == status
    if status == 302:
        assert Order.objects.get().specialty == (None if is_at else only)
    else:
        text = response.content.decode()
        assert list(response.context["form"].errors) == ["specialty"]
        assert all(typed in text for typed in ("010-555 01 00", "Inte vecka 44.", f'value="{day}"'))
        assert response.context["form"]["units"].value() == [str(unit.pk)]


def test_wish_stands_where_the_office_sets_the_days(unit: Unit, office: Person, head: Person) -> None:
    order = make_order(unit, note="Inte vecka 44.", by=people.actor_today(office))
    [review] = take_on_order(
        order_id=order.pk, unit_ids=[unit.pk], standard_key="spur-st-2021", now=NOW, by=SYSTEM
    )
    client, addresses = people.client_of(office), ("open_case", "case_facts")
    wished = f'<time datetime="{order.wished_from.isoformat()}">'

    pages = [client.get(reverse(f"reviews:{name}", args=[review.pk])) for name in addresses]
    of_head = people.client_of(head).get(reverse("reviews:open_case", args=[review.pk]))

    for page in pages:
        text = page.content.decode()
        assert ("Önskat i beställningen" in text, wished in text, "Inte vecka 44." in text) == (True,) * 3
        assert reverse("planning:order", args=[order.pk]) in text
    assert "Önskat i beställningen" not in of_head.content.decode()
    lead_to(set_days(review), State.PLANNED)
    assert "Önskat i" in client.get(reverse("reviews:open_case", args=[review.pk])).content.decode()
    give_team(review, people.make_person("Ett"), people.make_person("Två"))
    review.refresh_from_db()
    lead_to(review, State.PREPARING)
    assert "Önskat i" not in client.get(reverse("reviews:open_case", args=[review.pk])).content.decode()
