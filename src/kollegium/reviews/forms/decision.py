"""What is decided of a review: the final grade of each area, and the case number."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from kollegium.domain.standard import Area, Outcome
from kollegium.reviews.actions.decision import Decision, FinalGrade
from kollegium.reviews.forms.changes import VersionedForm
from kollegium.reviews.models import Grade
from kollegium.ui.components.words import outcome_word


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One area with its proposed grade and the fields that decide it."""

    grade: Grade
    area: Area
    outcome: BoundField
    reason: BoundField


class DecisionForm(VersionedForm):
    """A grade and a reason for each area, filled with what was proposed."""

    case_number = forms.CharField(label=_("Case number"), max_length=40)

    def __init__(
        self,
        *args: Any,
        proposed: Sequence[tuple[Grade, Area]],
        advised_against: Collection[tuple[int, str]] = (),
        **kwargs: Any,
    ) -> None:
        """Take the proposed grades, and the (part, area) of those that the calibration advises to reconsider."""
        self.proposed = proposed
        super().__init__(*args, **kwargs)
        for grade, area in proposed:
            self.fields[_name("outcome", grade)] = forms.ChoiceField(
                label=_("Decided grade of area %(area)s") % {"area": area.key},
                choices=[
                    (outcome.value, f"{letter} {outcome_word(outcome)}")
                    for outcome in Outcome
                    if (letter := area.scale.letter_of(outcome))
                ],
                initial=grade.outcome,
            )
            needs_reason = (grade.part_id, grade.area_key) in advised_against
            label = (
                _("Why the grade of area %(area)s stands or is changed")
                if needs_reason
                else _("Why, if not as proposed for area %(area)s")
            )
            self.fields[_name("reason", grade)] = forms.CharField(
                label=label % {"area": area.key},
                required=needs_reason,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            # Its own words say when it is needed.
            self.fields[_name("reason", grade)].silently_optional = True  # type: ignore[attr-defined]

    def rows(self) -> Iterator[DecisionRow]:
        """Give the fields area by area."""
        for grade, area in self.proposed:
            yield DecisionRow(grade, area, self[_name("outcome", grade)], self[_name("reason", grade)])

    def field_of(self, code: str, area_key: str) -> str | None:
        """Give the field at which a refusal is told."""
        if code in ("case-number-missing", "case-number-taken"):
            return "case_number"
        if code in ("decision-reason-missing", "against-advice"):
            return next(
                (_name("reason", grade) for grade, area in self.proposed if area.key == area_key), None
            )
        return None

    def decision(self) -> Decision:
        """Give what was decided."""
        good = self.cleaned_data
        grades = [
            FinalGrade(
                grade.part_id,
                grade.area_key,
                Outcome(good[_name("outcome", grade)]),
                good[_name("reason", grade)],
            )
            for grade, _area in self.proposed
        ]
        return Decision(grades, good["case_number"])


def _name(what: str, grade: Grade) -> str:
    return f"{what}-{grade.part_id}-{grade.area_key}"
