"""Rows that several pages of people show."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from kollegium.accounts import queries, wording
from kollegium.accounts.providers import claim_map
from kollegium.domain.roles import Permission, grantable_roles
from kollegium.ui.components.navigation import Tab

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kollegium.accounts.models import Assignment, Deputyship
    from kollegium.domain.roles import Actor


def role_row(assignment: "Assignment") -> dict[str, Any]:
    """Give one role with its place and period, as the table of roles shows it."""
    return {
        "pk": assignment.pk,
        "role": wording.ROLE_NAMES[wording.Role(assignment.role)],
        "place": wording.place_name(assignment),
        "from": assignment.valid_from,
        "until": assignment.valid_until,
    }


def deputy_rows(actor: "Actor", deputyships: "list[Deputyship]") -> list[dict[str, Any]]:
    """Give absences and deputies as their table shows them, with where the reader can end each."""
    return [
        {
            "words": wording.deputyship_words(item),
            "role": wording.role_at_place(item.assignment),
            "days": wording.period_words(item.valid_from, item.valid_until),
            "reason": wording.ABSENCE_REASON_NAMES.get(item.reason, ""),
            "end_url": reverse("accounts:deputyship_end", args=[item.pk])
            if queries.may_arrange_deputies(actor, item.assignment)
            else "",
        }
        for item in deputyships
    ]


def deputy_role_row(deputyship: "Deputyship") -> dict[str, Any]:
    """Give a role held as deputy as the table of roles shows it."""
    row = role_row(deputyship.assignment)
    role = wording.as_deputy_of(str(row["role"]), deputyship.assignment.person.name)
    return {**row, "role": role, "from": deputyship.valid_from, "until": deputyship.valid_until}


def people_tabs(actor: "Actor", current: str) -> list[Tab]:
    """Give the pages about people in general; for those who only read about people there is no choice."""
    pages = [(_("People"), "accounts:people")]
    if claim_map().roles and grantable_roles(actor):
        pages.append((_("Proposed roles"), "accounts:proposals"))
    if actor.may(Permission.INVITE_PEOPLE):
        pages.append((_("Invitations"), "accounts:invitations"))
    if actor.may(Permission.MANAGE_PEOPLE):
        pages.append((_("Rights"), "accounts:rights"))
        pages.append((_("Bring in a list"), "accounts:import_start"))
        pages.append((_("Doubles"), "accounts:doubles"))
    return [Tab(label, reverse(name), name == current) for label, name in pages] if len(pages) > 1 else []


def below_own_page(label: str = "") -> list[dict[str, str]]:
    """Give the breadcrumbs of a page under one's own; without a label, the way there."""
    way = [{"label": _("My page"), "url": reverse("accounts:own_page")}]
    return [*way, {"label": label}] if label else way


def speak(response: "HttpResponse", language: str) -> None:
    """Let the pages that follow speak a language."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
