"""Every read of stored files that is about the files themselves."""

from django.db import connection

DIFFERING = (
    "SELECT id, count(*) OVER () FROM files_storedfile"
    " WHERE encode(sha256(data), 'hex') <> sha256 OR octet_length(data) <> size ORDER BY id LIMIT %s"
)


def altered_files(*, most: int = 10) -> tuple[list[int], int]:
    """Give the ids, at most that many, and the number of the files whose bytes are not what was stored.

    Reads every byte there is, in the database.
    """
    with connection.cursor() as cursor:
        cursor.execute(DIFFERING, [most])
        rows = cursor.fetchall()
    return [row[0] for row in rows], rows[0][1] if rows else 0
