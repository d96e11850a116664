"""A proposed reviewer in words: why this one, what the choice costs, which conflicts it accepts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import formats, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kollegium.domain.staffing import COSTS, Finding, Reason

# What is accepted with the choice; the hard ones never come with a proposal.
CONFLICTS: Mapping[str, str | Promise] = {
    Reason.SAME_REGION: gettext_lazy("works in the unit's own region"),
    Reason.EARLIER_EMPLOYED: gettext_lazy("worked there until %(day)s"),
    Reason.EARLIER_REVIEW: gettext_lazy("reviewed the same unit on %(day)s"),
    Reason.OVER_OWN_LIMIT: gettext_lazy("has as many reviews in %(year)s as wished for"),
}
# What rules a reviewer out of a proposal, said where somebody chooses by hand.
TIES: Mapping[str, str | Promise] = {
    **CONFLICTS,
    Reason.OWN_UNIT: gettext_lazy("works at the unit"),
    Reason.SAME_PROVIDER: gettext_lazy("works for the same care provider"),
    Reason.DECLARED: gettext_lazy("has told of a tie to the unit"),
    Reason.OWN_TRAINEE: gettext_lazy("supervises a trainee at the unit"),
    Reason.LATELY_EMPLOYED: gettext_lazy("worked there until %(day)s"),
    Reason.AWAY: gettext_lazy("is away during the visit"),
}
CHOSEN_FOR_WANT: Mapping[str, str | Promise] = {
    Reason.NEIGHBOUR: gettext_lazy(
        "From a neighbouring specialty, since the specialty's own reviewers do not suffice."
    ),
    Reason.NORDIC: gettext_lazy("A Nordic colleague, without ties within the country."),
    Reason.ALL_SPECIALTIES: gettext_lazy("Reviews all specialties."),
}


def reasons(facts: Mapping[str, Any]) -> list[str]:
    """Give why a reviewer was proposed, as sentences in the language of the page."""
    found = dict(facts["findings"])
    told = [_("Of the specialty itself.")] if facts["is_own"] else []
    told += [str(words) for reason, words in CHOSEN_FOR_WANT.items() if reason in found]
    if Reason.SAME_REGION not in found:
        told.append(_("From another region, or where the own region is allowed."))
    # A proposal from before the year was kept does not say how many it counted when.
    if "year" in facts:
        load = ngettext(
            "Has %(count)s review in %(year)s and wishes for %(most)s a year at most.",
            "Has %(count)s reviews in %(year)s and wishes for %(most)s a year at most.",
            facts["booked"],
        )
        told.append(load % {"count": facts["booked"], "most": facts["most"], "year": facts["year"]})
    if facts["is_junior"]:
        told.append(_("New, and beside an experienced reviewer."))
    others = ngettext(
        "%(count)s more reviewer of the specialty could have taken part on those days.",
        "%(count)s more reviewers of the specialty could have taken part on those days.",
        facts["others"],
    )
    told.append(others % {"count": facts["others"]})
    return told


def conflicts(facts: Mapping[str, Any]) -> list[str]:
    """Give the conflicts of interest that the choice accepts, each with what it costs."""
    told = []
    for reason, on in facts["findings"]:
        if reason in CONFLICTS:
            words = _worded(CONFLICTS[reason], on)
            told.append(
                _("%(conflict)s (costs %(cost)s)") % {"conflict": words, "cost": COSTS[Reason(reason)]}
            )
    return told


def tie_words(found: Finding) -> str:
    """Say what speaks against choosing a reviewer, in the language of the page."""
    return _worded(TIES[found.reason], found.day.isoformat() if found.day else None)


def cost(facts: Mapping[str, Any]) -> str:
    """Say what the choice costs in all."""
    return _("Cost %(cost)s") % {"cost": facts["cost"]}


def kept_words(facts: Mapping[str, Any]) -> str:
    """Give the whole explanation in Swedish, as it is kept with the appointment."""
    with translation.override("sv"):
        named = conflicts(facts)
        told = reasons(facts)
        if named:
            told.append(_("Accepted conflict: %(conflicts)s.") % {"conflicts": "; ".join(named)})
        told.append(f"{cost(facts)}.")
        return " ".join(told)


def _worded(words: str | Promise, on: str | None) -> str:
    """Give the words with the day or the year they hang on."""
    return str(words) % {"day": _plain(on), "year": on[:4] if on else _("a year that is not known")}


def _plain(on: str | None) -> str:
    return formats.date_format(date.fromisoformat(on), "j F Y") if on else _("a day that is not known")
