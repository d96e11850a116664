"""What a script is told when a team agrees: kept, something else was agreed on meanwhile, or why not; and what a device gets."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain import standard as standards
from kollegium.domain.case_life import State
from kollegium.domain.grading import Verdict
from kollegium.domain.roles import Role
from kollegium.reviews.actions.judging import AgreedVerdict, OwnVerdict, finish_area, judge, reconcile
from kollegium.reviews.models import Grade, Review
from kollegium.reviews.models import Verdict as StoredVerdict
from tests import people
from tests.people import client_of
from tests.reviews.cases import NOW, give_team, lead_to, make_case

pytestmark = pytest.mark.django_db

MARKER = "Zqkollegans"
KEYS = ("A1", "A2", "A3", "A4")


@pytest.fixture
def goran() -> Person:
    return people.make_person("Göran Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def case(greta: Person, goran: Person) -> Review:
    """Give a case whose first area all have judged: alike but for A4. Only Greta is done with it."""
    review = make_case(people.make_unit())
    give_team(review, greta, goran)
    review = lead_to(review, State.PREPARING)
    for person, last, note in ((greta, Verdict.MET, ""), (goran, Verdict.NOT_MET, MARKER)):
        for key in KEYS:
            own = OwnVerdict(review.parts.get().pk, key, last if key == "A4" else Verdict.MET, note, 0)
            judge(review_id=review.pk, verdict=own, now=NOW, by=people.actor_today(person))
    done(review, greta)
    return review


def done(case: Review, person: Person) -> None:
    finish_area(
        review_id=case.pk,
        part_id=case.parts.get().pk,
        area_key="A",
        now=NOW,
        by=people.actor_today(person),
    )


def send(client: Client, case: Review, name: str, key: str, **values: Any) -> Any:
    address = reverse(f"reviews:{name}", args=[case.pk, case.parts.get().pk, key])
    return client.post(address, values, headers={"accept": "application/json"})


def copy_of(person: Person) -> Any:
    return client_of(person).post(reverse("reviews:visit_copy"), {"copy": ""}).json()


class TestAnswers:
    def test_colleague_agreed_on_something_else_and_nothing_is_overwritten(
        self, case: Review, greta: Person, goran: Person
    ) -> None:
        done(case, goran)
        client = client_of(greta)
        first = send(client, case, "agree", "A4", outcome="met", note="Först\r\noch sist", version=0)
        other = send(client_of(goran), case, "agree", "A4", outcome="not_met", note="Sedan", version=0)

        assert (first.status_code, first.json()) == (200, {"version": 1})
        assert other.status_code == 409
        assert other.json()["standing"] == {
            "outcome": "met",
            "note": "Först\noch sist",
            "evidence": [],
            "version": 1,
        }
        again = send(client_of(goran), case, "agree", "A4", outcome="not_met", note="Sedan", version=1)
        assert (again.json(), StoredVerdict.objects.count()) == ({"version": 2}, 2)

    def test_grade_waits_for_its_verdicts_and_asks_for_its_reason(
        self, case: Review, greta: Person, goran: Person
    ) -> None:
        done(case, goran)
        client = client_of(greta)
        early = send(client, case, "area_grade", "A", outcome="passed", reason="", version=0)
        for key in KEYS:
            send(client, case, "agree", key, outcome="met", note="", version=0)

        bare = send(client, case, "area_grade", "A", outcome="failed", reason="", version=0)
        kept = send(client, case, "area_grade", "A", outcome="failed", reason="Ett skäl", version=0)
        late = send(
            client_of(goran), case, "area_grade", "A", outcome="failed", reason="Ett annat", version=0
        )

        assert (early.status_code, bare.status_code) == (422, 422)
        assert "A1, A2, A3, A4" in early.json()["message"]
        assert "standing" not in bare.json()
        assert (kept.json(), late.status_code) == ({"version": 1}, 409)
        assert late.json()["standing"] == {"outcome": "failed", "reason": "Ett skäl", "version": 1}
        assert [grade.reason for grade in Grade.objects.all()] == ["Ett skäl"]

    def test_area_that_is_not_open_and_person_who_does_not_judge_get_nothing_in(
        self, case: Review, greta: Person
    ) -> None:
        stranger = people.make_person("Gösta", Role.REVIEWER, people.make_specialty())

        early = send(client_of(greta), case, "agree", "A1", outcome="met", note="", version=0)
        strange = send(client_of(stranger), case, "agree", "A1", outcome="met", note="", version=0)
        nobody = send(Client(), case, "agree", "A1", outcome="met", note="", version=0)

        assert (early.status_code, strange.status_code, nobody.status_code) == (422, 404, 302)
        assert not StoredVerdict.objects.exists()

    def test_page_without_script_agrees_as_before(self, case: Review, greta: Person, goran: Person) -> None:
        done(case, goran)
        address = reverse("reviews:agree", args=[case.pk, case.parts.get().pk, "A4"])

        answer = client_of(greta).post(address, {"outcome": "met", "note": "", "version": 0})

        assert answer.headers["Location"].endswith("/A/#criterion-A4")


class TestCopy:
    def test_colleagues_verdicts_are_for_the_open_page_alone_and_only_once_all_are_done(
        self, case: Review, greta: Person, goran: Person
    ) -> None:
        assert MARKER not in json.dumps(copy_of(greta))
        done(case, goran)
        agreed = AgreedVerdict(case.parts.get().pk, "A1", Verdict.MET, "Överens", 0)
        reconcile(review_id=case.pk, verdict=agreed, now=NOW, by=people.actor_today(greta))

        copy = copy_of(greta)

        part = copy["cases"][0]["parts"][0]
        kept = {"outcome": "met", "note": "Överens", "evidence": [], "version": 1}
        assert (part["open"], part["agreed"], part["grades"]) == (["A"], {"A1": kept}, {})
        assert MARKER not in json.dumps(copy["cases"])
        shown = copy["shown"][str(part["id"])]
        assert shown["found"]["A4"] == [{"who": "Göran Granskare", "outcome": "not_met", "note": MARKER}]
        assert shown["alike"] == {"A2": "met", "A3": "met"}
        assert shown["proposals"] == {}

    def test_rule_is_told_once_the_area_is_agreed_on(
        self, case: Review, greta: Person, goran: Person
    ) -> None:
        done(case, goran)
        for key in KEYS:
            verdict = AgreedVerdict(case.parts.get().pk, key, Verdict.MET, "", 0)
            reconcile(review_id=case.pk, verdict=verdict, now=NOW, by=people.actor_today(greta))

        copy = copy_of(greta)

        (shown,) = copy["shown"].values()
        assert list(shown["proposals"]) == ["A"]
        area = standards.load(case.standard_key).areas[0]
        steps = copy["standards"][case.standard_key][0]["steps"]
        assert [value for value, _text in steps] == [step.outcome.value for step in area.scale.steps]
