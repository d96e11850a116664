"""Correct what was read, field by field, so that nobody's words are lost."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kollegium.domain.roles import Permission
from kollegium.organisations.models import Specialty, Unit
from kollegium.report_import.actions.refusals import ImportRefused, locked_proposal, person_id_of
from kollegium.report_import.drafts import FieldValue, bare, token_of
from kollegium.report_import.models import DoubtAnswer, FieldDecision, ImportProposal, ProposalState
from kollegium.report_import.paths import PLAN_ORDER, plan_path
from kollegium.report_import.queries.drafts import doubts_of, draft_of
from kollegium.trail.tracking import recording
from kollegium.ui.numbers import typed_number

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a page sends for one field: the value, and the token of the value it was shown."""

    path: str
    value: Any
    token: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that somebody else saved meanwhile: both values are kept, a person chooses."""

    path: str
    mine: Any
    theirs: FieldValue


@dataclass(slots=True)
class SaveResult:
    """What became of the fields sent. Shape: `saved` path → new token; `conflicts` path → both values."""

    saved: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)


def save_fields(
    *, proposal_id: int, changes: Iterable[FieldChange], by: "Actor", now: datetime
) -> SaveResult:
    """Save each field that the sender changed; a field that another saved meanwhile is left as it is.

    **Raises** ImportRefused: `not-allowed`, `not-open`, `unit-not-allowed`, `specialty-unknown`.
    """
    with recording(by=by, action="report_import.save_fields"):
        proposal = locked_proposal(proposal_id, by, ProposalState.PROPOSED)
        draft = draft_of(proposal)
        result = SaveResult()
        for change in changes:
            if draft.knows(change.path):
                _save_one(proposal, draft.field(change.path), change, result, by, now)
        if result.saved:
            proposal.version += 1
            proposal.save(update_fields=["version", "chosen_unit", "chosen_specialty"])
    return result


def add_plan_item(*, proposal_id: int, by: "Actor", now: datetime) -> int:
    """Add an empty item last in the plan and give its number."""
    with recording(by=by, action="report_import.add_plan_item"):
        proposal = locked_proposal(proposal_id, by, ProposalState.PROPOSED)
        draft = draft_of(proposal)
        number = draft.next_plan_number
        write_decision(proposal, PLAN_ORDER, [*draft.plan_numbers, number], by, now)
        # The number is taken from now on, also when the item is removed again.
        write_decision(proposal, plan_path(number, "action"), "", by, now)
        _touch(proposal)
    return number


def remove_plan_item(*, proposal_id: int, number: int, by: "Actor", now: datetime) -> None:
    """Leave an item out of the plan; what was read or written in it is kept."""
    with recording(by=by, action="report_import.remove_plan_item"):
        proposal = locked_proposal(proposal_id, by, ProposalState.PROPOSED)
        kept = [item for item in draft_of(proposal).plan_numbers if item != number]
        write_decision(proposal, PLAN_ORDER, kept, by, now)
        _touch(proposal)


def answer_doubt(*, proposal_id: int, doubt_key: str, answer: str, by: "Actor", now: datetime) -> None:
    """Note what a person said about a doubt; an empty answer takes an earlier one away."""
    with recording(by=by, action="report_import.answer_doubt"):
        proposal = locked_proposal(proposal_id, by, ProposalState.PROPOSED)
        doubts = {doubt.key: doubt for doubt in doubts_of(proposal)}
        if doubt_key not in doubts or (answer and answer not in doubts[doubt_key].answers):
            raise ImportRefused("not-open")
        if answer:
            DoubtAnswer.objects.update_or_create(
                proposal=proposal,
                doubt_key=doubt_key,
                defaults={"answer": answer, "answered_by_id": person_id_of(by), "answered_at": now},
            )
        else:
            DoubtAnswer.objects.filter(proposal=proposal, doubt_key=doubt_key).delete()
        answered = set(DoubtAnswer.objects.filter(proposal=proposal).values_list("doubt_key", flat=True))
        proposal.open_doubt_count = len(doubts.keys() - answered)
        proposal.save(update_fields=["open_doubt_count"])


def _save_one(
    proposal: ImportProposal,
    current: FieldValue,
    change: FieldChange,
    result: SaveResult,
    by: "Actor",
    now: datetime,
) -> None:
    shown_version = change.token.partition(".")[0]
    unchanged_by_sender = change.token == token_of(_number(shown_version), change.value)
    if unchanged_by_sender or bare(change.value) == bare(current.value):
        return
    if change.token != current.token:
        result.conflicts[change.path] = Conflict(change.path, change.value, current)
        return
    if change.path == "unit":
        proposal.chosen_unit = _unit_within_reach(change.value, by)
    elif change.path == "specialty":
        proposal.chosen_specialty = _specialty(change.value)
    version = write_decision(proposal, change.path, change.value, by, now)
    result.saved[change.path] = token_of(version, change.value)


def write_decision(proposal: ImportProposal, path: str, value: Any, by: "Actor", now: datetime) -> int:
    """Store what a person decided about a field and give its new version; in the caller's transaction."""
    decision = FieldDecision.objects.filter(proposal=proposal, path=path).first()
    version = decision.version + 1 if decision else 1
    FieldDecision.objects.update_or_create(
        proposal=proposal,
        path=path,
        defaults={
            "value": value,
            "decided_by_id": person_id_of(by),
            "decided_at": now,
            "version": version,
        },
    )
    return version


def _touch(proposal: ImportProposal) -> None:
    proposal.version += 1
    proposal.save(update_fields=["version"])


def _unit_within_reach(unit_id: int | None, by: "Actor") -> Unit | None:
    if unit_id is None:
        return None
    scope = by.places(Permission.IMPORT_REVIEWS)
    unit = Unit.objects.current().within(scope).filter(pk=unit_id).first()
    if unit is None:
        raise ImportRefused("unit-not-allowed")
    return unit


def _specialty(specialty_id: int | None) -> Specialty | None:
    if specialty_id is None:
        return None
    specialty = Specialty.objects.filter(pk=specialty_id, merged_into__isnull=True).first()
    if specialty is None:
        raise ImportRefused("specialty-unknown")
    return specialty


def _number(text: str) -> int:
    number = typed_number(text)
    return -1 if number is None else number
