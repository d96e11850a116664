"""What the reviewers wrote about each area, and which criteria it prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kollegium.domain.reading.doubts import DoubtList
from kollegium.domain.reading.fragments import Fragment, Kind
from kollegium.domain.standard import Standard

_MAX_QUOTE = 120


@dataclass(slots=True)
class AreaDraft:
    """What was gathered for one area while going through the report."""

    key: str
    titles: list[Fragment] = field(default_factory=list)
    narrative: list[Fragment] = field(default_factory=list)
    criteria: dict[str, list[Fragment]] = field(default_factory=dict)
    grade_lines: list[Fragment] = field(default_factory=list)


def gather(fragments: Sequence[Fragment], standard: Standard, doubts: DoubtList) -> dict[str, AreaDraft]:
    """Give what belongs to each area.

    Free text belongs to the last area heading above it, wherever the criteria of another area have
    been put; a grade's line to the area whose heading or criteria came last.

    Shape: area key → draft, only areas the report holds something of, in the standard's order.
    """
    drafts = {area.key: AreaDraft(area.key) for area in standard.areas}
    heading: str | None = None
    latest: str | None = None
    scale_seen = False
    for position, fragment in enumerate(fragments):
        if fragment.kind is Kind.TITLE:
            heading = latest = fragment.key
            scale_seen = False
            drafts[heading].titles.append(fragment)
        elif fragment.kind in (Kind.CRITERION, Kind.GLOSS):
            latest = standard.criterion(fragment.key).area_key
            scale_seen = False
            drafts[latest].criteria.setdefault(fragment.key, []).append(fragment)
        elif fragment.kind is Kind.SCALE:
            scale_seen = True
        elif fragment.kind in (Kind.LEVEL, Kind.PREAMBLE) and scale_seen:
            # With its scale an area's list is over; these headings open the next area's.
            latest = heading
        elif fragment.kind is Kind.GRADE and (latest or heading):
            drafts[latest or heading or ""].grade_lines.append(fragment)
        elif fragment.kind in (Kind.TEXT, Kind.GRADE):
            _place_text(fragments, position, heading, drafts, standard, doubts)
    return {
        key: draft for key, draft in drafts.items() if draft.narrative or draft.criteria or draft.grade_lines
    }


def _place_text(
    fragments: Sequence[Fragment],
    position: int,
    heading: str | None,
    drafts: dict[str, AreaDraft],
    standard: Standard,
    doubts: DoubtList,
) -> None:
    """Put a text into its area; without a heading above, into that of the next criterion below."""
    fragment = fragments[position]
    key = heading or _area_below(fragments, position, standard)
    if key is None:
        doubts.add("text-without-place", "", fragment, text=fragment.text[:_MAX_QUOTE])
        return
    if heading is None and not drafts[key].narrative:
        doubts.add("narrative-place", f"areas.{key}.narrative", fragment, key=key)
    drafts[key].narrative.append(fragment)


def _area_below(fragments: Sequence[Fragment], position: int, standard: Standard) -> str | None:
    for fragment in fragments[position + 1 :]:
        if fragment.kind is Kind.CRITERION:
            return standard.criterion(fragment.key).area_key
        if fragment.kind in (Kind.TITLE, Kind.PART):
            return None
    return None
