"""Decide whether a hyphen at a line end belongs to the word or only to the line.

PDFium gives every hyphen at a line end the same code, whether the writer typed it ("ST-" / "läkare")
or the program set it while breaking the line ("utbild-" / "ningen"); the file's other words tell.
"""

from __future__ import annotations

import re
from enum import Enum

UNDECIDED = "\ufffe"
SOFT = "\ufffe"

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LEFT_PART = re.compile(r"([^\W_]+(?:-[^\W_]+)*)" + UNDECIDED + r"$")
_RIGHT_PART = re.compile(r"[^\W_]+")
_COORDINATION = frozenset({"och", "eller", "samt", "respektive", "and", "or"})
_VOWEL = re.compile("[aeiouyåäöé]", re.IGNORECASE)
# A program that breaks words does it again and again; once or twice in a file it was a person.
_FEWEST_BROKEN = 3


class _Origin(Enum):
    """Where a hyphen at a line end comes from."""

    WRITER = "writer"
    LINE_BREAK = "line break"
    UNKNOWN = "unknown"


def decided(lines: list[str]) -> list[str]:
    """Return the lines with each undecided hyphen made "-" (kept) or U+FFFE (falls away on joining).

    A hyphen is the writer's own after an abbreviation or a number, before och/eller, or when the
    file spells the word with a hyphen elsewhere and never without. Where nothing tells, it is the
    line break's in a file that breaks words throughout, and the writer's in any other.
    """
    if not any(UNDECIDED in line for line in lines):
        return lines
    vocabulary = set(_WORD.findall("\n".join(lines).lower()))
    following = [*lines[1:], ""]
    origins = [
        _origin(line, after, vocabulary) if UNDECIDED in line else None
        for line, after in zip(lines, following, strict=True)
    ]
    breaks_words = _Origin.LINE_BREAK in origins or origins.count(_Origin.UNKNOWN) >= _FEWEST_BROKEN
    return [
        _written(line, origin, breaks_words) if origin else line
        for line, origin in zip(lines, origins, strict=True)
    ]


def _written(line: str, origin: _Origin, breaks_words: bool) -> str:
    if origin is _Origin.LINE_BREAK or (origin is _Origin.UNKNOWN and breaks_words):
        return line[:-1].replace(UNDECIDED, "-") + SOFT
    return line.replace(UNDECIDED, "-")


def _origin(line: str, after: str, vocabulary: set[str]) -> _Origin:
    # Only the last word can match; a search through the whole line takes ten times as long.
    found, following = _LEFT_PART.search(line[line.rfind(" ") + 1 :]), _RIGHT_PART.match(after)
    if found is None or following is None:
        return _Origin.WRITER
    left, right = found.group(1), following.group()
    tail = left.rsplit("-", 1)[-1]
    if tail.isupper() or tail[-1].isdigit() or not _VOWEL.search(tail) or not right[0].islower():
        return _Origin.WRITER
    together, apart = (left + right).lower(), f"{left}-{right}".lower()
    if together in vocabulary:
        return _Origin.LINE_BREAK
    # "gemen-" / "samt" is one word; before a real "samt" the first part has its joining s.
    if apart in vocabulary or (
        right.lower() in _COORDINATION and (right.lower() != "samt" or left.endswith("s"))
    ):
        return _Origin.WRITER
    return _Origin.UNKNOWN
