"""The history of a review in words: "… changed the grade of area D from D to C: action plan accepted"."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from kollegium.domain.standard import Outcome, Standard
from kollegium.reviews.case_words import DUTY_NAMES
from kollegium.reviews.history_of_fact_check import (
    calibration_told,
    export_told,
    fact_check_told,
    feedback_told,
    remark_told,
)
from kollegium.reviews.history_of_material import MaterialTeller
from kollegium.reviews.history_of_reconsideration import (
    correction_told,
    reconsideration_told,
    reconsidered_area_told,
)
from kollegium.reviews.queries.history import LoggedAct, LoggedChange, ReviewHistory
from kollegium.reviews.wording import (
    ACTION_STATE_NAMES,
    KIND_NAMES,
    ROUND_NAMES,
    STATE_NAMES,
    Words,
    actor_name,
)
from kollegium.ui.components.records import Change, HistoryEntry
from kollegium.ui.components.words import outcome_word, verdict_word

FACT_NAMES: Words = {
    "kind": gettext_lazy("Kind of review"),
    "state": gettext_lazy("State"),
    "case_number": gettext_lazy("Case number"),
    "visit_from": gettext_lazy("First day of the visit"),
    "visit_to": gettext_lazy("Last day of the visit"),
    "visit_text": gettext_lazy("Visit as written"),
    "report_date": gettext_lazy("Report date"),
    "report_date_text": gettext_lazy("Report date as written"),
    "specialty_id": gettext_lazy("Specialty"),
    "unit_id": gettext_lazy("Unit"),
    "care_provider_id": gettext_lazy("Care provider"),
    "taken_back_reason": gettext_lazy("Reason for taking back"),
    "standard_key": gettext_lazy("Standard"),
}
PLAN_NAMES: Words = {
    "action": gettext_lazy("Planned action"),
    "due_text": gettext_lazy("To be done by, as written"),
    "due_on": gettext_lazy("To be done by"),
    "responsible": gettext_lazy("Responsible"),
    "follow_up_text": gettext_lazy("Follow-up date, as written"),
    "follow_up_on": gettext_lazy("Follow-up date"),
    "follow_up_responsible": gettext_lazy("Responsible for follow-up"),
    "state": gettext_lazy("State"),
    "criterion_key": gettext_lazy("Criterion"),
    "area_key": gettext_lazy("Area"),
}
RECORDING_ACTIONS = ("reviews.record_review",)
OPENING_ACTION = "reviews.open_case"


def history_entries(
    history: ReviewHistory, standard: Standard, names: Mapping[tuple[str, int], str]
) -> list[HistoryEntry]:
    """Give every act in words, newest first. Shape: `names` is (column, id) → name of a place or specialty."""
    earlier = _EarlierGrades(history, standard)
    teller = _Teller(standard, names, earlier)
    teller.people = history.names
    teller.material = MaterialTeller(history)
    return [
        HistoryEntry(
            at=act.at,
            who=actor_name(act.actor_key, history.names),
            sentence=sentence,
            changes=tuple(changes),
        )
        for act in history.acts
        for sentence, changes in teller.told(act)
    ]


class _EarlierGrades:
    """Knows which outcome counted before a grade row was written."""

    def __init__(self, history: ReviewHistory, standard: Standard) -> None:
        self._before: dict[int, str | None] = {}
        last: dict[tuple[int, str], str] = {}
        for act in reversed(history.acts):
            for change in act.changes:
                if change.entry.model == "grade" and change.entry.label == "added":
                    place = (change.values["part_id"], change.values["area_key"])
                    self._before[change.entry.object_id] = last.get(place)
                    last[place] = change.values["outcome"]

    def before(self, change: LoggedChange) -> str | None:
        """Give the outcome that counted before this row, or None for the first."""
        return self._before.get(change.entry.object_id)


Told = tuple[str, list[Change]]


class _Teller:
    """Tells acts in the language of the page."""

    def __init__(
        self, standard: Standard, names: Mapping[tuple[str, int], str], earlier: _EarlierGrades
    ) -> None:
        self.standard = standard
        self.names = names
        self.earlier = earlier
        self.people: Mapping[int, str] = {}
        self.material: MaterialTeller | None = None
        self.is_a_move = False
        self.by_model: dict[str, Callable[[LoggedChange], Told | None]] = {
            "review": self._review,
            "grade": self._grade,
            "verdict": self._verdict,
            "actionplanitem": self._plan_item,
            "actionprogress": self._progress,
            "summarypoint": self._summary_point,
            "areatext": self._area_text,
            "reviewername": self._reviewer,
            "publication": self._publication,
            "teammember": self._member,
            "casemove": self._move,
            "factcheck": fact_check_told,
            "remark": remark_told,
            "calibrationcomment": calibration_told,
            "caseexport": export_told,
            "correction": correction_told,
            "reconsideration": reconsideration_told,
            "reconsideredarea": reconsidered_area_told,
            "reviewfeedback": feedback_told,
        }

    def told(self, act: LoggedAct) -> Iterator[Told]:
        """Give one sentence per change of an act; a whole review written at once is one sentence."""
        if act.action == OPENING_ACTION:
            yield _("Opened the case."), []
            return
        if act.action in RECORDING_ACTIONS or self._made_the_review(act):
            yield self._recorded(act), []
            return
        # A step tells of the state itself, with its reason.
        self.is_a_move = any(change.entry.model == "casemove" for change in act.changes)
        for change in act.changes:
            tell = self.by_model.get(change.entry.model)
            told = tell(change) if tell else None
            if told is not None:
                yield told
        if self.material is not None:
            yield from self.material.told(act)

    def _made_the_review(self, act: LoggedAct) -> bool:
        return any(change.entry.model == "review" and change.entry.label == "added" for change in act.changes)

    def _recorded(self, act: LoggedAct) -> str:
        counts = {
            model: sum(change.entry.model == model for change in act.changes) for model in self.by_model
        }
        grades = ngettext("%(count)s grade", "%(count)s grades", counts["grade"]) % {"count": counts["grade"]}
        verdicts = ngettext("%(count)s verdict", "%(count)s verdicts", counts["verdict"]) % {
            "count": counts["verdict"]
        }
        actions = ngettext(
            "%(count)s planned action", "%(count)s planned actions", counts["actionplanitem"]
        ) % {"count": counts["actionplanitem"]}
        parts = {"grades": grades, "verdicts": verdicts, "actions": actions}
        return _("Recorded the review with %(grades)s, %(verdicts)s and %(actions)s.") % parts

    def _review(self, change: LoggedChange) -> Told | None:
        if change.entry.label == "removed":
            return _("Removed the review."), []
        changes = self._changes(change, FACT_NAMES)
        if not changes or self.is_a_move:
            return None
        if change.values.get("state") == "taken_back" and any(
            item.field == "state" for item in change.entry.changes
        ):
            reason = change.values["taken_back_reason"]
            return _("Took back the import: %(reason)s") % {"reason": reason}, []
        return _("Corrected the facts of the review."), changes

    def _grade(self, change: LoggedChange) -> Told | None:
        values = change.values
        area = values["area_key"]
        words = {
            "area": area,
            "round": str(ROUND_NAMES[values["round"]]).lower(),
            "new": self._letter(area, values),
        }
        if change.entry.label == "removed":
            return _("Removed the grade %(new)s of area %(area)s (%(round)s).") % words, []
        if change.entry.label == "changed":
            return self._rewritten(change, words)
        before = self.earlier.before(change)
        words["old"] = self._letter(area, {"outcome": before}) if before else ""
        words["reason"] = values["reason"]
        return self._graded(words, has_before=bool(before), moved=before != values["outcome"]), []

    def _graded(self, words: dict[str, str], *, has_before: bool, moved: bool) -> str:
        if not has_before:
            sentence = _("Set the grade of area %(area)s to %(new)s (%(round)s)")
        elif moved:
            sentence = _("Changed the grade of area %(area)s from %(old)s to %(new)s (%(round)s)")
        else:
            sentence = _("Let the grade %(new)s of area %(area)s stand (%(round)s)")
        told = sentence % words
        return f"{told}: {words['reason']}" if words["reason"] else f"{told}."

    def _rewritten(self, change: LoggedChange, words: dict[str, str]) -> Told | None:
        """Tell of a stored grade that was overwritten, which no page does."""
        for item in change.entry.changes:
            if item.field == "outcome":
                words["old"] = self._letter(words["area"], {"outcome": item.old})
                return _("Overwrote the stored grade of area %(area)s: %(old)s became %(new)s.") % words, []
        return _("Overwrote the stored grade of area %(area)s.") % words, self._changes(
            change, {"reason": _("Reason")}
        )

    def _letter(self, area_key: str, values: Mapping[str, Any]) -> str:
        outcome = Outcome(values["outcome"])
        area = next((area for area in self.standard.areas if area.key == area_key), None)
        return (area.scale.letter_of(outcome) if area else None) or outcome_word(outcome)

    def _verdict(self, change: LoggedChange) -> Told | None:
        values = change.values
        words = {"criterion": values["criterion_key"], "verdict": verdict_word(values["outcome"]).lower()}
        if change.entry.label == "removed":
            return _("Removed the verdict on %(criterion)s (%(verdict)s).") % words, []
        if change.entry.label == "changed":
            return _("Overwrote the stored verdict on %(criterion)s: now %(verdict)s.") % words, []
        told = _("Judged %(criterion)s: %(verdict)s") % words
        return (f"{told}. {values['note']}" if values["note"] else f"{told}."), []

    def _plan_item(self, change: LoggedChange) -> Told | None:
        words = {"criterion": change.values["criterion_key"] or change.values["area_key"] or "–"}
        if change.entry.label == "added":
            return _("Added an action for %(criterion)s.") % words, []
        if change.entry.label == "removed":
            return _("Removed the action for %(criterion)s.") % words, []
        changes = self._changes(change, PLAN_NAMES)
        return (_("Changed the action for %(criterion)s.") % words, changes) if changes else None

    def _progress(self, change: LoggedChange) -> Told | None:
        words = {
            "state": str(ACTION_STATE_NAMES[change.values["state"]]).lower(),
            "note": change.values["note"],
        }
        if change.entry.label != "added":
            return _("Changed what was reported about an action."), []
        return _("Reported about an action, %(state)s: %(note)s") % words, []

    def _summary_point(self, change: LoggedChange) -> Told | None:
        text = Change(field=_("Point"), before=self._old(change, "text"), after=self._new(change, "text"))
        return self._by_label(
            change,
            _("Added a point to the summary."),
            _("Changed a point of the summary."),
            _("Removed a point of the summary."),
        ), [text]

    def _area_text(self, change: LoggedChange) -> Told | None:
        words = {"area": change.values["area_key"]}
        text = Change(
            field=_("Text"), before=self._old(change, "narrative"), after=self._new(change, "narrative")
        )
        return self._by_label(
            change,
            _("Added the text of area %(area)s.") % words,
            _("Changed the text of area %(area)s.") % words,
            _("Removed the text of area %(area)s.") % words,
        ), [text]

    def _reviewer(self, change: LoggedChange) -> Told | None:
        name = Change(field=_("Reviewer"), before=self._old(change, "name"), after=self._new(change, "name"))
        return self._by_label(
            change, _("Added a reviewer."), _("Changed a reviewer."), _("Removed a reviewer.")
        ), [name]

    def _member(self, change: LoggedChange) -> Told | None:
        values = change.values
        gone = str(_("A person who is no longer in the register"))
        words = {
            "name": self.people.get(values["person_id"]) or gone,
            "duty": str(DUTY_NAMES[values["duty"]]).lower(),
            "reason": values.get("release_reason") or values.get("explanation"),
        }
        if change.entry.label == "changed" and values.get("released_at"):
            return _("Released %(name)s from the team: %(reason)s") % words, []
        told = self._by_label(
            change,
            _("Took %(name)s into the team (%(duty)s)"),
            _("Changed what is said of %(name)s in the team"),
            _("Removed %(name)s from the team"),
        )
        has_reason = words["reason"] and change.entry.label == "added"
        return told % words + (f": {words['reason']}" if has_reason else "."), []

    def _move(self, change: LoggedChange) -> Told | None:
        if change.entry.label != "added":
            return _("Changed what is said of a step of the case."), []
        values = change.values
        words = {"state": str(STATE_NAMES[values["to_state"]]).lower(), "reason": values["reason"]}
        if values["reason"]:
            return _("Moved the case to “%(state)s”: %(reason)s") % words, []
        return _("Moved the case to “%(state)s”.") % words, []

    def _publication(self, change: LoggedChange) -> Told | None:
        if change.entry.label == "added":
            return _("Published the review."), []
        if change.values["withdrawn_at"]:
            return _("Withdrew the publication: %(reason)s") % {
                "reason": change.values["withdrawal_reason"]
            }, []
        return _("Changed what was published."), []

    def _by_label(self, change: LoggedChange, added: str, changed: str, removed: str) -> str:
        return {"added": added, "changed": changed, "removed": removed}[change.entry.label]

    def _old(self, change: LoggedChange, field: str) -> str:
        if change.entry.label == "removed":
            return str(change.values[field])
        return str(next((item.old for item in change.entry.changes if item.field == field), "") or "")

    def _new(self, change: LoggedChange, field: str) -> str:
        return "" if change.entry.label == "removed" else str(change.values[field])

    def _changes(self, change: LoggedChange, fields: Words) -> list[Change]:
        return [
            Change(
                str(fields[item.field]), self._value(item.field, item.old), self._value(item.field, item.new)
            )
            for item in change.entry.changes
            if item.field in fields
        ]

    def _value(self, field: str, value: object) -> str:
        if value in (None, ""):
            return ""
        if isinstance(value, date):
            return formats.date_format(value, "j F Y")
        if field.endswith("_id") and isinstance(value, int):
            return self.names.get(
                (field, value), pgettext("a place known only by number", "number %s") % value
            )
        for known in (KIND_NAMES, STATE_NAMES, ACTION_STATE_NAMES) if field in ("kind", "state") else ():
            if value in known:
                return str(known[str(value)])
        return str(value)
