"""The fact check: the unit remarks on passages of the draft, each remark is answered, the office sets the day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.passages import Span, chosen_span
from kollegium.reviews.actions.cases import CaseRefused, locked_case
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import FactCheck, Remark, RemarkKind, RemarkOutcome
from kollegium.reviews.queries.fact_check import story_of
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

UNIT = frozenset({Viewer.UNIT})
ANSWERERS = frozenset({Viewer.REVIEWER, Viewer.OFFICE})
OFFICE = frozenset({Viewer.OFFICE})


@dataclass(frozen=True, slots=True)
class NewRemark:
    """What is remarked on a passage of one section; an empty span means the whole section."""

    part_id: int
    section_key: str
    span: Span | None
    kind: RemarkKind
    text: str


@dataclass(frozen=True, slots=True)
class RemarkAnswer:
    """What became of a remark, and why; `seen_version` is that of the answer the form was filled from."""

    outcome: RemarkOutcome
    text: str
    seen_version: int


def remark_on_draft(*, review_id: int, remark: NewRemark, now: datetime, by: "Actor") -> Remark:
    """Keep a remark of the unit on the draft it was sent.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `fact-check-over`, `fact-check-finished`,
    `no-such-passage`, `remark-empty`.
    """
    with recording(by=by, action="reviews.remark_on_draft"):
        check = _locked_check(review_id, by=by, who=UNIT)
        _require_time(check, now)
        if check.finished_at is not None:
            raise CaseRefused("fact-check-finished")
        section = story_of(check).section(remark.part_id, remark.section_key)
        if section is None:
            raise Http404
        if not remark.text.strip():
            raise CaseRefused("remark-empty")
        whole = remark.span or Span(0, len(section.text))
        span = chosen_span(section.text, whole.start, whole.end)
        if remark.span is not None and span is None:
            raise CaseRefused("no-such-passage")
        return Remark.objects.create(
            fact_check=check,
            part_id=remark.part_id,
            section_key=remark.section_key,
            start=span.start if span else 0,
            quote=span.of(section.text) if span else "",
            kind=remark.kind,
            text=remark.text.strip(),
            written_at=now,
            written_by_id=person_id_of(by),
        )


def answer_remark(
    *, review_id: int, remark_id: int, answer: RemarkAnswer, now: datetime, by: "Actor"
) -> Remark:
    """Answer a remark, or change the answer; what was answered before stands in the log.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `changed-meanwhile`, `answer-empty`.
    """
    with recording(by=by, action="reviews.answer_remark"):
        check = _locked_check(review_id, by=by, who=ANSWERERS)
        remark = Remark.objects.select_for_update().filter(fact_check=check, pk=remark_id).first()
        if remark is None:
            raise Http404
        if remark.version != answer.seen_version:
            raise CaseRefused("changed-meanwhile")
        if not answer.text.strip():
            raise CaseRefused("answer-empty")
        remark.outcome, remark.answer = answer.outcome, answer.text.strip()
        remark.answered_at, remark.answered_by_id = now, person_id_of(by)
        remark.version += 1
        remark.save(update_fields=["outcome", "answer", "answered_at", "answered_by", "version"])
    return remark


def finish_fact_check(*, review_id: int, now: datetime, by: "Actor") -> FactCheck:
    """Note the unit's word that it has no remarks, or no more.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `fact-check-finished`.
    """
    with recording(by=by, action="reviews.finish_fact_check"):
        check = _locked_check(review_id, by=by, who=UNIT)
        if check.finished_at is not None:
            raise CaseRefused("fact-check-finished")
        check.finished_at, check.finished_by_id = now, person_id_of(by)
        check.save(update_fields=["finished_at", "finished_by"])
    return check


def reopen_fact_check(*, review_id: int, now: datetime, by: "Actor") -> FactCheck:
    """Let the unit remark again after it said it was done, as long as there is time.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `fact-check-over`.
    """
    with recording(by=by, action="reviews.reopen_fact_check"):
        check = _locked_check(review_id, by=by, who=UNIT)
        _require_time(check, now)
        check.finished_at, check.finished_by_id = None, None
        check.save(update_fields=["finished_at", "finished_by"])
    return check


def set_fact_check_day(*, review_id: int, due_on: date, now: datetime, by: "Actor") -> FactCheck:
    """Give the unit until another day.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `due-in-past`.
    """
    with recording(by=by, action="reviews.set_fact_check_day"):
        check = _locked_check(review_id, by=by, who=OFFICE)
        if due_on < timezone.localdate(now):
            raise CaseRefused("due-in-past")
        check.due_on = due_on
        check.save(update_fields=["due_on"])
    return check


def _locked_check(review_id: int, *, by: "Actor", who: frozenset[Viewer]) -> FactCheck:
    """Give the fact check that goes on. Raises Http404 for those it is not for, and where none goes on."""
    case = locked_case(review_id, by=by, thing=CaseObject.REMARKS)
    if case.viewers.isdisjoint(who):
        raise CaseRefused("not-allowed-here")
    check = FactCheck.objects.standing().filter(review=review_id).first()
    if check is None:
        raise Http404
    return check


def _require_time(check: FactCheck, now: datetime) -> None:
    if check.due_on < timezone.localdate(now):
        raise CaseRefused("fact-check-over", day=check.due_on)
