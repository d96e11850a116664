"""What is typed in one section of a report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.reviews.queries.report_text import Section
from kollegium.ui.forms import PersonalNumberWarning

LONGEST_SECTION = 20_000


class SectionForm(PersonalNumberWarning, forms.Form):
    """The text of one section; `version` carries the mark of the text it was filled from.

    `label` is needed where the form is shown.
    """

    version = forms.CharField(widget=forms.HiddenInput, max_length=16)
    text = forms.CharField(
        label=_("Text"), required=False, max_length=LONGEST_SECTION, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, data: Any = None, *, section: Section, label: str = "") -> None:
        super().__init__(
            data, initial={"text": section.text, "version": section.mark}, auto_id=f"{section.key}-%s"
        )
        self.fields["text"].label = label
        if not section.area_key:
            self.fields["text"].help_text = _("One point a line.")

    is_changed_meanwhile = False

    def refill_version(self, mark: str) -> None:
        """Let the same form be posted again against what stands now, after a conflict was shown."""
        self.is_changed_meanwhile = True
        self.data = self.data.copy()
        self.data["version"] = mark
