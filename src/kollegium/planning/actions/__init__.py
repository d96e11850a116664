"""Every write of planning."""

from kollegium.planning.actions.calendar import end_feed, make_feed, note_fetch
from kollegium.planning.actions.campaigns import (
    add_cases,
    ask_for_teams,
    change_campaign,
    leave_out_seat,
    make_campaign,
    propose_teams,
    remove_campaign,
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
from kollegium.planning.actions.schedule import (
    SlotValues,
    add_slot,
    ask_for_talk,
    change_slot,
    leave_talk,
    move_schedule,
    propose_schedule,
    put_slot_back,
    take_slot_away,
)

__all__ = [
    "NewOrder",
    "PlanningRefused",
    "ProfileValues",
    "SlotValues",
    "add_absence",
    "add_cases",
    "add_slot",
    "add_tie",
    "allow_regions",
    "ask_for_talk",
    "ask_for_teams",
    "change_campaign",
    "change_slot",
    "decline_order",
    "end_feed",
    "keep_profile",
    "leave_out_seat",
    "leave_talk",
    "make_campaign",
    "make_feed",
    "move_schedule",
    "note_fetch",
    "order_reviews",
    "propose_schedule",
    "propose_teams",
    "put_slot_back",
    "remove_absence",
    "remove_campaign",
    "remove_case",
    "remove_tie",
    "take_on_order",
    "take_seats",
    "take_slot_away",
    "withdraw_order",
]
