"""What every page shows around its content: the menu, the person, the demo band."""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from kollegium.accounts import hats
from kollegium.domain.roles import Permission
from kollegium.ui.components.frame import AccountMenu, MenuItem
from kollegium.ui.page_addresses import page_address

if TYPE_CHECKING:
    from kollegium.accounts.actors import PersonActor

# What an entry of the menu needs; the others are for everybody who has logged in.
CASE_RIGHTS = (
    Permission.RUN_CASES,
    Permission.RUN_INTERNAL_CASES,
    Permission.COORDINATE_CASES,
    Permission.JUDGE_CASES,
    Permission.ANSWER_FOR_UNIT,
    Permission.ORDER_REVIEWS,
    Permission.KEEP_REVIEWERS,
    Permission.KNOW_OF_CASES,
)
NEEDED = (Permission.READ_REVIEWS, Permission.IMPORT_REVIEWS, Permission.READ_PEOPLE, *CASE_RIGHTS)
# So many entries stand in one line on a small desktop beside a long name; of more, these go under *More*.
MOST_IN_A_LINE = 6
UNDER_MORE = frozenset({"report_import:start", "reviews:standards", "comparison:register"})


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Give the menu, the account menu and the demo band for the page's frame."""
    context: dict[str, Any] = {"demo_notice": settings.MODE == "demo"}
    actor: PersonActor | None = getattr(request, "actor", None)
    language = get_language()
    if actor is None or not request.user.is_authenticated:
        context["navigation"] = _marked(_open_navigation(language), request.path)
        context["login_url"] = page_address("accounts:login")
        return context
    held = tuple(permission for permission in NEEDED if actor.may(permission))
    context["navigation"] = _marked(_navigation(language, held), request.path)
    choices = hats.choices(actor)
    context["account_menu"] = AccountMenu(
        name=request.user.person.name,
        detail=request.user.email,
        links=_own_links(language),
        unread=request.user.unread_reminders,
        logout_url=page_address("accounts:logout"),
        hats=choices,
        hat=next((str(one["label"]) for one in choices if one["is_current"]), ""),
        hat_url=page_address("accounts:choose_hat"),
    )
    return context


# The menus are worked out once for each language and each set of permissions.
@lru_cache(maxsize=8)
def _open_navigation(language: str | None) -> tuple[MenuItem, ...]:
    return (
        MenuItem(_("Public register"), reverse("comparison:register"), "globe"),
        MenuItem(_("Standards"), reverse("reviews:standards"), "book-open"),
    )


@lru_cache(maxsize=64)
def _navigation(language: str | None, held: tuple[Permission, ...]) -> tuple[MenuItem, ...]:
    entries = [(_("Start"), "home:start", "house")]
    if Permission.READ_REVIEWS in held:
        entries.append((pgettext("menu", "Reviews"), "reviews:list", "clipboard-list"))
        entries.append((pgettext("menu", "Follow-up"), "action_plans:board", "list-checks"))
    if not set(CASE_RIGHTS).isdisjoint(held):
        entries.append((pgettext("menu", "Cases"), "reviews:cases", "calendar-days"))
    if Permission.ORDER_REVIEWS in held:
        entries.append((pgettext("menu", "Planning"), "planning:orders", "send"))
    elif Permission.KEEP_REVIEWERS in held:
        entries.append((_("Reviewers"), "planning:reviewers", "send"))
    elif Permission.JUDGE_CASES in held:
        entries.append((_("My reviewing"), "planning:own_reviewer", "send"))
    if Permission.IMPORT_REVIEWS in held:
        entries.append((_("Import reports"), "report_import:start", "upload"))
    entries.append((_("Units"), "organisations:units", "building-2"))
    if Permission.READ_PEOPLE in held:
        entries.append((_("People"), "accounts:people", "users"))
    entries += [
        (_("Standards"), "reviews:standards", "book-open"),
        (_("Public register"), "comparison:register", "globe"),
    ]
    folds = len(entries) > MOST_IN_A_LINE
    return tuple(
        MenuItem(label, reverse(name), icon, is_more=folds and name in UNDER_MORE)
        for label, name, icon in entries
    )


@lru_cache(maxsize=8)
def _own_links(language: str | None) -> tuple[MenuItem, ...]:
    return (
        MenuItem(_("My page"), reverse("accounts:own_page"), "circle-user-round"),
        MenuItem(_("My reminders"), reverse("notifications:list"), "bell"),
        MenuItem(_("My calendar"), reverse("planning:calendar"), "calendar-days"),
    )


def _marked(items: tuple[MenuItem, ...], path: str) -> tuple[MenuItem, ...]:
    """Mark the entries whose pages the path lies below."""
    return _with_current(
        items,
        tuple(path == item.url if item.url == "/" else path.startswith(item.url) for item in items),
    )


@lru_cache(maxsize=512)
def _with_current(items: tuple[MenuItem, ...], current: tuple[bool, ...]) -> tuple[MenuItem, ...]:
    return tuple(
        replace(item, is_current=is_current) for item, is_current in zip(items, current, strict=True)
    )
