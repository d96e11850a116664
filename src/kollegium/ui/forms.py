"""Forms of the interface's own pages, and the warning about personal identity numbers that every form can have."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from kollegium.domain.personal_numbers import find_personal_numbers
from kollegium.ui.components.feedback import notice

CONFIRM_NAME = "keep_personal_number"


class PersonalNumberWarning:
    """A mixin for forms with free text: warns of a personal identity number, refuses nothing, loses nothing.

    The first time such a number is posted the form counts as not valid without an error: it is shown again with
    a warning at the field and a choice to save anyway (`{% form_errors form %}` writes it). Posted with that choice it
    is valid. Which fields are looked at: every text field with a textarea, or those named in `watched_fields`.
    """

    watched_fields: tuple[str, ...] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warnings: dict[str, str] = {}
        for name in self._watched():
            self.fields[name].widget.attrs["data-personal-number-warning"] = warning_text()

    @property
    def needs_confirmation(self) -> bool:
        """True when the posted text holds such a number and the choice to save anyway was not made."""
        self.errors  # noqa: B018 - reading the errors runs the validation that fills the warnings
        return bool(self.warnings) and not self._is_confirmed()

    def is_valid(self) -> bool:
        """Return whether the form can be saved: no errors, and nothing left to confirm."""
        return super().is_valid() and not self.needs_confirmation

    def clean(self) -> dict[str, Any] | None:
        """Look through the watched fields; what is found becomes a warning, not an error."""
        cleaned = super().clean()
        values: Mapping[str, Any] = self.cleaned_data if cleaned is None else cleaned
        self.warnings = {
            name: warning_text()
            for name in self._watched()
            if find_personal_numbers(str(values.get(name) or ""))
        }
        return cleaned

    def confirmation(self) -> SafeString:
        """Return the notice with the choice to save anyway; it belongs inside the form."""
        box = format_html(
            '<label class="choice"><input type="checkbox" name="{}" value="yes"><span>{}</span></label>',
            self.add_prefix(CONFIRM_NAME),
            gettext("The number must stand here. Save anyway."),
        )
        text = format_html(
            "<p>{}</p>{}", gettext("Nothing is saved yet. Take the number away, or confirm."), box
        )
        return notice(text, kind="warning", title=warning_text(), role="alert")

    def _is_confirmed(self) -> bool:
        return self.data.get(self.add_prefix(CONFIRM_NAME)) == "yes"

    def _watched(self) -> list[str]:
        if self.watched_fields is not None:
            return list(self.watched_fields)
        return [name for name, field in self.fields.items() if isinstance(field.widget, forms.Textarea)]


def warning_text() -> str:
    """Return the warning in the reader's language."""
    return gettext("This looks like a personal identity number.")


class FaultReportForm(PersonalNumberWarning, forms.Form):
    """What a visitor tells about a page that could not be used."""

    page = forms.CharField(
        label=gettext_lazy("Which page is it about?"),
        help_text=gettext_lazy("Paste the address, or describe where you were."),
        max_length=500,
        required=False,
    )
    description = forms.CharField(
        label=gettext_lazy("What could you not do?"),
        help_text=gettext_lazy("Tell what you tried, what happened, and which aids you use if that matters."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Tell us what you could not do.")},
    )
    reply_to = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("Only if you want an answer."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def report(self) -> dict[str, str]:
        """Return what was written, ready to send."""
        return {name: self.cleaned_data[name] for name in ("page", "description", "reply_to")}
