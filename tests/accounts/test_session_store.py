"""Sessions are read with a statement of our own: it must refuse what Django's refuses."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from kollegium.accounts.session_store import SessionStore

pytestmark = pytest.mark.django_db


def kept(**values: object) -> SessionStore:
    store = SessionStore()
    store.update(values)
    store.create()
    return store


def test_a_session_gives_back_what_was_kept() -> None:
    store = kept()
    store["hat"] = 7
    store.save()

    assert SessionStore(store.session_key)["hat"] == 7


def test_a_session_that_has_run_out_holds_nothing_and_loses_its_key() -> None:
    key = kept().session_key
    Session.objects.filter(session_key=key).update(expire_date=timezone.now() - timedelta(seconds=1))

    store = SessionStore(key)

    assert (dict(store.items()), store.session_key) == ({}, None)


def test_a_made_up_key_holds_nothing_and_is_not_taken_over() -> None:
    store = SessionStore("made-up-key-of-somebody")

    assert (dict(store.items()), store.session_key) == ({}, None)


def test_a_session_somebody_changed_in_the_table_holds_nothing() -> None:
    store = kept()
    store["hat"] = 7
    store.save()
    Session.objects.update(session_data="eyJoYXQiOjh9:forged:signature")

    assert dict(SessionStore(store.session_key).items()) == {}
