"""Orders: sent, found, taken on, declined, withdrawn, by the right people."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Person
from kollegium.domain.errors import Refused
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Role
from kollegium.organisations.actions import merge_unit
from kollegium.organisations.models import Unit
from kollegium.planning.actions import decline_order, order_reviews, take_on_order, withdraw_order
from kollegium.planning.models import Order, OrderState, OrderUnit
from kollegium.planning.queries import OrderFilters, get_order_for, list_orders_for
from kollegium.planning.queries.orders import next_steps_for
from kollegium.reviews.models import Review, ReviewKind
from tests import people
from tests.people import SYSTEM, TODAY
from tests.planning.builders import NOW, make_order, new_order

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def other() -> Unit:
    return people.make_unit("Grankullens hälsocentral")


@pytest.fixture
def office() -> Person:
    return people.make_person("Ines Kansli", Role.REVIEW_OFFICE)


@pytest.fixture
def head(unit: Unit) -> Person:
    return people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)


def refused_code(function: Any, **values: Any) -> str:
    with pytest.raises(Refused) as refused:
        function(**values)
    return refused.value.code


class TestOrdering:
    @pytest.mark.parametrize(
        ("others", "code"),
        [
            ({"wished_from": date(2026, 3, 1)}, "period-past"),
            ({"wished_from": TODAY, "wished_to": date(2026, 3, 1)}, "period-ends-before-start"),
            ({"specialty_id": None}, "specialty-missing"),
            ({"unit_ids": ()}, "no-units"),
        ],
        ids=["past", "backwards", "no specialty", "no unit"],
    )
    def test_wrong_order_is_refused(self, unit: Unit, others: dict[str, Any], code: str) -> None:
        new = new_order(unit, **others)

        assert refused_code(order_reviews, new=new, as_of=TODAY, now=NOW, by=SYSTEM) == code
        assert not Order.objects.exists()

    def test_period_may_begin_today(self, unit: Unit) -> None:
        assert make_order(unit, wished_from=TODAY, wished_to=TODAY).state == OrderState.WAITING

    def test_internship_needs_no_specialty(self, unit: Unit) -> None:
        assert make_order(unit, kind=ReviewKind.AT, specialty_id=None).specialty is None

    def test_closed_unit_cannot_be_ordered_for(self, unit: Unit) -> None:
        Unit.objects.filter(pk=unit.pk).update(closed_on=date(2026, 1, 1))

        code = refused_code(order_reviews, new=new_order(unit), as_of=TODAY, now=NOW, by=SYSTEM)

        assert code == "unit-closed"

    def test_head_orders_for_own_unit_and_no_other(self, unit: Unit, other: Unit, head: Person) -> None:
        actor = people.actor_today(head)

        order = make_order(unit, by=actor)

        assert order.ordered_by == head
        code = refused_code(order_reviews, new=new_order(unit, other), as_of=TODAY, now=NOW, by=actor)
        assert code == "not-allowed-here"

    def test_form_sent_twice_is_one_order(self, unit: Unit) -> None:
        key = uuid4()

        first, second = make_order(unit, form_key=key), make_order(unit, form_key=key)

        assert first == second
        assert OrderUnit.objects.count() == 1


class TestSeeing:
    def test_order_is_known_where_one_may_order(self, unit: Unit, other: Unit, head: Person) -> None:
        own, foreign = make_order(unit, other), make_order(other)
        actor = people.actor_today(head)

        page = list_orders_for(actor, OrderFilters())

        assert [(row["pk"], row["units"]) for row in page.rows] == [
            (own.pk, ["Grankullens hälsocentral", "Tallbackens hälsocentral"])
        ]
        with pytest.raises(Http404):
            get_order_for(actor, foreign.pk)

    @pytest.mark.parametrize(
        ("filters", "found"),
        [
            (OrderFilters(search="gran"), 1),
            (OrderFilters(search="gran tall"), 0),
            (OrderFilters(search="allmän"), 2),
            (OrderFilters(state="declined"), 0),
            (OrderFilters(kind="external"), 2),
        ],
        ids=str,
    )
    def test_filters_narrow(self, unit: Unit, other: Unit, filters: OrderFilters, found: int) -> None:
        make_order(unit)
        make_order(other)

        assert list_orders_for(SYSTEM, filters).total == found

    @pytest.mark.parametrize("count", [1, 3])
    def test_list_takes_three_queries(self, unit: Unit, django_assert_num_queries: Any, count: int) -> None:
        for _ in range(count):
            make_order(unit)

        with django_assert_num_queries(3):
            page = list_orders_for(SYSTEM, OrderFilters())

        assert len(page.rows) == count

    def test_office_is_told_what_waits(self, unit: Unit, office: Person, head: Person) -> None:
        make_order(unit)
        late = make_order(unit)
        Order.objects.filter(pk=late.pk).update(wished_from=date(2026, 3, 1))
        actor = people.actor_today(office)

        assert next_steps_for(actor, as_of=TODAY) == [NextStep("orders-waiting", Urgency.LATE, 2)]
        assert next_steps_for(people.actor_today(head), as_of=TODAY) == []


class TestDeciding:
    def test_case_is_opened_for_each_unit(self, unit: Unit, other: Unit, office: Person) -> None:
        order = make_order(unit, other)

        reviews = take_on_order(
            order_id=order.pk,
            unit_ids=[unit.pk, other.pk],
            standard_key="spur-st-2021",
            now=NOW,
            by=people.actor_today(office),
        )

        assert {(one.unit_id, one.state, one.kind) for one in reviews} == {
            (unit.pk, "ordered", "external"),
            (other.pk, "ordered", "external"),
        }
        order.refresh_from_db()
        assert (order.state, order.settled_by) == (OrderState.TAKEN_ON, office)
        assert OrderUnit.objects.filter(review__isnull=False).count() == 2

    def test_merged_unit_is_reviewed_where_it_went(self, unit: Unit, other: Unit) -> None:
        order = make_order(unit, other)
        merge_unit(unit_id=unit.pk, into_id=other.pk, merged_on=TODAY, by=SYSTEM)

        reviews = take_on_order(
            order_id=order.pk, unit_ids=[unit.pk, other.pk], standard_key="spur-st-2021", now=NOW, by=SYSTEM
        )

        assert [one.unit_id for one in reviews] == [other.pk]

    def test_closed_unit_opens_nothing_at_all(self, unit: Unit, other: Unit) -> None:
        order = make_order(unit, other)
        Unit.objects.filter(pk=unit.pk).update(closed_on=TODAY)
        values = {"order_id": order.pk, "standard_key": "spur-st-2021", "now": NOW, "by": SYSTEM}

        assert refused_code(take_on_order, unit_ids=[other.pk, unit.pk], **values) == "unit-closed"
        assert not Review.objects.exists()
        assert len(take_on_order(unit_ids=[other.pk], **values)) == 1

    def test_decided_order_stays_as_it_is(self, unit: Unit) -> None:
        order = make_order(unit)
        decline_order(order_id=order.pk, reason="Granskad i fjol.", now=NOW, by=SYSTEM)

        assert refused_code(withdraw_order, order_id=order.pk, now=NOW, by=SYSTEM) == "order-settled"
        order.refresh_from_db()
        assert (order.state, order.reason) == (OrderState.DECLINED, "Granskad i fjol.")

    def test_declining_needs_a_reason(self, unit: Unit) -> None:
        order = make_order(unit)

        code = refused_code(decline_order, order_id=order.pk, reason=" ", now=NOW, by=SYSTEM)

        assert code == "reason-missing"

    def test_head_withdraws_but_does_not_decide(self, unit: Unit, head: Person) -> None:
        order, actor = make_order(unit), people.actor_today(head)

        code = refused_code(decline_order, order_id=order.pk, reason="Nej.", now=NOW, by=actor)

        assert code == "not-allowed-here"
        assert withdraw_order(order_id=order.pk, now=NOW, by=actor).state == OrderState.WITHDRAWN

    def test_head_of_one_unit_does_not_withdraw_for_two(self, unit: Unit, other: Unit, head: Person) -> None:
        order = make_order(unit, other)

        code = refused_code(withdraw_order, order_id=order.pk, now=NOW, by=people.actor_today(head))

        assert code == "not-allowed-here"

    @pytest.mark.parametrize(("kind", "may"), [(ReviewKind.INTERNAL, True), (ReviewKind.EXTERNAL, False)])
    def test_director_takes_on_internal_reviews_alone(self, unit: Unit, kind: ReviewKind, may: bool) -> None:
        director = people.make_person("Dag Ledare", Role.DIRECTOR_OF_TRAINING, people.make_region())
        order = make_order(unit, kind=kind)

        assert get_order_for(people.actor_today(director), order.pk).may_settle is may


class TestPages:
    def test_head_orders_on_the_page(self, unit: Unit, head: Person) -> None:
        client = people.client_of(head)
        page = client.get(reverse("planning:order_add"))
        key = page.context["form"].initial["form_key"]
        day = timezone.localdate()
        specialty = page.content.decode().split('for="id_specialty"')[1].split("</label>")[0]
        assert ("Specialitet" in specialty, "frivilligt" in specialty) == (True, False)

        response = client.post(
            reverse("planning:order_add"),
            {
                "form_key": str(key),
                "kind": "external",
                "units": [unit.pk],
                "specialty": people.make_specialty().pk,
                "wished_from": day.isoformat(),
                "wished_to": day.isoformat(),
                "contact": "Hedda Chef",
                "save": "1",
            },
        )

        order = Order.objects.get()
        assert response.headers["Location"] == reverse("planning:order", args=[order.pk])
        assert list(order.units.values_list("unit", flat=True)) == [unit.pk]

    def test_searching_for_a_unit_keeps_what_is_typed(self, office: Person, unit: Unit, other: Unit) -> None:
        client = people.client_of(office)

        response = client.post(
            reverse("planning:order_add"),
            {
                "find": "1",
                "words": "gran",
                "units": [unit.pk],
                "contact": "Ines",
                "wished_from": "2026-10-01",
            },
        )

        form = response.context["form"]
        assert response.status_code == 200
        assert [row["name"] for row in form.found] == [unit.name, other.name]
        assert 'value="Ines"' in response.content.decode()
        assert 'value="2026-10-01"' in response.content.decode()

    def test_past_days_are_told_at_the_field(self, unit: Unit, head: Person) -> None:
        response = people.client_of(head).post(
            reverse("planning:order_add"),
            {
                "form_key": str(uuid4()),
                "kind": "external",
                "units": [unit.pk],
                "specialty": people.make_specialty().pk,
                "wished_from": "2020-01-01",
                "wished_to": "2020-02-01",
                "contact": "Hedda Chef",
                "save": "1",
            },
        )

        assert response.status_code == 422
        assert list(response.context["form"].errors) == ["wished_from"]

    def test_office_takes_on_on_the_page(self, unit: Unit, office: Person) -> None:
        order = make_order(unit)

        response = people.client_of(office).post(
            reverse("planning:order_take_on", args=[order.pk]),
            {"units": [unit.pk], "standard": "spur-st-2021"},
        )

        assert response.status_code == 302
        assert Review.objects.get().unit == unit

    def test_page_of_an_order_is_called_an_order(self, unit: Unit, office: Person) -> None:
        order = make_order(unit)

        page = people.client_of(office).get(reverse("planning:order", args=[order.pk])).content.decode()

        assert "<title>Extern granskning – Beställning av granskning" in page

    def test_reviewer_finds_no_orders(self, unit: Unit) -> None:
        order = make_order(unit)
        client = people.client_of(people.make_person("Greta Granskare", Role.REVIEWER))

        answers = [
            client.get(reverse("planning:orders")).status_code,
            client.get(reverse("planning:order", args=[order.pk])).status_code,
        ]

        assert answers == [404, 404]
