"""The reconsideration of a decision in the user's words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, str | Promise]

RECONSIDERATION_REFUSALS: Words = {
    "reconsideration-closed": _(
        "The case is closed, so nothing more is decided in it. Write to the review office. "
        "What you wrote is still here."
    ),
    "reconsideration-asked": _(
        "The unit asked for reconsideration on %(day)s, and it can be asked once. What you wrote is still here."
    ),
    "reconsideration-over": _(
        "The last day to ask for reconsideration was %(day)s. Write to the review office. "
        "What you wrote is still here."
    ),
    "reconsideration-no-areas": _("Choose at least one area."),
    "reconsideration-empty": _("Write why. The review office decides from what you write."),
    "reconsideration-decided": _("This is decided already. What you wrote is still here."),
    "reconsideration-unanswered": _("Decide about area %(area)s."),
    "reconsideration-reason-missing": _("Write why for area %(area)s. The unit reads it."),
    "reconsideration-waits": _(
        "The unit has asked for reconsideration and waits for an answer. Decide about it before you close the case."
    ),
    "graded-since": _(
        "Area %(area)s has a later grade, after a plan, a follow-up or a correction. Let the decided grade stand here, "
        "and set the new grade on the page of the review."
    ),
}
