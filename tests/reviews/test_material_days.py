"""The days of material when the visit is moved, and who is reminded of them."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.db import connection
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.material import OwnerDuty
from kollegium.domain.roles import Role
from kollegium.notifications.dated import Due, kind_of
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import change_case_facts
from kollegium.reviews.actions import material as actions
from kollegium.reviews.actions.material_requests import MovedDays
from kollegium.reviews.models import MaterialItem, Review
from kollegium.reviews.queries.material_steps import due_material, open_material
from tests import people
from tests.reviews.cases import NOW, lead_to
from tests.reviews.material import hand_in, item_of

pytestmark = pytest.mark.django_db
# Of the sixteen things of an external review one is linked; eight are due 42 days before the visit of 12 May, the rota
# and six more 28 days before it.
FIRST, LAST = date(2026, 3, 31), date(2026, 4, 14)
WEEK = timedelta(days=7)


def move(review: Review, by: Person, visit_from: date | None = date(2026, 5, 19)) -> MovedDays:
    review.refresh_from_db()
    return change_case_facts(
        review_id=review.pk,
        visit_from=visit_from,
        visit_to=None,
        case_number=None,
        expected_version=review.version,
        now=NOW,
        by=people.actor_today(by),
    )


def choose(
    review: Review, by: Person, due_on: date, *, key: str = "rota", owner: Person | None = None
) -> None:
    plan = actions.MaterialPlan(OwnerDuty.PROGRAMME_DIRECTOR, due_on, owner.pk if owner else None)
    actions.plan_material(
        review_id=review.pk,
        item_id=item_of(review, key).pk,
        plan=plan,
        now=NOW,
        by=people.actor_today(by),
    )


def days_of(review: Review) -> list[date]:
    return list(MaterialItem.objects.filter(review=review).order_by("pk").values_list("due_on", flat=True))


class TestMoving:
    def test_every_day_of_the_list_follows(self, review: Review, office: Person) -> None:
        before = days_of(review)

        moved = move(review, office)

        assert moved == MovedDays(15, ())
        assert days_of(review) == [day + WEEK for day in before]

    def test_chosen_day_stays_and_is_named(self, review: Review, office: Person) -> None:
        choose(review, office, date(2026, 4, 20))

        moved = move(review, office)

        assert (moved.count, moved.kept) == (14, (item_of(review),))
        assert item_of(review).due_on == date(2026, 4, 20)

    def test_day_asked_for_again_stays_and_what_is_handed_in_is_not_named(
        self, review: Review, office: Person, head: Person
    ) -> None:
        hand_in(review, head)
        values = {"review_id": review.pk, "item_id": item_of(review).pk, "now": NOW}
        actions.ask_again(**values, comment="Mer.", due_on=date(2026, 4, 2), by=people.actor_today(office))
        hand_in(review, head)

        assert move(review, office) == MovedDays(14, ())
        assert item_of(review).due_on == date(2026, 4, 2)

    def test_day_of_the_list_chosen_again_follows(self, review: Review, office: Person) -> None:
        choose(review, office, date(2026, 4, 20))
        choose(review, office, LAST)

        assert move(review, office) == MovedDays(15, ())

    def test_choosing_who_keeps_the_day_with_the_visit(
        self, review: Review, office: Person, head: Person
    ) -> None:
        choose(review, head, LAST, owner=head)

        assert move(review, office) == MovedDays(15, ())

    @pytest.mark.parametrize("visit_from", [date(2026, 5, 12), None], ids=["same day", "no day"])
    def test_nothing_moves_without_another_day(
        self, review: Review, office: Person, visit_from: date | None
    ) -> None:
        before = days_of(review)

        assert move(review, office, visit_from) == MovedDays()
        assert days_of(review) == before

    def test_nothing_moves_after_the_visit(self, review: Review, office: Person) -> None:
        lead_to(review, State.VISITED)

        assert move(review, office) == MovedDays()

    def test_page_says_what_moved_and_what_stayed_and_history_tells_it_once(
        self, review: Review, office: Person
    ) -> None:
        choose(review, office, date(2026, 4, 20))
        review.refresh_from_db()
        client = people.client_of(office)
        values = {"visit_from": "2026-05-19", "visit_to": "", "case_number": "", "version": review.version}

        page = client.post(reverse("reviews:case_facts", args=[review.pk]), values, follow=True)
        history = client.get(reverse("reviews:case_history", args=[review.pk])).content.decode()

        assert "14 underlag fick en annan dag" in page.content.decode()
        assert "(20 april 2026). Se efter om den fortfarande passar." in page.content.decode()
        assert history.count("14 underlag fick en annan dag eftersom besöket flyttades.") == 1


class TestReminders:
    def due(self, first: date = FIRST) -> list[Due]:
        return due_material(first, first, FIRST)

    def test_whoever_has_the_duty_is_reminded_once_for_a_day(
        self, review: Review, unit: Unit, head: Person
    ) -> None:
        stina = people.make_account(people.make_person("Stina", Role.PROGRAMME_DIRECTOR, unit)).person
        people.make_account(people.make_person("Tage", Role.TRAINEE, unit))
        people.make_account(head)

        assert self.due() == [Due(review.pk, FIRST, unit.name, tuple(sorted((head.pk, stina.pk))))]

    def test_chosen_person_is_reminded_while_they_answer_for_the_unit(
        self, review: Review, unit: Unit, office: Person, head: Person
    ) -> None:
        people.make_account(head)
        gone = people.make_person("Mona", Role.MEDICAL_LEAD, unit)
        people.make_account(gone)
        day = date(2026, 4, 20)
        choose(review, office, day, owner=gone)
        assert self.due(day) == [Due(review.pk, day, unit.name, (gone.pk,))]

        gone.assignments.update(valid_until=FIRST - timedelta(days=1))
        assert self.due(day) == [Due(review.pk, day, unit.name, (head.pk,))]

    def test_open_until_all_of_the_day_is_handed_in_or_the_visit_moved(
        self, review: Review, office: Person, head: Person
    ) -> None:
        choose(review, office, date(2026, 4, 20))
        assert (review.pk, date(2026, 4, 20)) in open_material([review.pk])

        hand_in(review, head)
        assert (review.pk, date(2026, 4, 20)) not in open_material([review.pk])
        move(review, office)
        assert open_material([review.pk]) == {
            (review.pk, FIRST + WEEK),
            (review.pk, LAST + WEEK),
        }

    def test_reminder_is_worded_and_leads_to_the_material(self, review: Review) -> None:
        kind = kind_of("material-due")

        assert kind is not None
        assert kind.url(review.pk) == reverse("reviews:case_material", args=[review.pk])
        assert len({kind.title(step) for step in kind.steps}) == 3


def test_days_that_were_changed_before_anybody_noted_it_count_as_chosen(review: Review) -> None:
    changed, added, listed = MaterialItem.objects.filter(review=review).order_by("pk")[:3]
    MaterialItem.objects.filter(pk=changed.pk).update(due_on=changed.due_on + WEEK)
    MaterialItem.objects.filter(pk=added.pk).update(item_key="", title="Jourschema")
    migration = import_module("kollegium.reviews.migrations.0020_days_of_material")

    with connection.cursor() as cursor:
        cursor.execute(migration.CHOSEN_BY_HAND)

    rows = MaterialItem.objects.filter(pk__in=(changed.pk, added.pk, listed.pk)).order_by("pk")
    assert list(rows.values_list("has_own_day", flat=True)) == [True, True, False]
