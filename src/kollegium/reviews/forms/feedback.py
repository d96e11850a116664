"""What a unit says of the review it had."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.domain.instruments import LONGEST_TEXT, Instrument, ItemKind
from kollegium.reviews.forms.changes import VersionedForm
from kollegium.ui.forms import warning_text


class FeedbackForm(VersionedForm):
    """The questions of the file, and whether the reviewers may read the answers."""

    def __init__(self, data: Any, *, instrument: Instrument, language: str, **kwargs: Any) -> None:
        self.instrument, self.language = instrument, language
        super().__init__(data, **kwargs)
        steps = [(step.key, step.title(language)) for step in instrument.steps]
        for item in instrument.items:
            label = item.text(language)
            self.fields[f"item-{item.key}"] = (
                forms.ChoiceField(label=label, choices=steps, widget=forms.RadioSelect)
                if item.kind is ItemKind.SCALE
                else forms.CharField(
                    label=label,
                    required=False,
                    max_length=LONGEST_TEXT,
                    widget=forms.Textarea(attrs={"rows": 4, "data-personal-number-warning": warning_text()}),
                    help_text=_("Do not name trainees."),
                )
            )
        self.fields["is_shared"] = forms.BooleanField(
            label=_("The reviewers of the case may read this too."), required=False
        )

    def answers(self) -> dict[str, str]:
        """Give the answers by the keys of the file."""
        return {item.key: self.cleaned_data[f"item-{item.key}"] for item in self.instrument.items}
