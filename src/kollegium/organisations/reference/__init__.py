"""The regions and specialties an installation starts with, loaded by key; names may be changed later."""

import csv
from importlib.resources import files
from typing import TYPE_CHECKING

from kollegium.domain.swedish import sort_key
from kollegium.organisations.models import Region, Specialty
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def load_reference_places(*, by: "Actor") -> int:
    """Add the regions and specialties that are missing and give how many were added.

    Safe to repeat: a row that is there by its code or key is left as people have made it.
    Source: docs/sources.md, regions and specialties.
    """
    with recording(by=by, action="organisations.load_reference_places"):
        return _load_regions() + _load_specialties()


def _load_regions() -> int:
    known = set(Region.objects.values_list("code", flat=True))
    new = [
        Region(code=row["code"], name=row["name"], sort_key=sort_key(row["name"]))
        for row in _rows("regions.csv")
        if row["code"] not in known
    ]
    Region.objects.bulk_create(new)
    return len(new)


def _load_specialties() -> int:
    by_key = {item.key: item for item in Specialty.objects.all()}
    added = 0
    rows = _rows("specialties.csv")
    # A branch names its base specialty, so those without a parent come first.
    for row in sorted(rows, key=lambda item: bool(item["parent"])):
        if row["key"] in by_key:
            continue
        by_key[row["key"]] = Specialty.objects.create(
            key=row["key"],
            name=row["name"],
            name_en=row["name_en"],
            sort_key=sort_key(row["name"]),
            kind=row["kind"],
            group=row["group"],
            parent=by_key.get(row["parent"]),
            association=row["association"],
        )
        added += 1
    return added


def _rows(file_name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(file_name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
