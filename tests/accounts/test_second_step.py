"""The second step of a log-in: asked of those who have a factor, set up by those whose role needs one."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client, override_settings

from kollegium.accounts.models import Account
from kollegium.accounts.queries import recovery_codes_left
from kollegium.domain.roles import Role
from tests import people
from tests.accounts.log_in import (
    CODE_PAGE,
    NOON,
    SECOND_STEP,
    Clock,
    account_of,
    is_in,
    with_password,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stop the clock five seconds into a step."""
    return Clock(monkeypatch)


def send(client: Client, code: str) -> int:
    """Send a code as the second step and give the status of the answer."""
    return client.post(CODE_PAGE, {"code": code}).status_code


def test_password_alone_lets_nobody_in_who_has_a_factor() -> None:
    account_of()

    client = with_password(next_url="/people/")

    assert client.last.headers["Location"] == CODE_PAGE
    assert not is_in(client)
    assert client.get("/people/").headers["Location"] == "/login/?next=/people/"


@pytest.mark.parametrize(
    "written", ["{}", " {} ", "{0:.3} {0:>.3}"], ids=["plain", "spaces around", "parted"]
)
def test_code_lets_in_and_leads_to_the_page_that_was_asked_for(written: str) -> None:
    account_of()
    client = with_password(next_url="/people/")
    code = people.app_code()
    typed = f"{code[:3]} {code[3:]}" if "0" in written else written.format(code)

    answer = client.post(CODE_PAGE, {"code": typed})

    assert (answer.status_code, answer.headers["Location"], is_in(client)) == (302, "/people/", True)


@pytest.mark.parametrize(
    ("step", "accepted"),
    [(-2, False), (-1, True), (0, True), (1, True), (2, False)],
    ids=["two late", "one late", "on time", "one early", "two early"],
)
def test_clock_may_be_wrong_by_one_step(step: int, accepted: bool) -> None:
    account_of()
    client = with_password()

    send(client, people.app_code(step))

    assert is_in(client) is accepted


@pytest.mark.parametrize("later", [1, 29, 55], ids=["at once", "same step", "next step"])
def test_code_works_once(clock: Clock, later: int) -> None:
    account_of()
    code = people.app_code()
    send(with_password(), code)
    clock.go_on(seconds=later)

    again = with_password()

    assert (send(again, code), is_in(again)) == (422, False)


