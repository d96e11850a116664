"""Check the sealed chain: the seals, every row under them, the file that keeps the newest, and what is unsealed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from kollegium.trail import seal_log
from kollegium.trail.models import Erasure, Seal
from kollegium.trail.sealing import (
    FIRST_PREVIOUS_MAC,
    LATE_AFTER,
    PIN_SESSION,
    SealedTable,
    content_sql,
    digest_sql,
    mac_of_erasure,
    mac_of_seal,
    same,
    sealed_tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked, in words."""

    is_good: bool
    text: str


def chain_findings() -> list[Finding]:
    """Give everything that was checked of the chain, in a fixed order; reads one state of the database.

    What is wrong is named row by row, ten of a kind; of more the number.
    """
    # First the file, then the database: a seal made meanwhile is then at most not yet in the file.
    lines = _logged_seals()
    is_own_transaction = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if is_own_transaction:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute(PIN_SESSION)
        seals = list(Seal.objects.order_by("number"))
        erasures, valid_erasures = _erasures()
        covered = _covered_columns(seals)
        rows = [
            finding
            for table in sealed_tables()
            for finding in _rows(table, covered.get(table.name, []), valid_erasures)
        ]
        return [
            *_chain(seals),
            *_sealed_lists(seals),
            *_log(lines, seals),
            *erasures,
            *rows,
            *_tables_gone(covered),
            *_unsealed(seals[-1] if seals else None),
        ]


def _chain(seals: list[Seal]) -> list[Finding]:
    """Check numbers, order and keyed codes of the seals themselves."""
    faults: list[str] = []
    expected, previous = 1, FIRST_PREVIOUS_MAC
    for seal in seals:
        if seal.number != expected:
            faults.append(_missing_seals(expected, seal.number - 1))
        elif not same(seal.previous_mac, previous):
            faults.append(f"seal {seal.number} does not follow from the one before it")
        if not same(seal.mac, mac_of_seal(seal)):
            faults.append(f"seal {seal.number} was altered, or made with another key")
        expected, previous = seal.number + 1, bytes(seal.mac)
    late = sum(seal.takes_late_rows for seal in seals)
    text = f"{len(seals)} seals follow one another and bear our key"
    return _either(text + (f"; {late} ordered by an operator over late rows" if late else ""), faults)


def _missing_seals(first: int, last: int) -> str:
    return f"seal {first} is missing" if first == last else f"seals {first} to {last} are missing"


def _sealed_lists(seals: list[Seal]) -> list[Finding]:
    """Check that under each seal stand as many digests as it says, at their places, giving its root."""
    rows = _query(
        "SELECT seal_id, count(*), min(position), max(position),"
        " sha256(string_agg(digest, ''::bytea ORDER BY position)) FROM trail_sealedevent GROUP BY seal_id"
    )
    actual = {row[0]: row[1:] for row in rows}
    faults: list[str] = []
    first = 1
    for seal in seals:
        last = first + seal.event_count - 1
        count, lowest, highest, root = actual.pop(seal.number, (0, None, None, b""))
        if (count, lowest, highest) != (seal.event_count, first, last):
            faults += _misplaced(seal, first, last)
        elif not same(root, seal.root):
            faults.append(_altered_list(seal))
        first = last + 1
    faults += [
        f"{found[0]} digests stand under seal {number}, which is missing"
        for number, found in sorted(actual.items())
    ]
    return _either(f"{first - 1} rows are under the seals", faults)


def _misplaced(seal: Seal, first: int, last: int) -> list[str]:
    missing = _query(
        "SELECT place FROM generate_series(%s::bigint, %s::bigint) AS place WHERE NOT EXISTS"
        " (SELECT 1 FROM trail_sealedevent WHERE position = place AND seal_id = %s) ORDER BY place LIMIT %s",
        [first, last, seal.number, MOST_NAMED],
    )
    strange = _query(
        'SELECT position, "table", event_id FROM trail_sealedevent'
        " WHERE seal_id = %s AND position NOT BETWEEN %s AND %s ORDER BY position LIMIT %s",
        [seal.number, first, last, MOST_NAMED],
    )
    return [
        *(f"the digest at place {place} (seal {seal.number}) was removed" for (place,) in missing),
        *(
            f"the digest of {table} {event_id} at place {place} was put under seal {seal.number}"
            for place, table, event_id in strange
        ),
    ]


