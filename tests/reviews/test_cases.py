"""Cases in progress: opened, led on, staffed, and seen by the right people."""

import re
from datetime import date, timedelta

import pytest
from django.http import Http404
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State, Step
from kollegium.domain.errors import Refused
from kollegium.domain.next_steps import Urgency
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import (
    Appointment,
    appoint_reviewer,
    change_case_facts,
    move_case,
    release_reviewer,
)
from kollegium.reviews.models import Duty, FactCheck, Remark, Review, ReviewerName, ReviewKind, TeamMember
from kollegium.reviews.queries import ReviewFilters, get_review_for, list_reviews_for
from kollegium.reviews.queries.case_steps import next_steps_for
from kollegium.reviews.queries.open_cases import CaseFilters, Waits, get_open_case_for, list_cases_for
from tests import people
from tests.people import SYSTEM, TODAY
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case

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


def reviewers() -> tuple[Person, Person]:
    return (
        people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty()),
        people.make_person("Göran Granskare", Role.REVIEWER, people.make_specialty()),
    )


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.code


def move(review: Review, step: Step, by: Person | None = None, **others: object) -> Review:
    values: dict[str, object] = {"expected_version": review.version, "now": NOW, **others}
    actor = people.actor_today(by) if by else SYSTEM
    return move_case(review_id=review.pk, step=step, by=actor, **values)  # type: ignore[arg-type]


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


class TestList:
    def test_trainee_knows_of_a_planned_review_but_not_of_an_order(self, unit: Unit) -> None:
        trainee = people.make_person("Tova", Role.TRAINEE, unit)
        review = make_case(unit)
        assert list_cases_for(people.actor_today(trainee), CaseFilters(), as_of=TODAY).rows == []

        lead_to(review, State.PLANNED)
        assert len(list_cases_for(people.actor_today(trainee), CaseFilters(), as_of=TODAY).rows) == 1

    def test_cases_of_other_places_are_unknown(self, unit: Unit) -> None:
        make_case(unit)
        elsewhere = people.make_unit("Annan hälsocentral", region=people.make_region("Söder", "98"))
        outside = people.make_person("Olof", Role.HEAD_OF_UNIT, elsewhere)

        assert list_cases_for(people.actor_today(outside), CaseFilters(), as_of=TODAY).rows == []

    def test_search_and_filters_narrow(self, unit: Unit, office: Person) -> None:
        first = make_case(unit, case_number="2026-7")
        second = lead_to(make_case(people.make_unit("Björkens hälsocentral")), State.PLANNED)
        actor = people.actor_today(office)

        def found(**filters: object) -> list[int]:
            return [row["pk"] for row in list_cases_for(actor, CaseFilters(**filters), as_of=TODAY).rows]  # type: ignore[arg-type]

        assert found(search="2026-7") == [first.pk]
        assert found(search="björken") == [second.pk]
        assert found(state="planned") == [second.pk]
        assert (found(waits=Waits.VISIT_AHEAD), found(waits=Waits.TO_JUDGE)) == ([second.pk], [])
        assert found(kind="internal") == []
        assert found(mine=True) == []

    def test_list_tells_who_leads_once_everybody_may_know(self, unit: Unit, office: Person) -> None:
        case = make_case(unit)
        give_team(case, *reviewers())
        client = people.client_of(office)

        def leads() -> list[str]:
            return [row["lead"] for row in client.get(reverse("reviews:cases")).context["rows"]]

        assert leads() == [""]
        lead_to(case, State.PLANNED)
        assert leads() == ["Greta Granskare"]

    def test_only_who_reviews_is_offered_their_own_cases(self, unit: Unit, office: Person) -> None:
        make_case(unit)
        greta, _goran = reviewers()
        pages = [people.client_of(one).get(reverse("reviews:cases")).content for one in (greta, office)]

        assert [b'name="mine"' in page for page in pages] == [True, False]

    @pytest.mark.parametrize("number", [1, 3])
    def test_list_costs_the_same_for_one_and_for_three(
        self, unit: Unit, office: Person, number: int, django_assert_num_queries: object
    ) -> None:
        for _ in range(number):
            make_case(unit)
        actor = people.actor_today(office)

        with django_assert_num_queries(2):  # type: ignore[operator]
            rows = list_cases_for(actor, CaseFilters(), as_of=TODAY).rows

        assert len(rows) == number


