"""A tree that could not be printed well is refused when it is made."""

from datetime import date

import pytest

from kollegium.printing.tree import Document, Figure, Heading, SummaryBox, SummaryBoxes, Table, plain
from tests.printing.trees import document


@pytest.mark.parametrize(
    "levels", [(2,), (1, 3), (1, 2, 4), (0,), (1, 2, 3, 2, 4)], ids=lambda levels: "-".join(map(str, levels))
)
def test_document_with_a_skipped_heading_level_is_refused(levels: tuple[int, ...]) -> None:
    blocks = tuple(Heading(level, plain("Rubrik")) for level in levels)

    with pytest.raises(ValueError, match="heading level"):
        Document(title="Prov", language="sv", dated=date(2025, 1, 1), blocks=blocks)


def test_titles_inside_blocks_count_as_headings() -> None:
    boxes = SummaryBoxes(3, (SummaryBox("Styrkor", (), "–"),))

    with pytest.raises(ValueError, match="heading level 3 follows level 1"):
        document(boxes)


@pytest.mark.parametrize(("title", "language"), [(" ", "sv"), ("Prov", "de"), ("Prov", "")])
def test_document_without_title_or_known_language_is_refused(title: str, language: str) -> None:
    with pytest.raises(ValueError):
        Document(title=title, language=language, dated=date(2025, 1, 1), blocks=())


def test_figure_without_alternative_text_is_refused() -> None:
    with pytest.raises(ValueError, match="what it shows"):
        Figure("<svg/>", alternative_text=" ")


def test_table_with_a_short_row_is_refused() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Table(("År", "Antal"), ((plain("2024"),),))
