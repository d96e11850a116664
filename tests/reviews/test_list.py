"""The list of reviews: who sees what, search, filters, orders, pages, files."""

import csv
import io
import zipfile
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kollegium.domain.roles import Role, Visitor
from kollegium.domain.standard import Outcome
from kollegium.reviews import spreadsheets
from kollegium.reviews.models import ActionState, CaseState, Review, ReviewKind
from kollegium.reviews.queries import (
    ActionFilter,
    GradeFilter,
    ReviewFilters,
    ReviewOrder,
    export_reviews_for,
    filter_choices_for,
    grade_filter,
    list_reviews_for,
    listing,
)
from kollegium.reviews.recorded import RecordedArea, RecordedPart
from kollegium.ui import keyset
from tests.people import make_actor, make_provider, make_region, make_specialty, make_unit
from tests.reviews.builders import STANDARD, graded, make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_actor(Role.REVIEW_OFFICE, name="Karin Kansli")


def ids(page) -> list[int]:
    return [row["pk"] for row in page.rows]


def found(actor, **filters) -> set[int]:
    return set(ids(list_reviews_for(actor, ReviewFilters(**filters))))


def test_each_role_sees_the_reviews_of_its_own_places_only() -> None:
    near, far = make_region("Region Norrdal", "97"), make_region("Region Sjölandet", "98")
    here = make_unit("Ekens hälsocentral", region=near)
    there = make_unit("Vikens hälsocentral", region=far, provider=make_provider("Vikvård AB", far))
    psychiatry = make_specialty("Psykiatri", "psykiatri")
    ours, theirs = make_review(here), make_review(there, specialty=psychiatry)

    assert found(make_actor(Role.HEAD_OF_UNIT, here)) == {ours.pk}
    assert found(make_actor(Role.REGION_OFFICER, far)) == {theirs.pk}
    assert found(make_actor(Role.CARE_PROVIDER_OFFICER, there.care_provider)) == {theirs.pk}
    assert found(make_actor(Role.SPECIALTY_COORDINATOR, psychiatry)) == {theirs.pk}
    assert found(make_actor(Role.REVIEW_OFFICE)) == {ours.pk, theirs.pk}
    assert found(make_actor(Role.TRAINEE, here)) == set()
    assert found(Visitor()) == set()


def test_what_was_taken_back_stands_in_no_list(office) -> None:
    kept, gone = make_review(), make_review()
    Review.objects.filter(pk=gone.pk).update(state=CaseState.TAKEN_BACK, taken_back_reason="fel enhet")

    assert found(office) == {kept.pk}


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("handledningen", True),
        ("handledning", True),
        ("handl", True),
        ("HANDL tallback", True),
        ("handl björk", False),
        ("Majken", True),
        ("", True),
        ("  ", True),
        ("&|!()<->:*'\"\\", True),
        ("handl' | 'björk", False),
        ("tallback:*' & ''", True),
        ("%_", True),
        ("\x00", True),
        ("ord " * 500, False),
        ("😀", True),
    ],
)
def test_search_wants_every_word_as_stem_or_beginning(office, typed: str, is_found: bool) -> None:
    review = make_review(make_unit("Tallbackens hälsocentral"))

    assert (found(office, search=typed) == {review.pk}) is is_found


def test_every_filter_keeps_what_it_says(office) -> None:
    near, far = make_region("Region Norrdal", "97"), make_region("Region Sjölandet", "98")
    here = make_unit("Ekens hälsocentral", region=near, provider=make_provider("Region Norrdal", near))
    there = make_unit("Vikens hälsocentral", region=far, provider=make_provider("Vikvård AB", far))
    psychiatry = make_specialty("Psykiatri", "psykiatri")
    one = make_review(here, visit_from=date(2025, 1, 1))
    two = make_review(there, specialty=psychiatry, kind=ReviewKind.INTERNAL, visit_from=date(2024, 12, 31))

    assert found(office, region_id=near.pk) == {one.pk}
    assert found(office, care_provider_id=there.care_provider_id) == {two.pk}
    assert found(office, unit_id=here.pk) == {one.pk}
    assert found(office, specialty_id=psychiatry.pk) == {two.pk}
    assert found(office, year=2025) == {one.pk}
    assert found(office, year=2024) == {two.pk}
    assert found(office, year=1999) == set()
    assert found(office, kind="internal") == {two.pk}
    assert found(office, unit_id=here.pk, year=2024) == set()


def test_grade_filter_knows_the_standard_and_the_area(office) -> None:
    failed = make_review(part=graded({"D": Outcome.FAILED, "A": Outcome.PASSED}))
    passed = make_review(part=graded({"D": Outcome.PASSED}))
    internship = make_review(part=RecordedPart(), standard_key="at-spur")

    assert found(office, grade=GradeFilter("failed", STANDARD, "D")) == {failed.pk}
    assert found(office, grade=GradeFilter("passed")) == {failed.pk, passed.pk}
    assert found(office, grade=GradeFilter("unknown", STANDARD, "A")) == {passed.pk}
    assert internship.pk not in found(office, grade=GradeFilter("unknown", STANDARD, "A"))


