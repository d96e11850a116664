"""The history of a review in words: "… changed the grade of area D from D to C: action plan accepted"."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from itertools import groupby

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from kollegium.domain.standard import Standard
from kollegium.reviews.actions.publish import REPLACED
from kollegium.reviews.area_words import areas_named, criteria_named, named_together
from kollegium.reviews.case_words import DUTY_NAMES
from kollegium.reviews.history_of_fact_check import (
    calibration_told,
    export_told,
    fact_check_told,
    feedback_told,
    remark_told,
)
from kollegium.reviews.history_of_grades import GradeTeller
from kollegium.reviews.history_of_material import MaterialTeller
from kollegium.reviews.history_of_reconsideration import correction_told, reconsideration_told
from kollegium.reviews.history_told import Told, all_changes, folded, items_of
from kollegium.reviews.queries.history import LoggedAct, LoggedChange, ReviewHistory
from kollegium.reviews.wording import (
    ACTION_STATE_NAMES,
    KIND_NAMES,
    STATE_NAMES,
    Words,
    actor_name,
)
from kollegium.ui.components.records import Change, HistoryEntry

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
    """Give every act in words, newest first. Shape: `names` is (column, id) → name of a place or specialty.

    What one action did alike to several things, eight grades or two reviewers, is told in one line.
    """
    teller = _Teller(history, standard, names)
    return [
        HistoryEntry(
            at=at,
            who=actor_name(actor_key, history.names),
            sentence=told.sentence,
            words=told.words,
            changes=told.changes,
        )
        for (at, actor_key, _action), acts in groupby(history.acts, key=_when_and_who)
        for told in folded(told for act in acts for told in teller.told(act))
    ]


def _when_and_who(act: LoggedAct) -> tuple[datetime, str | None, str | None]:
    return (act.at, act.actor_key, act.action)


class _Teller:
    """Tells acts in the language of the page."""

    def __init__(
        self, history: ReviewHistory, standard: Standard, names: Mapping[tuple[str, int], str]
    ) -> None:
        self.standard = standard
        self.names = names
        self.people = history.names
        self.material = MaterialTeller(history)
        self.is_a_move = False
        grades = GradeTeller(history, standard)
        self.by_model: dict[str, Callable[[LoggedChange], Told | None]] = {
            "review": self._review,
            "grade": grades.grade,
            "verdict": grades.verdict,
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
            "reconsideredarea": grades.asked_about,
            "reviewfeedback": feedback_told,
        }

    def told(self, act: LoggedAct) -> Iterator[Told]:
        """Give one sentence per change of an act; a whole review written at once is one sentence."""
        if act.action == OPENING_ACTION:
            yield Told(_("Opened the case."))
            return
        if act.action in RECORDING_ACTIONS or self._made_the_review(act):
            yield Told(self._recorded(act))
            return
        # A step tells of the state itself, with its reason.
        self.is_a_move = any(change.entry.model == "casemove" for change in act.changes)
        for change in act.changes:
            tell = self.by_model.get(change.entry.model)
            told = tell(change) if tell else None
            if told is not None:
                yield told
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
            return Told(_("Removed the review."))
        changes = self._changes(change, FACT_NAMES)
        if not changes or self.is_a_move:
            return None
        if change.values.get("state") == "taken_back" and any(
            item.field == "state" for item in change.entry.changes
        ):
            return Told(_("Took back the import."), change.values["taken_back_reason"])
        return Told(_("Corrected the facts of the review."), changes=changes)

    def _plan_item(self, change: LoggedChange) -> Told | None:
        key = change.values["criterion_key"] or change.values["area_key"] or "–"
        words, label = {"criterion": key}, change.entry.label
        if label == "changed":
            changes = self._changes(change, PLAN_NAMES)
            return (
                Told(_("Changed the action for %(criterion)s.") % words, changes=changes) if changes else None
            )
        one, several = {
            "added": (_("Added an action for %(criterion)s."), _("Added actions for %(criterion)s.")),
            "removed": (
                _("Removed the action for %(criterion)s."),
                _("Removed the actions for %(criterion)s."),
            ),
        }[label]
        joined = partial(self._joined, several)
        return Told(one % words, alike=("actionplanitem", label), item=key, joined=joined)

    def _joined(self, several: str, lines: Sequence[Told]) -> Told:
        """Tell what befell several criteria in one line."""
        words = {"criterion": criteria_named(items_of(lines), self.standard)}
        return Told(several % words, changes=all_changes(lines))

    def _progress(self, change: LoggedChange) -> Told:
        if change.entry.label != "added":
            return Told(_("Changed what was reported about an action."))
        words = {"state": str(ACTION_STATE_NAMES[change.values["state"]]).lower()}
        return Told(_("Reported about an action: %(state)s.") % words, change.values["note"])

    def _summary_point(self, change: LoggedChange) -> Told:
        text = Change(field=_("Point"), before=self._old(change, "text"), after=self._new(change, "text"))
        told = self._by_label(
            change,
            _("Added a point to the summary."),
            _("Changed a point of the summary."),
            _("Removed a point of the summary."),
        )
        several = self._by_label(
            change,
            _("Added points to the summary."),
            _("Changed points of the summary."),
            _("Removed points of the summary."),
        )
        return self._each(change, told, several, text)

    def _each(self, change: LoggedChange, one: str, several: str, shown: Change) -> Told:
        """Give a line that is told in the plural, with the fields of all, where an action wrote several."""

        def joined(lines: Sequence[Told]) -> Told:
            return Told(several, changes=all_changes(lines))

        return Told(one, changes=(shown,), alike=(change.entry.model, change.entry.label), joined=joined)

    def _area_text(self, change: LoggedChange) -> Told:
        area = change.values["area_key"]
        before, after = self._old(change, "narrative"), self._new(change, "narrative")
        one, several = (
            self._by_label(
                change,
                _("Added the text of area %(area)s."),
                _("Changed the text of area %(area)s."),
                _("Removed the text of area %(area)s."),
            ),
            self._by_label(
                change,
                _("Added the texts of %(areas)s."),
                _("Changed the texts of %(areas)s."),
                _("Removed the texts of %(areas)s."),
            ),
        )

        def joined(lines: Sequence[Told]) -> Told:
            in_order = sorted(lines, key=lambda line: str(line.item))
            named = tuple(replace(change, field=line.item) for line in in_order for change in line.changes)
            return Told(several % {"areas": areas_named(items_of(lines), self.standard)}, changes=named)

        return Told(
            one % {"area": area},
            changes=(Change(field=_("Text"), before=before, after=after),),
            alike=("areatext", change.entry.label, change.values["part_id"]),
            item=area,
            joined=joined,
        )

    def _reviewer(self, change: LoggedChange) -> Told:
        name = Change(field=_("Reviewer"), before=self._old(change, "name"), after=self._new(change, "name"))
        one = self._by_label(
            change, _("Added a reviewer."), _("Changed a reviewer."), _("Removed a reviewer.")
        )
        several = self._by_label(
            change, _("Added reviewers."), _("Changed reviewers."), _("Removed reviewers.")
        )
        return self._each(change, one, several, name)

    def _member(self, change: LoggedChange) -> Told:
        values = change.values
        gone = str(_("A person who is no longer in the register"))
        duty = str(DUTY_NAMES[values["duty"]]).lower()
        name = self.people.get(values["person_id"]) or gone
        if change.entry.label == "changed" and values.get("released_at"):
            told, words = _("Released %(name)s from the team."), values.get("release_reason") or ""
        else:
            told = self._by_label(
                change,
                _("Took %(name)s into the team (%(duty)s)."),
                _("Changed what is said of %(name)s in the team."),
                _("Removed %(name)s from the team."),
            )
            words = values.get("explanation") or "" if change.entry.label == "added" else ""

        def joined(lines: Sequence[Told]) -> Told:
            together = {"name": named_together(items_of(lines)), "duty": duty}
            return Told(told % together, words)

        return Told(
            told % {"name": name, "duty": duty},
            words,
            alike=("teammember", told, duty, words),
            item=name,
            joined=joined,
        )

    def _move(self, change: LoggedChange) -> Told:
        if change.entry.label != "added":
            return Told(_("Changed what is said of a step of the case."))
        words = {"state": str(STATE_NAMES[change.values["to_state"]]).lower()}
        return Told(_("Moved the case to “%(state)s”.") % words, change.values["reason"])

    def _publication(self, change: LoggedChange) -> Told:
        if change.entry.label == "added":
            return Told(_("Published the review."))
        if change.values["withdrawal_reason"] == REPLACED:
            return Told(_("Withdrew the earlier publication."))
        if change.values["withdrawn_at"]:
            return Told(_("Withdrew the publication."), change.values["withdrawal_reason"])
        return Told(_("Changed what was published."))

    def _by_label(self, change: LoggedChange, added: str, changed: str, removed: str) -> str:
        return {"added": added, "changed": changed, "removed": removed}[change.entry.label]

    def _old(self, change: LoggedChange, field: str) -> str:
        if change.entry.label == "removed":
            return str(change.values[field])
        return str(next((item.old for item in change.entry.changes if item.field == field), "") or "")

    def _new(self, change: LoggedChange, field: str) -> str:
        return "" if change.entry.label == "removed" else str(change.values[field])

    def _changes(self, change: LoggedChange, fields: Words) -> tuple[Change, ...]:
        return tuple(
            Change(
                str(fields[item.field]), self._value(item.field, item.old), self._value(item.field, item.new)
            )
            for item in change.entry.changes
            if item.field in fields
        )

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
