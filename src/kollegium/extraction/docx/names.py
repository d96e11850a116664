"""The element names of WordprocessingML that are looked for."""

from __future__ import annotations

from typing import Any

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

PARAGRAPH = f"{WORD}p"
TABLE = f"{WORD}tbl"
ROW = f"{WORD}tr"
CELL = f"{WORD}tc"
RUN = f"{WORD}r"
TEXT = f"{WORD}t"
TEXT_BOX = f"{WORD}txbxContent"
CONTROL = f"{WORD}sdt"
ALTERNATE = f"{COMPATIBILITY}AlternateContent"
VALUE = f"{WORD}val"


def value_of(parent: Any, name: str) -> str | None:
    """Return the w:val of a child element, or None when there is no such child or value."""
    child = parent.find(f"{WORD}{name}") if parent is not None else None
    found = child.get(VALUE) if child is not None else None
    return str(found) if found is not None else None


def is_on(parent: Any, name: str) -> bool | None:
    """Return whether a switch such as w:b is set; None when the element does not say."""
    child = parent.find(f"{WORD}{name}") if parent is not None else None
    if child is None:
        return None
    return child.get(VALUE, "1") not in {"0", "false", "off"}
