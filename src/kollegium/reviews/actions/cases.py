"""Open a case, lead it from state to state, and say who reviews it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.domain.case_life import FINISHED, STEPS, State, Step
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.organisations.models import Unit
from kollegium.reviews.actions.case_numbers import next_case_number
from kollegium.reviews.actions.drafts import begin_fact_check, end_fact_check
from kollegium.reviews.actions.final_grades import settle_grades
from kollegium.reviews.actions.material_requests import MovedDays, ask_for_material, move_days
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import (
    CaseMove,
    CaseState,
    Duty,
    Grade,
    Review,
    ReviewerName,
    ReviewKind,
    ReviewPart,
    ReviewSource,
    TeamMember,
)
from kollegium.reviews.queries.fact_check import what_is_open
from kollegium.reviews.queries.one_review import place_of
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS, OpenCase, get_open_case_for
from kollegium.reviews.summaries import refresh_summary
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

REVIEWERS_NEEDED = {ReviewKind.EXTERNAL: 2, ReviewKind.AT: 2, ReviewKind.SIDE_PLACEMENTS: 2}


class CaseRefused(Refused):
    """A step of a case, or a change of its team, is refused.

    Codes: `not-allowed-here`, `changed-meanwhile`, `no-such-standard`, `visit-ends-before-start`, `unit-closed`,
    `case-number-taken`,
    `step-not-open`, `reason-missing`, `visit-missing`, `visit-ahead`, `team-too-small`, `lead-missing`, `grades-missing`,
    `already-in-team`, `lead-taken`, `not-a-reviewer`, `not-in-team`, `area-done`, `verdicts-missing`, `area-open`,
    `area-not-open`, `not-reconciled`, `outcome-not-in-scale`, `grade-reason-missing`, `remarks-unanswered`,
    `fact-check-open`, `fact-check-over`, `fact-check-finished`, `no-such-passage`, `remark-empty`, `answer-empty`,
    `due-in-past`, `case-number-missing`, `decision-reason-missing`,
    `against-advice`, `comment-empty`, `already-answered`, `request-missing`, `plan-waits`, `plan-not-sent`, `plan-sent-back`, and those of a reconsideration (`actions.reconsideration`).
    """


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case as it begins: what is to be reviewed, by which standard, when, and its number if it has one elsewhere."""

    kind: ReviewKind
    unit_id: int
    specialty_id: int | None
    standard_key: str
    visit_from: date | None = None
    visit_to: date | None = None
    case_number: str | None = None


def open_case(*, new: NewCase, now: datetime, by: "Actor", state: State = State.ORDERED) -> Review:
    """Begin a case, ordered or planned, with the next case number of the year unless it has one, and give it.

    **Raises** CaseRefused: `not-allowed-here`, `no-such-standard`, `visit-ends-before-start`, `unit-closed`.
    """
    unit = Unit.objects.select_related("care_provider", "region").get(pk=new.unit_id)
    if new.standard_key not in standards.available():
        raise CaseRefused("no-such-standard")
    if unit.closed_on is not None or unit.merged_into_id is not None:
        raise CaseRefused("unit-closed")
    _check_days(new.visit_from, new.visit_to)
    with recording(by=by, action="reviews.open_case"):
        review = Review.objects.create(
            kind=new.kind,
            unit=unit,
            care_provider_id=unit.care_provider_id,
            specialty_id=new.specialty_id,
            standard_key=new.standard_key,
            state=state.value,
            source=ReviewSource.RECORDED,
            case_number=new.case_number or next_case_number(timezone.localdate(now).year),
            visit_from=new.visit_from,
            visit_to=new.visit_to,
            created_at=now,
            created_by_id=person_id_of(by),
        )
        if not _may_open(review, by):
            raise CaseRefused("not-allowed-here")
        for position, key in enumerate(_part_keys(review)):
            ReviewPart.objects.create(review=review, key=key, position=position)
        _note_move(review, "open", "", state, "", now, by)
        refresh_summary(review)
    review.refresh_from_db()
    return review


