"""Where the file itself marks paragraphs, and fragments as running text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kollegium.domain.reading.fragments import Fragment
from kollegium.domain.reading.rows import Row
from kollegium.domain.reading.text import SOFT_HYPHEN, ends_sentence, is_unfinished, join_lines, starts_lower

# More rows than this that begin in the middle of a sentence: the paragraphs are printed lines.
_BROKEN_SHARE = 0.08
_WIDER = 1.18
# A gap of exactly one blank line is how text files typed into a page look; it marks nothing there.
_BLANK_LINE = (1.96, 2.04)
_BLANK_LINE_SHARE = 0.2
# Points a full line may fall short of the right edge of its column.
_RAGGED = 8.0
# Left edges within so many points belong to one column.
_COLUMN = 6.0
# Points that a page's first row stands lower where it opens a paragraph.
_LOWER = (3.0, 8.0)
_SAME_HEIGHT = 1.0
_NEAR = 14
_HYPHENATED_ROWS = 3
_UNBROKEN = 7


def mark_paragraphs(rows: Sequence[Row], kind: str) -> None:
    """Note on every row whether the file marks a paragraph before it.

    A text file marks none: its blank lines stand between lines as often as between paragraphs. A
    DOCX marks them by its paragraphs, a PDF by wider gaps; both are checked against the sentences.
    """
    if kind == "docx":
        _by_style(rows)
    elif kind == "pdf":
        _by_gaps(rows)


def _by_style(rows: Sequence[Row]) -> None:
    pairs = [(a, b) for a, b in pairwise(rows) if not a.line.soft_break]
    broken = sum(starts_lower(b.text) and not b.bullet for _, b in pairs)
    if not pairs or broken > len(pairs) * _BROKEN_SHARE:
        return
    for before, row in pairs:
        row.new_paragraph = not is_unfinished(before.text) and not starts_lower(row.text)


def _by_gaps(rows: Sequence[Row]) -> None:
    gaps: dict[int, float] = {}
    for before, row in pairwise(rows):
        above, here = before.bounds, row.bounds
        if above is None or here is None or before.page != row.page:
            continue
        height = above.y1 - above.y0
        if height > 0 and 0 < here.y0 - above.y0 < height * 4:
            gaps[row.index] = here.y0 - above.y0
    if not gaps:
        return
    # The middle one of the narrower two thirds.
    pitch = sorted(gaps.values())[(max(1, len(gaps) * 2 // 3) - 1) // 2]
    blank = [gap for gap in gaps.values() if _BLANK_LINE[0] <= gap / pitch <= _BLANK_LINE[1]]
    typed = len(blank) > len(gaps) * _BLANK_LINE_SHARE
    marks_any = False
    for row in rows[1:]:
        gap = gaps.get(row.index, 0.0) / pitch
        if gap < _WIDER or (typed and _BLANK_LINE[0] <= gap <= _BLANK_LINE[1]):
            continue
        before = rows[row.index - 1]
        row.new_paragraph = ends_sentence(before.text) and not starts_lower(row.text)
        marks_any = marks_any or row.new_paragraph
    if marks_any:
        _across_pages(rows)


def _across_pages(rows: Sequence[Row]) -> None:
    """Mark a paragraph that begins a page where the line before it ended with room to spare."""
    # Where words are hyphenated, the first part of a long one would have filled the line.
    hyphenates = sum(row.text.endswith(SOFT_HYPHEN) for row in rows) > _HYPHENATED_ROWS
    longest_kept = _UNBROKEN if hyphenates else max(len(row.text) for row in rows)
    lower = _lower_openings(rows)
    for before, row in pairwise(rows):
        above = before.bounds
        if row.page == before.page or above is None or not before.text:
            continue
        if row.index in lower:
            row.new_paragraph = lower[row.index] and ends_sentence(before.text) and not starts_lower(row.text)
            continue
        edge = max(_edge(rows[before.index :: -1]), _edge(rows[row.index :]))
        letter = (above.x1 - above.x0) / len(before.text)
        first = row.text.split(maxsplit=1)[0]
        word = len(first) if "-" in first else min(len(first), longest_kept)
        had_room = above.x1 + letter * (word + 1) < edge - _RAGGED
        row.new_paragraph = had_room and ends_sentence(before.text) and not starts_lower(row.text)


def _lower_openings(rows: Sequence[Row]) -> dict[int, bool]:
    """Give which rows that open a page stand a little lower than others do, as the mark of a paragraph.

    Only where the running text of one column opens pages at exactly two heights; nothing elsewhere.
    A table's cells keep a distance of their own from the top, so each column is compared with itself.

    Shape: row index → stands lower.
    """
    columns: list[tuple[float, dict[int, float]]] = []
    for before, row in pairwise(rows):
        above, here = before.bounds, row.bounds
        if row.page == before.page or above is None or here is None or row.line.size != before.line.size:
            continue
        if abs(above.x0 - here.x0) > _COLUMN:
            continue
        tops = next((tops for left, tops in columns if abs(left - here.x0) <= _COLUMN), None)
        if tops is None:
            columns.append((here.x0, tops := {}))
        tops[row.index] = here.y0
    return {index: is_lower for _, tops in columns for index, is_lower in _two_heights(tops).items()}


def _two_heights(tops: dict[int, float]) -> dict[int, bool]:
    """Give of each row whether it stands at the lower of two heights; nothing if there are not two."""
    highest = min(tops.values())
    if any(_SAME_HEIGHT < top - highest < _LOWER[0] or top - highest > _LOWER[1] for top in tops.values()):
        return {}
    lower = {index: top - highest >= _LOWER[0] for index, top in tops.items()}
    return lower if any(lower.values()) else {}


def _edge(rows: Sequence[Row]) -> float:
    """Give how far the rows that stand in one column with the first reach to the right."""
    first = rows[0]
    if first.bounds is None:
        return 0.0
    edge = first.bounds.x1
    for row in rows[1:_NEAR]:
        if (
            row.bounds is None
            or abs(row.bounds.x0 - first.bounds.x0) > _COLUMN
            or row.line.size != first.line.size
        ):
            break
        edge = max(edge, row.bounds.x1)
    return edge


def running_text(fragments: Sequence[Fragment]) -> str:
    """Give the words of fragments as one text, paragraphs as the file marks them; empty for none."""
    paragraphs: list[list[str]] = []
    before: Fragment | None = None
    for fragment in fragments:
        if before is None or (fragment.row.new_paragraph and before.row is not fragment.row):
            paragraphs.append([])
        paragraphs[-1].append(fragment.text)
        before = fragment
    return "\n\n".join(join_lines(lines) for lines in paragraphs)