@pytest.mark.parametrize(
    ("area", "outcome", "expected"),
    [
        ("spur-st-2021:D", "failed", GradeFilter("failed", "spur-st-2021", "D")),
        ("", "passed", GradeFilter("passed")),
        ("spur-st-2021:D", "unknown", GradeFilter("unknown", "spur-st-2021", "D")),
        ("spur-st-2021:D", "", None),
        ("spur-st-2021:Z", "failed", None),
        ("../etc/passwd:D", "failed", None),
        ("", "excellent", None),
    ],
)
def test_grade_filter_of_an_address_is_checked(area: str, outcome: str, expected: GradeFilter | None) -> None:
    assert grade_filter(area, outcome) == expected


def test_filters_by_the_state_of_the_plan(office) -> None:
    today = date(2026, 3, 2)
    late = make_review(part=plain_part(plan_items=(plan_item(due_on=today - timedelta(days=1)),)))
    due_today = make_review(part=plain_part(plan_items=(plan_item(due_on=today),)))
    done = make_review(part=plain_part(plan_items=(plan_item(state=ActionState.REPORTED_DONE),)))

    assert found(office, actions=ActionFilter.OPEN) == {late.pk, due_today.pk}
    assert found(office, actions=ActionFilter.OVERDUE, as_of=today) == {late.pk}
    assert found(office, actions=ActionFilter.NONE_OPEN) == {done.pk}


@pytest.mark.parametrize("order", list(ReviewOrder))
def test_pages_forwards_and_backwards_hold_every_row_once(office, order, monkeypatch) -> None:
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    units = [make_unit(name) for name in ("Åsens", "Ekens", "Öns")]
    visits = [date(2024, 1, 1), None, date(2025, 1, 1), date(2024, 1, 1), None, date(2023, 5, 5), None]
    for index, visit in enumerate(visits):
        make_review(units[index % 3], visit_from=visit)

    pages, cursor = [], ""
    while True:
        page = list_reviews_for(office, ReviewFilters(), order=order, cursor=cursor)
        pages.append(ids(page))
        if page.next_cursor is None:
            break
        cursor = page.next_cursor
    backwards = [pages[-1]]
    while page.previous_cursor is not None:
        page = list_reviews_for(office, ReviewFilters(), order=order, cursor=page.previous_cursor)
        backwards.append(ids(page))

    assert [len(rows) for rows in pages] == [2, 2, 2, 1]
    assert len({pk for rows in pages for pk in rows}) == 7
    assert page.total == 7
    assert list(reversed(backwards)) == pages


def test_orders_stand_as_they_are_named(office) -> None:
    first = make_review(make_unit("Örtens"), visit_from=date(2024, 1, 1))
    second = make_review(make_unit("Älvens"), visit_from=date(2025, 1, 1), part=RecordedPart())
    third = make_review(make_unit("Zetas"), visit_from=None)

    def ordered(order: ReviewOrder) -> list[int]:
        return ids(list_reviews_for(office, ReviewFilters(), order=order))

    assert ordered(ReviewOrder.NEWEST) == [second.pk, first.pk, third.pk]
    assert ordered(ReviewOrder.OLDEST) == [first.pk, second.pk, third.pk]
    assert ordered(ReviewOrder.UNIT) == [third.pk, second.pk, first.pk]
    assert ordered(ReviewOrder.OPEN_ACTIONS)[-1] == second.pk


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "WyJuZXh0Il0=",
        "WyJuZXh0IiwgIjIwMjUtMDEtMDEiLCAieCJd",
        "WyJuZXh0IiwgbnVsbCwgOTk5OTk5OTk5OTk5OTk5OTk5OTk5OTld",
        "W" * 5000,
        "åäö",
    ],
)
def test_made_up_cursor_gives_the_first_page(office, cursor: str) -> None:
    review = make_review()

    assert ids(list_reviews_for(office, ReviewFilters(), cursor=cursor)) == [review.pk]


@pytest.mark.parametrize("order", ReviewOrder)
@pytest.mark.parametrize("common", [0, 1000], ids=["common-words", "rare-words"])
def test_common_and_rare_words_give_the_same_pages(
    office, monkeypatch, common: int, order: ReviewOrder
) -> None:
    monkeypatch.setattr(listing, "COMMON", common)
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    units = [make_unit(name) for name in ("Ekens hälsocentral", "Vikens hälsocentral", "Åsens hälsocentral")]
    reviews = [make_review(unit, visit_from=date(2025, 1, number)) for number, unit in enumerate(units, 1)]
    make_review(make_unit("Norrkliniken"))

    first = list_reviews_for(office, ReviewFilters(search="hälsocentral handledning"), order=order)
    second = list_reviews_for(
        office, ReviewFilters(search="hälsocentral handledning"), order=order, cursor=first.next_cursor or ""
    )

    assert first.total == 3
    assert len(first.rows) == 2
    assert {row["pk"] for row in (*first.rows, *second.rows)} == {review.pk for review in reviews}
    if order is ReviewOrder.NEWEST:
        assert ids(first) == [reviews[2].pk, reviews[1].pk]


