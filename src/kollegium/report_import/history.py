"""The history of an imported file in words: what became of it, and who decided what about which field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kollegium.report_import.drafts import Draft, read_value
from kollegium.report_import.labels import field_label, value_text
from kollegium.report_import.models import ProposalState
from kollegium.report_import.queries.history import PLACES, names_of_chosen
from kollegium.trail.names import names_of_actors
from kollegium.trail.queries import LogEntry
from kollegium.ui.components.records import Change, HistoryEntry

# Worded as what somebody did: "Disa Förste · Confirmed the import."
STATE_SENTENCES: dict[str, str | Promise] = {
    ProposalState.WAITING: gettext_lazy("Began again with the file."),
    ProposalState.PROPOSED: gettext_lazy("Laid the file out to be gone through."),
    ProposalState.REFUSED: gettext_lazy("Could not read the file."),
    ProposalState.DUPLICATE: gettext_lazy("Found the file to be here already."),
    ProposalState.CONFIRMED: gettext_lazy("Confirmed the import."),
    ProposalState.TAKEN_BACK: gettext_lazy("Took the import back."),
    ProposalState.DISCARDED: gettext_lazy("Gave the file up."),
}


@dataclass(slots=True)
class _Act:
    """Everything one action changed at once. Sentences are told once each, in order."""

    at: datetime
    actor_key: str | None
    sentences: dict[str, None] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)


def history_of(entries: Sequence[LogEntry], draft: Draft | None) -> list[HistoryEntry]:
    """Give what happened to a file, newest first; `entries` stand oldest first.

    `draft` gives what the reader had read, which is what a first decision changed; None before it is read.
    """
    people = names_of_actors(entry.actor_key for entry in entries)
    writer = _Writer(draft, names_of_chosen(_chosen(entries)))
    acts: dict[tuple[datetime, str | None, str | None], _Act] = {}
    for entry in entries:
        key = (entry.at, entry.actor_key, entry.action)
        writer.tell(entry, acts.setdefault(key, _Act(entry.at, entry.actor_key)))
    return [
        HistoryEntry(act.at, people[act.actor_key], " ".join(act.sentences), tuple(act.changes))
        for act in reversed(acts.values())
        if act.sentences
    ]


class _Writer:
    """Turns the changes of one file into sentences; knows each row as it stood before."""

    def __init__(self, draft: Draft | None, names: Mapping[tuple[str, int], str]) -> None:
        self.draft = draft
        self.names = names
        self._rows: dict[tuple[str, int], dict[str, Any]] = {}

    def tell(self, entry: LogEntry, act: _Act) -> None:
        """Add what a changed row says to its act."""
        row = self._rows.setdefault((entry.model, entry.object_id), {})
        before = dict(row)
        row.update({change.field: change.new for change in entry.changes})
        if entry.model == "importproposal":
            self._file(before, row, act)
        elif entry.model == "proposalreading" and entry.label == "added":
            words = {"version": row["reader_version"]}
            act.sentences[_("Read the file with the reader of version %(version)s.") % words] = None
        elif entry.model == "fielddecision" and entry.label != "removed":
            self._decision(before, row, act)
        elif entry.model == "doubtanswer":
            answered = entry.label != "removed"
            sentence = _("Answered a doubt.") if answered else _("Took the answer to a doubt back.")
            act.sentences[sentence] = None

    def _file(self, before: Mapping[str, Any], row: Mapping[str, Any], act: _Act) -> None:
        if not before:
            act.sentences[_("Brought the file in.")] = None
            if row["state"] == ProposalState.WAITING:
                return
        if row["state"] != before.get("state"):
            act.sentences[str(STATE_SENTENCES[row["state"]])] = None
        if row["taken_back_reason"] != before.get("taken_back_reason", ""):
            act.changes.append(
                Change(_("Reason"), before.get("taken_back_reason", ""), row["taken_back_reason"])
            )

    def _decision(self, before: Mapping[str, Any], row: Mapping[str, Any], act: _Act) -> None:
        path = row["path"]
        if before:
            old = before["value"]
        else:
            old = read_value(self.draft.reading, path, self.draft.standard) if self.draft else None
        act.sentences[_("Decided what stands in the fields.")] = None
        act.changes.append(Change(field_label(path), self._text(path, old), self._text(path, row["value"])))

    def _text(self, path: str, value: Any) -> str:
        if path in PLACES and isinstance(value, int):
            return self.names.get((path, value), f"#{value}")
        return value_text(path, value, self.draft.standard if self.draft else None)


def _chosen(entries: Sequence[LogEntry]) -> set[tuple[str, int]]:
    """Give the ids of units and specialties among the decided values, by field path."""
    return {
        (path, change.new)
        for entry in entries
        if entry.model == "fielddecision"
        for change in entry.changes
        if change.field == "value" and isinstance(change.new, int)
        for path in PLACES
    }
