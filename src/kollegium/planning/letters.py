"""The letter to whoever ordered a review, when somebody has decided about the order."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kollegium.notifications.dated import recipients_of
from kollegium.planning.models import Order, OrderState, OrderUnit
from kollegium.ui.mail import Letter


def letter_about(order_id: int) -> tuple[Letter, str] | None:
    """Give the letter and where it goes, or None: the order waits again, was taken back, or nobody can be reached."""
    order = Order.objects.filter(pk=order_id).first()
    if order is None or order.state not in (OrderState.TAKEN_ON, OrderState.DECLINED):
        return None
    recipient = recipients_of({order.ordered_by_id or 0}).get(order.ordered_by_id or 0)
    if recipient is None:
        return None
    units = OrderUnit.objects.filter(order=order).order_by("unit__sort_key", "pk")
    names = ", ".join(units.values_list("unit__name", flat=True))
    with translation.override(recipient.language):
        if order.state == OrderState.TAKEN_ON:
            subject = _("Kollegium: your order is taken on")
            told = _("The review office has taken on your order: %(units)s. Days and team come next.")
        else:
            subject = _("Kollegium: your order is declined")
            told = _(
                "The review office has declined your order: %(units)s. The reason stands with the order."
            )
        letter = Letter(
            subject=subject,
            paragraphs=(told % {"units": names},),
            link=settings.ADDRESS + reverse("planning:order", args=[order.pk]),
            link_label=_("The order"),
            language=recipient.language,
        )
    return letter, recipient.email
