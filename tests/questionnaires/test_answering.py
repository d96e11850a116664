"""The page of somebody who is asked: it works without log-in, script and cookie, keeps what is typed, and sends once."""

import logging
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kollegium.config.veiling import VeiledLinks
from kollegium.questionnaires.models import Answer, Draft, OpenAnswer, Spent, Waiting
from kollegium.trail.models import ReadingRecord
from tests.people import make_account, make_person
from tests.questionnaires import rounds
from tests.questionnaires.rounds import LAST_DAY, TODAY, answers_to, closed, sent_round

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_tests_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: TODAY)


def page(token: str) -> str:
    return f"/answer/{token}/"


def one_of(count: int, role: str = "trainee") -> str:
    _, links = sent_round(**{role: count})
    return next(iter(links.values()))


def test_it_says_how_many_share_the_group_and_who_sees_what() -> None:
    text = Client().get(page(one_of(4))).content.decode()

    assert "Du är en av 4 som får samma frågor." in text
    assert "raderas de olästa" in text
    assert "Granskarna och granskningskansliet" in text
    assert text.count('type="radio"') == 21 * 5


def test_two_are_told_that_they_answer_openly_or_not_at_all() -> None:
    text = Client().get(page(one_of(2))).content.decode()

    assert "svara öppet eller inte alls" in text
    assert 'name="openly"' in text
    assert 'name="decline"' in text
    assert "Du svarar anonymt" not in text


def test_head_answers_openly_whatever_the_number() -> None:
    text = Client().get(page(one_of(4, "head_of_unit"))).content.decode()

    assert "Du svarar öppet, med ditt namn" in text


def test_english_is_one_step_away() -> None:
    text = Client().get(f"{page(one_of(3))}?language=en").content.decode()

    assert "You answer anonymously" in text
    assert "I am given an introduction" in text or "I was given an introduction" in text


def test_the_page_keeps_itself_to_itself() -> None:
    response = Client().get(page(one_of(3)))

    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cache-Control"] == "no-store, private"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_answers_are_sent_once() -> None:
    token = one_of(3)
    client = Client(enforce_csrf_checks=True)

    first = client.post(page(token), {**answers_to(), "send": "1"}, follow=True)
    second = client.post(page(token), {**answers_to(step="not"), "send": "1"})

    assert "Tack. Din del är klar" in first.content.decode()
    assert "Länken är använd" in second.content.decode()
    assert (Waiting.objects.count(), Spent.objects.count()) == (1, 1)


def test_nothing_typed_is_lost_when_an_answer_is_missing() -> None:
    token = one_of(3)
    sent = answers_to(text="Mer <handledning>")
    del sent["assessed"]

    response = Client().post(page(token), {**sent, "send": "1"})

    text = response.content.decode()
    assert response.status_code == 422
    assert 'href="#item-assessed"' in text
    assert "Mer &lt;handledning&gt;" in text
    assert text.count(" checked") == 20
    assert Waiting.objects.count() == 0


def test_a_draft_is_saved_and_taken_up_again() -> None:
    token = one_of(3)

    saved = Client().post(page(token), {"assessed": "not", "own-words": "Halv", "save": "1"}, follow=True)
    later = Client().get(page(token)).content.decode()

    assert "Sparat." in saved.content.decode()
    assert later.count(" checked") == 1
    assert ">Halv</textarea>" in later
    assert Draft.objects.count() == 1


def test_another_link_sees_nothing_of_a_draft() -> None:
    _, links = sent_round(trainee=3)
    own, other, _last = links.values()
    Client().post(page(own), {"own-words": "Halv", "save": "1"})

    assert "Halv" not in Client().get(page(other)).content.decode()


def test_open_answer_needs_a_yes() -> None:
    token = one_of(1)

    refused = Client().post(page(token), {**answers_to(text="Kvar"), "send": "1"})
    sent = Client().post(page(token), {**answers_to(), "openly": "yes", "send": "1"}, follow=True)

    assert refused.status_code == 422
    assert ">Kvar</textarea>" in refused.content.decode()
    assert "Tack. Din del är klar" in sent.content.decode()
    assert OpenAnswer.objects.get().name == "Trainee 0"


def test_whoever_declines_leaves_no_answer() -> None:
    token = one_of(1)

    response = Client().post(page(token), {**answers_to(), "decline": "1"}, follow=True)

    assert "Tack. Din del är klar" in response.content.decode()
    assert (OpenAnswer.objects.count(), Waiting.objects.count(), Spent.objects.count()) == (0, 0, 1)


def test_a_link_nobody_sent_is_not_found() -> None:
    response = Client().get(page("x" * 43))

    assert response.status_code == 404
    assert "Det finns ingen enkät på den här adressen" in response.content.decode()


@pytest.mark.parametrize("is_closed", [True, False], ids=["closed", "day-passed"])
def test_a_link_after_the_last_day_says_so(monkeypatch: pytest.MonkeyPatch, is_closed: bool) -> None:
    found, links = sent_round(trainee=3)
    token = next(iter(links.values()))
    if is_closed:
        closed(found)
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: rounds.AFTER)

    for response in (Client().get(page(token)), Client().post(page(token), {**answers_to(), "send": "1"})):
        assert response.status_code == 410
        assert "Enkäten är stängd" in response.content.decode()
    assert Answer.objects.count() == Waiting.objects.count() == 0


def test_the_last_day_itself_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    token = one_of(3)
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: LAST_DAY)

    assert Client().get(page(token)).status_code == 200


def test_nothing_is_noted_of_somebody_logged_in() -> None:
    token = one_of(3)
    client = Client()
    client.force_login(make_account(make_person()))
    before = dict(client.session.items())

    client.post(page(token), {**answers_to(), "send": "1"})

    assert dict(client.session.items()) == before
    assert ReadingRecord.objects.count() == 0


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(method: str) -> None:
    assert getattr(Client(), method)(page("x" * 43)).status_code == 405


def test_the_log_never_holds_a_token() -> None:
    record = logging.LogRecord("django.request", 30, "", 1, "%s: %s", ("Gone", "/answer/hemlig-1/"), None)

    assert VeiledLinks().filter(record)

    assert record.getMessage() == "Gone: /answer/…/"


def test_the_filter_stands_before_the_log(settings: Any) -> None:
    assert settings.LOGGING["handlers"]["stream"]["filters"] == ["veiled"]
