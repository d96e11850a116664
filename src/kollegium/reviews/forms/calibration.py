"""What is typed about a proposed grade in the calibration."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.reviews.case_words import ADVICE_NAMES
from kollegium.reviews.models import Advice
from kollegium.ui.forms import PersonalNumberWarning


class CommentOnGradeForm(PersonalNumberWarning, forms.Form):
    """An advice, and why."""

    advice = forms.ChoiceField(label=_("Advice"), widget=forms.RadioSelect)
    text = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["advice"].choices = [(one.value, ADVICE_NAMES[one]) for one in Advice]  # type: ignore[attr-defined]
