"""Browsers of the tests, on their way through log-in."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.core.cache.backends import db as database_cache
from django.test import Client
from django.utils import timezone

from kollegium.accounts.models import Account, Person
from kollegium.domain.roles import Role
from tests import people

NOON = datetime(2026, 3, 2, 11, 0, 5, tzinfo=UTC)
EMAIL = "asta@exempel.se"
CODE_PAGE, SECOND_STEP = "/login/code/", "/me/second-step/"


class Clock:
    """A clock that stands still until it is told to go on; log-in, sessions and the cache go by it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = NOON
        patch.setattr(time, "time", lambda: self.now.timestamp())
        patch.setattr(timezone, "now", lambda: self.now)
        patch.setattr(database_cache, "tz_now", lambda: self.now)
        cache.clear()  # it outlives the rows of a test

    def go_on(self, **time_passed: float) -> None:
        """Let so much time pass: `seconds`, `minutes`."""
        self.now += timedelta(**time_passed)


def account_of(role: Role | None = Role.REVIEW_OFFICE, *, second_factor: bool = True) -> Account:
    """Give somebody's log-in, with a role for the whole country, or at a unit where it is held at none wider."""
    at = people.make_unit() if role is Role.TRAINEE else None
    return people.make_account(people.make_person("Asta Prov", role, at), EMAIL, second_factor=second_factor)


def with_password(email: str = EMAIL, password: str = people.PASSWORD, next_url: str = "") -> Client:
    """Give a browser that has sent this address and this password."""
    client = Client()
    client.last = client.post("/login/", {"username": email, "password": password, "next": next_url})  # type: ignore[attr-defined]
    return client


def is_in(client: Client) -> bool:
    """Say whether somebody is logged in with the browser."""
    return "_auth_user_id" in client.session


def client_of(person: Person) -> Client:
    """Give a browser in which the person is logged in, as after a log-in just now."""
    client = Client()
    client.force_login(Account.objects.get(person=person))
    return client
