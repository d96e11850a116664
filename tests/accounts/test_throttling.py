"""How often may be guessed: per log-in and per address, the same for two processes, never for those inside."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from kollegium.accounts.throttling import Limit, TooManyAttempts, take
from kollegium.domain.roles import Role
from tests import people
from tests.accounts.log_in import CODE_PAGE, EMAIL, NOON, Clock, account_of, is_in, with_password

THREE = Limit("test", 3, timedelta(minutes=15))


@pytest.fixture
def clock(db: None, monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_ninth_wrong_password_is_refused_and_the_right_one_too_until_the_time_said(clock: Clock) -> None:
    account_of(Role.TRAINEE, second_factor=False)
    wrong = [with_password(password="fel").last for _ in range(8)]

    refused = with_password().last
    clock.go_on(minutes=15, seconds=1)
    later = with_password()

    assert [answer.status_code for answer in wrong] == [422] * 8
    assert refused.status_code == 429
    assert "Du kan försöka igen kl. 12:16." in refused.content.decode(), "rounded up from 12:15:05"
    assert is_in(later)


def test_failed_attempts_of_others_do_not_disturb_who_is_logged_in(clock: Clock) -> None:
    account_of()
    inside = with_password()
    inside.post(CODE_PAGE, {"code": people.app_code()})
    for _ in range(20):
        with_password(password="fel")
    clock.go_on(minutes=11)

    again = inside.post("/login/again/", {"code": people.app_code(), "next": "/me/"})

    assert inside.get("/me/").status_code == 200
    assert again.status_code == 302


def test_right_password_forgets_the_wrong_ones(clock: Clock) -> None:
    account_of(Role.TRAINEE, second_factor=False)
    for _ in range(3):
        for _ in range(5):
            with_password(password="fel")
        assert is_in(with_password())


def test_one_address_tries_a_hundred_accounts_and_no_more(clock: Clock) -> None:
    answers = [with_password(f"nr{number}@exempel.se", "fel").last.status_code for number in range(101)]

    assert answers == [422] * 100 + [429]
    client = Client(REMOTE_ADDR="192.0.2.7")
    elsewhere = client.post("/login/", {"username": EMAIL, "password": "fel"})
    assert elsewhere.status_code == 422


def test_ninth_wrong_code_is_refused_with_the_time(clock: Clock) -> None:
    account_of()
    client = with_password()
    answers = [client.post(CODE_PAGE, {"code": "000000"}).status_code for _ in range(9)]

    right = client.post(CODE_PAGE, {"code": people.app_code()})

    assert answers == [422] * 8 + [429]
    assert (right.status_code, is_in(client)) == (429, False)


def test_attempts_keep_no_address_and_no_e_mail(clock: Clock) -> None:
    with_password(password="fel")

    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(row::text, ' ') FROM shared_cache row")
        kept = cursor.fetchone()[0]

    assert "attempt:" in kept
    assert EMAIL not in kept
    assert "127.0.0.1" not in kept


def test_log_of_failures_names_nobody(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    account_of()
    for _ in range(9):
        with_password(password="fel")

    told = [record.getMessage() for record in caplog.records if record.name.startswith("kollegium.accounts")]

    assert len(told) == 9
    assert "too many attempts" in told[-1]
    assert not [line for line in told if EMAIL in line or "127.0.0.1" in line]


@pytest.mark.django_db(transaction=True)
def test_attempts_at_the_same_time_never_let_more_through_than_the_limit() -> None:
    cache.clear()

    def attempt(_: int) -> bool:
        try:
            take((THREE, "somebody"), now=timezone.now())
        except TooManyAttempts:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        let_through = sum(pool.map(attempt, range(12)))

    cache.clear()
    assert let_through == 3


def test_an_attempt_given_back_does_not_count_and_a_refused_pair_counts_at_neither(clock: Clock) -> None:
    other = Limit("other", 1, timedelta(minutes=15))
    take((THREE, "a"), now=NOON).give_back()
    take((other, "b"), now=NOON)

    with pytest.raises(TooManyAttempts) as refused:
        take((THREE, "a"), (other, "b"), now=NOON)

    assert refused.value.until == NOON + timedelta(minutes=15)
    for _ in range(3):
        take((THREE, "a"), now=NOON)
    with pytest.raises(TooManyAttempts):
        take((THREE, "a"), now=NOON)
