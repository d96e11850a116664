"""Reviews in lists: the list with its filters and files, and those of one unit side by side."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from tests.people import make_provider, make_region, make_unit
from tests.reviews.builders import graded, make_review
from tests.reviews.pages import client_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    return client_of(Role.REVIEW_OFFICE)


@pytest.fixture
def review():
    return make_review()


def test_list_page_costs_the_same_with_one_and_with_three_rows(office) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            answer = office.get("/reviews/")
        assert answer.status_code == 200
        return len(queries)

    make_review()
    one = cost()
    make_review(make_unit("Ekens"))
    make_review(make_unit("Vikens"), part=graded({"A": Outcome.PASSED}))

    assert one == cost() <= 6


@pytest.mark.parametrize(
    "query",
    [
        "region=x&provider=-1&unit=99999999999999999999&specialty=%00&year=abc&kind=secret&area=x&outcome=y",
        "at=AAAA&row=-5",
        "row=999999999999999999999999&at=WyJuZXh0Il0=",
        "q=%27%3B%20DROP%20TABLE",
        "q=%00",
        "sort=hacked",
        "region=%F0%9F%98%80",
        "area=spur-st-2021:Q&outcome=failed",
    ],
)
def test_nonsense_in_the_address_gives_the_list(office, review, query) -> None:
    assert office.get(f"/reviews/?{query}").status_code == 200


def test_list_shows_its_filters_as_chips_that_take_them_off(office, review) -> None:
    make_review(make_unit("Vikens"), visit_from=None)

    text = text_of(office.get("/reviews/?year=2025&q=tallback"))

    assert "Vikens" not in re.sub(r"<select.*?</select>", "", text, flags=re.DOTALL)
    assert 'href="/reviews/?q=tallback"' in text
    assert 'href="/reviews/?year=2025"' in text


def selects(text: str) -> set[str]:
    return set(re.findall(r'<select[^>]*name="(\w+)"', text))


def test_filters_are_offered_on_a_page_of_their_own_address(office, review) -> None:
    closed, opened = (
        text_of(office.get("/reviews/?year=2025")),
        text_of(office.get("/reviews/?year=2025&filters=open")),
    )
    part = text_of(office.get("/reviews/filters/?year=2025&filters=open"))

    assert selects(closed) == {"sort"}
    assert 'href="/reviews/?year=2025&amp;filters=open"' in closed
    assert {
        "region",
        "provider",
        "specialty",
        "year",
        "unit",
        "kind",
        "area",
        "outcome",
        "actions",
    } <= selects(opened)
    assert f'<option value="{review.unit.region_id}">{review.unit.region.name}</option>' in opened
    assert '<option value="2025" selected>2025</option>' in opened
    assert selects(part) == selects(opened) - {"sort"}
    assert part.lstrip().startswith('<div id="filter-choices"')


def test_filters_that_are_folded_away_are_sent_along_and_named(office, review) -> None:
    unit = review.unit
    other = make_review(make_unit("Vikens"))
    query = f"region={unit.region_id}&provider={unit.care_provider_id}&unit={unit.pk}&year=2025&unknowns=on"

    text = text_of(office.get(f"/reviews/?{query}&area=spur-st-2021:B&outcome=unknown"))

    for name, value in {"unit": unit.pk, "year": 2025, "unknowns": "on", "outcome": "unknown"}.items():
        assert f'<input type="hidden" name="{name}" value="{value}">' in text
    chips = text[text.index('id="filter-chips"') : text.index('id="review-list"')]
    assert re.sub(r" +", " ", re.sub(r"<[^>]+>", " ", chips)).count("ta bort filtret") == 6
    assert unit.region.name in chips
    assert f"/reviews/{review.pk}/" in text
    assert f"/reviews/{other.pk}/" not in text


def test_a_place_without_reviews_of_the_reader_narrows_nothing_and_is_not_named(review) -> None:
    head = client_of(Role.HEAD_OF_UNIT, review.unit)
    secret = make_review(make_unit("Hemliga", region=make_region("Region Hemliga", "98")))

    text = text_of(head.get(f"/reviews/?region={secret.unit.region_id}&unit={secret.unit_id}"))
    part = text_of(head.get(f"/reviews/filters/?region={secret.unit.region_id}&unit={secret.unit_id}"))

    assert "Hemliga" not in text + part
    assert f"/reviews/{review.pk}/" in text


def test_visitor_is_not_shown_the_filters(client) -> None:
    assert client.get("/reviews/filters/").status_code == 302


def test_names_in_a_row_are_text_and_not_markup(office) -> None:
    make_review(make_unit("<b>Fet</b> & co"))

    text = text_of(office.get("/reviews/"))

    assert "&lt;b&gt;Fet&lt;/b&gt; &amp; co" in text
    assert "<b>Fet</b>" not in text


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_list_as_a_file(office, review, extension) -> None:
    answer = office.get(f"/reviews/export.{extension}?year=2025")

    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="granskningar-')
    assert office.get("/reviews/export.exe").status_code == 404


def test_unit_shows_its_reviews_and_two_side_by_side(office) -> None:
    unit = make_unit("Ekens hälsocentral")
    old = make_review(unit, visit_from=None, visit_text="Våren 2019", part=graded({"D": Outcome.PASSED}))
    new = make_review(unit)
    make_review(make_unit("Vikens"))

    text = text_of(office.get(f"/units/{unit.pk}/reviews/?left={old.pk}&right={new.pk}"))

    assert text.count('class="strip"') == 2
    assert text.index("12 maj 2025") < text.index("Våren 2019")
    assert "Skiljer sig" in text
    assert "Varje ST-läkare har ett utbildningsprogram" in text


@pytest.mark.parametrize("query", ["left=1", "left=x&right=y", "left=5&right=5", ""])
def test_comparison_of_nothing_shows_the_reviews(office, review, query) -> None:
    assert office.get(f"/units/{review.unit_id}/reviews/?{query}").status_code == 200


def test_review_of_another_unit_cannot_be_pulled_into_a_comparison(review) -> None:
    far = make_region("Region Sjölandet", "98")
    other = make_review(make_unit("Vikens", region=far, provider=make_provider("Vikvård AB", far)))
    head = client_of(Role.HEAD_OF_UNIT, review.unit)

    answer = head.get(f"/units/{review.unit_id}/reviews/?left={review.pk}&right={other.pk}")

    assert answer.status_code == 404


def test_unit_page_of_reviews_shows_others_none(review) -> None:
    stranger = client_of(Role.HEAD_OF_UNIT, make_unit("Vikens"))

    text = text_of(stranger.get(f"/units/{review.unit_id}/reviews/"))

    assert "Inga granskningar av enheten ännu" in text
    assert "12 maj 2025" not in text
