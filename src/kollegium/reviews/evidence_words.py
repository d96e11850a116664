"""In which version a verdict rests on material, in words: the one that was read, and what has come since."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kollegium.domain.verdict_evidence import EvidenceItem, Newer, material_key


def in_versions(thing: EvidenceItem, came: Mapping[int, datetime]) -> list[EvidenceItem]:
    """Give material in each version a verdict may name, the newest last; the one whose version is unknown first.

    To those without a page for it (no `url`) no version is told of.
    Shape: `thing` has the id of the item for its key; `came` number of the version → when it was handed in.
    """
    item_id, newest = int(thing.key), max(came, default=0)
    latest = replace(thing, key=material_key(item_id, newest)).reference
    found = []
    for number in (None, 0, *sorted(came)):
        newer = Newer(latest, "", "") if number != newest else None
        item = replace(thing, key=material_key(item_id, number), newer=newer, is_offered=number == newest)
        found.append(_told(item, number, came) if thing.url and came else item)
    return found


def _told(item: EvidenceItem, number: int | None, came: Mapping[int, datetime]) -> EvidenceItem:
    """Say which version it is and, where a newer one has come, when."""
    newest, newer = max(came), item.newer
    if newer:
        words = _newer_words(number, _day(came[newest]))
        newer = replace(newer, words=words, url=f"{item.url}#version-{newest}")
    url = f"{item.url}#version-{number}" if number else item.url
    return replace(item, url=url, version=_version_words(number, came), newer=newer)


def _version_words(number: int | None, came: Mapping[int, datetime]) -> str:
    if number is None:
        return _("unknown version")
    if number == 0:
        return _("before anything was handed in")
    return _("version %(number)s, %(day)s") % {"number": number, "day": _day(came[number])}


def _newer_words(number: int | None, day: str) -> str:
    if number is None:
        return _("The newest version came %(day)s.") % {"day": day}
    return _("A newer version came %(day)s.") % {"day": day}


def _day(at: datetime) -> str:
    return _written(timezone.localtime(at).date(), get_language())


# The same few days on every criterion of a page.
@lru_cache(maxsize=1024)
def _written(day: date, language: str | None) -> str:
    return formats.date_format(day, "j F Y")
