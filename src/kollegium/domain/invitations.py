"""What has become of an invitation, from when things happened to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class InvitationState(StrEnum):
    """Where an invitation stands."""

    WAITING = "waiting"
    UNDELIVERED = "undelivered"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Say whether it can still be sent again or withdrawn."""
        return self not in (InvitationState.ACCEPTED, InvitationState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class InvitationTimes:
    """When an invitation ends, and when something happened to it; None is not yet."""

    expires_at: datetime
    undelivered_at: datetime | None = None
    accepted_at: datetime | None = None
    withdrawn_at: datetime | None = None


def state_of(times: InvitationTimes, *, now: datetime) -> InvitationState:
    """Give where the invitation stands. At the very moment it expires it is over."""
    if times.accepted_at is not None:
        return InvitationState.ACCEPTED
    if times.withdrawn_at is not None:
        return InvitationState.WITHDRAWN
    if times.expires_at <= now:
        return InvitationState.EXPIRED
    return InvitationState.WAITING if times.undelivered_at is None else InvitationState.UNDELIVERED
