"""The history of a reconsideration and of corrections in words; what became of a grade is told by the grade itself."""

from django.utils.translation import gettext as _

from kollegium.reviews.correction_words import what_words
from kollegium.reviews.queries.history import LoggedChange
from kollegium.ui.components.records import Change

Told = tuple[str, list[Change]]


def reconsideration_told(change: LoggedChange) -> Told | None:
    """Tell that the unit asked, and that the office decided."""
    if change.entry.label == "added":
        return _("Asked for reconsideration of the decision."), [
            Change(field=_("Why"), after=change.values["reason"])
        ]
    if change.entry.label == "changed" and any(item.field == "decided_at" for item in change.entry.changes):
        return _("Decided on the reconsideration."), []
    return _("Changed what is stored of the reconsideration past the pages."), []


def reconsidered_area_told(change: LoggedChange) -> Told | None:
    """Tell which area was asked about."""
    if change.entry.label != "added":
        return None
    return _("Asked about the grade of area %(area)s.") % {"area": change.values["area_key"]}, []


def correction_told(change: LoggedChange) -> Told | None:
    """Tell that something was corrected and why; what stood before is told by what was changed."""
    values = change.values
    if change.entry.label != "added":
        return _("Changed what is stored of a correction past the pages."), []
    words = {"what": what_words(values["what"], values["key"]), "reason": values["reason"]}
    return _("Corrected %(what)s: %(reason)s") % words, []
