"""Prints a document tree as one HTML file that asks for nothing outside itself."""

import base64
import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from kollegium.printing.characters import printable
from kollegium.printing.marks import BOX, CROSSED_BOX, SHAPES
from kollegium.printing.tree import (
    AreaStrip,
    Block,
    BulletList,
    CriterionGroup,
    CriterionRow,
    Document,
    Fact,
    FactTable,
    Figure,
    GradeScale,
    Heading,
    Notice,
    Paragraph,
    ParagraphStyle,
    PlanItem,
    Run,
    ScaleStep,
    Shape,
    SummaryBoxes,
    Table,
    Text,
)


def to_html(document: Document) -> bytes:
    """Give ``document`` as one HTML file in UTF-8: the same tree gives the same bytes.

    The file forbids itself scripts and everything from outside; its only style stands in it.
    """
    style, seal = _style()
    policy = f"default-src 'none'; style-src '{seal}'; img-src data:; base-uri 'none'; form-action 'none'"
    writer = _Writer()
    header, footer = map(_running, (document.header, document.footer))
    page = (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escaped(document.title)}</title>\n"
        f"{_meta('author', document.author)}{_meta('description', document.subject)}"
        f"{_meta('dcterms.date', document.dated.isoformat())}"
        f"<style>{style}</style>\n</head>\n<body>\n"
        f"<header>{header}</header>\n<main>\n{writer.blocks(document.blocks)}</main>\n"
        f"<footer>{footer}</footer>\n</body>\n</html>\n"
    )
    return page.encode()


def _running(text: str) -> str:
    return f'<p class="running">{_escaped(text)}</p>' if text else ""


@cache
def _style() -> tuple[str, str]:
    """Give the style sheet and what names it in the file's policy."""
    style = files("kollegium.printing").joinpath("html.css").read_text(encoding="utf-8")
    return style, f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}"


def _escaped(text: str) -> str:
    return escape(printable(text))


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{_escaped(content)}">\n' if content else ""


def _text(text: Text) -> str:
    return "".join(map(_run, text))


def _run(run: Run) -> str:
    content = _escaped(run.text).replace("\n", "<br>")
    for is_set, before, after in (
        (run.emphasis, "<em>", "</em>"),
        (run.strong, "<strong>", "</strong>"),
        (run.muted, '<span class="muted">', "</span>"),
        (bool(run.language), f'<span lang="{escape(run.language or "")}">', "</span>"),
    ):
        if is_set:
            content = f"{before}{content}{after}"
    return content


def _mark(shape: Shape) -> str:
    """Give a mark that is only seen: its word always stands beside it."""
    return f'<span aria-hidden="true">{SHAPES[shape]}</span>'


def _points(items: Iterable[Text]) -> str:
    return "<ul>" + "".join(f"<li>{_text(item)}</li>" for item in items) + "</ul>\n"


def _facts(facts: Iterable[Fact]) -> str:
    rows = (
        f"<div><dt>{_escaped(fact.label)}</dt>{''.join(f'<dd>{_text(value)}</dd>' for value in fact.values)}</div>"
        for fact in facts
    )
    return f'<dl class="facts">{"".join(rows)}</dl>\n'


def _gloss(gloss: Text | None) -> str:
    return f'<span class="gloss">{_text(gloss)}</span>' if gloss else ""


def _head(names: Iterable[str]) -> str:
    return (
        "<thead><tr>" + "".join(f'<th scope="col">{_escaped(name)}</th>' for name in names) + "</tr></thead>"
    )


