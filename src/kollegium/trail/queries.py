"""What the change log says about a stored thing: entries with who, when, which action and what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, models

from kollegium.trail.models import ReadingRecord
from kollegium.trail.sealing import sealed_tables
from kollegium.ui.keyset import OrderColumn, ordering

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

    `actor_key` may name those the actor stood in for, see `trail.names.person_id` and `deputy_for`.
    """

    at: datetime
    actor_key: str | None
    action: str | None
    label: str
    model: str
    object_id: int
    changes: tuple[FieldChange, ...]


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
    event_model = model._meta.get_field("events").related_model
    names = [
        field.attname
        for field in event_model._meta.fields
        if not field.name.startswith("pgh_") and field.name not in INTERNAL_FIELDS
    ]
    events = event_model.objects.filter(pgh_obj_id__in=_within(ids)).order_by("pgh_id")
    last: dict[int, dict[str, Any]] = {}
    entries = []
    for event in events:
        values = {name: getattr(event, name) for name in names}
        before = last.get(event.pgh_obj_id, {})
        context = event.pgh_context or {}
        entries.append(
            LogEntry(
                at=event.pgh_created_at,
                actor_key=actor_key_in(context),
                action=context.get("action"),
                label=event.pgh_label,
                model=model._meta.model_name or "",
                object_id=event.pgh_obj_id,
                changes=tuple(
                    FieldChange(name, before.get(name), value)
                    for name, value in values.items()
                    if before.get(name) != value
                ),
            )
        )
        last[event.pgh_obj_id] = values
    return entries


def ids_ever(model: type[models.Model], **about: object) -> list[int]:
    """Give the ids of rows of a tracked model that are, or once were, about something; one query.

    Shape: `about` are columns of the model and what stood in them. Removed rows are known from the log alone.
    """
    events: Any = model._meta.get_field("events").related_model
    return list(events.objects.filter(**about).values_list("pgh_obj_id", flat=True).distinct())


def actors_who_added(model: type[models.Model], ids: Iterable[int]) -> dict[int, str | None]:
    """Give who added each of these rows of a tracked model, by id; one query, none for no row."""
    wanted = list(ids)
    if not wanted:
        return {}
    event_model = model._meta.get_field("events").related_model
    events = event_model.objects.filter(pgh_obj_id__in=wanted, pgh_label="added")
    return {
        pk: (context or {}).get("actor") for pk, context in events.values_list("pgh_obj_id", "pgh_context")
    }
