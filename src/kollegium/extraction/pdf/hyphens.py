"""Decide whether a hyphen at a line end belongs to the word or only to the line.

PDFium gives every hyphen at a line end the same code, whether the writer typed it ("ST-" / "läkare")
or the program set it while breaking the line ("utbild-" / "ningen"); the file's other words tell.
"""

from __future__ import annotations

import re

UNDECIDED = "\ufffe"
SOFT = "\ufffe"

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LEFT_PART = re.compile(r"([^\W_]+(?:-[^\W_]+)*)" + UNDECIDED + r"$")
_RIGHT_PART = re.compile(r"[^\W_]+")
_COORDINATION = frozenset({"och", "eller", "samt", "respektive", "and", "or"})
_VOWEL = re.compile("[aeiouyåäöé]", re.IGNORECASE)


def decided(lines: list[str]) -> list[str]:
    """Return the lines with each undecided hyphen made "-" (kept) or U+FFFE (falls away on joining).

    A hyphen is the writer's own after an abbreviation or a number, before och/eller, or when the
    file spells the word with a hyphen elsewhere and never without; otherwise the line break made it.
    """
    if not any(UNDECIDED in line for line in lines):
        return lines
    vocabulary = {word.lower() for line in lines for word in _WORD.findall(line)}
    following = [*lines[1:], ""]
    return [
        _decided(line, after, vocabulary) if UNDECIDED in line else line
        for line, after in zip(lines, following, strict=True)
    ]


def _decided(line: str, after: str, vocabulary: set[str]) -> str:
    left = _LEFT_PART.search(line)
    right = _RIGHT_PART.match(after)
    if left is None or right is None or _is_own(left.group(1), right.group(), vocabulary):
        return line.replace(UNDECIDED, "-")
    return line[:-1].replace(UNDECIDED, "-") + SOFT


def _is_own(left: str, right: str, vocabulary: set[str]) -> bool:
    tail = left.rsplit("-", 1)[-1]
    if tail.isupper() or tail[-1].isdigit() or not _VOWEL.search(tail):
        return True
    together, apart = (left + right).lower(), f"{left}-{right}".lower()
    if not right[0].islower() or (right.lower() in _COORDINATION and together not in vocabulary):
        # "gemen-" / "samt" is one word; before a real "samt" the first part has its joining s.
        return right.lower() != "samt" or left.endswith("s")
    return apart in vocabulary and together not in vocabulary
