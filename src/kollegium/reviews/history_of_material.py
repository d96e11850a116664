"""The history of a case's material in words."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.domain.material import OPEN_STATUSES
from kollegium.reviews.history_told import Told
from kollegium.reviews.material_words import DUTY_NAMES, STATUS_NAMES
from kollegium.reviews.queries.history import LoggedAct, LoggedChange, ReviewHistory
from kollegium.reviews.shown.material import title_of
from kollegium.ui.components.records import Change

MODELS = frozenset({"materialitem", "materialversion", "materialfile", "materialcomment", "materialopening"})


class MaterialTeller:
    """Tells what was asked for, handed in and said, by the title each thing has."""

    def __init__(self, history: ReviewHistory) -> None:
        self._names = history.names
        self._titles: dict[int, str] = {}
        self._item_of_version: dict[int, int] = {}
        self._files: dict[int, Mapping[str, Any]] = {}
        for act in reversed(history.acts):
            for change in act.changes:
                self._learn(change)

    def told(self, act: LoggedAct) -> Iterator[Told]:
        """Give one sentence per change of material in an act; a whole list asked for at once is one sentence."""
        changes = [change for change in act.changes if change.entry.model in MODELS]
        asked = [one for one in changes if one.entry.model == "materialitem" and one.entry.label == "added"]
        if len(asked) > 1:
            words = ngettext(
                "Asked the unit for %(count)s thing.", "Asked the unit for %(count)s things.", len(asked)
            )
            yield Told(words % {"count": len(asked)})
        moved = [one for one in changes if act.action == "reviews.change_case_facts"]
        # What has come in already follows too, silently, for when it is asked for again.
        waiting = sum(one.values["status"] in OPEN_STATUSES for one in moved)
        if waiting:
            words = ngettext(
                "Moved the day of %(count)s thing asked for, as the visit was moved.",
                "Moved the days of %(count)s things asked for, as the visit was moved.",
                waiting,
            )
            yield Told(words % {"count": waiting})
        together = [*moved, *(asked if len(asked) > 1 else ())]
        for change in changes:
            told = None if change in together else self._one(change)
            if told is not None:
                yield told

    def _learn(self, change: LoggedChange) -> None:
        entry, values = change.entry, change.values
        if entry.model == "materialitem":
            self._titles[entry.object_id] = title_of(values["list_key"], values["item_key"], values["title"])
        elif entry.model == "materialversion":
            self._item_of_version[entry.object_id] = values["item_id"]
        elif entry.model == "materialfile":
            self._files[entry.object_id] = values

    def _title(self, item_id: int | None) -> str:
        return self._titles.get(item_id or 0, "–")

    def _one(self, change: LoggedChange) -> Told | None:
        if change.entry.model == "materialitem":
            return self._item(change)
        if change.entry.label != "added":
            return Told(_("Changed what is stored of the material past the pages."))
        values = change.values
        if change.entry.model == "materialversion":
            words = {"title": self._title(values["item_id"]), "number": values["number"]}
            return Told(_("Handed in version %(number)s of “%(title)s”.") % words)
        if change.entry.model == "materialcomment":
            words = {"title": self._title(values["item_id"])}
            return Told(_("Remarked on “%(title)s”.") % words, values["text"])
        if change.entry.model == "materialfile":
            title = self._title(self._item_of_version.get(values["hand_in_id"]))
            words = {"name": values["name"], "title": title}
            return Told(_("Added the file “%(name)s” to “%(title)s”.") % words)
        file = self._files.get(values["file_id"], {})
        return Told(_("Opened the file “%(name)s” for the first time.") % {"name": file.get("name", "–")})

    def _item(self, change: LoggedChange) -> Told | None:
        values = change.values
        words = {"title": self._title(change.entry.object_id)}
        if change.entry.label == "added":
            return Told(_("Asked for “%(title)s”.") % words)
        if change.entry.label == "removed":
            return Told(_("Removed “%(title)s” from the material.") % words)
        fields = {item.field for item in change.entry.changes}
        if "removed_at" in fields and values["removed_at"]:
            return Told(_("Took away “%(title)s”.") % words, values["removal_reason"])
        if "status" in fields:
            return self._status(values["status"], values["status_reason"], words)
        return Told(_("Changed who hands in “%(title)s” or by when.") % words, changes=self._plan(change))

    def _status(self, status: str, reason: str, words: dict[str, Any]) -> Told | None:
        if status == "accepted":
            return Told(_("Accepted “%(title)s”.") % words)
        if status == "not_applicable":
            return Told(_("Said that “%(title)s” is not applicable.") % words, reason)
        if status == "asked_again":
            return Told(_("Asked again for “%(title)s”.") % words, reason)
        # A version that was handed in tells of itself.
        if status == "handed_in":
            return None
        return Told(_("Set “%(title)s” to “%(status)s”.") % {**words, "status": STATUS_NAMES[status]})

    def _plan(self, change: LoggedChange) -> tuple[Change, ...]:
        names = {
            "owner_duty": _("Duty"),
            "owner_id": _("Person"),
            "due_on": _("To be handed in by"),
        }
        return tuple(
            Change(names[item.field], self._value(item.old), self._value(item.new))
            for item in change.entry.changes
            if item.field in names
        )

    def _value(self, value: object) -> str:
        if isinstance(value, date):
            return formats.date_format(value, "j F Y")
        if isinstance(value, int):
            return self._names.get(value) or _("A person who is no longer in the register")
        return str(DUTY_NAMES[str(value)]) if value in DUTY_NAMES else ""
