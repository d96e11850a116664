"""What is typed when a review is corrected: the new text, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.reviews.forms.writing import LONGEST_SECTION
from kollegium.reviews.queries.report_text import Section
from kollegium.ui.forms import PersonalNumberWarning


def reason_field(**others: Any) -> forms.CharField:
    """Give the field for why a review is corrected."""
    return forms.CharField(
        label=_("What was wrong?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Stands with the correction and its day, on the page, in print and in the public register."
        ),
        **others,
    )


class TextForm(PersonalNumberWarning, forms.Form):
    """The corrected text of one section, and why; `version` carries the mark of the text that was seen."""

    version = forms.CharField(widget=forms.HiddenInput, max_length=16)
    text = forms.CharField(
        label=_("Text"), required=False, max_length=LONGEST_SECTION, widget=forms.Textarea(attrs={"rows": 12})
    )
    reason = reason_field()

    def __init__(self, data: Any = None, *, section: Section) -> None:
        super().__init__(data, initial={"text": section.text, "version": section.mark})
        if not section.area_key:
            self.fields["text"].help_text = _("One point a line.")

    def refill_version(self, mark: str) -> None:
        """Let the same form be posted again against what stands now, after a conflict was shown."""
        self.data = self.data.copy()
        self.data["version"] = mark
