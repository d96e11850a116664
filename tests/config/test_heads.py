"""HEAD is answered everywhere as GET is, without a body and without doing what a sent form does."""

from __future__ import annotations

import pytest
from django.http import HttpResponseBase
from django.test import Client

from kollegium.domain.roles import Role
from tests.config.test_guards import paths
from tests.people import make_account, make_person

pytestmark = pytest.mark.django_db


def told(answer: HttpResponseBase) -> tuple[int, str | None, str | None]:
    """Give what the head of an answer says of it: status, kind and where it leads."""
    return answer.status_code, answer.headers.get("Content-Type"), answer.headers.get("Location")


@pytest.mark.parametrize("role", [None, Role.ADMINISTRATOR])
def test_head_says_what_get_says_on_every_page(role: Role | None) -> None:
    visitor = Client()
    if role:
        visitor.force_login(make_account(make_person("Ada Min", role)))

    heads = {path: visitor.head(path) for path in paths()}
    gets = {path: told(visitor.get(path)) for path in paths()}

    assert [path for path, answer in heads.items() if answer.getvalue()] == []
    assert {path: told(answer) for path, answer in heads.items()} == gets
    assert (gets["/login/"][0], gets["/register/"][0]) == (302 if role else 200, 200)
