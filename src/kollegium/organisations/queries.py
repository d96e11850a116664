"""Every read of places that a page or a right needs."""

from collections.abc import Iterable

from django.db import connection


def unit_ids_with_children(unit_ids: Iterable[int]) -> frozenset[int]:
    """Give the units and everything below them, however deep; one query, none for no unit."""
    ids = sorted(set(unit_ids))
    if not ids:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH RECURSIVE below(id) AS (
                SELECT id FROM organisations_unit WHERE id = ANY(%s)
                UNION
                SELECT child.id FROM organisations_unit child JOIN below ON child.parent_id = below.id
            )
            SELECT id FROM below
            """,
            [ids],
        )
        return frozenset(row[0] for row in cursor.fetchall())