def test_total_is_exact_up_to_the_limit_and_says_when_there_are_more(office, monkeypatch) -> None:
    monkeypatch.setattr(keyset, "COUNT_LIMIT", 2)
    make_review()
    make_review()
    exact = list_reviews_for(office, ReviewFilters())
    make_review()
    capped = list_reviews_for(office, ReviewFilters())

    assert (exact.total, exact.is_capped) == (2, False)
    assert (capped.total, capped.is_capped) == (2, True)


def test_list_costs_the_same_with_one_and_with_three_rows(office) -> None:
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            list_reviews_for(office, ReviewFilters(search="hälso"))
            filter_choices_for(office)
        return len(queries)

    make_review()
    one = cost()
    make_review(make_unit("Ekens"))
    make_review(make_unit("Vikens"))

    assert (one, cost()) == (4, 4)


def test_choices_offer_only_what_the_reader_has_reviews_of() -> None:
    near, far = make_region("Region Norrdal", "97"), make_region("Region Sjölandet", "98")
    here = make_unit("Ekens", region=near)
    make_review(here, visit_from=date(2025, 3, 1))
    make_review(
        make_unit("Vikens", region=far, provider=make_provider("Vikvård AB", far)),
        visit_from=date(2019, 1, 1),
    )

    choices = filter_choices_for(make_actor(Role.HEAD_OF_UNIT, here))

    assert choices.regions == ((near.pk, "Region Norrdal"),)
    assert choices.years == (2025,)
    assert choices.units == ((here.pk, "Ekens"),)


def lines_of(actor) -> list[list[object]]:
    return list(spreadsheets.table_of(export_reviews_for(actor, ReviewFilters())))


def test_csv_holds_the_list_with_letters_and_a_mark_for_spreadsheets(office) -> None:
    review = make_review(make_unit("Ekens hälsocentral"))

    data = spreadsheets.as_csv(lines_of(office))

    head, row = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    assert data.startswith(b"\xef\xbb\xbf")
    cells = dict(zip(head, row, strict=True))
    assert cells["Nummer"] == str(review.pk)
    assert cells["Enhet"] == "Ekens hälsocentral"
    assert (cells["Område A"], cells["Område D"], cells["Område B"]) == ("A", "C", "")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_cell_that_looks_like_a_formula_is_made_harmless(name: str) -> None:
    text = spreadsheets.as_csv([[name, 5]]).decode("utf-8-sig")

    (row,) = csv.reader(io.StringIO(text), delimiter=";")
    assert row == [f"'{name}", "5"]


def test_workbook_keeps_texts_as_texts(office) -> None:
    make_review(make_unit("=HYPERLINK(1)"))

    data = spreadsheets.as_xlsx(lines_of(office), title="Granskningar")

    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=HYPERLINK(1)" in strings


def test_file_holds_only_what_the_reader_may_read() -> None:
    here = make_unit("Ekens")
    make_review(here)
    make_review(make_unit("Hemliga"))

    text = spreadsheets.as_csv(lines_of(make_actor(Role.HEAD_OF_UNIT, here))).decode()

    assert "Ekens" in text
    assert "Hemliga" not in text


def test_search_finds_words_of_a_narrative(office) -> None:
    review = make_review(part=RecordedPart(areas=(RecordedArea("A", "Dialysmottagningen är nyrenoverad."),)))
    make_review(part=RecordedPart())

    assert found(office, search="dialysmottagning") == {review.pk}


@pytest.mark.parametrize("order", list(ReviewOrder))
def test_the_list_as_it_opens_is_the_list_that_the_models_give(office, monkeypatch, order) -> None:
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    here = make_unit("Ekens hälsocentral", region=make_region("Region Norrdal", "97"))
    for unit in (here, here, make_unit("Vikens")):
        make_review(unit)

    for actor, count in ((office, 3), (make_actor(Role.HEAD_OF_UNIT, here), 2)):
        rows = listing.as_rows(Review.objects.visible_to(actor).standing())
        opened = list_reviews_for(actor, ReviewFilters(as_of=date(2026, 1, 1)), order=order)

        assert opened == keyset.cut(rows, order=listing.ORDERS[order], cursor="", size=2)
        assert (opened.total, bool(opened.next_cursor)) == (count, count > 2)


def test_who_reaches_no_place_gets_an_empty_list_and_no_query(django_assert_num_queries) -> None:
    make_review()

    with django_assert_num_queries(0):
        page = list_reviews_for(Visitor(), ReviewFilters())

    assert (page.rows, page.total) == ([], 0)
