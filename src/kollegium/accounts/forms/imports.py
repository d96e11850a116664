"""What one gives to bring many people in: a file, and corrections of its rows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kollegium.accounts.wording import ROLE_NAMES
from kollegium.accounts.wording_of_lists import COLUMN_NAMES
from kollegium.domain.people_rows import Column


class UploadForm(forms.Form):
    """The list."""

    file = forms.FileField(
        label=_("The list, as CSV or Excel"),
        help_text=_("At most 5,000 rows and 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty.")},
    )


class RowForm(forms.Form):
    """One row of the list, as it is written."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for column in Column:
            self.fields[column.value] = forms.CharField(
                label=COLUMN_NAMES[column], required=False, max_length=500
            )
            self.fields[column.value].silently_optional = True  # type: ignore[attr-defined]
        roles = [("", "—"), *((str(name), name) for name in ROLE_NAMES.values())]
        written = str(self.initial.get("role") or "")
        if written and written not in {str(name) for name in ROLE_NAMES.values()}:
            roles.insert(1, (written, written))
        self.fields["role"] = forms.ChoiceField(
            label=COLUMN_NAMES[Column.ROLE], choices=roles, required=False
        )
        self.fields["role"].silently_optional = True  # type: ignore[attr-defined]

    def texts(self) -> dict[str, str]:
        """Give what was written, by column; call after `is_valid`."""
        return {column.value: self.cleaned_data[column.value] for column in Column}
