"""The history of a reconsideration and of corrections in words; what became of a grade is told by the grade itself."""

from django.utils.translation import gettext as _

from kollegium.reviews.correction_words import what_words
from kollegium.reviews.history_told import Told
from kollegium.reviews.queries.history import LoggedChange


def reconsideration_told(change: LoggedChange) -> Told:
    """Tell that the unit asked, and that the office decided."""
    if change.entry.label == "added":
        return Told(_("Asked for reconsideration of the decision."), change.values["reason"])
    if change.entry.label == "changed" and any(item.field == "decided_at" for item in change.entry.changes):
        return Told(_("Decided on the reconsideration."))
    return Told(_("Changed what is stored of the reconsideration past the pages."))


def correction_told(change: LoggedChange) -> Told:
    """Tell that something was corrected and why; what stood before is told by what was changed."""
    values = change.values
    if change.entry.label != "added":
        return Told(_("Changed what is stored of a correction past the pages."))
    words = {"what": what_words(values["what"], values["key"])}
    return Told(_("Corrected %(what)s.") % words, values["reason"])
