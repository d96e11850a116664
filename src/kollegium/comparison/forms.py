"""Search and filters of the public register; whatever is not a choice narrows nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kollegium.comparison.queries import RegisterChoices, RegisterFilters
from kollegium.organisations.queries import specialty_names
from kollegium.ui.widgets import PlainSelect


class RegisterForm(forms.Form):
    """The filters above the register. Read with `filters()`, which never fails."""

    q = forms.CharField(required=False, max_length=1000)
    region = forms.ChoiceField(label=gettext_lazy("Region"), required=False, widget=PlainSelect)
    specialty = forms.ChoiceField(label=gettext_lazy("Specialty"), required=False, widget=PlainSelect)
    year = forms.ChoiceField(label=gettext_lazy("Year of visit"), required=False, widget=PlainSelect)

    def __init__(self, data: Any, choices: RegisterChoices) -> None:
        super().__init__(data)
        offered = {"region": choices.regions, "specialty": choices.specialties, "year": choices.years}
        for name, values in offered.items():
            self.fields[name].choices = [  # type: ignore[attr-defined]
                ("", _("All")),
                *((str(value), str(value)) for value in values),
            ]
        names = specialty_names()
        self.fields["specialty"].choices = [  # type: ignore[attr-defined]
            (value, names.get(value, label))
            for value, label in self.fields["specialty"].choices  # type: ignore[attr-defined]
        ]
        self.is_valid()

    def filters(self) -> RegisterFilters:
        """Give what the register is narrowed by."""
        chosen = self.cleaned_data
        return RegisterFilters(
            search=chosen.get("q") or "",
            region=chosen.get("region") or "",
            specialty=chosen.get("specialty") or "",
            year=int(chosen["year"]) if chosen.get("year") else None,
        )

    def shown(self) -> list[tuple[str, str]]:
        """Give (field name, words) of every filter that is on, for the chips."""
        chosen = self.cleaned_data
        words = [("q", f"“{chosen['q'][:60]}”")] if chosen.get("q") else []
        return words + [
            (name, dict(self.fields[name].choices)[chosen[name]])  # type: ignore[attr-defined]
            for name in ("region", "specialty", "year")
            if chosen.get(name)
        ]
