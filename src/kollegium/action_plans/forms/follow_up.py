"""What a person types about the follow-up: filters of the board, reports, judgements and evidence."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kollegium.action_plans.actions import ActionReport, NewEvidence, RuleValues, SentFile
from kollegium.action_plans.actions.evidence import KINDS
from kollegium.action_plans.models import RegionRules
from kollegium.action_plans.queries import BoardFilters, BoardView, CycleFilters, CycleView
from kollegium.domain import standard as standards
from kollegium.organisations.queries import specialty_choices
from kollegium.organisations.queries.places import care_provider_choices, region_choices
from kollegium.reviews.forms.changes import VersionedForm
from kollegium.reviews.models import ActionState
from kollegium.reviews.wording import ACTION_STATE_NAMES
from kollegium.ui.forms import PersonalNumberWarning
from kollegium.ui.widgets import PlainSelect

LONGEST_NOTE = 4000
CHOICES = ("region", "provider", "specialty", "area")
# What somebody says of their own action; whether it was done is judged by those who follow up.
REPORTED_STATES = (ActionState.REPORTED_DONE, ActionState.PLANNED, ActionState.NOT_DONE, ActionState.UNKNOWN)


def _number(value: object) -> int | None:
    return int(str(value)) if value else None


def _select(label: Any, *, coerce: Any = str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, required=False, coerce=coerce, empty_value=None, widget=PlainSelect
    )


class BoardForm(forms.Form):
    """Search and filters of the board. Read with `filters()`, which never fails."""

    q = forms.CharField(required=False, max_length=200, strip=True)
    region = _select(_("Region"), coerce=_number)
    provider = _select(_("Care provider"), coerce=_number)
    specialty = _select(_("Specialty"), coerce=_number)
    area = _select(_("Area"))
    unit = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        anything: list[tuple[Any, Any]] = [("", _("All"))]
        for name, offered in (
            ("region", region_choices()),
            ("provider", care_provider_choices()),
            ("specialty", specialty_choices()),
            ("area", _areas()),
        ):
            self.fields[name].choices = [*anything, *offered]  # type: ignore[attr-defined]
        self.is_valid()

    def filters(self, view: str) -> BoardFilters:
        """Give what the board is narrowed by; a value that is not offered narrows nothing."""
        chosen = self.cleaned_data
        return BoardFilters(
            view=BoardView(view) if view in list(BoardView) else BoardView.OPEN,
            search=(chosen.get("q") or "").replace("\0", ""),
            region_id=chosen.get("region"),
            care_provider_id=chosen.get("provider"),
            unit_id=chosen.get("unit"),
            specialty_id=chosen.get("specialty"),
            area=chosen.get("area") or "",
        )

    def shown(self) -> list[tuple[str, str]]:
        """Give (field name, words) of every filter that is on, for the chips."""
        chosen = self.cleaned_data
        words = [("q", f"“{chosen['q'][:60]}”")] if chosen.get("q") else []
        words += [(name, self._label(name)) for name in CHOICES if chosen.get(name)]
        return words

    def _label(self, name: str) -> str:
        field: Any = self.fields[name]
        wanted = str(self.cleaned_data[name])
        flat = [
            choice
            for value, label in field.choices
            for choice in (label if isinstance(label, list) else [(value, label)])
        ]
        return str(next((label for value, label in flat if str(value) == wanted), wanted))


def _areas() -> list[tuple[str, list[tuple[str, str]]]]:
    """Give the areas of every standard, grouped, because the same letter means different things in them."""
    language = get_language() or "sv"
    loaded = [standards.load(key) for key in standards.available()]
    return [
        (
            standard.title(language),
            [(f"{standard.key}:{area.key}", f"{area.key} {area.title(language)}") for area in standard.areas],
        )
        for standard in loaded
    ]


class CycleForm(BoardForm):
    """Search and filters of the list of next reviews; an area and a unit narrow nothing here."""

    def cycle_filters(self, view: str) -> CycleFilters:
        """Give what the list is narrowed by; a value that is not offered narrows nothing."""
        chosen = self.cleaned_data
        return CycleFilters(
            view=CycleView(view) if view in list(CycleView) else CycleView.LATE,
            search=(chosen.get("q") or "").replace("\0", ""),
            region_id=chosen.get("region"),
            care_provider_id=chosen.get("provider"),
            specialty_id=chosen.get("specialty"),
        )


class FileOrLink(forms.Form):
    """Something that shows that an action was done, as a file or as a link."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_(
            "PDF, Word, Excel, text or a picture, at most 10 MB. Leave out what tells who a trainee is."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(KINDS)}),
    )
    link = forms.URLField(
        label=_("Link"), required=False, max_length=500, assume_scheme="https", widget=forms.TextInput
    )


