"""What waits for somebody in the follow-up: actions to judge, extra reviews to do."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from kollegium.action_plans.models import Evidence, ExtraReview, ItemJudgement, Plan, PlanDraftItem
from kollegium.action_plans.queries.plan_days import OPEN_STATES, waiting_plans
from kollegium.domain.next_steps import NextStep, Urgency, first_few, reviewed_since
from kollegium.domain.roles import Permission, Scope
from kollegium.reviews.models import ActionPlanItem, ActionState, Review
from kollegium.reviews.queries.case_labels import case_label, case_step
from kollegium.reviews.queries.exchange_steps import SOMEBODY
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS, places_within, reviewed_by
from kollegium.ui.keyset import COUNT_LIMIT

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PLAN_SOON = timedelta(days=30)
EXTRA_AHEAD = timedelta(days=60)
STEPS_OF_A_KIND = 5
KINDS_OF_PLANS = {1: "plan-to-send", 2: "plan-sent-back", 3: "plan-possible"}
MOST_EXTRA = 1000


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give the actions that wait for the actor's word, and the extra reviews to be done; a query for each right held.

    A region or a care provider is told how many wait to be judged; who answers for a unit is told plan by plan, and
    who answers for the whole country looks at the board.
    """
    return [*_to_judge(actor), *_at_own_units(actor, as_of), *_extra_reviews(actor, as_of)]


def _to_judge(actor: "Actor") -> list[NextStep]:
    scope = actor.places(Permission.FOLLOW_UP_ACTIONS)
    area = Scope(region_ids=scope.region_ids, care_provider_ids=scope.care_provider_ids)
    if area.is_empty or scope.national:
        return []
    reviews = Review.objects.within(area).standing()
    waiting = ActionPlanItem.objects.filter(state=ActionState.REPORTED_DONE, part__review__in=reviews)
    count = waiting.values("pk")[: COUNT_LIMIT + 1].count()
    if not count:
        return []
    is_capped = count > COUNT_LIMIT
    return [NextStep("actions-to-judge", Urgency.WAITING, min(count, COUNT_LIMIT), is_capped=is_capped)]


def _at_own_units(actor: "Actor", as_of: date) -> list[NextStep]:
    """Give what the plans of one's own units wait for: to be judged, shown or told of; one query."""
    judged, told = actor.places(Permission.FOLLOW_UP_ACTIONS), actor.places(Permission.REPORT_PROGRESS)
    judges = Scope(unit_ids=judged.unit_ids)
    # Who also judges an action need not show it to themselves.
    shows = Scope(
        unit_ids=told.unit_ids - judged.unit_ids,
        care_provider_ids=told.care_provider_ids - judged.care_provider_ids,
    )
    tells = Scope(unit_ids=told.unit_ids | judged.unit_ids, care_provider_ids=shows.care_provider_ids)
    answers = actor.places(Permission.ANSWER_FOR_UNIT)
    if tells.is_empty:
        return _plans_to_send(list(_plans_of(answers)) if not answers.is_empty else [], as_of)
    reported = Q(state=ActionState.REPORTED_DONE)
    # Of an old plan, which a newer review should have taken the place of, nobody is asked how it went.
    unknown = Q(
        state=ActionState.UNKNOWN, due_on__lt=as_of, part__review__visit_from__gte=reviewed_since(as_of)
    )
    found = (
        ActionPlanItem.objects.filter(reported | unknown, _in_plans(tells))
        .annotate(is_shown=Exists(Evidence.objects.standing().filter(item=OuterRef("pk"))))
        .order_by()
        .values("part__review_id", told=case_label("part__review__"))
        .annotate(
            judge=Count("pk", filter=reported & _in_plans(judges)),
            show=Count("pk", filter=reported & Q(is_shown=False) & _in_plans(shows)),
            tell=Count("pk", filter=unknown),
            follow_up_on=Min("follow_up_on", filter=reported),
            send=Value(0, output_field=IntegerField()),
        )
        .values_list(*COLUMNS)
    )
    both = found if answers.is_empty else found.union(_plans_of(answers), all=True)
    every = sorted(
        (dict(zip(COLUMNS, row, strict=True)) for row in both),
        key=lambda row: (row["follow_up_on"] is None, row["follow_up_on"] or as_of, row["part__review_id"]),
    )
    rows = [row for row in every if not row["send"]]
    return [
        *_plans_to_send([tuple(row.values()) for row in every if row["send"]], as_of),
        *_plan_by_plan("own-actions-to-judge", rows, "judge", as_of),
        *_plan_by_plan("actions-to-show", rows, "show", as_of),
        *_plan_by_plan("actions-to-tell-of", rows, "tell", as_of),
    ]


