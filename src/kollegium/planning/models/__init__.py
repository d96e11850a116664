"""What is stored of planning."""

from kollegium.planning.models.campaigns import (
    Campaign,
    CampaignCase,
    ProposalState,
    ProposedSeat,
    SeatState,
    TeamProposal,
)
from kollegium.planning.models.orders import Order, OrderState, OrderUnit
from kollegium.planning.models.pool import (
    MOST_IN_A_YEAR,
    Absence,
    Country,
    RegionAllowed,
    ReviewerProfile,
    ReviewerTie,
)
from kollegium.planning.models.schedule import CalendarFeed, SlotReviewer, VisitSlot

__all__ = [
    "MOST_IN_A_YEAR",
    "Absence",
    "CalendarFeed",
    "Campaign",
    "CampaignCase",
    "Country",
    "Order",
    "OrderState",
    "OrderUnit",
    "ProposalState",
    "ProposedSeat",
    "RegionAllowed",
    "ReviewerProfile",
    "ReviewerTie",
    "SeatState",
    "SlotReviewer",
    "TeamProposal",
    "VisitSlot",
]
