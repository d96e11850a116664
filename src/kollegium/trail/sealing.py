"""The chain's arithmetic: which tables it covers, what a digest is made of, and the keyed codes."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from kollegium.trail.models import Erasure, ReadingRecord, Seal

FIRST_PREVIOUS_MAC = bytes(32)
LATE_AFTER = timedelta(minutes=10)
"""A row this much older than the newest seal should have been under it: it was slipped in, or is very late."""

SEALING_LOCK = 7_341_002  # any number, the same in every process

# Everything to_jsonb writes differently under another setting of the session is pinned.
PIN_SESSION = (
    "SET LOCAL TimeZone = 'UTC'; SET LOCAL bytea_output = 'hex'; SET LOCAL IntervalStyle = 'iso_8601';"
    " SET LOCAL extra_float_digits = 1"
)


@dataclass(frozen=True, slots=True)
class SealedTable:
    """One table under the chain, with the columns that hold a row's id and its instant."""

    name: str
    key: str
    instant: str

    @property
    def quoted(self) -> str:
        """The table's name as it stands in SQL."""
        return connection.ops.quote_name(self.name)


def sealed_tables() -> list[SealedTable]:
    """Give every table the chain covers, by name: the events of each tracked model, and the reading log."""
    tables = [SealedTable(ReadingRecord._meta.db_table, "id", "at")]
    tables += [
        SealedTable(model._meta.db_table, "pgh_id", "pgh_created_at")
        for model in apps.get_models()
        if getattr(model, "pgh_tracked_model", None) is not None
    ]
    return sorted(tables, key=lambda table: table.name)


def digest_sql(content: str, salt: str) -> str:
    """Give the SQL of a row's digest. `content` is an expression that names the table and holds the row as text."""
    return f"sha256({salt} || convert_to({content}, 'UTF8'))"


def content_sql(table: SealedTable, row: str, uncovered: str = "") -> str:
    """Give the SQL of what a digest covers: the table's name and the row's columns, in jsonb's fixed order.

    `uncovered` is an expression for the names (text[]) of columns that came after the row was sealed.
    """
    columns = f"to_jsonb({row}) - {uncovered}" if uncovered else f"to_jsonb({row})"
    return f"'{table.name} ' || ({columns})::text"


@contextmanager
def alone_with_the_chain() -> Iterator[None]:
    """Run a transaction that no other sealing or erasing runs beside, with the session's settings pinned."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALING_LOCK])
        cursor.execute(PIN_SESSION)
        yield


def mac_of_seal(seal: Seal) -> bytes:
    """Give the keyed code of a seal, from all its other columns."""
    return _mac(
        "seal",
        seal.number,
        _instant(seal.sealed_at),
        seal.event_count,
        json.dumps(seal.columns, sort_keys=True, separators=(",", ":")),
        seal.takes_late_rows,
        bytes(seal.root).hex(),
        bytes(seal.previous_mac).hex(),
    )


def mac_of_erasure(erasure: Erasure) -> bytes:
    """Give the keyed code of an erasure, from all its other columns."""
    return _mac(
        "erasure",
        erasure.number,
        _instant(erasure.erased_at),
        erasure.event_count,
        bytes(erasure.root).hex(),
    )


def same(first: bytes, second: bytes) -> bool:
    """Say whether two codes are equal, without telling by the time it takes."""
    return hmac.compare_digest(bytes(first), bytes(second))


def _mac(*parts: object) -> bytes:
    # As JSON the parts cannot run into each other, whatever they hold.
    message = json.dumps([str(part) for part in parts]).encode()
    return hmac.new(settings.SEAL_KEY.encode(), message, hashlib.sha256).digest()


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