def _altered_list(seal: Seal) -> str:
    rows = _query(
        'SELECT "table", event_id FROM trail_sealedevent WHERE seal_id = %s ORDER BY position LIMIT %s',
        [seal.number, MOST_NAMED + 1],
    )
    named = ", ".join(f"{table} {event_id}" for table, event_id in rows[:MOST_NAMED])
    more = " and more" if len(rows) > MOST_NAMED else ""
    return f"the digests under seal {seal.number} were altered or reordered; it covers {named}{more}"


def _logged_seals() -> list[seal_log.LoggedSeal] | str:
    """Give the lines of the seal log, or what is wrong with it."""
    path = seal_log.log_file()
    try:
        return seal_log.read_lines(path)
    except OSError as error:
        return f"the seal log {path} cannot be read ({error.strerror})"
    except seal_log.UnreadableSealLog as fault:
        return f"the seal log: {fault}"


def _log(lines: list[seal_log.LoggedSeal] | str, seals: list[Seal]) -> list[Finding]:
    """Compare with the seals that were written down outside the database."""
    if isinstance(lines, str):
        return [Finding(False, lines)] if seals or seal_log.log_file().exists() else []
    macs = {seal.number: bytes(seal.mac).hex() for seal in seals}
    newest = max(macs, default=0)
    logged = {line.number for line in lines}
    faults = []
    beyond = sorted(number for number in logged if number > newest)
    if beyond:
        faults.append(
            f"the log of changes was cut off: the seal log holds seal {beyond[-1]},"
            f" the database ends with seal {newest}"
        )
    other = sorted({line.number for line in lines if macs.get(line.number, line.mac) != line.mac})
    faults += _named([f"seal {number} is another in the seal log" for number in other])
    missing = sorted(macs.keys() - logged)
    waiting = [number for number in missing if number > max(logged, default=0)]
    faults += _named([f"the seal log lacks seal {number}" for number in missing if number not in waiting])
    said = f"the seal log agrees with the seals, up to seal {max(logged, default=0)}"
    return _either(said + (f"; {len(waiting)} wait to be written there" if waiting else ""), faults)


def _erasures() -> tuple[list[Finding], list[int]]:
    """Check what was erased, and give the numbers of the erasures that are ours."""
    rows = _query(
        "SELECT erasure_id, count(*), sha256(string_agg(int8send(position), ''::bytea ORDER BY position))"
        " FROM trail_sealedevent WHERE erasure_id IS NOT NULL GROUP BY erasure_id"
    )
    actual = {row[0]: (row[1], bytes(row[2])) for row in rows}
    valid: list[int] = []
    faults: list[str] = []
    total = 0
    for erasure in Erasure.objects.order_by("number"):
        found = actual.pop(erasure.number, None)
        if not same(erasure.mac, mac_of_erasure(erasure)):
            faults.append(f"erasure {erasure.number} was altered, or made with another key")
        elif found != (erasure.event_count, bytes(erasure.root)):
            faults.append(f"erasure {erasure.number} no longer covers the rows it covered")
        else:
            valid.append(erasure.number)
            total += erasure.event_count
    faults += [f"erasure {number} is missing" for number in sorted(actual)]
    text = f"{total} rows were erased with the persons they told of"
    return (_either(text, faults) if total or faults else []), valid


def _covered_columns(seals: Iterable[Seal]) -> dict[str, list[list[str]]]:
    """Give each table's sets of columns that seals cover. Shape: table → sets, oldest first; mostly one."""
    covered: dict[str, list[list[str]]] = {}
    for seal in seals:
        for table, columns in seal.columns.items():
            if columns not in covered.setdefault(table, []):
                covered[table].append(columns)
    return covered


