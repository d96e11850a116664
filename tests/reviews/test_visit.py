"""What a device may keep for the visit: whose, for how long, what is in it and what ends it."""

import base64
import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts import sessions
from kollegium.accounts.actions import forget_ended_sessions
from kollegium.accounts.actions.sessions import end_sessions_of
from kollegium.accounts.models import Account, BrowserSession, Person
from kollegium.domain.case_life import State
from kollegium.domain.grading import Verdict
from kollegium.domain.roles import Role
from kollegium.reviews.actions.judging import OwnVerdict, judge
from kollegium.reviews.actions.offline import forget_ended_copies
from kollegium.reviews.models import Judgement, OfflineCopy, Review
from kollegium.reviews.queries.offline import standing_copy
from tests import people
from tests.reviews.cases import NOW, give_team, lead_to, make_case

pytestmark = pytest.mark.django_db
COPY, CONTACT = reverse("reviews:visit_copy"), reverse("reviews:visit_contact")
MARKER = "Zqanteckning"


@pytest.fixture
def greta() -> Account:
    person = people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())
    return people.make_account(person, "greta@exempel.se")


@pytest.fixture
def goran() -> Person:
    return people.make_person("Göran Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def case(greta: Account, goran: Person) -> Review:
    review = make_case(people.make_unit("Lövbergas hälsocentral"))
    give_team(review, greta.person, goran)
    return lead_to(review, State.PREPARING)


def device(account: Account) -> Client:
    """Give a browser in which somebody is logged in, as the log-in page leaves it."""
    client = Client()
    client.force_login(account)
    BrowserSession.objects.create(
        account=account,
        session_key=client.session.session_key,
        method=BrowserSession.Method.PASSWORD,
        started_at=timezone.now(),
        seen_at=timezone.now(),
    )
    return client


def fetched(client: Client, copy: str = "") -> dict[str, Any]:
    found: dict[str, Any] = client.post(COPY, {"copy": copy}).json()
    return found


def stands(client: Client, copy: str) -> str:
    return str(client.get(CONTACT, {"copy": copy}).json()["state"])


def judged(case: Review, person: Person, note: str) -> Judgement:
    verdict = OwnVerdict(case.parts.get().pk, "A1", Verdict.MET, note, 0)
    return judge(review_id=case.pk, verdict=verdict, now=NOW, by=people.actor_today(person))


class TestCopy:
    def test_it_holds_ones_own_verdicts_and_nobody_elses(
        self, case: Review, greta: Account, goran: Person
    ) -> None:
        judged(case, greta.person, "Min egen")
        judged(case, goran, MARKER)

        copy = fetched(device(greta))

        part = copy["cases"][0]["parts"][0]
        assert part["own"] == {"A1": {"outcome": "met", "note": "Min egen", "evidence": [], "version": 1}}
        assert MARKER not in json.dumps(copy)
        assert len([c for area in copy["standards"]["spur-st-2021"] for c in area["criteria"]]) == 74

    @pytest.mark.parametrize("role", [Role.REVIEW_OFFICE, Role.HEAD_OF_UNIT, Role.REVIEWER])
    def test_those_who_do_not_judge_get_no_case(self, case: Review, role: Role) -> None:
        place = {Role.HEAD_OF_UNIT: case.unit, Role.REVIEWER: people.make_specialty()}.get(role)
        other = people.make_account(people.make_person("Annan", role, place))

        assert fetched(device(other))["cases"] == []

    def test_decided_case_is_not_copied(self, case: Review, greta: Account) -> None:
        Review.objects.update(state=State.DECIDED)

        assert fetched(device(greta))["cases"] == []

    def test_same_device_keeps_its_key_and_another_gets_its_own(self, case: Review, greta: Account) -> None:
        phone, laptop = device(greta), device(greta)
        first = fetched(phone)

        again, other = fetched(phone, first["copy"]), fetched(laptop)

        assert (again["copy"], again["key"]) == (first["copy"], first["key"])
        assert other["key"] != first["key"]
        assert len(base64.b64decode(first["key"])) == 32

    def test_key_of_somebody_else_is_not_given_out(self, case: Review, greta: Account, goran: Person) -> None:
        first = fetched(device(greta))
        other = device(people.make_account(goran))

        assert stands(other, first["copy"]) == "other"
        assert fetched(other, first["copy"])["key"] != first["key"]

    def test_visitor_gets_nothing(self) -> None:
        assert Client().post(COPY).status_code == 302
        assert Client().get(CONTACT).json() == {"state": "out"}
        assert not OfflineCopy.objects.exists()

    def test_frame_of_the_page_holds_nothing_about_who_is_logged_in(
        self, case: Review, greta: Account
    ) -> None:
        page = device(greta).get(reverse("reviews:visit")).content.decode()

        assert "Greta" not in page
        assert "csrfmiddlewaretoken" not in page

    def test_worker_reaches_the_page_of_the_visit_alone(self) -> None:
        worker = reverse("reviews:visit_worker")

        assert worker.startswith(reverse("reviews:visit"))
        assert "Service-Worker-Allowed" not in Client().get(worker).headers
        assert Client().get(reverse("reviews:visit_manifest")).json()["scope"] == "/visit/"


class TestEnd:
    def test_log_in_that_runs_out_leaves_the_copy_for_the_next(self, case: Review, greta: Account) -> None:
        client = device(greta)
        copy = fetched(client)["copy"]
        client.session.flush()
        forget_ended_sessions(now=timezone.now())

        assert stands(client, copy) == "out"
        assert fetched(device(greta), copy)["copy"] == copy

    def test_logging_out_ends_it(self, case: Review, greta: Account) -> None:
        client = device(greta)
        copy = fetched(client)["copy"]

        client.post(reverse("accounts:logout"))

        assert stands(client, copy) == "wiped"

    def test_log_in_ended_from_another_device_ends_it(self, case: Review, greta: Account) -> None:
        phone, laptop = device(greta), device(greta)
        copy, other = fetched(phone)["copy"], fetched(laptop)["copy"]

        sessions.end([phone.session.session_key])

        assert (stands(Client(), copy), stands(laptop, other)) == ("wiped", "in")

    def test_new_password_ends_also_what_a_log_in_left_that_ran_out(
        self, case: Review, greta: Account
    ) -> None:
        client = device(greta)
        copy = fetched(client)["copy"]
        BrowserSession.objects.all().delete()
        laptop = device(greta)

        end_sessions_of(greta, keep=laptop.session.session_key)

        assert stands(laptop, copy) == "wiped"

    def test_device_is_wiped_from_the_page_of_log_ins(self, case: Review, greta: Account) -> None:
        phone, laptop = device(greta), device(greta)
        copy = fetched(phone)["copy"]
        address = reverse("reviews:wipe_copy", args=[OfflineCopy.objects.get().pk])
        assert address in laptop.get(reverse("accounts:sessions")).content.decode()

        laptop.post(address)

        assert stands(phone, copy) == "wiped"

    def test_nobody_wipes_anothers_device(self, case: Review, greta: Account, goran: Person) -> None:
        copy = fetched(device(greta))["copy"]
        address = reverse("reviews:wipe_copy", args=[OfflineCopy.objects.get().pk])

        assert device(people.make_account(goran)).post(address).status_code == 404
        assert stands(Client(), copy) == "out"

    @pytest.mark.parametrize(("later", "is_there"), [(-1, True), (1, False)])
    def test_it_ends_72_hours_after_the_last_contact(
        self, case: Review, greta: Account, later: int, is_there: bool
    ) -> None:
        key_id = fetched(device(greta))["copy"]
        then = OfflineCopy.objects.get().renewed_at + timedelta(hours=72, seconds=later)

        assert bool(standing_copy(key_id, now=then)) is is_there
        forget_ended_copies(now=then)
        assert OfflineCopy.objects.exists() is is_there


class TestSending:
    def send(self, client: Client, case: Review, **typed: str) -> Any:
        address = reverse("reviews:save_verdict", args=[case.pk, case.parts.get().pk, "A1"])
        values = {"version": "0", "outcome": "met", "note": "", **typed}
        return client.post(address, values, headers={"accept": "application/json"})

    def test_newer_verdict_comes_back_and_stands(self, case: Review, greta: Account) -> None:
        judged(case, greta.person, "Från datorn")

        response = self.send(device(greta), case, note="Från telefonen", outcome="not_met")

        assert response.status_code == 409
        assert response.json()["standing"] == {
            "outcome": "met",
            "note": "Från datorn",
            "evidence": [],
            "version": 1,
        }
        assert Judgement.objects.get().note == "Från datorn"

    def test_personal_identity_number_is_asked_about(self, case: Review, greta: Account) -> None:
        client, note = device(greta), "Patienten 640823-3234"

        asked = self.send(client, case, note=note)
        assert (asked.status_code, asked.json()["confirm"]) == (422, True)
        assert not Judgement.objects.exists()

        assert self.send(client, case, note=note, keep_personal_number="yes").json() == {"version": 1}

    def test_done_area_says_why(self, case: Review, greta: Account) -> None:
        Review.objects.update(state=State.FACT_CHECK)

        response = self.send(device(greta), case)

        assert response.status_code == 422
        assert "rätt att göra" in response.json()["message"]

    def test_released_reviewer_is_not_known(self, case: Review, goran: Person) -> None:
        account = people.make_account(goran)
        case.team.filter(person=goran).update(released_at=NOW, release_reason="Jäv.")

        assert self.send(device(account), case).status_code == 404
