"""What is too much is not read, and what does not come is not waited for."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kollegium.config import bodies
from kollegium.config.bodies import SlowBody, TimedInput, WaitingRoom, in_time
from kollegium.config.urls import urlpatterns
from kollegium.ui.security import MOST_OF_A_FORM, most_bytes_for
from tests.house.addresses import every_address

LARGE = {"CONTENT_LENGTH": str(MOST_OF_A_FORM + 1)}


class Stalled:
    """A body that never comes; let go at the end of the test."""

    def __init__(self) -> None:
        self.gone = threading.Event()

    def read(self, size: int = -1) -> bytes:
        """Wait until the visitor has gone."""
        self.gone.wait(20)
        return b""


@pytest.fixture
def stalled() -> Iterator[Stalled]:
    """A body that never comes."""
    body = Stalled()
    yield body
    body.gone.set()


class Untouched(io.BytesIO):
    """A body that must not be read."""

    def read(self, size: int | None = -1) -> bytes:
        """Fail the test."""
        raise AssertionError("it was read")


@pytest.mark.parametrize(("language", "heading"), [("sv", "Det var för mycket"), ("en", "That was too much")])
def test_too_large_a_form_is_refused_unread_in_the_visitors_language(language: str, heading: str) -> None:
    visitor = Client(enforce_csrf_checks=True)
    visitor.cookies["language"] = language

    answer = visitor.request(
        REQUEST_METHOD="POST",
        PATH_INFO="/accessibility/",
        CONTENT_TYPE="multipart/form-data; boundary=x",
        **{**LARGE, "wsgi.input": Untouched()},
    )

    assert answer.status_code == 413
    assert heading in answer.content.decode()
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_form_of_the_largest_size_is_read() -> None:
    answer = Client().post(
        "/preferences/theme", b"theme=dark&x=" + b"x" * (2 * 1024 * 1024), "application/x-www-form-urlencoded"
    )

    assert (answer.status_code, answer.cookies["theme"].value) == (302, "dark")


def test_only_the_pages_that_take_files_measure_for_themselves() -> None:
    named = {
        address.name for address in every_address(urlpatterns) if getattr(address.view, "takes_files", False)
    }

    assert named == {"report_import:start", "report_import:send_file", "reviews:case_material_hand_in"}


def test_page_that_measures_for_itself_is_free_of_the_check_that_reads_first() -> None:
    free = {
        address.name
        for address in every_address(urlpatterns)
        if getattr(address.view, "takes_files", False) and getattr(address.view, "csrf_exempt", False)
    }

    assert free == {"report_import:start", "report_import:send_file", "reviews:case_material_hand_in"}


def test_more_than_a_form_is_taken_where_one_file_goes_along() -> None:
    larger = {
        address.name: most
        for address in every_address(urlpatterns)
        if (most := most_bytes_for(address.view)) not in (None, MOST_OF_A_FORM)
    }

    evidence = ("action_plans:report", "action_plans:add_evidence", "action_plans:replace_evidence")
    assert larger == dict.fromkeys(evidence, 11 * 1024 * 1024)


def test_too_large_a_file_is_refused_unread_even_from_a_visitor() -> None:
    answer = Client(enforce_csrf_checks=True).request(
        REQUEST_METHOD="POST",
        PATH_INFO=reverse("action_plans:report", args=[1]),
        CONTENT_TYPE="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(11 * 1024 * 1024 + 1),
        **{"wsgi.input": Untouched()},
    )

    assert answer.status_code == 413


def test_body_that_does_not_come_is_given_up(stalled: Stalled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE_SECONDS", 0.1)
    body = TimedInput(stalled, 100, WaitingRoom(4))

    with pytest.raises(SlowBody):
        body.read(100)
    with pytest.raises(SlowBody):
        body.read(100)


def test_body_that_comes_in_drops_ends_in_time_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE_SECONDS", 0.2)

    class Dripping:
        def read(self, size: int = -1) -> bytes:
            time.sleep(0.05)
            return b"x"

    body = TimedInput(Dripping(), 100, WaitingRoom(4))
    started = time.monotonic()

    with pytest.raises(SlowBody):
        b"".join(body.read(1) for _ in range(100))
    assert time.monotonic() - started < 2


def test_half_of_the_threads_is_always_left_for_reading(
    stalled: Stalled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "CROWDED_SECONDS", 0.05)
    room = WaitingRoom(4)
    patient = [
        threading.Thread(target=lambda: room.wait_for(lambda: stalled.read(1), 10), daemon=True)
        for _ in range(2)
    ]
    for thread in patient:
        thread.start()
    time.sleep(0.1)
    started = time.monotonic()

    with pytest.raises(SlowBody):
        room.wait_for(lambda: stalled.read(1), 10)

    assert time.monotonic() - started < 2
    assert all(thread.is_alive() for thread in patient), "who came first is still waited for"


def test_bodies_that_come_are_handed_on_as_they_are() -> None:
    seen: list[bytes] = []

    def application(environ: dict[str, Any], start_response: object) -> list[bytes]:
        seen.append(environ["wsgi.input"].readline() + environ["wsgi.input"].read())
        return []

    in_time(application, threads=4)(
        {"CONTENT_LENGTH": "7", "wsgi.input": io.BytesIO(b"one\ntwo")}, lambda: None
    )

    assert seen == [b"one\ntwo"]
