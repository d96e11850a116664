"""Questionnaires in the user's words: refusals, and what a link says when it cannot be used."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, str | Promise]

ROUND_REFUSALS: Words = {
    "closes-too-soon": _(
        "Choose a last day at least three days from now, so that people have time to answer."
    ),
    "round-sent": _("The questionnaires have been sent, so who is asked stays as it is."),
    "round-closed": _("The questionnaires are closed for good."),
    "nobody-invited": _("Put at least one person on a list first."),
    "not-invited": _("This person is no longer on the list."),
    "address-wrong": _("“%(address)s” is not an e-mail address. Nothing was added."),
    "too-many": _("At most %(most)s people can be asked with one questionnaire. Nothing was added."),
    "asked-lately": _(
        "The unit was asked less than %(days)s days ago. Asking the same people again so soon could single somebody out."
    ),
    "reminded-lately": _("A reminder goes at most three times, and three days after the last letter."),
}
LINK_WORDS: Words = {
    "link-unknown": _("Check that the whole address of the letter was copied."),
    "link-closed": _(
        "The last day has passed, and the questionnaire is closed. Thank you for your interest."
    ),
    "link-spent": _("The link has been used and cannot be used again. Nothing more is asked of you."),
}


def round_refusal(code: str, params: Mapping[str, object]) -> str:
    """Say in one sentence why a round cannot be changed so."""
    return str(ROUND_REFUSALS[code]) % params
