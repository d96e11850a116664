"""Material is asked for once, with who and by when, and planned by the right people."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from kollegium.accounts.models import Person
from kollegium.domain import material
from kollegium.domain.case_life import State
from kollegium.domain.errors import Refused
from kollegium.domain.material import MaterialStatus, OwnerDuty
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import material as actions
from kollegium.reviews.actions.material_requests import ask_for_material
from kollegium.reviews.models import (
    MaterialItem,
    Review,
    ReviewKind,
)
from kollegium.reviews.queries.material import get_material_for, material_progress
from tests import people
from tests.people import SYSTEM, client_of
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case
from tests.reviews.material import address, code_of, item_of

pytestmark = pytest.mark.django_db


class TestAsking:
    def test_preparing_asks_for_the_whole_list_with_who_and_when(self, review: Review) -> None:
        wanted = material.load().items_for("external")
        rows = list(MaterialItem.objects.filter(review=review).order_by("position"))

        assert [row.item_key for row in rows] == [item.key for item in wanted]
        assert [row.owner_duty for row in rows] == [item.owner for item in wanted]
        assert [row.due_on for row in rows] == [
            date(2026, 5, 12) - timedelta(days=item.days_before) for item in wanted
        ]
        assert {row.item_key for row in rows if row.status == "linked"} == {"unit-facts"}

    def test_asking_again_doubles_nothing_and_brings_nothing_back(
        self, review: Review, office: Person
    ) -> None:
        actor = people.actor_today(office)
        item = item_of(review)
        actions.take_away_material(
            review_id=review.pk, item_id=item.pk, reason="Finns hos regionen.", now=NOW, by=actor
        )

        count = actions.ask_for_missing(review_id=review.pk, now=NOW, by=actor)

        assert count == 0
        assert MaterialItem.objects.filter(review=review).count() == 16
        assert material_progress(review).total == 15

    def test_database_refuses_the_same_thing_twice(self, review: Review) -> None:
        item = item_of(review)
        item.pk = None

        with pytest.raises(IntegrityError, match="material_asked_once"), transaction.atomic():
            item.save(force_insert=True)

    @pytest.mark.parametrize(
        ("kind", "first", "number"),
        [(ReviewKind.SIDE_PLACEMENTS, "unit-facts", 5), (ReviewKind.INTERNAL, "unit-facts", 16)],
    )
    def test_each_kind_asks_for_its_own(self, unit: Unit, kind: ReviewKind, first: str, number: int) -> None:
        review = make_case(unit, kind=kind)

        assert ask_for_material(review, now=NOW, by=SYSTEM) == number
        assert review.material.order_by("position").first().item_key == first

    def test_near_visit_gives_a_week_and_says_so(self, unit: Unit, head: Person) -> None:
        review = make_case(unit, visit_from=date(2026, 3, 20), visit_to=date(2026, 3, 20))
        give_team(review, people.make_person("Ett"), people.make_person("Två"))
        review = lead_to(review, State.PREPARING)

        page = client_of(head).get(address("", review)).content.decode()

        assert item_of(review).due_on == date(2026, 3, 9)
        assert "Besöket var nära när underlaget begärdes: 15 saker har fått en senare dag än vanligt." in page

    def test_previous_review_and_people_are_linked_and_not_asked_for(self, unit: Unit, greta: Person) -> None:
        previous = make_case(unit, visit_from=date(2021, 3, 1), visit_to=date(2021, 3, 1))
        give_team(previous, greta, people.make_person("Gun"))
        grade_everything(previous)
        lead_to(previous, State.DECIDED)
        people.make_person("Tage Läkare", Role.TRAINEE, unit)
        review = make_case(unit)

        ask_for_material(review, now=NOW, by=SYSTEM)

        linked = review.material.filter(status="linked").order_by("position")
        assert [row.item_key for row in linked] == [
            "unit-facts",
            "trainees",
            "supervisors",
            "previous-review",
        ]


class TestPlanning:
    def plan(self, review: Review, by: Person, due_on: date, owner: Person | None = None) -> MaterialItem:
        plan = actions.MaterialPlan(OwnerDuty.HEAD_OF_UNIT, due_on, owner.pk if owner else None)
        return actions.plan_material(
            review_id=review.pk, item_id=item_of(review).pk, plan=plan, now=NOW, by=people.actor_today(by)
        )

    @pytest.mark.parametrize(
        ("due_on", "code"), [(NOW.date() - timedelta(days=1), "due-in-past"), (NOW.date(), "")]
    )
    def test_day_is_never_in_the_past(self, review: Review, office: Person, due_on: date, code: str) -> None:
        if code:
            with pytest.raises(Refused) as refused:
                self.plan(review, office, due_on)
            assert code_of(refused) == code
        else:
            assert self.plan(review, office, due_on).due_on == due_on

    def test_unit_chooses_who_but_not_when(self, review: Review, head: Person) -> None:
        item = item_of(review)

        self.plan(review, head, item.due_on, owner=head)
        with pytest.raises(Refused) as refused:
            self.plan(review, head, item.due_on + timedelta(days=1), owner=head)

        assert code_of(refused) == "not-yours"
        assert (item_of(review).owner, item_of(review).due_on) == (head, item.due_on)

    def test_owner_answers_for_the_unit(self, review: Review, head: Person, greta: Person) -> None:
        with pytest.raises(Refused) as refused:
            self.plan(review, head, item_of(review).due_on, owner=greta)

        assert code_of(refused) == "not-at-unit"

    def test_office_asks_for_something_of_its_own(self, review: Review, office: Person, head: Person) -> None:
        day = date.today() + timedelta(days=3)
        sent = {
            "title": "Avtal om jour",
            "guidance": "",
            "owner": "head_of_unit",
            "due_on": day.isoformat(),
        }

        assert client_of(head).post(address("add", review), sent).status_code == 404
        assert client_of(office).post(address("add", review), sent).status_code == 302

        own = MaterialItem.objects.get(review=review, item_key="")
        assert (own.title, own.owner_duty, own.due_on, own.position) == (
            "Avtal om jour",
            "head_of_unit",
            day,
            16,
        )

    def test_what_is_taken_away_is_found_no_more(self, review: Review, office: Person, head: Person) -> None:
        item = item_of(review)

        answer = client_of(office).post(address("take_away", review), {"reason": "Behövs inte."})

        assert answer.status_code == 302
        with pytest.raises(Http404):
            get_material_for(people.actor_today(head), review.pk, item.pk)


def test_status_of_the_database_is_one_of_the_rules(review: Review) -> None:
    with pytest.raises(IntegrityError, match="material_status_known"), transaction.atomic():
        MaterialItem.objects.filter(review=review).update(status="lost")

    assert set(MaterialItem.objects.values_list("status", flat=True)) <= set(MaterialStatus)
