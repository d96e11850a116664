"""What every page shows around its content: the menu, the person, the demo band."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.accounts import hats
from kollegium.domain.roles import Permission

if TYPE_CHECKING:
    from kollegium.accounts.actors import PersonActor
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the main menu."""

    label: str
    url: str
    icon: str
    is_current: bool


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Give the menu, the account menu and the demo band for the page's frame."""
    context: dict[str, Any] = {"demo_notice": settings.MODE == "demo"}
    actor: PersonActor | None = getattr(request, "actor", None)
    if actor is None or not request.user.is_authenticated:
        context["navigation"] = _open_navigation(request)
        context["login_url"] = reverse("accounts:login")
        return context
    context["navigation"] = _navigation(request, actor)
    choices = hats.choices(actor)
    context["account_menu"] = {
        "name": request.user.person.name,
        "detail": request.user.email,
        "links": [{"label": _("My page"), "url": reverse("accounts:own_page"), "icon": "circle-user-round"}],
        "logout_url": reverse("accounts:logout"),
        "hats": choices,
        "hat": next((one["label"] for one in choices if one["is_current"]), ""),
        "hat_url": reverse("accounts:choose_hat"),
    }
    return context


def _open_navigation(request: HttpRequest) -> list[NavigationItem]:
    return _items(
        request,
        (_("Public register"), "comparison:register", "globe"),
        (_("Standards"), "reviews:standards", "book-open"),
    )


def _navigation(request: HttpRequest, actor: "Actor") -> list[NavigationItem]:
    entries = [(_("Start"), "home:start", "house")]
    if actor.may(Permission.READ_REVIEWS):
        entries.append((pgettext("menu", "Reviews"), "reviews:list", "clipboard-list"))
    if actor.may(Permission.IMPORT_REVIEWS):
        entries.append((_("Import reports"), "report_import:start", "upload"))
    entries.append((_("Units"), "organisations:units", "building-2"))
    if actor.may(Permission.READ_PEOPLE):
        entries.append((_("People"), "accounts:people", "users"))
    entries += [
        (_("Standards"), "reviews:standards", "book-open"),
        (_("Public register"), "comparison:register", "globe"),
    ]
    return _items(request, *entries)


def _items(request: HttpRequest, *entries: tuple[str, str, str]) -> list[NavigationItem]:
    items = []
    for label, url_name, icon in entries:
        url = reverse(url_name)
        is_current = request.path == url if url == "/" else request.path.startswith(url)
        items.append(NavigationItem(label=label, url=url, icon=icon, is_current=is_current))
    return items
