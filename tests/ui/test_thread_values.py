"""The language of a request stays in the thread that answers it."""

import threading
from types import SimpleNamespace

import pytest
from django.utils.translation import activate, get_language, gettext, override

from kollegium.ui import thread_values


def test_the_language_of_one_thread_is_not_that_of_another() -> None:
    chosen, said = threading.Event(), threading.Event()
    heard: list[tuple[str | None, str]] = []

    def english() -> None:
        activate("en")
        chosen.set()
        said.wait(10)
        heard.append((get_language(), gettext("Strengths")))

    with override("sv"):
        thread = threading.Thread(target=english)
        thread.start()
        assert chosen.wait(10)
        heard.append((get_language(), gettext("Strengths")))
        said.set()
        thread.join(10)

    assert heard == [("sv", "Styrkor"), ("en", "Strengths")]


def test_every_store_lies_in_the_thread() -> None:
    for module, name in thread_values.STORES:
        assert isinstance(getattr(module, name), threading.local), (module.__name__, name)


def test_a_store_that_django_no_longer_has_is_told_of_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = SimpleNamespace(__name__="django.somewhere")
    monkeypatch.setattr(thread_values, "STORES", ((gone, "_active"),))

    with pytest.raises(RuntimeError, match=r"django\.somewhere"):
        thread_values.keep_in_threads()
