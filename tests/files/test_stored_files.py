"""Stored files: who stored what is in the change log, and bytes that were altered are named."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from kollegium.config import verification
from kollegium.files.actions import store_file
from kollegium.files.models import StoredFile
from kollegium.files.queries import altered_files
from kollegium.trail.queries import log_of
from tests import people

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def store(data: bytes) -> StoredFile:
    return store_file(data=data, media_type="text/plain", now=NOW, by=people.SYSTEM)


def test_storing_is_logged_once_for_the_same_content() -> None:
    stored = store(b"Granskning")
    store(b"Granskning")

    [entry] = log_of(StoredFile.objects.filter(pk=stored.pk))

    assert (entry.label, entry.actor_key, entry.action) == ("added", "system:tests", "files.store_file")
    assert "data" not in {change.field for change in entry.changes}


@pytest.mark.parametrize(
    "change",
    ["data = 'Granskninh'", "data = ''", "sha256 = repeat('0', 64)", "size = 1"],
    ids=["byte", "emptied", "hash", "size"],
)
def test_an_altered_file_is_named(change: str) -> None:
    stored, other = store(b"Granskning"), store(b"Handlingsplan")
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE files_storedfile SET {change} WHERE id = %s", [stored.pk])

    found = altered_files()

    assert found == ([stored.pk], 1)
    assert other.pk not in found[0]
    assert f"1 stored files are no longer what was stored: {stored.pk}" in [
        finding.text for finding in verification.findings() if not finding.is_good
    ]


def test_many_altered_files_are_counted() -> None:
    for number in range(4):
        store(str(number).encode())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE files_storedfile SET data = 'x'")

    ids, count = altered_files(most=3)

    assert (len(ids), count) == (3, 4)
