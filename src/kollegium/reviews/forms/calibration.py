"""What is typed about a proposed grade in the calibration, and in answer to it."""

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


class AnswerCommentForm(PersonalNumberWarning, forms.Form):
    """What the team answers."""

    text = forms.CharField(
        label=_("The team's answer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Each comment has one answer, from the whole team. It cannot be changed."),
    )
