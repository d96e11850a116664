"""What is typed about an action plan: an item, a judgement, another day, a grade after the plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.action_plans.actions.judging_plan import NewAreaGrade, NewJudgement
from kollegium.action_plans.plan_words import ANSWER_NAMES
from kollegium.action_plans.queries.plans import PlanArea
from kollegium.domain.grading import Answer
from kollegium.domain.planning_answers import ItemWords
from kollegium.domain.standard import Outcome
from kollegium.reviews.forms.changes import VersionedForm, day_field
from kollegium.ui.components.words import outcome_word
from kollegium.ui.forms import PersonalNumberWarning

LONGEST = 4000


def _text(label: Any, *, rows: int, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )


class ItemForm(VersionedForm):
    """One item of the plan; everything may be missing while it is written."""

    action = _text(
        _("Planned action"),
        rows=4,
        help_text=_("What will you do, so that the criterion is met? Do not name trainees."),
    )
    due_on = day_field(_("To be done by"))
    is_done = forms.BooleanField(
        label=_("It is done already"),
        required=False,
        help_text=_("Then give the day it was done, if you know it."),
    )
    responsible = forms.CharField(
        label=_("Responsible"),
        required=False,
        max_length=200,
        help_text=_("A function, such as head of unit or main supervisor."),
    )
    follow_up_on = day_field(_("Follow-up date"))
    follow_up_responsible = forms.CharField(
        label=_("Responsible for follow-up"), required=False, max_length=200
    )
    evidence = _text(_("What will show that it is done"), rows=2)

    def __init__(self, data: Any = None, *, key: str, words: ItemWords, version: int) -> None:
        initial = {"version": version, **{name: getattr(words, name) for name in ItemWords.__slots__}}
        super().__init__(data, initial=initial, auto_id=f"{key}-%s")
        for name in ItemWords.__slots__:
            self.fields[name].silently_optional = True  # type: ignore[attr-defined]

    @property
    def needs_confirmation(self) -> bool:
        """True when a number that was posted is to be confirmed; what is warned of a plan asks for nothing."""
        return self.is_bound and super().needs_confirmation

    def warn(self, warnings: Mapping[str, str]) -> None:
        """Show what is warned of beside its fields. Shape: field → sentence."""
        if not self.is_bound:
            self.warnings = dict(warnings)

    def words(self) -> ItemWords:
        """Give what was typed."""
        good = self.cleaned_data
        return ItemWords(**{name: good[name] for name in ItemWords.__slots__})


class SendForm(VersionedForm):
    """Whether what is warned of was seen."""

    seen = forms.BooleanField(label=_("I have read the warnings and send the plan as it is."), required=False)

    def __init__(self, data: Any = None, *, version: int, is_warned: bool) -> None:
        super().__init__(data, initial={"version": version})
        if not is_warned:
            del self.fields["seen"]
        else:
            self.fields["seen"].silently_optional = True  # type: ignore[attr-defined]

    def has_seen(self) -> bool:
        """Say whether the warnings were seen."""
        return bool(self.cleaned_data.get("seen"))


class DayForm(PersonalNumberWarning, forms.Form):
    """Another day for the plan, and why."""

    to_on = day_field(_("Last day"))
    reason = forms.CharField(
        label=_("Why"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The unit reads it."),
    )

    def __init__(self, data: Any = None, *, day: date | None) -> None:
        super().__init__(data, initial={"to_on": day})
        self.fields["to_on"].required = True


class JudgeForm(VersionedForm):
    """Whether an item answers its criterion, and why.

    `said` is which judgement the form was filled from; the office has one among colleagues.
    """

    said = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    answers = forms.ChoiceField(
        label=_("Does the action answer the criterion?"),
        choices=[(answer.value, ANSWER_NAMES[answer]) for answer in Answer],
        widget=forms.RadioSelect(attrs={"data-inline": True}),
    )
    reason = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(
        self, data: Any = None, *, item_id: int, initial: Mapping[str, Any], standing: int = 0
    ) -> None:
        super().__init__(data, initial={**initial, "said": standing}, auto_id=f"judge-{item_id}-%s")
        self.standing = standing

    def refill_version(self, version: int) -> None:
        """Let the same form be posted again against the words and the judgement that stand now."""
        super().refill_version(version)
        self.data["said"] = str(self.standing)

    def judgement(self) -> NewJudgement:
        """Give what was said."""
        good = self.cleaned_data
        return NewJudgement(Answer(good["answers"]), good["reason"], good["version"], good["said"])


class AreaForm(PersonalNumberWarning, forms.Form):
    """The grade of a failed area after its plan: it stands, or becomes another of its scale. Always why."""

    outcome = forms.ChoiceField(label=_("What do you decide?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Kept with the grade for good; the unit reads it."),
    )

    def __init__(self, data: Any = None, *, area: PlanArea, proposed: Outcome | None) -> None:
        super().__init__(data, initial={"outcome": proposed})
        self.area = area
        standing = area.before.outcome if area.before else Outcome.FAILED
        steps = [(step.outcome, step.letter) for step in area.area.scale.steps]
        stands = [(outcome, letter) for outcome, letter in steps if outcome is standing]
        # A plan is seen to lift a grade one step; the nearest stands first.
        others = [(outcome, letter) for outcome, letter in reversed(steps) if outcome is not standing]
        self.fields["outcome"].choices = [  # type: ignore[attr-defined]
            *((outcome.value, _("%(letter)s stands") % {"letter": letter}) for outcome, letter in stands),
            *(
                (
                    outcome.value,
                    _("Changed to %(letter)s, %(word)s")
                    % {"letter": letter, "word": outcome_word(outcome).lower()},
                )
                for outcome, letter in others
            ),
        ]

    def decided(self) -> NewAreaGrade:
        """Give what was decided."""
        good = self.cleaned_data
        return NewAreaGrade(self.area.part.pk, self.area.area.key, Outcome(good["outcome"]), good["reason"])
