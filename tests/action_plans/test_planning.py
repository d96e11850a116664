"""The plan until it is sent: opened by the decision, written and sent by the unit, given more time by the office."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from kollegium.accounts.models import Person
from kollegium.action_plans.actions.planning import extend_plan, open_plan, remove_item, return_plan
from kollegium.action_plans.models import Plan, PlanDraftItem, PlanExtension
from kollegium.action_plans.queries.plans import get_plan_for
from kollegium.domain.case_life import State
from kollegium.domain.planning_answers import ItemWords
from kollegium.domain.roles import Role
from kollegium.reviews.models import ActionPlanItem, ActionState, Review, Verdict
from kollegium.reviews.queries.whole_case import case_of
from kollegium.reviews.summaries import stale_summaries
from tests import people
from tests.action_plans.plans import DUE, SENT_AT, WORDS, refusal, send, sent_plan, write
from tests.reviews.cases import give_team, grade_everything, lead_to, make_case
from tests.reviews.reconsiderations import ask
from tests.reviews.reconsiderations import decide as reconsider

pytestmark = pytest.mark.django_db


def keys(spots: tuple[tuple[int, str, str], ...]) -> list[str]:
    return [f"{area}/{criterion}" for _, area, criterion in spots]


class TestOpening:
    def test_decision_opens_the_plan_with_its_day_and_what_it_answers(
        self, decided: Review, head: Person
    ) -> None:
        story = get_plan_for(people.actor_today(head), decided.pk)

        assert (story.plan.due_on, story.plan.is_with_unit) == (DUE, True)
        assert (keys(story.required), keys(story.offered)) == (["D/D6", "D/D7"], ["D/D9"])

    def test_case_where_nothing_falls_short_asks_for_none(self, greta: Person, head: Person) -> None:
        case = make_case(people.make_unit("Annan"))
        give_team(case, greta, people.make_person("Göran"))
        grade_everything(case)
        lead_to(case, State.DECIDED)

        assert not Plan.objects.filter(review=case).exists()

    def test_plan_that_only_may_answer_has_no_day(self, decided: Review) -> None:
        Plan.objects.all().delete()
        Verdict.objects.filter(criterion_key__in=["D6", "D7"]).update(outcome="met")
        decided.parts.get().grades.filter(area_key="D").update(outcome="passed_with_remarks")

        plan = open_plan(decided, decided_on=date(2026, 3, 2))
        assert plan is not None
        assert plan.due_on is None

    def test_area_raised_on_reconsideration_is_no_longer_asked_about(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        ask(decided, head, "D")
        reconsider(decided, office, D="passed_with_remarks")

        story = get_plan_for(people.actor_today(head), decided.pk)
        assert (keys(story.required), keys(story.offered)) == ([], ["D/D6", "D/D7", "D/D9"])


class TestWriting:
    def test_unit_writes_and_changes_an_item_and_others_see_nothing_of_it(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        write(decided, head, "D6")
        item = write(decided, head, "D6", replace(WORDS, responsible="Studierektorn"), seen=1)

        assert (item.version, item.responsible, item.item) == (2, "Studierektorn", None)
        assert not get_plan_for(people.actor_today(office), decided.pk).may_read_items
        assert not ActionPlanItem.objects.exists()

    @pytest.mark.parametrize(("key", "seen", "code"), [("D6", 1, "changed-meanwhile"), ("D6", 0, "")])
    def test_two_who_write_at_once(
        self, decided: Review, head: Person, key: str, seen: int, code: str
    ) -> None:
        if not code:
            write(decided, head, key, seen=seen)
            assert (
                refusal(write, decided, head, key, replace(WORDS, action="Annat"), 0) == "changed-meanwhile"
            )
        else:
            assert refusal(write, decided, head, key, WORDS, seen) == code

    def test_others_do_not_write_and_what_is_met_is_not_asked(
        self, decided: Review, head: Person, office: Person, greta: Person
    ) -> None:
        stranger = people.make_person("Hugo", Role.HEAD_OF_UNIT, people.make_unit("Annan"))

        assert refusal(write, decided, office, "D6") == "not-allowed-here"
        assert refusal(write, decided, greta, "D6") == "not-allowed-here"
        for by, key in ((stranger, "D6"), (head, "D1"), (head, "B1"), (head, "")):
            with pytest.raises(Http404):
                write(decided, by, key)
        assert not PlanDraftItem.objects.exists()

    def test_required_item_stays_and_offered_one_goes(self, decided: Review, head: Person) -> None:
        write(decided, head, "D6")
        write(decided, head, "D9")
        part, by = decided.parts.get().pk, people.actor_today(head)

        assert refusal(remove_item, review_id=decided.pk, spot=(part, "D", "D6"), by=by) == "item-required"
        remove_item(review_id=decided.pk, spot=(part, "D", "D9"), by=by)
        assert [item.criterion_key for item in PlanDraftItem.objects.all()] == ["D6"]


class TestSending:
    def test_items_become_the_reviews(self, decided: Review, head: Person, office: Person) -> None:
        items = sent_plan(decided, head)
        rows = ActionPlanItem.objects.order_by("position")

        assert [(row.criterion_key, row.area_key, row.state) for row in rows] == [
            ("D6", "D", ActionState.PLANNED),
            ("D7", "D", ActionState.PLANNED),
        ]
        first = rows[0]
        assert (first.action, first.due_on, first.due_text) == (
            WORDS.action,
            WORDS.due_on,
            "30 september 2026",
        )
        assert (first.follow_up_on, first.responsible, first.follow_up_responsible) == (
            WORDS.follow_up_on,
            WORDS.responsible,
            WORDS.follow_up_responsible,
        )
        assert items["D6"].item == first
        assert get_plan_for(people.actor_today(office), decided.pk).may_read_items
        assert stale_summaries() == []

    def test_plan_with_gaps_is_not_sent(self, decided: Review, head: Person) -> None:
        write(decided, head, "D6")
        assert refusal(send, decided, head) == "plan-incomplete"
        write(decided, head, "D7", replace(WORDS, follow_up_on=None))
        assert refusal(send, decided, head) == "plan-incomplete"
        write(decided, head, "D7", WORDS, 1)
        write(decided, head, "D9", ItemWords(action="Börjad"))
        assert refusal(send, decided, head) == "plan-incomplete"
        write(decided, head, "D9", ItemWords(), 1)

        send(decided, head)
        assert sorted(ActionPlanItem.objects.values_list("criterion_key", flat=True)) == ["D6", "D7"]

    def test_warnings_are_seen_and_not_obeyed(self, decided: Review, head: Person) -> None:
        write(decided, head, "D6", replace(WORDS, evidence=""))
        write(decided, head, "D7")

        assert refusal(send, decided, head) == "warnings-unseen"
        assert send(decided, head, seen=True).sent_by == head

    def test_sent_plan_is_with_the_office(self, decided: Review, head: Person) -> None:
        sent_plan(decided, head)

        assert refusal(write, decided, head, "D6", WORDS, 1) == "plan-not-with-unit"
        assert refusal(send, decided, head) == "plan-not-with-unit"


class TestTime:
    def test_office_gives_more_time_with_a_reason(
        self, decided: Review, office: Person, head: Person
    ) -> None:
        def extend(to_on: date, reason: str = "Chefen är ny.", by: Person = office) -> PlanExtension:
            return extend_plan(
                review_id=decided.pk, to_on=to_on, reason=reason, now=SENT_AT, by=people.actor_today(by)
            )

        assert refusal(extend, DUE) == "day-not-later"
        assert refusal(extend, date(2026, 3, 31)) == "day-in-past"
        assert refusal(extend, DUE + timedelta(days=1), " ") == "reason-missing"
        assert refusal(extend, DUE + timedelta(days=1), by=head) == "not-allowed-here"

        given = extend(DUE + timedelta(days=30))
        assert (given.from_on, given.to_on, given.given_by) == (DUE, date(2026, 7, 2), office)
        assert Plan.objects.get().due_on == date(2026, 7, 2)
        with pytest.raises(IntegrityError, match="plan_extension_is_later"), transaction.atomic():
            PlanExtension.objects.filter(pk=given.pk).update(to_on=DUE)

    def test_plan_sent_back_is_written_again_in_the_same_rows(
        self, decided: Review, office: Person, head: Person
    ) -> None:
        items = sent_plan(decided, head)
        return_plan(
            review_id=decided.pk,
            to_on=date(2026, 7, 1),
            reason="D7 säger inte när.",
            now=SENT_AT,
            by=people.actor_today(office),
        )
        plan = Plan.objects.get()
        assert (plan.is_with_unit, plan.due_on, plan.return_reason) == (
            True,
            date(2026, 7, 1),
            "D7 säger inte när.",
        )
        assert (
            refusal(
                remove_item,
                review_id=decided.pk,
                spot=(decided.parts.get().pk, "D", "D7"),
                by=people.actor_today(head),
            )
            == "item-required"
        )

        write(
            decided,
            head,
            "D7",
            replace(WORDS, action="Utbildningsprogrammen ses över i mars och i september."),
            1,
        )
        plan = send(decided, head, now=SENT_AT + timedelta(days=9))

        assert (plan.returned_at, plan.return_reason) == (None, "")
        row = ActionPlanItem.objects.get(criterion_key="D7")
        assert (row.pk, row.version) == (items["D7"].item_id, 2)
        assert row.action.endswith("i september.")
        assert ActionPlanItem.objects.get(criterion_key="D6").version == 1
        assert len(case_of(decided).parts[0].plan) == 2

    def test_what_is_done_already_is_reported_done_and_may_be_taken_back_with_the_plan(
        self, decided: Review, office: Person, head: Person
    ) -> None:
        done = replace(WORDS, due_on=None, is_done=True)
        write(decided, head, "D6", done)
        write(decided, head, "D7", replace(done, due_on=date(2026, 3, 20)))
        send(decided, head, seen=True)

        def told(key: str) -> tuple[str, str, date | None]:
            row = ActionPlanItem.objects.get(criterion_key=key)
            return row.state, row.due_text, row.due_on

        assert told("D6") == (ActionState.REPORTED_DONE, "Redan genomfört", None)
        assert told("D7") == (ActionState.REPORTED_DONE, "Redan genomfört 20 mars 2026", date(2026, 3, 20))

        return_plan(
            review_id=decided.pk,
            to_on=date(2026, 7, 1),
            reason="Programmen är inte klara.",
            now=SENT_AT,
            by=people.actor_today(office),
        )
        ActionPlanItem.objects.filter(criterion_key="D7").update(state=ActionState.DONE)
        write(decided, head, "D6", WORDS, 1)
        send(decided, head, seen=True, now=SENT_AT + timedelta(days=9))

        assert told("D6") == (ActionState.PLANNED, "30 september 2026", WORDS.due_on)
        # What was said of it meanwhile stands where the plan says the same as before.
        assert told("D7")[0] == ActionState.DONE

    def test_plan_with_the_unit_is_not_sent_back(self, decided: Review, office: Person) -> None:
        code = refusal(
            return_plan,
            review_id=decided.pk,
            to_on=DUE,
            reason="Nej.",
            now=SENT_AT,
            by=people.actor_today(office),
        )
        assert code == "plan-not-with-office"
