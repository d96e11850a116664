"""The history of a person in words: who they are, how they log in, what they are where."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kollegium.accounts.queries import names_of_holders, names_of_people
from kollegium.accounts.wording import (
    ABSENCE_REASON_NAMES,
    END_REASON_NAMES,
    MERGE_REASON_NAMES,
    ROLE_NAMES,
    period_words,
)
from kollegium.domain.roles import Role
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.trail.names import names_of_actors
from kollegium.trail.queries import FieldChange, LogEntry
from kollegium.ui.components.records import Change, HistoryEntry

FIELD_NAMES: dict[str, str | Promise] = {
    "name": gettext_lazy("name"),
    "email": gettext_lazy("e-mail"),
    "hsa_id": gettext_lazy("HSA-id"),
    "new_email": gettext_lazy("address that waits"),
    "language": gettext_lazy("language"),
    "role": gettext_lazy("role"),
    "valid_from": gettext_lazy("first day"),
    "valid_until": gettext_lazy("last day"),
    "end_reason": gettext_lazy("reason"),
    "reason": gettext_lazy("reason"),
}
PLACES: dict[str, type[Any]] = {
    "unit_id": Unit,
    "care_provider_id": CareProvider,
    "region_id": Region,
    "specialty_id": Specialty,
}
PlaceNames = Mapping[tuple[str, int], str]


def history_of(entries: Sequence[LogEntry]) -> list[HistoryEntry]:
    """Give a person's changes in words, newest first; `entries` stand oldest first."""
    people = names_of_actors(entry.actor_key for entry in entries)
    places = _place_names(entries)
    told = []
    values: dict[tuple[str, int], dict[str, Any]] = {}
    for entry in entries:
        known = values.setdefault((entry.model, entry.object_id), {})
        is_first = not known
        known.update({change.field: change.new for change in entry.changes})
        changes = () if is_first else _changes(entry)
        sentence = _sentence(entry, known, places)
        if sentence or changes:
            told.append(HistoryEntry(entry.at, people[entry.actor_key], sentence or _("Changed"), changes))
    return told[::-1]


def _sentence(entry: LogEntry, values: Mapping[str, Any], places: PlaceNames) -> str:
    """Give what happened, or nothing when the changed fields say it all."""
    if entry.model == "assignment":
        return _of_assignment(entry, values, places)
    if entry.model == "deputyship":
        return _of_deputyship(entry, values, places)
    if entry.model == "account":
        return _of_account(entry)
    if entry.model == "personmerge":
        return _of_merge(entry, values, places)
    if entry.label == "removed":
        return _("Removed the person.")
    return _("Added the person.") if entry.label == "added" else ""


def _of_account(entry: LogEntry) -> str:
    if entry.label == "added":
        return _("Opened a log-in.")
    if entry.label == "removed":
        return _("Removed a log-in.")
    new = {change.field: change.new for change in entry.changes}
    if "second_factor_since" in new:
        return _("Set up a second step.") if new["second_factor_since"] else _("Removed the second step.")
    activity = new.get("is_active")
    if activity is None:
        return ""
    return _("Opened a log-in again.") if activity else _("Closed a log-in.")


def _of_assignment(entry: LogEntry, values: Mapping[str, Any], places: PlaceNames) -> str:
    words = {"role": _role(values["role"]), "place": _place(values, places)}
    if entry.action == "accounts.accept_invitation":
        return _("Accepted an invitation to the role %(role)s, %(place)s.") % words
    is_end = any(change.field == "valid_until" for change in entry.changes)
    if entry.action == "accounts.merge_people" and not is_end:
        return _("The role %(role)s, %(place)s, came along from the merged row.") % words
    if entry.action == "accounts.undo_merge" and not is_end:
        return _("The role %(role)s, %(place)s, went back when the merge was undone.") % words
    if entry.label == "added":
        return _("Gave the role %(role)s, %(place)s.") % words
    if entry.label == "removed":
        return _("Took the role %(role)s, %(place)s, away.") % words
    if entry.action in ("accounts.end_role", "accounts.merge_people"):
        return _("Ended the role %(role)s, %(place)s.") % words
    return _("Changed the role %(role)s, %(place)s.") % words


