"""What the system does by itself every day: tell the care provider of what is late, open and close extra reviews."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from kollegium.action_plans.actions.planning import open_plan
from kollegium.action_plans.models import USUAL_DAYS, Escalation, ExtraReview, Plan, RegionRules
from kollegium.action_plans.queries.plan_days import OPEN_STATES, waiting_plans
from kollegium.domain.case_life import Step
from kollegium.domain.following_up import months_later
from kollegium.domain.roles import Permission, SystemActor
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions import ReviewRefused
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import (
    UNDONE_ACTION_STATES,
    ActionPlanItem,
    CaseMove,
    Grade,
    GradeRound,
    Review,
    ReviewKind,
)
from kollegium.reviews.queries import place_of
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

WATCH = SystemActor("follow-up")
# What is later than a year is history: it stands on the board, and nobody is told anew.
TOLD_FOR = timedelta(days=365)
_AT_AN_OPEN_UNIT = Q(part__review__unit__closed_on__isnull=True) | Q(
    part__review__unit__merged_into__isnull=False
)


def keep_watch(*, as_of: date) -> None:
    """Do what the day asks for. May run twice: everything is a row there can be only once."""
    open_plans()
    escalate(as_of=as_of)
    escalate_plans(as_of=as_of)
    open_extra_reviews(as_of=as_of)
    close_extra_reviews()


def escalate(*, as_of: date) -> int:
    """Note every action so late that the care provider is told, end what is no longer late, give how many are new."""
    with recording(by=WATCH, action="action_plans.escalate"):
        late = ActionPlanItem.objects.filter(
            state__in=UNDONE_ACTION_STATES, part__review__in=Review.objects.standing()
        )
        still = Escalation.objects.open().filter(item__in=late, due_on=F("item__due_on"))
        Escalation.objects.open().exclude(pk__in=still.values("pk")).update(ended_on=as_of)
        rows = [
            Escalation(item=item, due_on=item.due_on, escalated_on=as_of)
            for item in _to_escalate(late, as_of)
        ]
        # One that was ended, and whose action was then judged not done, is told anew.
        Escalation.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["item", "due_on"],
            update_fields=["escalated_on", "ended_on"],
        )
    return len(rows)


def _to_escalate(late: QuerySet[ActionPlanItem], as_of: date) -> list[ActionPlanItem]:
    rules = dict(RegionRules.objects.values_list("region_id", "escalate_after_days"))
    wanted = (
        late.filter(_AT_AN_OPEN_UNIT, due_on__lt=as_of, due_on__gte=as_of - TOLD_FOR)
        .exclude(pk__in=Escalation.objects.open().values("item"))
        .annotate(region_id=F("part__review__unit__region_id"))
        .order_by("pk")
    )
    return [
        item
        for item in wanted
        if (as_of - item.due_on).days >= rules.get(item.region_id, USUAL_DAYS)  # type: ignore[attr-defined]
    ]


def open_plans() -> int:
    """Open the plan of each review that was decided here and has none, as before there were plans; give how many."""
    decided = (
        CaseMove.objects.filter(
            step=Step.DECIDE.value, review__state__in=OPEN_STATES, review__action_plan__isnull=True
        )
        .select_related("review__unit__region", "review__care_provider", "review__specialty")
        .order_by("review_id", "-moved_at")
        .distinct("review_id")
    )
    with recording(by=WATCH, action="action_plans.open_plan"):
        opened = [open_plan(move.review, decided_on=timezone.localdate(move.moved_at)) for move in decided]
    return sum(plan is not None for plan in opened)


def escalate_plans(*, as_of: date) -> int:
    """Note every plan so late that the care provider is told, by the region's own days; give how many are new."""
    rules = dict(RegionRules.objects.values_list("region_id", "escalate_after_days"))
    late = waiting_plans().filter(due_on__lt=as_of, due_on__gte=as_of - TOLD_FOR, escalated_on__isnull=True)
    with recording(by=WATCH, action="action_plans.escalate_plan"):
        told = [
            pk
            for pk, due_on, region_id in late.values_list("pk", "due_on", "review__unit__region_id")
            if (as_of - due_on).days >= rules.get(region_id, USUAL_DAYS)
        ]
        Plan.objects.filter(pk__in=told).update(escalated_on=as_of)
    return len(told)


def open_extra_reviews(*, as_of: date) -> int:
    """Open an extra review after each failed external one, where the region asks for it; give how many."""
    rules = {row.region_id: row for row in RegionRules.objects.filter(wants_extra_review=True)}
    failed = Grade.objects.filter(
        part__review=OuterRef("pk"), round=GradeRound.DECISION, outcome=Outcome.FAILED.value
    )
    reviews = (
        Review.objects.standing()
        .filter(kind=ReviewKind.EXTERNAL, unit__region__in=rules, extra_review__isnull=True)
        .annotate(
            failed_id=Subquery(failed.values("pk")[:1]), failed_on=Subquery(failed.values("decided_on")[:1])
        )
        .filter(failed_id__isnull=False)
        .values_list("pk", "failed_on", "report_date", "unit__region_id")
    )
    opened = 0
    with recording(by=WATCH, action="action_plans.open_extra_review"):
        for pk, failed_on, report_date, region_id in reviews:
            rule, decided_on = rules[region_id], failed_on or report_date
            if decided_on is None or rule.extra_since is None or not rule.extra_since <= decided_on <= as_of:
                continue
            due_on = months_later(decided_on, rule.extra_within_months)
            _, is_new = ExtraReview.objects.get_or_create(
                review_id=pk, defaults={"decided_on": decided_on, "due_on": due_on}
            )
            opened += is_new
    return opened


def close_extra_reviews() -> int:
    """Settle every open extra review that an internal one of the unit and specialty has answered; give how many."""
    answers = Review.objects.standing().filter(
        kind=ReviewKind.INTERNAL,
        unit=OuterRef("review__unit"),
        specialty=OuterRef("review__specialty"),
        visit_from__gte=OuterRef("decided_on"),
    )
    with recording(by=WATCH, action="action_plans.close_extra_review"):
        answered = ExtraReview.objects.open().annotate(
            answer=Subquery(answers.order_by("visit_from", "pk").values("pk")[:1])
        )
        rows = [
            ExtraReview(pk=pk, done_by_id=answer)
            for pk, answer in answered.filter(answer__isnull=False).values_list("pk", "answer")
        ]
        return ExtraReview.objects.bulk_update(rows, ["done_by"])


def dismiss_extra_review(*, extra_id: int, reason: str, now: datetime, by: "Actor") -> ExtraReview:
    """Say that no extra review is needed, with a reason that is kept.

    **Raises** ReviewRefused: `not-allowed-here`, `reason-missing`, `extra-settled`.
    """
    with recording(by=by, action="action_plans.dismiss_extra_review"):
        extra = ExtraReview.objects.select_for_update(of=("self",)).get(pk=extra_id)
        review = Review.objects.select_related("unit", "specialty").get(pk=extra.review_id)
        if not by.may(Permission.RUN_INTERNAL_CASES, place_of(review)):
            raise ReviewRefused("not-allowed-here")
        if extra.done_by_id is not None or extra.dismissed_at is not None:
            raise ReviewRefused("extra-settled")
        if not reason.strip():
            raise ReviewRefused("reason-missing")
        extra.dismissed_at, extra.dismissed_by_id = now, person_id_of(by)
        extra.dismissal_reason = reason.strip()
        extra.save(update_fields=["dismissed_at", "dismissed_by", "dismissal_reason"])
    return extra