def _rows(table: SealedTable, column_sets: Sequence[list[str]], valid_erasures: list[int]) -> list[Finding]:
    """Check every sealed row of one table: there, and as it was."""
    faults: list[str] = []
    altered_count = 0
    for columns in column_sets:
        lost = set(columns) - set(_columns_now(table))
        if lost:
            faults.append(f"{table.name} has lost a sealed column: {', '.join(sorted(lost))}")
            continue
        rows, count = _wrong_rows(table, columns, valid_erasures)
        altered_count += count
        faults += [
            f"{table.name} {event_id} was {'removed' if is_gone else 'altered'} (seal {seal})"
            for event_id, seal, is_gone in rows
        ]
    if altered_count > MOST_NAMED:
        faults.append(f"{altered_count} rows of {table.name} in all were altered or removed")
    return [Finding(False, fault) for fault in faults]


def _wrong_rows(
    table: SealedTable, columns: list[str], valid_erasures: list[int]
) -> tuple[list[tuple[int, int, bool]], int]:
    # Columns that came with a later migration are left out of what is digested.
    names = [name for name in _columns_now(table) if name not in columns]
    content = content_sql(table, "row", "%s::text[]") if names else content_sql(table, "row")
    digest = digest_sql(content, "sealed.salt")
    statement = f"""
        SELECT sealed.event_id, sealed.seal_id, row.{table.key} IS NULL, count(*) OVER ()
        FROM trail_sealedevent sealed
        JOIN trail_seal seal ON seal.number = sealed.seal_id AND seal.columns -> %s = %s::jsonb
        LEFT JOIN {table.quoted} row ON row.{table.key} = sealed.event_id
        WHERE sealed."table" = %s AND (sealed.erasure_id IS NULL OR sealed.erasure_id <> ALL(%s::bigint[]))
            AND (row.{table.key} IS NULL OR sealed.salt IS NULL OR {digest} <> sealed.digest)
        ORDER BY sealed.position LIMIT {MOST_NAMED}
    """  # noqa: S608 - names of our own tables
    parameters: list[Any] = [table.name, json.dumps(columns), table.name, valid_erasures]
    rows = _query(statement, parameters + ([names] if names else []))
    return [(row[0], row[1], row[2]) for row in rows], rows[0][3] if rows else 0


def _columns_now(table: SealedTable) -> list[str]:
    rows = _query(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped",
        [table.quoted],
    )
    return [row[0] for row in rows]


def _tables_gone(covered: dict[str, list[list[str]]]) -> list[Finding]:
    known = {table.name for table in sealed_tables()}
    return [
        Finding(False, f"{name}, which was sealed, is no longer a table of the log")
        for name in sorted(covered.keys() - known)
    ]


def _unsealed(newest: Seal | None) -> list[Finding]:
    """Count what waits for its seal, and name what was slipped in behind the seals' back."""
    waiting = 0
    oldest: list[datetime] = []
    faults: list[str] = []
    not_before = newest.sealed_at - LATE_AFTER if newest else None
    for table in sealed_tables():
        [(count, late_count, late, since)] = _query(
            f"""
            WITH unsealed AS (
                SELECT row.{table.key} AS id, row.{table.instant} AS at,
                    row.{table.instant} < %s::timestamptz AS is_late
                FROM {table.quoted} row
                WHERE NOT EXISTS (SELECT 1 FROM trail_sealedevent sealed
                    WHERE sealed."table" = %s AND sealed.event_id = row.{table.key})
            )
            SELECT count(*), count(*) FILTER (WHERE is_late),
                (array_agg(id ORDER BY id) FILTER (WHERE is_late))[:{MOST_NAMED}],
                min(at) FILTER (WHERE is_late IS NOT TRUE)
            FROM unsealed
            """,  # noqa: S608 - names of our own tables
            [not_before, table.name],
        )
        waiting += count - late_count
        oldest += [since] if since else []
        faults += [f"{table.name} {key} was added behind the seals' back" for key in late or []]
        if late_count > MOST_NAMED:
            faults.append(f"{late_count} rows of {table.name} in all were added behind the seals' back")
    text = f"{waiting} rows wait for their seal"
    if oldest:
        text += f", the oldest since {min(oldest).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return [*(Finding(False, fault) for fault in faults), Finding(True, text)]


def _either(good: str, faults: list[str]) -> list[Finding]:
    return [Finding(False, fault) for fault in _named(faults)] or [Finding(True, good)]


def _named(faults: list[str]) -> list[str]:
    more = len(faults) - MOST_NAMED
    return faults if more <= 0 else [*faults[:MOST_NAMED], f"… and {more} more of the kind"]


def _query(statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()
