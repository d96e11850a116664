"""What a person types about a case: its days, a step with its reason, a member of the team."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kollegium.domain.case_life import IN_PROGRESS, PATH
from kollegium.reviews.case_words import DUTY_NAMES, WAITS_NAMES
from kollegium.reviews.forms.changes import VersionedForm, day_field
from kollegium.reviews.models import Duty, Review, ReviewKind
from kollegium.reviews.queries.open_cases import CaseFilters, Waits
from kollegium.reviews.reviewer_ties import TiesFound
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import KIND_NAMES, STATE_NAMES
from kollegium.ui.forms import PersonalNumberWarning


class CaseFilterForm(forms.Form):
    """What the list of cases is narrowed by."""

    q = forms.CharField(required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind of review"), required=False)
    waits = forms.ChoiceField(label=_("What it waits for"), required=False)
    mine = forms.BooleanField(label=_("Only those I review"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [(state.value, STATE_NAMES[state]) for state in PATH if state in IN_PROGRESS]
        self.fields["state"].choices = [("", _("All")), *states]  # type: ignore[attr-defined]
        kinds = [(kind.value, KIND_NAMES[kind]) for kind in ReviewKind]
        self.fields["kind"].choices = [("", _("All")), *kinds]  # type: ignore[attr-defined]
        waits = [(one.value, WAITS_NAMES[one]) for one in Waits]
        self.fields["waits"].choices = [("", _("All")), *waits]  # type: ignore[attr-defined]

    def filters(self) -> CaseFilters:
        """Give the filters; what cannot be understood narrows nothing."""
        self.is_valid()
        good = self.cleaned_data
        return CaseFilters(
            search=(good.get("q") or "").replace("\0", ""),
            state=good.get("state") or "",
            kind=good.get("kind") or "",
            mine=bool(good.get("mine")),
            waits=Waits(good["waits"]) if good.get("waits") else None,
        )


class CaseFactsForm(VersionedForm):
    """The days of the visit and the case number."""

    visit_from = day_field(_("First day of the visit"))
    visit_to = day_field(_("Last day of the visit"))
    case_number = forms.CharField(label=_("Case number"), required=False, max_length=40)

    @classmethod
    def from_review(cls, review: Review) -> "CaseFactsForm":
        """Give the form filled with what stands."""
        return cls(
            initial={
                "visit_from": review.visit_from,
                "visit_to": review.visit_to,
                "case_number": review.case_number,
                "version": review.version,
            }
        )


class StepForm(VersionedForm):
    """A step of a case; the reason is asked for where the step needs one, or where something is open."""

    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept in the history and in the file of the case."),
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]
        else:
            # Without it the step is refused, which says more than that a field is empty.
            self.fields["reason"].silently_optional = True  # type: ignore[attr-defined]


class AppointmentForm(PersonalNumberWarning, forms.Form):
    """A reviewer to take into the team, found by name without any script."""

    words = forms.CharField(label=_("Search for a reviewer"), required=False, max_length=200)
    person = forms.ChoiceField(label=_("Reviewer"), required=False, widget=forms.RadioSelect)
    duty = forms.ChoiceField(label=_("Duty"), widget=forms.RadioSelect, initial=Duty.MEMBER)
    explanation = forms.CharField(
        label=_("Why this reviewer"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Also how a conflict of interest was judged. Seen by those who plan the review."),
    )

    def __init__(
        self, *args: Any, found: list[dict[str, Any]], ties: Mapping[int, TiesFound], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        self.ties = ties
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            (str(row["pk"]), _choice(row, ties.get(row["pk"]))) for row in found
        ]
        # The only one found need not be chosen; otherwise somebody must.
        self.fields["person"].silently_optional = True  # type: ignore[attr-defined]
        self.fields["duty"].choices = [(duty.value, DUTY_NAMES[duty]) for duty in Duty]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """See that somebody is chosen; the only one found need not be."""
        cleaned = super().clean() or {}
        if not cleaned.get("person") and len(self.found) == 1:
            cleaned["person"] = str(self.found[0]["pk"])
        if not cleaned.get("person") and "person" not in self.errors:
            self.add_error("person" if self.found else "words", _("Choose a reviewer."))
        return cleaned


def _choice(row: dict[str, Any], ties: TiesFound | None) -> str:
    in_english = language_now() == "en"
    specialties = ", ".join((english if in_english else "") or name for name, english in row["specialties"])
    told = " – ".join(filter(None, (row["name"], specialties)))
    if ties is None:
        return told
    words = ", ".join(ties.words)
    if ties.is_conflict:
        return gettext("%(reviewer)s. Conflict of interest: %(ties)s") % {"reviewer": told, "ties": words}
    return gettext("%(reviewer)s. Note: %(ties)s") % {"reviewer": told, "ties": words}


class ReleaseForm(forms.Form):
    """Why a reviewer leaves the team."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
