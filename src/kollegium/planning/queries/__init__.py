"""Every read of planning."""

from kollegium.planning.queries.orders import (
    OrderedUnit,
    OrderFilters,
    OrderView,
    find_units_to_order,
    get_order_for,
    list_orders_for,
    may_settle,
)

__all__ = [
    "OrderFilters",
    "OrderView",
    "OrderedUnit",
    "find_units_to_order",
    "get_order_for",
    "list_orders_for",
    "may_settle",
]
