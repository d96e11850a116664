"""What a printed document says, as a tree of plain values that knows neither PDF nor Word.

A capability builds a :class:`Document` in its ``report.py``; ``to_pdf``, ``to_docx``, ``to_html`` and
``to_json`` of :mod:`kollegium.printing` print the same tree.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LANGUAGES = ("sv", "en")


class Shape(StrEnum):
    """A mark that can be told from the others in black and white."""

    FILLED_CIRCLE = "filled_circle"
    RING = "ring"
    TRIANGLE = "triangle"
    BARRED_SQUARE = "barred_square"
    DOTTED_RING = "dotted_ring"
    TICK = "tick"
    HALF_CIRCLE = "half_circle"
    CROSS = "cross"
    DASH = "dash"


class Edge(StrEnum):
    """The line at the side of a group, which tells kinds of criteria apart by form."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class ParagraphStyle(StrEnum):
    """How prominent a paragraph is."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language (``None``: the document's) and one emphasis."""

    text: str
    emphasis: bool = False
    strong: bool = False
    muted: bool = False
    language: str | None = None


Text = tuple[Run, ...]


def plain(text: str, *, language: str | None = None) -> Text:
    """Give ``text`` as one run without emphasis."""
    return (Run(text, language=language),)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is the document's title, and no level may be skipped."""

    level: int
    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text
    style: ParagraphStyle = ParagraphStyle.BODY


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points, one text each."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its values, one printed line each."""

    label: str
    values: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class FactTable:
    """Facts under each other: label to the left, values to the right."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SummaryBox:
    """A titled box of points; ``when_empty`` is printed in place of points."""

    title: str
    items: tuple[Text, ...]
    when_empty: str


@dataclass(frozen=True, slots=True)
class SummaryBoxes:
    """The boxes a report opens with; each title is a heading of ``level``."""

    level: int
    boxes: tuple[SummaryBox, ...]


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion with its verdict. ``gloss`` explains ``sentence`` in another language."""

    key: str
    sentence: Text
    verdict: str
    shape: Shape
    gloss: Text | None = None


@dataclass(frozen=True, slots=True)
class CriterionGroup:
    """Criteria of one kind; the title is a heading of ``level``, ``columns`` name key, sentence and verdict.

    ``preamble`` is the rule text above the first row.
    """

    level: int
    title: str
    edge: Edge
    columns: tuple[str, str, str]
    rows: tuple[CriterionRow, ...]
    preamble: Text | None = None
    preamble_gloss: Text | None = None


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One step of a grade scale with its sentence."""

    letter: str
    sentence: Text
    shape: Shape
    is_chosen: bool
    gloss: Text | None = None


@dataclass(frozen=True, slots=True)
class GradeScale:
    """Every step of a scale with the chosen one marked; the title is a heading of ``level``.

    ``outcome`` are the lines under the scale that say the grade in words.
    """

    level: int
    title: str
    steps: tuple[ScaleStep, ...]
    outcome: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class AreaTile:
    """One area of a strip: its key, the grade's letter, word and shape, and an earlier round in words."""

    key: str
    grade: str
    word: str
    shape: Shape
    earlier: str | None = None


@dataclass(frozen=True, slots=True)
class AreaStrip:
    """All areas in one row; ``row_names`` name the row of keys and the row of grades for those who listen."""

    row_names: tuple[str, str]
    tiles: tuple[AreaTile, ...]


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One item of an action plan: what it is about, and its facts, kept together on the page."""

    subject: Text
    facts: tuple[Fact, ...]
    gloss: Text | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head row that is repeated on every page; every row is as long as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: str | None = None

    def __post_init__(self) -> None:
        if not self.head or any(len(row) != len(self.head) for row in self.rows):
            raise ValueError("every row of a table must have as many cells as its head")


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark set apart from the text around it."""

    text: Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG source, with a text that says what it shows."""

    svg: str
    alternative_text: str
    caption: str | None = None

    def __post_init__(self) -> None:
        if not self.alternative_text.strip():
            raise ValueError("a figure needs a text that says what it shows")


Block = (
    Heading
    | Paragraph
    | BulletList
    | FactTable
    | SummaryBoxes
    | CriterionGroup
    | GradeScale
    | AreaStrip
    | PlanItem
    | Table
    | Notice
    | Figure
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``dated`` becomes the file's date, so that the same tree gives the same bytes.

    Raises ValueError when the title is empty, the language unknown or a heading level skipped: a
    reader who listens would be lost, and the PDF could not be written as PDF/UA.
    """

    title: str
    language: str
    dated: date
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    header: str = ""
    footer: str = ""

    @property
    def figures(self) -> list[Figure]:
        """The figures, in the order they stand."""
        return [block for block in self.blocks if isinstance(block, Figure)]

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a document needs a title")
        if self.language not in LANGUAGES:
            raise ValueError(f"no such language: {self.language!r}")
        depth = 0
        for level in _heading_levels(self.blocks):
            if not 1 <= level <= depth + 1:
                raise ValueError(f"heading level {level} follows level {depth}")
            depth = level


def _heading_levels(blocks: tuple[Block, ...]) -> list[int]:
    levels = []
    for block in blocks:
        if isinstance(block, Heading | CriterionGroup | GradeScale):
            levels.append(block.level)
        elif isinstance(block, SummaryBoxes):
            levels.extend(block.level for _ in block.boxes)
    return levels
