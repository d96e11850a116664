"""An order, and what is decided about it."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.domain import standard as standards
from kollegium.organisations.queries import specialty_choices
from kollegium.planning.actions import NewOrder
from kollegium.planning.queries import OrderedUnit, OrderFilters
from kollegium.planning.wording import ORDER_STATES
from kollegium.reviews.models import ReviewKind
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.forms import PersonalNumberWarning

AT_STANDARD, ST_STANDARD = "at-spur", "spur-st-2021"


def _number(value: object) -> int | None:
    return int(str(value)) if value else None


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget)


class OrderFilterForm(forms.Form):
    """What the list of orders is narrowed by."""

    q = forms.CharField(required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind of review"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, names in (("state", ORDER_STATES), ("kind", KIND_NAMES)):
            self.fields[name].choices = [("", _("All")), *names.items()]  # type: ignore[attr-defined]

    def filters(self) -> OrderFilters:
        """Give the filters; what cannot be understood narrows nothing."""
        self.is_valid()
        good = self.cleaned_data
        return OrderFilters(
            search=(good.get("q") or "").replace("\0", ""),
            state=good.get("state") or "",
            kind=good.get("kind") or "",
        )


class OrderForm(PersonalNumberWarning, forms.Form):
    """An order; the units are found by name without any script."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.TypedChoiceField(
        label=_("Kind of review"), coerce=ReviewKind, widget=forms.RadioSelect, initial=ReviewKind.EXTERNAL
    )
    words = forms.CharField(label=_("Search for a unit"), required=False, max_length=200)
    units = forms.TypedMultipleChoiceField(
        label=_("Units"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple(attrs={"data-columns": "1"}),
        error_messages={"required": _("Choose at least one unit.")},
    )
    specialty = forms.TypedChoiceField(
        label=_("Specialty"),
        required=False,
        coerce=_number,
        empty_value=None,
        help_text=_("May be left empty where the unit has only one, and for a review of internship (AT)."),
    )
    wished_from = _day(_("Wished for from"))
    wished_to = _day(_("to"))
    contact = forms.CharField(
        label=_("Whom do we reach"),
        max_length=200,
        help_text=_("Name and telephone or e-mail address at work."),
    )
    note = forms.CharField(
        label=_("Anything we should know"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example weeks that do not suit, or what has changed since the last review."),
    )

    def __init__(
        self, *args: Any, found: list[dict[str, Any]], usual_specialty: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.found, self.usual_specialty = found, usual_specialty
        if not self.initial.get("specialty"):
            self.initial["specialty"] = usual_specialty
        self.initial.setdefault("form_key", uuid4())
        if len(found) == 1:
            self.initial.setdefault("units", [found[0]["pk"]])
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = [(kind.value, KIND_NAMES[kind]) for kind in ReviewKind]
        fields["units"].choices = [(row["pk"], _unit_label(row)) for row in found]
        fields["specialty"].choices = [("", "—"), *specialty_choices()]
        # Needed for every kind but one, as its help says.
        fields["specialty"].silently_optional = True

    def clean(self) -> dict[str, Any]:
        """See that the period ends after it begins, and that there is a specialty where one is needed."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("wished_from"), cleaned.get("wished_to")
        if first and last and last < first:
            self.add_error("wished_to", _("The period ends before it begins."))
        if cleaned.get("kind") == ReviewKind.AT:
            # Such a review is of a service in several specialties.
            cleaned["specialty"] = None
        elif "specialty" not in self.errors:
            cleaned["specialty"] = cleaned.get("specialty") or self.usual_specialty
        if not cleaned.get("specialty") and cleaned.get("kind") not in (None, "", ReviewKind.AT):
            self.add_error("specialty", _("Choose the specialty that is to be reviewed."))
        return cleaned

    def order(self) -> NewOrder:
        """Give what was typed as an order."""
        good = self.cleaned_data
        return NewOrder(
            form_key=good["form_key"],
            kind=good["kind"],
            unit_ids=tuple(good["units"]),
            specialty_id=good["specialty"],
            wished_from=good["wished_from"],
            wished_to=good["wished_to"],
            contact=good["contact"],
            note=good["note"],
        )


def _unit_label(row: dict[str, Any]) -> str:
    site = row["site"] if row["site"] and row["site"] not in row["name"] else ""
    return ", ".join(filter(None, (row["name"], site, row["care_provider__name"])))


class TakeOnForm(forms.Form):
    """For which units an order is taken on, and by which standard."""

    units = forms.TypedMultipleChoiceField(
        label=_("Open a case for"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one unit.")},
    )
    standard = forms.ChoiceField(label=_("Standard"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, units: Iterable[OrderedUnit], kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open_units = [one for one in units if not one.is_closed]
        fields: dict[str, Any] = self.fields
        fields["units"].choices = [(one.unit.pk, one.today.name) for one in self.open_units]
        fields["units"].initial = [one.unit.pk for one in self.open_units]
        language = language_now()
        keys = standards.available()
        fields["standard"].choices = [(key, standards.load(key).title(language)) for key in keys]
        usual = AT_STANDARD if kind == ReviewKind.AT else ST_STANDARD
        fields["standard"].initial = usual if usual in keys else None


class DeclineForm(PersonalNumberWarning, forms.Form):
    """Why an order is declined."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=_("Whoever ordered reads it. Say also when it could be ordered anew."),
    )


class WithdrawForm(PersonalNumberWarning, forms.Form):
    """Why an order is taken back, for those who like to tell."""

    reason = forms.CharField(
        label=_("Reason"), required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=2000
    )
