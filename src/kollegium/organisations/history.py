"""The history of a place in words."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.trail.names import names_of_actors
from kollegium.trail.queries import FieldChange, LogEntry, log_of_ids
from kollegium.ui.components.records import Change, HistoryEntry

FIELD_NAMES: dict[str, str | Promise] = {
    "name": gettext_lazy("name"),
    "name_en": gettext_lazy("English name"),
    "code": gettext_lazy("code"),
    "site": gettext_lazy("site"),
    "hsa_id": gettext_lazy("HSA-id"),
    "kind": gettext_lazy("kind"),
    "is_private": gettext_lazy("private"),
    "organisation_number": gettext_lazy("organisation number"),
    "closed_on": gettext_lazy("last day"),
    "care_provider_id": gettext_lazy("care provider"),
    "region_id": gettext_lazy("region"),
    "parent_id": gettext_lazy("lies under"),
    "merged_into_id": gettext_lazy("merged into"),
}
POINTERS: dict[str, type[Any]] = {"care_provider_id": CareProvider, "region_id": Region}


def history_of(place: Unit | CareProvider | Region | Specialty) -> list[HistoryEntry]:
    """Give the changes of a place in words, newest first."""
    entries = log_of_ids(type(place), [place.pk])
    names = _names(place, entries)
    people = names_of_actors(entry.actor_key for entry in entries)
    return [
        HistoryEntry(entry.at, people[entry.actor_key], _sentence(entry), _changes(entry, names))
        for entry in reversed(entries)
        if entry.label == "added" or _told(entry)
    ]


def _sentence(entry: LogEntry) -> str:
    if entry.label == "added":
        return _("Added")
    return _("Changed")


def _told(entry: LogEntry) -> list[FieldChange]:
    return [change for change in entry.changes if change.field in FIELD_NAMES]


def _changes(entry: LogEntry, names: dict[tuple[str, int], str]) -> tuple[Change, ...]:
    if entry.label == "added":
        return ()
    return tuple(
        Change(
            str(FIELD_NAMES[change.field]),
            _value(change.field, change.old, names),
            _value(change.field, change.new, names),
        )
        for change in _told(entry)
    )


def _value(field: str, value: object, names: dict[tuple[str, int], str]) -> str:
    if value in (None, ""):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int) and field.endswith("_id"):
        return names.get((field, value), f"#{value}")
    return str(value)


def _names(place: object, entries: list[LogEntry]) -> dict[tuple[str, int], str]:
    wanted: dict[str, set[int]] = {}
    for entry in entries:
        for change in entry.changes:
            if change.field.endswith("_id"):
                wanted.setdefault(change.field, set()).update(
                    value for value in (change.old, change.new) if isinstance(value, int)
                )
    names: dict[tuple[str, int], str] = {}
    for field, ids in wanted.items():
        model = POINTERS.get(field, type(place))
        for pk, name in model.objects.filter(pk__in=ids).values_list("pk", "name"):
            names[(field, pk)] = name
    return names
