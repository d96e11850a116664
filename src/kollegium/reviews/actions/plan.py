"""Say how far an action of the plan has come."""

from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.domain.roles import Permission
from kollegium.reviews.actions.refusals import ReviewRefused, locked_review, person_id_of
from kollegium.reviews.models import ActionPlanItem, ActionProgress, ActionState
from kollegium.reviews.summaries import refresh_summary
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def report_progress(
    *, item_id: int, state: ActionState, note: str, expected_version: int, now: datetime, by: "Actor"
) -> ActionPlanItem:
    """Store how far an action has come, with a note, and give the action.

    That it is done is said by those who follow up; others report it done.

    **Raises** ReviewRefused: `not-allowed-here`, `changed-meanwhile`, `note-missing`,
    `nothing-changed`, `taken-back`.
    """
    with recording(by=by, action="reviews.report_progress"):
        item = ActionPlanItem.objects.select_for_update(of=("self",)).select_related("part").get(pk=item_id)
        is_judgement = state == ActionState.DONE
        needed = Permission.FOLLOW_UP_ACTIONS if is_judgement else Permission.REPORT_PROGRESS
        review = locked_review(item.part.review_id, by=by, permission=needed)
        if item.version != expected_version:
            raise ReviewRefused("changed-meanwhile")
        if not note.strip():
            raise ReviewRefused("note-missing" if item.state != state else "nothing-changed")
        ActionProgress.objects.create(
            item=item, state=state, note=note.strip(), recorded_at=now, recorded_by_id=person_id_of(by)
        )
        item.state = state
        item.version += 1
        item.save(update_fields=["state", "version"])
        refresh_summary(review)
    return item
