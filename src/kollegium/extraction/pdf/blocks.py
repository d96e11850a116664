"""Find text that stands side by side, and say whether it is read down the columns or along the rows."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from kollegium.domain.reading.pages import Bounds
from kollegium.extraction.pdf.segments import Segment, joined
from kollegium.extraction.pdf.shapes import Shapes

Row = list[Segment]
Gutter = tuple[float, float]

_MIN_GUTTER = 5.0
_ROW_GAP = 1.4
_DASHES = {"-", "–", "—"}
_PROSE_SHARE = 0.25


class Block(NamedTuple):
    """Rows of a page that share at least one empty strip from top to bottom.

    Shape: `gutters` from the left; no gutter means ordinary lines across the page.
    """

    rows: tuple[tuple[Segment, ...], ...]
    gutters: tuple[Gutter, ...] = ()

    @property
    def top(self) -> float:
        """The upper edge of the first row."""
        return min(segment.bounds.y0 for segment in self.rows[0])

    @property
    def bottom(self) -> float:
        """The lower edge of the last row."""
        return max(segment.bounds.y1 for segment in self.rows[-1])

    def columns(self) -> list[list[Segment]]:
        """Return the lines of each column, from the top.

        A justified line with wide gaps in it, which came as several segments, is one again.
        """
        out: list[list[Segment]] = [[] for _ in range(len(self.gutters) + 1)]
        for row in self.rows:
            filled: set[int] = set()
            for segment in row:
                place = self.column_of(segment)
                column = out[place]
                if place in filled:
                    column[-1] = joined(column[-1], segment)
                else:
                    column.append(segment)
                filled.add(place)
        return out

    def column_of(self, segment: Segment) -> int:
        """Return the place of the column a segment stands in, 0 for the leftmost."""
        centre = (segment.x0 + segment.x1) / 2
        return sum(centre > (low + high) / 2 for low, high in self.gutters)


def blocks_of(rows: list[Row]) -> list[Block]:
    """Return the rows of a page from the top, those with text side by side gathered in blocks."""
    out: list[Block] = []
    place = 0
    while place < len(rows):
        if len(rows[place]) == 1:
            out.append(Block(rows=(tuple(rows[place]),)))
            place += 1
            continue
        taken, gutters = _grown(rows, place)
        block = rows[place : place + taken]
        if _is_one_line(block[0]) and all(len(row) == 1 for row in block[1:]):
            out.append(Block(rows=((_as_one(block[0]),),)))
            taken = 1
        else:
            out.append(
                _without_false_columns(Block(rows=tuple(tuple(row) for row in block), gutters=gutters))
            )
        place += taken
    return out


def reads_down(block: Block, shapes: Shapes) -> bool:
    """Whether a block is read column after column (text beside text) and not row by row (a table)."""
    columns = block.columns()
    if _framed_columns(block, columns, shapes.frames):
        return True
    rules = crossing_rules(block, shapes.horizontals)
    if rules:
        return len(rules) == 1 and _is_heading_row(block, rules[0])
    if len(even_bands(block)) >= 3:
        return False
    return sum(_is_prose(column) for column in columns) >= 2 or _all_sentences(columns)


def crossing_rules(block: Block, horizontals: tuple[Bounds, ...]) -> list[float]:
    """Return the y of each ruled line inside a block that crosses one of its gutters, from the top."""
    found: list[float] = []
    for rule in sorted(horizontals, key=lambda one: one.y0):
        inside = block.top + 2 < rule.y0 < block.bottom - 2
        crosses = any(rule.x0 <= low + 1 and rule.x1 >= high - 1 for low, high in block.gutters)
        # A table draws each cell's edge for itself, so edges that touch a gutter count as well.
        touches = any(abs(rule.x1 - high) < 12 or abs(rule.x0 - low) < 12 for low, high in block.gutters)
        if inside and (crosses or touches) and (not found or rule.y0 - found[-1] > 3):
            found.append(rule.y0)
    return found


def even_bands(block: Block) -> list[list[tuple[Segment, ...]]]:
    """Return the rows parted at white space across the whole block, if every part fills its first column.

    Shape: one list of rows per part; a single part when the white space does not make table rows.
    """
    pitches = [
        after[0].baseline - before[0].baseline
        for before, after in zip(block.rows, block.rows[1:], strict=False)
    ]
    if not pitches:
        return [list(block.rows)]
    limit = _ROW_GAP * min(_median(pitches), 1.5 * block.rows[0][0].size)
    bands: list[list[tuple[Segment, ...]]] = [[block.rows[0]]]
    for row, pitch in zip(block.rows[1:], pitches, strict=True):
        if pitch > limit:
            bands.append([row])
        else:
            bands[-1].append(row)
    filled = sum(1 for band in bands if block.column_of(band[0][0]) == 0)
    return bands if filled >= 0.7 * len(bands) else [list(block.rows)]


def _grown(rows: list[Row], start: int) -> tuple[int, tuple[Gutter, ...]]:
    """Return how many rows from `start` share a gutter, and the gutters that are left.

    Gaps inside a justified line look like gutters at first; the next rows run across them.
    """
    gutters = [(left.x1, right.x0) for left, right in zip(rows[start], rows[start][1:], strict=False)]
    taken = 1
    while start + taken < len(rows):
        row, _above = rows[start + taken], rows[start + taken - 1]
        narrowed = _narrowed(gutters, row)
        if not narrowed or _stands_apart(rows[start : start + taken], row):
            break
        gutters, taken = narrowed, taken + 1
    return _without_tail(rows, start, taken), tuple(gutters)


def _without_false_columns(block: Block) -> Block:
    """Return the block without narrow gutters before a column that only goes on with sentences.

    In a short block the gaps of justified lines may happen to lie above one another.
    """
    gutters = block.gutters
    for place, column in reversed(list(enumerate(block.columns()))):
        if place == 0 or not all(segment.continues for segment in column):
            continue
        low, high = gutters[place - 1]
        if high - low < 2.5 * block.rows[0][0].size:
            gutters = gutters[: place - 1] + gutters[place:]
    return (
        block._replace(gutters=gutters)
        if gutters
        else Block(rows=tuple((_as_one(list(row)),) for row in block.rows))
    )


def _stands_apart(rows: list[Row], row: Row) -> bool:
    """Whether a row is too far below the others, or below a gap and aligned with none of their columns."""
    distance = row[0].baseline - rows[-1][0].baseline
    size = max(row[0].size, rows[-1][0].size)
    if distance > 6 * size:
        return True
    edges = [segment.x0 for other in rows for segment in other]
    return distance > 1.6 * size and not all(any(abs(one.x0 - edge) < 3 for edge in edges) for one in row)


def _narrowed(gutters: list[Gutter], row: Row) -> list[Gutter]:
    """Return what a row leaves of the gutters; text in the middle of one leaves both its sides."""
    left = gutters
    for segment in row:
        pieces = [
            piece
            for low, high in left
            for piece in ((low, min(high, segment.x0)), (max(low, segment.x1), high))
            if piece[1] - piece[0] >= _MIN_GUTTER
        ]
        left = list(dict.fromkeys(pieces))
    return left


def _without_tail(rows: list[Row], start: int, taken: int) -> int:
    """Return the count without the single lines at the end that stand apart or differ in size.

    A heading below two columns is as narrow as one of them; only its distance tells.
    """
    last_shared = max(place for place in range(taken) if len(rows[start + place]) > 1)
    kept = last_shared + 1
    while kept < taken:
        above, row = rows[start + kept - 1][0], rows[start + kept][0]
        if row.baseline - above.baseline > 1.7 * above.size or abs(row.size - above.size) > 0.6:
            break
        kept += 1
    return kept


def _is_one_line(row: Row) -> bool:
    """Whether a row alone with its gaps is only a justified line or a label before a short gap."""
    return all(after.x0 - before.x1 < 2.2 * after.size for before, after in itertools.pairwise(row))


def _as_one(row: Row) -> Segment:
    one = row[0]
    for segment in row[1:]:
        one = joined(one, segment)
    return one


def _framed_columns(block: Block, columns: list[list[Segment]], frames: tuple[Bounds, ...]) -> bool:
    """Whether at least two columns stand each in a frame of its own that holds nearly all of it."""
    held: set[Bounds] = set()
    for column in columns:
        if not column:
            continue
        for frame in frames:
            inside = sum(_within(segment, frame) for segment in column)
            others = sum(
                _within(segment, frame) for other in columns if other is not column for segment in other
            )
            if others == 0 and inside >= 2 and inside >= 0.75 * len(column):
                held.add(frame)
                break
    return len(held) >= 2


def _within(segment: Segment, frame: Bounds) -> bool:
    middle = (segment.x0 + segment.x1) / 2
    height = segment.baseline - 0.3 * segment.size
    return frame.x0 - 1 <= middle <= frame.x1 + 1 and frame.y0 - 1 <= height <= frame.y1 + 1


def _is_heading_row(block: Block, rule: float) -> bool:
    """Whether all above the rule is one row, the headings of texts that stand side by side below.

    A column that holds only "A4" below its heading is the key of a table's only row. Headings are
    set alike and are no sentences: a label beside its text is the first row of a table.
    """
    above = [row for row in block.rows if row[0].baseline < rule]
    if len(above) != 1 or len(block.rows) <= 2 or not _are_headings(above[0]):
        return False
    below = [[one.text for one in column if one.baseline > rule] for column in block.columns()]
    return not any(len(texts) == 1 and len(texts[0]) <= 3 and texts[0] not in _DASHES for texts in below)


def _are_headings(row: tuple[Segment, ...]) -> bool:
    first = row[0]
    return all(
        one.bold == first.bold and abs(one.size - first.size) <= 0.3 and not one.text.endswith(".")
        for one in row
    )


def _is_prose(column: list[Segment]) -> bool:
    """Whether a column is running text: wrapped lines, or points with bullets."""
    if len(column) < 3:
        return False
    continuing = sum(segment.continues for segment in column[1:])
    bullets = sum(segment.starts_bullet for segment in column)
    return bullets >= 2 or continuing >= _PROSE_SHARE * (len(column) - 1)


def _all_sentences(columns: list[list[Segment]]) -> bool:
    """Whether every column holds several lines of several words each."""
    return all(
        len(column) >= 3 and sum(len(one.text.split()) for one in column) >= 3 * len(column)
        for column in columns
    )


def _median(numbers: list[float]) -> float:
    """Return the middle one, or the mean of the middle two; the module `statistics` is slow to import."""
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(numbers) % 2 else (ordered[half - 1] + ordered[half]) / 2
