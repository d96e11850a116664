"""Addresses of the follow-up."""

from django.urls import path, re_path

from kollegium.action_plans.views import board, changes, cycle, one_action, unit, watching

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
    path("units/<int:unit_id>/follow-up/", unit.unit_follow_up, name="unit"),
]