def change_case_facts(
    *,
    review_id: int,
    visit_from: date | None,
    visit_to: date | None,
    case_number: str | None,
    expected_version: int,
    now: datetime,
    by: "Actor",
) -> MovedDays:
    """Store when the visit is and the case number; give which days of the material followed and which stayed.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `changed-meanwhile`, `visit-ends-before-start`,
    `case-number-taken`.
    """
    with recording(by=by, action="reviews.change_case_facts"):
        case = locked_case(review_id, by=by, thing=CaseObject.FACTS, expected_version=expected_version)
        _check_days(visit_from, visit_to)
        if case_number and Review.objects.filter(case_number=case_number).exclude(pk=review_id).exists():
            raise CaseRefused("case-number-taken")
        review = case.review
        is_moved = review.visit_from != visit_from
        review.visit_from, review.visit_to, review.case_number = visit_from, visit_to, case_number or None
        review.version += 1
        review.save(update_fields=["visit_from", "visit_to", "case_number", "version"])
        refresh_summary(review)
        return move_days(review, now=now) if is_moved else MovedDays()


def move_case(
    *, review_id: int, step: Step, reason: str = "", expected_version: int, now: datetime, by: "Actor"
) -> Review:
    """Take one step with a case and give it.

    **Raises** Http404; CaseRefused: `changed-meanwhile`, `step-not-open`, `reason-missing`, and what the step asks
    for: `visit-missing`, `team-too-small`, `lead-missing`, `grades-missing`, `unit-closed`, and without a
    reason `remarks-unanswered`, `fact-check-open`, `plan-not-sent`, `plan-sent-back`.
    """
    with recording(by=by, action="reviews.move_case"):
        case = get_open_case_for(by, review_id, is_locked=True)
        review = case.review
        if review.version != expected_version:
            raise CaseRefused("changed-meanwhile")
        if step not in case.steps:
            raise CaseRefused("step-not-open")
        rule = STEPS[step]
        if rule.needs_reason and not reason.strip():
            raise CaseRefused("reason-missing")
        for check in CHECKS.get(step, ()):
            check(review)
        if not reason.strip() and (open_thing := what_needs_a_reason(review, step, now=now)):
            raise open_thing
        before = review.state
        review.state = CaseState(rule.target)
        review.version += 1
        review.save(update_fields=["state", "version"])
        if step is Step.PREPARE:
            ask_for_material(review, now=now, by=by)
        if step is Step.SEND_DRAFT:
            begin_fact_check(review, now=now, by=by)
        if before == State.FACT_CHECK:
            end_fact_check(review, now=now)
        if step is Step.DECIDE:
            settle_grades(review, now=now, by=by)
            _print_names(review)
        _note_move(review, step.value, before, rule.target, reason, now, by)
        if rule.target in FINISHED:
            refresh_summary(review)
        for follow in EFFECTS.get(step, ()):
            follow(review, now, by)
    return review


@dataclass(frozen=True, slots=True)
class Appointment:
    """A reviewer for a case, with why this one; `has_conflict`: of interest, which planning knows of."""

    person_id: int
    duty: Duty
    explanation: str = ""
    has_conflict: bool = False


def appoint_reviewer(
    *, review_id: int, appointment: Appointment, now: datetime, by: "Actor", is_eligible: bool
) -> TeamMember:
    """Take a reviewer into the team. `is_eligible`: holds the role of reviewer, which `accounts` knows.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `not-a-reviewer`, `already-in-team`, `lead-taken`,
    `conflict-unexplained`.
    """
    with recording(by=by, action="reviews.appoint_reviewer"):
        case = locked_case(review_id, by=by, thing=CaseObject.TEAM)
        if not is_eligible:
            raise CaseRefused("not-a-reviewer")
        standing = TeamMember.objects.standing().filter(review=review_id)
        if standing.of(appointment.person_id).exists():
            raise CaseRefused("already-in-team")
        if appointment.duty == Duty.LEAD and standing.filter(duty=Duty.LEAD).exists():
            raise CaseRefused("lead-taken")
        if appointment.has_conflict and not appointment.explanation.strip():
            raise CaseRefused("conflict-unexplained")
        return TeamMember.objects.create(
            review=case.review,
            person_id=appointment.person_id,
            duty=appointment.duty,
            explanation=appointment.explanation.strip(),
            appointed_at=now,
            appointed_by_id=person_id_of(by),
        )


