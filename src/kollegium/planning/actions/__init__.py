"""Every write of planning."""

from kollegium.planning.actions.campaigns import (
    add_cases,
    ask_for_teams,
    leave_out_seat,
    make_campaign,
    propose_teams,
    remove_case,
    take_seats,
)
from kollegium.planning.actions.orders import (
    NewOrder,
    decline_order,
    order_reviews,
    take_on_order,
    withdraw_order,
)
from kollegium.planning.actions.pool import (
    ProfileValues,
    add_absence,
    add_tie,
    allow_regions,
    keep_profile,
    remove_absence,
    remove_tie,
)
from kollegium.planning.actions.refusals import PlanningRefused

__all__ = [
    "NewOrder",
    "PlanningRefused",
    "ProfileValues",
    "add_absence",
    "add_cases",
    "add_tie",
    "allow_regions",
    "ask_for_teams",
    "decline_order",
    "keep_profile",
    "leave_out_seat",
    "make_campaign",
    "order_reviews",
    "propose_teams",
    "remove_absence",
    "remove_case",
    "remove_tie",
    "take_on_order",
    "take_seats",
    "withdraw_order",
]
