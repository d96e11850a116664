"""Why a proposed role is declined."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.accounts.models import DeclineReason
from kollegium.accounts.wording_of_proposals import DECLINE_REASON_NAMES


class DeclineForm(forms.Form):
    """The reason for saying no."""

    reason = forms.ChoiceField(label=_("Reason"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(DECLINE_REASON_NAMES.items())  # type: ignore[attr-defined]

    def chosen(self) -> DeclineReason:
        """Give the reason; call after `is_valid`."""
        return DeclineReason(self.cleaned_data["reason"])