def release_reviewer(
    *, review_id: int, member_id: int, reason: str, now: datetime, by: "Actor"
) -> TeamMember:
    """Let a reviewer leave the team; the appointment and what was judged stay on record.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `reason-missing`, `not-in-team`.
    """
    with recording(by=by, action="reviews.release_reviewer"):
        locked_case(review_id, by=by, thing=CaseObject.TEAM)
        if not reason.strip():
            raise CaseRefused("reason-missing")
        member = TeamMember.objects.standing().filter(review=review_id, pk=member_id).first()
        if member is None:
            raise CaseRefused("not-in-team")
        member.released_at, member.release_reason = now, reason.strip()
        member.save(update_fields=["released_at", "release_reason"])
    return member


def locked_case(
    review_id: int, *, by: "Actor", thing: CaseObject, expected_version: int | None = None
) -> OpenCase:
    """Give a case of which the actor may change the thing, locked until the transaction ends.

    **Raises** Http404 when the actor may not even see it; CaseRefused: `not-allowed-here`, `changed-meanwhile`.
    """
    case = get_open_case_for(by, review_id, is_locked=True)
    if not case.may_read(thing):
        raise Http404
    if not case.may_write(thing):
        raise CaseRefused("not-allowed-here")
    if expected_version is not None and case.review.version != expected_version:
        raise CaseRefused("changed-meanwhile")
    return case


def _may_open(review: Review, by: "Actor") -> bool:
    place = place_of(review)
    if review.kind in INTERNAL_KINDS and by.may(Permission.RUN_INTERNAL_CASES, place):
        return True
    return by.may(Permission.RUN_CASES, place) or by.may(Permission.ORDER_REVIEWS, place)


def _check_days(first: date | None, last: date | None) -> None:
    if first and last and last < first:
        raise CaseRefused("visit-ends-before-start")


def _part_keys(review: Review) -> list[str]:
    """Give the reports a review by its standard consists of: one, or one for each part of an AT service."""
    parts = [part.key for part in standards.load(review.standard_key).service_parts]
    return parts or ["whole"]


def _note_move(
    review: Review, step: str, before: str, after: State, reason: str, now: datetime, by: "Actor"
) -> None:
    CaseMove.objects.create(
        review=review,
        step=step,
        from_state=before,
        to_state=after.value,
        reason=reason.strip(),
        moved_at=now,
        moved_by_id=person_id_of(by),
    )


def _has_visit(review: Review) -> None:
    if review.visit_from is None:
        raise CaseRefused("visit-missing")


def _has_team(review: Review) -> None:
    needed = REVIEWERS_NEEDED.get(ReviewKind(review.kind), 1)
    duties = list(TeamMember.objects.standing().filter(review=review).values_list("duty", flat=True))
    if len(duties) < needed:
        raise CaseRefused("team-too-small", needed=needed)
    if Duty.LEAD not in duties:
        raise CaseRefused("lead-missing")


def _has_open_unit(review: Review) -> None:
    if Unit.objects.filter(pk=review.unit_id).exclude(closed_on=None, merged_into=None).exists():
        raise CaseRefused("unit-closed")


