"""Whom a fact check waits for: the steps on the start page, and the reminders."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Deputyship, Person
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Role
from kollegium.home.wording import shown
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import fact_check as actions
from kollegium.reviews.models import (
    Review,
)
from kollegium.reviews.queries.exchange_steps import exchange_steps_for
from kollegium.reviews.queries.fact_check import due_fact_checks, open_fact_checks
from tests import people
from tests.reviews.cases import NOW
from tests.reviews.fact_checks import LAST, answer, remark

pytestmark = pytest.mark.django_db


class TestWaiting:
    def test_unit_is_told_of_the_draft(self, case: Review, unit: Unit, head: Person) -> None:
        actor = people.actor_today(head)

        assert exchange_steps_for(actor, as_of=LAST) == [
            NextStep("fact-check", Urgency.WAITING, 1, case.pk, unit.name, LAST)
        ]
        assert exchange_steps_for(actor, as_of=LAST + timedelta(days=1))[0].urgency is Urgency.LATE
        actions.finish_fact_check(review_id=case.pk, now=NOW, by=actor)
        assert exchange_steps_for(actor, as_of=LAST) == []

    def test_reviewer_and_office_are_told_of_remarks(
        self, case: Review, unit: Unit, head: Person, greta: Person, office: Person
    ) -> None:
        first, _second = remark(case, head), remark(case, head)
        expected = [NextStep("remarks-to-answer", Urgency.WAITING, 2, case.pk, unit.name)]

        assert exchange_steps_for(people.actor_today(greta), as_of=LAST) == expected
        assert exchange_steps_for(people.actor_today(office), as_of=LAST) == expected
        answer(case, first, greta)
        assert exchange_steps_for(people.actor_today(office), as_of=LAST)[0].count == 1

    def test_reviewer_of_another_case_is_told_nothing(self, case: Review, head: Person) -> None:
        remark(case, head)
        other = people.make_person("Olle", Role.REVIEWER, people.make_specialty())

        assert exchange_steps_for(people.actor_today(other), as_of=LAST) == []

    def test_steps_lead_to_the_page(self, case: Review, head: Person) -> None:
        found = shown(exchange_steps_for(people.actor_today(head), as_of=LAST)[0], as_of=LAST)

        assert found.url == reverse("reviews:fact_check", args=[case.pk])

    def test_unit_is_reminded_until_it_is_done(self, case: Review, unit: Unit, head: Person) -> None:
        today = timezone.localdate()
        people.make_account(head)
        [due] = due_fact_checks(LAST, LAST, today)
        assert (due.object_id, due.due_on, due.name, due.recipient_ids) == (
            case.pk,
            LAST,
            unit.name,
            (head.pk,),
        )
        assert due_fact_checks(LAST + timedelta(days=1), LAST + timedelta(days=9), today) == []
        assert open_fact_checks([case.pk]) == {(case.pk, LAST)}

        actions.finish_fact_check(review_id=case.pk, now=NOW, by=people.actor_today(head))
        assert due_fact_checks(LAST, LAST, today) == []
        assert open_fact_checks([case.pk]) == set()

    def test_deputy_is_reminded_and_nobody_who_cannot_log_in(self, case: Review, head: Person) -> None:
        today, deputy = timezone.localdate(), people.make_person("Vera Vikarie")
        people.make_account(deputy)
        Deputyship.objects.create(
            assignment=head.assignments.get(), deputy=deputy, valid_from=today, valid_until=today
        )

        assert [due.recipient_ids for due in due_fact_checks(LAST, LAST, today)] == [(deputy.pk,)]
