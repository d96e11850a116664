"""Text as it can be printed: no character that breaks the file, no line break that changes a word."""

import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Marks that reorder or hide what stands around them; in a signed report the eye must see what is stored.
_DIRECTION_MARKS = frozenset(
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2060\u200b"
)
_LONGEST_WORD = 48
_LONGEST_UNBROKEN = 32
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


# A break after one of these would make the reader of the print add a space inside a word; a hyphen is
# safe except before the words that a suspended hyphen stands before.
_BREAKS_INSIDE = re.compile(r"[/|–—?!](?=[^\s/|–—?!])|[-‐](?=,|(?:och|eller|samt|respektive)\b)")
_HYPHEN_THEN_SPACE = re.compile(r"(?<=\S)([-‐]) (?!och\b|eller\b|samt\b|respektive\b|,)")
_LONE_DASH = re.compile(r"(?<=\S) ([-‐–—]) ?(?=\S)")


def breakable(text: str) -> list[tuple[str, bool]]:
    """Split ``text`` into pieces for line breaking, so that a printed line end never changes a word.

    Shape: (piece, whether it must stay on one line), in order; the pieces joined give the text back,
    apart from no-break spaces and soft hyphens, which no reader sees.
    A hyphen at a line end is read as part of a compound: so a hyphen that is followed by a space, or
    stands alone as a dash, is kept from the line end by a no-break space.
    """
    text = _LONE_DASH.sub(_bind_dash, text)
    text = _HYPHEN_THEN_SPACE.sub("\\1\u00a0", text)
    if not _BREAKS_INSIDE.search(text) and not _has_long_word(text):
        return [(text, False)]
    pieces: list[tuple[str, bool]] = []
    loose = ""
    for token in re.findall(r" +|[^ ]+", text):
        if len(token) > _LONGEST_WORD:
            loose += _soften(token)
        elif len(token) <= _LONGEST_UNBROKEN and _BREAKS_INSIDE.search(token):
            if loose:
                pieces.append((loose, False))
            pieces.append((token, True))
            loose = ""
        else:
            loose += token
    return [*pieces, (loose, False)] if loose else pieces


def _bind_dash(match: re.Match[str]) -> str:
    """Keep a dash from opening a line (it would look like a list) and a lone hyphen from closing one."""
    dash = match.group(1)
    space_after = match.group(0).endswith(" ")
    if not space_after:
        return match.group(0)
    return f"\u00a0{dash}\u00a0" if dash in "-‐" else f"\u00a0{dash} "


def _has_long_word(text: str) -> bool:
    return len(text) > _LONGEST_WORD and any(len(token) > _LONGEST_WORD for token in text.split(" "))


def _soften(token: str) -> str:
    """Let a word too long for a line be hyphenated every dozen characters, between letters or digits."""
    softened = []
    since = 0
    for before, after in zip(token, token[1:] + " ", strict=True):
        softened.append(before)
        since += 1
        if since >= _PIECE and before.isalnum() and after.isalnum():
            softened.append("\u00ad")
            since = 0
    return "".join(softened)
