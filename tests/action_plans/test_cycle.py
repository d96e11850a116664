"""The next review from outside: when it is due, who sees it, merged and closed units, reminders of it."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest

from kollegium.action_plans.queries import (
    CycleFilters,
    CycleView,
    cycle_counts_for,
    cycle_of_unit,
    list_cycle_for,
)
from kollegium.action_plans.shown_cycle import time_left
from kollegium.domain.roles import Role, Visitor
from kollegium.notifications.actions import remind
from kollegium.notifications.models import Reminder
from kollegium.organisations.actions import close_unit, merge_unit
from kollegium.reviews.models import CaseState, Review, ReviewKind
from tests.people import (
    SYSTEM,
    TODAY,
    client_of,
    make_account,
    make_actor,
    make_person,
    make_provider,
    make_region,
    make_specialty,
    make_unit,
)
from tests.reviews.builders import make_review, plain_part

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


@pytest.fixture
def office():
    return make_actor(Role.REVIEW_OFFICE, name="Karin Kansli")


@pytest.fixture
def unit():
    return make_unit("Ekens hälsocentral", specialties=(make_specialty(),))


def visit(unit, on: date, **others) -> Review:
    return make_review(unit, part=plain_part(plan_items=()), visit_from=on, **others)


def views(actor) -> set[CycleView]:
    counts = cycle_counts_for(actor, CycleFilters(), as_of=TODAY)
    listed = {view for view in CycleView if list_cycle_for(actor, CycleFilters(view=view), as_of=TODAY).rows}
    assert listed == {view for view, count in counts.items() if count}
    return listed


@pytest.mark.parametrize(
    ("visited", "view"),
    [
        (date(2021, 3, 1), CycleView.LATE),
        (date(2021, 3, 2), CycleView.SOON),
        (date(2022, 3, 2), CycleView.SOON),
        (date(2022, 3, 3), CycleView.LATER),
        (None, CycleView.NEVER),
    ],
)
def test_unit_stands_where_its_last_visit_puts_it(office, unit, visited, view) -> None:
    if visited:
        visit(unit, visited)

    assert views(office) == {view}


def test_only_a_visit_from_outside_of_that_specialty_that_has_been_counts(office, unit) -> None:
    visit(unit, date(2025, 1, 1), kind=ReviewKind.INTERNAL)
    visit(unit, date(2025, 1, 2), specialty=make_specialty("Kirurgi", "kirurgi"))
    gone = visit(unit, date(2025, 1, 3))
    Review.objects.filter(pk=gone.pk).update(state=CaseState.TAKEN_BACK, taken_back_reason="fel")
    planned = visit(unit, date(2026, 9, 1))
    Review.objects.filter(pk=planned.pk).update(state=CaseState.PLANNED)

    [row] = list_cycle_for(office, CycleFilters(view=CycleView.NEVER), as_of=TODAY).rows

    assert (row["visited_on"], row["planned_on"]) == (None, date(2026, 9, 1))


def test_visit_to_what_was_merged_into_the_unit_counts(office, unit) -> None:
    old = make_unit("Gamla hälsocentralen", specialties=(make_specialty(),))
    visit(old, date(2025, 1, 1))
    merge_unit(unit_id=old.pk, into_id=unit.pk, merged_on=TODAY, by=SYSTEM)

    assert [row["visited_on"] for row in cycle_of_unit(unit)] == [date(2025, 1, 1)]
    assert views(office) == {CycleView.LATER}


def test_closed_unit_is_due_for_nothing(office, unit) -> None:
    visit(unit, date(2019, 1, 1))
    close_unit(unit_id=unit.pk, closed_on=TODAY, expected_version=1, by=SYSTEM)

    assert views(office) == set()
    page = client_of(make_person(role=Role.REVIEW_OFFICE)).get(f"/units/{unit.pk}/follow-up/")
    assert "Här väntar inget mer" in page.content.decode()


def test_each_role_sees_its_own_places_only(unit) -> None:
    far = make_region("Region Sjölandet", "98")
    psychiatry = make_specialty("Psykiatri", "psykiatri")
    there = make_unit(
        "Vikens", region=far, provider=make_provider("Vikvård AB", far), specialties=(psychiatry,)
    )

    def seen(actor) -> set[int]:
        page = list_cycle_for(actor, CycleFilters(view=CycleView.NEVER), as_of=TODAY)
        return {row["unit_id"] for row in page.rows}

    assert seen(make_actor(Role.HEAD_OF_UNIT, unit)) == {unit.pk}
    assert seen(make_actor(Role.REGION_OFFICER, far)) == {there.pk}
    assert seen(make_actor(Role.CARE_PROVIDER_OFFICER, there.care_provider)) == {there.pk}
    assert seen(make_actor(Role.SPECIALTY_COORDINATOR, psychiatry)) == {there.pk}
    assert (seen(make_actor(Role.TRAINEE, unit)), seen(Visitor())) == (set(), set())


def test_file_tells_days_left(unit) -> None:
    visit(unit, date(2019, 1, 1))

    answer = client_of(make_person(role=Role.REVIEW_OFFICE)).get("/follow-up/next-reviews/export.csv")

    [_head, row] = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    assert (row[0], row[5], row[6]) == ("Ekens hälsocentral", "2019-01-01", "2024-01-01")
    assert int(row[7].lstrip("'")) < 0


@pytest.mark.parametrize("query", ["?show=x", "?page=1.x", "?q=%00", "?region=x&area=y"])
def test_bad_address_gives_the_list(unit, query) -> None:
    assert (
        client_of(make_person(role=Role.REVIEW_OFFICE)).get(f"/follow-up/next-reviews/{query}").status_code
        == 200
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "0 dagar kvar"),
        (1, "1 dag kvar"),
        (90, "90 dagar kvar"),
        (91, "2 månader kvar"),
        (-1, "1 dag försenad"),
        (-91, "2 månader försenad"),
    ],
)
def test_time_left_in_words(days: int, words: str) -> None:
    assert time_left(days) == words


def test_those_who_arrange_it_are_reminded_until_a_visit_is_planned(unit) -> None:
    visit(unit, TODAY - timedelta(days=5 * 365 + 1))
    for name, role, at in (
        ("Hedda Chef", Role.HEAD_OF_UNIT, unit),
        ("Örjan Över", Role.DIRECTOR_OF_TRAINING, unit.region),
        ("Tyra Trainee", Role.TRAINEE, unit),
    ):
        make_account(make_person(name, role, at))

    remind(as_of=TODAY, now=NOON)
    told = Reminder.objects.unread().order_by("recipient__name")
    assert list(told.values_list("kind", "step", "recipient__name", "name")) == [
        ("review-due", 0, "Hedda Chef", "Ekens hälsocentral · Allmänmedicin"),
        ("review-due", 0, "Örjan Över", "Ekens hälsocentral · Allmänmedicin"),
    ]

    planned = visit(unit, TODAY + timedelta(days=60))
    Review.objects.filter(pk=planned.pk).update(state=CaseState.PLANNED)
    remind(as_of=TODAY, now=NOON)
    assert not Reminder.objects.unread().exists()
