"""Say how far an action has come, with what shows it; and judge what was reported done."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.action_plans.actions.evidence import NewEvidence, add_evidence
from kollegium.reviews.actions import ReviewRefused, report_progress
from kollegium.reviews.models import ActionPlanItem, ActionState
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class ActionReport:
    """How far an action has come, how one knows, and what shows it."""

    state: ActionState
    note: str
    evidence: NewEvidence | None = None


def report_action(
    *, item_id: int, report: ActionReport, expected_version: int, now: datetime, by: "Actor"
) -> ActionPlanItem:
    """Store how far an action has come and, where given, what shows it; all or nothing.

    **Raises** ReviewRefused, as `reviews.report_progress` and `add_evidence`.
    """
    with recording(by=by, action="action_plans.report_action"):
        item = report_progress(
            item_id=item_id,
            state=report.state,
            note=report.note,
            expected_version=expected_version,
            now=now,
            by=by,
        )
        if report.evidence is not None:
            add_evidence(item_id=item_id, evidence=report.evidence, now=now, by=by)
    return item


def judge_action(
    *, item_id: int, is_done: bool, reason: str, expected_version: int, now: datetime, by: "Actor"
) -> ActionPlanItem:
    """Judge an action that was reported done: it is done, or it is not; the reason is kept.

    **Raises** ReviewRefused: `not-allowed-here`, `changed-meanwhile`, `note-missing`, `taken-back`, `not-reported`.
    """
    with recording(by=by, action="action_plans.judge_action"):
        state = ActionPlanItem.objects.filter(pk=item_id).values_list("state", flat=True).get()
        if state != ActionState.REPORTED_DONE:
            raise ReviewRefused("not-reported")
        return report_progress(
            item_id=item_id,
            state=ActionState.DONE if is_done else ActionState.NOT_DONE,
            note=reason,
            expected_version=expected_version,
            now=now,
            by=by,
        )
