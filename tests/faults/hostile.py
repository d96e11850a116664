"""Hostile requests, made from a number: the same number gives the same request."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, quote_from_bytes, urlencode

# An element or attribute of it in an answer means that something typed was not escaped.
MARK = "kx9"
TEXTS: tuple[str, ...] = (
    "",
    " ",
    "\0",
    "a\0b",
    "a\nb",
    "a\r\nSet-Cookie: planted=1\r\n\r\n<b>",
    "A" * 300,
    "å" * 5_000,
    "x" * 70_000,
    "²",
    "٣",
    "½",
    "-1",
    "0",
    "+5",
    "1.5",
    "1e309",
    "NaN",
    "2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775809",
    "18446744073709551617",
    "9" * 30,
    "9" * 5_000,
    "' OR '1'='1",
    "'; DROP TABLE reviews_review; --",
    "\\",
    "%",
    "_%_",
    "%s%(count)s{0}{{ 7 }}{% load x %}",
    f'"><svg/onload={MARK}>',
    f"'><img src=x onerror={MARK}>",
    f'" onfocus={MARK} autofocus x="',
    f"<script>{MARK}()</script>",
    f"</title></textarea></select><b onclick={MARK}>",
    f"javascript:{MARK}()",
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "//evil.example/x",
    "https://evil.example/",
    "http:\\\\evil.example",
    "/\t/evil.example",
    "=cmd|' /C calc'!A0",
    "\ufeff\u202e\u2066\u0000\u200b",
    "\U0001d4b3\U0001f9d1\u200d\u2695\ufe0f",
    "İıſK",
    "2025-02-30",
    "0000-00-00",
    "99999-01-01",
    "true",
    "null",
    "[]",
    "{}",
    "None",
    "& | ! ( ) : * <-> ' a:*",
    "a" + "\u0301" * 1_000,
)
BYTES: tuple[bytes, ...] = (
    b"\xff\xfe",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\x80",
    b"\xf4\x90\x80\x80",
    b"a\xe5b",
    b"\0",
)
NAMES: tuple[str, ...] = ("q", "at", "row", "page", "next", "state", "region", "provider", "year", "outcome",
    "area", "email", "language", "part", "after", "order", "sort", "version", "do", "f:unit", "t:unit", "o:x")  # fmt: skip
CURSORS: tuple[Any, ...] = (
    [],
    {},
    None,
    "next",
    ["next"],
    ["next", None],
    ["previous", None, None, None],
    ["next", "2025-05-12", 1],
    ["previous", "2025-05-12", -1],
    ["next", "0001-01-01", 2**63 - 1],
    ["next", "9999-12-31", 2**63],
    ["next", "2025-05-12", 10**400],
    ["next", "2025-05-12", True],
    ["next", "2025-05-12", 1.5],
    ["next", "2025-05-12", "\0"],
    ["next", "å\0", 1],
    ["next", None, 1],
    ["sideways", "2025-05-12", 1],
    ["next", [[[[1]]]], {"a": 1}],
    ["next", "x" * 300, 1],
)
METHODS = (
    "GET",
    "GET",
    "GET",
    "POST",
    "POST",
    "POST",
    "HEAD",
    "OPTIONS",
    "PUT",
    "PATCH",
    "DELETE",
    "TRACE",
    "BREW",
)
CONTENT_TYPES = ("application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=latin-1",
    "application/x-www-form-urlencoded; charset=nonsense", "multipart/form-data", "multipart/form-data; boundary=",
    "multipart/form-data; boundary=" + "b" * 400, "multipart/form-data; boundary=b\xe5", "application/json",
    "text/plain", "", ";;;", "x" * 2_000)  # fmt: skip
HEADERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("HTTP_HOST", ("evil.example", "testserver:99999", "a b", "[::1]", "", "testserver\r\nx", "x" * 3_000, "@", "Ä.se")),
    ("HTTP_ACCEPT_LANGUAGE", ("en", "sv,en;q=0.1", "xx" * 500, "*", "en;q=99", "\0", "../sv")),
    ("HTTP_ACCEPT", ("application/json", "*/*", "nonsense", "text/html;q=x")),
    ("HTTP_IF_MODIFIED_SINCE", ("Wed, 21 Oct 2015 07:28:00 GMT", "yesterday", "9" * 400, "Mon, 99 Foo 0000 99:99:99 GMT")),
    ("HTTP_IF_NONE_MATCH", ("*", '"x"', 'W/"' + "x" * 2_000, "\xff")),
    ("HTTP_RANGE", ("bytes=0-", "bytes=9-1", "bytes=" + "0-1," * 500, "x")),
    ("HTTP_REFERER", ("https://evil.example/", "//evil.example", "javascript:x", "\xff", "http://testserver/" + "x" * 5_000)),
    ("HTTP_X_FORWARDED_FOR", ("1.2.3.4", "' OR 1", "x" * 3_000)),
    ("HTTP_X_FORWARDED_HOST", ("evil.example",)),
    ("HTTP_X_FORWARDED_PROTO", ("https", "javascript")),
    ("HTTP_X_HTTP_METHOD_OVERRIDE", ("DELETE",)),
    ("HTTP_HX_REQUEST", ("true", "x")),
    ("HTTP_ORIGIN", ("null", "https://evil.example", "\xff")),
    ("CONTENT_LENGTH", ("-1", "x", "99999999999999999999", "²", "")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """Something the program itself offers: an address of its patterns, a link or a form of a page."""

    path: str
    query: tuple[tuple[str, str], ...] = ()
    method: str = "GET"
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Hostile:
    """One request as the server would hand it over. Shape: `headers` is WSGI name → value in latin-1."""

    method: str
    path: str
    query: str
    language: str
    headers: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)
    body: bytes = b""
    content_type: str = ""


def hostile(number: str, targets: Sequence[Target]) -> Hostile:
    """Give the request of that number against one of the targets."""
    chance = random.Random(number)
    target = chance.choice(targets)
    method = target.method if chance.random() < 0.6 else chance.choice(METHODS)
    language = chance.choice(("sv", "en"))
    made = Hostile(method, target.path, _pairs(chance, target.query), language)
    made.cookies.append(f"language={language}")
    if chance.random() < 0.4:
        made.path = _path(chance, target.path)
    if chance.random() < 0.4:
        name, values = chance.choice(HEADERS)
        made.headers[name] = chance.choice(values)
    if chance.random() < 0.2:
        name = chance.choice(("theme", "messages", "csrftoken", "x", ""))
        made.cookies.append(
            f"{name}={_latin(chance.choice(TEXTS)[:3_000])}".replace(";", "").replace("\n", "")
        )
    if method not in ("GET", "HEAD"):
        _fill_body(chance, made, target)
    return made


def _path(chance: random.Random, path: str) -> str:
    """Give the address with one part exchanged, doubled or gone."""
    parts = path.split("/")
    place = chance.randrange(len(parts))
    kind = chance.randrange(4)
    if kind == 0:
        parts[place] = _latin(chance.choice(TEXTS)[:6_000])
    elif kind == 1:
        parts[place] = chance.choice(BYTES).decode("latin-1")
    elif kind == 2:
        parts.insert(place, parts[place])
    else:
        del parts[place]
    return "/" + "/".join(parts).lstrip("/")


def _pairs(chance: random.Random, known: Sequence[tuple[str, str]]) -> str:
    """Give a query with some values exchanged and some names that other pages know."""
    pairs = [(name, value if chance.random() < 0.5 else _value(chance)) for name, value in known]
    pairs += [(chance.choice(NAMES), _value(chance)) for _ in range(chance.choice((0, 1, 1, 2)))]
    text = urlencode(pairs, errors="surrogatepass")
    if chance.random() < 0.15:
        text += f"&{chance.choice(NAMES)}={quote_from_bytes(chance.choice(BYTES))}"
    if chance.random() < 0.05:
        text += "&x=1" * 3_000
    return text


def _value(chance: random.Random) -> str:
    if chance.random() < 0.2:
        cursor = json.dumps(chance.choice(CURSORS)).encode()
        return base64.urlsafe_b64encode(cursor).decode()[: chance.choice((10_000, 10_000, 7))]
    return chance.choice(TEXTS)


def _fill_body(chance: random.Random, made: Hostile, target: Target) -> None:
    fields = [(name, value if chance.random() < 0.7 else _value(chance)) for name, value in target.fields]
    fields += [(chance.choice(NAMES), _value(chance)) for _ in range(chance.choice((0, 1, 3)))]
    kind = chance.randrange(6)
    if kind <= 2:
        made.content_type = "application/x-www-form-urlencoded"
        made.body = urlencode(fields, errors="surrogatepass").encode()
    elif kind == 3:
        made.content_type = "multipart/form-data; boundary=b"
        made.body = _multipart(chance, fields)
    else:
        made.content_type = _latin(chance.choice(CONTENT_TYPES))
        made.body = chance.choice((b"", b"\0", b"{", b"[" * 50_000, b"a=b" * 10_000, b"\xff" * 500, b"--b--"))


def _multipart(chance: random.Random, fields: Sequence[tuple[str, str]]) -> bytes:
    name = quote(chance.choice(TEXTS)[:300]) if chance.random() < 0.5 else chance.choice(TEXTS)[:300]
    data = chance.choice((b"", b"%PDF-1.7\nx", b"PK\x03\x04" + b"\0" * 50, b"\xff" * 100, b"text", b"MZ"))
    parts = [
        f'--b\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode("utf-8", "replace")
        for key, value in fields
    ]
    head = f'--b\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
    parts.append(head.encode("utf-8", "replace") + b"Content-Type: text/plain\r\n\r\n" + data + b"\r\n")
    return b"".join(parts) + chance.choice((b"--b--\r\n", b"--b", b""))


def _latin(text: str) -> str:
    """Give a text as the server hands it over: its bytes as latin-1."""
    return text.encode("utf-8", "surrogatepass").decode("latin-1")
