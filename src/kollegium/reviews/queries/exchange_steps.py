"""What waits for somebody in the exchange of unit and office: drafts and remarks, decisions and requests about them.

Fact check and reconsideration are asked for together, because a start page asks for everything at once.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import CharField, Count, F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import TruncDate
from django.utils import timezone

from kollegium.domain.case_life import State, Step
from kollegium.domain.next_steps import NextStep, Urgency, first_few
from kollegium.domain.reconsidering import last_day_to_ask
from kollegium.domain.roles import Permission, Scope
from kollegium.reviews.models import CaseMove, Reconsideration, Remark, TeamMember
from kollegium.reviews.queries.case_labels import case_label, case_step
from kollegium.reviews.queries.fact_check import waiting_checks
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS, places_within
from kollegium.trail.names import person_id
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

STEPS_OF_A_KIND = 5
MOST_CASES = 200
DECIDED_STATES = (State.DECIDED, State.FOLLOW_UP)
CHECK, ASK, ANSWER, DECIDE = (
    "fact-check",
    "reconsideration-possible",
    "remarks-to-answer",
    "reconsideration-asked",
)
FEEDBACK = "review-feedback"
# They hold the places of the reader and of two instants in the statements that are kept.
SOMEBODY = -9
DECIDED_SINCE = datetime(1, 1, 3, tzinfo=UTC)
FRESH_SINCE = datetime(1, 1, 4, tzinfo=UTC)
# While the review is fresh; later it is only welcome.
DAYS_FEEDBACK_IS_ASKED_FOR = 60


def exchange_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give what waits for the actor's unit, and for the actor as reviewer or office; two queries at most.

    The unit: drafts to check, decisions it may still ask about, and reviews it may say what it thinks of.
    Reviewers and office: remarks to answer. The office: requests to decide on.
    """
    return [*_of_unit(actor, as_of), *_of_office(actor)]


def _of_unit(actor: "Actor", as_of: date) -> list[NextStep]:
    scope = actor.places(Permission.ANSWER_FOR_UNIT)
    if scope.is_empty:
        return []
    rows = _waiting_for_unit(scope).rows(
        {
            DECIDED_SINCE: _first_instant(as_of, settings.RECONSIDERATION_DAYS),
            FRESH_SINCE: _first_instant(as_of, DAYS_FEEDBACK_IS_ASKED_FOR),
        }
    )
    steps = [
        case_step(FEEDBACK, Urgency.SOON, 1, review_id, name)
        if kind == FEEDBACK
        else case_step(CHECK, Urgency.LATE if day < as_of else Urgency.WAITING, 1, review_id, name, day)
        if kind == CHECK
        else case_step(
            ASK,
            Urgency.SOON,
            1,
            review_id,
            name,
            last_day_to_ask(day, days=settings.RECONSIDERATION_DAYS),
        )
        for kind, review_id, name, day in rows
    ]
    return [
        step
        for kind in (CHECK, ASK, FEEDBACK)
        for step in first_few([one for one in steps if one.kind == kind], STEPS_OF_A_KIND)
    ]


@lru_cache(maxsize=1024)
def _waiting_for_unit(scope: Scope) -> Statement:
    """Give the question for what waits for those who answer for the units of a scope."""
    rows = _to_check(scope).union(_to_ask_about(scope), _to_say(scope), all=True)
    return Statement.of(rows, places=(DECIDED_SINCE, FRESH_SINCE))


def _first_instant(as_of: date, days: int) -> datetime:
    return timezone.make_aware(datetime.combine(as_of - timedelta(days=days), time.min))


def _to_check(scope: Scope) -> QuerySet[Any, Any]:
    found = waiting_checks().filter(places_within(scope, "review__")).order_by("due_on", "pk")
    return found.values_list(_kind(CHECK), "review_id", case_label("review__"), "due_on")[:MOST_CASES]


def _to_ask_about(scope: Scope) -> QuerySet[Any, Any]:
    fresh = _decided_since(DECIDED_SINCE, scope)
    return _steps(ASK, fresh.filter(review__reconsiderations__isnull=True).order_by("moved_at", "pk"))


def _to_say(scope: Scope) -> QuerySet[Any, Any]:
    fresh = _decided_since(FRESH_SINCE, scope)
    return _steps(FEEDBACK, fresh.filter(review__feedback__isnull=True).order_by("-moved_at", "-pk"))


