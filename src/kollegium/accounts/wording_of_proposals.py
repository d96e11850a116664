"""Proposed roles in the user's words: what is asked for, and who decides."""

from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kollegium.accounts.models import DeclineReason
from kollegium.accounts.wording import ROLE_NAMES
from kollegium.domain.roles import REMITS, Permission, Role

if TYPE_CHECKING:
    from kollegium.accounts.models import RoleProposal

DECLINE_REASON_NAMES: dict[DeclineReason, str | Promise] = {
    DeclineReason.NOT_HERE: gettext_lazy("does not work here"),
    DeclineReason.NOT_THIS_ROLE: gettext_lazy("works here, but not in this role"),
    DeclineReason.OTHER: gettext_lazy("other reason"),
}


def proposed_role(proposal: "RoleProposal") -> str:
    """Say the role and its place in one phrase."""
    words = {"role": ROLE_NAMES[Role(proposal.role)], "place": place_words(proposal)}
    return _("%(role)s, %(place)s") % words


def place_words(proposal: "RoleProposal") -> str:
    """Name the place, or the HSA-id that no place here has."""
    if proposal.place is None:
        return _("unknown place, HSA-id %(id)s") % {"id": proposal.hsa_id}
    return proposal.place.name


def who_decides(proposal: "RoleProposal") -> str:
    """Say who can give the role there."""
    if proposal.place is None:
        return _("the administrator, since no place here has this HSA-id")
    if proposal.unit_id is not None and proposal.role in REMITS[Permission.INVITE_PEOPLE]:
        return _("the head of the unit, its programme director or the administrator")
    return _("the administrator of the care provider or the region")


def asked_for(proposals: "list[RoleProposal]") -> list[dict[str, Any]]:
    """Give what a person waits for, as their own pages show it."""
    return [
        {"role": proposed_role(item), "since": item.proposed_at, "decider": who_decides(item)}
        for item in proposals
    ]
