"""The history of grades and verdicts in words; what one action did to many areas is one line."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kollegium.domain.standard import Standard
from kollegium.reviews.area_words import (
    areas_named,
    criteria_named,
    grades_named,
    letter_in,
    moved_words,
)
from kollegium.reviews.history_told import Told, items_of
from kollegium.reviews.queries.grade_moves import MOVING, grade_move
from kollegium.reviews.queries.history import LoggedChange, ReviewHistory
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import ROUND_NAMES, Words
from kollegium.ui.components.records import Change
from kollegium.ui.components.words import verdict_word

# How a grade came about → the line for one area, and for several.
_ONE: Words = {
    "decided": gettext_lazy("Decided the grade %(new)s of area %(area)s"),
    "decided-otherwise": gettext_lazy(
        "Decided the grade %(new)s of area %(area)s, where %(old)s was proposed"
    ),
    "set": gettext_lazy("Set the grade of area %(area)s to %(new)s (%(round)s)"),
    "moved": gettext_lazy("Changed the grade of area %(area)s from %(old)s to %(new)s (%(round)s)"),
    "stood": gettext_lazy("Let the grade %(new)s of area %(area)s stand (%(round)s)"),
    "removed": gettext_lazy("Removed the grade %(new)s of area %(area)s (%(round)s)"),
}
_SEVERAL: Words = {
    "decided": gettext_lazy("Decided the grades: %(grades)s"),
    "decided-otherwise": gettext_lazy("Decided other grades than those proposed: %(grades)s"),
    "set": gettext_lazy("Set grades (%(round)s): %(grades)s"),
    "moved": gettext_lazy("Changed grades (%(round)s): %(grades)s"),
    "stood": gettext_lazy("Let grades stand (%(round)s): %(grades)s"),
    "removed": gettext_lazy("Removed grades (%(round)s): %(grades)s"),
}


class GradeTeller:
    """Tells of grades and verdicts; knows which grade counted before each was written."""

    def __init__(self, history: ReviewHistory, standard: Standard) -> None:
        self._standard = standard
        self._parts = history.parts
        self._before = _grades_before(history)

    def grade(self, change: LoggedChange) -> Told:
        """Tell of a grade that was set, removed or overwritten."""
        values = change.values
        if change.entry.label == "changed":
            return self._rewritten(change)
        before = self._before.get(change.entry.object_id)
        how = (
            "removed"
            if change.entry.label == "removed"
            else grade_move(_pair(before) if before else None, _pair(values))
        )
        area = values["area_key"]
        words = {
            "area": area,
            "round": str(ROUND_NAMES[values["round"]]).lower(),
            "new": letter_in(self._standard, area, values["outcome"]),
            "old": letter_in(self._standard, area, before["outcome"]) if before else "",
        }
        told = Told(
            f"{_ONE[how] % words}.",
            "" if how == "removed" else values["reason"],
            alike=("grade", how, values["part_id"], values["round"], values["reason"]),
            item=(words["old"] if how in MOVING else "", words["new"], area),
            joined=partial(self._grades, how, words["round"]),
        )
        return self._of_part(told, values["part_id"])

    def _grades(self, how: str, round_name: str, lines: Sequence[Told]) -> Told:
        areas: dict[str, list[str]] = {}
        for old, new, area in sorted(items_of(lines)):
            areas.setdefault(moved_words(old, new) if old else new, []).append(area)
        words = {"round": round_name, "grades": grades_named(areas, self._standard)}
        return replace(lines[0], sentence=f"{_SEVERAL[how] % words}.")

    def _of_part(self, told: Told, part_id: int) -> Told:
        """Name the report that is meant, in a review that has several."""
        parts = {part.key: part.title for part in self._standard.service_parts}
        title = parts.get(self._parts.get(part_id, ""))
        if len(self._parts) < 2 or title is None:
            return told
        return replace(told, changes=(Change(field=_("Report"), after=title(language_now())),))

    def _rewritten(self, change: LoggedChange) -> Told:
        """Tell of a stored grade that was overwritten, which no page does."""
        area = change.values["area_key"]
        for item in change.entry.changes:
            if item.field == "outcome":
                words = {
                    "area": area,
                    "old": letter_in(self._standard, area, item.old),
                    "new": letter_in(self._standard, area, item.new),
                }
                return Told(_("Overwrote the stored grade of area %(area)s: %(old)s became %(new)s.") % words)
        reasons = tuple(
            Change(_("Reason"), str(item.old or ""), str(item.new or ""))
            for item in change.entry.changes
            if item.field == "reason"
        )
        return Told(_("Overwrote the stored grade of area %(area)s.") % {"area": area}, changes=reasons)

    def verdict(self, change: LoggedChange) -> Told:
        """Tell of a verdict on a criterion."""
        values, label = change.values, change.entry.label
        verdict = verdict_word(values["outcome"]).lower()
        words = {"criterion": values["criterion_key"], "verdict": verdict}
        if label == "removed":
            return Told(_("Removed the verdict on %(criterion)s (%(verdict)s).") % words)
        if label == "changed":
            return Told(_("Overwrote the stored verdict on %(criterion)s: now %(verdict)s.") % words)
        return Told(
            _("Judged %(criterion)s: %(verdict)s.") % words,
            values["note"],
            alike=("verdict", verdict, values["part_id"], values["source"], values["note"]),
            item=values["criterion_key"],
            joined=partial(self._verdicts, verdict),
        )

    def _verdicts(self, verdict: str, lines: Sequence[Told]) -> Told:
        words = {"criterion": criteria_named(items_of(lines), self._standard), "verdict": verdict}
        return replace(lines[0], sentence=_("Judged %(criterion)s: %(verdict)s.") % words)

    def asked_about(self, change: LoggedChange) -> Told | None:
        """Tell which areas the unit asked to have reconsidered."""
        if change.entry.label != "added":
            return None
        area = change.values["area_key"]
        return Told(
            _("Asked about the grade of area %(area)s.") % {"area": area},
            alike=("reconsideredarea", change.values["part_id"]),
            item=area,
            joined=self._areas_asked_about,
        )

    def _areas_asked_about(self, lines: Sequence[Told]) -> Told:
        words = {"areas": areas_named(items_of(lines), self._standard)}
        return replace(lines[0], sentence=_("Asked about the grades of %(areas)s.") % words)


def _grades_before(history: ReviewHistory) -> dict[int, dict[str, Any]]:
    """Give a grade's id → the one that its area had before it, in the order they were written."""
    added = (
        change
        for act in history.acts
        for change in act.changes
        if change.entry.model == "grade" and change.entry.label == "added"
    )
    last: dict[tuple[int, str], dict[str, Any]] = {}
    before: dict[int, dict[str, Any]] = {}
    for change in sorted(added, key=lambda one: one.entry.object_id):
        place = (change.values["part_id"], change.values["area_key"])
        if place in last:
            before[change.entry.object_id] = last[place]
        last[place] = change.values
    return before


def _pair(values: dict[str, Any]) -> tuple[str, str]:
    return values["round"], values["outcome"]