def _has_every_grade(review: Review) -> None:
    """Ask for a grade of each area that has a scale, in each part, before the unit or anybody else reads it."""
    keys = {area.key for area in standards.load(review.standard_key).areas}
    for part in ReviewPart.objects.filter(review=review):
        graded = set(Grade.objects.filter(part=part).values_list("area_key", flat=True))
        missing = sorted(keys - graded)
        if missing:
            raise CaseRefused("grades-missing", areas=", ".join(missing))


def _require_fact_check_done(review: Review, now: datetime) -> None:
    """Ask for an answer to every remark, and for the unit's word or the end of its time."""
    unanswered, until = what_is_open(review.pk, as_of=timezone.localdate(now))
    if unanswered:
        raise CaseRefused("remarks-unanswered", count=unanswered)
    if until is not None:
        raise CaseRefused("fact-check-open", day=until)


def _print_names(review: Review) -> None:
    """Write the team's names as the decided report prints them."""
    ReviewerName.objects.filter(review=review).delete()
    members = TeamMember.objects.standing().filter(review=review).select_related("person")
    rank = {Duty.LEAD: 0, Duty.MEMBER: 1, Duty.JUNIOR: 2}
    ordered = sorted(members, key=lambda member: (rank[Duty(member.duty)], member.pk))
    for position, member in enumerate(ordered):
        ReviewerName.objects.create(
            review=review, person=member.person, name=member.person.name, position=position
        )


Check = Callable[[Review], None]
CHECKS: dict[Step, tuple[Check, ...]] = {
    Step.PLAN: (_has_open_unit, _has_visit),
    Step.PREPARE: (_has_open_unit, _has_visit, _has_team),
    Step.VISIT_DONE: (_has_team,),
    Step.SEND_DRAFT: (_has_every_grade,),
    Step.CALIBRATE: (_has_every_grade,),
    Step.DECIDE: (_has_every_grade,),
}


def add_check(step: Step, check: Check) -> None:
    """Let a capability above ask for something more before a step. Called once when it starts."""
    CHECKS[step] = (*CHECKS.get(step, ()), check)


def _require_visit_been(review: Review, now: datetime) -> None:
    """Ask for the last day of the visit to have come, where people are."""
    last = review.visit_to or review.visit_from
    if last is not None and timezone.localdate(now) < last:
        raise CaseRefused("visit-ahead", day=last)


# Raises the refusal that says what is open.
Concern = Callable[[Review, datetime], None]
CONCERNS: dict[Step, tuple[Concern, ...]] = {
    Step.VISIT_DONE: (_require_visit_been,),
    Step.CALIBRATE: (_require_fact_check_done,),
}


def add_concern(step: Step, concern: Concern) -> None:
    """Let a capability above tell of what is open, so that a step needs a reason. Called once when it starts."""
    if concern not in CONCERNS.get(step, ()):
        CONCERNS[step] = (*CONCERNS.get(step, ()), concern)


def what_needs_a_reason(review: Review, step: Step, *, now: datetime) -> CaseRefused | None:
    """Give the refusal of a step that is taken without a reason: it says what is open; None where nothing is."""
    return _first_refusal(partial(concern, review, now) for concern in CONCERNS.get(step, ()))


def what_hinders(review: Review, step: Step) -> CaseRefused | None:
    """Give the refusal of a step as the case stands, to be told before it is taken; None where nothing hinders it."""
    return _first_refusal(partial(check, review) for check in CHECKS.get(step, ()))


def _first_refusal(questions: Iterable[Callable[[], None]]) -> CaseRefused | None:
    for ask in questions:
        try:
            ask()
        except CaseRefused as refused:
            return refused
    return None


Effect = Callable[[Review, datetime, "Actor"], None]
EFFECTS: dict[Step, tuple[Effect, ...]] = {}


def add_effect(step: Step, effect: Effect) -> None:
    """Let a capability above do something of its own in the same change as a step. Called once when it starts."""
    if effect not in EFFECTS.get(step, ()):
        EFFECTS[step] = (*EFFECTS.get(step, ()), effect)
