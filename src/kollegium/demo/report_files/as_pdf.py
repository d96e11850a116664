"""A synthetic report as a PDF: summary boxes side by side, drawn boxes before the grades."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import typst

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
from kollegium.demo.report_files.model import SyntheticReport

_TEMPLATE = Path(__file__).with_name("report.typ")
_MADE_AT = datetime(2025, 1, 1, tzinfo=UTC)


def as_pdf(report: SyntheticReport) -> bytes:
    """Return the report as the bytes of a PDF; size, justification and rules follow from the seed."""
    rng = Random(f"look {report.seed}")  # noqa: S311 - invents prose, keeps no secret
    look = {
        "size": rng.choice((10, 10.5, 11)),
        "justify": rng.random() < 0.4,
        "hyphenate": rng.random() < 0.5,
        "ruled": rng.random() < 0.5,
        "page_numbers": rng.random() < 0.6,
        "colon": report.layout.label_colon,
        "same_line": report.layout.label_colon and report.layout.value_on_label_line,
    }
    blocks = [_plain(block) for block in flow_of(report)]
    made: bytes = typst.compile(
        str(_TEMPLATE),
        sys_inputs={"blocks": json.dumps(blocks, ensure_ascii=False), "look": json.dumps(look)},
        timestamp=int(_MADE_AT.timestamp()),
    )
    return made


def _plain(block: Block) -> dict[str, Any]:
    """Return a block as the template takes it."""
    match block:
        case Heading(text=text, level=level):
            return {"kind": "heading", "text": text, "level": int(level)}
        case Paragraph(text=text):
            return {"kind": "paragraph", "text": text}
        case Letter(letter=letter):
            return {"kind": "letter", "text": letter}
        case Sentences(texts=texts):
            return {"kind": "sentences", "texts": texts}
        case Scale():
            chosen = -1 if block.chosen is None else block.chosen
            return {"kind": "scale", "texts": block.texts, "chosen": chosen, "has_boxes": block.has_boxes}
        case Facts(rows=rows):
            return {"kind": "facts", "rows": [{"label": label, "values": values} for label, values in rows]}
        case Summary(lists=lists):
            return {
                "kind": "summary",
                "lists": [{"heading": heading, "points": points} for heading, points in lists],
            }
        case Field(label=label, values=values):
            return {"kind": "field", "label": label, "values": values}
        case NewPage():
            return {"kind": "newpage"}
