"""Changing a review from its pages: grades, facts, verdicts, progress, publishing."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.domain.roles import Role
from kollegium.organisations.models import Specialty
from kollegium.reviews.models import Grade, Publication, Review
from tests.people import make_specialty, make_unit
from tests.reviews.builders import VISIT, make_review
from tests.reviews.pages import client_of, pages_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    return client_of(Role.REVIEW_OFFICE)


@pytest.fixture
def review():
    return make_review()


def test_saving_a_fact_costs_few_queries(office, review) -> None:
    facts = {
        "version": 1,
        "kind": review.kind,
        "specialty": review.specialty_id,
        "report_date_text": "hösten",
    }
    facts |= {"visit_from": review.visit_from.isoformat(), "visit_to": review.visit_to.isoformat()}
    office.get("/")

    with CaptureQueriesContext(connection) as queries:
        answer = office.post(f"/reviews/{review.pk}/facts/", facts)

    assert answer.status_code == 302
    rows = [query["sql"] for query in queries if " FROM " in query["sql"] or "UPDATE " in query["sql"]]
    # Who asks (session, account, roles), the review, the review locked, the change.
    assert len(rows) == 6
    assert "UPDATE " in rows[-1]


def test_specialty_that_is_in_use_no_longer_may_stand_but_not_be_chosen(office, review) -> None:
    closed = make_specialty("Nedlagd", "nedlagd")
    other = make_review(make_unit("Vikens"), specialty=closed)
    Specialty.objects.filter(pk=closed.pk).update(closed_on=VISIT)

    def post(of: Review):
        values = {"version": 1, "kind": of.kind, "specialty": closed.pk, "report_date_text": "hösten"}
        return office.post(f"/reviews/{of.pk}/facts/", values)

    assert "Nedlagd" in text_of(office.get(f"/reviews/{other.pk}/facts/"))
    assert (post(other).status_code, post(review).status_code) == (302, 422)


def test_posting_to_a_page_that_only_shows_is_refused(office, review) -> None:
    assert office.post(f"/reviews/{review.pk}/").status_code == 405
    assert office.get(f"/reviews/{review.pk}/withdraw/").status_code == 405


def grade_form(review, **changes) -> dict[str, object]:
    values = {
        "version": review.version,
        "round": "follow_up",
        "outcome": "passed",
        "reason": "Följt upp på plats.",
    }
    return {**values, **changes}


def test_grade_is_set_from_the_page(office, review) -> None:
    answer = office.post(pages_of(review)["grade"], grade_form(review))

    assert (answer.status_code, answer["Location"]) == (302, f"/reviews/{review.pk}/#area-D")
    assert Grade.objects.get(round="follow_up").reason == "Följt upp på plats."


@pytest.mark.parametrize(
    "changes",
    [{"reason": ""}, {"outcome": "excellent"}, {"round": ""}, {"version": "x"}, {"decided_on": "31/12"}],
    ids=["no reason", "no such grade", "no round", "no version", "bad date"],
)
def test_grade_form_that_cannot_be_saved_keeps_what_was_typed(office, review, changes) -> None:
    answer = office.post(pages_of(review)["grade"], grade_form(review, **changes))

    assert answer.status_code == 422
    assert not Grade.objects.filter(round="follow_up").exists()
    if "reason" not in changes:
        assert "Följt upp på plats." in text_of(answer)


def test_conflict_is_shown_and_a_second_look_saves(office, review) -> None:
    Review.objects.filter(pk=review.pk).update(version=5)

    first = office.post(pages_of(review)["grade"], grade_form(review))

    assert first.status_code == 422
    assert "Någon annan har ändrat" in text_of(first)
    assert "Följt upp på plats." in text_of(first)
    assert 'name="version" value="5"' in text_of(first)
    assert office.post(pages_of(review)["grade"], grade_form(review, version=5)).status_code == 302


def test_personal_number_in_a_reason_is_warned_of(office, review) -> None:
    form = grade_form(review, reason="Gäller 19811228-9874.")

    assert office.post(pages_of(review)["grade"], form).status_code == 422
    assert office.post(pages_of(review)["grade"], {**form, "keep_personal_number": "yes"}).status_code == 302


def test_facts_verdict_and_progress_are_saved_from_their_pages(office, review) -> None:
    pages = pages_of(review)
    facts = {"version": 1, "kind": "internal", "specialty": review.specialty_id, "visit_from": "2025-05-12"}

    assert office.post(pages["facts"], facts).status_code == 302
    verdict = {"version": 2, "outcome": "met", "note": "sett programmen"}
    assert office.post(pages["verdict"], verdict).status_code == 302
    assert (
        office.post(pages["progress"], {"version": 1, "state": "done", "note": "sett det"}).status_code == 302
    )

    text = text_of(office.get(pages["review"]))
    assert "Intern granskning" in text
    assert "sett programmen" in text
    assert "sett det" in text


def test_review_is_published_and_withdrawn_from_its_page(office, review) -> None:
    page = pages_of(review)["publish"]
    first = text_of(office.get(page))
    fingerprint = re.search(r'name="fingerprint" value="(\w+)"', first).group(1)
    assert "Ylva Fjällhed" in first

    refused = office.post(page, {"fingerprint": fingerprint, "do": "publish"})
    assert refused.status_code == 422
    assert "Ta ställning till varje namn" in text_of(refused)

    filled = text_of(office.post(page, {"fingerprint": fingerprint, "bulk": "replace-names"}))
    assert "Du har tagit ställning till allt." in filled
    assert not Publication.objects.exists()

    form = {"fingerprint": fingerprint, "do": "publish", "bulk": "replace-names"}
    assert office.post(page, form).status_code == 302
    assert "Offentlig sedan" in text_of(office.get(f"/reviews/{review.pk}/"))

    office.post(f"/reviews/{review.pk}/withdraw/", {"reason": ""})
    assert Publication.objects.get().withdrawn_at is None
    office.post(f"/reviews/{review.pk}/withdraw/", {"reason": "fel"})
    assert Publication.objects.get().withdrawal_reason == "fel"


def test_choices_that_were_made_survive_a_refusal(office, review) -> None:
    page = pages_of(review)["publish"]

    text = text_of(
        office.post(
            page, {"do": "publish", "fingerprint": "x", "name-0": "replace", "name-0-text": "en granskare"}
        )
    )

    assert 'value="en granskare"' in text
    assert re.search(r'name="name-0" value="replace" checked', text)
