"""In which version a verdict rests on material, in words: the one that was read, and what has come since."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kollegium.domain.verdict_evidence import EvidenceItem, Newer, material_key


def in_versions(thing: EvidenceItem, came: Mapping[int, datetime], *, is_awaited: bool) -> list[EvidenceItem]:
    """Give material in each version a verdict may name, the newest last; the one whose version is unknown first.

    To those without a page for it (no `url`) no version is told of. What the unit is still to hand in (`is_awaited`)
    and has handed in no version of is not offered: nobody can read it.
    Shape: `thing` has the id of the item for its key; `came` number of the version → when it was handed in.
    """
    item_id, newest = int(thing.key), max(came, default=0)
    is_missing = is_awaited and not came
    latest = f"{thing.kind}:{material_key(item_id, newest)}"
    language = (get_language() or "") if thing.url and came else None
    # Some fifty a page, so they are made outright: to copy and change each takes several times as long.
    return [
        EvidenceItem(
            thing.kind,
            material_key(item_id, number),
            thing.title,
            thing.criteria,
            f"{thing.url}#version-{number}" if language is not None and number else thing.url,
            version="" if language is None else _version_words(number, came.get(number or 0), language),
            newer=_newer(thing, latest, number, came, language) if number != newest else None,
            is_offered=number == newest and not is_missing,
            is_missing=is_missing and number == newest,
        )
        for number in (None, 0, *sorted(came))
    ]


def _newer(
    thing: EvidenceItem, latest: str, number: int | None, came: Mapping[int, datetime], language: str | None
) -> Newer:
    """Give what is newer than a version; without a language only which it is, in no words."""
    if language is None:
        return Newer(latest, "", "")
    newest = max(came)
    return Newer(
        latest, _newer_words(number is None, came[newest], language), f"{thing.url}#version-{newest}"
    )


# The same few days and numbers on every page.
@lru_cache(maxsize=1024)
def _version_words(number: int | None, at: datetime | None, language: str) -> str:
    if number is None:
        return _("unknown version")
    if at is None:
        return _("before anything was handed in")
    return _("version %(number)s, %(day)s") % {"number": number, "day": _day(at)}


@lru_cache(maxsize=1024)
def _newer_words(is_unknown: bool, at: datetime, language: str) -> str:
    if is_unknown:
        return _("The newest version came %(day)s.") % {"day": _day(at)}
    return _("A newer version came %(day)s.") % {"day": _day(at)}


def _day(at: datetime) -> str:
    return formats.date_format(timezone.localtime(at), "j F Y")
