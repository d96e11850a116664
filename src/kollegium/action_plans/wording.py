"""The follow-up of reviews in the user's words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.action_plans.queries.board import BoardView
from kollegium.action_plans.queries.cycle import CycleView
from kollegium.domain.grading import RegradingReason
from kollegium.reviews.wording import REFUSALS as REVIEW_REFUSALS

Words = Mapping[str, str | Promise]

VIEW_NAMES: Words = {
    BoardView.OPEN: pgettext_lazy("actions", "All open"),
    BoardView.LATE: pgettext_lazy("actions", "Late"),
    BoardView.SOON: pgettext_lazy("actions", "Within 30 days"),
    BoardView.TO_FOLLOW_UP: pgettext_lazy("actions", "To follow up"),
    BoardView.UNKNOWN: pgettext_lazy("actions", "Not known"),
    BoardView.ESCALATED: pgettext_lazy("actions", "Care provider told"),
}
CYCLE_VIEW_NAMES: Words = {
    CycleView.LATE: pgettext_lazy("next review", "Late"),
    CycleView.SOON: pgettext_lazy("next review", "Within a year"),
    CycleView.LATER: pgettext_lazy("next review", "Later"),
    CycleView.NEVER: pgettext_lazy("next review", "No visit known"),
}
EFFECTS: Words = {
    RegradingReason.FOLLOWED_UP: _("Every action that counts is done: the grade can stand."),
    RegradingReason.FOLLOW_UP_NOT_DONE: _("Not done: %(criteria)s. The grade should be decided again."),
    RegradingReason.FOLLOW_UP_PENDING: _("Waits for the follow-up of %(criteria)s."),
}
REFUSALS: Words = {
    **REVIEW_REFUSALS,
    "nothing-shown": _("Add a file, a link or a few words: the evidence must show something."),
    "file-too-large": _("The file is larger than %(most)s MB. Make it smaller, or give a link to it."),
    "file-kind": _("Files can be PDF, Word, Excel, text or pictures (PNG, JPEG). Save it as one of those."),
    "file-empty": _("The file is empty. Choose another."),
    "already-replaced": _("There is a newer version already. Open the action again and replace that one."),
    "already-withdrawn": _("This evidence has been withdrawn already."),
    "extra-settled": _("This extra review has been done or dismissed already."),
    "not-reported": _("Only an action that is reported done can be judged."),
}


def refusal_text(code: str, params: Mapping[str, object]) -> str:
    """Say in one sentence why something was refused."""
    return str(REFUSALS[code]) % params
