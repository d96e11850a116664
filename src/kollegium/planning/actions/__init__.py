"""Every write of planning."""

from kollegium.planning.actions.orders import (
    NewOrder,
    decline_order,
    order_reviews,
    take_on_order,
    withdraw_order,
)
from kollegium.planning.actions.refusals import PlanningRefused

__all__ = [
    "NewOrder",
    "PlanningRefused",
    "decline_order",
    "order_reviews",
    "take_on_order",
    "withdraw_order",
]
