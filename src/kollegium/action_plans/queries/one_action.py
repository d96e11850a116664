"""One action of a plan with everything said of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.http import Http404

from kollegium.action_plans.models import Evidence
from kollegium.domain import standard as standards
from kollegium.domain.roles import Permission
from kollegium.domain.standard import Area, Criterion
from kollegium.reviews.models import (
    UNDONE_ACTION_STATES,
    ActionPlanItem,
    ActionProgress,
    ActionState,
    CaseState,
    Review,
)
from kollegium.reviews.queries import get_review_for, place_of

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.files.models import StoredFile


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """One piece of evidence with its earlier versions, newest first; `withdrawn_on` tells that it no longer counts."""

    pk: int
    title: str
    text: str
    link: str
    file_name: str
    added_at: datetime
    added_by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    withdrawal_reason: str = ""
    earlier: "tuple[ShownEvidence, ...]" = ()


@dataclass(frozen=True, slots=True)
class PlanAction:
    """An action of a plan: what it answers, how it goes, and what shows it.

    Shape: `progress` holds (state, note, recorded_at, who, person id), newest first.
    """

    item: ActionPlanItem
    review: Review
    area: Area | None
    criterion: Criterion | None
    progress: tuple[dict[str, Any], ...]
    evidence: tuple[ShownEvidence, ...]
    may_report: bool
    may_judge: bool
    may_see_evidence: bool

    def days_late(self, as_of: date) -> int:
        """Give how many days ago an undone action should have been done; 0 for none."""
        if self.item.state not in UNDONE_ACTION_STATES or self.item.due_on is None:
            return 0
        return max((as_of - self.item.due_on).days, 0)

    @property
    def waits_for_judgement(self) -> bool:
        """Say whether the action is reported done and nobody has judged it yet."""
        return self.item.state == ActionState.REPORTED_DONE

    def was_reported_by(self, person_id: int | None) -> bool:
        """Say whether this person made the report that waits to be judged."""
        reports = [note for note in self.progress if note["state"] == ActionState.REPORTED_DONE]
        return bool(reports) and person_id is not None and reports[0]["recorded_by_id"] == person_id


def get_action_for(actor: "Actor", item_id: int) -> PlanAction:
    """Give an action of a review the actor may read; four queries. Raises Http404."""
    item = ActionPlanItem.objects.select_related("part").filter(pk=item_id).first()
    if item is None:
        raise Http404
    review = get_review_for(actor, item.part.review_id)
    place = place_of(review)
    is_open = review.state not in (CaseState.TAKEN_BACK, CaseState.WITHDRAWN)
    may_see_evidence = actor.may(Permission.READ_REVIEW_HISTORY, place)
    standard = standards.load(review.standard_key)
    return PlanAction(
        item=item,
        review=review,
        area=next((area for area in standard.areas if area.key == item.area_key), None),
        criterion=next((one for one in standard.criteria if one.key == item.criterion_key), None),
        progress=_progress_of(item),
        evidence=_evidence_of(item) if may_see_evidence else (),
        may_report=is_open and actor.may(Permission.REPORT_PROGRESS, place),
        may_judge=is_open and actor.may(Permission.FOLLOW_UP_ACTIONS, place),
        may_see_evidence=may_see_evidence,
    )


def get_evidence_file_for(actor: "Actor", item_id: int, evidence_id: int) -> "tuple[StoredFile, str]":
    """Give a stored file and its name, for those who may see what an action rests on. Raises Http404."""
    found = Evidence.objects.select_related("file", "item__part").filter(pk=evidence_id, item=item_id)
    evidence = found.first()
    if evidence is None or evidence.file is None:
        raise Http404
    review = get_review_for(actor, evidence.item.part.review_id)
    if not actor.may(Permission.READ_REVIEW_HISTORY, place_of(review)):
        raise Http404
    return evidence.file, evidence.file_name


def _progress_of(item: ActionPlanItem) -> tuple[dict[str, Any], ...]:
    notes = ActionProgress.objects.filter(item=item).order_by("-recorded_at", "-pk")
    return tuple(notes.values("state", "note", "recorded_at", "recorded_by_id", "recorded_by__name"))


def _evidence_of(item: ActionPlanItem) -> tuple[ShownEvidence, ...]:
    rows = Evidence.objects.filter(item=item).order_by("pk").values(
        "pk", "title", "text", "link", "file_name", "added_at", "added_by__name",
        "withdrawn_at", "withdrawn_by__name", "withdrawal_reason", "replaces_id",
    )  # fmt: skip
    shown: dict[int, ShownEvidence] = {}
    for row in rows:
        # A row comes after the one it replaces, and takes that one and its earlier ones with it.
        before = shown.pop(row["replaces_id"], None)
        shown[row["pk"]] = _shown(row, (before, *before.earlier) if before else ())
    return tuple(reversed(shown.values()))


def _shown(row: dict[str, Any], earlier: tuple[ShownEvidence, ...]) -> ShownEvidence:
    return ShownEvidence(
        pk=row["pk"],
        title=row["title"],
        text=row["text"],
        link=row["link"],
        file_name=row["file_name"],
        added_at=row["added_at"],
        added_by=row["added_by__name"] or "",
        withdrawn_at=row["withdrawn_at"],
        withdrawn_by=row["withdrawn_by__name"] or "",
        withdrawal_reason=row["withdrawal_reason"],
        earlier=earlier,
    )
