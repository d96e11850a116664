"""The pages of reviews: right person, wrong person, bad address, bad input, wrong method."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.organisations.models import Specialty
from kollegium.reviews.models import ActionPlanItem, CaseState, Grade, Publication, Review
from kollegium.reviews.recorded import RecordedPart
from tests.people import make_account, make_person, make_provider, make_region, make_specialty, make_unit
from tests.reviews.builders import VISIT, graded, make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db


def client_of(role: Role | None, at=None) -> Client:
    client = Client()
    client.force_login(make_account(make_person(role=role, at=at)))
    return client


@pytest.fixture
def office() -> Client:
    return client_of(Role.REVIEW_OFFICE)


@pytest.fixture
def review():
    return make_review()


def text_of(answer) -> str:
    return answer.content.decode()


def pages_of(review) -> dict[str, str]:
    part, item = review.parts.get(), ActionPlanItem.objects.get(part__review=review)
    root = f"/reviews/{review.pk}/"
    return {
        "review": root,
        "history": f"{root}history/",
        "facts": f"{root}facts/",
        "grade": f"{root}parts/{part.pk}/grades/D/",
        "verdict": f"{root}parts/{part.pk}/verdicts/D6/",
        "progress": f"{root}actions/{item.pk}/",
        "publish": f"{root}publish/",
    }


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


def test_review_that_was_taken_back_says_so_and_offers_no_change(office, review) -> None:
    Review.objects.filter(pk=review.pk).update(state=CaseState.TAKEN_BACK, taken_back_reason="fel enhet")

    text = text_of(office.get(f"/reviews/{review.pk}/"))

    assert "fel enhet" in text
    assert "Rätta uppgifter" not in text
    assert "Sätt eller ändra gradering" not in text


@pytest.mark.parametrize(("extension", "magic"), [("pdf", b"%PDF-"), ("docx", b"PK")])
@pytest.mark.parametrize("language", ["sv", "en", "xx"])
def test_report_is_printed(office, review, extension, magic, language) -> None:
    answer = office.get(f"/reviews/{review.pk}/report.{extension}?language={language}")

    assert answer.status_code == 200
    assert answer.content.startswith(magic)


def test_report_of_an_unseen_review_is_not_printed(review) -> None:
    stranger = client_of(Role.HEAD_OF_UNIT, make_unit("Vikens"))

    assert stranger.get(f"/reviews/{review.pk}/report.pdf").status_code == 404
