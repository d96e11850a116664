"""What the change log says about a stored thing: entries with who, when, which action and what."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Union

from django.db import connection, models

from kollegium.trail.models import ReadingRecord
from kollegium.trail.sealing import sealed_tables
from kollegium.ui.keyset import OrderColumn, ordering
from kollegium.ui.statements import prepared_cursor

INTERNAL_FIELDS = frozenset({"id", "sort_key", "version", "search_text"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One column that got another value. Foreign keys hold ids."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One change of one row. `actor_key` and `action` are None for a change made in the database itself.

    `actor_key` may name those the actor stood in for, see `trail.names.person_id` and `deputy_for`. `recording`
    tells one recorded action from another, also where both ran in one transaction.
    """

    at: datetime
    actor_key: str | None
    action: str | None
    label: str
    model: str
    object_id: int
    changes: tuple[FieldChange, ...]
    recording: str | None = None


@dataclass(frozen=True, slots=True)
class RowsOf:
    """The rows of a tracked model that belong, or once belonged, to something; removed rows are among them.

    `of` are the ids that stood in `column`, or the rows whose ids did. `leave_out` names columns nobody asks about.
    """

    model: type[models.Model]
    column: str
    of: Union[tuple[int, ...], "RowsOf"]
    leave_out: tuple[str, ...] = ()


READING_ORDER = (OrderColumn("at", descending=True, holds=datetime), OrderColumn("pk", descending=True))


def readings_about(person_ids: Iterable[int]) -> models.QuerySet[ReadingRecord, dict[str, Any]]:
    """Give plain rows (pk, at, actor_key, page) of who has read the details of a person, newest first; the page cuts them.

    Takes several ids for a person whose rows were merged.
    """
    about = ReadingRecord.objects.filter(subject_id__in=_within(person_ids))
    return about.order_by(*ordering(READING_ORDER)).values("pk", "at", "actor_key", "page")


def _within(ids: Iterable[int]) -> Iterable[int]:
    """Give ids as a filter takes them: a question of its own stays one within the other, anything else is a list."""
    return ids if isinstance(ids, models.QuerySet) else list(ids)


def unsealed_for() -> timedelta | None:
    """Give how long the oldest row after the newest seal has waited, or None when none waits; one query.

    Asks for the first row behind the last sealed one of each table, so it costs the same however long the log is.
    """
    firsts = " UNION ALL ".join(
        f"""(SELECT {table.instant} AS at FROM {table.quoted} WHERE {table.key} > coalesce(
            (SELECT max(event_id) FROM trail_sealedevent WHERE "table" = %s), 0) ORDER BY {table.key} LIMIT 1)"""  # noqa: S608
        for table in sealed_tables()
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT extract(epoch FROM now() - min(at))::float FROM ({firsts}) first",  # noqa: S608 - names of our own tables
            [table.name for table in sealed_tables()],
        )
        seconds = cursor.fetchone()[0]
    return None if seconds is None else timedelta(seconds=seconds)


def actor_key_in(context: dict[str, Any] | None) -> str | None:
    """Give the key of who acted: `person:12`, with `for 3` behind when it was as deputy of person 3."""
    told = context or {}
    others = told.get("deputy_for")
    return f"{told['actor']} for {','.join(map(str, others))}" if others else told.get("actor")


def log_of(rows: models.QuerySet[Any]) -> list[LogEntry]:
    """Give the log of all rows of one tracked model's queryset, oldest first; one query.

    The rows are found by their ids, so rows that were removed need `log_of_ids`.
    """
    return log_of_ids(rows.model, rows.values_list("pk", flat=True))


def log_of_ids(model: type[models.Model], ids: Iterable[int]) -> list[LogEntry]:
    """Give the log of the rows of a tracked model with these ids, oldest first; one query."""
    events = _events_of(model).objects.filter(pgh_obj_id__in=_within(ids)).order_by("pgh_id")
    names = tuple(_columns(model))
    return _entries(
        model,
        (
            (
                *(event.pgh_created_at, event.pgh_label, event.pgh_obj_id, event.pgh_context),
                str(event.pgh_context_id) if event.pgh_context_id else None,
                {name: getattr(event, name) for name in names},
            )
            for event in events
        ),
    )


