"""What a reviewer types in an interview."""

import re
import uuid
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kollegium.domain.interviews import Interviewed
from kollegium.domain.standard import Standard
from kollegium.reviews.actions.notes import NoteWords
from kollegium.reviews.forms.changes import VersionedForm
from kollegium.reviews.models import InterviewNote
from kollegium.reviews.note_words import INTERVIEWED_NAMES

LONGEST = 20_000
BETWEEN_KEYS = re.compile(r"[\s,;]+")


class NoteForm(VersionedForm):
    """A note: with whom, when, what was said, and about which criteria."""

    watched_fields = ("text",)

    key = forms.UUIDField(widget=forms.HiddenInput)
    interviewed = forms.ChoiceField(
        label=_("Who was talked with"), widget=forms.RadioSelect(attrs={"data-inline": "1"})
    )
    text = forms.CharField(
        label=_("What was said"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Write functions, not names."),
        error_messages={"required": _("Write what was said.")},
    )
    criteria = forms.CharField(
        label=_("Criteria it is about"),
        required=False,
        max_length=600,
        help_text=_("Their keys, such as D6, E1. The note is shown beside them in the judgement."),
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
    )
    heard_at = forms.DateTimeField(
        label=_("When it was said"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
    )

    def __init__(self, data: Any = None, *, standard: Standard, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self._known = {
            criterion.key.upper(): criterion.key for area in standard.areas for criterion in area.criteria
        }
        self.fields["interviewed"].choices = [  # type: ignore[attr-defined]
            (item.value, INTERVIEWED_NAMES[item]) for item in Interviewed
        ]

    @classmethod
    def new(cls, data: Any = None, *, standard: Standard, now: datetime, criterion: str = "") -> "NoteForm":
        """Give an empty form; `criterion` is the one it was opened from."""
        initial = {"key": uuid.uuid4(), "heard_at": now, "criteria": criterion, "version": 0}
        return cls(data, standard=standard, initial=initial)

    @classmethod
    def of(cls, note: InterviewNote, data: Any = None, *, standard: Standard) -> "NoteForm":
        """Give the form of a note that stands."""
        initial = {
            "key": note.key,
            "interviewed": note.interviewed,
            "text": note.text,
            "criteria": ", ".join(note.criteria),
            "heard_at": note.heard_at,
            "version": note.version,
        }
        return cls(data, standard=standard, initial=initial)

    def clean_criteria(self) -> tuple[str, ...]:
        """Give the keys; what is none is named."""
        typed = [key.upper() for key in BETWEEN_KEYS.split(self.cleaned_data["criteria"]) if key]
        unknown = [key for key in typed if key not in self._known]
        if unknown:
            raise forms.ValidationError(
                _t("There is no criterion %(keys)s."), params={"keys": ", ".join(unknown)}
            )
        return tuple(dict.fromkeys(self._known[key] for key in typed))

    def words(self) -> NoteWords:
        """Give the note as typed."""
        typed = self.cleaned_data
        return NoteWords(
            Interviewed(typed["interviewed"]), typed["heard_at"], typed["text"], typed["criteria"]
        )
