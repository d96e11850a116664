"""People logged in to the pages of the import."""

from collections.abc import Callable

import pytest
from django.test import Client

from kollegium.accounts.queries import actor_of_person
from kollegium.domain.roles import Role
from tests.people import TODAY, make_account, make_person, make_region

LogIn = Callable[..., Client]


@pytest.fixture
def log_in() -> LogIn:
    """Give a function that logs a new person with a role in; `client.actor` is the person as an actor."""

    def as_(role: Role, at: object = None, name: str = "Disa Förste") -> Client:
        person = make_person(name, role, at)  # type: ignore[arg-type]
        client = Client()
        client.force_login(make_account(person), backend="kollegium.accounts.backends.EmailBackend")
        client.actor = actor_of_person(person, as_of=TODAY)  # type: ignore[attr-defined]
        return client

    return as_


@pytest.fixture
def director(log_in: LogIn) -> Client:
    """A director of training of one region, logged in."""
    return log_in(Role.DIRECTOR_OF_TRAINING, make_region())
