"""What those who keep people in order type: filters, a person, a role, its end."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kollegium.accounts.actions import Appointment, PersonValues
from kollegium.accounts.models import EndReason
from kollegium.accounts.queries import (
    FoundPlaces,
    LogInState,
    PeopleFilters,
    PeopleOrder,
    RightsFilters,
    find_places,
    place_by_key,
    reaches_of,
)
from kollegium.accounts.wording import (
    END_REASON_NAMES,
    ORDER_NAMES,
    PERMISSION_NAMES,
    REACH_NAMES,
    ROLE_NAMES,
    STATE_NAMES,
)
from kollegium.domain.roles import Actor, Permission, Reach, Role, grantable_roles
from kollegium.ui.widgets import PlainSelect


def date_field(label: object, **more: Any) -> forms.DateField:
    """Give a field for a day, with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)  # type: ignore[arg-type]


class PeopleFilterForm(forms.Form):
    """Search and filters of the list of people."""

    q = forms.CharField(required=False, max_length=200)
    role = forms.ChoiceField(label=_("Role"), required=False, widget=PlainSelect)
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("Log-in and role"), required=False, widget=PlainSelect)
    sort = forms.ChoiceField(label=_("Order"), required=False, widget=PlainSelect)

    def __init__(self, *args: Any, with_state: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = [("", _("All"))]
        self.fields["role"].choices = everything + list(ROLE_NAMES.items())  # type: ignore[attr-defined]
        self.fields["state"].choices = everything + list(STATE_NAMES.items())  # type: ignore[attr-defined]
        self.fields["sort"].choices = list(ORDER_NAMES.items())  # type: ignore[attr-defined]
        if not with_state:
            del self.fields["state"]

    def filters(self) -> PeopleFilters:
        """Give what is asked for; what makes no sense narrows nothing."""
        self.is_valid()
        chosen = self.cleaned_data
        return PeopleFilters(
            search=chosen.get("q") or "",
            role=Role(chosen["role"]) if chosen.get("role") else None,
            place=chosen.get("place") or "",
            state=LogInState(chosen["state"]) if chosen.get("state") else None,
        )

    def order(self) -> PeopleOrder:
        """Give the order asked for, or by name; call after `filters`."""
        return PeopleOrder(self.cleaned_data.get("sort") or PeopleOrder.NAME)


class RightsFilterForm(forms.Form):
    """Filters of the list of rights; the place is named by `at`, chosen from what the words find."""

    permission = forms.ChoiceField(label=_("Right"), required=False, widget=PlainSelect)
    role = forms.ChoiceField(label=_("Role"), required=False, widget=PlainSelect)
    q = forms.CharField(required=False, max_length=200)
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    at = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._actor = actor
        self.found = FoundPlaces()
        everything = [("", _("All"))]
        self.fields["permission"].choices = everything + list(PERMISSION_NAMES.items())  # type: ignore[attr-defined]
        self.fields["role"].choices = everything + list(ROLE_NAMES.items())  # type: ignore[attr-defined]

    def filters(self) -> RightsFilters:
        """Give what is asked for. Words that fit one place alone choose it; more stand in `found` to choose from."""
        self.is_valid()
        chosen = self.cleaned_data
        key = chosen.get("at") or ""
        if not key and (chosen.get("place") or "").strip():
            self.found = find_places(self._actor, chosen["place"], frozenset(Reach) - {Reach.NATIONAL})
            places = self.found.places
            key = places[0].key if len(places) == 1 else ""
        try:
            place = place_by_key(key) if key else None
        except LookupError:
            place = None
        return RightsFilters(
            permission=Permission(chosen["permission"]) if chosen.get("permission") else None,
            role=Role(chosen["role"]) if chosen.get("role") else None,
            place=place,
            search=chosen.get("q") or "",
        )


class PersonForm(forms.Form):
    """Who somebody is. Each value remembers what it was when the page was opened."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        show_hidden_initial=True,
        error_messages={"required": _("Write the name.")},
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        show_hidden_initial=True,
        help_text=_("Where letters go. The address one logs in with is a thing of its own."),
    )
    hsa_id = forms.CharField(label=_("HSA-id"), max_length=64, required=False, show_hidden_initial=True)
    language = forms.ChoiceField(
        label=_("Language"), choices=lambda: settings.LANGUAGES, show_hidden_initial=True
    )

    @property
    def hidden_initials(self) -> SafeString:
        """Give the hidden fields that remember what each value was when the page was opened."""
        remembered = (bound for bound in self if bound.field.show_hidden_initial)
        return format_html_join("", "{}", ((bound.as_hidden(only_initial=True),) for bound in remembered))

    def values(self) -> PersonValues:
        """Give the checked values; call after `is_valid`."""
        cleaned = self.cleaned_data
        return PersonValues(cleaned["name"], cleaned["email"], cleaned["hsa_id"], cleaned["language"])


class AnyChoice(forms.ChoiceField):
    """A choice among what was found: found again on sending, it may no longer stand in the list."""

    def valid_value(self, value: object) -> bool:
        """Take any key; the form looks the place up."""
        return True


class RoleForm(forms.Form):
    """A role at a place for a period. The place is found by its name, without any script."""

    role = forms.ChoiceField(label=_("Role"), required=False, widget=PlainSelect)
    place_words = forms.CharField(
        label=_("Search for the place"),
        required=False,
        max_length=200,
        help_text=_("The beginning of the name. Leave empty for a role in the whole country."),
    )
    place = AnyChoice(label=_("Place"), required=False, widget=forms.RadioSelect)
    valid_from = date_field(_("First day"))
    valid_until = date_field(
        _("Last day"), required=False, help_text=_("Leave empty for until further notice.")
    )

    def __init__(self, *args: Any, actor: Actor, is_optional: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._is_optional = is_optional
        names = [(role.value, ROLE_NAMES[role]) for role in grantable_roles(actor)]
        self.fields["role"].choices = [("", "—"), *names]  # type: ignore[attr-defined]
        if not is_optional:
            for name in ("role", "place", "place_words"):
                self.fields[name].silently_optional = True  # type: ignore[attr-defined]
        asked = self._asked("role")
        role = Role(asked) if asked in set(Role) else None
        self.found = find_places(actor, self._asked("place_words"), reaches_of(role))
        self.fields["place"].choices = [(one.key, _label(one)) for one in self.found.places]  # type: ignore[attr-defined]
        if not self.found.places:
            self.fields["place"].widget = forms.HiddenInput()

    def _asked(self, name: str) -> str:
        source = self.data.get(self.add_prefix(name)) if self.is_bound else self.initial.get(name)
        return str(source or "")

    def clean(self) -> dict[str, Any]:
        """Look up the place; the only one that was found need not be chosen."""
        cleaned = super().clean() or {}
        self.at = None
        if not cleaned.get("role"):
            if not self._is_optional:
                self.add_error("role", gettext("Choose a role."))
            return cleaned
        only = self.found.places[0].key if len(self.found.places) == 1 else ""
        try:
            self.at = place_by_key(cleaned.get("place") or only)
        except LookupError:
            self.add_error("place_words", self._no_place())
        return cleaned

    def _no_place(self) -> str:
        if self.found.places:
            return gettext("Choose one of the places below.")
        return gettext("No place with this name can have the role. Write the beginning of fewer words.")

    def appointment(self) -> Appointment | None:
        """Give the checked role, or None when none was chosen; call after `is_valid`."""
        cleaned = self.cleaned_data
        if not cleaned["role"]:
            return None
        return Appointment(Role(cleaned["role"]), self.at, cleaned["valid_from"], cleaned["valid_until"])


def _label(found: Any) -> str:
    kind = str(REACH_NAMES[found.reach])
    if found.reach is Reach.NATIONAL:
        return kind
    return f"{found.name} – {found.detail or kind}"


class EndRoleForm(forms.Form):
    """The last day of a role, and why."""

    last_day = date_field(_("Last day"))
    reason = forms.ChoiceField(label=_("Reason"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reasons = [(reason.value, END_REASON_NAMES[reason]) for reason in EndReason]
        self.fields["reason"].choices = [("", "—"), *reasons]  # type: ignore[attr-defined]
