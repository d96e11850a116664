"""One's own reminders: listed, searched, opened, read; nobody else's; how they come by mail; the header."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.accounts.models import Person
from kollegium.domain.roles import Role
from kollegium.notifications.models import MailSettings, Reminder
from tests.people import client_of, make_person, make_unit
from tests.reviews.builders import NOW, make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return make_review()


@pytest.fixture
def head(review) -> Person:
    return make_person("Hedda Chef", Role.HEAD_OF_UNIT, review.unit)


def add(person: Person, review, number: int = 0, **others) -> Reminder:
    values = {"kind": "action-due", "step": 0, "name": f"Enheten {number}", "created_at": NOW, **others}
    day = date(2026, 3, 1 + number)
    return Reminder.objects.create(recipient=person, object_id=review.pk, due_on=day, **values)


def text_of(answer) -> str:
    return answer.content.decode()


def test_opening_a_reminder_leads_to_the_plan_and_marks_it_read(head, review) -> None:
    reminder, client = add(head, review), client_of(head)
    assert 'unread-count">1<' in text_of(client.get("/me/reminders/"))

    answer = client.get(f"/me/reminders/{reminder.pk}/")

    assert answer["Location"] == f"/reviews/{review.pk}/#plan"
    assert "unread-count" not in text_of(client.get("/me/reminders/"))


def test_reminder_of_somebody_else_is_not_there(head, review) -> None:
    reminder = add(head, review)
    stranger = client_of(make_person("Vera Vikchef", Role.HEAD_OF_UNIT, make_unit("Vikens")))

    assert stranger.get(f"/me/reminders/{reminder.pk}/").status_code == 404
    assert "Enheten 0" not in text_of(stranger.get("/me/reminders/"))
    stranger.post("/me/reminders/read/")
    reminder.refresh_from_db()
    assert reminder.read_at is None


def test_kind_that_is_gone_breaks_no_page(head, review) -> None:
    reminder, client = add(head, review, kind="long-gone"), client_of(head)

    assert client.get("/me/reminders/").status_code == 200
    assert client.get(f"/me/reminders/{reminder.pk}/")["Location"] == "/me/reminders/"


def test_search_and_unread_narrow_the_list(head, review) -> None:
    client = client_of(head)
    add(head, review, 1, name="Ekens", read_at=NOW)
    add(head, review, 2, name="Vikens")
    add(head, review, 3, name="Åsens", cancelled_at=NOW)

    def shown(query: str) -> list[str]:
        page = text_of(client.get(f"/me/reminders/{query}"))
        return [name for name in ("Ekens", "Vikens", "Åsens") if f">{name}<" in page]

    assert (shown(""), shown("?q=vik"), shown("?show=unread")) == (
        ["Ekens", "Vikens", "Åsens"],
        ["Vikens"],
        ["Vikens"],
    )
    assert shown("?q=%00&page=x.y") == ["Ekens", "Vikens", "Åsens"]


def test_all_are_marked_read_at_once(head, review) -> None:
    client = client_of(head)
    add(head, review, 1)
    add(head, review, 2)

    assert client.post("/me/reminders/read/").status_code == 302
    assert not Reminder.objects.unread().exists()
    assert client.get("/me/reminders/read/").status_code == 405


def test_list_costs_the_same_with_one_and_with_three(head, review) -> None:
    client = client_of(head)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert client.get("/me/reminders/").status_code == 200
        return len(caught)

    add(head, review, 0)
    client.get("/me/reminders/")
    one = queries()
    add(head, review, 1)
    add(head, review, 2)

    assert queries() == one


def test_choice_of_letters_is_kept_and_logged(head) -> None:
    values = {"mail": "at_once", "quiet_from": "22", "quiet_until": "6"}

    assert client_of(head).post("/me/reminders/settings/", values).status_code == 302

    [kept] = MailSettings.objects.values_list(
        "person_id", "mail", "quiet_from", "quiet_until", "quiet_weekends"
    )
    assert kept == (head.pk, "at_once", 22, 6, False)
    assert (
        MailSettings.objects.get().events.get().pgh_context["action"] == "notifications.change_mail_settings"
    )


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"mail": "often", "quiet_from": "20", "quiet_until": "7"},
        {"mail": "daily", "quiet_from": "24", "quiet_until": "7"},
    ],
)
def test_bad_choice_is_told(head, values) -> None:
    assert client_of(head).post("/me/reminders/settings/", values).status_code == 422
    assert not MailSettings.objects.exists()


def test_visitor_is_asked_to_log_in() -> None:
    assert Client().get("/me/reminders/").status_code == 302
