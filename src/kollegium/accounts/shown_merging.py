"""Two rows of one person in words: what each holds, what merging does, and what was merged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.accounts import wording
from kollegium.accounts.queries import Likeness

if TYPE_CHECKING:
    from kollegium.accounts.models import Account, Assignment, Person, PersonMerge
    from kollegium.accounts.queries import Belongings, LikelyDouble, MergePlan


@dataclass(frozen=True, slots=True)
class ShownDouble:
    """A pair that is likely one person, with the roles of each in words."""

    name: str
    why: str
    url: str
    rows: tuple[tuple[str, str], ...]


def shown_doubles(
    doubles: "Iterable[LikelyDouble]", people: "dict[int, Person]", roles: dict[int, list[dict[str, Any]]]
) -> list[ShownDouble]:
    """Word the pairs; the newer row is offered to go up in the older."""
    words = {
        Likeness.ADDRESS: _("The same address"),
        Likeness.NAME_AND_PLACE: _("The same name at the same care provider"),
    }
    return [
        ShownDouble(
            name=people[one.first_id].name,
            why=words[one.likeness],
            url=reverse("accounts:merge", args=[one.second_id, one.first_id]),
            rows=tuple(
                (
                    people[pk].name,
                    ", ".join([people[pk].email, *map(wording.role_in_row, roles[pk])]).strip(", "),
                )
                for pk in (one.first_id, one.second_id)
            ),
        )
        for one in doubles
        if one.first_id in people and one.second_id in people
    ]


def facts_of(one: "Belongings", as_of: date) -> list[tuple[str, str]]:
    """Give what tells the row from another."""
    held = [*map(wording.role_at_place, one.held(as_of))]
    held += [
        wording.as_deputy_of(wording.role_at_place(item.assignment), item.assignment.person.name)
        for item in one.stands_in(as_of)
    ]
    return [
        (_("Contact address"), one.person.email or "–"),
        (_("HSA-id"), one.person.hsa_id or "–"),
        (_("Log-ins"), _addresses(one.log_ins) or "–"),
        (_("Roles"), "; ".join(held) or "–"),
    ]


def consequences(plan: "MergePlan") -> list[str]:
    """Say everything the merge does, what somebody gains by it first."""
    return [
        *_gains(plan),
        *_moves(plan),
        _("What was done under the row that goes stays in the history as it was."),
    ]


def _gains(plan: "MergePlan") -> Iterable[str]:
    gone, stays = plan.gone.person.name, plan.stays.person.name
    if plan.gained:
        yield _("%(name)s gets these roles: %(roles)s.") % {"name": stays, "roles": _roles(plan.gained)}
    others = plan.stays.held(plan.as_of)
    if plan.gone.log_ins and others:
        yield _("Whoever logs in with %(log_ins)s gets these roles: %(roles)s.") % {
            "log_ins": _addresses(plan.gone.log_ins),
            "roles": _roles(others),
        }
    if plan.gone.stands_in(plan.as_of):
        yield _("%(name)s becomes deputy where %(other)s is.") % {"name": stays, "other": gone}
    if plan.lacks_second_step:
        yield _("These log-ins need a second step from the next log-in on: %(log_ins)s.") % {
            "log_ins": _addresses(plan.lacks_second_step)
        }


def _moves(plan: "MergePlan") -> Iterable[str]:
    if plan.gone.log_ins:
        yield _("These log-ins move along with their second steps, and are logged out: %(log_ins)s.") % {
            "log_ins": _addresses(plan.gone.log_ins)
        }
    if plan.doubled:
        yield _("Both hold these roles, which are kept once: %(roles)s.") % {"roles": _roles(plan.doubled)}
    if plan.takes_email:
        yield _("The contact address %(email)s moves along.") % {"email": plan.gone.person.email}
    if plan.takes_hsa_id:
        yield _("The HSA-id %(hsa_id)s moves along.") % {"hsa_id": plan.gone.person.hsa_id}
    elif plan.gone.person.hsa_id:
        yield _("Both have an HSA-id. A log-in at the employer with either leads to the one who stays.")
    waiting = len(plan.gone.proposals) + len(plan.gone.invitations)
    if waiting:
        yield ngettext(
            "%(count)s proposed role or open invitation moves along.",
            "%(count)s proposed roles and open invitations move along.",
            waiting,
        ) % {"count": waiting}


def merge_rows(merges: "Iterable[PersonMerge]") -> list[dict[str, Any]]:
    """Give the rows merged into a person, with where each is undone."""
    return [
        {
            "name": merge.person.name,
            "at": merge.merged_at,
            "who": merge.merged_by.name if merge.merged_by else "",
            "reason": wording.MERGE_REASON_NAMES.get(merge.reason, merge.reason),
            "undo_url": reverse("accounts:merge_undo", args=[merge.pk]),
        }
        for merge in merges
    ]


def _addresses(accounts: "Iterable[Account]") -> str:
    return ", ".join(account.email for account in accounts)


def _roles(roles: "Iterable[Assignment]") -> str:
    return "; ".join(wording.role_at_place(role) for role in roles)
