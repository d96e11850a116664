"""Addresses of the follow-up."""

from django.urls import path, re_path

from kollegium.action_plans.views import (
    board,
    changes,
    cycle,
    one_action,
    plan,
    plan_judging,
    unit,
    watching,
)

app_name = "action_plans"

urlpatterns = [
    path("follow-up/", board.action_board, name="board"),
    re_path(r"^follow-up/export\.(?P<extension>csv|xlsx)$", board.board_export, name="export"),
    path("follow-up/units/", board.unit_board, name="units"),
    path("follow-up/next-reviews/", cycle.next_reviews, name="cycle"),
    re_path(
        r"^follow-up/next-reviews/export\.(?P<extension>csv|xlsx)$", cycle.cycle_export, name="cycle_export"
    ),
    path("follow-up/extra-reviews/", watching.extra_reviews, name="extra_reviews"),
    path("follow-up/extra-reviews/<int:extra_id>/dismiss/", watching.dismiss, name="dismiss_extra"),
    path("follow-up/regions/<int:pk>/", watching.region_rules, name="region_rules"),
    path("follow-up/actions/<int:item_id>/", one_action.action_page, name="action"),
    path("follow-up/actions/<int:item_id>/report/", changes.report, name="report"),
    path("follow-up/actions/<int:item_id>/judge/", changes.judge, name="judge"),
    path("follow-up/actions/<int:item_id>/evidence/", changes.add_evidence, name="add_evidence"),
    path(
        "follow-up/actions/<int:item_id>/evidence/<int:evidence_id>/replace/",
        changes.replace_evidence,
        name="replace_evidence",
    ),
    path(
        "follow-up/actions/<int:item_id>/evidence/<int:evidence_id>/withdraw/",
        changes.withdraw_evidence,
        name="withdraw_evidence",
    ),
    path(
        "follow-up/actions/<int:item_id>/evidence/<int:evidence_id>/file/",
        one_action.evidence_file,
        name="evidence_file",
    ),
    path("cases/<int:review_id>/plan/", plan.plan, name="plan"),
    path("cases/<int:review_id>/plan/send/", plan.send, name="plan_send"),
    path("cases/<int:review_id>/plan/time/", plan.more_time, name="plan_time"),
    path("cases/<int:review_id>/plan/accepted/<str:criterion_key>/", plan.accepted, name="plan_accepted"),
    path(
        "cases/<int:review_id>/plan/items/<int:part_id>/<str:area_key>/<str:criterion_key>/",
        plan.save_item,
        name="plan_item",
    ),
    path("cases/<int:review_id>/plan/judge/<int:item_id>/", plan_judging.judge_item, name="judge_plan_item"),
    path(
        "cases/<int:review_id>/plan/areas/<int:part_id>/<str:area_key>/",
        plan_judging.decide_area,
        name="plan_area",
    ),
    path("units/<int:unit_id>/follow-up/", unit.unit_follow_up, name="unit"),
]