# The actions of plans that were sent, and the plans that are with the unit (`send` 1, 2 when sent back, or 3 where
# nobody must write one).
COLUMNS = ("part__review_id", "told", "judge", "show", "tell", "follow_up_on", "send")


def _plans_of(scope: Scope) -> QuerySet[Plan, tuple[Any, ...]]:
    """Give the plans that units of a scope write now, as rows of COLUMNS."""
    none = Value(0, output_field=IntegerField())
    how = Case(
        When(returned_at__isnull=False, then=Value(2)),
        When(due_on__isnull=True, then=Value(3)),
        default=Value(1),
        output_field=IntegerField(),
    )
    return (
        waiting_plans()
        .filter(places_within(scope, "review__"))
        .annotate(judge=none, show=none, tell=none, send=how)
        .order_by()
        .values_list("review_id", case_label("review__"), "judge", "show", "tell", "due_on", "send")
    )


def _plans_to_send(rows: list[tuple[Any, ...]], as_of: date) -> list[NextStep]:
    """Give one step for each plan that the unit has to send, the earliest day first; they stand in no list of their own."""
    return [
        case_step(
            KINDS_OF_PLANS[row[6]],
            _urgency_of(row[5], as_of, is_sent_back=row[6] == 2),
            1,
            row[0],
            row[1],
            row[5],
        )
        for row in sorted(rows, key=lambda row: (row[5] or date.max, row[0]))
    ]


def _urgency_of(due_on: date | None, as_of: date, *, is_sent_back: bool) -> Urgency:
    if due_on is None:
        return Urgency.WAITING if is_sent_back else Urgency.SOON
    if due_on < as_of:
        return Urgency.LATE
    return Urgency.WAITING if is_sent_back or due_on <= as_of + PLAN_SOON else Urgency.SOON


def plans_to_judge(office: Scope, internal: Scope, is_reviewer: bool) -> QuerySet[Plan, tuple[Any, ...]]:
    """Give the plans that were sent and wait: for the office until they are settled, for a reviewer until each is judged.

    Shape: the kind of step, the review, the unit's name, one.
    """
    wanted = Q(pk__in=[]) if office.is_empty else places_within(office, "review__")
    if not office.national and not internal.is_empty:
        wanted |= places_within(internal, "review__") & Q(review__kind__in=INTERNAL_KINDS)
    # Everywhere is the empty condition, and that one joined with OR would count for nothing.
    if is_reviewer and not office.national:
        judged = ItemJudgement.objects.filter(
            item=OuterRef("pk"), person=SOMEBODY, is_of_office=False, item_version=OuterRef("version")
        )
        unjudged = PlanDraftItem.objects.filter(~Exists(judged), plan=OuterRef("pk"), item__isnull=False)
        wanted |= Q(Exists(unjudged), review__in=reviewed_by(SOMEBODY))
    found = Plan.objects.with_office().filter(wanted, review__state__in=OPEN_STATES)
    kind = Value("plan-to-judge", output_field=CharField())
    # They are few, each has a unit that waits, and they stand in no list of their own: none is left out.
    return found.order_by("sent_at", "pk").values_list(
        kind, "review_id", case_label("review__"), Value(1, output_field=IntegerField())
    )[:MOST_EXTRA]


def _in_plans(scope: Scope) -> Q:
    if scope.is_empty:
        return Q(pk__in=[])
    return Q(part__review__in=Review.objects.within(scope).standing())


def _plan_by_plan(kind: str, rows: list[dict[str, Any]], counted: str, as_of: date) -> list[NextStep]:
    """Give one step a plan; what was reported is late once the day of its follow-up has passed."""
    steps = []
    for row in [row for row in rows if row[counted]]:
        day = None if counted == "tell" else row["follow_up_on"]
        is_late = day is not None and day < as_of
        steps.append(
            case_step(
                kind,
                Urgency.LATE if is_late else Urgency.WAITING,
                row[counted],
                row["part__review_id"],
                row["told"],
                day if is_late else None,
            )
        )
    return first_few(steps, STEPS_OF_A_KIND)


def _extra_reviews(actor: "Actor", as_of: date) -> list[NextStep]:
    scope = actor.places(Permission.RUN_INTERNAL_CASES)
    if scope.is_empty:
        return []
    rows = (
        ExtraReview.objects.open()
        .filter(review__in=Review.objects.within(scope).standing(), due_on__lte=as_of + EXTRA_AHEAD)
        .order_by("due_on", "pk")
        .values_list("pk", "due_on", "review__unit__name")[:MOST_EXTRA]
    )
    steps = [
        NextStep("extra-review", Urgency.LATE if due_on < as_of else Urgency.SOON, 1, pk, name, due_on)
        for pk, due_on, name in rows
    ]
    return first_few(steps, STEPS_OF_A_KIND)
