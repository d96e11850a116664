"""Write very many rows at once by COPY, seen by the change log under the running action."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models
from django.db.models.expressions import DatabaseDefault
from psycopg.types.json import Jsonb


def copy_in(rows: Sequence[models.Model]) -> None:
    """Write rows of one model, inside `recording(…)`. A row without an id gets the next one, in the given order.

    Several times quicker than `bulk_create`. Nothing is read back: whoever needs the ids beforehand
    takes them from `reserved_ids`. Give rows either all with ids or all without.
    """
    if not rows:
        return
    model = type(rows[0])
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    if rows[0].pk is None:
        fields = [field for field in fields if not field.primary_key]
    # What the first row leaves to the database's own default is left to it for all.
    fields = [field for field in fields if not _is_left_out(rows[0], field)]
    _refuse_mixed(rows, fields)
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    names = [field.attname for field in fields]
    json_places = [isinstance(field, models.JSONField) for field in fields]
    # COPY passes by Django, so a refusal of the database is turned into Django's here.
    with connection.wrap_database_errors, connection.cursor() as cursor:
        # COPY passes by what puts the context before each statement; this statement takes it along,
        # and it then holds to the end of the transaction.
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        # Every trigger asks whether it is switched off. Where nobody has ever said, that is answered by
        # an error it then catches: most of what a row costs. An empty list switches nothing off.
        cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")
        with cursor.copy(f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(
                    [
                        Jsonb(getattr(row, name)) if is_json else _plain(getattr(row, name))
                        for name, is_json in zip(names, json_places, strict=True)
                    ]
                )


def reserved_ids(model: type[models.Model], count: int) -> list[int]:
    """Give ids that no other row will get, in rising order."""
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [connection.ops.quote_name(table), column, count],
        )
        return sorted(number for (number,) in cursor.fetchall())


def _is_left_out(row: models.Model, field: "models.Field[Any, Any]") -> bool:
    return field.has_db_default() and isinstance(getattr(row, field.attname), DatabaseDefault)


def _refuse_mixed(rows: Sequence[models.Model], fields: "Sequence[models.Field[Any, Any]]") -> None:
    """Stop where a later row gives what the first left to the database, or the other way round."""
    model = type(rows[0])
    for field in model._meta.concrete_fields:
        if field.has_db_default() and any(_is_left_out(row, field) is (field in fields) for row in rows):
            raise ValueError(f"{model.__name__}.{field.name} is given for some rows and not for others")


def _plain(value: Any) -> Any:
    # A choice is a text, but the driver would write the name of the choice instead.
    return str(value) if isinstance(value, str) and type(value) is not str else value
