"""Every kind of block as WordprocessingML: one function each, chosen by the block's type."""

from collections.abc import Callable
from typing import Any

from docx.shared import Mm

from kollegium.printing.marks import BOX, CROSSED_BOX, SHAPES
from kollegium.printing.tree import (
    AreaStrip,
    Block,
    BulletList,
    CriterionGroup,
    CriterionRow,
    Edge,
    Fact,
    FactTable,
    Figure,
    GradeScale,
    Heading,
    Notice,
    Paragraph,
    ParagraphStyle,
    PlanItem,
    ScaleStep,
    Shape,
    SummaryBoxes,
    Table,
    Text,
)
from kollegium.printing.word_styles import HANG, TEXT_WIDTH
from kollegium.printing.wordml import (
    BOXED,
    MUTED,
    NO_BORDERS,
    PLAIN,
    RULED,
    SYMBOL_FONT,
    Cell,
    Look,
    TableLook,
    border,
    paragraph,
    run,
    runs,
    table,
)

WIDTH = int(TEXT_WIDTH.twips)
INDENT = int(HANG.twips)
MEASURE = int(Mm(136).twips)
BOLD = Look(bold=True)
SMALL = Look(colour=MUTED, half_points=18)
LABEL = Look(colour=MUTED, half_points=19)
GROUNDS = {
    Shape.FILLED_CIRCLE: ("DDEFE3", "14532D"),
    Shape.RING: ("DCEBF2", "0F4C64"),
    Shape.TRIANGLE: ("FBEBC8", "6B4300"),
    Shape.BARRED_SQUARE: ("F8DCD6", "8A1C10"),
    Shape.DOTTED_RING: ("ECEBE6", "4A4F57"),
}
EDGES = {Edge.SOLID: "single", Edge.DASHED: "dashed", Edge.DOTTED: "dotted"}
_KEEP = "<w:keepNext/>"
_TIGHT = '<w:spacing w:before="0" w:after="0"/>'
_FIGURE_PLACE = '<w:jc w:val="center"/>'
_READING_COLUMN = f'<w:ind w:left="{INDENT}" w:right="{WIDTH - MEASURE}"/>'


def block_xml(block: Block) -> str:
    """Give a block as body elements. A figure leaves an empty centred paragraph for its picture."""
    return _RENDERERS[type(block)](block)


def _heading(block: Heading) -> str:
    return _titled(block.level, runs(block.text))


def _titled(level: int, content: str) -> str:
    return paragraph(content, style=f"Heading{level}")


def _paragraph(block: Paragraph) -> str:
    small = block.style is ParagraphStyle.SMALL
    lead = block.style is ParagraphStyle.LEAD
    look = SMALL if small else Look(colour=MUTED, half_points=26) if lead else PLAIN
    return paragraph(runs(block.text, look), properties=_READING_COLUMN)


def _bullets(items: tuple[Text, ...]) -> str:
    return "".join(paragraph(runs(item), style="ListBullet") for item in items)


def _bullet_list(block: BulletList) -> str:
    return _bullets(block.items)


def _fact_rows(facts: tuple[Fact, ...], description: str) -> str:
    label_width = int(Mm(48).twips)
    rows = [
        (
            Cell(paragraph(run(fact.label, LABEL), properties=_TIGHT)),
            Cell("".join(paragraph(runs(value), properties=_TIGHT) for value in fact.values or ((),))),
        )
        for fact in facts
    ]
    return (
        table(
            (label_width, WIDTH - INDENT - label_width),
            rows,
            TableLook(RULED, indent=INDENT),
            description=description,
        )
        + _gap()
    )


def _gap() -> str:
    """Give the empty line that keeps two tables apart; Word would join them."""
    return paragraph("", properties='<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>')


def _fact_table(block: FactTable) -> str:
    return _fact_rows(block.facts, ", ".join(fact.label for fact in block.facts))


def _summary_boxes(block: SummaryBoxes) -> str:
    return "".join(
        _titled(block.level, run(box.title))
        + table(
            (WIDTH,),
            [(Cell(_bullets(box.items) or paragraph(run(box.when_empty))),)],
            TableLook(BOXED, margins=(120, 200)),
            description=box.title,
        )
        + _gap()
        for box in block.boxes
    )


def _with_gloss(sentence: Text, gloss: Text | None) -> str:
    main = paragraph(runs(sentence), properties=_TIGHT)
    return main + (paragraph(runs(gloss, SMALL), properties=_TIGHT) if gloss else "")


def _criterion_group(block: CriterionGroup) -> str:
    widths = (INDENT + 100, WIDTH - INDENT - 100 - 1900, 1900)
    edge = border("left", style=EDGES[block.edge], eighths=12, colour="1F5A53")
    head = [
        Cell(paragraph(run(name, Look(colour=MUTED, half_points=16)), properties=_KEEP + _TIGHT))
        for name in block.columns
    ]
    head[0] = Cell(head[0].content, borders=edge)
    rows = [_criterion_row(row, edge) for row in block.rows]
    preamble = ""
    if block.preamble:
        preamble = paragraph(runs(block.preamble), properties=_KEEP + _READING_COLUMN)
    if block.preamble_gloss:
        preamble += paragraph(runs(block.preamble_gloss, SMALL), properties=_KEEP + _READING_COLUMN)
    grid = table(widths, [head, *rows], TableLook(RULED, has_head=True), description=block.title)
    return _titled(block.level, run(block.title)) + preamble + grid + _gap()


