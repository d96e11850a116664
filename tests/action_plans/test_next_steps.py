"""What of the action plans waits on the start page of those who answer for a unit."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kollegium.accounts.models import Person
from kollegium.action_plans.actions import NewEvidence, add_evidence
from kollegium.action_plans.queries.next_steps import next_steps_for
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Role
from kollegium.home.wording import shown
from kollegium.organisations.models import Unit
from kollegium.reviews.models import ActionPlanItem, ActionState, Review
from tests.people import SYSTEM, TODAY, actor_today, make_person, make_unit
from tests.reviews.builders import NOW, make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def unit() -> Unit:
    return make_unit()


@pytest.fixture
def head(unit: Unit) -> Person:
    return make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)


@pytest.fixture
def director(unit: Unit) -> Person:
    return make_person("Stina Studierektor", Role.PROGRAMME_DIRECTOR, unit)


def plan(unit: Unit, *items: tuple[ActionState, dict[str, object]], **others: object) -> Review:
    written = [plan_item(f"D{number}", state=state, **more) for number, (state, more) in enumerate(items, 1)]
    return make_review(unit, part=plain_part(plan_items=tuple(written)), **others)


def steps(person: Person) -> list[NextStep]:
    return next_steps_for(actor_today(person), as_of=TODAY)


REPORTED = (ActionState.REPORTED_DONE, {"follow_up_on": TODAY})


def test_head_is_told_what_to_judge_and_programme_director_what_to_show(
    unit: Unit, head: Person, director: Person
) -> None:
    review = plan(unit, REPORTED, REPORTED)
    first = ActionPlanItem.objects.order_by("pk")[0]
    add_evidence(item_id=first.pk, evidence=NewEvidence("Rutin", text="Se bilagan."), now=NOW, by=SYSTEM)

    assert steps(head) == [NextStep("own-actions-to-judge", Urgency.WAITING, 2, review.pk, unit.name)]
    assert steps(director) == [NextStep("actions-to-show", Urgency.WAITING, 1, review.pk, unit.name)]


def test_it_is_late_once_the_day_of_the_follow_up_has_passed(unit: Unit, head: Person) -> None:
    review = plan(unit, (ActionState.REPORTED_DONE, {"follow_up_on": YESTERDAY}))

    found = steps(head)

    assert found == [NextStep("own-actions-to-judge", Urgency.LATE, 1, review.pk, unit.name, YESTERDAY)]
    assert shown(found[0], as_of=TODAY).title == "Bedöm 1 åtgärd som rapporterats klar"
    assert shown(found[0], as_of=TODAY).url == f"/reviews/{review.pk}/#plan"


@pytest.mark.parametrize(
    ("due_on", "visit_from", "count"),
    [
        (YESTERDAY, TODAY - timedelta(days=300), 1),
        (TODAY, TODAY - timedelta(days=300), 0),
        (None, TODAY - timedelta(days=300), 0),
        (YESTERDAY, TODAY - timedelta(days=6 * 366), 0),
    ],
    ids=["passed", "today", "no day", "old plan"],
)
def test_of_what_nothing_is_known_both_are_asked_once_its_day_has_passed(
    unit: Unit, head: Person, director: Person, due_on: date | None, visit_from: date, count: int
) -> None:
    plan(unit, (ActionState.UNKNOWN, {"due_on": due_on}), visit_from=visit_from, visit_to=None)

    for person in (head, director):
        assert [(one.kind, one.count) for one in steps(person)] == [("actions-to-tell-of", 1)] * count


def test_others_are_told_nothing(unit: Unit) -> None:
    plan(unit, REPORTED)
    elsewhere = make_person("Helmer", Role.HEAD_OF_UNIT, make_unit("Björkängens hälsocentral"))
    supervisor = make_person("Hanna", Role.MAIN_SUPERVISOR, unit)
    office = make_person("Karin", Role.REVIEW_OFFICE)

    assert [steps(person) for person in (elsewhere, supervisor, office)] == [[], [], []]


def test_steps_cost_the_same_for_one_plan_and_three(unit: Unit, head: Person) -> None:
    def cost() -> int:
        actor = actor_today(head)
        with CaptureQueriesContext(connection) as queries:
            next_steps_for(actor, as_of=TODAY)
        return len(queries)

    plan(unit, REPORTED)
    with_one = cost()
    plan(unit, REPORTED)
    plan(unit, REPORTED)

    # The units below one's own, and what their plans wait for.
    assert (with_one, cost()) == (2, 2)
