"""The history of a fact check, of a calibration and of what was handed out, in words."""

from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _

from kollegium.reviews.case_words import ADVICE_NAMES
from kollegium.reviews.fact_check_words import OUTCOME_NAMES, REMARK_KIND_NAMES
from kollegium.reviews.history_told import Told
from kollegium.reviews.queries.history import LoggedChange
from kollegium.ui.components.records import Change


def fact_check_told(change: LoggedChange) -> Told | None:
    """Tell of a draft that was sent, of the unit's word, and of another day; its end is told by the step."""
    if change.entry.label == "added":
        return Told(_("Sent the draft to the unit, with remarks by %(day)s.") % {"day": _day(change)})
    changed = {item.field for item in change.entry.changes}
    if "due_on" in changed:
        return Told(_("Gave the unit until %(day)s to remark on the draft.") % {"day": _day(change)})
    if "finished_at" in changed:
        if change.values["finished_at"]:
            return Told(_("Said that the unit is done with the draft."))
        return Told(_("Opened the fact check again."))
    return None


def remark_told(change: LoggedChange) -> Told | None:
    """Tell of a remark and of its answer."""
    values = change.values
    if change.entry.label == "added":
        words = {"kind": str(REMARK_KIND_NAMES[values["kind"]]).lower()}
        passage = (Change(field=_("Passage"), after=values["quote"]),) if values["quote"] else ()
        return Told(_("Remarked on the draft (%(kind)s).") % words, values["text"], passage)
    if change.entry.label == "removed":
        return Told(_("Removed a remark past the pages."))
    words = {"outcome": str(OUTCOME_NAMES.get(values["outcome"], "")).lower()}
    return Told(_("Answered a remark (%(outcome)s).") % words, values["answer"])


def calibration_told(change: LoggedChange) -> Told | None:
    """Tell of a comment on a proposed grade, and of the team's answer."""
    values = change.values
    if change.entry.label == "changed" and {one.field for one in change.entry.changes} >= {"answer"}:
        words = {"area": values["area_key"]}
        return Told(_("Answered a comment on the grade of area %(area)s.") % words, values["answer"])
    if change.entry.label != "added":
        return Told(_("Changed what is stored of the calibration past the pages."))
    words = {
        "area": values["area_key"],
        "advice": str(ADVICE_NAMES[values["advice"]]).lower(),
    }
    return Told(_("Commented on the grade of area %(area)s (%(advice)s).") % words, values["text"])


def export_told(change: LoggedChange) -> Told | None:
    """Tell that the case was taken out as one file, and for which request."""
    if change.entry.label != "added":
        return Told(_("Changed what is stored of an export past the pages."))
    return Told(_("Took the case out as one file."), change.values["request"])


def feedback_told(change: LoggedChange) -> Told | None:
    """Tell that the unit gave feedback or changed it; what it said stands on its own page."""
    if change.entry.label == "removed":
        return Told(_("Removed the feedback on the review past the pages."))
    if change.entry.label == "added":
        return Told(_("Gave feedback on the review."))
    return Told(_("Changed the feedback on the review."))


def _day(change: LoggedChange) -> str:
    day = change.values["due_on"]
    return formats.date_format(day if isinstance(day, date) else date.fromisoformat(str(day)), "j F Y")
