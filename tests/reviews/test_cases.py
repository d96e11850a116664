"""Cases in progress: opened, led on, staffed, and seen by the right people."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.http import Http404

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State, Step
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import (
    Appointment,
    appoint_reviewer,
    change_case_facts,
    release_reviewer,
)
from kollegium.reviews.models import Duty, Review, ReviewerName, ReviewKind, TeamMember
from kollegium.reviews.queries import ReviewFilters, get_review_for, list_reviews_for
from kollegium.reviews.queries.open_cases import CaseFilters, get_open_case_for, list_cases_for
from tests import people
from tests.people import SYSTEM, TODAY
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case, move, reviewers

pytestmark = pytest.mark.django_db


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.code


class TestOpening:
    def test_case_in_progress_stands_in_no_list_of_reviews(self, unit: Unit, office: Person) -> None:
        review = make_case(unit)
        actor = people.actor_today(office)

        assert list_reviews_for(actor, ReviewFilters()).rows == []
        assert [row["pk"] for row in list_cases_for(actor, CaseFilters(), as_of=TODAY).rows] == [review.pk]
        with pytest.raises(Http404):
            get_review_for(actor, review.pk)

    def test_closed_unit_gets_no_case(self, unit: Unit) -> None:
        Unit.objects.filter(pk=unit.pk).update(closed_on=date(2026, 1, 1))

        with pytest.raises(Refused) as refused:
            make_case(unit)

        assert code_of(refused) == "unit-closed"
        assert not Review.objects.exists()

    def test_visit_cannot_end_before_it_starts(self, unit: Unit) -> None:
        with pytest.raises(Refused) as refused:
            make_case(unit, visit_from=date(2026, 5, 2), visit_to=date(2026, 5, 1))

        assert code_of(refused) == "visit-ends-before-start"

    def test_at_review_has_one_part_for_each_report(self, unit: Unit) -> None:
        review = make_case(unit, kind=ReviewKind.AT, standard_key="at-spur")

        assert review.parts.count() == 5


class TestSteps:
    def test_no_visit_no_plan(self, unit: Unit) -> None:
        review = make_case(unit, visit_from=None, visit_to=None)

        with pytest.raises(Refused) as refused:
            move(review, Step.PLAN)

        assert code_of(refused) == "visit-missing"

    @pytest.mark.parametrize(("number", "code"), [(0, "team-too-small"), (1, "team-too-small"), (2, "")])
    def test_external_review_needs_two(self, unit: Unit, number: int, code: str) -> None:
        review = lead_to(make_case(unit), State.PLANNED)
        give_team(review, *reviewers()[:number])

        if code:
            with pytest.raises(Refused) as refused:
                move(review, Step.PREPARE)
            assert code_of(refused) == code
            review.refresh_from_db()
            assert review.state == State.PLANNED
        else:
            assert move(review, Step.PREPARE).state == State.PREPARING

    def test_team_without_lead_is_not_enough(self, unit: Unit) -> None:
        review = lead_to(make_case(unit), State.PLANNED)
        for person in reviewers():
            appoint_reviewer(
                review_id=review.pk,
                appointment=Appointment(person.pk, Duty.MEMBER),
                is_eligible=True,
                now=NOW,
                by=SYSTEM,
            )

        with pytest.raises(Refused) as refused:
            move(review, Step.PREPARE)

        assert code_of(refused) == "lead-missing"

    def test_draft_goes_nowhere_while_a_grade_is_missing(self, unit: Unit) -> None:
        review = make_case(unit)
        give_team(review, *reviewers())
        review = lead_to(review, State.DRAFT)
        grade_everything(review)
        review.parts.get().grades.filter(area_key="E").delete()

        with pytest.raises(Refused) as refused:
            move(review, Step.SEND_DRAFT)

        assert (code_of(refused), refused.value.params) == ("grades-missing", {"areas": "E"})

    def test_decided_review_stands_among_the_reviews_with_its_reviewers(
        self, unit: Unit, office: Person
    ) -> None:
        review = make_case(unit)
        give_team(review, *reviewers())
        review = lead_to(review, State.DRAFT)
        grade_everything(review)
        review = lead_to(review, State.DECIDED)
        actor = people.actor_today(office)

        rows = list_reviews_for(actor, ReviewFilters()).rows
        assert [row["pk"] for row in rows] == [review.pk]
        assert set(rows[0]["area_outcomes"].values()) == {"passed"}
        assert list(ReviewerName.objects.order_by("position").values_list("name", flat=True)) == [
            "Greta Granskare",
            "Göran Granskare",
        ]
        assert list_cases_for(actor, CaseFilters(), as_of=TODAY).rows == []

    def test_step_back_without_a_reason_is_refused(self, unit: Unit) -> None:
        review = make_case(unit)

        with pytest.raises(Refused) as refused:
            move(review, Step.WITHDRAW, reason="  ")

        assert code_of(refused) == "reason-missing"

    def test_two_at_once_are_told(self, unit: Unit) -> None:
        review = make_case(unit)
        move(review, Step.PLAN)

        with pytest.raises(Refused) as refused:
            move(review, Step.WITHDRAW, reason="Enheten läggs ned.")

        assert code_of(refused) == "changed-meanwhile"

    @pytest.mark.parametrize("step", [Step.DECIDE, Step.SEND_DRAFT, Step.CLOSE])
    def test_steps_are_not_skipped(self, unit: Unit, step: Step) -> None:
        with pytest.raises(Refused) as refused:
            move(make_case(unit), step)

        assert code_of(refused) == "step-not-open"

    @pytest.mark.parametrize(
        ("moment", "code"),
        [
            (datetime(2026, 5, 12, 21, 59, tzinfo=UTC), "visit-ahead"),
            (datetime(2026, 5, 12, 22, 0, tzinfo=UTC), ""),
        ],
        ids=["a minute before the last day here", "as the last day begins here"],
    )
    def test_visit_is_not_done_before_its_last_day(self, review: Review, moment: datetime, code: str) -> None:
        if code:
            with pytest.raises(Refused) as refused:
                move(review, Step.VISIT_DONE, now=moment)
            assert (code_of(refused), refused.value.params) == (code, {"day": review.visit_to})
            assert (
                move(review, Step.VISIT_DONE, now=moment, reason="Gjordes digitalt.").state == State.VISITED
            )
        else:
            assert move(review, Step.VISIT_DONE, now=moment).state == State.VISITED

    def test_head_of_unit_takes_no_step(self, unit: Unit, head: Person) -> None:
        with pytest.raises(Refused) as refused:
            move(make_case(unit), Step.PLAN, by=head)

        assert code_of(refused) == "step-not-open"

    def test_director_of_training_leads_an_internal_review_and_no_external_one(self, unit: Unit) -> None:
        director = people.make_person("Disa", Role.DIRECTOR_OF_TRAINING, unit.region)
        internal, external = make_case(unit, kind=ReviewKind.INTERNAL), make_case(unit)

        assert move(internal, Step.PLAN, by=director).state == State.PLANNED
        with pytest.raises(Refused) as refused:
            move(external, Step.PLAN, by=director)
        assert code_of(refused) == "step-not-open"


class TestTeam:
    def test_reviewer_sees_the_case_from_planning_until_released(self, unit: Unit) -> None:
        greta, goran = reviewers()
        review = make_case(unit)
        give_team(review, greta, goran)
        with pytest.raises(Http404):
            get_open_case_for(people.actor_today(greta), review.pk)

        lead_to(review, State.PLANNED)
        assert get_open_case_for(people.actor_today(greta), review.pk).steps == ()
        member = TeamMember.objects.get(person=greta)
        release_reviewer(review_id=review.pk, member_id=member.pk, reason="Jäv.", now=NOW, by=SYSTEM)

        with pytest.raises(Http404):
            get_open_case_for(people.actor_today(greta), review.pk)
        assert list_cases_for(people.actor_today(greta), CaseFilters(), as_of=TODAY).rows == []

    def test_reviewer_whose_row_went_up_in_another_keeps_the_case(self, unit: Unit) -> None:
        greta, goran = reviewers()
        review = make_case(unit)
        give_team(review, greta)
        lead_to(review, State.PLANNED)
        Person.objects.filter(pk=greta.pk).update(merged_into=goran)

        assert get_open_case_for(people.actor_today(goran), review.pk).review == review

    def test_another_reviewer_sees_nothing(self, unit: Unit) -> None:
        greta, goran = reviewers()
        review = make_case(unit)
        give_team(review, greta)
        lead_to(review, State.PLANNED)

        with pytest.raises(Http404):
            get_open_case_for(people.actor_today(goran), review.pk)

    def test_somebody_is_in_the_team_once_and_leads_alone(self, unit: Unit) -> None:
        greta, goran = reviewers()
        review = make_case(unit)
        give_team(review, greta)

        for person, duty, code in (
            (greta, Duty.MEMBER, "already-in-team"),
            (goran, Duty.LEAD, "lead-taken"),
        ):
            with pytest.raises(Refused) as refused:
                appoint_reviewer(
                    review_id=review.pk,
                    appointment=Appointment(person.pk, duty),
                    is_eligible=True,
                    now=NOW,
                    by=SYSTEM,
                )
            assert code_of(refused) == code

    def test_released_lead_can_be_replaced_and_stays_on_record(self, unit: Unit) -> None:
        greta, goran = reviewers()
        review = make_case(unit)
        give_team(review, greta)
        member = TeamMember.objects.get()
        release_reviewer(review_id=review.pk, member_id=member.pk, reason="Sjuk.", now=NOW, by=SYSTEM)
        give_team(review, goran)

        assert TeamMember.objects.count() == 2
        assert [row.person_id for row in TeamMember.objects.standing()] == [goran.pk]

    def test_head_of_unit_appoints_nobody(self, unit: Unit, head: Person) -> None:
        review = lead_to(make_case(unit), State.PLANNED)

        with pytest.raises(Refused) as refused:
            appoint_reviewer(
                review_id=review.pk,
                appointment=Appointment(reviewers()[0].pk, Duty.LEAD),
                is_eligible=True,
                now=NOW,
                by=people.actor_today(head),
            )

        assert code_of(refused) == "not-allowed-here"


def test_days_are_changed_with_the_version_that_was_read(unit: Unit, office: Person) -> None:
    review = make_case(unit)
    values = {"visit_from": TODAY, "visit_to": TODAY + timedelta(days=1), "case_number": "2026-3"}

    change_case_facts(
        review_id=review.pk, expected_version=review.version, now=NOW, by=people.actor_today(office), **values
    )
    changed = Review.objects.get(pk=review.pk)
    assert (changed.visit_from, changed.case_number) == (TODAY, "2026-3")

    with pytest.raises(Refused) as refused:
        change_case_facts(
            review_id=review.pk,
            expected_version=review.version,
            now=NOW,
            by=people.actor_today(office),
            **values,
        )
    assert code_of(refused) == "changed-meanwhile"