def _decided_since(instant: datetime, scope: Scope) -> QuerySet[CaseMove]:
    return CaseMove.objects.filter(
        places_within(scope, "review__"),
        step=Step.DECIDE.value,
        moved_at__gte=instant,
        review__state__in=DECIDED_STATES,
    )


def _steps(kind: str, found: QuerySet[CaseMove]) -> QuerySet[Any, Any]:
    decided_on = TruncDate("moved_at")
    return found.values_list(_kind(kind), "review_id", case_label("review__"), decided_on)[:MOST_CASES]


def _of_office(actor: "Actor") -> list[NextStep]:
    number = person_id(actor.key)
    office, internal = actor.places(Permission.RUN_CASES), actor.places(Permission.RUN_INTERNAL_CASES)
    reviewer = number if number is not None and actor.may(Permission.JUDGE_CASES) else None
    rows = _waiting_for_office(office, internal, is_reviewer=reviewer is not None).rows({SOMEBODY: reviewer})
    steps = [
        case_step(kind, Urgency.WAITING, count, review_id, name) for kind, review_id, name, count in rows
    ]
    # Requests are few and each has a unit that waits, and they stand in no list of their own: none is left out.
    answers = [step for step in steps if step.kind == ANSWER]
    return [*first_few(answers, STEPS_OF_A_KIND), *(step for step in steps if step.kind != ANSWER)]


# Of what waits for office and reviewers in the capabilities above: rows of kind, review, unit and number, asked for
# in the same statement. Takes where the actor is the office, of internal reviews too, and whether they review.
Source = Callable[[Scope, Scope, bool], QuerySet[Any, Any]]
_FROM_ABOVE: list[Source] = []


def add_office_source(source: Source) -> None:
    """Let a capability above tell what waits for office and reviewers; `SOMEBODY` stands for the reviewer."""
    if source not in _FROM_ABOVE:
        _FROM_ABOVE.append(source)


@lru_cache(maxsize=256)
def _waiting_for_office(office: Scope, internal: Scope, *, is_reviewer: bool) -> Statement:
    """Give the question for what waits for office and reviewers; none for whoever is neither."""
    asked: list[QuerySet[Any, Any]] = []
    if not office.is_empty or is_reviewer:
        asked.append(_to_answer(office, is_reviewer=is_reviewer))
    if not office.is_empty or not internal.is_empty:
        asked.append(_to_decide(office, internal))
    if not asked:
        return Statement("")
    asked += [source(office, internal, is_reviewer) for source in _FROM_ABOVE]
    return Statement.of(asked[0].union(*asked[1:], all=True) if asked[1:] else asked[0], places=(SOMEBODY,))


def _to_answer(office: Scope, *, is_reviewer: bool) -> QuerySet[Any, Any]:
    # Everywhere is the empty condition, and that one joined with OR would count for nothing.
    mine = Q(pk__in=[]) if office.is_empty else places_within(office, "fact_check__review__")
    if is_reviewer and not office.national:
        mine |= Q(fact_check__review__in=TeamMember.objects.standing().of(SOMEBODY).values("review"))
    found = Remark.objects.filter(
        mine, outcome="", fact_check__ended_at__isnull=True, fact_check__review__state=State.FACT_CHECK
    )
    return (
        found.order_by()
        .values(review=F("fact_check__review_id"), name=case_label("fact_check__review__"))
        .annotate(number=Count("pk", distinct=True))
        .order_by("review")
        .values_list(_kind(ANSWER), "review", "name", "number")[:MOST_CASES]
    )


def _to_decide(office: Scope, internal: Scope) -> QuerySet[Any, Any]:
    mine = Q(pk__in=[]) if office.is_empty else places_within(office, "review__")
    if not office.national and not internal.is_empty:
        mine |= places_within(internal, "review__") & Q(review__kind__in=INTERNAL_KINDS)
    found = Reconsideration.objects.filter(mine, decided_at__isnull=True, review__state__in=DECIDED_STATES)
    one = Value(1, output_field=IntegerField())
    return found.order_by("asked_at", "pk").values_list(
        _kind(DECIDE), "review_id", case_label("review__"), one
    )[:MOST_CASES]


def _kind(kind: str) -> Value:
    return Value(kind, output_field=CharField())
