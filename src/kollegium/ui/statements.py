"""Statements that pages ask again and again: put together once by the models, and planned once by the server.

To put a question together through the models, and to find the best order of its tables, takes longer than the
answer where few rows are asked for. What is kept here is the text of a statement; the server keeps its plan, for
each connection that has asked it a few times, under the setting `KOLLEGIUM_PREPARED_STATEMENTS`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.core.exceptions import EmptyResultSet
from django.db import NotSupportedError, connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet
from psycopg import sql

NOTHING: Mapping[Any, Any] = {}


@dataclass(frozen=True, slots=True)
class Statement:
    """A question, and the values in it that hold the place of others, in their order."""

    text: str
    places: tuple[Any, ...] = ()

    @classmethod
    def of(cls, rows: "QuerySet[Any, Any]", *, places: Iterable[Any] = ()) -> Self:
        """Give the statement that a queryset would run. `places` are values in it that hold the place of others.

        Of a queryset that can hold nothing, such as what lies in no place at all, the statement asks nothing.
        """
        try:
            return cls.written(*rows.query.sql_with_params(), places=places)
        except EmptyResultSet:
            return cls("")

    @classmethod
    def counting(cls, rows: "QuerySet[Any, Any]", most: int, *, places: Iterable[Any] = ()) -> Self:
        """Give the question for how many rows a queryset has, `most` of them being enough to know."""
        try:
            text, values = rows.order_by().values("pk")[:most].query.sql_with_params()
        except EmptyResultSet:
            return cls("SELECT 0")
        return cls.written(f"SELECT count(*) FROM ({text}) AS found", values, places=places)  # noqa: S608 - put together by the models

    @classmethod
    def written(cls, text: str, values: Iterable[Any], *, places: Iterable[Any] = ()) -> Self:
        """Give a statement with `%s` for each of its values.

        All other values are written into the text: a plan that is kept is made without knowing what stands in a
        place, and would take a list of two states to hold of hardly any row.
        """
        open_ones, pieces = list(places), text.split("%s")
        values = tuple(values)
        written = [pieces[0]]
        for value, piece in zip(values, pieces[1:], strict=True):
            written += ("%s" if value in open_ones else _literal(value), piece)
        return cls("".join(written), tuple(value for value in values if value in open_ones))

    def rows(self, instead: Mapping[Any, Any] = NOTHING) -> list[tuple[Any, ...]]:
        """Ask, and give the rows as the database does. Shape: `instead` maps what holds a place → the real value."""
        if not self.text:
            return []
        values = [instead[place] for place in self.places]
        try:
            return _asked(self.text, values)
        except NotSupportedError:
            # A column has got another type since the plan was made, and the server refuses to use it.
            if connection.in_atomic_block:
                raise
            with connection.cursor() as cursor:
                cursor.execute("DEALLOCATE ALL")
            return _asked(self.text, values)


def prepared_cursor() -> CursorWrapper:
    """Give a cursor whose statements the server prepares; Django counts and logs them like all others.

    It is for reading alone: a statement begins with SELECT, or the change log puts another before it, inside an
    action, and the server prepares no two at once.
    """
    connection.ensure_connection()
    return connection._prepare_cursor(ServerBindingCursor(connection.connection))  # type: ignore[attr-defined, no-any-return]


def _asked(text: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with prepared_cursor() as cursor:
        cursor.execute(text, values)
        return cursor.fetchall()


def _literal(value: Any) -> str:
    return sql.Literal(value).as_string(None).replace("%", "%%")
