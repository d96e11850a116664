"""The report of a case is written section by section: nothing is lost, nothing is seen too early."""

from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain import standard as standards
from kollegium.domain.case_life import State
from kollegium.domain.errors import Refused
from kollegium.domain.grading import Verdict
from kollegium.domain.roles import Role
from kollegium.reviews.actions.judging import OwnVerdict, finish_area, judge, take_over_agreed
from kollegium.reviews.actions.writing import write_section
from kollegium.reviews.models import Review, ReviewPart, SummaryPoint
from kollegium.reviews.queries.report_text import section_of, sections_of
from kollegium.reviews.summaries import stale_summaries
from tests import people
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case

pytestmark = pytest.mark.django_db

STANDARD = standards.load("spur-st-2021")


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def case(greta: Person) -> Review:
    review = make_case(people.make_unit())
    give_team(review, greta, people.make_person("Göran", Role.REVIEWER, people.make_specialty()))
    return lead_to(review, State.DRAFT)


@pytest.fixture
def part(case: Review) -> ReviewPart:
    return case.parts.get()


def mark_now(part: ReviewPart, key: str) -> str:
    return next(one.mark for one in sections_of(part, STANDARD) if one.key == key)


def write(case: Review, part: ReviewPart, key: str, text: str, by: Person, mark: str | None = None) -> str:
    return write_section(
        review_id=case.pk,
        part_id=part.pk,
        key=key,
        text=text,
        expected_mark=mark_now(part, key) if mark is None else mark,
        by=people.actor_today(by),
    ).text


def test_each_line_of_a_summary_is_a_point_without_its_bullet(
    case: Review, part: ReviewPart, greta: Person
) -> None:
    text = write(case, part, "strengths", "- God stämning\r\n\r\n• Bra bemanning – även på natten\n", greta)

    assert text == "God stämning\nBra bemanning – även på natten"
    assert SummaryPoint.objects.count() == 2


def test_points_that_stand_keep_their_rows(case: Review, part: ReviewPart, greta: Person) -> None:
    write(case, part, "weaknesses", "Ett\nTvå\nTre", greta)
    before = list(SummaryPoint.objects.order_by("position").values_list("pk", flat=True))

    assert write(case, part, "weaknesses", "Ett\nAnnat", greta) == "Ett\nAnnat"
    assert list(SummaryPoint.objects.order_by("position").values_list("pk", flat=True)) == before[:2]
    assert write(case, part, "weaknesses", "Ett\nAnnat\nTredje", greta) == "Ett\nAnnat\nTredje"


def test_areas_text_keeps_its_paragraphs(case: Review, part: ReviewPart, greta: Person) -> None:
    assert write(case, part, "area-D", "Första.\n\nAndra.", greta) == "Första.\n\nAndra."


def test_text_written_by_the_other_meanwhile_is_not_written_over(
    case: Review, part: ReviewPart, greta: Person
) -> None:
    mark = mark_now(part, "area-D")
    write(case, part, "area-D", "Den andras text.", greta)

    with pytest.raises(Refused) as refused:
        write(case, part, "area-D", "Min text.", greta, mark)

    assert refused.value.code == "changed-meanwhile"
    assert next(one.text for one in sections_of(part, STANDARD) if one.key == "area-D") == "Den andras text."


def test_sections_do_not_stand_in_each_others_way(case: Review, part: ReviewPart, greta: Person) -> None:
    mark = mark_now(part, "area-D")
    write(case, part, "area-E", "Annat område.", greta)

    assert write(case, part, "area-D", "Min text.", greta, mark) == "Min text."


@pytest.mark.parametrize("key", ["area-Z", "grades", "area-"])
def test_unknown_section_is_none(case: Review, part: ReviewPart, greta: Person, key: str) -> None:
    with pytest.raises(Http404):
        write(case, part, key, "Text", greta, "")


@pytest.mark.parametrize("state", [State.FACT_CHECK, State.CALIBRATION])
def test_reviewer_writes_no_more_once_the_unit_reads(
    case: Review, part: ReviewPart, greta: Person, state: State
) -> None:
    grade_everything(case)
    lead_to(case, state)

    with pytest.raises(Refused) as refused:
        write(case, part, "area-D", "Sent", greta)
    assert refused.value.code == "not-allowed-here"


def test_unit_reads_the_report_from_the_fact_check_on(case: Review, part: ReviewPart, greta: Person) -> None:
    head = people.client_of(people.make_person("Hedda", Role.HEAD_OF_UNIT, case.unit))
    address = reverse("reviews:case_report", args=[case.pk])
    write(case, part, "strengths", "Zqstyrka", greta)
    assert head.get(address).status_code == 404

    grade_everything(case)
    lead_to(case, State.FACT_CHECK)
    page = head.get(address).content.decode()
    assert "Zqstyrka" in page
    assert "<textarea" not in page


