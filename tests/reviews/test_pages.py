"""The pages of one review: who opens which, what stands first, what they cost."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.domain.roles import Role
from kollegium.reviews.models import ActionPlanItem, CaseState, Review
from kollegium.reviews.recorded import RecordedPart
from tests.people import make_unit
from tests.reviews.builders import make_review, plain_part, plan_item
from tests.reviews.pages import client_of, pages_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    return client_of(Role.REVIEW_OFFICE)


@pytest.fixture
def review():
    return make_review()


PAGES = ["review", "history", "facts", "grade", "verdict", "progress", "publish"]


@pytest.mark.parametrize("page", PAGES)
def test_office_opens_every_page_of_a_review(office, review, page) -> None:
    answer = office.get(pages_of(review)[page])

    assert answer.status_code == 200
    assert review.unit.name in text_of(answer)


@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_sees_that_there_is_a_review(review, page) -> None:
    stranger = client_of(Role.HEAD_OF_UNIT, make_unit("Vikens"))

    hidden = stranger.get(pages_of(review)[page])
    missing = stranger.get(pages_of(review)[page].replace(f"/reviews/{review.pk}/", "/reviews/987654/"))

    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert review.unit.name not in text_of(hidden)


@pytest.mark.parametrize("page", PAGES)
def test_visitor_is_asked_to_log_in(client, review, page) -> None:
    answer = client.get(pages_of(review)[page])

    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/login/")


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("review", 200),
        ("history", 200),
        ("facts", 403),
        ("grade", 403),
        ("verdict", 403),
        ("progress", 200),
        ("publish", 403),
    ],
)
def test_head_of_unit_reads_and_changes_nothing_but_how_far_actions_have_come(review, page, status) -> None:
    head = client_of(Role.HEAD_OF_UNIT, review.unit)

    assert head.get(pages_of(review)[page]).status_code == status


def test_head_of_unit_says_how_far_an_action_has_come(review) -> None:
    head = client_of(Role.HEAD_OF_UNIT, review.unit)
    url = pages_of(review)["progress"]

    page = text_of(head.get(f"/reviews/{review.pk}/"))
    answer = head.post(url, {"version": 1, "state": "done", "note": "klart sedan i mars"})

    item = ActionPlanItem.objects.get(part__review=review)
    assert f'href="/follow-up/actions/{item.pk}/"' in page
    assert answer.status_code == 302
    assert "klart sedan i mars" in text_of(head.get(f"/reviews/{review.pk}/"))


def test_main_supervisor_reads_the_plan_without_changing_it(review) -> None:
    supervisor = client_of(Role.MAIN_SUPERVISOR, review.unit)

    assert supervisor.get(pages_of(review)["progress"]).status_code == 403


def test_main_supervisor_reads_but_not_the_history(review) -> None:
    supervisor = client_of(Role.MAIN_SUPERVISOR, review.unit)

    assert supervisor.get(f"/reviews/{review.pk}/").status_code == 200
    assert supervisor.get(f"/reviews/{review.pk}/history/").status_code == 404


def test_trainee_does_not_see_the_case_of_their_own_unit(review) -> None:
    assert client_of(Role.TRAINEE, review.unit).get(f"/reviews/{review.pk}/").status_code == 404


def test_page_opens_with_the_grades_and_what_decides(office, review) -> None:
    text = text_of(office.get(f"/reviews/{review.pk}/"))

    strip = text[text.index('class="strip"') : text.index("Det som avgör:")]
    assert strip.count('class="tile ') == 8
    assert "C, godkänt med anmärkning; tidigare D, inte godkänt; efter handlingsplan" in strip
    assert "inte D enligt handlingsplanen" in strip
    assert 'href="#criterion-D6"' in text
    assert 'id="criterion-D6"' in text


def test_page_in_english_marks_criteria_and_what_was_written_as_swedish(office, review) -> None:
    office.cookies["language"] = "en"

    text = text_of(office.get(f"/reviews/{review.pk}/"))

    assert '<html lang="en"' in text
    assert '<span lang="sv">Varje ST-läkare har ett utbildningsprogram' in text
    assert '<div class="prose" lang="sv"><p>Mottagningen har ett brett uppdrag.</p>' in text


def test_what_was_written_is_shown_as_text_never_as_markup(office) -> None:
    part = plain_part(strengths=("<script>alert(1)</script>",), plan_items=(plan_item(action="<b>x</b>"),))
    review = make_review(make_unit("Ek & <i>Gran</i>"), part=part)

    text = text_of(office.get(f"/reviews/{review.pk}/"))

    assert "<script>alert" not in text
    assert "<b>x</b>" not in text
    assert "Ek &amp; &lt;i&gt;Gran" in text


def test_review_page_costs_few_queries_and_no_more_for_a_longer_report(office) -> None:
    small = make_review(part=RecordedPart())
    large = make_review(part=plain_part(plan_items=tuple(plan_item(f"D{n}") for n in range(1, 12))))

    def cost(review) -> int:
        with CaptureQueriesContext(connection) as queries:
            office.get(f"/reviews/{review.pk}/")
        return len(queries)

    assert cost(small) == cost(large) == 5


@pytest.mark.parametrize(
    "address",
    [
        "parts/{part}/grades/Z/",
        "parts/0/grades/D/",
        "parts/{part}/verdicts/D99/",
        "actions/0/",
        "?part=emergency",
    ],
)
def test_address_of_nothing_is_not_found(office, review, address) -> None:
    path = address.format(part=review.parts.get().pk)

    assert office.get(f"/reviews/{review.pk}/{path}").status_code == 404


def test_review_that_was_taken_back_says_so_and_offers_no_change(office, review) -> None:
    Review.objects.filter(pk=review.pk).update(state=CaseState.TAKEN_BACK, taken_back_reason="fel enhet")

    text = text_of(office.get(f"/reviews/{review.pk}/"))

    assert "fel enhet" in text
    assert "Rätta uppgifter" not in text
    assert "Sätt eller ändra gradering" not in text


@pytest.mark.parametrize(
    ("extension", "magic"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!doctype html>"), ("json", b"{")]
)
@pytest.mark.parametrize("language", ["sv", "en", "xx"])
def test_report_is_printed(office, review, extension, magic, language) -> None:
    answer = office.get(f"/reviews/{review.pk}/report.{extension}?language={language}")

    assert answer.status_code == 200
    assert answer.content.startswith(magic)


def test_report_of_an_unseen_review_is_not_printed(review) -> None:
    stranger = client_of(Role.HEAD_OF_UNIT, make_unit("Vikens"))

    assert stranger.get(f"/reviews/{review.pk}/report.pdf").status_code == 404
