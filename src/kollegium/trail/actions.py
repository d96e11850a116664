"""Every write of the trail itself: sealing, erasing, and noting who has read about whom."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models.functions import Now
from django.utils import timezone

from kollegium.trail import seal_log
from kollegium.trail.models import Erasure, ReadingRecord, Seal, SealedEvent
from kollegium.trail.names import person_id
from kollegium.trail.sealing import (
    FIRST_PREVIOUS_MAC,
    LATE_AFTER,
    SealedTable,
    alone_with_the_chain,
    content_sql,
    digest_sql,
    mac_of_erasure,
    mac_of_seal,
    sealed_tables,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db import models

    from kollegium.domain.roles import Actor

TAKE_SALT = 'UPDATE trail_sealedevent SET salt = NULL, erasure_id = %s WHERE "table" = %s AND event_id IN'
SAME_READING = timedelta(minutes=10)
ROOT_AFTER = "SELECT sha256(string_agg(digest, ''::bytea ORDER BY position)) FROM trail_sealedevent WHERE position > %s"
ROOT_OF_ERASURE = (
    "SELECT count(*), sha256(string_agg(int8send(position), ''::bytea ORDER BY position))"
    " FROM trail_sealedevent WHERE erasure_id = %s"
)


def seal_events(*, takes_late_rows: bool = False) -> int:
    """Put everything logged and not yet sealed under one new seal, and give how many rows that were.

    Nothing new, no seal. A row far older than the newest seal is left out, for `kollegium verify` to
    name; `takes_late_rows` is an operator's word that such rows are right.

    Side effects: a seal, its line in the seal log. May run twice, and at the same time in two processes.
    """
    with alone_with_the_chain():
        seal = _seal_unsealed(takes_late_rows=takes_late_rows)
    seal_log.add_missing_lines(made=seal.number if seal else None)
    return seal.event_count if seal else 0


def erase_events(rows: "Sequence[tuple[type[models.Model], Sequence[int]]]") -> int:
    """Take every event of these rows of tracked models out of the log, and give how many that were.

    Runs within `alone_with_the_chain`, as the database's owner. Everything is sealed first; of what is
    erased the digest stays, without content and salt, so the chain still holds.

    Shape: (tracked model, ids of its rows).
    """
    _seal_unsealed(takes_late_rows=False)
    number = (Erasure.objects.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    with connection.cursor() as cursor:
        for model, ids in rows:
            table = model._meta.get_field("events").related_model._meta.db_table
            of_rows = f"FROM {connection.ops.quote_name(table)} WHERE pgh_obj_id = ANY(%s)"
            cursor.execute(f"{TAKE_SALT} (SELECT pgh_id {of_rows})", [number, table, list(ids)])
            cursor.execute(f"DELETE {of_rows}", [list(ids)])
        cursor.execute(ROOT_OF_ERASURE, [number])
        count, root = cursor.fetchone()
    if count:
        erasure = Erasure(number=number, erased_at=timezone.now(), event_count=count, root=bytes(root))
        erasure.mac = mac_of_erasure(erasure)
        erasure.save(force_insert=True)
    return int(count)


def record_reading(*, by: "Actor", subject_id: int, page: str, object_id: int) -> None:
    """Note that a person opened a page with another person's details; the same within ten minutes once.

    Reading about oneself is not noted, nor what the system reads.

    Side effects: a row of the reading log.
    """
    reader = person_id(by.key)
    if reader is None or reader == subject_id:
        return
    noted = {"actor_key": by.key, "subject_id": subject_id, "page": page, "object_id": object_id}
    # The database's clock, like everything the seals cover.
    if not ReadingRecord.objects.filter(**noted, at__gt=Now() - SAME_READING).exists():
        ReadingRecord.objects.create(**noted, at=Now())


def _seal_unsealed(*, takes_late_rows: bool) -> Seal | None:
    previous = Seal.objects.order_by("-number").first()
    number = previous.number + 1 if previous else 1
    not_before = previous.sealed_at - LATE_AFTER if previous and not takes_late_rows else None
    settled = _newest_seal_before(not_before)
    position = SealedEvent.objects.order_by("-position").values_list("position", flat=True).first() or 0
    columns: dict[str, list[str]] = {}
    total = 0
    for table in sealed_tables():
        added = _seal_table(
            table,
            seal=number,
            after=position + total,
            not_before=not_before,
            floor=_highest_sealed(table, settled),
        )
        if added:
            columns[table.name] = columns_of(table)
            total += added
    if not total:
        return None
    seal = Seal(
        number=number,
        event_count=total,
        columns=columns,
        takes_late_rows=takes_late_rows,
        previous_mac=bytes(previous.mac) if previous else FIRST_PREVIOUS_MAC,
    )
    with connection.cursor() as cursor:
        # The database's clock, like the instants of the events.
        cursor.execute(f"SELECT clock_timestamp(), ({ROOT_AFTER})", [position])
        seal.sealed_at, seal.root = cursor.fetchone()
    seal.mac = mac_of_seal(seal)
    seal.save(force_insert=True)
    return seal


def columns_of(table: SealedTable) -> list[str]:
    """Give the names of a table's columns as the database has them, in alphabetical order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " AND NOT attisdropped ORDER BY attname",
            [table.quoted],
        )
        return [row[0] for row in cursor.fetchall()]


def _newest_seal_before(instant: datetime | None) -> int | None:
    found = Seal.objects.filter(sealed_at__lt=instant) if instant else Seal.objects.none()
    return found.order_by("-number").values_list("number", flat=True).first()


def _highest_sealed(table: SealedTable, settled: int | None) -> int | None:
    """Give the id below which no row can be new, so that sealing costs the same however long the log is.

    Only rows from `not_before` on are sealed. Their ids were drawn after that instant, and so after every
    id that a seal older than it covers.
    """
    if settled is None:
        return None
    covered = SealedEvent.objects.filter(table=table.name, seal_id__lte=settled)
    return covered.order_by("-event_id").values_list("event_id", flat=True).first()


def _seal_table(
    table: SealedTable, *, seal: int, after: int, not_before: datetime | None, floor: int | None
) -> int:
    """Add the digests of a table's unsealed rows, after that position, and give how many."""
    # A salt is drawn once for each row: the step is materialised, or it would be drawn again for the digest.
    statement = f"""
        WITH fresh AS MATERIALIZED (
            SELECT row.{table.key} AS id, {content_sql(table, "row")} AS content,
                uuid_send(gen_random_uuid()) AS salt
            FROM {table.quoted} row
            WHERE NOT EXISTS (
                SELECT 1 FROM trail_sealedevent sealed
                WHERE sealed."table" = %(table)s AND sealed.event_id = row.{table.key}
                    AND (%(floor)s::bigint IS NULL OR sealed.event_id > %(floor)s)
            )
            AND (%(not_before)s::timestamptz IS NULL OR row.{table.instant} >= %(not_before)s)
            AND (%(floor)s::bigint IS NULL OR row.{table.key} > %(floor)s)
        )
        INSERT INTO trail_sealedevent (position, "table", event_id, salt, digest, seal_id)
        SELECT %(after)s + row_number() OVER (ORDER BY id), %(table)s, id, salt,
            {digest_sql("content", "salt")}, %(seal)s
        FROM fresh ORDER BY id
    """  # noqa: S608 - names of our own tables
    parameters = {
        "table": table.name,
        "floor": floor,
        "not_before": not_before,
        "after": after,
        "seal": seal,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return int(cursor.rowcount)
