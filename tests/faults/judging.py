"""What must hold for every answer, whatever was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.http import HttpResponse

from tests.faults.hostile import MARK

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "path",
        "use",
        "circle",
        "rect",
        "line",
    ]
)
# These may be left open in HTML; a template of ours leaves none of them open either, so they are not excused.
INSIDES = (
    "Traceback (most recent call last)",
    "psycopg",
    "site-packages",
    "/kollegium/config/",
    "DoesNotExist",
    "django.core.exceptions",
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Reader(HTMLParser):
    """Reads a page and notes its language, elements left open, and what a visitor has smuggled in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.language = ""
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that begins."""
        if tag == "html":
            self.language = dict(attrs).get("lang") or ""
        if tag not in VOID:
            self.open.append(tag)
        self._look(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that begins and ends at once."""
        self._look(tag, attrs)

    def _look(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            text = (value or "").strip().lower()
            if name.startswith("on") or name == "style" or MARK in name:
                self.faults.append(f"smuggled in: <{tag} {name}>")
            if name in ("href", "src", "action", "formaction") and text.startswith(
                ("javascript:", "data:text")
            ):
                self.faults.append(f"script address: <{tag} {name}={text[:40]}>")

    def handle_endtag(self, tag: str) -> None:
        """Note an element that ends."""
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> ends <{self.open[-1] if self.open else ''}>")
            if tag not in self.open:
                return
            while self.open[-1] != tag:
                self.open.pop()
        self.open.pop()

    def handle_data(self, data: str) -> None:
        """Note a script with words of the visitor in it."""
        if self.open and self.open[-1] == "script" and MARK in data:
            self.faults.append("smuggled into a script")


def faults_of(answer: HttpResponse, *, language: str, secrets: Iterable[str]) -> list[str]:
    """Give what is wrong with an answer; nothing when it is as it should be."""
    found = [] if answer.status_code < 500 else [f"status {answer.status_code}"]
    found += [f"{name}: {answer.get(name)!r}" for name, value in HEADERS.items() if answer.get(name) != value]
    if answer.get("Referrer-Policy") not in ("same-origin", "no-referrer"):
        found.append("Referrer-Policy")
    policy = answer.get("Content-Security-Policy", "")
    if (
        "default-src 'none'" not in policy
        or "frame-ancestors 'none'" not in policy
        or "script" in policy.replace("script-src 'self'", "")
    ):
        found.append(f"policy: {policy}")
    if "private" not in answer.get("Cache-Control", "") and "no-store" not in answer.get("Cache-Control", ""):
        found.append(f"Cache-Control: {answer.get('Cache-Control')!r}")
    location = answer.get("Location", "/")
    # As a browser reads it: blanks go, and a backslash is a slash.
    read = urljoin("http://testserver/x/", re.sub(r"[\x00-\x20]", "", location).replace("\\", "/"))
    if urlsplit(read)[:2] != ("http", "testserver"):
        found.append(f"leads elsewhere: {location[:80]}")
    if any(sign in value for value in answer.headers.values() for sign in "\r\n"):
        found.append("a header of two lines")
    text = answer.content.decode("utf-8", "replace")
    found += [f"shows {inside}" for inside in INSIDES if inside in text]
    found += ["shows a secret" for secret in secrets if secret and secret in text]
    if answer.get("Content-Type", "").startswith("text/html") and text:
        found += _faults_of_page(
            text, language, is_whole="HX-Request" not in answer.get("Vary", "") and "<html" in text
        )
        if answer.get("Content-Language") != language:
            found.append(f"Content-Language: {answer.get('Content-Language')!r}")
    return found


def _faults_of_page(text: str, language: str, *, is_whole: bool) -> list[str]:
    reader = Reader()
    reader.feed(text)
    reader.close()
    found = reader.faults
    if reader.open:
        found.append(f"left open: {reader.open[-3:]}")
    if is_whole and reader.language != language:
        found.append(f"language {reader.language!r}")
    return found


def known_secrets() -> tuple[str, ...]:
    """Give what must never be in an answer."""
    return (settings.SECRET_KEY, settings.SEAL_KEY, settings.DATABASES["default"]["PASSWORD"])
