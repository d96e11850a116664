"""What one types about an absence and about who stands in."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kollegium.accounts.actions import DeputyValues
from kollegium.accounts.forms.people import AnyChoice, date_field
from kollegium.accounts.models import AbsenceReason, Assignment
from kollegium.accounts.wording import ABSENCE_REASON_NAMES, role_at_place, role_in_row

ABSENCE, STANDING = "absence", "standing"


class DeputyForm(forms.Form):
    """An absence with its deputy, or a standing deputy. The deputy is found by name, without any script."""

    assignment = forms.TypedChoiceField(label=_("Role"), coerce=int)
    kind = forms.ChoiceField(label=_("What is it about?"), widget=forms.RadioSelect, initial=ABSENCE)
    valid_from = date_field(_("First day"))
    valid_until = date_field(
        _("Last day"), required=False, help_text=_("A standing deputy can be without a last day.")
    )
    reason = forms.ChoiceField(label=_("Reason"), required=False)
    deputy_words = forms.CharField(
        label=_("Search for the deputy"),
        required=False,
        max_length=200,
        help_text=_("Name, or the whole e-mail address."),
    )
    deputy = AnyChoice(label=_("Deputy"), required=False, widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, assignments: list[Assignment], found: list[dict[str, Any]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        roles = [(item.pk, role_at_place(item)) for item in assignments]
        self.fields["assignment"].choices = roles  # type: ignore[attr-defined]
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (ABSENCE, _("Absence: somebody stands in for the days away")),
            (STANDING, _("Standing deputy: somebody stands in at any time")),
        ]
        reasons = [(reason.value, ABSENCE_REASON_NAMES[reason]) for reason in AbsenceReason]
        self.fields["reason"].choices = [("", "—"), *reasons]  # type: ignore[attr-defined]
        self.fields["deputy"].choices = [(str(row["pk"]), _told(row)) for row in found]  # type: ignore[attr-defined]
        if not found:
            self.fields["deputy"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """See that the deputy is one of those found; the only one need not be chosen."""
        cleaned = super().clean() or {}
        chosen = cleaned.get("deputy") or (str(self.found[0]["pk"]) if len(self.found) == 1 else "")
        self.deputy_id = int(chosen) if chosen in {str(row["pk"]) for row in self.found} else None
        if self.deputy_id is None and (chosen or (cleaned.get("deputy_words") or "").strip()):
            choose = gettext("Choose one of the people below.")
            nobody = gettext(
                "Nobody who can log in matches. Write less of the name, or the whole e-mail address."
            )
            self.add_error("deputy_words", choose if self.found else nobody)
        return cleaned

    def values(self) -> DeputyValues:
        """Give what was typed; call after `is_valid`."""
        cleaned = self.cleaned_data
        return DeputyValues(
            assignment_id=cleaned["assignment"],
            deputy_id=self.deputy_id,
            valid_from=cleaned["valid_from"],
            valid_until=cleaned["valid_until"],
            is_standing=cleaned["kind"] == STANDING,
            reason=cleaned["reason"],
        )


def _told(row: dict[str, Any]) -> str:
    """Give the name with what the person is where, which tells two of one name apart."""
    roles = "; ".join(role_in_row(role) for role in row["roles"])
    return f"{row['name']} – {roles}" if roles else row["name"]


class EndDeputyshipForm(forms.Form):
    """The last day of an absence or a standing deputyship."""

    last_day = date_field(_("Last day"))
