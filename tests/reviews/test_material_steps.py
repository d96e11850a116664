"""What of the material waits on the start page: late and coming for the unit, new for the reviewer."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Role
from kollegium.home.wording import shown
from kollegium.organisations.models import Unit
from kollegium.reviews.actions.material import accept_material
from kollegium.reviews.models import MaterialItem, Review
from kollegium.reviews.queries.material_steps import material_steps_for
from tests import people
from tests.people import client_of
from tests.reviews.cases import give_team, lead_to, make_case
from tests.reviews.material import address, hand_in, item_of

pytestmark = pytest.mark.django_db
# Of the sixteen things of an external review one is linked, eight are due 42 days before the visit and seven 28.
FIRST, LAST = date(2026, 3, 31), date(2026, 4, 14)


def steps(person: Person, as_of: date) -> list[NextStep]:
    return material_steps_for(people.actor_today(person), as_of=as_of)


def due(review: Review, day: date) -> int:
    return MaterialItem.objects.filter(review=review, status="asked", due_on=day).count()


def test_unit_sees_what_is_late_and_what_is_soon(review: Review, unit: Unit, head: Person) -> None:
    found = steps(head, FIRST + timedelta(days=1))

    assert found == [
        NextStep("material-late", Urgency.LATE, due(review, FIRST), review.pk, unit.name, FIRST),
        NextStep("material-soon", Urgency.SOON, due(review, LAST), review.pk, unit.name, LAST),
    ]
    assert due(review, FIRST) + due(review, LAST) == 15


@pytest.mark.parametrize(
    ("as_of", "kinds"),
    [
        (FIRST - timedelta(days=22), []),
        (FIRST - timedelta(days=21), ["material-soon"]),
        (FIRST, ["material-soon"]),
        (LAST, ["material-late", "material-soon"]),
        (LAST + timedelta(days=1), ["material-late"]),
    ],
    ids=["far", "soon", "first day", "last day", "after"],
)
def test_both_sides_of_each_limit(review: Review, head: Person, as_of: date, kinds: list[str]) -> None:
    assert [step.kind for step in steps(head, as_of)] == kinds


def test_reviewer_sees_what_is_new_until_looked_at(
    review: Review, unit: Unit, head: Person, greta: Person
) -> None:
    hand_in(review, head)
    hand_in(review, head, "introduction")

    before = steps(greta, FIRST)
    client_of(greta).get(address("item", review))

    assert before == [NextStep("material-new", Urgency.WAITING, 2, review.pk, unit.name)]
    assert [step.count for step in steps(greta, FIRST)] == [1]


def test_what_the_other_reviewer_accepted_waits_no_more(review: Review, head: Person, greta: Person) -> None:
    hand_in(review, head)
    accept_material(
        review_id=review.pk, item_id=item_of(review).pk, seen_version=1, by=people.actor_today(greta)
    )

    assert steps(greta, FIRST) == []


def test_nobody_else_is_asked_for_anything(review: Review, office: Person, unit: Unit) -> None:
    trainee = people.make_person("Tage", Role.TRAINEE, unit)
    other = people.make_unit("Björkängens hälsocentral")
    head = people.make_person("Helmer", Role.HEAD_OF_UNIT, other)

    assert [steps(person, LAST) for person in (office, trainee, head)] == [[], [], []]


def test_nothing_waits_once_the_report_is_written(review: Review, head: Person) -> None:
    lead_to(review, State.DRAFT)

    assert steps(head, LAST) == []


def test_steps_cost_the_same_for_one_case_and_three(unit: Unit, head: Person) -> None:
    def prepare() -> None:
        case = make_case(unit)
        give_team(case, people.make_person("Ett"), people.make_person("Två"))
        lead_to(case, State.PREPARING)

    def cost() -> int:
        actor = people.actor_today(head)
        with CaptureQueriesContext(connection) as queries:
            material_steps_for(actor, as_of=LAST)
        return len(queries)

    prepare()
    with_one = cost()
    prepare()
    prepare()

    assert (with_one, cost()) == (2, 2)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("material-late", "Lämna 3 försenade underlag inför besöket"),
        ("material-soon", "Lämna 3 underlag inför besöket"),
        ("material-new", "Titta på 3 nya underlag"),
    ],
)
def test_step_is_worded_and_leads_to_the_material(kind: str, title: str) -> None:
    told = shown(NextStep(kind, Urgency.SOON, 3, 7, "Tallbacken"), as_of=LAST)

    assert (told.title, told.url) == (title, reverse("reviews:case_material", args=[7]))


def test_more_cases_than_a_few_are_counted_and_all_reached(unit: Unit, head: Person, greta: Person) -> None:
    for number in range(7):
        case = make_case(unit, visit_from=date(2026, 5, 12 + number), visit_to=None)
        give_team(case, greta, people.make_person("Göran"))
        case = lead_to(case, State.PREPARING)
        if number == 6:
            hand_in(case, head)

    found = steps(head, date(2026, 5, 30))

    assert [(step.kind, step.count) for step in found[5:]] == [("material-late-more", 2)]
    told = shown(found[5], as_of=LAST)
    assert told.title == "Underlag är försenat i 2 ärenden till"
    listed = client_of(head).get(told.url)
    assert len(listed.context["rows"]) == 7
    lead_to(case, State.DRAFT)
    assert len(client_of(head).get(told.url).context["rows"]) == 6
