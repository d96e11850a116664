"""What waits for somebody in the cases they take part in."""

from datetime import date, timedelta

import pytest

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.next_steps import Urgency
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.models import FactCheck, Remark
from kollegium.reviews.queries.case_steps import next_steps_for
from kollegium.reviews.queries.open_cases import CaseFilters, Waits, list_cases_for
from tests import people
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case, reviewers

pytestmark = pytest.mark.django_db


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
