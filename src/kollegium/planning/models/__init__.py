"""What is stored of planning."""

from kollegium.planning.models.orders import Order, OrderState, OrderUnit

__all__ = ["Order", "OrderState", "OrderUnit"]