class TestPages:
    def test_office_plans_a_review_in_the_browser(self, unit: Unit, office: Person) -> None:
        client = people.client_of(office)
        review = make_case(unit, visit_from=None, visit_to=None)
        step = reverse("reviews:case_step", args=[review.pk, "plan"])

        refused = client.post(step, {"version": review.version})
        assert refused.status_code == 422
        assert "Ange första dagen för besöket" in refused.content.decode()

        answer = client.post(
            reverse("reviews:case_facts", args=[review.pk]),
            {"visit_from": "2026-05-12", "visit_to": "2026-05-13", "version": review.version},
        )
        assert answer.status_code == 302
        review.refresh_from_db()
        client.post(step, {"version": review.version})
        review.refresh_from_db()
        assert review.state == State.PLANNED
        page = client.get(reverse("reviews:open_case", args=[review.pk])).content.decode()
        assert "13 maj 2026</time>" in page
        assert "Planerad" in page

    def test_planning_without_days_leads_to_where_they_are_set(self, unit: Unit, office: Person) -> None:
        review = make_case(unit, visit_from=None, visit_to=None)
        client = people.client_of(office)

        answer = client.get(reverse("reviews:case_step", args=[review.pk, "plan"]), follow=True)

        assert answer.redirect_chain == [(reverse("reviews:case_facts", args=[review.pk]), 302)]
        assert "Ange först när besöket är" in answer.content.decode()

    def test_reviewer_is_found_by_name_and_taken_in(self, unit: Unit, office: Person) -> None:
        greta, _goran = reviewers()
        review = make_case(unit)
        client = people.client_of(office)
        address = reverse("reviews:case_team", args=[review.pk])
        typed = {"words": "greta", "duty": "lead", "explanation": "Annan region"}

        found = client.post(address, {**typed, "find": "1"}).content.decode()
        assert "Greta Granskare" in found
        assert "Göran Granskare" not in found
        assert "Annan region" in found
        # Somebody must be chosen, so it is not said to be up to one.
        assert re.search(r"<legend[^>]*>\s*Granskare\s*</legend>", found)
        assert not TeamMember.objects.exists()

        client.post(address, {**typed, "save": "1"})
        assert TeamMember.objects.get().person == greta

    def test_nobody_who_is_no_reviewer_is_taken_in(self, unit: Unit, office: Person) -> None:
        outsider = people.make_person("Stina Läkare")
        review = make_case(unit)

        answer = people.client_of(office).post(
            reverse("reviews:case_team", args=[review.pk]),
            {"person": outsider.pk, "duty": "lead", "save": "1"},
        )

        assert answer.status_code == 422
        assert not TeamMember.objects.exists()

    def test_history_tells_of_steps_and_team_in_words(self, unit: Unit, office: Person) -> None:
        review = make_case(unit)
        client = people.client_of(office)
        give_team(review, *reviewers())
        client.post(reverse("reviews:case_step", args=[review.pk, "plan"]), {"version": review.version})
        review.refresh_from_db()
        client.post(
            reverse("reviews:case_step", args=[review.pk, "withdraw"]),
            {"version": review.version, "reason": "Enheten läggs ned."},
        )

        page = client.get(reverse("reviews:case_history", args=[review.pk])).content.decode()
        assert "Tog in Greta Granskare i teamet (huvudgranskare)" in page
        assert "Enheten läggs ned." in page
        assert "Ines Kansli" in page

    def test_reason_typed_stays_when_the_step_is_refused(self, unit: Unit, office: Person) -> None:
        review = make_case(unit)

        answer = people.client_of(office).post(
            reverse("reviews:case_step", args=[review.pk, "withdraw"]),
            {"version": review.version - 1, "reason": "Enheten läggs ned."},
        )

        assert answer.status_code == 422
        assert "Enheten läggs ned." in answer.content.decode()

    def test_unknown_step_is_no_page(self, unit: Unit, office: Person) -> None:
        address = reverse("reviews:case_step", args=[make_case(unit).pk, "hopp"])

        assert people.client_of(office).get(address).status_code == 404


