"""The Word file has real headings, lists, tables and languages, and holds every word of the tree."""

import subprocess
import sys
import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from kollegium.domain.standard import load
from kollegium.printing import to_docx
from kollegium.reviews.report import report_document
from tests.printing.trees import every_block, whole_review


@pytest.fixture(params=["sv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Each edition."""
    return str(request.param)


@pytest.fixture
def review(language: str) -> Any:
    """A whole review as an opened Word document."""
    return docx.Document(BytesIO(to_docx(report_document(whole_review(), load("spur-st-2021"), language))))


def test_properties_say_title_language_and_date(review: Any, language: str) -> None:
    properties = review.core_properties

    assert (properties.title, properties.language, properties.created.isoformat()[:10]) == (
        {"sv": "Granskningsrapport: ", "en": "Review report: "}[language] + "Lindhaga hälsocentral",
        {"sv": "sv-SE", "en": "en-GB"}[language],
        "2025-06-18",
    )


def test_headings_are_styles_and_skip_no_level(review: Any, language: str) -> None:
    headings = [one for one in review.paragraphs if one.style.name.startswith("Heading")]
    levels = [int(one.style.name[-1]) for one in headings]

    assert [one.text for one in headings if one.style.name == "Heading 2"] == {
        "sv": [
            "Gradering per område",
            "Styrkor",
            "Svagheter",
            "Förbättringspotential",
            "STRUKTUR",
            "PROCESS",
            "HANDLINGSPLAN",
        ],
        "en": [
            "Grade by area",
            "Strengths",
            "Weaknesses",
            "Areas for improvement",
            "STRUCTURE",
            "PROCESS",
            "ACTION PLAN",
        ],
    }[language]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_points_are_list_items(review: Any) -> None:
    points = [
        paragraph.text
        for table in review.tables
        for cell in table._cells
        for paragraph in cell.paragraphs
        if paragraph.style.name == "List Bullet"
    ]

    expected = whole_review()
    assert points == [*expected.strengths, *expected.weaknesses, *expected.improvements]


def test_every_criteria_table_repeats_its_head_and_splits_no_row(review: Any, language: str) -> None:
    first = {"sv": "Nr", "en": "No."}[language]
    criteria = [table for table in review.tables if table.rows[0].cells[0].text == first]
    keys = [row.cells[0].text for table in criteria for row in table.rows[1:]]

    assert keys == [criterion.key for criterion in load("spur-st-2021").criteria]
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in criteria)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for table in criteria for row in table.rows)


def test_chosen_grade_has_the_crossed_box(review: Any, language: str) -> None:
    steps = [one.text.split("\n")[0] for one in review.paragraphs if one.text[:1] in "☒☐" and one.text]
    chosen = [step[:4] for step in steps if step.startswith("☒")]

    assert chosen == ["☒\tA.", "☒\tC.", "☒\tB."]
    assert len(steps) == sum(len(area.scale.steps) for area in load("spur-st-2021").areas)


def test_swedish_runs_are_marked_in_the_english_edition(review: Any, language: str) -> None:
    marked = {
        run.find(qn("w:rPr")).find(qn("w:lang")).get(qn("w:val"))
        for run in review.element.body.iter(qn("w:r"))
        if run.find(qn("w:rPr")) is not None and run.find(qn("w:rPr")).find(qn("w:lang")) is not None
    }

    assert marked == ({"sv-SE"} if language == "en" else set())
    assert (
        review.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val"))
        == {"sv": "sv-SE", "en": "en-GB"}[language]
    )


def test_figure_is_a_picture_with_alternative_text() -> None:
    word = docx.Document(BytesIO(to_docx(every_block())))

    (picture,) = word.inline_shapes
    assert picture._inline.docPr.get("descr") == "En stapel som visar två tredjedelar"


def test_file_holds_every_text_of_the_tree() -> None:
    word = docx.Document(BytesIO(to_docx(every_block())))
    text = " ".join(one.text for one in word.element.body.iter(qn("w:t")))

    wanted = [
        "betoning",
        "vikt",
        "Lindhaga",
        "Jonas",
        "ersatta",
        "Anmärkning",
        "beslutet",
        "klimat",
        "STRUKTUR",
        "Verksamheten",
        "punkt",
        "Föreskrift",
        "Kriterium",
        "utbildningsprogram",
        "programme.",
        "innebär:",
        "Gradering",
        "Brister.",
        "Planerad",
        "Skrivs.",
        "2024",
        "14",
        "Andel",
    ]
    assert [word for word in wanted if word.rstrip(":.") not in text] == []


def test_same_tree_gives_the_same_bytes() -> None:
    first, second = to_docx(every_block()), to_docx(every_block())

    assert first == second
    assert [name for name in zipfile.ZipFile(BytesIO(first)).namelist() if "thumbnail" in name] == []


def test_whoever_prints_never_loads_what_makes_word_files() -> None:
    """The web server would keep the memory of it; the printing child is replaced."""
    program = (
        "import sys, datetime\n"
        "from kollegium.printing import to_docx\n"
        "from kollegium.printing.tree import Document, Paragraph, plain\n"
        "made = to_docx(Document('Titel', 'sv', datetime.date(2026, 1, 1), (Paragraph(plain('Text')),)))\n"
        "print(made[:2].decode(), [name for name in ('docx', 'lxml') if name in sys.modules])\n"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.split(maxsplit=1) == ["PK", "[]\n"]
