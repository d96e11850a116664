"""What the office says when it takes a case out: for which request, and which parts stay behind."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.ui.forms import PersonalNumberWarning


class HandOutForm(PersonalNumberWarning, forms.Form):
    """A request, the parts left out, and the word that everything marked has been read."""

    watched_fields = ("request",)

    request = forms.CharField(
        label=_("Which request this is for"),
        max_length=300,
        help_text=_("Its case number or day. Not who asked: whoever asks may be anonymous."),
    )
    language = forms.ChoiceField(
        label=_("Language of the list and the headings"),
        choices=[("sv", "Svenska"), ("en", "English")],
        widget=forms.RadioSelect,
        help_text=_("What people wrote stands as they wrote it."),
    )
    withheld = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    is_tried = forms.BooleanField(
        label=_("I have read everything marked here and assessed it for secrecy."),
        required=False,
    )

    def __init__(
        self, *args: Any, parts: Sequence[tuple[str, str]], marked: frozenset[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.marked = marked
        self.fields["withheld"].choices = list(parts)  # type: ignore[attr-defined]
        if not marked:
            del self.fields["is_tried"]

    def clean(self) -> dict[str, Any]:
        """Ask for the word that what is marked has been read, unless all of it stays behind."""
        cleaned = super().clean() or {}
        goes_along = self.marked - set(cleaned.get("withheld", ()))
        if goes_along and not cleaned.get("is_tried"):
            self.add_error("is_tried", _("Read what is marked, and say here that you have."))
        return cleaned
