"""The browsers one is logged in with, and an administrator's help with a lost second step."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.accounts import tasks
from kollegium.accounts.actions import PeopleRefused, forget_ended_sessions, reset_second_factor
from kollegium.accounts.models import Account, BrowserSession
from kollegium.accounts.sessions import device_of
from kollegium.domain.roles import Role
from tests import people
from tests.accounts.log_in import NOON, Clock, account_of, is_in, with_password

BROWSERS = "/me/browsers/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1"
)
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/138.0 Safari/537.36 Edg/138.0"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.mark.parametrize(
    ("said", "device"),
    [
        (FIREFOX, ("firefox", "windows")),
        (IPHONE, ("safari", "iphone")),
        (EDGE, ("edge", "windows")),
        ("curl/8", ("", "")),
        ("", ("", "")),
    ],
    ids=["firefox", "iphone", "edge", "a program", "nothing"],
)
def test_device_is_known_by_what_the_browser_says(said: str, device: tuple[str, str]) -> None:
    assert device_of(said) == device


def two_browsers() -> tuple[Client, Client]:
    """Give two browsers somebody without need of a second step is logged in with."""
    account_of(Role.TRAINEE, second_factor=False)
    return with_password(), with_password()


def test_browsers_are_listed_in_words_with_this_one_marked() -> None:
    here, _ = two_browsers()
    BrowserSession.objects.exclude(session_key=here.session.session_key).update(
        browser="firefox", system="windows"
    )

    rows = here.get(BROWSERS).context["rows"]

    assert {(row["device"], str(row["method"]), row["is_this"]) for row in rows} == {
        ("En webbläsare som vi inte känner igen", "med lösenord", True),
        ("Firefox på Windows", "med lösenord", False),
    }


def test_one_browser_is_logged_out_and_asked_to_log_in_with_the_page_kept() -> None:
    here, there = two_browsers()
    other = BrowserSession.objects.get(session_key=there.session.session_key)

    here.post(f"{BROWSERS}{other.pk}/end/")

    assert there.get("/me/?page=2").headers["Location"] == "/login/?next=/me/%3Fpage%3D2"
    assert here.get(BROWSERS).status_code == 200


def test_all_other_browsers_are_logged_out() -> None:
    here, there = two_browsers()

    page = here.post(f"{BROWSERS}others/end/", follow=True).content.decode()

    assert (is_in(here), is_in(there)) == (True, False)
    assert "1 webbläsare är utloggad." in page


def test_nobody_logs_out_somebody_else() -> None:
    here, _ = two_browsers()
    people.make_account(people.make_person("Bo"), "bo@exempel.se", second_factor=False)
    bo = with_password("bo@exempel.se")
    asta = BrowserSession.objects.get(session_key=here.session.session_key)

    page = bo.post(f"{BROWSERS}{asta.pk}/end/", follow=True).content.decode()

    assert is_in(here)
    assert "redan utloggad" in page


def test_changed_password_ends_other_sessions_and_keeps_this_one_in_the_list() -> None:
    here, there = two_browsers()

    here.post("/me/", {"old": people.PASSWORD, "new": "en helt ny fras 7", "again": "en helt ny fras 7"})

    assert (is_in(here), is_in(there)) == (True, False)
    assert [row["is_this"] for row in here.get(BROWSERS).context["rows"]] == [True]


def test_use_is_noted_every_ten_minutes(clock: Clock) -> None:
    here, _ = two_browsers()
    row = BrowserSession.objects.get(session_key=here.session.session_key)

    clock.go_on(minutes=9)
    here.get("/me/")
    row.refresh_from_db()
    early = row.seen_at
    clock.go_on(minutes=2)
    here.get("/me/")
    row.refresh_from_db()

    assert (early, row.seen_at) == (NOON, clock.now)


def test_ended_sessions_are_forgotten(clock: Clock) -> None:
    here, there = two_browsers()
    there.logout()

    forget_ended_sessions(now=clock.now)

    assert list(BrowserSession.objects.values_list("session_key", flat=True)) == [here.session.session_key]


def test_list_costs_the_same_queries_for_one_and_three_rows() -> None:
    account_of(Role.TRAINEE, second_factor=False)
    counts = []
    here = with_password()
    for _ in range(3):
        with CaptureQueriesContext(connection) as captured:
            here.get(BROWSERS)
        counts.append(len(captured))
        with_password()

    assert len(set(counts)) == 1


@pytest.mark.parametrize(
    "path", ["/accounts/", "/accounts/signup/", "/accounts/email/", "/signup/", "/accounts/login/"]
)
def test_no_page_of_allauth_is_open(path: str) -> None:
    assert Client().get(path).status_code == 404


def test_administrator_resets_a_lost_second_step() -> None:
    account = account_of()
    there = with_password()
    there.post("/login/code/", {"code": people.app_code()})
    administrator = people.make_person("Ada Admin", Role.ADMINISTRATOR)
    ada = people.client_of(administrator)
    address = f"/people/{account.person_id}/log-ins/{account.pk}/reset/"

    shown = ada.get(f"/people/{account.person_id}/").content.decode()
    ada.post(address)
    tasks.tell_of_reset_factor(account.pk)

    account.refresh_from_db()
    assert address in shown
    assert (account.second_factor_since, Authenticator.objects.filter(user=account).exists()) == (None, False)
    assert not is_in(there)
    assert (mail.outbox[-1].to, mail.outbox[-1].subject) == (
        ["asta@exempel.se"],
        "Ditt andra steg i Kollegium har återställts",
    )
    assert "Tog bort det andra steget." in ada.get(f"/people/{account.person_id}/").content.decode()


@pytest.mark.parametrize(
    ("by", "code"),
    [(Role.HEAD_OF_UNIT, "not-allowed"), (Role.REVIEW_OFFICE, "not-allowed")],
    ids=["head", "office"],
)
def test_others_reset_nothing(by: Role, code: str) -> None:
    account = account_of()
    unit = people.make_unit() if by == Role.HEAD_OF_UNIT else None

    with pytest.raises(PeopleRefused) as refused:
        reset_second_factor(account_id=account.pk, by=people.make_actor(by, unit, "Bo"))

    assert refused.value.code == code
    assert Account.objects.get(pk=account.pk).second_factor_since is not None


def test_administrator_of_a_region_resets_nobody_above_and_nobody_resets_their_own() -> None:
    account = account_of(Role.ADMINISTRATOR)
    region = people.make_region()
    below = people.make_actor(Role.ADMINISTRATOR, region, "Rut Region")

    codes = []
    for actor in (below, people.actor_today(account.person)):
        with pytest.raises(PeopleRefused) as refused:
            reset_second_factor(account_id=account.pk, by=actor)
        codes.append(refused.value.code)

    assert codes == ["reaches-further", "own-factor"]
