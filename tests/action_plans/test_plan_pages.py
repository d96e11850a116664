"""The pages of a plan: written and sent by the unit, judged and decided; and who is told that it waits."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Person
from kollegium.action_plans.actions.watching import escalate_plans, open_plans
from kollegium.action_plans.models import ItemJudgement, Plan, PlanDraftItem
from kollegium.action_plans.queries.next_steps import next_steps_for
from kollegium.action_plans.queries.plan_days import (
    due_plan_escalations,
    due_plans,
    open_due_plans,
    open_plan_escalations,
)
from kollegium.domain.case_life import State, Step
from kollegium.domain.grading import Answer
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Role
from kollegium.notifications.dated import Due
from kollegium.organisations.models import Unit
from kollegium.reviews.models import ActionPlanItem, ActionState, CaseMove, Review, Verdict
from kollegium.reviews.queries.exchange_steps import exchange_steps_for
from kollegium.reviews.queries.next_steps import next_steps_for as steps_of_reviews
from tests import people
from tests.action_plans.plans import DUE, WORDS, judge, refusal, send, sent_plan, write
from tests.reviews.cases import lead_to, move

pytestmark = pytest.mark.django_db

TYPED = {
    "action": "Vi ordnar undervisning.",
    "due_on": "2099-09-30",
    "responsible": "Chefen",
    "follow_up_on": "2099-10-15",
    "follow_up_responsible": "chefen",
    "evidence": "Schemat",
}


def address(name: str, case: Review, *others: Any) -> str:
    return reverse(f"action_plans:{name}", args=[case.pk, *others])


def item_address(case: Review, key: str) -> str:
    return address("plan_item", case, case.parts.get().pk, "D", key)


class TestWriting:
    @pytest.fixture
    def client(self, head: Person) -> Client:
        return people.client_of(head)

    def test_unit_writes_sees_warnings_and_sends(
        self, decided: Review, client: Client, office: Person
    ) -> None:
        page = client.get(address("plan", decided)).content.decode()
        assert "Planen är försenad" in page
        assert "Sista dagen är 2 juni 2026." in page
        assert page.count("data-plan-item") == 2
        assert "Besvara D9 också" in page

        response = client.post(item_address(decided, "D6"), {**TYPED, "version": "0"})
        assert response.url.endswith(f"#item-{decided.parts.get().pk}-D6")
        page = client.get(address("plan", decided)).content.decode()
        # Two of the item, and the one a script copies.
        assert page.count('class="field-warning"') == 2 + 1
        assert "Åtgärden nämner inte det som kriteriet handlar om." in page

        page = client.get(address("plan_send", decided)).content.decode()
        assert "Något saknas för D7." in page
        write_both = {**TYPED, "version": "0", "follow_up_responsible": "Studierektorn"}
        client.post(item_address(decided, "D7"), write_both)
        version = Plan.objects.get().version
        again = client.post(address("plan_send", decided), {"version": version})
        assert again.status_code == 422
        assert "Läs varningarna och kryssa i" in again.content.decode()
        response = client.post(address("plan_send", decided), {"version": version, "seen": "on"})

        assert response.url == address("plan", decided)
        assert Plan.objects.get().sent_at is not None
        assert "Planen är skickad" in client.get(address("plan", decided)).content.decode()
        assert (
            "Vi ordnar undervisning."
            in people.client_of(office).get(address("plan", decided)).content.decode()
        )

    def test_script_is_answered_with_version_and_warnings(self, decided: Review, client: Client) -> None:
        headers = {"Accept": "application/json"}
        saved = client.post(item_address(decided, "D6"), {**TYPED, "version": "0"}, headers=headers)
        stale = client.post(
            item_address(decided, "D6"), {**TYPED, "version": "0", "action": "B"}, headers=headers
        )

        assert saved.json()["version"] == 1
        assert set(saved.json()["warnings"]) == {"action", "follow_up_responsible"}
        assert stale.status_code == 409

    def test_what_a_colleague_wrote_meanwhile_is_shown_beside_what_was_typed(
        self, decided: Review, client: Client
    ) -> None:
        first = {**TYPED, "version": "0", "action": "Programmen skrivs om.", "responsible": "Kollegan"}
        client.post(item_address(decided, "D6"), first)

        stale = client.post(item_address(decided, "D6"), {**TYPED, "version": "0"})

        page = stale.content.decode()
        assert stale.status_code == 422
        shown = page[page.index("Det som står nu") : page.index("data-plan-item")]
        assert ("Programmen skrivs om." in shown, "Kollegan" in shown) == (True, True)
        assert TYPED["action"] in page[page.index("data-plan-item") :]
        assert PlanDraftItem.objects.get().action == "Programmen skrivs om."
        assert 'name="version" value="1"' in page

    def test_answer_that_is_not_asked_for_comes_and_goes(self, decided: Review, client: Client) -> None:
        client.post(item_address(decided, "D9"), {"version": "0"})
        assert PlanDraftItem.objects.get().criterion_key == "D9"

        client.post(item_address(decided, "D9"), {"do": "remove", "version": "1"})
        assert not PlanDraftItem.objects.exists()
        assert client.post(item_address(decided, "D1"), {"version": "0"}).status_code == 404

    def test_accepted_before_is_public_and_nameless(self, decided: Review, client: Client) -> None:
        page = client.get(address("plan_accepted", decided, "D6"))

        assert "Ingen publik granskning har någon godtagen åtgärd" in page.content.decode()
        assert client.get(address("plan_accepted", decided, "A1")).status_code == 404

    def test_others_read_nothing_before_it_is_sent(
        self, decided: Review, head: Person, office: Person, greta: Person
    ) -> None:
        write(decided, head, "D6")

        for person in (office, greta):
            page = people.client_of(person).get(address("plan", decided))
            assert WORDS.action not in page.content.decode()
            assert people.client_of(person).post(item_address(decided, "D6")).status_code == 404
        stranger = people.make_person("Hugo", Role.HEAD_OF_UNIT, people.make_unit("Annan"))
        assert people.client_of(stranger).get(address("plan", decided)).status_code == 404


def test_case_where_nothing_falls_short_says_so(decided: Review, head: Person) -> None:
    Plan.objects.all().delete()
    client = people.client_of(head)

    assert "Ingen handlingsplan behövs" in client.get(address("plan", decided)).content.decode()
    assert client.get(address("plan_send", decided)).status_code == 404


def test_case_is_closed_without_its_plan_only_with_why(
    decided: Review, head: Person, office: Person, greta: Person
) -> None:
    write(decided, head, "D6")
    client = people.client_of(office)
    close = reverse("reviews:case_step", args=[decided.pk, "close"])
    data = {"version": Review.objects.get(pk=decided.pk).version, "reason": " "}

    told = "Enheten har inte skickat den handlingsplan som beslutet begär för område D."
    assert told in client.get(close).content.decode()
    refused = client.post(close, data)
    assert (refused.status_code, told in refused.content.decode()) == (422, True)
    stale = client.post(close, {"version": 0, "reason": "Enheten läggs ned."})
    assert (stale.status_code, "Enheten läggs ned." in stale.content.decode()) == (422, True)
    assert client.post(close, {**data, "reason": "Enheten läggs ned."}).status_code == 302

    move = CaseMove.objects.get(review=decided, step="close")
    assert (move.reason, move.moved_by) == ("Enheten läggs ned.", office)
    history = client.get(reverse("reviews:case_history", args=[decided.pk])).content.decode()
    assert "Enheten läggs ned." in history
    unit, others = (
        people.client_of(one).get(address("plan", decided)).content.decode() for one in (head, office)
    )
    for page in (unit, others):
        assert "Ärendet avslutades utan handlingsplan" in page
        assert "Enheten läggs ned." in page
    assert WORDS.action in unit
    assert WORDS.action not in others


def test_case_whose_plan_was_sent_back_says_so_and_one_without_demands_closes_at_once(
    decided: Review, head: Person, office: Person
) -> None:
    sent_plan(decided, head)
    close = people.client_of(office).get(reverse("reviews:case_step", args=[decided.pk, "close"]))
    assert "Enheten har skickat sin handlingsplan." in close.content.decode()
    assert "<textarea" not in close.content.decode()
    send_back = {
        "to_on": (timezone.localdate() + timedelta(days=9)).isoformat(),
        "reason": "D7 säger inte när.",
    }
    people.client_of(office).post(address("plan_time", decided), send_back)
    decided.refresh_from_db()
    assert refusal(move, decided, Step.CLOSE, office) == "plan-sent-back"

    Verdict.objects.filter(criterion_key__in=["D6", "D7"]).update(outcome="met")
    decided.parts.get().grades.filter(area_key="D").update(outcome="passed_with_remarks")
    assert move(decided, Step.CLOSE, office).state == State.CLOSED


class TestJudging:
    def test_judge_and_decide(self, decided: Review, head: Person, office: Person, greta: Person) -> None:
        items = sent_plan(decided, head)
        judge(decided, items["D7"], office)
        reviewer, client = people.client_of(greta), people.client_of(office)
        answer = {"answers": "partly", "reason": "Halvvägs.", "version": items["D6"].version, "said": 0}
        reviewer.post(address("judge_plan_item", decided, items["D6"].pk), answer)
        area = address("plan_area", decided, decided.parts.get().pk, "D")

        page = client.get(area).content.decode()
        assert "Bedöm D6 först." in page
        assert reviewer.get(area).status_code == 404
        assert people.client_of(head).get(area).status_code == 404

        client.post(address("judge_plan_item", decided, items["D6"].pk), {**answer, "answers": "yes"})
        page = client.get(area).content.decode()
        assert "Regeln föreslår C" in page
        assert "Greta Granskare" in page
        assert client.post(area, {"outcome": "passed_with_remarks", "reason": " "}).status_code == 422
        response = client.post(area, {"outcome": "passed_with_remarks", "reason": "Planen håller."})

        assert response.url.startswith(address("plan", decided))
        unit = people.client_of(head).get(address("plan", decided)).content.decode()
        assert "efter handlingsplan" in unit
        assert "Planen håller." in unit
        assert "Greta Granskare" not in unit
        for language, sentence in (
            ("sv", "Graderingen är ändrad till C."),
            ("en", "Graderingen är ändrad till C."),
        ):
            whole = client.get(
                reverse("reviews:review", args=[decided.pk]), headers={"Accept-Language": language}
            )
            assert sentence in whole.content.decode()

    def test_colleague_of_the_office_sees_both_words_and_chooses(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        item = sent_plan(decided, head)["D6"]
        colleague = people.client_of(people.make_person("Ivar Kansli", Role.REVIEW_OFFICE))
        before = colleague.get(address("plan", decided)).context["areas"][0]["rows"][0]["form"]
        judge(decided, item, office, Answer.NO, "Saknar program.")
        typed = {
            "version": before["version"].value(),
            "said": before["said"].value(),
            "answers": "yes",
            "reason": "Svarar på allt.",
        }

        refused = colleague.post(address("judge_plan_item", decided, item.pk), typed)
        page = refused.content.decode()
        assert refused.status_code == 422
        for told in (
            "Någon annan har bedömt detta",
            "Saknar program.",
            "Svarar på allt.",
            "Granskningskansliet, Ines Kansli",
            "Låt det som står vara",
        ):
            assert told in page
        form = refused.context["areas"][0]["rows"][0]["form"]
        assert ItemJudgement.objects.get().reason == "Saknar program."
        colleague.post(address("judge_plan_item", decided, item.pk), {**typed, "said": form["said"].value()})

        assert ItemJudgement.objects.get().reason == "Svarar på allt."
        assert "Tidigare" in colleague.get(address("plan", decided)).content.decode()
        assert "Saknar program." in colleague.get(address("plan", decided)).content.decode()
        assert "Saknar program." not in people.client_of(head).get(address("plan", decided)).content.decode()

    def test_judgement_without_reason_is_told_at_the_field(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        item = sent_plan(decided, head)["D6"]
        response = people.client_of(office).post(
            address("judge_plan_item", decided, item.pk),
            {"answers": "yes", "reason": " ", "version": item.version, "said": 0},
        )

        assert response.status_code == 422
        assert f"judge-{item.pk}-reason-error" in response.content.decode()

    def test_office_sends_back_and_unit_reads_why(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        sent_plan(decided, head)
        day = timezone.localdate() + timedelta(days=20)
        people.client_of(office).post(
            address("plan_time", decided), {"to_on": day.isoformat(), "reason": "D7 säger inte när."}
        )

        page = people.client_of(head).get(address("plan", decided)).content.decode()
        assert page.count("D7 säger inte när.") == 1
        assert page.count("data-plan-item") == 2


class TestTelling:
    def steps(self, person: Person, day: Any) -> list[NextStep]:
        actor = people.actor_today(person)
        found = [*next_steps_for(actor, as_of=day), *exchange_steps_for(actor, as_of=day)]
        return [step for step in found if step.kind.startswith("plan")]

    def test_start_page_tells_whoever_it_waits_for(
        self, decided: Review, planning_unit: Unit, head: Person, office: Person, greta: Person
    ) -> None:
        name = planning_unit.name
        told = [
            self.steps(head, day)[0].urgency
            for day in (DUE - timedelta(days=31), DUE - timedelta(days=30), DUE, DUE + timedelta(days=1))
        ]
        assert told == [Urgency.SOON, Urgency.WAITING, Urgency.WAITING, Urgency.LATE]
        assert self.steps(office, DUE) == self.steps(greta, DUE) == []

        items = sent_plan(decided, head)
        waits = [NextStep("plan-to-judge", Urgency.WAITING, 1, decided.pk, name)]
        assert self.steps(office, DUE) == self.steps(greta, DUE) == waits
        assert self.steps(head, DUE) == []
        for item in items.values():
            judge(decided, item, greta)
        assert (self.steps(office, DUE), self.steps(greta, DUE)) == (waits, [])

    def test_plan_that_nobody_must_write_is_a_quiet_step_until_it_is_sent_or_the_case_closed(
        self, decided: Review, planning_unit: Unit, head: Person, greta: Person
    ) -> None:
        Verdict.objects.filter(criterion_key__in=["D6", "D7"]).update(outcome="met")
        decided.parts.get().grades.filter(area_key="D").update(outcome="passed_with_remarks")
        Plan.objects.update(due_on=None)
        quiet = [NextStep("plan-possible", Urgency.SOON, 1, decided.pk, planning_unit.name)]
        assert self.steps(head, DUE) == quiet
        assert self.steps(greta, DUE) == []
        assert "En handlingsplan får skrivas, om ni vill" in people.client_of(head).get("/").content.decode()

        assert (
            "Inget måste besvaras." in people.client_of(head).get(address("plan", decided)).content.decode()
        )

        write(decided, head, "D9")
        page = people.client_of(head).get(address("plan", decided)).content.decode()
        assert (address("plan_send", decided) in page, "Inget måste besvaras." in page) == (True, False)
        send(decided, head, seen=True)
        assert self.steps(head, DUE) == []
        Plan.objects.update(sent_at=None)
        assert self.steps(head, DUE) == quiet
        decided.refresh_from_db()
        lead_to(decided, State.CLOSED)
        assert self.steps(head, DUE) == []

    def test_promised_change_that_is_not_made_is_told_at_the_unit_and_to_whoever_follows_up(
        self, decided: Review, planning_unit: Unit, head: Person, office: Person
    ) -> None:
        director = people.make_person("Disa", Role.PROGRAMME_DIRECTOR, planning_unit)
        training = people.make_person("Dag", Role.DIRECTOR_OF_TRAINING, planning_unit.region)
        sent_plan(decided, head)
        assert WORDS.due_on is not None
        day = WORDS.due_on + timedelta(days=1)

        def told(person: Person, as_of: Any = day) -> list[tuple[str, int]]:
            found = steps_of_reviews(people.actor_today(person), as_of=as_of)
            return [(one.kind, one.count) for one in found if "late" in one.kind]

        assert told(head, WORDS.due_on) == []
        assert told(head) == told(director) == [("promises-late", 2)]
        assert told(training) == [("unit-actions-late", 2)]
        assert told(office) == [("actions-late", 2)]
        ActionPlanItem.objects.filter(criterion_key="D6").update(state=ActionState.REPORTED_DONE)
        assert told(head) == told(director) == [("promises-late", 1)]

    def test_unit_is_reminded_and_care_provider_told(
        self, decided: Review, planning_unit: Unit, head: Person
    ) -> None:
        people.make_account(head)
        officer = people.make_person("Olga", Role.CARE_PROVIDER_OFFICER, planning_unit.care_provider)
        people.make_account(officer)
        assert due_plans(DUE, DUE, DUE) == [Due(decided.pk, DUE, planning_unit.name, (head.pk,))]
        assert open_due_plans([decided.pk]) == {(decided.pk, DUE)}

        assert [escalate_plans(as_of=DUE + timedelta(days=days)) for days in (29, 30, 31)] == [0, 1, 0]
        day = DUE + timedelta(days=30)
        assert due_plan_escalations(day, day, day) == [
            Due(decided.pk, day, planning_unit.name, (officer.pk,))
        ]
        sent_plan(decided, head)
        assert open_plan_escalations([decided.pk]) == open_due_plans([decided.pk]) == set()

    def test_watch_opens_what_was_decided_before_there_were_plans(self, decided: Review) -> None:
        Plan.objects.all().delete()

        assert (open_plans(), open_plans()) == (1, 0)
        assert Plan.objects.get().due_on == DUE
