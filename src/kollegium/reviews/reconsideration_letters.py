"""The letters about a reconsideration: to the office when the unit asks, to the unit when it is decided."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kollegium.notifications.dated import recipients_of
from kollegium.reviews.models import Reconsideration
from kollegium.ui.mail import Letter


def letter_about(reconsideration_id: int, *, person_id: int, is_decided: bool) -> tuple[Letter, str] | None:
    """Give the letter and where it goes, or None where nobody can be reached. It tells no grade and no reason."""
    asked = Reconsideration.objects.filter(pk=reconsideration_id).select_related("review__unit").first()
    recipient = recipients_of({person_id}).get(person_id)
    if asked is None or recipient is None:
        return None
    words = {"unit": asked.review.unit.name}
    with translation.override(recipient.language):
        if is_decided:
            subject = _("Kollegium: the reconsideration is decided")
            told = _(
                "The review office has decided on the reconsideration that was asked for: %(unit)s. Each area has its "
                "answer with the reason."
            )
        else:
            subject = _("Kollegium: a unit asks for reconsideration")
            told = _("%(unit)s asks for reconsideration of its review. The review office decides.")
        letter = Letter(
            subject=subject,
            paragraphs=(told % words,),
            link=settings.ADDRESS + reverse("reviews:reconsideration", args=[asked.review_id]),
            link_label=_("The reconsideration"),
            language=recipient.language,
        )
    return letter, recipient.email