class TestPages:
    @pytest.fixture
    def client(self, greta: Person) -> Client:
        return people.client_of(greta)

    def save(self, client: Client, case: Review, part: ReviewPart, data: dict[str, Any], **more: Any) -> Any:
        return client.post(reverse("reviews:save_section", args=[case.pk, part.pk, "area-D"]), data, **more)

    def test_section_is_saved_by_script_and_without(
        self, case: Review, part: ReviewPart, client: Client
    ) -> None:
        first = self.save(
            client,
            case,
            part,
            {"text": "Ett.", "version": mark_now(part, "area-D")},
            headers={"Accept": "application/json"},
        )
        second = self.save(client, case, part, {"text": "Två.", "version": first.json()["version"]})

        assert second.status_code == 302
        page = client.get(reverse("reviews:case_report", args=[case.pk])).content.decode()
        assert "Två." in page

    def test_typed_text_comes_back_when_it_is_refused(
        self, case: Review, part: ReviewPart, client: Client
    ) -> None:
        answer = self.save(client, case, part, {"text": "Zqskrivet", "version": "gammal"})

        assert answer.status_code == 422
        assert "Zqskrivet" in answer.content.decode()
        assert mark_now(part, "area-D") in answer.content.decode()

    def test_what_the_other_wrote_meanwhile_is_shown_beside_what_was_typed(
        self, case: Review, part: ReviewPart, client: Client, greta: Person
    ) -> None:
        mark = mark_now(part, "area-D")
        write(case, part, "area-D", "Zqstående text.", greta)

        page = self.save(client, case, part, {"text": "Zqskrivet", "version": mark}).content.decode()

        assert page.count("Det som står nu") == 1
        shown = page[page.index("Det som står nu") :]
        assert 0 < shown.index("Zqstående text.") < shown.index("Zqskrivet")


def test_search_knows_what_was_written_once_it_is_decided(
    case: Review, part: ReviewPart, greta: Person
) -> None:
    write(case, part, "area-D", "Zqsökord", greta)
    case.refresh_from_db()
    assert (case.search_text, stale_summaries()) == ("", [])

    grade_everything(case)
    decided = lead_to(case, State.DECIDED)

    decided.refresh_from_db()
    assert "Zqsökord" in decided.search_text
    assert stale_summaries() == []


@pytest.mark.parametrize(("key", "text"), [("area-D", "Ett stycke."), ("strengths", "Första.\nAndra.")])
def test_what_comes_back_is_what_is_kept(
    case: Review, part: ReviewPart, greta: Person, key: str, text: str
) -> None:
    for typed in (text, f"{text}\r\nMer.", f"- {text}\n\n", "", text):
        assert write(case, part, key, typed, greta) == section_of(part, key).text
    assert section_of(part, key) in sections_of(part, STANDARD)


def test_saving_a_section_asks_little(
    case: Review, part: ReviewPart, greta: Person, django_assert_max_num_queries: Any
) -> None:
    client = people.client_of(greta)
    address = reverse("reviews:save_section", args=[case.pk, part.pk, "area-D"])
    data = {"text": "Ett.", "version": mark_now(part, "area-D")}
    with django_assert_max_num_queries(11):
        assert client.post(address, data, headers={"Accept": "application/json"}).status_code == 200


def test_what_each_wrote_of_a_shortcoming_stands_beside_it_while_the_report_is_written(
    case: Review, part: ReviewPart, greta: Person
) -> None:
    team = [greta, Person.objects.get(name="Göran")]
    area = STANDARD.area("A")
    first, *others = (item.key for item in area.criteria)
    for person in team:
        by, note = people.actor_today(person), f"{person.name} såg ingen rutin."
        verdicts = [
            OwnVerdict(part.pk, first, Verdict.NOT_MET, note, 0),
            *(OwnVerdict(part.pk, key, Verdict.MET, "Allt väl.", 0) for key in others),
        ]
        for verdict in verdicts:
            judge(review_id=case.pk, verdict=verdict, now=NOW, by=by)
        finish_area(review_id=case.pk, part_id=part.pk, area_key=area.key, now=NOW, by=by)
    take_over_agreed(review_id=case.pk, part_id=part.pk, area_key=area.key, now=NOW, by=by)
    address = reverse("reviews:case_report", args=[case.pk])

    page = people.client_of(greta).get(address).content.decode()

    assert all(f"{person.name} såg ingen rutin." in page for person in team)
    assert "Allt väl." not in page

    grade_everything(case)
    lead_to(case, State.FACT_CHECK)
    head = people.make_person("Hedda", Role.HEAD_OF_UNIT, case.unit)
    assert "såg ingen rutin" not in people.client_of(head).get(address).content.decode()


def test_words_kept_of_cases_in_progress_go_with_the_migration(case: Review, part: ReviewPart) -> None:
    finished = make_case(people.make_unit("Lillsjöns hälsocentral"))
    Review.objects.filter(pk=finished.pk).update(state=State.CLOSED.value)
    Review.objects.filter(pk__in=[case.pk, finished.pk]).update(search_text="Zqgammalt")

    with connection.cursor() as cursor:
        cursor.execute(import_module("kollegium.reviews.migrations.0029_no_words_in_progress").EMPTY)

    case.refresh_from_db()
    finished.refresh_from_db()
    assert (case.search_text, finished.search_text) == ("", "Zqgammalt")
