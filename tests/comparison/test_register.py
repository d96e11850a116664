"""The public register shows what was published and nothing else."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.domain.naming import Decision, NameChoice, SentenceChoice
from kollegium.domain.roles import SystemActor
from kollegium.reviews import actions
from kollegium.reviews.actions import PublicationChoices, examine
from kollegium.reviews.models import AreaText, CaseState, Publication, Review
from kollegium.reviews.queries import case_of
from kollegium.reviews.recorded import RecordedArea
from kollegium.reviews.summaries import refresh_summary
from tests.people import make_account, make_person, make_region, make_unit
from tests.reviews.builders import NOW, make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db

OFFICE = SystemActor("tests")
NAMES = ("Ylva", "Fjällhed", "Torgny", "Ekdal", "Majken", "Örn")


def publish(review: Review) -> None:
    """Publish with the proposal for every name; sentences about a trainee are left out."""
    examination = examine(case_of(Review.objects.get(pk=review.pk)))
    choices = PublicationChoices(
        {person.key: NameChoice(Decision.REPLACE, person.function) for person in examination.people},
        {found.key: SentenceChoice(Decision.LEAVE_OUT) for found in examination.sentences},
    )
    actions.publish_review(
        review_id=review.pk, choices=choices, fingerprint=examination.fingerprint, now=NOW, by=OFFICE
    )


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def table_of(text: str) -> str:
    return text[text.index('id="register-list"') :]


@pytest.fixture
def published() -> Review:
    review = make_review(make_unit("Ekens hälsocentral"))
    publish(review)
    return review


@pytest.fixture
def unpublished() -> Review:
    return make_review(make_unit("Hemliga mottagningen"), part=plain_part(strengths=("Hemligt omdöme.",)))


def test_register_lists_published_reviews_without_an_account(client, published, unpublished) -> None:
    text = text_of(client, "/register/")

    assert "Ekens hälsocentral" in text
    assert "Hemliga" not in text


def test_public_page_shows_functions_instead_of_names(client, published) -> None:
    text = text_of(client, f"/register/{published.pk}/")

    assert "Enhetschef" in text
    assert "Granskare 1, Granskare 2" in text
    assert "God stämning i arbetslaget." in text
    for name in NAMES:
        assert name not in text


def test_public_grade_says_what_it_rests_on_also_from_before_the_rounds_were_kept(client, published) -> None:
    """What is published stays as it is: an older content knows of the action plan alone."""
    publication = Publication.objects.get(review=published)
    design = next(area for area in publication.content["parts"][0]["areas"] if area["key"] == "D")
    assert design["round_now"] == "action_plan"

    said = {}
    for round_now in (design.pop("round_now"), None, "reconsidered", "correction"):
        if round_now:
            design["round_now"] = round_now
        Publication.objects.filter(pk=publication.pk).update(content=publication.content)
        page = text_of(client, f"/register/{published.pk}/")
        said[round_now] = re.findall(r"tidigare D, inte godkänt; ([^<\"]+)", page)[0]
        design.pop("round_now", None)

    assert said == {
        "action_plan": "efter handlingsplan",
        None: "efter handlingsplan",
        "reconsidered": "efter omprövning",
        "correction": "rättad",
    }


@pytest.mark.parametrize("language", ["sv", "en"])
def test_public_report_is_printed(client, published, language) -> None:
    answer = client.get(f"/register/{published.pk}/report.pdf?language={language}")

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize("extension", ["html", "json"])
def test_public_files_show_functions_instead_of_names_and_are_for_keeping(
    client, published, extension
) -> None:
    answer = client.get(f"/register/{published.pk}/report.{extension}?language=sv")
    text = answer.content.decode()

    assert answer["Content-Disposition"].startswith("attachment;")
    assert "default-src" in answer["Content-Security-Policy"]
    assert "Enhetschef" in text
    assert "God stämning i arbetslaget." in text
    assert [name for name in NAMES if name in text] == []


@pytest.mark.parametrize("ending", ["", "report.pdf", "report.html", "report.json"])
def test_unpublished_withdrawn_taken_back_and_missing_look_the_same(
    client, published, unpublished, ending
) -> None:
    taken_back, withdrawn = make_review(make_unit("Vikens")), make_review(make_unit("Öns"))
    publish(taken_back)
    publish(withdrawn)
    Review.objects.filter(pk=taken_back.pk).update(state=CaseState.TAKEN_BACK, taken_back_reason="fel")
    actions.withdraw_publication(review_id=withdrawn.pk, reason="fel", now=NOW, by=OFFICE)

    ids = [unpublished.pk, taken_back.pk, withdrawn.pk, 987_654, 2**62]
    answers = [client.get(f"/register/{pk}/{ending}") for pk in ids]

    assert [answer.status_code for answer in answers] == [404] * 5
    assert "Vikens" not in text_of(client, "/register/")
    assert "Öns" not in table_of(text_of(client, "/register/"))


def test_change_of_the_case_does_not_reach_the_public_page(client, published) -> None:
    AreaText.objects.filter(part__review=published, area_key="A").update(narrative="Göran Lundkvist är sjuk.")
    Review.objects.filter(pk=published.pk).update(visit_text="hos Göran Lundkvist")
    refresh_summary(Review.objects.get(pk=published.pk))

    assert "Lundkvist" not in text_of(client, f"/register/{published.pk}/")
    assert "Ekens" not in table_of(text_of(client, "/register/?q=Lundkvist"))


@pytest.mark.parametrize("name", NAMES)
def test_search_does_not_tell_whom_a_report_named(client, published, name) -> None:
    assert "Ekens" not in table_of(text_of(client, f"/register/?q={name}"))


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("q=ekens", True),
        ("q=arbetslag", True),
        ("q=hemligt", False),
        ("year=2025", True),
        ("year=1999", True),
        ("region=Region+Norrdal", True),
        ("region=Nowhere", True),
        ("q=%00&year=x&at=zzz&row=-1", True),
        ("specialty=%27%3B--", True),
    ],
)
def test_search_and_filters_of_the_register(client, published, unpublished, query, is_found) -> None:
    text = table_of(text_of(client, f"/register/?{query}"))

    assert ("Ekens" in text) is is_found
    assert "Hemliga" not in text


def test_filters_offer_only_what_is_published(client, published) -> None:
    make_review(
        make_unit("Vikens", region=make_region("Region Sjölandet", "98")), visit_from=date(2019, 1, 1)
    )

    text = text_of(client, "/register/")

    assert "Region Sjölandet" not in text
    assert 'value="2019"' not in text


def test_sentence_about_the_single_trainee_is_not_public(client) -> None:
    areas = (RecordedArea("E", "Handledningen är god. ST-läkaren är sjukskriven sedan i våras."),)
    review = make_review(part=plain_part(areas=areas))
    publish(review)

    text = text_of(client, f"/register/{review.pk}/")

    assert "Handledningen är god." in text
    assert "sjukskriven" not in text


def test_what_was_written_is_shown_as_text(client) -> None:
    review = make_review(
        part=plain_part(strengths=("<img src=x>",), plan_items=(plan_item(action="<b>x</b>"),))
    )
    publish(review)

    text = text_of(client, f"/register/{review.pk}/")

    assert "<img src=x>" not in text
    assert "<b>x</b>" not in text


def test_open_pages_are_asked_for_anew_and_those_of_a_person_kept_nowhere(client, published) -> None:
    person = Client()
    person.force_login(make_account(make_person()))

    for path in ("/register/", f"/register/{published.pk}/", f"/register/{published.pk}/report.pdf"):
        assert client.get(path)["Cache-Control"] == "private, no-cache"
        assert person.get(path)["Cache-Control"] == "private, no-store"


def test_browser_that_has_the_print_gets_no_bytes_until_it_is_withdrawn(client, published) -> None:
    address = f"/register/{published.pk}/report.pdf"
    first = client.get(address)
    kept = {"headers": {"If-None-Match": first["ETag"]}}

    again = client.get(address, **kept)

    assert (again.status_code, again.content) == (304, b"")
    actions.withdraw_publication(review_id=published.pk, reason="Fel enhet", now=NOW, by=OFFICE)
    assert client.get(address, **kept).status_code == 404


def test_pages_cost_the_same_with_one_and_with_three_rows(client, published) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            text_of(client, "/register/")
        return len(queries)

    one = cost()
    for name in ("Vikens", "Öns"):
        publish(make_review(make_unit(name)))

    assert one == cost() <= 5


def test_pages_of_the_register_lead_on_and_back(client, monkeypatch) -> None:
    monkeypatch.setattr("kollegium.comparison.queries.PAGE_SIZE", 1)
    for year in (2023, 2024, 2025):
        publish(make_review(make_unit(f"Mottagning {year}"), visit_from=date(year, 1, 1)))

    def link(text: str, relation: str) -> str:
        return re.search(rf'href="([^"]+)" rel="{relation}"', text).group(1).replace("&amp;", "&")

    first = text_of(client, "/register/")
    second = text_of(client, link(first, "next"))
    third = text_of(client, link(second, "next"))
    back = text_of(client, link(third, "prev"))

    years = [re.search(r"Mottagning (\d+)", table_of(page)).group(1) for page in (first, second, third, back)]
    assert years == ["2025", "2024", "2023", "2024"]


@pytest.mark.parametrize("path", ["/register/", "/register/1/", "/register/1/report.pdf"])
def test_register_only_shows(client, path) -> None:
    assert client.post(path).status_code == 405
