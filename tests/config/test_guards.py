"""Guards that stand before every page: form tokens, sessions, and nothing told about what one may not see."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from django.conf import settings
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from kollegium.config.urls import urlpatterns
from kollegium.domain.roles import Role
from tests.house.addresses import every_address
from tests.people import PASSWORD, make_account, make_person, make_provider, make_region, make_unit
from tests.reviews.builders import make_review

pytestmark = pytest.mark.django_db

SAMPLES = {"key": "spur-st-2021", "form_key": UUID(int=5), "extension": "csv"}
TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")\w+|\d+')


def paths() -> list[str]:
    """Give the path of every address, filled with samples that need not exist."""
    found = []
    for address in every_address(urlpatterns):
        values = {
            name: 1 if kind == "int" else UUID(int=5) if kind == "uuid" else SAMPLES.get(name, "1")
            for name, kind in address.parameters.items()
        }
        found.append(_path(address.name, values))
    return found


def _path(name: str, values: dict[str, object]) -> str:
    # A file that is printed has other endings than a list.
    try:
        return reverse(name, kwargs=values)
    except NoReverseMatch:
        return reverse(name, kwargs=values | {"extension": "pdf"})


def test_every_post_without_its_form_token_is_refused() -> None:
    office = Client(enforce_csrf_checks=True)
    office.force_login(make_account(make_person("Ada Min", Role.REVIEW_OFFICE)))
    assert {"/logout/", "/preferences/language", "/preferences/theme", "/login/"} <= set(paths())

    passed = {
        path: status for path in paths() if (status := office.post(path, {"do": "x"}).status_code) != 403
    }

    # The link to a questionnaire is a secret that no page elsewhere knows, and counts without any cookie: here it
    # is a wrong one.
    assert passed == {reverse("questionnaires:answer", args=["1"]): 404}


def test_session_from_before_the_log_in_is_not_the_one_after() -> None:
    account = make_account(make_person("Asta Prov", Role.TRAINEE, make_unit()), second_factor=False)
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = "planted-by-somebody-else-0123456"
    page = browser.get(settings.LOGIN_URL, follow=True).content.decode()
    email = re.search(
        r'<input[^>]*type="email"[^>]*name="(\w+)"|<input[^>]*name="(\w+)"[^>]*type="email"', page
    )
    word = re.search(
        r'<input[^>]*type="password"[^>]*name="(\w+)"|<input[^>]*name="(\w+)"[^>]*type="password"', page
    )
    assert email
    assert word

    browser.post(settings.LOGIN_URL, {email[1] or email[2]: account.email, word[1] or word[2]: PASSWORD})

    session = browser.cookies[settings.SESSION_COOKIE_NAME]
    assert session.value not in ("", "planted-by-somebody-else-0123456")
    assert (session["httponly"], session["samesite"]) == (True, "Lax")
    assert browser.get("/me/").status_code == 200


@pytest.mark.parametrize("page", ["", "history/", "facts/", "publish/", "report.pdf"])
def test_forbidden_and_unknown_look_the_same(page: str) -> None:
    region = make_region("Region Söderdal", "98")
    hidden = make_review(
        make_unit("Hemliga", region=region, provider=make_provider("Region Söderdal", region))
    )
    head = Client()
    head.force_login(make_account(make_person("Bo Ek", Role.HEAD_OF_UNIT, make_unit())))

    forbidden = head.get(f"/reviews/{hidden.pk}/{page}")
    unknown = head.get(f"/reviews/{hidden.pk + 900}/{page}")

    assert (forbidden.status_code, unknown.status_code) == (404, 404)
    assert plain(forbidden) == plain(unknown)


def plain(answer: HttpResponse) -> str:
    """Give a page without what differs each time: form tokens and numbers."""
    return TOKEN.sub("", answer.content.decode())


@pytest.mark.parametrize(
    "fields",
    [
        {"reply_to": "asta@exempel.se\r\nBcc: alla@exempel.se"},
        {"reply_to": "asta@exempel.se\nBcc: alla@exempel.se"},
        {"reply_to": "asta@exempel.se, alla@exempel.se"},
    ],
)
def test_fault_report_cannot_be_given_more_addressees(fields: dict[str, str]) -> None:
    answer = Client().post("/accessibility/", {"description": "Knappen syns inte.", **fields})

    assert answer.status_code == 422
    assert mail.outbox == []


def test_fault_report_keeps_typed_lines_out_of_its_head() -> None:
    typed = {"page": "/x\r\nBcc: alla@exempel.se", "description": "\r\nBcc: alla@exempel.se\r\n\r\nhej"}

    answer = Client().post("/accessibility/", typed, headers={"Host": "testserver"})

    assert answer.status_code == 302
    [sent] = mail.outbox
    assert (sent.subject, sent.bcc, sent.cc) == ("Kollegium: fault report about accessibility", [], [])
    assert sent.recipients() == [settings.DEFAULT_FROM_EMAIL]
    assert "Bcc" not in dict(sent.message().items())


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "\thttps://evil.example"],
)
def test_choosing_a_language_leads_back_here_and_nowhere_else(elsewhere: str) -> None:
    answer = Client().post("/preferences/language", {"language": "en", "next": elsewhere})

    assert answer.headers["Location"] == "/"