def log_of_rows(wanted: Sequence[RowsOf]) -> list[LogEntry]:
    """Give the log of many kinds of rows, kind by kind as they are asked for and oldest first within each; one query."""
    asked = [_question(place, rows) for place, rows in enumerate(wanted)]
    question = " UNION ALL ".join(text for text, _values in asked)
    with prepared_cursor() as cursor:
        cursor.execute(f"{question} ORDER BY 1, 2", [value for _text, values in asked for value in values])
        found = cursor.fetchall()
    by_kind: dict[int, list[_Event]] = {}
    for place, _key, at, label, object_id, context, recording, columns in found:
        read = _columns(wanted[place].model)
        values = json.loads(columns)
        row = {name: to_python(values[name]) for name, to_python in read.items() if name in values}
        event = (at, label, object_id, json.loads(context) if context else {}, recording, row)
        by_kind.setdefault(place, []).append(event)
    return [entry for place in sorted(by_kind) for entry in _entries(wanted[place].model, by_kind[place])]


def _question(place: int, rows: RowsOf) -> tuple[str, list[Any]]:
    """Give the question for the events of some rows, with its values."""
    ids, values = _ids_ever(rows)
    table = connection.ops.quote_name(_events_of(rows.model)._meta.db_table)
    text = f"""SELECT {place}, e.pgh_id, e.pgh_created_at, e.pgh_label, e.pgh_obj_id, e.pgh_context::text,
e.pgh_context_id::text, (to_jsonb(e) - %s::text[])::text FROM {table} e WHERE e.pgh_obj_id IN ({ids})"""  # noqa: S608 - names of our own tables
    return text, [["pgh_context", *INTERNAL_FIELDS, *rows.leave_out], *values]


def _ids_ever(rows: RowsOf) -> tuple[str, list[Any]]:
    table = connection.ops.quote_name(_events_of(rows.model)._meta.db_table)
    column = connection.ops.quote_name(rows.column)
    if isinstance(rows.of, RowsOf):
        ids, values = _ids_ever(rows.of)
        condition = f"IN ({ids})"
    else:
        condition, values = "= ANY(%s::bigint[])", [list(rows.of)]
    return f"SELECT pgh_obj_id FROM {table} WHERE {column} {condition}", values  # noqa: S608 - names of our own tables


# When, label, row, who and which action, which recording, and all columns after it.
_Event = tuple[datetime, str, int, Mapping[str, Any] | None, str | None, dict[str, Any]]


def _entries(model: type[models.Model], events: Iterable[_Event]) -> list[LogEntry]:
    """Give events of one model as entries; each row's columns are compared with what stood before."""
    last: dict[int, dict[str, Any]] = {}
    entries = []
    for at, label, object_id, context, recording, values in events:
        before = last.get(object_id, {})
        told = dict(context or {})
        entries.append(
            LogEntry(
                at=at,
                actor_key=actor_key_in(told),
                action=told.get("action"),
                label=label,
                model=model._meta.model_name or "",
                object_id=object_id,
                changes=tuple(
                    FieldChange(name, before.get(name), value)
                    for name, value in values.items()
                    if before.get(name) != value
                ),
                recording=recording,
            )
        )
        last[object_id] = values
    return entries


def _events_of(model: type[models.Model]) -> Any:
    return model._meta.get_field("events").related_model


@lru_cache(maxsize=256)
def _columns(model: type[models.Model]) -> dict[str, Callable[[Any], Any]]:
    """Give the columns of a model's events in their order, each with what reads its value from JSON."""
    return {
        field.attname: field.to_python
        for field in _events_of(model)._meta.fields
        if not field.name.startswith("pgh_") and field.name not in INTERNAL_FIELDS
    }


def ids_ever(model: type[models.Model], **about: object) -> list[int]:
    """Give the ids of rows of a tracked model that are, or once were, about something; one query.

    Shape: `about` are columns of the model and what stood in them. Removed rows are known from the log alone.
    """
    return list(_events_of(model).objects.filter(**about).values_list("pgh_obj_id", flat=True).distinct())


def actors_who_added(model: type[models.Model], ids: Iterable[int]) -> dict[int, str | None]:
    """Give who added each of these rows of a tracked model, by id; one query, none for no row."""
    wanted = list(ids)
    if not wanted:
        return {}
    events = _events_of(model).objects.filter(pgh_obj_id__in=wanted, pgh_label="added")
    return {
        pk: (context or {}).get("actor") for pk, context in events.values_list("pgh_obj_id", "pgh_context")
    }
