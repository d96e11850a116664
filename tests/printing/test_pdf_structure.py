"""The PDF is tagged, described and archivable: what PDF/UA-1 and PDF/A-2a ask for, looked up in the file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pypdfium2
import pytest

from kollegium.domain.standard import load
from kollegium.printing import to_pdf
from kollegium.reviews.report import report_document
from tests.printing.trees import every_block, whole_review


@pytest.fixture(scope="module", params=["sv", "en"])
def review(request: pytest.FixtureRequest) -> Iterator[tuple[str, pikepdf.Pdf]]:
    """A whole review as an opened PDF, with its language."""
    tree = report_document(whole_review(), load("spur-st-2021"), request.param)
    with pikepdf.open(BytesIO(to_pdf(tree))) as pdf:
        yield request.param, pdf


@pytest.fixture(scope="module")
def blocks() -> Iterator[pikepdf.Pdf]:
    """Every kind of block as an opened PDF."""
    with pikepdf.open(BytesIO(to_pdf(every_block("en")))) as pdf:
        yield pdf


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Walk the structure tree in reading order."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting.extend(kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary))


def attribute(element: Any, name: str) -> Any:
    """Give an attribute of a structure element, whether it has one set of attributes or several."""
    sets = element.get("/A", [])
    sets = list(sets) if isinstance(sets, pikepdf.Array) else [sets]
    return next((one[name] for one in sets if isinstance(one, pikepdf.Dictionary) and name in one), None)


def test_review_says_language_title_and_conformance(review: tuple[str, pikepdf.Pdf]) -> None:
    language, pdf = review
    root = pdf.Root
    with pdf.open_metadata() as metadata:
        found = {
            "language": str(root.Lang),
            "marked": bool(root.MarkInfo.Marked),
            "shows_title": bool(root.ViewerPreferences.DisplayDocTitle),
            "title": metadata["dc:title"],
            "pdfua": metadata["pdfuaid:part"],
            "pdfa": metadata["pdfaid:part"] + metadata["pdfaid:conformance"],
            "created": metadata["xmp:CreateDate"][:10],
        }

    assert found == {
        "language": {"sv": "sv-SE", "en": "en-GB"}[language],
        "marked": True,
        "shows_title": True,
        "title": {"sv": "Granskningsrapport: ", "en": "Review report: "}[language] + "Lindhaga hälsocentral",
        "pdfua": "1",
        "pdfa": "2A",
        "created": "2025-06-18",
    }


def test_review_has_an_output_intent_and_an_outline(review: tuple[str, pikepdf.Pdf]) -> None:
    language, pdf = review

    with pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root[0].children]

    assert [intent.S for intent in pdf.Root.OutputIntents] == ["/GTS_PDFA1"]
    assert titles[-1] == {"sv": "HANDLINGSPLAN", "en": "ACTION PLAN"}[language]
    assert titles[-3:-1] == {"sv": ["STRUKTUR", "PROCESS"], "en": ["STRUCTURE", "PROCESS"]}[language]


def test_no_heading_level_is_skipped(review: tuple[str, pikepdf.Pdf]) -> None:
    levels = [
        int(str(one.S)[2:]) for one in elements(review[1]) if str(one.S)[1:] in {f"H{n}" for n in range(1, 7)}
    ]

    assert levels[0] == 1
    assert Counter(levels)[1] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_head_cell_has_a_scope(review: tuple[str, pikepdf.Pdf]) -> None:
    head_cells = [one for one in elements(review[1]) if one.S == "/TH"]

    assert head_cells
    assert {str(attribute(cell, "/Scope")) for cell in head_cells} == {"/Column"}


def test_swedish_text_is_marked_in_the_english_edition(review: tuple[str, pikepdf.Pdf]) -> None:
    language, pdf = review
    languages = {str(one.Lang) for one in elements(pdf) if "/Lang" in one}

    assert ("sv-SE" in languages) is (language == "en")


def test_every_font_is_embedded_and_can_be_read_back(review: tuple[str, pikepdf.Pdf]) -> None:
    fonts = {}
    for page in review[1].pages:
        for font in page.Resources.get("/Font", {}).values():
            fonts[str(font.BaseFont)[8:]] = font

    descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts.values()]
    assert set(fonts) == {"SourceSans3-Regular", "SourceSans3-Italic", "SourceSans3-SemiBold"}
    assert all("/ToUnicode" in font for font in fonts.values())
    assert all({"/FontFile2", "/FontFile3"} & set(one.keys()) for one in descriptors)


def test_boxes_fill_the_first_page_and_a_tall_one_goes_on_overleaf() -> None:
    points = tuple(f"Punkt {number} om handledningen." for number in range(60))
    tree = report_document(replace(whole_review(), strengths=points), load("spur-st-2021"), "sv")

    with pypdfium2.PdfDocument(to_pdf(tree)) as pdf:
        pages = [pdf[number].get_textpage().get_text_bounded() for number in range(3)]

    assert "Gradering per område" in pages[0]
    assert points[0] in pages[0]
    assert points[-1] in pages[1] + pages[2]
    assert [point for point in points if point not in "".join(pages)] == []


def test_figure_has_its_alternative_text(blocks: pikepdf.Pdf) -> None:
    texts = {str(one.Alt) for one in elements(blocks) if "/Alt" in one}

    assert texts == {"En stapel som visar två tredjedelar"}


def test_blocks_have_their_structure(blocks: pikepdf.Pdf) -> None:
    roles = Counter(str(one.S)[1:] for one in elements(blocks))

    # Strip, criteria and the plain table are tables; two points and one more list are lists of items.
    assert {role: roles[role] for role in ("Table", "LI", "Figure", "H1", "H2", "H3", "H4")} == {
        "Table": 3,
        "LI": 3,
        "Figure": 1,
        "H1": 1,
        "H2": 3,
        "H3": 1,
        "H4": 2,
    }
