"""Addresses of the pages of planning."""

from django.urls import path

from kollegium.planning.views import orders

app_name = "planning"

urlpatterns = [
    path("planning/", orders.order_list, name="orders"),
    path("planning/orders/add/", orders.order_add, name="order_add"),
    path("planning/orders/<int:order_id>/", orders.order_page, name="order"),
    path("planning/orders/<int:order_id>/take-on/", orders.order_take_on, name="order_take_on"),
    path("planning/orders/<int:order_id>/decline/", orders.order_decline, name="order_decline"),
    path("planning/orders/<int:order_id>/withdraw/", orders.order_withdraw, name="order_withdraw"),
]
