"""What the letters of questionnaires say, in the reader's language."""

from django.conf import settings
from django.urls import reverse
from django.utils import formats, translation
from django.utils.translation import gettext as _

from kollegium.questionnaires.models import Invitation
from kollegium.ui.mail import Letter


def invitation_letter(invited: Invitation, token: str) -> Letter:
    """Give the first letter; the round's unit must be fetched along."""
    with translation.override(invited.language):
        words = _words(invited)
        return Letter(
            subject=_("Questionnaire about specialist training at %(unit)s") % words,
            paragraphs=(
                _(
                    "Specialist training at %(unit)s is to be reviewed, and you are asked to answer a questionnaire "
                    "about it. A phone will do, and no log-in is needed."
                )
                % words,
                _openness(invited),
                _("The last day is %(day)s. The link is for you alone: do not pass it on.") % words,
            ),
            link=_address(token),
            link_label=_("Answer the questionnaire"),
            language=invited.language,
        )


def reminder_letter(invited: Invitation, token: str) -> Letter:
    """Give the letter that reminds; the round's unit must be fetched along."""
    with translation.override(invited.language):
        words = _words(invited)
        return Letter(
            subject=_("Reminder: questionnaire about specialist training at %(unit)s") % words,
            paragraphs=(
                _("There is still time to answer the questionnaire about %(unit)s, until %(day)s.") % words,
                _(
                    "Have you begun? Then use the link in the earlier letter: what you have saved opens with that link "
                    "alone."
                ),
                _(
                    "The program sends this to those who have not answered, by itself, and keeps no list of who they are."
                ),
            ),
            link=_address(token),
            link_label=_("Answer the questionnaire"),
            language=invited.language,
        )


def _openness(invited: Invitation) -> str:
    if invited.group.is_open:
        return _(
            "Your answers are read with your name by the reviewers and the review office. You may decline."
        )
    return _(
        "You answer anonymously, as one of %(count)s. Nobody can see who has answered what, or who has answered."
    ) % {"count": invited.group.invited_count}


def _words(invited: Invitation) -> dict[str, str]:
    found = invited.group.round
    return {"unit": found.unit.name, "day": formats.date_format(found.closes_on, "j F Y")}


def _address(token: str) -> str:
    return settings.ADDRESS + reverse("questionnaires:answer", args=[token])
