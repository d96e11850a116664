"""What an action plan must and may answer, what to warn of in an item, and the sentence about the grade after it.

Source: inferred from two review reports with action plans (docs/sources.md, `grading-rule`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kollegium.domain.following_up import months_later
from kollegium.domain.grading import Verdict, breached_regulations
from kollegium.domain.standard import Area, Criterion, Outcome
from kollegium.domain.swedish import mentions_any, sort_key


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """What a plan says of one area: the keys it must answer and those it may, in the area's order.

    The empty key among `required` stands for the whole area: it failed, and no breach is on record that says why.
    """

    area_key: str
    required: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


def to_answer(
    area: Area, *, outcome: Outcome | None, verdicts: Mapping[str, Verdict], was_raised: bool = False
) -> ToAnswer:
    """Say what the plan answers of one area: every breached regulation must be, other shortcomings may be.

    `outcome` is the grade that the plan meets. `was_raised`: the area failed first and no longer does, as after a
    reconsideration; then its breaches are no longer asked about, and may be answered.
    """
    short = tuple(
        criterion.key
        for criterion in area.criteria
        if criterion.key in verdicts and Verdict(verdicts[criterion.key]).falls_short
    )
    breached = breached_regulations(area, verdicts)
    if was_raised:
        return ToAnswer(area.key, (), short)
    if outcome is Outcome.FAILED and not breached:
        return ToAnswer(area.key, ("",), short)
    return ToAnswer(area.key, breached, tuple(key for key in short if key not in breached))


def plan_due(decided_on: date, *, months: int, lifts: bool) -> date | None:
    """Give the last day for a plan that must be handed in; None where no day is sourced: no plan lifts the grade.

    Units: whole months after the day of the decision, that day included.
    """
    return months_later(decided_on, months) if lifts else None


class Lack(StrEnum):
    """What an item has not yet, without which it cannot be sent."""

    ACTION = "action"
    DUE_ON = "due_on"
    RESPONSIBLE = "responsible"
    FOLLOW_UP_ON = "follow_up_on"
    FOLLOW_UP_RESPONSIBLE = "follow_up_responsible"


class PlanWarning(StrEnum):
    """What makes one doubt an item. It is shown; whoever writes decides."""

    OFF_SUBJECT = "off-subject"
    DUE_IN_PAST = "due-in-past"
    DONE_AHEAD = "done-ahead"
    FOLLOWED_UP_BEFORE_DUE = "followed-up-before-due"
    SAME_PERSON = "same-person"
    NO_EVIDENCE = "no-evidence"


@dataclass(frozen=True, slots=True)
class ItemWords:
    """One item as it is written: the five fields of a plan, and what will show that it was done.

    `is_done`: the unit says that it is done already; `due_on` is then the day it was, which may be unknown.
    """

    action: str = ""
    due_on: date | None = None
    responsible: str = ""
    follow_up_on: date | None = None
    follow_up_responsible: str = ""
    evidence: str = ""
    is_done: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is written."""
        return self == ItemWords()

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """Give what the item has not yet; words of spaces alone are none."""
        values: dict[Lack, str | date | None] = {lack: getattr(self, lack.value) for lack in Lack}
        if self.is_done:
            del values[Lack.DUE_ON]
        return tuple(
            lack for lack, value in values.items() if not (value.strip() if isinstance(value, str) else value)
        )


def warnings_about(item: ItemWords, criterion: Criterion | None, *, as_of: date) -> tuple[PlanWarning, ...]:
    """Give what to warn of in an item, of the fields that are filled in; `criterion` None: about the whole area."""
    found = []
    # What will show it does not count: a plan for the programmes that only speaks of teaching was turned down.
    is_about = criterion is None or mentions_any(item.action, criterion.subject_words)
    if item.action.strip() and not is_about:
        found.append(PlanWarning.OFF_SUBJECT)
    if item.due_on is not None and item.due_on < as_of and not item.is_done:
        found.append(PlanWarning.DUE_IN_PAST)
    if item.due_on is not None and item.due_on > as_of and item.is_done:
        found.append(PlanWarning.DONE_AHEAD)
    if item.due_on is not None and item.follow_up_on is not None and item.follow_up_on < item.due_on:
        found.append(PlanWarning.FOLLOWED_UP_BEFORE_DUE)
    doer, follower = sort_key(item.responsible), sort_key(item.follow_up_responsible)
    if doer and doer == follower:
        found.append(PlanWarning.SAME_PERSON)
    if item.action.strip() and not item.evidence.strip():
        found.append(PlanWarning.NO_EVIDENCE)
    return tuple(found)


def sentence_after_plan(area: Area, *, before: Outcome, after: Outcome) -> str:
    """Give the sentence a report tells the grade after the plan with; reports are in Swedish."""
    letter = area.scale.letter_of(after) or ""
    if before is after:
        return f"Handlingsplan inkommen, gradering {letter} kvarstår."
    return (
        "Verksamheten har efter granskningen inkommit med handlingsplan för åtgärder. "
        f"Graderingen är ändrad till {letter}."
    )
