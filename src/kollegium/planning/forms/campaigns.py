"""A campaign as it begins, and the cases that are put into it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget)


class CampaignForm(forms.Form):
    """Name and period of a campaign; `mark` remembers what it was filled from."""

    mark = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("For example the region and the season: Norr, hösten 2027."),
    )
    first = _day(_("First day"))
    last = _day(_("Last day"))

    def refill_version(self, version: str) -> None:
        """Let the same form be posted again against what stands now, after a conflict was shown."""
        self.data = self.data.copy()
        self.data["mark"] = version

    def clean(self) -> dict[str, Any]:
        """See that the period ends after it begins."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("The period ends before it begins."))
        return cleaned


class AddCasesForm(forms.Form):
    """Cases to put into a campaign, found by the unit's name without any script."""

    q = forms.CharField(label=_("Search for a unit"), required=False, max_length=200)
    cases = forms.TypedMultipleChoiceField(
        label=_("Cases that stand in no campaign"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one case that stands in no campaign yet.")},
    )

    def __init__(self, *args: Any, found: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        self.fields["cases"].choices = found  # type: ignore[attr-defined]
