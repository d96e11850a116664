"""Stretches of text on one baseline, the stuff lines are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from kollegium.domain.reading.pages import Bounds

# A bullet, an empty or crossed box, or a list number: belongs to the text right of it.
_MARKER = re.compile(r"[•●▪■□◦○▫‣⁃·∙\-–—*>oû§☐☑☒✓✔✗✘\uf0b7\uf0a7\uf0fc\uf0fe\uf0a8]|[A-Ha-h][.)]|\d{1,2}[.)]")
_BULLET_START = re.compile(r"(?:[•●▪■◦○▫‣⁃∙\uf0b7\uf0a7]|[-–—]\s)")


class Segment(NamedTuple):
    """Text on one baseline without a wide gap in it.

    Units: points from the top left corner of the page; `baseline` grows downwards.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False

    @property
    def bounds(self) -> Bounds:
        """The rectangle from ascender to descender."""
        top = self.baseline - 0.78 * self.size
        return Bounds(
            round(self.x0, 1), round(top, 1), round(self.x1, 1), round(self.baseline + 0.22 * self.size, 1)
        )

    @property
    def is_marker(self) -> bool:
        """Whether this is only a bullet, a box or a number before a text."""
        return _MARKER.fullmatch(self.text.strip()) is not None

    @property
    def starts_bullet(self) -> bool:
        """Whether the text begins with a bullet or dash of a list."""
        return _BULLET_START.match(self.text) is not None

    @property
    def continues(self) -> bool:
        """Whether the text looks like the middle of a sentence (begins in lower case)."""
        return self.text[:1].islower()


def joined(left: Segment, right: Segment) -> Segment:
    """Return one segment for two neighbours on a baseline, with one space between them."""
    wider = left if len(left.text) >= len(right.text) else right
    return Segment(
        text=f"{left.text} {right.text}",
        x0=min(left.x0, right.x0),
        x1=max(left.x1, right.x1),
        baseline=wider.baseline,
        size=wider.size,
        bold=wider.bold,
    )


def rows_of(segments: list[Segment]) -> list[list[Segment]]:
    """Return the segments grouped by baseline from the top, each row from the left.

    A bullet is joined with the text after it, and neighbours with an ordinary space between them
    are one segment.
    """
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda one: (one.baseline, one.x0)):
        if rows and abs(segment.baseline - rows[-1][0].baseline) <= 0.35 * max(
            segment.size, rows[-1][0].size
        ):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [_closed_up(sorted(row, key=lambda one: one.x0)) for row in rows]


def _closed_up(row: list[Segment]) -> list[Segment]:
    out = [row[0]]
    for segment in row[1:]:
        gap = segment.x0 - out[-1].x1
        reach = 4.5 if out[-1].is_marker else 0.9
        if gap <= reach * segment.size:
            out[-1] = joined(out[-1], segment)
        else:
            out.append(segment)
    return out