def test_code_of_another_person_or_no_code_lets_nobody_in() -> None:
    account_of()
    client = with_password()
    others = format_hotp_value(hotp_value("GEZDGNBVGY3TQOJQ", int(NOON.timestamp()) // 30))

    for code in (others, "000000", "", "abc", "１２３４５６", "9" * 19):
        assert send(client, code) == 422

    assert not is_in(client)


def test_recovery_code_works_once_in_place_of_the_app() -> None:
    account = account_of()
    code = recovery_codes_left(account)[3]

    first, second = with_password(), with_password()
    answers = [send(first, code), send(second, code)]

    assert (answers, is_in(first), is_in(second)) == ([302, 422], True, False)
    assert code not in recovery_codes_left(account)


def test_second_step_without_the_first_leads_to_the_log_in() -> None:
    account_of()

    assert Client().get(CODE_PAGE).headers["Location"] == "/login/"
    assert Client().post(CODE_PAGE, {"code": people.app_code()}).headers["Location"] == "/login/"


def test_account_closed_between_the_steps_does_not_come_in() -> None:
    account = account_of()
    client = with_password()
    Account.objects.filter(pk=account.pk).update(is_active=False)

    answer = client.post(CODE_PAGE, {"code": people.app_code()}, follow=True)

    assert not is_in(client)
    assert "är stängd" in answer.content.decode()


def test_account_closed_while_logged_in_is_out_at_the_next_page() -> None:
    account = account_of()
    client = with_password()
    send(client, people.app_code())
    Account.objects.filter(pk=account.pk).update(is_active=False)

    assert client.get("/people/").headers["Location"] == "/login/?next=/people/"


@pytest.mark.parametrize(
    "path", ["/", "/people/", "/reviews/", "/me/", "/me/browsers/", "/register/", "/import/"]
)
def test_everything_is_closed_until_the_factor_a_role_needs_is_set_up(path: str) -> None:
    account_of(second_factor=False)
    client = with_password()

    answer = client.get(path)

    assert is_in(client)
    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, SECOND_STEP)


def test_parts_of_pages_and_scripts_are_refused_without_a_factor() -> None:
    account_of(second_factor=False)
    client = with_password()

    part = client.get("/people/", headers={"HX-Request": "true"})
    script = client.get("/people/", headers={"Accept": "application/json"})

    assert (part.status_code, part.headers["HX-Redirect"], part.content) == (403, SECOND_STEP, b"")
    assert (script.status_code, script.content) == (403, b"")


@pytest.mark.parametrize("role", [None, Role.TRAINEE], ids=["no role", "trainee"])
def test_role_that_needs_no_factor_opens_its_pages(role: Role | None) -> None:
    account_of(role, second_factor=False)
    client = with_password()

    assert client.get("/me/").status_code == 200
    assert "Din roll kräver det inte" in client.get(SECOND_STEP).content.decode()


def test_page_says_why_and_setting_up_an_app_opens_the_rest() -> None:
    account = account_of(second_factor=False)
    client, other = with_password(), with_password()

    why = client.get("/people/", follow=True).content.decode()
    client.get("/me/second-step/app/?next=/people/")
    secret = client.session["app_secret"]
    wrong = client.post("/me/second-step/app/", {"code": "000000", "next": "/people/"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "APP_SECRET", secret)
        right = client.post("/me/second-step/app/", {"code": people.app_code(), "next": "/people/"})
    codes = client.get(right.headers["Location"]).content.decode()

    account.refresh_from_db()
    assert "Din roll öppnar uppgifter om andra." in why
    assert wrong.status_code == 422
    assert account.second_factor_since == NOON
    assert all(f"{code[:4]} {code[4:]}" in codes for code in recovery_codes_left(account))
    assert 'href="/people/"' in codes
    assert client.get("/people/").status_code == 200
    assert not is_in(other), "a session that began without a factor ends"


def test_secret_is_not_readable_in_the_database() -> None:
    account_of()

    assert people.APP_SECRET not in str(Authenticator.objects.get(type="totp").data)


def test_last_factor_stays_while_the_role_needs_it() -> None:
    account = account_of()
    client = with_password()
    send(client, people.app_code())
    factor = Authenticator.objects.get(user=account, type="totp")

    answer = client.post(f"{SECOND_STEP}{factor.pk}/remove/")

    assert (answer.status_code, Authenticator.objects.filter(pk=factor.pk).exists()) == (422, True)
    assert "Din roll kräver ett andra steg" in answer.content.decode()


def test_last_factor_goes_when_no_role_needs_it_and_recovery_codes_with_it() -> None:
    account = account_of(Role.TRAINEE)
    client = with_password()
    send(client, people.app_code())
    factor = Authenticator.objects.get(user=account, type="totp")

    client.post(f"{SECOND_STEP}{factor.pk}/remove/")

    account.refresh_from_db()
    assert (account.second_factor_since, Authenticator.objects.count()) == (None, 0)


def test_nobody_removes_anothers_factor() -> None:
    account = account_of()
    other = people.make_account(people.make_person("Bo"), "bo@exempel.se", second_factor=False)
    client = with_password("bo@exempel.se")
    factor = Authenticator.objects.get(user=account, type="totp")

    answer = client.post(f"{SECOND_STEP}{factor.pk}/remove/")

    assert (answer.status_code, other.second_factor_since) == (404, None)
    assert Authenticator.objects.filter(pk=factor.pk).exists()


@pytest.mark.parametrize("page", ["app/", "passkey/", "recovery-codes/"])
def test_changing_factors_asks_again_who_it_is_after_ten_minutes(clock: Clock, page: str) -> None:
    account_of()
    client = with_password()
    send(client, people.app_code())
    clock.go_on(minutes=10, seconds=1)

    asked = client.get(f"{SECOND_STEP}{page}")
    wrong = client.post("/login/again/", {"code": "000000", "next": f"{SECOND_STEP}{page}"})
    still = client.get(f"{SECOND_STEP}{page}")
    right = client.post("/login/again/", {"code": people.app_code(), "next": f"{SECOND_STEP}{page}"})

    assert asked.headers["Location"].startswith("/login/again/?next=")
    assert (wrong.status_code, still.status_code) == (422, 302)
    assert right.headers["Location"] == f"{SECOND_STEP}{page}"
    assert client.get(f"{SECOND_STEP}{page}").status_code == 200


def test_new_recovery_codes_take_the_place_of_the_earlier_ones() -> None:
    account = account_of()
    client = with_password()
    send(client, people.app_code())
    before = recovery_codes_left(account)

    client.post(f"{SECOND_STEP}recovery-codes/")

    after = recovery_codes_left(account)
    assert (len(before), len(after), set(before) & set(after)) == (10, 10, set())


@override_settings(MODE="demo")
def test_demo_fills_in_its_own_codes_and_nobody_elses() -> None:
    account = account_of()
    hidden = with_password().get(CODE_PAGE).content.decode()
    Account.objects.filter(pk=account.pk).update(is_demo=True)

    shown = with_password().get(CODE_PAGE).content.decode()

    assert people.app_code() not in hidden
    assert f'value="{people.app_code()}"' in shown


@override_settings(MODE="production")
def test_production_shows_no_code_even_of_a_demo_account() -> None:
    account = account_of()
    Account.objects.filter(pk=account.pk).update(is_demo=True)

    assert people.app_code() not in with_password().get(CODE_PAGE).content.decode()


def test_several_may_try_the_demo_with_the_same_code() -> None:
    account = account_of()
    Account.objects.filter(pk=account.pk).update(is_demo=True)
    first, second = with_password(), with_password()

    assert [send(first, people.app_code()), send(second, people.app_code())] == [302, 302]
