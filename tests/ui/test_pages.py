"""The interface's own pages: preferences, statement and fault report, privacy, errors, headers."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from kollegium.ui import error_views
from kollegium.ui.security import STRICT_POLICY, ContentSecurityPolicyMiddleware, policy_text
from kollegium.ui.templatetags.ui import register

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["design", "accessibility", "fault_reported", "privacy"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_page_is_shown_in_both_languages(client: Client, name: str, language: str) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    answer = client.get(reverse(f"ui:{name}"))

    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.content.decode()
    assert answer.content.decode().count("<h1") == 1


@pytest.mark.parametrize(
    ("sent", "kept"), [("dark", "dark"), ("light", "light"), ("system", "system"), ("pink", None), ("", None)]
)
def test_theme_is_kept_in_a_cookie_when_it_exists(client: Client, sent: str, kept: str | None) -> None:
    answer = client.post(reverse("ui:set_theme"), {"theme": sent, "next": "/privacy/"})

    assert (answer.status_code, answer["Location"]) == (302, "/privacy/")
    assert (answer.cookies["theme"].value if "theme" in answer.cookies else None) == kept


@pytest.mark.parametrize(
    ("cookie", "attribute"), [("dark", ' data-theme="dark"'), ("system", ""), ("<x", "")]
)
def test_page_wears_the_chosen_theme(client: Client, cookie: str, attribute: str) -> None:
    client.cookies["theme"] = cookie

    assert f'<html lang="sv"{attribute}>' in client.get("/privacy/").content.decode()


@pytest.mark.parametrize(
    ("sent", "kept"), [("en", "en"), ("sv", "sv"), ("xx", None), ("de", None), ("", None)]
)
def test_language_is_kept_when_the_interface_has_it(client: Client, sent: str, kept: str | None) -> None:
    answer = client.post(reverse("ui:set_language"), {"language": sent, "next": "/privacy/"})

    name = settings.LANGUAGE_COOKIE_NAME
    assert answer["Location"] == "/privacy/"
    assert (answer.cookies[name].value if name in answer.cookies else None) == kept


@pytest.mark.parametrize("page", ["ui:set_theme", "ui:set_language"])
@pytest.mark.parametrize(
    "target",
    ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "\\\\elsewhere.example", ""],
)
def test_nobody_is_sent_elsewhere(client: Client, page: str, target: str) -> None:
    answer = client.post(reverse(page), {"theme": "dark", "language": "en", "next": target})

    assert answer["Location"] == "/"


def test_page_one_came_from_is_where_one_goes_back(client: Client) -> None:
    answer = client.post(
        reverse("ui:set_theme"), {"theme": "dark"}, headers={"referer": "http://testserver/privacy/"}
    )

    assert answer["Location"] == "http://testserver/privacy/"


@pytest.mark.parametrize("page", ["ui:set_theme", "ui:set_language"])
def test_preferences_are_not_changed_by_a_link(client: Client, page: str) -> None:
    assert client.get(reverse(page)).status_code == 405


def test_fault_report_is_mailed_and_thanked_for(client: Client) -> None:
    report = {"description": "Knappen hörs inte.", "page": "/reviews/3/", "reply_to": "ulla@example.org"}

    answer = client.post(reverse("ui:accessibility"), report)

    assert answer["Location"] == reverse("ui:fault_reported")
    [message] = mail.outbox
    assert message.reply_to == ["ulla@example.org"]
    assert "Knappen hörs inte." in message.body
    assert "/reviews/3/" in message.body


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"description": ""}, "Berätta vad du inte kunde göra."),
        ({"reply_to": "inte en adress"}, "Din e-postadress"),
        ({"reply_to": "a@example.org\nBcc: b@example.org"}, "Din e-postadress"),
        ({"description": "Jag heter 19121212-1212."}, "Det här ser ut som ett personnummer."),
    ],
    ids=["empty", "bad address", "header in the address", "personal number"],
)
def test_fault_report_that_cannot_be_sent_yet_keeps_every_word(
    client: Client, changes: dict[str, str], told: str
) -> None:
    report = {"description": "Knappen hörs inte.", "page": "<b>/reviews/3/</b>", "reply_to": ""} | changes

    answer = client.post(reverse("ui:accessibility"), report)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert mail.outbox == []
    assert told in page
    assert "&lt;b&gt;/reviews/3/&lt;/b&gt;" in page


def test_fault_report_is_kept_when_the_mail_server_is_gone(client: Client, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]

    answer = client.post(reverse("ui:accessibility"), {"description": "Knappen hörs inte."})

    assert answer.status_code == 503
    assert "Anmälan gick inte att skicka" in answer.content.decode()
    assert "Knappen hörs inte." in answer.content.decode()


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("400.html", "Begäran gick inte att förstå"),
        ("403.html", "Du får inte göra det här"),
        ("403_csrf.html", "Formuläret var för gammalt för att tas emot"),
        ("404.html", "Sidan finns inte här"),
        ("500.html", "Sidan gick inte att visa"),
        ("503.html", "Kollegium vilar en stund"),
    ],
)
def test_error_page_stands_without_a_request(template: str, told: str) -> None:
    page = render_to_string(template)

    assert f"<h1>{told}</h1>" in page


def test_unknown_address_answers_in_plain_words(client: Client) -> None:
    answer = client.get("/there-is-nothing-here/")

    assert answer.status_code == 404
    assert "Sidan finns inte här" in answer.content.decode()


def test_service_that_rests_says_when_to_come_back() -> None:
    answer = error_views.unavailable(RequestFactory().get("/"), retry_after=30)

    assert (answer.status_code, answer["Retry-After"]) == (503, "30")


def test_every_answer_carries_the_policy(client: Client) -> None:
    for path in ("/privacy/", "/there-is-nothing-here/"):
        answer = client.get(path)
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert "object-src 'none'" in answer["Content-Security-Policy"]
        assert "camera=()" in answer["Permissions-Policy"]


def test_view_may_set_a_stricter_policy_of_its_own() -> None:
    def view(request: object) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "sandbox"})

    answer = ContentSecurityPolicyMiddleware(view)(RequestFactory().get("/"))

    assert answer["Content-Security-Policy"] == "sandbox"


def test_policy_is_written_as_directives() -> None:
    assert policy_text({"default-src": ["'self'"], "img-src": ["'self'", "data:"]}) == (
        "default-src 'self'; img-src 'self' data:"
    )
    assert STRICT_POLICY["frame-ancestors"] == ["'none'"]


def test_guide_names_every_component(repository: Path) -> None:
    guide = (repository / "docs/how-to/build-a-page.md").read_text(encoding="utf-8")

    names = {name for name in register.tags if not name.startswith("end")}
    assert sorted(name for name in names if name not in guide) == []
