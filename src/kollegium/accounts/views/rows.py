"""Rows that several pages of people show."""

from typing import TYPE_CHECKING, Any

from kollegium.accounts import wording

if TYPE_CHECKING:
    from kollegium.accounts.models import Assignment


def role_row(assignment: "Assignment") -> dict[str, Any]:
    """Give one role with its place and period, as the table of roles shows it."""
    return {
        "role": wording.ROLE_NAMES[wording.Role(assignment.role)],
        "place": wording.place_name(assignment),
        "from": assignment.valid_from,
        "until": assignment.valid_until,
    }
