"""Addresses of the pages of planning."""

from django.urls import path

from kollegium.planning.views import calendar, campaigns, orders, pool, schedule

app_name = "planning"

urlpatterns = [
    path("planning/", orders.order_list, name="orders"),
    path("planning/reviewers/", pool.reviewer_list, name="reviewers"),
    path("planning/reviewers/own-region/", pool.own_region, name="own_region"),
    path("planning/reviewers/<int:person_id>/", pool.reviewer, name="reviewer"),
    path("planning/campaigns/", campaigns.campaign_list, name="campaigns"),
    path("planning/campaigns/add/", campaigns.campaign_add, name="campaign_add"),
    path("planning/campaigns/<int:campaign_id>/", campaigns.campaign, name="campaign"),
    path("planning/campaigns/<int:campaign_id>/change/", campaigns.campaign_change, name="campaign_change"),
    path("planning/campaigns/<int:campaign_id>/remove/", campaigns.campaign_remove, name="campaign_remove"),
    path("planning/campaigns/<int:campaign_id>/cases/", campaigns.campaign_cases, name="campaign_cases"),
    path(
        "planning/campaigns/<int:campaign_id>/cases/<int:review_id>/remove/",
        campaigns.campaign_remove_case,
        name="campaign_remove_case",
    ),
    path(
        "planning/campaigns/<int:campaign_id>/propose/", campaigns.campaign_propose, name="campaign_propose"
    ),
    path("planning/campaigns/<int:campaign_id>/take/", campaigns.campaign_take, name="campaign_take"),
    path(
        "planning/campaigns/<int:campaign_id>/seats/<int:seat_id>/leave-out/",
        campaigns.campaign_leave_out,
        name="campaign_leave_out",
    ),
    path("cases/<int:review_id>/schedule/", schedule.schedule, name="schedule"),
    path("cases/<int:review_id>/schedule/step/", schedule.schedule_step, name="schedule_step"),
    path("cases/<int:review_id>/schedule/add/", schedule.slot_add, name="slot_add"),
    path("cases/<int:review_id>/schedule/<int:slot_id>/", schedule.slot, name="slot"),
    path("cases/<int:review_id>/schedule/<int:slot_id>/talk/", schedule.talk, name="talk"),
    path("me/calendar/", calendar.calendar, name="calendar"),
    path("calendar/<str:secret>.ics", calendar.calendar_file, name="calendar_file"),
    path("planning/own/", pool.own_reviewer, name="own_reviewer"),
    path("planning/orders/add/", orders.order_add, name="order_add"),
    path("planning/orders/<int:order_id>/", orders.order_page, name="order"),
    path("planning/orders/<int:order_id>/take-on/", orders.order_take_on, name="order_take_on"),
    path("planning/orders/<int:order_id>/decline/", orders.order_decline, name="order_decline"),
    path("planning/orders/<int:order_id>/withdraw/", orders.order_withdraw, name="order_withdraw"),
]
