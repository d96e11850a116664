"""The text of one paragraph: its runs, breaks, symbols, check boxes, and the text boxes it carries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kollegium.extraction.docx.names import (
    ALTERNATE,
    COMPATIBILITY,
    CONTROL,
    PARAGRAPH,
    RUN,
    TEXT,
    TEXT_BOX,
    VALUE,
    WORD,
    WORD_2010,
    is_on,
)

CHECKED, UNCHECKED = "☒", "☐"
LINE_BREAK = "\n"
PAGE_BREAK = "\f"
# Where Word itself last turned the page; only a hint, unlike a break somebody set.
RENDERED_BREAK = "\v"

_SYMBOLS = {
    "FE": CHECKED,
    "FD": CHECKED,
    "54": CHECKED,
    "52": CHECKED,
    "A8": UNCHECKED,
    "6F": UNCHECKED,
    "71": UNCHECKED,
    "A3": UNCHECKED,
    "FC": "✓",
    "50": "✓",
    "FB": "✗",
    "B7": "•",
    "A7": "•",
}
_LITERAL = {
    f"{WORD}tab": "\t",
    f"{WORD}cr": LINE_BREAK,
    f"{WORD}noBreakHyphen": "-",
    f"{WORD}softHyphen": "\u00ad",
    f"{WORD}lastRenderedPageBreak": RENDERED_BREAK,
}
_LEFT_OUT = {
    f"{WORD}{name}"
    for name in (
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "pPr",
        "rPr",
        "footnoteReference",
        "commentReference",
    )
}


@dataclass(slots=True)
class ParagraphText:
    """What one paragraph holds; breaks stand in `text` as the characters named above."""

    text: str = ""
    bold: bool = False
    text_boxes: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class _Gathered:
    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    plain: int = 0
    text_boxes: list[Any] = field(default_factory=list)


def paragraph_text(paragraph: Any, *, style_is_bold: bool) -> ParagraphText:
    """Return the text of a paragraph as a reader sees it: insertions in, deletions and field codes out."""
    gathered = _Gathered()
    for child in paragraph:
        _gather(child, gathered, style_is_bold)
    return ParagraphText(
        text="".join(gathered.pieces),
        bold=gathered.bold > 0 and gathered.bold >= 4 * gathered.plain,
        text_boxes=gathered.text_boxes,
    )


def chosen_branch(alternate: Any) -> Any:
    """Return the branch of mc:AlternateContent to read: the first choice, else the fallback."""
    choice = alternate.find(f"{COMPATIBILITY}Choice")
    return choice if choice is not None else alternate.find(f"{COMPATIBILITY}Fallback")


def control_state(control: Any) -> str | None:
    """Return ☒ or ☐ for a content control that is a check box, else None."""
    properties = control.find(f"{WORD}sdtPr")
    box = properties.find(f"{WORD_2010}checkbox") if properties is not None else None
    if box is None:
        return None
    checked = box.find(f"{WORD_2010}checked")
    on = checked is not None and checked.get(f"{WORD_2010}val", "1") not in {"0", "false"}
    return CHECKED if on else UNCHECKED


def _gather(element: Any, gathered: _Gathered, bold: bool) -> None:
    tag = element.tag
    if tag in _LEFT_OUT:
        return
    if tag == RUN:
        own = is_on(element.find(f"{WORD}rPr"), "b")
        inner = bold if own is None else own
        for child in element:
            _gather(child, gathered, inner)
    elif tag == TEXT:
        _add_text(element.text or "", gathered, bold)
    elif tag in _LITERAL:
        gathered.pieces.append(_LITERAL[tag])
    elif tag == f"{WORD}br":
        is_page = element.get(f"{WORD}type") == "page"
        gathered.pieces.append(PAGE_BREAK if is_page else LINE_BREAK)
    elif tag == f"{WORD}sym":
        code = str(element.get(f"{WORD}char", ""))[-2:].upper()
        _add_text(_SYMBOLS.get(code, ""), gathered, bold)
    elif tag == f"{WORD}fldChar":
        _add_form_box(element, gathered, bold)
    else:
        _gather_container(element, gathered, bold)


def _gather_container(element: Any, gathered: _Gathered, bold: bool) -> None:
    """Go into an element that only wraps others: links, insertions, drawings, content controls."""
    if element.tag == TEXT_BOX:
        gathered.text_boxes.append(element)
        return
    if element.tag == ALTERNATE:
        branch = chosen_branch(element)
        for child in branch if branch is not None else ():
            _gather(child, gathered, bold)
        return
    state = control_state(element) if element.tag == CONTROL else None
    if state is not None:
        _add_text(state, gathered, bold)
        return
    if element.tag == PARAGRAPH:
        return
    for child in element:
        if isinstance(child.tag, str):
            _gather(child, gathered, bold)


def _add_text(text: str, gathered: _Gathered, bold: bool) -> None:
    gathered.pieces.append(text.replace("\n", " ").replace("\f", " ").replace("\v", " "))
    if bold:
        gathered.bold += len(text.strip())
    else:
        gathered.plain += len(text.strip())


def _add_form_box(field_character: Any, gathered: _Gathered, bold: bool) -> None:
    """Add the state of a check box of the old kind, which stands in the data of its field."""
    box = field_character.find(f"{WORD}ffData/{WORD}checkBox")
    if box is None:
        return
    checked = box.find(f"{WORD}checked")
    state = checked if checked is not None else box.find(f"{WORD}default")
    on = state is not None and state.get(VALUE, "1") not in {"0", "false"}
    _add_text(CHECKED if on else UNCHECKED, gathered, bold)
