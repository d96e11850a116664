"""What is typed in a reconsideration: which areas and why, and what the office decides about each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from kollegium.domain.standard import Area, Outcome
from kollegium.reviews.actions.reconsideration import NewGradeOfArea, Spot
from kollegium.reviews.models import Grade
from kollegium.ui.components.words import outcome_word
from kollegium.ui.forms import PersonalNumberWarning, warning_text


@dataclass(frozen=True, slots=True)
class GradedArea:
    """An area with its decided grade; `part` is the title of its report where the review has several."""

    grade: Grade
    area: Area
    part: str
    title: str

    @property
    def spot(self) -> Spot:
        """Give where the area stands."""
        return (self.grade.part_id, self.area.key)

    @property
    def label(self) -> str:
        """Give the area with its grade in words: `D Tjänstgöringens upplägg: D inte godkänt`."""
        outcome = Outcome(self.grade.outcome)
        letter = self.area.scale.letter_of(outcome) or ""
        named = f"{self.part}: {self.area.key} {self.title}" if self.part else f"{self.area.key} {self.title}"
        return f"{named} – {letter}\N{NO-BREAK SPACE}{outcome_word(outcome).lower()}"


class AskForm(PersonalNumberWarning, forms.Form):
    """Which areas the unit asks about, and why."""

    areas = forms.MultipleChoiceField(
        label=_("Which grades do you ask about?"), widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(
        label=_("Why should they be reconsidered?"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Say for each area what was misjudged and what shows it. Read by the review office and the reviewers. "
            "Do not name trainees."
        ),
    )

    def __init__(self, *args: Any, graded: Sequence[GradedArea], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spots = {_name(one.spot): one.spot for one in graded}
        self.fields["areas"].choices = [(_name(one.spot), one.label) for one in graded]  # type: ignore[attr-defined]

    def asked(self) -> list[Spot]:
        """Give the chosen areas."""
        return [self.spots[name] for name in self.cleaned_data["areas"]]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One area asked about with the fields that decide it."""

    graded: GradedArea
    outcome: BoundField
    reason: BoundField


class DecideForm(PersonalNumberWarning, forms.Form):
    """For each area asked about: it stands, or gets another grade of its scale. Always why."""

    def __init__(self, *args: Any, graded: Sequence[GradedArea], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.graded = graded
        for one in graded:
            self.fields[f"outcome-{_name(one.spot)}"] = forms.ChoiceField(
                label=_("What do you decide about area %(area)s?") % {"area": one.area.key},
                choices=_choices(one),
                widget=forms.RadioSelect,
            )
            self.fields[f"reason-{_name(one.spot)}"] = forms.CharField(
                label=_("Reason for area %(area)s") % {"area": one.area.key},
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 4, "data-personal-number-warning": warning_text()}),
                help_text=_("Kept with the grade for good; the unit reads it."),
            )

    def rows(self) -> Iterator[AnswerRow]:
        """Give the fields area by area."""
        for one in self.graded:
            name = _name(one.spot)
            yield AnswerRow(one, self[f"outcome-{name}"], self[f"reason-{name}"])

    def field_of(self, code: str, area_key: str) -> str | None:
        """Give the field at which a refusal is told, None for the head of the form."""
        if code != "graded-since":
            return None
        return next((f"outcome-{_name(one.spot)}" for one in self.graded if one.area.key == area_key), None)

    def answers(self) -> dict[Spot, NewGradeOfArea]:
        """Give what was decided."""
        good = self.cleaned_data
        return {
            one.spot: NewGradeOfArea(
                Outcome(good[f"outcome-{_name(one.spot)}"]), good[f"reason-{_name(one.spot)}"]
            )
            for one in self.graded
        }


def _choices(one: GradedArea) -> list[tuple[str, str]]:
    standing = Outcome(one.grade.outcome)
    steps = [(step.outcome, step.letter) for step in one.area.scale.steps]
    first = [(standing.value, _("%(letter)s stands") % {"letter": one.area.scale.letter_of(standing)})]
    others = [
        (
            outcome.value,
            _("Changed to %(letter)s, %(word)s") % {"letter": letter, "word": outcome_word(outcome).lower()},
        )
        for outcome, letter in steps
        if outcome is not standing
    ]
    return [*first, *others]


def _name(spot: Spot) -> str:
    return f"{spot[0]}-{spot[1]}"
