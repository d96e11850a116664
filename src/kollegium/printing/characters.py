"""Text as it can be printed: no character that breaks the file, no line break that changes a word."""

import re
import unicodedata
from itertools import pairwise

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Marks that reorder or hide what stands around them; in a signed report the eye must see what is stored.
_DIRECTION_MARKS = frozenset(
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2060\u200b"
)
_LONGEST_WORD = 48
_LONGEST_UNBROKEN = 46
_PIECE = 12


def printable(text: str) -> str:
    """Give ``text`` without characters that neither XML nor an archival PDF may hold.

    Control characters become spaces (line feeds stay), marks that turn the writing direction go, lone
    surrogates, private and impossible characters become the replacement character.
    """
    if text.isascii() and text.isprintable():
        return text
    folded = unicodedata.normalize(
        "NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    )
    return "".join(_printable_character(character) for character in folded.replace("\u2029", "\n"))


def _printable_character(character: str) -> str:
    if character == "\n":
        return character
    if character in _DIRECTION_MARKS:
        return ""
    category = unicodedata.category(character)
    if category == "Cc":
        return " "
    if category in {"Cs", "Co"} or ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF:
        return REPLACEMENT
    return character


# A line end after one of these would change a word: one who reads the print cannot tell a hyphen that was
# typed from one that the line end made, and sees a space after the others.
_BREAKS_INSIDE = re.compile(r"[/|–—?!‐-](?=[^\s/|–—?!‐-])")
# At the start of a line these look like the number of a point or a heading: "bilaga 2.", "alternativ B."
_LOOKS_LIKE_A_NUMBER = re.compile(r"(?:\d{1,2}|[A-ZÅÄÖa-zåäö])[.)]$|[•·*]$")
_HYPHENS, _DASHES = "-‐", "–—"


def breakable(text: str) -> list[tuple[str, bool]]:
    """Split ``text`` into pieces for line breaking, so that a printed line end never changes a word.

    Shape: (piece, whether it must stay on one line), in order; the pieces joined give the text back,
    apart from no-break spaces and soft hyphens, which no reader sees.
    Words with a hyphen stay whole, a hyphen that is followed by a space keeps to the next word, and a dash
    to the word before (at the start of a line it would look like a list), as does the number of a point.
    """
    pieces: list[tuple[str, bool]] = []
    for unit, space in _units(text.split(" ")):
        loose = _soften(unit) if max(map(len, unit.split(" "))) > _LONGEST_WORD else unit
        is_unbroken = " " in unit or bool(_BREAKS_INSIDE.search(unit))
        if is_unbroken and len(unit) <= _LONGEST_UNBROKEN:
            pieces.extend([(unit, True), (space, False)])
        elif pieces and not pieces[-1][1]:
            pieces[-1] = (pieces[-1][0] + loose + space, False)
        else:
            pieces.append((loose + space, False))
    return [(piece, is_unbroken) for piece, is_unbroken in pieces if piece] or [("", False)]


def _units(words: list[str]) -> list[tuple[str, str]]:
    """Join words that a line end must not part. Shape: (words with spaces, the space after them)."""
    units: list[tuple[str, str]] = []
    position = 0
    while position < len(words):
        end = _end_of_unit(words, position)
        unit = " ".join(words[position : end + 1])
        position = end + 1
        if position == len(words):
            space = ""
        else:
            space = "\u00a0" if words[position] and words[position] in _DASHES else " "
        units.append((unit, space))
    return units


def _end_of_unit(words: list[str], start: int) -> int:
    """Give the last word that must stay on one line with the word at ``start``."""
    end = start
    while end + 1 < len(words) and _binds(words[end], words[end + 1]):
        end += 1
    return end


def _binds(word: str, following: str) -> bool:
    """Tell whether a line end between two words would be read wrongly."""
    if not word or not following:
        return False
    return following in _HYPHENS or word[-1] in _HYPHENS or bool(_LOOKS_LIKE_A_NUMBER.match(following))


def _soften(unit: str) -> str:
    """Let a word too long for a line be hyphenated every dozen characters, between letters or digits."""
    softened = []
    since = 0
    for before, after in pairwise(unit + " "):
        softened.append(before)
        since = 0 if before == " " else since + 1
        if since >= _PIECE and before.isalnum() and after.isalnum():
            softened.append("\u00ad")
            since = 0
    return "".join(softened)
