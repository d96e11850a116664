"""What people type to invite somebody, and to come in."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kollegium.accounts.actions import InvitationValues
from kollegium.accounts.queries import find_places, place_by_key, reaches_of
from kollegium.accounts.queries.finding_places import FoundPlace
from kollegium.accounts.wording import ROLE_NAMES
from kollegium.domain.roles import Actor, Permission, Reach, Role, grantable_roles

# So many are looked through faster than searched.
FEW_PLACES = 8


class FoundChoiceField(forms.ChoiceField):
    """A choice among what was found: what was chosen before a new search need not stand in the list."""

    def valid_value(self, value: object) -> bool:
        """Take any key; the form looks the place up."""
        return True


def _day(label: object, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)  # type: ignore[arg-type]


class InviteForm(forms.Form):
    """Who, to which role, where and when. The place is found by its name, without any script."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(
        label=_("E-mail"), help_text=_("The letter goes here, and it becomes the address to log in with.")
    )
    role = forms.ChoiceField(label=_("Role"))
    place_words = forms.CharField(label=_("Search for the place"), required=False, max_length=200)
    place = FoundChoiceField(
        label=_("Place"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the place. Search for it if it does not stand here.")},
    )
    valid_from = _day(_("First day"))
    valid_until = _day(_("Last day"), required=False, help_text=_("Leave empty for until further notice."))
    language = forms.ChoiceField(label=_("Language of the letter"), choices=lambda: settings.LANGUAGES)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place_words"].silently_optional = True  # type: ignore[attr-defined]
        roles = grantable_roles(actor)
        self.fields["role"].choices = [(role.value, ROLE_NAMES[role]) for role in roles]  # type: ignore[attr-defined]
        asked = self._asked("role")
        role = Role(asked) if asked in {one.value for one in roles} else roles[0]
        words = self._asked("place_words")
        self.found = find_places(actor, words, reaches_of(role), Permission.INVITE_PEOPLE)
        places = self.found.places
        self.fields["place"].choices = [(one.key, _label(one)) for one in places]  # type: ignore[attr-defined]
        if len(places) == 1:
            self.initial["place"] = places[0].key
        one_kind = len({reaches_of(one) for one in roles}) == 1
        self.asks_for_words = bool(words) or len(places) not in range(1, FEW_PLACES) or not one_kind

    def _asked(self, name: str) -> str:
        source = self.data.get(name) if self.is_bound else self.initial.get(name)
        # Looked for before the field itself has refused what the database cannot hold.
        return str(source or "").replace("\x00", "")

    def clean(self) -> dict[str, Any]:
        """Look the place up."""
        cleaned = super().clean() or {}
        if "place" in cleaned:
            try:
                self.at = place_by_key(cleaned["place"])
            except LookupError:
                self.add_error("place", gettext("Choose one of the places."))
        return cleaned

    def values(self) -> InvitationValues:
        """Give the checked values; call after `is_valid`."""
        cleaned = self.cleaned_data
        return InvitationValues(
            name=cleaned["name"],
            email=cleaned["email"],
            role=Role(cleaned["role"]),
            at=self.at,
            valid_from=cleaned["valid_from"],
            valid_until=cleaned["valid_until"],
            language=cleaned["language"],
        )


def _label(found: FoundPlace) -> str:
    if found.reach is Reach.NATIONAL:
        return gettext("The whole country")
    return f"{found.name} – {found.detail}" if found.detail else found.name


class NewcomerForm(forms.Form):
    """Name, language and a password, on coming in."""

    name = forms.CharField(
        label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_("At least twelve characters. A few words in a row are easy to remember."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=lambda: settings.LANGUAGES)

    def clean(self) -> dict[str, Any]:
        """Check that the password was written the same way twice."""
        cleaned = super().clean() or {}
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", _("The two passwords are not the same."))
        return cleaned
