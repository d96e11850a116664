"""The pages that tell of one unit: capabilities above add theirs, and each shows all of them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kollegium.domain.roles import Actor, Permission
from kollegium.organisations.models import Unit
from kollegium.ui.components.navigation import Tab


@dataclass(frozen=True, slots=True)
class UnitTab:
    """One page about a unit: its label, its url name (taking the unit's id) and who may open it."""

    label: str | Promise
    url_name: str
    permission: Permission


_TABS: list[UnitTab] = [UnitTab(_("About the unit"), "organisations:unit", Permission.READ_PLACES)]


def register_unit_tab(label: str | Promise, url_name: str, permission: Permission) -> None:
    """Add a page to every unit; called once when a capability starts."""
    tab = UnitTab(label, url_name, permission)
    if tab not in _TABS:
        _TABS.append(tab)


def unit_tabs(actor: Actor, unit: Unit, current: str) -> list[Tab]:
    """Give the tabs of a unit that the actor may open; `current` is the url name of the page shown."""
    return [
        Tab(str(tab.label), reverse(tab.url_name, args=[unit.pk]), tab.url_name == current)
        for tab in _TABS
        if tab.permission == Permission.READ_PLACES or actor.may(tab.permission, unit.place)
    ]
