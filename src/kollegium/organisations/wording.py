"""Kinds, refusals and fields of places in the user's words."""

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kollegium.organisations.models import Specialty, SpecialtyKind

if TYPE_CHECKING:
    from django.forms import Form

KINDS: dict[str, str | Promise] = {
    SpecialtyKind.BASE: _("base specialty"),
    SpecialtyKind.BRANCH: _("branch specialty"),
    SpecialtyKind.ADDITIONAL: _("additional specialty"),
}

REFUSALS: dict[str, str | Promise] = {
    "not-allowed": _("You do not have the right to change this place. Nothing was changed."),
    "name-missing": _("Write a name."),
    "name-taken": _("There is already one called “%(name)s” here. Choose another name or open that one."),
    "code-taken": _("The code %(name)s is already used by another region."),
    "changed-meanwhile": _(
        "Somebody else has changed this since you opened it. What you typed is kept below; "
        "look at what it says now before you save."
    ),
    "merge-into-itself": _("A place cannot be merged into itself. Choose another."),
    "merge-into-merged": _("The one you chose has itself been merged into another. Choose the newer one."),
    "already-merged": _("This has already been merged into another."),
    "hsa-id-wrong": _("An HSA-id is letters and figures with dashes between, such as SE2321000016-1A2B."),
    "hsa-id-taken": _("%(name)s has this HSA-id. An id belongs to one place: correct it there first."),
    "parent-below": _("A unit cannot lie under itself or under a unit of its own. Choose another."),
}


def specialty_name(specialty: Specialty) -> str:
    """Give a specialty's name in the language of the page; one without an English name keeps its own."""
    return (get_language() == "en" and specialty.name_en) or specialty.name


def field_of(code: str, form: "Form") -> str | None:
    """Give the field of the form that a refusal is about, or None when it is about the whole."""
    return "hsa_id" if code.startswith("hsa-id-") and "hsa_id" in form.fields else None


def refusal_text(code: str, params: dict[str, object]) -> str:
    """Say in one sentence why a change was refused."""
    return str(REFUSALS[code]) % params
