"""The printed review says what the rows say, and the reader reads it back."""

from datetime import date

import pytest

from kollegium.domain import standard as standards
from kollegium.domain.reading import read
from kollegium.extraction import extract
from kollegium.printing import to_docx, to_pdf
from kollegium.printing.tree import GradeScale
from kollegium.reviews.content import Content, content_of, passages_of, with_texts
from kollegium.reviews.models import Review
from kollegium.reviews.printout import printed_review, report_values
from kollegium.reviews.queries import case_of
from kollegium.reviews.recorded import RecordedPart
from tests.reviews.builders import make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def content(**others):
    return content_of(case_of(Review.objects.get(pk=make_review(**others).pk)))


def test_report_holds_every_fact_of_the_rows() -> None:
    report = report_values(content(), language="sv", printed_on=DAY)

    assert (report.unit, report.review_type, report.specialty) == (
        "Tallbackens hälsocentral",
        "Extern granskning",
        "Allmänmedicin",
    )
    assert report.reviewers == ("Torgny Ekdal, specialist i allmänmedicin", "Majken Örn")
    assert report.visit.first == date(2025, 5, 12)
    design = next(area for area in report.areas if area.key == "D")
    assert (str(design.outcome_decided), str(design.outcome_now)) == ("failed", "passed_with_remarks")
    assert design.round_now == "action_plan"
    assert design.verdicts == {"D6": "not_met"}
    assert report.plan[0].responsible == "Enhetschef Ylva Fjällhed"


def test_grade_that_moved_is_printed_with_what_it_rests_on_also_from_an_older_publication() -> None:
    """What was published before the rounds were kept knows of the action plan alone."""
    whole = content()
    design = next(area for area in whole["parts"][0]["areas"] if area["key"] == "D")

    said = {}
    for round_now in ("decision", "reconsidered", "action_plan", "follow_up", "correction", None):
        design["round_now"] = round_now
        if round_now is None:
            del design["round_now"]
        said[round_now] = [grade_lines(whole, language)["D"] for language in ("sv", "en")]

    first = ["Beslutad gradering: D", "Decided grade: D"]
    assert all([lines[0] for lines in both] == first for both in said.values())
    assert {key: [lines[1] for lines in both] for key, both in said.items()} == {
        "decision": ["Gradering nu: C", "Grade now: C"],
        "reconsidered": ["Gradering nu: C (efter omprövning)", "Grade now: C (after reconsideration)"],
        "action_plan": ["Gradering nu: C (efter handlingsplan)", "Grade now: C (after action plan)"],
        "follow_up": ["Gradering nu: C (efter uppföljning)", "Grade now: C (after follow-up)"],
        "correction": ["Gradering nu: C (rättad)", "Grade now: C (corrected)"],
        None: ["Gradering nu: C (efter handlingsplan)", "Grade now: C (after action plan)"],
    }


def grade_lines(whole: Content, language: str) -> dict[str, list[str]]:
    """Give area key → what is printed under its scale."""
    scales = [
        block
        for block in printed_review(whole, language=language, printed_on=DAY).blocks
        if isinstance(block, GradeScale)
    ]
    keys = [area.key for area in standards.load(whole["standard"]).areas]
    return {
        key: ["".join(run.text for run in line) for line in scale.outcome]
        for key, scale in zip(keys, scales, strict=True)
    }


def test_words_of_the_kind_follow_the_language_of_the_print() -> None:
    assert report_values(content(), language="en", printed_on=DAY).review_type == "External review"


def test_part_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        report_values(content(), language="sv", printed_on=DAY, part_key="emergency")


def test_internship_review_prints_each_part_by_itself() -> None:
    parts = tuple(
        RecordedPart(key=part.key, strengths=(part.title_sv,))
        for part in standards.load("at-spur").service_parts
    )
    whole = content(standard_key="at-spur", parts=parts)

    reports = [report_values(whole, language="sv", printed_on=DAY, part_key=part.key) for part in parts]

    assert [report.strengths for report in reports] == [part.strengths for part in parts]
    assert all(report.service_part for report in reports)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("print_as", "name"), [(to_pdf, "report.pdf"), (to_docx, "report.docx")])
def test_reader_gives_every_field_of_the_print_again(language, print_as, name) -> None:
    part = plain_part(plan_items=(plan_item("D6"), plan_item("E1", action="Vi inför mallar.")))
    document = printed_review(content(part=part), language=language, printed_on=DAY)

    said = read(extract(print_as(document), file_name=name), file_name=name).as_json()

    assert said["unit"] == "Tallbackens hälsocentral"
    assert said["visit"]["from"] == "2025-05-12"
    assert said["reviewers"] == ["Torgny Ekdal, specialist i allmänmedicin", "Majken Örn"]
    assert said["strengths"] == ["God stämning i arbetslaget."]
    assert said["improvements"] == ["Planera handledningen bättre."]
    assert (said["areas"]["D"]["grade_at_visit"], said["areas"]["D"]["grade_now"]) == ("D", "C")
    assert said["areas"]["A"]["grade_now"] == "A"
    assert said["areas"]["B"]["grade_now"] is None
    assert "Inget skriftligt program finns." in said["areas"]["D"]["narrative"]
    assert [(item["criterion"], item["action"]) for item in said["action_plan"]] == [
        ("D6", "Alla ST-läkare får ett skriftligt program."),
        ("E1", "Vi inför mallar."),
    ]
    assert said["action_plan"][0]["due"]["date"] == "2025-10-31"
    assert said["verdicts"] == {"D6": "not_met"}


def test_texts_are_taken_out_and_put_back_by_path() -> None:
    whole = content()
    passages = passages_of(whole)

    changed = with_texts(whole, {passage.path: passage.text.upper() for passage in passages})

    assert [passage.text for passage in passages_of(changed)] == [
        passage.text.upper() for passage in passages
    ]
    assert whole == content_of(case_of(Review.objects.get()))


def test_points_and_reviewers_left_empty_disappear() -> None:
    changed = with_texts(content(), {"reviewers[0]": "", "parts[0].strengths[0]": " "})

    assert changed["reviewers"] == ["Majken Örn"]
    assert changed["parts"][0]["strengths"] == []
