"""The time of a fact check: when it ends, who gives more of it, and what the case waits for before it goes on."""

from datetime import date, timedelta

import pytest
from django.http import Http404
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State, Step
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import fact_check as actions
from kollegium.reviews.actions import move_case
from kollegium.reviews.models import (
    AreaText,
    FactCheck,
    Review,
    ReviewPart,
)
from tests import people
from tests.reviews.cases import NOW, lead_to
from tests.reviews.fact_checks import answer, calibrate, refusal_of, remark

pytestmark = pytest.mark.django_db


def test_unit_that_is_done_remarks_no_more_until_it_opens_again(case: Review, head: Person) -> None:
    actor = people.actor_today(head)
    actions.finish_fact_check(review_id=case.pk, now=NOW, by=actor)
    assert refusal_of(remark, case, head) == "fact-check-finished"
    assert (
        refusal_of(actions.finish_fact_check, review_id=case.pk, now=NOW, by=actor) == "fact-check-finished"
    )

    actions.reopen_fact_check(review_id=case.pk, now=NOW, by=actor)
    assert remark(case, head).pk


def test_fact_check_is_not_opened_again_after_its_time(case: Review, head: Person) -> None:
    later = NOW + timedelta(days=22)
    actor = people.actor_today(head)

    assert refusal_of(actions.reopen_fact_check, review_id=case.pk, now=later, by=actor) == "fact-check-over"


class TestDay:
    def move(self, case: Review, by: Person, day: date) -> FactCheck:
        return actions.set_fact_check_day(review_id=case.pk, due_on=day, now=NOW, by=people.actor_today(by))

    def test_office_gives_more_time(self, case: Review, office: Person, head: Person) -> None:
        self.move(case, office, date(2026, 4, 30))

        assert remark(case, head, now=NOW + timedelta(days=40)).pk

    def test_day_in_the_past_is_refused_and_today_is_not(self, case: Review, office: Person) -> None:
        assert refusal_of(self.move, case, office, NOW.date() - timedelta(days=1)) == "due-in-past"
        assert self.move(case, office, NOW.date()).due_on == NOW.date()

    def test_reviewer_does_not_move_the_day(self, case: Review, greta: Person) -> None:
        assert refusal_of(self.move, case, greta, date(2026, 4, 30)) == "not-allowed-here"


class TestGoingOn:
    def test_unanswered_remark_stops_the_case(
        self, case: Review, head: Person, office: Person, greta: Person
    ) -> None:
        kept = remark(case, head)
        actions.finish_fact_check(review_id=case.pk, now=NOW, by=people.actor_today(head))
        assert refusal_of(calibrate, case, office) == "remarks-unanswered"
        assert refusal_of(calibrate, case, office, "  ") == "remarks-unanswered"

        answer(case, kept, greta)
        assert calibrate(case, office).state == State.CALIBRATION

    def test_office_goes_on_with_a_reason_that_is_kept(
        self, case: Review, head: Person, office: Person
    ) -> None:
        remark(case, head)

        moved = calibrate(case, office, "Anmärkningen rör inte rapporten.")

        assert moved.moves.get(step="calibrate").reason == "Anmärkningen rör inte rapporten."

    def test_unit_gets_its_time(self, case: Review, office: Person) -> None:
        assert refusal_of(calibrate, case, office, now=NOW + timedelta(days=21)) == "fact-check-open"
        assert calibrate(case, office, now=NOW + timedelta(days=22)).state == State.CALIBRATION

    def test_nothing_is_remarked_or_answered_after_it(
        self, case: Review, head: Person, office: Person, greta: Person
    ) -> None:
        kept = remark(case, head)
        calibrate(case, office, "Brådskar.")

        assert refusal_of(remark, case, head) == "not-allowed-here"
        assert refusal_of(answer, case, kept, greta) == "not-allowed-here"
        assert FactCheck.objects.get().ended_at == NOW

    def test_draft_taken_back_and_sent_anew_is_another_time(
        self, case: Review, head: Person, office: Person, part: ReviewPart
    ) -> None:
        kept = remark(case, head)
        case.refresh_from_db()
        back = move_case(
            review_id=case.pk,
            step=Step.BACK_TO_DRAFT,
            reason="Fel bilaga.",
            expected_version=case.version,
            now=NOW,
            by=people.actor_today(office),
        )
        AreaText.objects.filter(part=part).update(narrative="Ny text.")
        lead_to(back, State.FACT_CHECK)

        assert list(FactCheck.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
        with pytest.raises(Http404):
            answer(case, kept, office)
        page = people.client_of(head).get(reverse("reviews:fact_check", args=[case.pk]))
        assert "Ny text." in page.content.decode()
        first = people.client_of(head).get(reverse("reviews:fact_check", args=[case.pk]), {"number": "1"})
        assert "Det är fyra." in first.content.decode()

    def test_unit_that_closes_meanwhile_loses_nothing(
        self, case: Review, head: Person, office: Person, unit: Unit
    ) -> None:
        remark(case, head)
        unit.closed_on = NOW.date()
        unit.save()

        page = people.client_of(office).get(reverse("reviews:fact_check", args=[case.pk]))

        assert "Det är fyra." in page.content.decode()
