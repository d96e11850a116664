"""What a person types about themselves."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kollegium.accounts.actions import PersonValues


class ProfileForm(forms.Form):
    """Name, contact address and language."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Contact address"),
        required=False,
        help_text=_("Where letters go. The address one logs in with is a thing of its own."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=lambda: settings.LANGUAGES)

    def values(self) -> PersonValues:
        """Give the checked values; call after `is_valid`."""
        cleaned = self.cleaned_data
        return PersonValues(cleaned["name"], cleaned["email"], "", cleaned["language"])


class NewEmailForm(forms.Form):
    """A new address to log in with, and the password."""

    email = forms.EmailField(label=_("New address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
