"""Keep an upload."""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.files.models import StoredFile
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def store_file(*, data: bytes, media_type: str, now: datetime, by: "Actor") -> StoredFile:
    """Keep the bytes once and give the stored file; the same content gives the same row.

    The caller has checked that it may: a file alone belongs to nobody and is shown to nobody.
    """
    with recording(by=by, action="files.store_file"):
        stored, _ = StoredFile.objects.get_or_create(
            sha256=hashlib.sha256(data).hexdigest(),
            defaults={"size": len(data), "media_type": media_type, "data": data, "stored_at": now},
        )
    return stored
