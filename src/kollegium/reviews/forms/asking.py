"""Whom to ask, by hand or from a list, and until when."""

import csv
import io

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.questionnaires.actions import Invited

LONGEST = 30_000


class PeopleForm(forms.Form):
    """People and addresses, one a line: as they are typed, or pasted from a spreadsheet."""

    people = forms.CharField(
        label=_("Name and e-mail, one person a line"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        help_text=_("Parted by a comma, a semicolon or a tab, such as: Asta Prov; asta.prov@exempel.se"),
        error_messages={"required": _("Write at least one name and address.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the letter"), choices=[("sv", "Svenska"), ("en", "English")]
    )

    def clean_people(self) -> list[Invited]:
        """Give the people; the column with an @ is the address, whatever the order."""
        found = []
        for number, line in enumerate(self.cleaned_data["people"].splitlines(), start=1):
            if not line.strip():
                continue
            divider = next((sign for sign in ("\t", ";", ",") if sign in line), ",")
            cells = [cell.strip() for cell in next(csv.reader(io.StringIO(line), delimiter=divider))]
            email = next((cell for cell in cells if "@" in cell), "")
            if not email:
                raise forms.ValidationError(
                    _("Line %(number)s has no e-mail address."), params={"number": number}
                )
            found.append(Invited(next((cell for cell in cells if cell and cell != email), email), email))
        return found

    def invited(self) -> list[Invited]:
        """Give the people with the language of their letters."""
        language = self.cleaned_data["language"]
        return [Invited(one.name, one.email, language) for one in self.cleaned_data["people"]]


class LastDayForm(forms.Form):
    """The last day to answer."""

    closes_on = forms.DateField(
        label=_("Last day to answer"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