class TestNextSteps:
    def told(self, person: Person, as_of: date) -> list[tuple[str, Urgency, int | None]]:
        steps = next_steps_for(people.actor_today(person), as_of=as_of)
        return [(step.kind, step.urgency, step.object_id) for step in steps]

    def test_office_is_told_of_orders_and_of_visits_that_have_been(self, unit: Unit, office: Person) -> None:
        make_case(unit)
        planned = lead_to(make_case(unit), State.PLANNED)

        assert self.told(office, date(2026, 5, 13)) == [
            ("cases-to-plan", Urgency.WAITING, None),
            ("case-visit", Urgency.SOON, planned.pk),
        ]
        assert self.told(office, date(2026, 5, 14))[1] == ("case-visit-over", Urgency.LATE, planned.pk)

    def test_unit_and_reviewer_are_told_of_the_visit_until_it_begins(self, unit: Unit, head: Person) -> None:
        greta, goran = reviewers()
        review = make_case(unit)
        give_team(review, greta)
        lead_to(review, State.PLANNED)

        for person in (head, greta):
            assert self.told(person, date(2026, 5, 12)) == [("case-visit", Urgency.SOON, review.pk)]
            assert self.told(person, date(2026, 5, 13)) == []
        assert self.told(goran, date(2026, 5, 1)) == []

    def test_reviewer_is_told_of_a_case_to_judge_and_nobody_else(
        self, unit: Unit, head: Person, office: Person
    ) -> None:
        greta, goran = reviewers()
        review = make_case(unit)
        give_team(review, greta, goran)
        lead_to(review, State.VISITED)

        assert self.told(greta, date(2026, 5, 14)) == [("case-judge", Urgency.WAITING, review.pk)]
        assert self.told(head, date(2026, 5, 14)) == []
        assert self.told(office, date(2026, 5, 14)) == []

    def test_office_is_told_when_the_unit_is_done_with_the_draft_and_what_to_decide(
        self, unit: Unit, head: Person, office: Person
    ) -> None:
        review = make_case(unit)
        give_team(review, *reviewers())
        grade_everything(review)
        review = lead_to(review, State.FACT_CHECK)
        check = FactCheck.objects.get()
        assert self.told(office, check.due_on) == []
        after = check.due_on + timedelta(days=1)
        calibrate, decide = (
            [(kind, Urgency.WAITING, review.pk)] for kind in ("case-calibrate", "case-decide")
        )

        assert self.told(office, after) == calibrate
        assert self.told(head, after) == []
        remark = Remark.objects.create(
            fact_check=check,
            part=review.parts.get(),
            section_key="area-A",
            start=0,
            kind="wrong",
            text="Fel.",
            written_at=NOW,
        )
        assert self.told(office, after) == []
        remark.delete()
        FactCheck.objects.update(finished_at=NOW)
        assert self.told(office, check.due_on) == calibrate
        rows = list_cases_for(
            people.actor_today(office), CaseFilters(waits=Waits.TO_CALIBRATE), as_of=after
        ).rows
        assert [row["pk"] for row in rows] == [review.pk]

        lead_to(review, State.CALIBRATION)
        assert self.told(office, after) == decide

    def test_what_is_cut_is_counted_and_stands_in_the_list_it_leads_to(self, office: Person) -> None:
        days = [date(2026, 5, day) for day in range(1, 15)]
        for day in days:
            unit = people.make_unit(f"Enhet {day.day}")
            lead_to(make_case(unit, visit_from=day, visit_to=day), State.PLANNED)
        actor, as_of = people.actor_today(office), date(2026, 5, 8)

        steps = next_steps_for(actor, as_of=as_of)

        assert [(step.kind, step.due_on) for step in steps if step.object_id] == [
            *(("case-visit-over", day) for day in days[:5]),
            *(("case-visit", day) for day in days[7:12]),
        ]
        assert [(step.kind, step.count) for step in steps if step.object_id is None] == [
            ("case-visit-over-more", 2),
            ("case-visit-more", 2),
        ]
        for waits, of_kind in ((Waits.VISIT_OVER, days[:7]), (Waits.VISIT_AHEAD, days[7:])):
            listed = list_cases_for(actor, CaseFilters(waits=waits), as_of=as_of).rows
            assert [row["visit_from"] for row in listed] == of_kind

    def test_those_who_look_on_have_nothing_to_do(self, unit: Unit) -> None:
        lead_to(make_case(unit), State.PLANNED)
        officer = people.make_person("Rut Region", Role.REGION_OFFICER, unit.region)

        assert self.told(officer, date(2026, 5, 1)) == []


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