class _Writer:
    """Writes blocks one after the other; counts headings, so that a table can name the one above it."""

    def __init__(self) -> None:
        self._headings = 0
        self._writers: dict[type[Block], Callable[[Any], str]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            BulletList: self._bullet_list,
            FactTable: self._fact_table,
            SummaryBoxes: self._summary_boxes,
            CriterionGroup: self._criterion_group,
            GradeScale: self._grade_scale,
            AreaStrip: self._area_strip,
            PlanItem: self._plan_item,
            Table: self._table,
            Notice: self._notice,
            Figure: self._figure,
        }

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Give the blocks as HTML, in order."""
        return "".join(self._writers[type(block)](block) for block in blocks)

    def _titled(self, level: int, content: str) -> str:
        self._headings += 1
        return f'<h{level} id="h{self._headings}">{content}</h{level}>\n'

    def _heading(self, block: Heading) -> str:
        return self._titled(block.level, _text(block.text))

    def _paragraph(self, block: Paragraph) -> str:
        look = "" if block.style is ParagraphStyle.BODY else f' class="{block.style.value}"'
        return f"<p{look}>{_text(block.text)}</p>\n"

    def _bullet_list(self, block: BulletList) -> str:
        return _points(block.items)

    def _fact_table(self, block: FactTable) -> str:
        return _facts(block.facts)

    def _summary_boxes(self, block: SummaryBoxes) -> str:
        return "".join(
            f'<section class="box">{self._titled(block.level, _escaped(box.title))}'
            f"{_points(box.items) if box.items else f'<p>{_escaped(box.when_empty)}</p>'}</section>\n"
            for box in block.boxes
        )

    def _criterion_group(self, block: CriterionGroup) -> str:
        title = self._titled(block.level, _escaped(block.title))
        preamble = ""
        if block.preamble:
            preamble = f"<p><em>{_text(block.preamble)}</em>{_gloss(block.preamble_gloss)}</p>\n"
        rows = "".join(map(_criterion_row, block.rows))
        return (
            f"{title}{preamble}"
            f'<table class="criteria {block.edge.value}" aria-labelledby="h{self._headings}">'
            f"{_head(block.columns)}<tbody>{rows}</tbody></table>\n"
        )

    def _grade_scale(self, block: GradeScale) -> str:
        steps = "".join(map(_scale_step, block.steps))
        outcome = "".join(f"<p>{_text(line)}</p>\n" for line in block.outcome)
        title = self._titled(block.level, _escaped(block.title))
        return f'{title}<ul class="scale">{steps}</ul>\n{outcome}'

    def _area_strip(self, block: AreaStrip) -> str:
        keys = "".join(f'<th scope="col">{_escaped(tile.key)}</th>' for tile in block.tiles)
        grades = "".join(
            f"<td><strong>{_escaped(tile.grade)}</strong> {_mark(tile.shape)}<br>{_escaped(tile.word)}"
            f"{f'<br><em>{_escaped(tile.earlier)}</em>' if tile.earlier else ''}</td>"
            for tile in block.tiles
        )
        first, second = map(_escaped, block.row_names)
        return (
            f'<div class="wide" role="region" tabindex="0" aria-labelledby="h{self._headings}"><table class="strip">'
            f'<thead><tr><th scope="row">{first}</th>{keys}</tr></thead>'
            f'<tbody><tr><th scope="row">{second}</th>{grades}</tr></tbody></table></div>\n'
        )

    def _plan_item(self, block: PlanItem) -> str:
        subject = f'<p class="subject">{_text(block.subject)}</p>\n' if block.subject else ""
        gloss = f"<p>{_gloss(block.gloss)}</p>\n" if block.gloss else ""
        return f'<div class="item">{subject}{gloss}{_facts(block.facts)}</div>\n'

    def _table(self, block: Table) -> str:
        rows = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
        caption = f"<caption>{_escaped(block.caption)}</caption>" if block.caption else ""
        return f"<table>{caption}{_head(block.head)}<tbody>{rows}</tbody></table>\n"

    def _notice(self, block: Notice) -> str:
        return f'<p class="notice">{_text(block.text)}</p>\n'

    def _figure(self, block: Figure) -> str:
        # As a picture, and not as elements of the page, a drawing can neither run anything nor fetch anything.
        source = base64.b64encode(block.svg.encode()).decode()
        caption = f"<figcaption>{_escaped(block.caption)}</figcaption>" if block.caption else ""
        return (
            f'<figure><img src="data:image/svg+xml;base64,{source}" alt="{_escaped(block.alternative_text)}">'
            f"{caption}</figure>\n"
        )


def _criterion_row(row: CriterionRow) -> str:
    return (
        f'<tr><th scope="row">{_escaped(row.key)}</th><td>{_text(row.sentence)}{_gloss(row.gloss)}</td>'
        f"<td>{_mark(row.shape)} {_escaped(row.verdict)}</td></tr>"
    )


def _scale_step(step: ScaleStep) -> str:
    look = ' class="chosen" aria-current="true"' if step.is_chosen else ""
    box = CROSSED_BOX if step.is_chosen else BOX
    return (
        f'<li{look}><span aria-hidden="true">{box}</span> {_escaped(step.letter)}. {_text(step.sentence)}'
        f"{_gloss(step.gloss)}</li>"
    )
