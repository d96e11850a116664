"""Leave out what stands in the margin of every page: running titles and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict

from kollegium.domain.reading.pages import Line, Page

# 59 of the 842 points of A4: above the text block of any ordinary margin.
_MARGIN_SHARE = 0.07
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—(\s]*(?:(?:sida|sid|s|page|p)\.?\s*)?\d{1,3}\s*(?:(?:\(|/|av|of)\s*\d{1,3}\s*\)?)?[-–—)\s]*",
    re.IGNORECASE,
)


def without_running_titles(pages: list[Page]) -> list[Page]:
    """Return the pages without the lines that are repeated in their margins.

    A running title is kept where it stands first, since it may be the only place that names the
    unit; page numbers go everywhere. A margin line that is not repeated stays.
    """
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if _in_margin(line, page):
                places[_DIGITS.sub("#", line.text.strip().lower())].append((page.number, line.number))
    dropped: set[int] = set()
    for same in places.values():
        on_pages = {page for page, _ in same}
        if len(on_pages) >= max(3, 0.6 * len(pages)) or (len(on_pages) == len(pages) == 2):
            dropped.update(number for page, number in same if page != min(on_pages))
    for page in pages:
        dropped.update(
            line.number
            for line in page.lines
            if _in_margin(line, page) and _PAGE_NUMBER.fullmatch(line.text.strip())
        )
    if not dropped:
        return pages
    return [
        Page(
            number=page.number,
            lines=tuple(line for line in page.lines if line.number not in dropped),
            marks=page.marks,
            width=page.width,
            height=page.height,
        )
        for page in pages
    ]


def _in_margin(line: Line, page: Page) -> bool:
    if line.bounds is None or not page.height:
        return False
    return line.bounds.y1 < _MARGIN_SHARE * page.height or line.bounds.y0 > (1 - _MARGIN_SHARE) * page.height
