"""What a person types as the second step: a code, the name of a passkey, what the browser answers for one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

CODE_ATTRIBUTES = {
    "autocomplete": "one-time-code",
    "inputmode": "numeric",
    "autofocus": True,
    "maxlength": 20,
}


class CodeForm(forms.Form):
    """A code of the app, or a recovery code; spaces and dashes are as good as none."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(attrs=CODE_ATTRIBUTES),
        error_messages={"required": _("Write the code.")},
    )

    def clean_code(self) -> str:
        """Give the digits alone."""
        digits = "".join(sign for sign in self.cleaned_data["code"] if sign.isascii() and sign.isdigit())
        if not digits:
            raise forms.ValidationError(_("A code is made of digits."))
        return digits


class PasswordProofForm(forms.Form):
    """The password of somebody who is logged in already."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
        error_messages={"required": _("Write your password.")},
    )


class CredentialForm(forms.Form):
    """What the browser answers when a passkey is used; filled in by script."""

    credential = forms.JSONField(widget=forms.HiddenInput)

    def clean_credential(self) -> dict[str, Any]:
        """Give the answer as a mapping."""
        credential = self.cleaned_data["credential"]
        if not isinstance(credential, dict):
            raise forms.ValidationError(_("The passkey could not be read. Try again."))
        return credential


class NewPasskeyForm(CredentialForm):
    """A new passkey and what its owner calls it."""

    name = forms.CharField(
        label=_("What do you call it?"),
        help_text=_("For example “My phone”, so that you know it in the list."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
