"""Why two rows are made one, and what the preview showed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.accounts.models import MergeReason
from kollegium.accounts.wording import MERGE_REASON_NAMES


class MergeForm(forms.Form):
    """The reason, and the mark of the plan that was shown."""

    reason = forms.ChoiceField(label=_("Why were there two?"), widget=forms.RadioSelect)
    mark = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reasons = [(reason.value, MERGE_REASON_NAMES[reason]) for reason in MergeReason]
        self.fields["reason"].choices = reasons  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """Give what the action takes; call after `is_valid`."""
        return {"reason": MergeReason(self.cleaned_data["reason"]), "expected": self.cleaned_data["mark"]}
