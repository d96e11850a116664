"""How somebody wants reminders by mail."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.notifications.actions import MailValues
from kollegium.notifications.models import MailMode, MailSettings
from kollegium.ui.widgets import PlainSelect

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]
MODES = {
    MailMode.DAILY: _("Once a day, in one letter"),
    MailMode.AT_ONCE: _("At once"),
    MailMode.NONE: _("Not at all: I look here"),
}


class MailForm(forms.Form):
    """When reminders come by mail."""

    mail = forms.ChoiceField(
        label=_("Reminders by mail"), widget=forms.RadioSelect, choices=list(MODES.items())
    )
    quiet_from = forms.TypedChoiceField(
        label=_("No letters from"), coerce=int, choices=HOURS, widget=PlainSelect
    )
    quiet_until = forms.TypedChoiceField(
        label=_("No letters until"),
        coerce=int,
        choices=HOURS,
        widget=PlainSelect,
        help_text=_("The same time for both means that letters come around the clock."),
    )
    quiet_weekends = forms.BooleanField(label=_("No letters on Saturdays and Sundays"), required=False)

    def __init__(self, data: Any, settings: MailSettings) -> None:
        names = ("mail", "quiet_from", "quiet_until", "quiet_weekends")
        super().__init__(data, initial={name: getattr(settings, name) for name in names})

    def values(self) -> MailValues:
        """Give what was chosen."""
        return MailValues(**self.cleaned_data)
