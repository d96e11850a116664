"""What is typed when a review is corrected: the new text, and why."""

from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.reviews.actions.corrections import PlanWords
from kollegium.reviews.forms.days import day_field
from kollegium.reviews.forms.writing import LONGEST_SECTION
from kollegium.reviews.queries.case import CasePlanItem
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


def _words(label: Any, rows: int = 2) -> forms.CharField:
    # What was read from a report may have several lines, which a field of one line would lose.
    return forms.CharField(
        label=label, required=False, max_length=LONGEST_SECTION, widget=forms.Textarea(attrs={"rows": rows})
    )


class PlanItemForm(PersonalNumberWarning, forms.Form):
    """The corrected fields of an item of the action plan, and why; `version` is that of the item that was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    action = _words(_("Planned action"), rows=4)
    due_text = _words(_("To be done by, as the plan says it"))
    due_on = day_field(_("To be done by, as a day"))
    responsible = _words(_("Responsible"))
    follow_up_text = _words(_("Follow-up, as the plan says it"))
    follow_up_on = day_field(_("Follow-up, as a day"))
    follow_up_responsible = _words(_("Responsible for follow-up"))
    reason = reason_field()

    def __init__(self, data: Any = None, *, item: CasePlanItem) -> None:
        names = [field.name for field in fields(PlanWords)]
        super().__init__(
            data, initial={**{name: getattr(item, name) for name in names}, "version": item.version}
        )

    def words(self) -> PlanWords:
        """Give the fields as they are to stand."""
        said = {field.name: self.cleaned_data[field.name] for field in fields(PlanWords)}
        # A browser sends line ends its own way; they are no change.
        return PlanWords(
            **{
                name: value.replace("\r\n", "\n") if isinstance(value, str) else value
                for name, value in said.items()
            }
        )

    def refill_version(self, version: int) -> None:
        """Let the same form be posted again against what stands now, after a conflict was shown."""
        self.data = self.data.copy()
        self.data["version"] = str(version)


class TextForm(PersonalNumberWarning, forms.Form):
    """The corrected text of one section, and why; `version` carries the mark of the text that was seen."""

    version = forms.CharField(widget=forms.HiddenInput, max_length=16)
    text = forms.CharField(
        label=_("The text as it is to stand"),
        required=False,
        max_length=LONGEST_SECTION,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    reason = reason_field()

    def __init__(self, data: Any = None, *, section: Section) -> None:
        super().__init__(data, initial={"text": section.text, "version": section.mark})
        # All of it may be taken out, but it is what one is here for.
        self.fields["text"].silently_optional = True  # type: ignore[attr-defined]
        if not section.area_key:
            self.fields["text"].help_text = _("One point a line.")

    def refill_version(self, mark: str) -> None:
        """Let the same form be posted again against what stands now, after a conflict was shown."""
        self.data = self.data.copy()
        self.data["version"] = mark
