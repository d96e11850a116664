"""Search, filters and order of the list of reviews; whatever is not a choice narrows nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kollegium.domain import standard as standards
from kollegium.domain.standard import Outcome
from kollegium.reviews.models import ReviewKind
from kollegium.reviews.queries import (
    ActionFilter,
    FilterChoices,
    ReviewFilters,
    ReviewOrder,
    grade_filter,
)
from kollegium.reviews.queries.listing import UNKNOWN
from kollegium.reviews.wording import ACTION_FILTER_NAMES, KIND_NAMES, ORDER_NAMES
from kollegium.ui.components.words import outcome_word
from kollegium.ui.widgets import PlainSelect

Label = str | Promise
# What stands folded away until somebody asks for it: its lists of choices are most of what the filters cost.
FOLDED = (
    "region", "specialty", "year", "provider", "unit", "kind", "area", "outcome", "actions", "published", "unknowns",
)  # fmt: skip


def _number(value: object) -> int | None:
    return int(str(value)) if value else None


class SearchForm(forms.Form):
    """What stands above the list: search and order, while no filter is on and none is asked for.

    Read with `filters()` and `order()`, which never fail.
    """

    q = forms.CharField(required=False, max_length=1000, strip=True)
    sort = forms.ChoiceField(label=gettext_lazy("Order"), required=False, widget=PlainSelect)

    def __init__(self, data: Any, choices: FilterChoices | None = None) -> None:
        super().__init__(data)
        self.fields["sort"].choices = [(item.value, ORDER_NAMES[item]) for item in ReviewOrder]  # type: ignore[attr-defined]
        if choices is not None:
            self._offer(choices)
        self.is_valid()

    def _offer(self, choices: FilterChoices) -> None:
        """Set what further fields offer; here there are none."""

    def filters(self, *, as_of: date) -> ReviewFilters:
        """Give what the list is narrowed by; a value that is not offered narrows nothing."""
        chosen = self.cleaned_data
        return ReviewFilters(
            search=chosen.get("q") or "",
            region_id=chosen.get("region") or None,
            care_provider_id=chosen.get("provider") or None,
            unit_id=chosen.get("unit") or None,
            specialty_id=chosen.get("specialty") or None,
            year=chosen.get("year") or None,
            kind=chosen.get("kind") or "",
            grade=grade_filter(chosen.get("area") or "", chosen.get("outcome") or ""),
            actions=ActionFilter(chosen["actions"]) if chosen.get("actions") else None,
            is_public={"yes": True, "no": False}.get(chosen.get("published") or ""),
            with_unknowns=bool(chosen.get("unknowns")),
            as_of=as_of,
        )

    def order(self) -> ReviewOrder:
        """Give the order asked for, or newest first."""
        return ReviewOrder(self.cleaned_data.get("sort") or ReviewOrder.NEWEST)

    def shown(self) -> list[tuple[str, str]]:
        """Give (field name, words) of every filter that is on, for the chips."""
        chosen = self.cleaned_data
        words = []
        if chosen.get("q"):
            words.append(("q", f"“{chosen['q'][:60]}”"))
        for name in ("region", "provider", "unit", "specialty", "year", "kind", "actions", "published"):
            if chosen.get(name):
                words.append((name, self._label(name, chosen[name])))
        if chosen.get("outcome"):
            grade = self._label("outcome", chosen["outcome"])
            area = self._label("area", chosen["area"]) if chosen.get("area") else _("Any area")
            words.append(("outcome", f"{area}: {grade}"))
        if chosen.get("unknowns"):
            words.append(("unknowns", _("Only with unknown grades")))
        return words

    def folded_values(self) -> list[tuple[str, str]]:
        """Give (field name, value) of every filter that is on and folded away, to be sent along unseen."""
        chosen = ((name, self.cleaned_data.get(name)) for name in FOLDED)
        return [(name, "on" if value is True else str(value)) for name, value in chosen if value]

    def _label(self, name: str, value: object) -> str:
        found = _flat(self.fields[name].choices)  # type: ignore[attr-defined]
        return next((str(label) for key, label in found if str(key) == str(value)), str(value))


class FilterForm(SearchForm):
    """Search and order with the filters. To make a dozen fields takes a tenth of the list's time; see `has_filters`."""

    region = forms.TypedChoiceField(
        label=gettext_lazy("Region"), required=False, widget=PlainSelect, coerce=_number
    )
    provider = forms.TypedChoiceField(
        label=gettext_lazy("Care provider"), required=False, widget=PlainSelect, coerce=_number
    )
    unit = forms.TypedChoiceField(
        label=gettext_lazy("Unit"), required=False, widget=PlainSelect, coerce=_number
    )
    specialty = forms.TypedChoiceField(
        label=gettext_lazy("Specialty"), required=False, widget=PlainSelect, coerce=_number
    )
    year = forms.TypedChoiceField(
        label=gettext_lazy("Year of visit"), required=False, widget=PlainSelect, coerce=_number
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of review"), required=False, widget=PlainSelect)
    area = forms.ChoiceField(label=gettext_lazy("Area"), required=False, widget=PlainSelect)
    outcome = forms.ChoiceField(label=gettext_lazy("Grade"), required=False, widget=PlainSelect)
    actions = forms.ChoiceField(label=gettext_lazy("Actions"), required=False, widget=PlainSelect)
    published = forms.ChoiceField(
        label=gettext_lazy("In the public register"), required=False, widget=PlainSelect
    )
    unknowns = forms.BooleanField(label=gettext_lazy("Only with unknown grades"), required=False)

    def _offer(self, choices: FilterChoices) -> None:
        anything: list[tuple[Any, Label]] = [("", _("All"))]
        options: dict[str, list[tuple[Any, Any]]] = {
            "region": [*anything, *choices.regions],
            "provider": [*anything, *choices.care_providers],
            "unit": [*anything, *choices.units],
            "specialty": [*anything, *choices.specialties],
            "year": [*anything, *((year, str(year)) for year in choices.years)],
            "kind": [*anything, *((key, KIND_NAMES[key]) for key in ReviewKind.values)],
            "area": [("", _("Any area")), *_areas()],
            "outcome": [*anything, *_outcomes()],
            "actions": [*anything, *((item.value, ACTION_FILTER_NAMES[item]) for item in ActionFilter)],
            "published": [*anything, ("yes", _("Published")), ("no", _("Not published"))],
        }
        for name, offered in options.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]


def has_filters(data: Mapping[str, Any]) -> bool:
    """Say whether an address names a filter."""
    return any(name in data for name in FOLDED)


def _areas() -> list[tuple[str, list[tuple[str, str]]]]:
    """Give the areas of every standard, grouped, because the same letter means different things in them."""
    language = get_language() or "sv"
    loaded = [standards.load(key) for key in standards.available()]
    return [
        (
            standard.key,
            [(f"{standard.key}:{area.key}", f"{area.key} {area.title(language)}") for area in standard.areas],
        )
        for standard in loaded
    ]


def _outcomes() -> list[tuple[str, str]]:
    return [
        *((item.value, outcome_word(item.value)) for item in reversed(Outcome)),
        (UNKNOWN, outcome_word(None)),
    ]


def _flat(choices: Any) -> list[tuple[object, object]]:
    flat: list[tuple[object, object]] = []
    for key, label in choices:
        flat += label if isinstance(label, list | tuple) else [(key, label)]
    return flat