class EvidenceFields(PersonalNumberWarning, FileOrLink):
    """What shows that an action was done: a file, a link or a few words."""

    field_order = ("title", "file", "link", "text")

    title = forms.CharField(
        label=_("What does it show?"), max_length=200, help_text=_("For example: routine of 12 May.")
    )
    text = forms.CharField(
        label=_("In words"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def evidence(self, *, replaces: int | None = None) -> NewEvidence:
        """Give what was sent."""
        return _evidence(self.cleaned_data, replaces)


class ReportForm(VersionedForm, FileOrLink):
    """How far an action has come, how one knows, and what shows it."""

    field_order = ("version", "state", "note", "title", "file", "link")

    state = forms.ChoiceField(label=_("State"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("How do you know?"), max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 3})
    )
    title = forms.CharField(
        label=_("Evidence"),
        required=False,
        max_length=200,
        help_text=_("What the file or the link shows. For example: routine of 12 May."),
    )

    def __init__(self, data: Any = None, files: Any = None, *, state: str, version: int) -> None:
        shown = state if state in REPORTED_STATES else None
        super().__init__(data, files, initial={"version": version, "state": shown})
        self.fields["state"].choices = [(key, ACTION_STATE_NAMES[key]) for key in REPORTED_STATES]  # type: ignore[attr-defined]

    def report(self) -> ActionReport:
        """Give what was sent; evidence without a title is called what its file is called."""
        values = dict(self.cleaned_data)
        sent = values.get("file")
        evidence = None
        if sent or values.get("link"):
            values["title"] = values["title"] or (sent.name if sent else values["link"])[:200]
            values["text"] = ""
            evidence = _evidence(values, None)
        return ActionReport(ActionState(values["state"]), values["note"], evidence)


class JudgementForm(VersionedForm):
    """Whether an action that was reported done is done, and why one thinks so."""

    verdict = forms.ChoiceField(
        label=_("Judgement"),
        widget=forms.RadioSelect,
        choices=[
            ("done", pgettext_lazy("judgement", "Done")),
            ("not_done", pgettext_lazy("judgement", "Not done")),
        ],
    )
    note = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What you looked at. It is kept with the action for good."),
    )

    def __init__(self, data: Any = None, *, version: int) -> None:
        super().__init__(data, initial={"version": version})


class RulesForm(forms.Form):
    """What a region asks for after a review."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    escalate_after_days = forms.IntegerField(
        label=_("Days late before the care provider is told"), min_value=1, max_value=365
    )
    wants_extra_review = forms.BooleanField(
        label=_("Ask for an extra internal review after a failed external one"),
        required=False,
    )
    extra_within_months = forms.IntegerField(
        label=_("Months to do it in"), min_value=1, max_value=24, help_text=_("From the day of the decision.")
    )

    def __init__(self, data: Any, rules: RegionRules) -> None:
        names = ("version", "escalate_after_days", "wants_extra_review", "extra_within_months")
        super().__init__(data, initial={name: getattr(rules, name) for name in names})

    def values(self) -> RuleValues:
        """Give what was chosen."""
        return RuleValues(**{name: self.cleaned_data[name] for name in RuleValues.__dataclass_fields__})


class DismissalForm(PersonalNumberWarning, forms.Form):
    """Why an extra review is not needed."""

    reason = forms.CharField(
        label=_("Why is it not needed?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The reason is kept for good."),
    )


class WithdrawalForm(PersonalNumberWarning, forms.Form):
    """Why a piece of evidence no longer counts."""

    reason = forms.CharField(
        label=_("Why does it no longer count?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _evidence(values: dict[str, Any], replaces: int | None) -> NewEvidence:
    sent: UploadedFile | None = values.get("file")
    return NewEvidence(
        title=values["title"],
        text=values.get("text") or "",
        link=values.get("link") or "",
        file=SentFile(sent.name or "", sent.read()) if sent else None,
        replaces=replaces,
    )
