"""Where a report's cover, summary, areas and action plan begin and end."""

from __future__ import annotations

from dataclasses import dataclass, field

from kollegium.domain.reading.fragments import Fragment, Kind
from kollegium.domain.reading.text import join_lines
from kollegium.domain.reading.vocabulary import PLAN_FOLLOWS, PLAN_HEADINGS, PLAN_PREAMBLE_START, PlanField

_ENDS_SUMMARY = frozenset(
    {
        Kind.TITLE,
        Kind.PART,
        Kind.CRITERION,
        Kind.LABEL,
        Kind.PLAN,
        Kind.LETTER,
        Kind.PREAMBLE,
        Kind.LEVEL,
        Kind.SCALE,
    }
)
_ENDS_OVERVIEW = frozenset(
    {Kind.SUMMARY, Kind.PART, Kind.TITLE, Kind.CRITERION, Kind.PREAMBLE, Kind.OVERVIEW}
)
_OPENS_PLAN_ITEM = frozenset({Kind.TITLE, Kind.CRITERION, Kind.GLOSS, Kind.PLAN, Kind.LEVEL, Kind.LETTER})

_TELLS_PLAN = frozenset({Kind.LABEL, Kind.SCALE, Kind.PART, Kind.SUMMARY, Kind.LEVEL, Kind.PREAMBLE})
# Rows of the words between a plan's heading and its first item.
_LONGEST_PREAMBLE = 8


@dataclass(slots=True)
class Sections:
    """The fragments of a report by the section they stand in, each in the file's order."""

    cover: list[Fragment] = field(default_factory=list)
    summary: list[Fragment] = field(default_factory=list)
    areas: list[Fragment] = field(default_factory=list)
    plan: list[Fragment] = field(default_factory=list)


def divided(fragments: list[Fragment]) -> Sections:
    """Give the fragments divided into sections; every fragment stands in exactly one.

    What stands below an overview's heading (a table of contents, a strip of grades) repeats the
    report and is left out."""
    sections = Sections()
    _release_far_headings(fragments)
    start, end = _plan_range(fragments)
    sections.plan = fragments[start:end]
    rest = fragments[:start] + fragments[end:]
    first_title = next(
        (n for n, one in enumerate(rest) if one.kind in (Kind.TITLE, Kind.CRITERION)), len(rest)
    )
    section, skipping = sections.cover, False
    for position, fragment in enumerate(rest):
        if skipping and fragment.kind not in _ENDS_OVERVIEW:
            continue
        skipping = fragment.kind is Kind.OVERVIEW
        if skipping:
            continue
        if fragment.kind is Kind.SUMMARY:
            if position < first_title or _is_summary_again(rest, position) or section is sections.summary:
                section = sections.summary
            else:
                fragment.kind = Kind.TEXT
        elif fragment.kind in _ENDS_SUMMARY and not (
            fragment.kind is Kind.PART and section is sections.cover
        ):
            section = sections.areas
        section.append(fragment)
    return sections


def _release_far_headings(fragments: list[Fragment]) -> None:
    """Turn `Handlingsplan för …` back into text where no plan's label comes before the next structure."""
    is_near = False
    for fragment in reversed(fragments):
        if fragment.kind in _TELLS_PLAN:
            is_near = fragment.kind is Kind.LABEL
        elif fragment.kind is Kind.PLAN and not is_near and fragment.row.folded not in PLAN_HEADINGS:
            fragment.kind = Kind.TEXT


def _is_summary_again(fragments: list[Fragment], position: int) -> bool:
    """Tell whether a summary heading after the areas opens a summary: another list heading follows."""
    key = fragments[position].key
    for fragment in fragments[position + 1 :]:
        if fragment.kind is Kind.SUMMARY and fragment.key != key:
            return True
        if fragment.kind in _ENDS_SUMMARY:
            return False
    return False


def _plan_range(fragments: list[Fragment]) -> tuple[int, int]:
    """Give start and end of the action plan; an empty range at the end where there is none.

    With labels the plan starts at the plan heading before the first, or where that is lost, at the
    area heading and criterion above it.
    """
    labels = [n for n, one in enumerate(fragments) if one.kind is Kind.LABEL]
    headings = [n for n, one in enumerate(fragments) if one.kind is Kind.PLAN]
    if len({fragments[n].key for n in labels}) < 2:
        for position in labels:
            fragments[position].kind = Kind.TEXT
        labels = []
    if not labels:
        return (
            (headings[-1], len(fragments))
            if headings and _is_tail(fragments, headings[-1])
            else _nowhere(fragments)
        )
    first = labels[0]
    before = [n for n in headings if n < first]
    start = before[-1] if before else _item_start(fragments, first)
    end = next(
        (n for n in range(labels[-1] + 1, len(fragments)) if fragments[n].kind in (Kind.PART, Kind.SUMMARY)),
        len(fragments),
    )
    return start, end


def _nowhere(fragments: list[Fragment]) -> tuple[int, int]:
    return len(fragments), len(fragments)


def _is_tail(fragments: list[Fragment], position: int) -> bool:
    return not any(one.kind in (Kind.PART, Kind.LEVEL, Kind.SCALE) for one in fragments[position + 1 :])


def _item_start(fragments: list[Fragment], label: int) -> int:
    """Give where the heading and criterion above the first label begin."""
    start = label
    reached_title = False
    while start > 0:
        before = fragments[start - 1]
        if before.kind not in _OPENS_PLAN_ITEM and not (before.kind is Kind.TEXT and not reached_title):
            break
        if reached_title and before.kind is not Kind.TITLE:
            break
        reached_title = reached_title or before.kind is Kind.TITLE
        start -= 1
    return _preamble_start(fragments, start) if reached_title else label


def _preamble_start(fragments: list[Fragment], item: int) -> int:
    """Give where the words begin that lead over to a plan without a heading; the first item if none do."""
    above: list[str] = []
    for position in range(item - 1, max(-1, item - 1 - _LONGEST_PREAMBLE), -1):
        if fragments[position].kind is not Kind.TEXT:
            break
        above.insert(0, fragments[position].text)
        if PLAN_PREAMBLE_START.match(above[0]) and PLAN_FOLLOWS.search(join_lines(above)):
            return position
    return item


def has_labels(fragments: list[Fragment]) -> bool:
    """Tell whether a plan's items can be told apart by their labels."""
    return any(one.kind is Kind.LABEL and one.key == PlanField.ACTION for one in fragments)
