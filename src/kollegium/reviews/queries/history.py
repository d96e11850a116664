"""The change log of one review, put together from the events of all its rows: one change per act."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kollegium.accounts.queries import names_of_people
from kollegium.domain.roles import Permission
from kollegium.organisations.models import CareProvider, Specialty, Unit
from kollegium.reviews.models import (
    ActionPlanItem,
    ActionProgress,
    AreaText,
    CalibrationComment,
    CaseExport,
    CaseMove,
    Correction,
    FactCheck,
    Grade,
    MaterialComment,
    MaterialFile,
    MaterialItem,
    MaterialOpening,
    MaterialVersion,
    Publication,
    Reconsideration,
    ReconsideredArea,
    Remark,
    Review,
    ReviewerName,
    ReviewFeedback,
    ReviewPart,
    SummaryPoint,
    TeamMember,
    Verdict,
)
from kollegium.trail.names import deputy_for, person_id
from kollegium.trail.queries import LogEntry, RowsOf, log_of_rows

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

ROWS_OF_PARTS = (
    SummaryPoint,
    AreaText,
    Grade,
    Verdict,
    ActionPlanItem,
    Remark,
    CalibrationComment,
    ReconsideredArea,
)
ROWS_OF_REVIEW = (
    ReviewerName,
    TeamMember,
    CaseMove,
    FactCheck,
    CaseExport,
    Reconsideration,
    ReviewFeedback,
    Correction,
)


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One changed row. `values` are all its columns after the change (before it, for a removed row)."""

    entry: LogEntry
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LoggedAct:
    """Everything one action changed at once. `actor_key` None: done in the database itself."""

    at: datetime
    actor_key: str | None
    action: str | None
    changes: tuple[LoggedChange, ...]


@dataclass(frozen=True, slots=True)
class ReviewHistory:
    """The acts that made a review what it is, newest first, with the names of the people in it.

    Shape: `names` is person id → name; an erased person is missing. `parts` is part id → key, in their order.
    """

    acts: tuple[LoggedAct, ...]
    names: dict[int, str]
    parts: dict[int, str]

    def without(self, *models: str) -> "ReviewHistory":
        """Give the history without what befell rows of these kinds; acts of nothing else are left out."""
        kept = (
            replace(act, changes=tuple(one for one in act.changes if one.entry.model not in models))
            for act in self.acts
        )
        return replace(self, acts=tuple(act for act in kept if act.changes))


def may_read_history(actor: "Actor", review: Review) -> bool:
    """Say whether the actor may read who changed what in the review."""
    return Review.objects.reached_by(actor, Permission.READ_REVIEW_HISTORY).filter(pk=review.pk).exists()


def history_of(review: Review) -> ReviewHistory:
    """Give the history of a review, removed rows included; three queries."""
    parts = dict(ReviewPart.objects.filter(review=review).order_by("position", "pk").values_list("pk", "key"))
    acts = _acts(_with_values(log_of_rows(_rows_of(review.pk, tuple(parts)))))
    return ReviewHistory(acts, names_of_people(_people(acts)), parts)


def _rows_of(review_id: int, part_ids: tuple[int, ...]) -> list[RowsOf]:
    """Give every kind of row whose changes are told; those of one act are told in this order."""
    items = RowsOf(MaterialItem, "review_id", (review_id,))
    versions = RowsOf(MaterialVersion, "item_id", items)
    files = RowsOf(MaterialFile, "hand_in_id", versions)
    return [
        RowsOf(Review, "pgh_obj_id", (review_id,)),
        *(RowsOf(model, "part_id", part_ids) for model in ROWS_OF_PARTS),
        RowsOf(ActionProgress, "item_id", RowsOf(ActionPlanItem, "part_id", part_ids)),
        *(RowsOf(model, "review_id", (review_id,)) for model in ROWS_OF_REVIEW),
        # What was published is a whole report, and its history says that it was.
        RowsOf(Publication, "review_id", (review_id,), leave_out=("content", "choices")),
        items,
        versions,
        RowsOf(MaterialComment, "item_id", items),
        files,
        RowsOf(MaterialOpening, "file_id", files),
    ]


def _with_values(entries: Iterable[LogEntry]) -> list[LoggedChange]:
    values: dict[tuple[str, int], dict[str, Any]] = {}
    changes = []
    for entry in entries:
        known = dict(values.get((entry.model, entry.object_id), {}))
        known.update({change.field: change.new for change in entry.changes})
        values[(entry.model, entry.object_id)] = known
        changes.append(LoggedChange(entry, known))
    return changes


def _acts(changes: list[LoggedChange]) -> tuple[LoggedAct, ...]:
    """Put together what one action did: its events carry the same instant, actor and recording."""
    groups: dict[tuple[datetime, str, str, str], list[LoggedChange]] = {}
    for change in changes:
        entry = change.entry
        key = (entry.at, entry.actor_key or "", entry.action or "", entry.recording or "")
        groups.setdefault(key, []).append(change)
    acts = [
        LoggedAct(at, actor_key or None, action or None, tuple(found))
        for (at, actor_key, action, _recording), found in groups.items()
    ]
    # Turned before the sorting, which keeps it: of two acts in one instant the later written stands first.
    acts.reverse()
    return tuple(sorted(acts, key=lambda act: act.at, reverse=True))


def _people(acts: Iterable[LoggedAct]) -> set[int]:
    keys = {act.actor_key for act in acts}
    others = {number for key in keys for number in deputy_for(key)}
    # Whom a team takes in or lets go, and who opened a file, is told by name.
    others |= {
        change.values["person_id"]
        for act in acts
        for change in act.changes
        if change.entry.model in ("teammember", "materialopening")
    }
    others |= {
        value
        for act in acts
        for change in act.changes
        if change.entry.model == "materialitem"
        for item in change.entry.changes
        if item.field == "owner_id"
        for value in (item.old, item.new)
        if isinstance(value, int)
    }
    return others | {number for key in keys if (number := person_id(key)) is not None}


def names_of_places(history: ReviewHistory) -> dict[tuple[str, int], str]:
    """Give the names behind the ids in a history. Shape: (column, id) → name."""
    columns = {"unit_id": Unit, "care_provider_id": CareProvider, "specialty_id": Specialty}
    wanted: dict[str, set[int]] = {column: set() for column in columns}
    for act in history.acts:
        for change in act.changes:
            for item in change.entry.changes:
                if item.field in wanted:
                    wanted[item.field].update(
                        value for value in (item.old, item.new) if isinstance(value, int)
                    )
    return {
        (column, pk): name
        for column, ids in wanted.items()
        if ids
        for pk, name in columns[column].objects.filter(pk__in=ids).values_list("pk", "name")
    }
