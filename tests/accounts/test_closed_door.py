"""Every address of the program is closed to somebody who has yet to set up the second step their role needs."""

import re
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kollegium.accounts.middleware import OPEN_PAGES
from kollegium.domain.roles import Role
from tests.accounts.log_in import account_of, with_password

pytestmark = pytest.mark.django_db

FITTING = {"IntConverter": "1", "UUIDConverter": "00000000-0000-0000-0000-000000000001"}
HEADERS = ({}, {"HX-Request": "true"}, {"Accept": "application/json"})


def named(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Give every address with its whole name."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from named(pattern, f"{before}{pattern.namespace}:" if pattern.namespace else before)
        else:
            yield f"{before}{pattern.name}", pattern


def address_of(name: str, pattern: URLPattern) -> str:
    """Give the address with something that fits in every gap."""
    gaps = {
        gap: FITTING.get(type(kind).__name__, "aaaaaaaa") for gap, kind in pattern.pattern.converters.items()
    }
    # Written as an expression: a number, or the first of the choices.
    for gap, fits in re.findall(r"\(\?P<(\w+)>([^)]*)\)", str(pattern.pattern)):
        gaps[gap] = fits.partition("|")[0] if fits.isalpha() or "|" in fits else "1"
    return reverse(name, kwargs=gaps)


def is_closed(answer: HttpResponse) -> bool:
    if answer.status_code == 302:
        return answer.headers["Location"].startswith("/me/second-step/")
    return answer.status_code == 403 and answer.content == b""


def test_every_address_is_closed_until_the_second_step_is_set_up() -> None:
    account_of(Role.ADMINISTRATOR, second_factor=False)
    client = with_password()

    tried = {
        f"{method} {name} {headers}": getattr(client, method)(address_of(name, pattern), headers=headers)
        for name, pattern in named(get_resolver())
        if name not in OPEN_PAGES
        for method in ("get", "post")
        for headers in HEADERS
    }

    assert len(tried) > 300
    assert [asked for asked, answer in tried.items() if not is_closed(answer)] == []
