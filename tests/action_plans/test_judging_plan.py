"""What is said of a plan that was sent: item by item, then the grade of each failed area."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from kollegium.accounts.models import Person
from kollegium.action_plans.actions.planning import return_plan
from kollegium.action_plans.case_file import plan_parts
from kollegium.action_plans.models import ItemJudgement, Plan
from kollegium.action_plans.queries.accepted import AcceptedAction, accepted_before
from kollegium.action_plans.queries.plans import get_plan_for
from kollegium.domain.case_life import State
from kollegium.domain.grading import Answer, RegradingReason
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.reviews.content import content_of
from kollegium.reviews.models import AreaText, Grade, GradeRound, Review
from kollegium.reviews.queries.open_cases import get_open_case_for
from kollegium.reviews.queries.publishing_steps import publishing_steps_for
from kollegium.reviews.queries.whole_case import case_of
from kollegium.reviews.shown.grades import shown_grade
from kollegium.reviews.summaries import stale_summaries
from tests import people
from tests.action_plans.plans import (
    SENT_AT,
    WORDS,
    decide,
    decided_case,
    judge,
    refusal,
    send,
    sent_plan,
    write,
)
from tests.reviews.builders import publish_as_proposed
from tests.reviews.cases import lead_to

pytestmark = pytest.mark.django_db


def rule(case: Review, by: Person) -> tuple[RegradingReason, str | None]:
    story = get_plan_for(people.actor_today(by), case.pk)
    effect = story.effect(next(area for area in story.areas if area.area.key == "D"))
    assert effect is not None
    return effect.reason, effect.letter


class TestJudging:
    def test_office_counts_and_reviewers_stand_beside(
        self, decided: Review, head: Person, office: Person, greta: Person
    ) -> None:
        items = sent_plan(decided, head)
        assert rule(decided, office) == (RegradingReason.JUDGEMENT_MISSING, "D")

        for key in items:
            judge(decided, items[key], office)
        judge(decided, items["D7"], greta, Answer.NO, "Säger inte när.")

        assert rule(decided, office) == (RegradingReason.EVERY_BREACH_ANSWERED, "C")
        story = get_plan_for(people.actor_today(office), decided.pk)
        told = [(one.person, one.is_of_office, one.answers) for one in story.judgements[items["D7"].pk]]
        assert told == [(office, True, Answer.YES), (greta, False, Answer.NO)]

    def test_each_changes_their_own_and_the_office_has_one(
        self, decided: Review, head: Person, office: Person, greta: Person
    ) -> None:
        item = sent_plan(decided, head)["D6"]
        colleague = people.make_person("Ivar Kansli", Role.REVIEW_OFFICE)
        judge(decided, item, office)
        assert refusal(judge, decided, item, colleague, Answer.PARTLY, "Bara hälften.", seen=0) == (
            "changed-meanwhile"
        )
        assert ItemJudgement.objects.get().person == office
        judge(decided, item, colleague, Answer.PARTLY, "Bara hälften.", seen=1)
        judge(decided, item, greta)
        judge(decided, item, greta, Answer.NO, "Nej.")
        judge(decided, item, greta, Answer.NO, "Nej.")

        rows = ItemJudgement.objects.order_by("pk").values_list("person", "answers", "version")
        assert list(rows) == [(colleague.pk, Answer.PARTLY, 2), (greta.pk, Answer.NO, 2)]
        assert rule(decided, office) == (RegradingReason.BREACH_NOT_ANSWERED, "D")
        with pytest.raises(IntegrityError, match="item_judgement_of_office_once"), transaction.atomic():
            ItemJudgement.objects.filter(is_of_office=False).update(is_of_office=True)

    def test_refusals(self, decided: Review, head: Person, office: Person) -> None:
        write(decided, head, "D6")
        write(decided, head, "D7")
        draft = Plan.objects.get().items.get(criterion_key="D6")
        assert refusal(judge, decided, draft, office) == "plan-not-with-office"
        send(decided, head)

        assert refusal(judge, decided, draft, office, reason=" ") == "reason-missing"
        stranger = people.make_person("Gösta", Role.REVIEWER, people.make_specialty())
        for by in (head, stranger):
            with pytest.raises(Http404):
                judge(decided, draft, by)
        assert not ItemJudgement.objects.exists()

    def test_words_changed_after_being_sent_back_are_judged_anew(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        items = sent_plan(decided, head)
        judge(decided, items["D6"], office)
        judge(decided, items["D7"], office, Answer.NO, "Säger inte när.")
        return_plan(
            review_id=decided.pk,
            to_on=date(2026, 7, 1),
            reason="D7.",
            now=SENT_AT + timedelta(days=8),
            by=people.actor_today(office),
        )
        write(decided, head, "D7", replace(WORDS, action="Utbildningsprogrammen ses över i mars."), 1)
        send(decided, head, now=SENT_AT + timedelta(days=9))

        assert rule(decided, office) == (RegradingReason.JUDGEMENT_MISSING, "D")
        story = get_plan_for(people.actor_today(office), decided.pk)
        assert story.unjudged(story.areas[0]) == ("D7",)


class TestDeciding:
    def test_lifted_grade_is_kept_beside_the_first_with_its_sentence(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        for item in sent_plan(decided, head).values():
            judge(decided, item, office)
        publish_as_proposed(decided)
        assert publishing_steps_for(people.actor_today(office)) == []
        grade = decide(decided, office, Outcome.PASSED_WITH_REMARKS)

        assert (grade.round, grade.decided_by, grade.decided_on) == (
            GradeRound.ACTION_PLAN,
            office,
            date(2026, 4, 9),
        )
        whole = case_of(decided)
        shown = next(shown_grade(one) for one in whole.grades_of(whole.parts[0]) if one.area.key == "D")
        assert shown.now is not None
        assert shown.earlier is not None
        assert (shown.now.letter, shown.earlier.letter, str(shown.note)) == ("C", "D", "efter handlingsplan")
        assert AreaText.objects.get(area_key="D").grade_quote.endswith("Graderingen är ändrad till C.")
        decided.refresh_from_db()
        assert decided.area_outcomes["D"] == "passed_with_remarks"
        assert stale_summaries() == []
        assert Plan.objects.get().settled_at is not None
        assert [one.kind for one in publishing_steps_for(people.actor_today(office))] == ["publish-anew"]
        publish_as_proposed(decided, SENT_AT + timedelta(days=9))
        assert publishing_steps_for(people.actor_today(office)) == []

    def test_grade_may_stand_against_the_rule(self, decided: Review, head: Person, office: Person) -> None:
        for item in sent_plan(decided, head).values():
            judge(decided, item, office)
        decide(decided, office, Outcome.FAILED)

        assert Grade.objects.filter(area_key="D", round=GradeRound.ACTION_PLAN).get().outcome == "failed"
        assert (
            AreaText.objects.get(area_key="D").grade_quote == "Handlingsplan inkommen, gradering D kvarstår."
        )

    def test_refusals(self, decided: Review, head: Person, office: Person, greta: Person) -> None:
        items = sent_plan(decided, head)
        judge(decided, items["D6"], office)
        judge(decided, items["D7"], greta)
        assert refusal(decide, decided, office, Outcome.FAILED) == "items-unjudged"
        judge(decided, items["D7"], office)

        assert refusal(decide, decided, greta, Outcome.FAILED) == "not-allowed-here"
        assert refusal(decide, decided, office, Outcome.FAILED, reason=" ") == "reason-missing"
        with pytest.raises(Http404):
            decide(decided, office, Outcome.PASSED, "A")
        decided.refresh_from_db()
        assert refusal(lead_to, decided, State.CLOSED) == "plan-waits"
        decide(decided, office, Outcome.FAILED)

        assert refusal(decide, decided, office, Outcome.FAILED) == "plan-not-with-office"
        assert refusal(judge, decided, items["D6"], office) == "plan-not-with-office"
        decided.refresh_from_db()
        assert lead_to(decided, State.CLOSED).state == State.CLOSED

    def test_settled_plan_sent_back_is_decided_anew_beside_the_first_decision(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        items = sent_plan(decided, head)
        for item in items.values():
            judge(decided, item, office)
        decide(decided, office, Outcome.FAILED)
        return_plan(
            review_id=decided.pk,
            to_on=date(2026, 7, 1),
            reason="Komplettera.",
            now=SENT_AT + timedelta(days=9),
            by=people.actor_today(office),
        )
        send(decided, head, now=SENT_AT + timedelta(days=10))
        story = get_plan_for(people.actor_today(office), decided.pk)
        assert [area.area.key for area in story.to_decide] == ["D"]
        Plan.objects.update(sent_at=SENT_AT)
        assert get_plan_for(people.actor_today(office), decided.pk).to_decide == ()


class TestToldElsewhere:
    def test_print_and_publication_say_the_sentence_and_the_round(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        for item in sent_plan(decided, head).values():
            judge(decided, item, office)
        AreaText.objects.create(part=decided.parts.get(), area_key="D", narrative="Två program saknas.")
        decide(decided, office, Outcome.PASSED_WITH_REMARKS)

        part = content_of(case_of(decided))["parts"][0]
        area = next(one for one in part["areas"] if one["key"] == "D")
        assert area["narrative"].split("\n\n") == [
            "Två program saknas.",
            "Verksamheten har efter granskningen inkommit med handlingsplan för åtgärder. "
            "Graderingen är ändrad till C.",
        ]
        assert (area["at_visit"], area["now"], area["after_action_plan"]) == (
            "failed",
            "passed_with_remarks",
            True,
        )

    def test_public_actions_that_were_accepted_are_shown_to_other_units(
        self, decided: Review, head: Person, office: Person, greta: Person
    ) -> None:
        other = decided_case(people.make_unit("Lingonets hälsocentral"), greta)
        for item in sent_plan(decided, head).values():
            answers = Answer.YES if item.criterion_key == "D6" else Answer.NO
            judge(decided, item, office, answers)
        assert accepted_before(other, "D6") == []
        decide(decided, office, Outcome.FAILED)
        assert accepted_before(other, "D6") == []
        publish_as_proposed(decided)

        assert accepted_before(other, "D6") == [
            AcceptedAction(WORDS.action, WORDS.responsible, WORDS.follow_up_responsible)
        ]
        assert accepted_before(other, "D7") == accepted_before(decided, "D6") == []

    def test_file_of_the_case_tells_what_was_said_once_the_plan_is_settled(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        case = get_open_case_for(people.actor_today(office), decided.pk)
        assert list(plan_parts(case)) == []
        items = sent_plan(decided, head)
        for item in items.values():
            judge(decided, item, office, reason="Planen är tydlig.")
        assert "Planen är tydlig." not in repr([part.texts for part in plan_parts(case)])
        decide(decided, office, Outcome.FAILED)

        (part,) = plan_parts(case)
        assert repr(part.texts).count("Planen är tydlig.") == 2