def _criterion_row(row: CriterionRow, edge: str) -> tuple[Cell, Cell, Cell]:
    mark = run(SHAPES[row.shape], Look(font=SYMBOL_FONT, half_points=19))
    verdict = mark + run(f" {row.verdict}", Look(half_points=20))
    return (
        Cell(paragraph(run(row.key, BOLD), properties=_TIGHT), borders=edge),
        Cell(_with_gloss(row.sentence, row.gloss)),
        Cell(paragraph(verdict, properties=_TIGHT)),
    )


def _grade_scale(block: GradeScale) -> str:
    steps = "".join(map(_scale_step, block.steps))
    outcome = "".join(
        paragraph(
            runs(line),
            properties=("" if last else _KEEP) + f'{_TIGHT}<w:ind w:left="{INDENT}"/>',
        )
        for last, line in (
            (index == len(block.outcome) - 1, line) for index, line in enumerate(block.outcome)
        )
    )
    return _titled(block.level, run(block.title)) + steps + outcome


def _scale_step(step: ScaleStep) -> str:
    fill = (
        f'<w:shd w:val="clear" w:color="auto" w:fill="{GROUNDS[step.shape][0]}"/>' if step.is_chosen else ""
    )
    placed = f'{_KEEP}{fill}<w:tabs><w:tab w:val="left" w:pos="{INDENT}"/></w:tabs><w:spacing w:before="0" w:after="40"/>'
    hanging = f'<w:ind w:left="{INDENT}" w:right="{WIDTH - MEASURE}" w:hanging="{INDENT}"/>'
    look = Look(bold=step.is_chosen)
    content = (
        run(CROSSED_BOX if step.is_chosen else BOX, Look(font=SYMBOL_FONT))
        + "<w:r><w:tab/></w:r>"
        + run(f"{step.letter}. ", look)
        + runs(step.sentence, look)
    )
    if step.gloss:
        content += "<w:r><w:br/></w:r>" + runs(step.gloss, SMALL)
    return paragraph(content, properties=placed + hanging)


def _area_strip(block: AreaStrip) -> str:
    width = WIDTH // len(block.tiles)
    head = [
        Cell(
            paragraph(run(tile.key, Look(bold=True, colour=MUTED, half_points=18)), properties=_KEEP + _TIGHT)
        )
        for tile in block.tiles
    ]
    tiles = []
    for tile in block.tiles:
        fill, ink = GROUNDS[tile.shape]
        content = paragraph(
            run(f"{tile.grade} ", Look(bold=True, half_points=32, colour=ink))
            + run(SHAPES[tile.shape], Look(font=SYMBOL_FONT, colour=ink)),
            properties=_TIGHT,
        ) + paragraph(run(tile.word, Look(half_points=15, colour=ink)), properties=_TIGHT)
        if tile.earlier:
            content += paragraph(
                run(tile.earlier, Look(italic=True, half_points=15, colour=ink)), properties=_TIGHT
            )
        gutter = "".join(border(side, eighths=36, colour="FFFFFF") for side in ("left", "right"))
        tiles.append(Cell(content, fill=fill, borders=gutter))
    grid = table(
        (width,) * len(block.tiles),
        [head, tiles],
        TableLook(NO_BORDERS, has_head=True, margins=(60, 70)),
        description=", ".join(block.row_names),
    )
    return grid + _gap()


def _plan_item(block: PlanItem) -> str:
    subject = (
        paragraph(runs(block.subject, BOLD), properties=_KEEP + _READING_COLUMN) if block.subject else ""
    )
    if block.gloss:
        subject += paragraph(runs(block.gloss, SMALL), properties=_KEEP + _READING_COLUMN)
    return subject + _fact_table(FactTable(block.facts))


def _table(block: Table) -> str:
    widths = (WIDTH // len(block.head),) * len(block.head)
    head = [Cell(paragraph(run(name, BOLD), properties=_KEEP + _TIGHT)) for name in block.head]
    rows = [[Cell(paragraph(runs(cell), properties=_TIGHT)) for cell in row] for row in block.rows]
    caption = paragraph(run(block.caption), style="Caption", properties=_KEEP) if block.caption else ""
    description = block.caption or ", ".join(block.head)
    return (
        caption
        + table(widths, [head, *rows], TableLook(RULED, has_head=True), description=description)
        + _gap()
    )


def _notice(block: Notice) -> str:
    edge = '<w:pBdr><w:left w:val="single" w:sz="16" w:space="8" w:color="1F5A53"/></w:pBdr>'
    fill = '<w:shd w:val="clear" w:color="auto" w:fill="F4F2EC"/>'
    return paragraph(runs(block.text, Look(half_points=19)), properties=edge + fill + _READING_COLUMN)


def _figure(block: Figure) -> str:
    caption = paragraph(run(block.caption), style="Caption") if block.caption else ""
    return paragraph("", style="Normal", properties=_KEEP + _FIGURE_PLACE) + caption


_RENDERERS: dict[type[Block], Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    BulletList: _bullet_list,
    FactTable: _fact_table,
    SummaryBoxes: _summary_boxes,
    CriterionGroup: _criterion_group,
    GradeScale: _grade_scale,
    AreaStrip: _area_strip,
    PlanItem: _plan_item,
    Table: _table,
    Notice: _notice,
    Figure: _figure,
}
