"""What happened to the schedule of a visit, in words: one entry for each slot, or for all that one act wrote."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from kollegium.accounts.queries import names_of_people
from kollegium.planning.models import SlotReviewer, VisitSlot
from kollegium.planning.schedule_words import SLOT_NAMES, slot_in_words
from kollegium.trail.names import names_of_actors
from kollegium.trail.queries import FieldChange, LogEntry, ids_ever, log_of_ids
from kollegium.ui.components.records import Change, HistoryEntry

FIELDS: Mapping[str, str | Promise] = {
    "kind": pgettext_lazy("slot of a visit", "what"),
    "day": pgettext_lazy("slot of a visit", "day"),
    "starts": pgettext_lazy("slot of a visit", "begins"),
    "ends": pgettext_lazy("slot of a visit", "ends"),
    "place": pgettext_lazy("slot of a visit", "place"),
    "with_whom": pgettext_lazy("slot of a visit", "with whom"),
}
SLOT_NAMED_BY = ("kind", "day", "starts", "ends")
PROPOSED, MOVED = "planning.propose_schedule", "planning.move_schedule"


@dataclass
class _Act:
    """What one action did: the changed slots, how each stood afterwards, and the reviewers that came and went."""

    at: datetime
    actor_key: str | None
    action: str | None
    slots: dict[int, LogEntry] = field(default_factory=dict)
    stood: dict[int, dict[str, Any]] = field(default_factory=dict)
    reviewers: dict[int, list[tuple[str, int]]] = field(default_factory=dict)


def history_of_schedule(review_id: int) -> list[HistoryEntry]:
    """Give what happened to the schedule of a case, newest first; at most six queries.

    Who asked for a private talk stands in no log, and so not here.
    """
    slot_ids = ids_ever(VisitSlot, review=review_id)
    acts = _acts(log_of_ids(VisitSlot, slot_ids), _reviewers(slot_ids))
    actors = names_of_actors(act.actor_key for act in acts)
    people = names_of_people(
        {person for act in acts for ones in act.reviewers.values() for _label, person in ones}
    )
    return [
        HistoryEntry(act.at, actors[act.actor_key], sentence, tuple(changes))
        for act in sorted(acts, key=lambda one: one.at, reverse=True)
        for sentence, changes in _told(act, people)
    ]


def _reviewers(slot_ids: list[int]) -> list[tuple[LogEntry, int, int]]:
    """Give who came into and went out of slots. Shape: entry, slot id, person id."""
    found, stood = [], {}
    for entry in log_of_ids(SlotReviewer, ids_ever(SlotReviewer, slot__in=slot_ids)):
        values = stood.setdefault(entry.object_id, {})
        values.update({change.field: change.new for change in entry.changes})
        found.append((entry, values["slot_id"], values["person_id"]))
    return found


def _acts(slots: Iterable[LogEntry], reviewers: Iterable[tuple[LogEntry, int, int]]) -> list[_Act]:
    acts: dict[tuple[datetime, str | None, str | None], _Act] = {}
    stood: dict[int, dict[str, Any]] = {}

    def act_of(entry: LogEntry) -> _Act:
        key = (entry.at, entry.actor_key, entry.action)
        return acts.setdefault(key, _Act(*key))

    for entry in slots:
        now = {**stood.get(entry.object_id, {}), **{change.field: change.new for change in entry.changes}}
        act, stood[entry.object_id] = act_of(entry), now
        act.slots[entry.object_id], act.stood[entry.object_id] = entry, now
    for entry, slot_id, person_id in reviewers:
        act = act_of(entry)
        act.reviewers.setdefault(slot_id, []).append((entry.label, person_id))
        act.stood.setdefault(slot_id, stood.get(slot_id, {}))
    # The later first: of two acts in one instant the sorting keeps this order.
    return list(acts.values())[::-1]


def _told(act: _Act, people: Mapping[int, str]) -> Iterator[tuple[str, list[Change]]]:
    count = len(act.slots)
    if act.action == PROPOSED:
        told = ngettext(
            "Laid out a usual schedule, %(count)s slot.",
            "Laid out a usual schedule, %(count)s slots.",
            count,
        )
        yield told % {"count": count}, []
        return
    if act.action == MOVED:
        told = ngettext(
            "Moved %(count)s slot to the new days of the visit.",
            "Moved %(count)s slots to the new days of the visit.",
            count,
        )
        yield told % {"count": count}, []
        return
    for slot_id, values in act.stood.items():
        entry = act.slots.get(slot_id)
        changes = [] if entry is None else _changes(entry)
        changes += _who(act.reviewers.get(slot_id, ()), people)
        sentence = _sentence(entry, changes)
        if sentence:
            yield sentence % {"slot": slot_in_words(*(values[name] for name in SLOT_NAMED_BY))}, changes


def _sentence(entry: LogEntry | None, changes: list[Change]) -> str:
    if entry is not None and entry.label == "added":
        return _("Added the slot %(slot)s.")
    if entry is not None and entry.label == "removed":
        return _("Removed the slot %(slot)s past the pages.")
    away = next((one for one in entry.changes if one.field == "removed_at"), None) if entry else None
    if away is not None:
        return _("Took the slot %(slot)s away.") if away.new else _("Put the slot %(slot)s back.")
    return _("Changed the slot %(slot)s.") if changes else ""


def _changes(entry: LogEntry) -> list[Change]:
    """Give what became of each column; of a new slot only what its name does not say."""
    is_new = entry.label == "added"
    return [
        Change(str(FIELDS[one.field]), "" if is_new else _value(one, one.old), _value(one, one.new))
        for one in entry.changes
        if one.field in FIELDS
        and (one.field in ("place", "with_whom") or not is_new)
        and (one.old or one.new)
    ]


def _who(ones: Iterable[tuple[str, int]], people: Mapping[int, str]) -> Iterator[Change]:
    for label, person in ones:
        name = people.get(person, _("A person who has been erased"))
        is_in = label != "removed"
        yield Change(_("reviewer"), "" if is_in else name, name if is_in else "")


def _value(change: FieldChange, value: object) -> str:
    if change.field == "kind":
        return str(SLOT_NAMES.get(str(value), value))
    if isinstance(value, date):
        return formats.date_format(value, "j F Y")
    return f"{value:%H:%M}" if isinstance(value, time) else str(value or "")
