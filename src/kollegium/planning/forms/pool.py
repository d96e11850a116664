"""The pool of reviewers: filters, a profile, days away, ties."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.domain.staffing import Seniority, TieKind
from kollegium.organisations.queries import specialty_choices
from kollegium.planning.actions import ProfileValues
from kollegium.planning.models import Country
from kollegium.planning.queries.pool import PoolFilters, ReviewerView
from kollegium.planning.wording import COUNTRY_NAMES, SENIORITY_NAMES, TIE_NAMES


def _number(value: object) -> int | None:
    return int(str(value)) if value else None


def _day(label: Any, **others: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **others)


class PoolFilterForm(forms.Form):
    """What the pool is narrowed by."""

    q = forms.CharField(required=False, max_length=200)
    specialty = forms.TypedChoiceField(label=_("Specialty"), required=False, coerce=_number, empty_value=None)
    seniority = forms.ChoiceField(label=_("Experience"), required=False)
    available_on = _day(_("Available on"), required=False)
    has_room = forms.BooleanField(label=_("Only with room this year"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["specialty"].choices = [("", _("All")), *specialty_choices()]
        fields["seniority"].choices = [("", _("All")), *SENIORITY_NAMES.items()]

    def filters(self) -> PoolFilters:
        """Give the filters; what cannot be understood narrows nothing."""
        self.is_valid()
        good = self.cleaned_data
        return PoolFilters(
            search=(good.get("q") or "").replace("\0", ""),
            specialty_id=good.get("specialty"),
            seniority=good.get("seniority") or "",
            has_room=bool(good.get("has_room")),
            available_on=good.get("available_on"),
        )


class ProfileForm(forms.Form):
    """What is said of a reviewer; experience and training are kept by the office."""

    most_in_a_year = forms.IntegerField(
        label=_("Reviews a year at most"),
        min_value=0,
        max_value=52,
        help_text=_("More are only proposed when there is nobody else. 0 is a pause."),
    )
    country = forms.TypedChoiceField(label=_("Works in"), coerce=Country)
    seniority = forms.TypedChoiceField(label=_("Experience"), coerce=Seniority, widget=forms.RadioSelect)
    trained_on = _day(_("Trained as a reviewer on"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, view: ReviewerView, keeps: bool, as_of: date, **kwargs: Any) -> None:
        profile = view.profile
        initial = {
            "most_in_a_year": profile.most_in_a_year,
            "country": profile.country,
            "seniority": profile.seniority,
            "trained_on": profile.trained_on,
            "version": profile.version,
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.as_of = as_of
        fields: dict[str, Any] = self.fields
        fields["country"].choices = list(COUNTRY_NAMES.items())
        fields["seniority"].choices = list(SENIORITY_NAMES.items())
        if not keeps:
            del fields["seniority"], fields["trained_on"]

    def clean_trained_on(self) -> date | None:
        """See that the training has been."""
        day: date | None = self.cleaned_data["trained_on"]
        if day and day > self.as_of:
            raise forms.ValidationError(_("The training has not been yet."))
        return day

    def values(self) -> ProfileValues:
        """Give what was typed."""
        good = self.cleaned_data
        return ProfileValues(
            good["most_in_a_year"], good["country"], good.get("seniority"), good.get("trained_on")
        )


class AbsenceForm(forms.Form):
    """Days on which a reviewer does not review."""

    first = _day(_("First day away"))
    last = _day(_("Last day away"))


class TieForm(forms.Form):
    """What ties a reviewer to a place, found by name without any script."""

    kind = forms.TypedChoiceField(label=_("Kind of tie"), coerce=TieKind, widget=forms.RadioSelect)
    words = forms.CharField(label=_("Search for a unit or care provider"), required=False, max_length=200)
    place = forms.ChoiceField(
        label=_("Unit or care provider"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Search, and choose from what was found.")},
    )
    until = _day(
        _("Ended on"),
        required=False,
        help_text=_("For earlier work. Left empty, it counts as not ended."),
    )

    def __init__(self, *args: Any, found: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = list(TIE_NAMES.items())
        fields["place"].choices = found
