"""What a reviewer types while judging: a verdict with a note, what the team agreed on, the grade of an area."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Area, Outcome
from kollegium.domain.verdict_evidence import EvidenceItem, OfferedEvidence, moved_to
from kollegium.reviews.actions.judging import AgreedVerdict, OwnVerdict, ProvisionalGrade
from kollegium.reviews.forms.changes import VersionedForm
from kollegium.reviews.queries.judging import OneJudgement
from kollegium.reviews.wording import grade_choices
from kollegium.ui.components.words import verdict_word
from kollegium.ui.widgets import PlainSelect

LONGEST_NOTE = 4000


class ReferencesField(forms.MultipleChoiceField):
    """References to what a verdict rests on; a script may add boxes from the list, so the action looks at each."""

    def valid_value(self, value: Any) -> bool:
        """Take any; what is not there is left out when it is stored."""
        return True


class OwnVerdictForm(VersionedForm):
    """One's own verdict on one criterion; a note may be written before one has made up one's mind."""

    outcome = forms.ChoiceField(
        label=_("Verdict"), required=False, widget=forms.RadioSelect(attrs={"data-inline": "1"})
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    evidence = ReferencesField(
        label=_("It rests on"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"data-inline": "1"}),
    )
    more_evidence = forms.CharField(
        label=_("Something else it rests on"),
        required=False,
        widget=PlainSelect(attrs={"class": "input-medium"}),
    )
    # The button that exchanges an earlier version of material for the newest.
    move = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, judged: OneJudgement, prefix: str, offered: OfferedEvidence | None = None
    ) -> None:
        initial = {
            "outcome": judged.outcome or "",
            "note": judged.note,
            "version": judged.version,
            "evidence": judged.evidence,
        }
        # Many stand on one page: their ids must differ, their names need not.
        super().__init__(data, initial=initial, auto_id=f"{prefix}-%s")
        self.fields["outcome"].choices = [(item.value, verdict_word(item)) for item in Verdict]  # type: ignore[attr-defined]
        self.offer(offered or OfferedEvidence())

    def offer(self, offered: OfferedEvidence) -> None:
        """Offer what belongs to the criterion as boxes and the rest in a list; nothing to choose, no field."""
        self.missing, self.missing_others = offered.missing, offered.missing_others
        self.newer = [(item, item.newer) for item in offered.near if item.newer and item.newer.words]
        self.fields["evidence"].choices = _choices(offered.near)  # type: ignore[attr-defined]
        self.fields["more_evidence"].widget.choices = [("", "—"), *_choices(offered.others)]  # type: ignore[attr-defined]
        if not (offered.near or offered.others):
            self.fields.pop("evidence")
        if not offered.others:
            self.fields.pop("more_evidence")

    @property
    def offers_evidence(self) -> bool:
        """Say whether there is anything that the verdict can be said to rest on."""
        return "evidence" in self.fields

    def own(self, *, part_id: int, criterion_key: str) -> OwnVerdict:
        """Give the verdict as typed."""
        typed = self.cleaned_data
        outcome = Verdict(typed["outcome"]) if typed["outcome"] else None
        chosen = [*typed.get("evidence", ()), *filter(None, [typed.get("more_evidence")])]
        if typed["move"]:
            chosen = moved_to(chosen, typed["move"])
        return OwnVerdict(part_id, criterion_key, outcome, typed["note"], typed["version"], tuple(chosen))


def _choices(items: Iterable[EvidenceItem]) -> list[tuple[str, str]]:
    return [(item.reference, item.label) for item in items]


class AgreedVerdictForm(OwnVerdictForm):
    """What the team agrees on for one criterion."""

    def __init__(self, data: Any = None, *, judged: OneJudgement, prefix: str) -> None:
        super().__init__(data, judged=judged, prefix=prefix)
        self.fields["outcome"].required = True
        self.fields["outcome"].label = _("You agree on")

    def agreed(self, *, part_id: int, criterion_key: str) -> AgreedVerdict:
        """Give the verdict as typed."""
        typed = self.cleaned_data
        return AgreedVerdict(
            part_id, criterion_key, Verdict(typed["outcome"]), typed["note"], typed["version"]
        )


class AreaGradeForm(VersionedForm):
    """The grade of an area as the team proposes it."""

    outcome = forms.ChoiceField(label=_("Grade"), widget=forms.RadioSelect(attrs={"data-inline": "1"}))
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed when the grade is not the one the rule gives. Kept for good."),
    )

    def __init__(self, data: Any = None, *, area: Area, language: str, outcome: str, version: int) -> None:
        super().__init__(
            data, initial={"outcome": outcome, "version": version}, auto_id=f"grade-{area.key}-%s"
        )
        self.area_key = area.key
        self.fields["outcome"].choices = grade_choices(area, language)  # type: ignore[attr-defined]

    def grade(self, *, part_id: int) -> ProvisionalGrade:
        """Give the grade as typed."""
        typed = self.cleaned_data
        return ProvisionalGrade(
            part_id, self.area_key, Outcome(typed["outcome"]), typed["reason"], typed["version"]
        )
