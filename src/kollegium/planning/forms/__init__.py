"""What a person types when planning."""

from kollegium.planning.forms.orders import DeclineForm, OrderFilterForm, OrderForm, TakeOnForm, WithdrawForm

__all__ = ["DeclineForm", "OrderFilterForm", "OrderForm", "TakeOnForm", "WithdrawForm"]
