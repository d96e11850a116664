"""The fact check of a draft in the user's words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.reviews.models import RemarkKind, RemarkOutcome

Words = Mapping[str, str | Promise]

REMARK_KIND_NAMES: Words = {
    RemarkKind.WRONG: pgettext_lazy("remark on a report", "A fact is wrong"),
    RemarkKind.MISSING: pgettext_lazy("remark on a report", "Something is missing"),
    RemarkKind.UNCLEAR: pgettext_lazy("remark on a report", "It is unclear"),
}
OUTCOME_NAMES: Words = {
    RemarkOutcome.CHANGED: pgettext_lazy("answer to a remark", "The report is changed"),
    RemarkOutcome.UNCHANGED: pgettext_lazy("answer to a remark", "The report stands"),
}
# What one chooses between when answering.
OUTCOME_CHOICES: Words = {
    RemarkOutcome.CHANGED: pgettext_lazy("answer to a remark", "Change the report"),
    RemarkOutcome.UNCHANGED: pgettext_lazy("answer to a remark", "Let the report stand"),
}
FACT_CHECK_REFUSALS: Words = {
    "remarks-unanswered": _(
        "Some remarks have no answer (%(count)s). Answer them, or write why the case goes on."
    ),
    "fact-check-open": _(
        "The unit has until %(day)s to remark and has not said that it is done. Wait, or write why the case goes on."
    ),
    "fact-check-over": _(
        "The time for remarks ended on %(day)s. Ask the review office for more time. What you wrote is still here."
    ),
    "fact-check-finished": _(
        "The unit has said that it is done. Open the fact check again to remark. What you wrote is still here."
    ),
    "no-such-passage": _("Choose which words you mean."),
    "remark-empty": _("Write what is right."),
    "answer-empty": _("Write why. The unit reads it."),
    "due-in-past": _("Choose today or a later day."),
}
