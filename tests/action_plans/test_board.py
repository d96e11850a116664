"""The board: who sees what, the views and their limits, filters, pages, files, units."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.action_plans.queries import (
    BoardFilters,
    BoardView,
    board_counts_for,
    list_actions_for,
    list_units_for,
)
from kollegium.domain.roles import Role, Visitor
from kollegium.organisations.actions import close_unit, merge_unit
from kollegium.reviews.models import ActionState, CaseState, Review
from kollegium.ui import keyset
from tests.people import (
    SYSTEM,
    TODAY,
    client_of,
    make_actor,
    make_person,
    make_provider,
    make_region,
    make_specialty,
    make_unit,
)
from tests.reviews.builders import make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_actor(Role.REVIEW_OFFICE, name="Karin Kansli")


def review_with(*items, unit=None, **others):
    return make_review(unit, part=plain_part(plan_items=items), **others)


def found(actor, **filters) -> list[str]:
    page = list_actions_for(actor, BoardFilters(**filters), as_of=TODAY)
    return [row["criterion_key"] for row in page.rows]


def test_each_role_sees_the_actions_of_its_own_places_only() -> None:
    near, far = make_region("Region Norrdal", "97"), make_region("Region Sjölandet", "98")
    here = make_unit("Ekens hälsocentral", region=near)
    there = make_unit("Vikens hälsocentral", region=far, provider=make_provider("Vikvård AB", far))
    psychiatry = make_specialty("Psykiatri", "psykiatri")
    review_with(plan_item("D6"), unit=here)
    review_with(plan_item("E1"), unit=there, specialty=psychiatry)

    assert found(make_actor(Role.HEAD_OF_UNIT, here)) == ["D6"]
    assert found(make_actor(Role.REGION_OFFICER, far)) == ["E1"]
    assert found(make_actor(Role.CARE_PROVIDER_OFFICER, there.care_provider)) == ["E1"]
    assert found(make_actor(Role.SPECIALTY_COORDINATOR, psychiatry)) == ["E1"]
    assert found(make_actor(Role.REVIEW_OFFICE)) == ["D6", "E1"]
    assert found(make_actor(Role.TRAINEE, here)) == []
    assert found(Visitor()) == []


@pytest.mark.parametrize(
    ("state", "due", "views"),
    [
        (ActionState.PLANNED, TODAY - timedelta(days=1), {BoardView.OPEN, BoardView.LATE}),
        (ActionState.NOT_DONE, TODAY - timedelta(days=1), {BoardView.OPEN, BoardView.LATE}),
        (ActionState.PLANNED, TODAY, {BoardView.OPEN, BoardView.SOON}),
        (ActionState.PLANNED, TODAY + timedelta(days=30), {BoardView.OPEN, BoardView.SOON}),
        (ActionState.PLANNED, TODAY + timedelta(days=31), {BoardView.OPEN}),
        (ActionState.PLANNED, None, {BoardView.OPEN, BoardView.UNKNOWN}),
        (ActionState.UNKNOWN, TODAY - timedelta(days=1), {BoardView.OPEN, BoardView.UNKNOWN}),
        (ActionState.REPORTED_DONE, TODAY - timedelta(days=1), {BoardView.OPEN, BoardView.TO_FOLLOW_UP}),
        (ActionState.DONE, TODAY - timedelta(days=1), set()),
    ],
)
def test_view_holds_an_action_by_its_state_and_day(office, state, due, views) -> None:
    review_with(plan_item(state=state, due_on=due))

    counts = board_counts_for(office, BoardFilters(), as_of=TODAY)

    assert {view for view, count in counts.items() if count} == views
    assert {view for view in BoardView if found(office, view=view)} == views


def test_every_filter_keeps_what_it_says(office) -> None:
    near, far = make_region("Region Norrdal", "97"), make_region("Region Sjölandet", "98")
    here = make_unit("Ekens hälsocentral", region=near)
    there = make_unit("Vikens hälsocentral", region=far, provider=make_provider("Vikvård AB", far))
    psychiatry = make_specialty("Psykiatri", "psykiatri")
    review_with(plan_item("D6"), unit=here)
    review_with(plan_item("E1"), unit=there, specialty=psychiatry)

    assert found(office, region_id=near.pk) == ["D6"]
    assert found(office, care_provider_id=there.care_provider_id) == ["E1"]
    assert found(office, unit_id=here.pk) == ["D6"]
    assert found(office, specialty_id=psychiatry.pk) == ["E1"]
    assert found(office, area="spur-st-2021:E") == ["E1"]
    assert found(office, area="at-spur:E") == []
    assert found(office, search="vik hälso") == ["E1"]
    assert found(office, search="hälso & | !") == ["D6", "E1"]


def test_earliest_day_stands_first_and_those_without_a_day_last(office) -> None:
    review_with(
        plan_item("A1", due_on=None),
        plan_item("D6", due_on=date(2026, 9, 1)),
        plan_item("E1", due_on=date(2025, 9, 1)),
    )

    assert found(office) == ["E1", "D6", "A1"]


def test_what_was_taken_back_stands_on_no_board(office) -> None:
    Review.objects.filter(pk=review_with(plan_item()).pk).update(
        state=CaseState.TAKEN_BACK, taken_back_reason="fel enhet"
    )

    assert found(office) == []


def test_actions_of_a_merged_unit_are_reached_through_the_new_one(office) -> None:
    old, new = make_unit("Gamla hälsocentralen"), make_unit("Nya hälsocentralen")
    review_with(plan_item(), unit=old)
    merge_unit(unit_id=old.pk, into_id=new.pk, merged_on=TODAY, by=SYSTEM)

    assert found(make_actor(Role.HEAD_OF_UNIT, new)) == ["D6"]


def test_board_says_that_a_unit_is_closed() -> None:
    unit = make_unit("Ekens hälsocentral")
    review_with(plan_item(), unit=unit)
    close_unit(unit_id=unit.pk, closed_on=TODAY, expected_version=1, by=SYSTEM)

    page = client_of(make_person(role=Role.REVIEW_OFFICE)).get("/follow-up/")

    assert "stängd enhet" in page.content.decode()


def test_units_stand_with_the_most_late_first(office) -> None:
    calm, late = make_unit("Ekens hälsocentral"), make_unit("Vikens hälsocentral")
    review_with(plan_item(due_on=TODAY), plan_item("E1", state=ActionState.REPORTED_DONE), unit=calm)
    review_with(
        plan_item(due_on=TODAY - timedelta(days=1)), plan_item("E1", state=ActionState.DONE), unit=late
    )

    rows = list_units_for(office, BoardFilters(), as_of=TODAY).rows

    told = (
        "part__review__unit_id",
        "open_count",
        "late_count",
        "soon_count",
        "to_follow_up_count",
        "first_due_on",
    )
    assert [tuple(row[name] for name in told) for row in rows] == [
        (late.pk, 1, 1, 0, 0, TODAY - timedelta(days=1)),
        (calm.pk, 2, 0, 1, 1, TODAY),
    ]


def test_pages_of_units_follow_each_other_without_a_gap(office, monkeypatch) -> None:
    from kollegium.action_plans.queries import board  # noqa: PLC0415 - the module itself is changed

    monkeypatch.setattr(board, "PAGE_SIZE", 2)
    for number in range(5):
        review_with(plan_item(), unit=make_unit(f"Enhet {number}"))

    seen, cursor = [], ""
    while cursor is not None:
        page = list_units_for(office, BoardFilters(), as_of=TODAY, cursor=cursor)
        seen += [row["part__review__unit_id"] for row in page.rows]
        cursor = page.next_cursor
    assert (len(seen), len(set(seen))) == (5, 5)


@pytest.mark.parametrize("address", ["/follow-up/", "/follow-up/units/"])
def test_lists_cost_the_same_with_one_row_and_with_three(address: str) -> None:
    client = client_of(make_person(role=Role.REVIEW_OFFICE))

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert client.get(address).status_code == 200
        return len(caught)

    review_with(plan_item())
    client.get(address)
    one = queries()
    for name in ("Ekens", "Vikens"):
        review_with(plan_item(), unit=make_unit(name))

    assert queries() == one


def test_file_holds_what_the_board_shows() -> None:
    review_with(plan_item("D6", action="=1+1"), plan_item("E1", state=ActionState.DONE))

    answer = client_of(make_person(role=Role.REVIEW_OFFICE)).get("/follow-up/export.csv")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [(row[7], row[8], row[14]) for row in rows[1:]] == [("D6", "'=1+1", "Planerad")]


@pytest.mark.parametrize(
    "query", ["?show=nonsense", "?page=x.y", "?unit=-1", "?area=D&region=abc", "?q=%00", f"?unit={2**80}"]
)
def test_bad_address_gives_the_board(query: str) -> None:
    review_with(plan_item())

    answer = client_of(make_person(role=Role.REVIEW_OFFICE)).get(f"/follow-up/{query}")

    assert (answer.status_code, "D6" in answer.content.decode()) == (200, True)


def test_visitor_is_asked_to_log_in() -> None:
    assert Client().get("/follow-up/").status_code == 302


def test_count_is_capped_as_in_other_lists(office, monkeypatch) -> None:
    monkeypatch.setattr(keyset, "COUNT_LIMIT", 1)
    review_with(plan_item(), plan_item("E1"))

    page = list_actions_for(office, BoardFilters(), as_of=TODAY)

    assert (page.total, page.is_capped) == (1, True)
