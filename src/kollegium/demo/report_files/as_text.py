"""A synthetic report as the plain text that comes out of a PDF: marks and boxes lost."""

from __future__ import annotations

import textwrap

from kollegium.demo.report_files.flow import (
    Block,
    Facts,
    Field,
    Heading,
    Letter,
    NewPage,
    Paragraph,
    Scale,
    Sentences,
    Summary,
    flow_of,
)
from kollegium.demo.report_files.model import Layout, SummaryLayout, SyntheticReport

# One printed line, or None where a page ends.
Printed = str | None
_CRITERIA_INDENT = 8
_SENTENCE_END = (".", "!", "?", ":")


def as_text(report: SyntheticReport) -> str:
    """Return the report as text in its own layout: wrapped lines, page gaps, headings in stacks."""
    layout = report.layout
    groups = [
        group
        for block in flow_of(report, displaced=layout.displaced_criteria)
        for group in _groups(block, layout)
    ]
    return _set(groups, layout)


def _groups(block: Block, layout: Layout) -> list[list[Printed]]:
    """Return the printed lines of a block; a group is what no blank line may part."""
    match block:
        case NewPage():
            return [[None]]
        case Heading(text=text):
            return _wrapped(text, layout)
        case Paragraph(text=text):
            return _wrapped(text, layout)
        case Letter(letter=letter):
            return [[f"{letter} "]]
        case Sentences(texts=texts) | Scale(texts=texts):
            return [group for text in texts for group in _wrapped(text, layout, _CRITERIA_INDENT)]
        case Facts(rows=rows):
            return [group for label, values in rows for group in _labelled(label, values, layout)]
        case Field(label=label, values=values):
            return _labelled(label, values, layout)
        case Summary(lists=lists):
            return _summary(lists, layout)


def _summary(lists: tuple[tuple[str, tuple[str, ...]], ...], layout: Layout) -> list[list[Printed]]:
    groups: list[list[Printed]] = []
    if layout.summary is SummaryLayout.STACKED:
        groups += [[heading] for heading, _ in lists]
    for heading, points in lists:
        if layout.summary is SummaryLayout.HEADED:
            groups.append([heading])
        for point in points:
            groups += wrapped_point(point, layout)
    return groups


def _labelled(label: str, values: tuple[str, ...], layout: Layout) -> list[list[Printed]]:
    shown = f"{label}:" if layout.label_colon else label
    first, *after = values
    if layout.label_colon and layout.value_on_label_line:
        groups = _wrapped(f"{shown} {first}", layout)
    else:
        value = _wrapped(first, layout)
        groups = [[shown, *value[0]], *value[1:]] if value else [[shown]]
    return groups + [group for text in after for group in _wrapped(text, layout)]


def _wrapped(text: str, layout: Layout, indent: int = 0) -> list[list[Printed]]:
    """Return a paragraph as printed lines: each a group, or all one group where lines follow closely."""
    lines: list[Printed] = [*textwrap.wrap(text, layout.width - indent, break_long_words=False)]
    return [[line] for line in lines] if layout.blank_after_line else [lines]


def wrapped_point(text: str, layout: Layout) -> list[list[Printed]]:
    """Return a point of a list as lines from which its end can be told.

    No inner sentence ends with a line, and a point without a full stop ends well before the margin:
    otherwise nobody, reader or person, could say where the next point begins.
    """
    lines: list[Printed] = []
    for narrower in range(layout.width, layout.width - 20, -1):
        wrapped = textwrap.wrap(text, narrower, break_long_words=False)
        ends_inside = any(line.endswith(_SENTENCE_END) for line in wrapped[:-1])
        is_open = not wrapped[-1].endswith(_SENTENCE_END) and len(wrapped[-1]) > layout.width - 22
        lines = [*wrapped]
        if not ends_inside and not is_open:
            break
    return [[line] for line in lines] if layout.blank_after_line else [lines]


def _set(groups: list[list[Printed]], layout: Layout) -> str:
    """Return the groups on pages; a page ends after so many lines, wherever that is."""
    out: list[str] = []
    on_page = 0
    for group in groups:
        if group == [None] or on_page >= layout.page_lines:
            out += ["", ""]
            on_page = 0
        if group == [None]:
            continue
        out += [*(line for line in group if line is not None), ""]
        on_page += len(group)
    return "\n".join(out) + "\n"
