"""What is typed in the fact check of a draft: a remark on a passage, an answer, another day."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.domain.passages import Span, passages
from kollegium.reviews.fact_check_words import OUTCOME_CHOICES, REMARK_KIND_NAMES
from kollegium.reviews.forms.changes import VersionedForm, day_field
from kollegium.reviews.models import RemarkKind, RemarkOutcome
from kollegium.reviews.queries.report_text import Section
from kollegium.ui.forms import PersonalNumberWarning

WHOLE = "whole"


class RemarkForm(PersonalNumberWarning, forms.Form):
    """Which passage, what is the matter with it, and what is right."""

    passage = forms.ChoiceField(label=_("Which words do you mean?"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("What is the matter?"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What is right?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Read by the reviewers and the review office. Do not name trainees."),
    )

    def __init__(self, data: Any = None, *, section: Section, marked: Span | None) -> None:
        initial = {"passage": _value(marked)} if marked else {}
        super().__init__(data, initial=initial)
        spans = [*([marked] if marked else []), *(one for one in passages(section.text) if one != marked)]
        self.fields["passage"].choices = [  # type: ignore[attr-defined]
            *((_value(span), _("“%(words)s”") % {"words": span.of(section.text)}) for span in spans),
            (WHOLE, pgettext_lazy("passage of a report", "The whole section, or something it does not say")),
        ]
        self.fields["kind"].choices = [(kind.value, REMARK_KIND_NAMES[kind]) for kind in RemarkKind]  # type: ignore[attr-defined]

    def span(self) -> Span | None:
        """Give the chosen passage, None for the whole section."""
        chosen = self.cleaned_data["passage"]
        if chosen == WHOLE:
            return None
        start, end = chosen.split("-")
        return Span(int(start), int(end))


def _value(span: Span) -> str:
    return f"{span.start}-{span.end}"


class AnswerForm(VersionedForm):
    """What became of a remark, and why."""

    outcome = forms.ChoiceField(label=_("What do you do with the remark?"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Answer to the unit"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [  # type: ignore[attr-defined]
            (outcome.value, OUTCOME_CHOICES[outcome]) for outcome in RemarkOutcome
        ]


class FactCheckDayForm(forms.Form):
    """Until when the unit has time."""

    due_on = day_field(_("Remarks by"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_on"].required = True
