"""What we print is read back field for field from what is visible, in both languages and both formats."""

from dataclasses import replace
from typing import Any

import pytest

from kollegium.domain.reading import read
from kollegium.domain.standard import load
from kollegium.extraction import extract
from kollegium.printing import to_docx, to_pdf
from kollegium.reviews.report import ReviewReport, report_document
from tests.printing.invented import Inventor, expected_reading
from tests.printing.trees import whole_review

STANDARD = load("spur-st-2021")
EDITIONS = pytest.mark.parametrize(
    ("language", "file_format"), [("sv", "pdf"), ("sv", "docx"), ("en", "pdf"), ("en", "docx")]
)


def read_back(review: ReviewReport, language: str, file_format: str) -> dict[str, Any]:
    """Give the reading of the print of ``review``, without what is the reader's own."""
    tree = report_document(review, STANDARD, language)
    data = to_pdf(tree) if file_format == "pdf" else to_docx(tree)
    name = f"report.{file_format}"
    found = read(extract(data, file_name=name), file_name=name).as_json()
    for area in found["areas"].values():
        del area["title"], area["grade_quote"]
    return {key: value for key, value in found.items() if key not in {"format", "file", "doubts"}}


def without_paragraphs(reading: dict[str, Any]) -> dict[str, Any]:
    """Give a reading with each narrative as one paragraph.

    Where a paragraph begins at the top of a PDF's page the reader has to judge by the room that was left.
    """
    areas = {
        key: area | {"narrative": area["narrative"] and area["narrative"].replace("\n\n", " ")}
        for key, area in reading["areas"].items()
    }
    return reading | {"areas": areas}


@EDITIONS
def test_every_field_is_read_back(language: str, file_format: str) -> None:
    review = whole_review()

    assert read_back(review, language, file_format) == expected_reading(review, STANDARD, language)


@EDITIONS
@pytest.mark.parametrize("seed", [0, 1, 4, 5])
def test_invented_reviews_are_read_back(seed: int, language: str, file_format: str) -> None:
    review = Inventor(seed, STANDARD).review()

    found, expected = read_back(review, language, file_format), expected_reading(review, STANDARD, language)
    if file_format == "pdf":
        found, expected = without_paragraphs(found), without_paragraphs(expected)
    assert found == expected


@EDITIONS
@pytest.mark.parametrize(
    "changes",
    [
        {"strengths": ()},
        {"weaknesses": ()},
        {"improvements": ()},
        {"reviewers": ("Malin Ekdahl, Region Sunnerby", "Jonas Öström, Region Vättervik")},
        {"reviewers": ("Specialistläkare", "Studierektor", "ST-läkare")},
        {"plan": ()},
        {"areas": ()},
    ],
    ids=[
        "no-strengths",
        "no-weaknesses",
        "no-improvements",
        "reviewers-of-regions",
        "functions",
        "no-plan",
        "no-areas",
    ],
)
def test_what_is_missing_or_unusual_is_read_back(
    changes: dict[str, Any], language: str, file_format: str
) -> None:
    review = replace(whole_review(), **changes)

    assert read_back(review, language, file_format) == expected_reading(review, STANDARD, language)


@pytest.mark.deep
@EDITIONS
@pytest.mark.parametrize("seed", range(100, 200))
def test_a_hundred_invented_reviews_are_read_back(seed: int, language: str, file_format: str) -> None:
    review = Inventor(seed, STANDARD).review()

    found, expected = read_back(review, language, file_format), expected_reading(review, STANDARD, language)
    if file_format == "pdf":
        found, expected = without_paragraphs(found), without_paragraphs(expected)
    assert found == expected