def _of_merge(entry: LogEntry, values: Mapping[str, Any], places: PlaceNames) -> str:
    words = {
        "name": places.get(("person_id", values["person_id"]), _("somebody")),
        "into": places.get(("into_id", values["into_id"]), _("somebody")),
        "reason": str(MERGE_REASON_NAMES.get(values["reason"], values["reason"])),
    }
    if values.get("undone_at"):
        return _("Took %(name)s and %(into)s apart again: they are two people.") % words
    return _("Merged the row of %(name)s into that of %(into)s: one person. %(reason)s.") % words


def _of_deputyship(entry: LogEntry, values: Mapping[str, Any], places: PlaceNames) -> str:
    words = {
        "name": places.get(("holder", values["assignment_id"]), _("somebody")),
        "deputy": places.get(("deputy_id", values.get("deputy_id") or 0), _("nobody")),
        "days": str(period_words(values["valid_from"], values.get("valid_until"))),
    }
    if entry.label == "removed":
        return _("Took away that %(deputy)s stands in for %(name)s, %(days)s.") % words
    if entry.action == "accounts.end_deputyship":
        return _("Ended that %(deputy)s stands in for %(name)s: %(days)s.") % words
    if values.get("is_standing"):
        return _("%(deputy)s became standing deputy for %(name)s, %(days)s.") % words
    return _("%(name)s is away, %(days)s; %(deputy)s stands in.") % words


def _place(values: Mapping[str, Any], places: PlaceNames) -> str:
    held = next(((field, values[field]) for field in PLACES if values.get(field)), None)
    if held is None:
        return _("the whole country")
    return places.get(held, pgettext("a place known only by number", "number %s") % held[1])


def _changes(entry: LogEntry) -> tuple[Change, ...]:
    if entry.label == "removed":
        return ()
    return tuple(
        Change(str(FIELD_NAMES[change.field]), _value(change, change.old), _value(change, change.new))
        for change in entry.changes
        if change.field in FIELD_NAMES
    )


def _value(change: FieldChange, value: Any) -> str:
    if value in (None, ""):
        return ""
    if isinstance(value, date):
        return formats.date_format(value, "j F Y")
    if change.field == "language":
        return dict(settings.LANGUAGES).get(value, value)
    if change.field == "reason":
        return str(ABSENCE_REASON_NAMES.get(value, value))
    if change.field == "end_reason":
        return str(END_REASON_NAMES.get(value, value))
    return _role(value) if change.field == "role" else str(value)


def _role(key: str) -> str:
    return str(ROLE_NAMES[Role(key)]) if key in set(Role) else key


def _place_names(entries: Sequence[LogEntry]) -> dict[tuple[str, int], str]:
    wanted: dict[str, set[int]] = {}
    for entry in entries:
        for change in entry.changes:
            if change.field in PLACES and change.new:
                wanted.setdefault(change.field, set()).add(change.new)
    found = {
        (field, pk): name
        for field, ids in wanted.items()
        for pk, name in PLACES[field].objects.filter(pk__in=ids).values_list("pk", "name")
    }
    return found | _names_around_deputies(entries)


def _names_around_deputies(entries: Sequence[LogEntry]) -> dict[tuple[str, int], str]:
    """Give the names of deputies by their id, and of those they stand in for by the role's."""
    told = [change for entry in entries if entry.model == "deputyship" for change in entry.changes]
    deputies = {change.new for change in told if change.field == "deputy_id" and change.new}
    roles = {change.new for change in told if change.field == "assignment_id" and change.new}
    names = {("deputy_id", pk): name for pk, name in names_of_people(deputies).items()}
    merged = {
        (change.field, change.new)
        for entry in entries
        if entry.model == "personmerge"
        for change in entry.changes
        if change.field in ("person_id", "into_id") and change.new
    }
    known = names_of_people({pk for _field, pk in merged}) if merged else {}
    names |= {key: known[key[1]] for key in merged if key[1] in known}
    return names | {("holder", pk): name for pk, name in names_of_holders(roles).items()}
