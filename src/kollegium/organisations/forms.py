"""What a person types about places."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.organisations import wording
from kollegium.organisations.actions import UnitValues
from kollegium.organisations.queries.places import (
    care_provider_choices,
    region_choices,
    specialty_choices,
    unit_choices,
)
from kollegium.ui.widgets import PlainSelect

NONE_CHOSEN = [("", "—")]


def _number(value: object) -> int | None:
    return int(value) if value else None  # type: ignore[call-overload, no-any-return]


def hsa_id_field() -> forms.CharField:
    """Give the field for what the place is called in the national catalogue of care."""
    return forms.CharField(
        label=_("HSA-id"),
        max_length=64,
        required=False,
        help_text=_("By this id a log-in at the employer tells where somebody works."),
    )


class UnitFilterForm(forms.Form):
    """Search and filters of the list of units."""

    q = forms.CharField(required=False, max_length=200)
    region = forms.TypedChoiceField(
        label=_("Region"), required=False, coerce=_number, empty_value=None, widget=PlainSelect
    )
    provider = forms.TypedChoiceField(
        label=_("Care provider"), required=False, coerce=_number, empty_value=None, widget=PlainSelect
    )
    specialty = forms.TypedChoiceField(
        label=_("Specialty"), required=False, coerce=_number, empty_value=None, widget=PlainSelect
    )
    only = forms.ChoiceField(label=_("Only"), required=False, widget=PlainSelect)
    closed = forms.BooleanField(label=_("Also closed and merged units"), required=False)

    def __init__(self, *args: Any, narrowings: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = [("", _("All"))]
        self.fields["only"].choices = [*everything, *narrowings]  # type: ignore[attr-defined]
        if not narrowings:
            del self.fields["only"]
        self.fields["region"].choices = everything + region_choices()  # type: ignore[attr-defined]
        self.fields["provider"].choices = everything + care_provider_choices()  # type: ignore[attr-defined]
        self.fields["specialty"].choices = everything + specialty_choices()  # type: ignore[attr-defined]


class VersionedForm(forms.Form):
    """A form that remembers which version of the thing it was filled from."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class UnitForm(VersionedForm):
    """A unit: name, place in the organisation, specialties."""

    name = forms.CharField(label=_("Name"), max_length=200)
    site = forms.CharField(
        label=_("Site"),
        max_length=200,
        required=False,
        help_text=_("Town or hospital, when the name does not say it."),
    )
    care_provider = forms.TypedChoiceField(label=_("Care provider"), coerce=int)
    region = forms.TypedChoiceField(label=_("Region"), coerce=int)
    parent = forms.TypedChoiceField(label=_("Lies under"), required=False, coerce=_number, empty_value=None)
    specialties = forms.TypedMultipleChoiceField(
        label=_("Trains doctors in"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple(attrs={"data-columns": "1"}),
    )
    hsa_id = hsa_id_field()
    renamed_on = forms.DateField(
        label=_("New name from"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Fill in when the unit has taken a new name. Leave empty to correct the spelling."),
    )

    def __init__(self, *args: Any, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["care_provider"].choices = NONE_CHOSEN + care_provider_choices()  # type: ignore[attr-defined]
        self.fields["region"].choices = NONE_CHOSEN + region_choices()  # type: ignore[attr-defined]
        self.fields["parent"].choices = NONE_CHOSEN + unit_choices()  # type: ignore[attr-defined]
        self.fields["specialties"].choices = specialty_choices()  # type: ignore[attr-defined]
        if is_new:
            del self.fields["renamed_on"]

    def values(self) -> UnitValues:
        """Give the checked values; call after `is_valid`."""
        cleaned = self.cleaned_data
        return UnitValues(
            name=cleaned["name"],
            care_provider_id=cleaned["care_provider"],
            region_id=cleaned["region"],
            parent_id=cleaned["parent"],
            site=cleaned["site"],
            hsa_id=cleaned["hsa_id"],
            specialty_ids=tuple(cleaned["specialties"]),
        )


class CareProviderForm(VersionedForm):
    """A care provider."""

    name = forms.CharField(label=_("Name"), max_length=200)
    region = forms.TypedChoiceField(label=_("Region"), required=False, coerce=_number, empty_value=None)
    is_private = forms.BooleanField(label=_("Private care provider"), required=False)
    organisation_number = forms.CharField(label=_("Organisation number"), max_length=20, required=False)
    hsa_id = hsa_id_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].choices = NONE_CHOSEN + region_choices()  # type: ignore[attr-defined]


class RegionForm(VersionedForm):
    """A region."""

    name = forms.CharField(label=_("Name"), max_length=200)
    code = forms.RegexField(
        r"^\d{2}$",
        label=_("County code"),
        help_text=_("Two digits."),
        error_messages={"invalid": _("Write the code as two digits, such as 05.")},
    )


class SpecialtyForm(VersionedForm):
    """A specialty."""

    name = forms.CharField(label=_("Name in Swedish"), max_length=200)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=lambda: list(wording.KINDS.items()))
    parent = forms.TypedChoiceField(label=_("Branch of"), required=False, coerce=_number, empty_value=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = NONE_CHOSEN + specialty_choices()  # type: ignore[attr-defined]


class MergeForm(forms.Form):
    """Which one a place goes up in, and from when."""

    into = forms.TypedChoiceField(label=_("Merge into"), coerce=int, widget=forms.RadioSelect)
    merged_on = forms.DateField(
        label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, candidates: list[tuple[int, str]], dated: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].choices = candidates  # type: ignore[attr-defined]
        if not dated:
            del self.fields["merged_on"]


class ClosingForm(VersionedForm):
    """The last day of a unit."""

    closed_on = forms.DateField(
        label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
