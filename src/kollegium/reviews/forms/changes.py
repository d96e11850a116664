"""Corrections of a review: its facts, a grade, a verdict, how far an action has come."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.standard import Area, Outcome
from kollegium.organisations.queries import specialty_choices
from kollegium.organisations.wording import specialty_name
from kollegium.reviews.actions import NewGrade, NewVerdict, ReviewFacts
from kollegium.reviews.forms.corrections import reason_field
from kollegium.reviews.forms.days import day_field
from kollegium.reviews.models import ActionState, GradeRound, Review, ReviewKind
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import ACTION_STATE_NAMES, KIND_NAMES, ROUND_NAMES, grade_choices
from kollegium.ui.components.words import verdict_word
from kollegium.ui.forms import PersonalNumberWarning

NOT_STATED = [("", "—")]


def _number(value: object) -> int | None:
    return int(str(value)) if value else None


class SpecialtyField(forms.TypedChoiceField):
    """A specialty in use, or the one that stands: that one is good without asking which there are."""

    standing = ""

    def offer(self, review: Review) -> None:
        """Offer every specialty in use and the review's own; they are fetched when first looked at."""
        self.standing = str(review.specialty_id or "")

        def offered() -> list[tuple[int | str, str]]:
            in_use = specialty_choices()
            if review.specialty and review.specialty_id not in dict(in_use):
                in_use.append((review.specialty.pk, specialty_name(review.specialty)))
            return [*NOT_STATED, *in_use]

        self.choices = offered

    def valid_value(self, value: Any) -> bool:
        """Say whether a value may be chosen."""
        return str(value) == self.standing or super().valid_value(value)


class VersionedForm(PersonalNumberWarning, forms.Form):
    """A form that remembers which version of the thing it was filled from."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    is_changed_meanwhile = False

    def refill_version(self, version: int) -> None:
        """Let the same form be posted again against what stands now, after a conflict was shown."""
        self.is_changed_meanwhile = True
        self.data = self.data.copy()
        self.data["version"] = str(version)


class FactsForm(VersionedForm):
    """The facts on the cover of a review."""

    kind = forms.ChoiceField(label=_("Kind of review"))
    specialty = SpecialtyField(label=_("Specialty"), required=False, coerce=_number, empty_value=None)
    case_number = forms.CharField(label=_("Case number"), required=False, max_length=40)
    visit_from = day_field(_("First day of the visit"))
    visit_to = day_field(_("Last day of the visit"))
    visit_text = forms.CharField(label=_("Visit as the report writes it"), required=False, max_length=200)
    report_date = day_field(_("Report date"))
    report_date_text = forms.CharField(
        label=_("Report date as the report writes it"), required=False, max_length=200
    )

    def __init__(self, data: Any, *, review: Review, asks_why: bool = False) -> None:
        initial = {
            "version": review.version,
            "kind": review.kind,
            "specialty": review.specialty_id,
            "case_number": review.case_number or "",
            "visit_from": review.visit_from,
            "visit_to": review.visit_to,
            "visit_text": review.visit_text,
            "report_date": review.report_date,
            "report_date_text": review.report_date_text,
        }
        super().__init__(data, initial=initial)
        self.fields["kind"].choices = [(key, KIND_NAMES[key]) for key in ReviewKind.values]  # type: ignore[attr-defined]
        self.fields["specialty"].offer(review)  # type: ignore[attr-defined]
        if asks_why:
            self.fields["why"] = reason_field()

    def facts(self) -> ReviewFacts:
        """Give the facts as typed."""
        values = self.cleaned_data
        return ReviewFacts(
            kind=values["kind"],
            specialty_id=values["specialty"],
            case_number=values["case_number"] or None,
            visit_from=values["visit_from"],
            visit_to=values["visit_to"],
            visit_text=values["visit_text"],
            report_date=values["report_date"],
            report_date_text=values["report_date_text"],
        )


class RoundField(forms.ChoiceField):
    """When a grade was set. What is not offered is understood too: the action says why it cannot be chosen."""

    def valid_value(self, value: Any) -> bool:
        """Say whether a value is a round at all."""
        return value in GradeRound.values


class GradeForm(VersionedForm):
    """A grade of one area, with its reason."""

    round = RoundField(label=_("When"))
    outcome = forms.ChoiceField(label=_("Grade"), widget=forms.RadioSelect)
    decided_on = day_field(_("Decided on"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Kept with the grade for good. The earlier grade stays on record."),
    )

    def __init__(
        self, data: Any, *, area: Area, version: int, offered: tuple[GradeRound, ...], when: str = ""
    ) -> None:
        asked = when if when in offered else GradeRound.CORRECTION
        super().__init__(data, initial={"version": version, "round": asked})
        self.fields["round"].choices = [(item.value, ROUND_NAMES[item]) for item in offered]  # type: ignore[attr-defined]
        if GradeRound.FOLLOW_UP not in offered:
            self.fields["round"].help_text = _(
                "“After action plan” and “After follow-up” cannot be chosen: no action plan answers this area."
            )
        self.fields["outcome"].choices = grade_choices(area, language_now())  # type: ignore[attr-defined]

    def grade(self, *, part_id: int, area_key: str) -> NewGrade:
        """Give the grade as typed."""
        values = self.cleaned_data
        return NewGrade(
            part_id=part_id,
            area_key=area_key,
            round=GradeRound(values["round"]),
            outcome=Outcome(values["outcome"]),
            reason=values["reason"],
            decided_on=values["decided_on"],
        )


class VerdictForm(VersionedForm):
    """A verdict on one criterion, with how one knows."""

    outcome = forms.ChoiceField(
        label=_("Verdict"),
        widget=forms.RadioSelect,
        choices=[],
    )
    note = forms.CharField(
        label=_("How do you know?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, data: Any, *, version: int) -> None:
        super().__init__(data, initial={"version": version})
        self.fields["outcome"].choices = [(item.value, verdict_word(item)) for item in VerdictOutcome]  # type: ignore[attr-defined]

    def verdict(self, *, part_id: int, criterion_key: str) -> NewVerdict:
        """Give the verdict as typed."""
        values = self.cleaned_data
        return NewVerdict(part_id, criterion_key, VerdictOutcome(values["outcome"]), values["note"])


class ProgressForm(VersionedForm):
    """How far an action of the plan has come, and how one knows."""

    state = forms.ChoiceField(label=_("State"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("How do you know?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, data: Any, *, state: str, version: int, may_judge: bool) -> None:
        super().__init__(data, initial={"version": version, "state": state})
        # That an action is done is said by those who follow up.
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            (key, ACTION_STATE_NAMES[key])
            for key in ActionState.values
            if may_judge or key != ActionState.DONE
        ]
