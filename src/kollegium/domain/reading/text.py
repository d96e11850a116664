"""Words as the report has them: cleaned of typesetting, folded for comparing, joined over line ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

SOFT_HYPHEN = "\u00ad"

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    # The not-a-character U+FFFE is what PDF readers give for a hyphen the typesetter put in.
    | {"\ufffe": SOFT_HYPHEN}
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "")
)
_ODD = re.compile("[ﬀ-ﬆ\ufffe\u00ad\u200b-\u200d\u2060\ufeff]")
# Everything that makes a line other than its words with single plain spaces between them.
_NOT_PLAIN = tuple(
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\ufffe\u00adﬀﬁﬂﬃﬄﬅﬆ"
)
_SOFT_INSIDE = re.compile(SOFT_HYPHEN + r"+\s*(?=\S)")
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_HYPHENS = "-\u2010\u2011"
_KEEPS_ITS_HYPHEN = re.compile(r"(?:och|eller|samt|respektive)\b|,", re.IGNORECASE)
_STOPS = frozenset(".!?:…")
_CLOSERS = "\"”’')]"
_SENTENCE_BREAK = re.compile(r"(?<=[.!?])[\"”’')\]]?\s+(?=[\"”(]?[A-ZÅÄÖÉ0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:t\.?\s?ex|bl\.?\s?a|ex|ev|inkl|exkl|resp|dvs|ca|kl|nr|tel|spec|leg|dr|avs|ang|enl|m\.?\s?fl"
    r"|m\.?\s?m|o\.?\s?d|s\.?\s?k|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|[A-ZÅÄÖ])\.$",
    re.IGNORECASE,
)
# With the space before it.
_LONGEST_ABBREVIATION = 16
_WANTS_MORE = (
    "och eller samt men att som av i på för med till från om inom utan under över vid mot mellan genom hos ur "
    "en ett den det de dess deras sin sitt sina vår vårt våra varje alla samtliga någon något några inte ej är har "
    "kan ska skall bör måste får ges ge vara bli blir så där när då hur vilka vilken vilket respektive enligt "
    "efter före utifrån avseende angående gällande kring se mycket mer även både såväl också t ex bl "
    "and or of the a an to in on for with by from at as is are that which"
)
_UNFINISHED = frozenset(_WANTS_MORE.split())


def clean(text: str) -> str:
    """Give a line without typesetting: composed letters, no ligatures, single plain spaces.

    A soft hyphen at the end of the line is kept as U+00AD, because joining needs it; one inside the
    line disappears, together with the space a joined line end left behind it.
    """
    if not text:
        return text
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        if _ODD.search(text):
            text = _SOFT_INSIDE.sub("", text.translate(_LIGATURES))
    return " ".join(text.split())


def clean_all(texts: Sequence[str]) -> list[str]:
    """Give many lines as `clean` gives each: what no line of them needs is asked once for all."""
    whole = "".join(texts)
    if any(odd in whole for odd in _NOT_PLAIN) or not (
        whole.isascii() or unicodedata.is_normalized("NFC", whole)
    ):
        return [clean(text) for text in texts]
    return [" ".join(text.split()) if "  " in text else text.strip() for text in texts]


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Give only the letters and digits, in lower case: what two wordings are compared by."""
    return _NOT_ALPHANUMERIC.sub("", text.lower())


def join_lines(lines: Iterable[str]) -> str:
    """Give printed lines as running text.

    One space between lines; none after a hyphen at a line's end, unless och, eller, samt, respektive
    or a comma follows; a soft hyphen disappears.
    """
    joined = ""
    for line in lines:
        if not joined:
            joined = line
        elif joined.endswith(SOFT_HYPHEN):
            joined = joined[:-1] + line
        elif ends_in_hyphen(joined) and not _KEEPS_ITS_HYPHEN.match(line):
            joined += line
        else:
            joined += " " + line
    return joined.rstrip(SOFT_HYPHEN)


def ends_in_hyphen(text: str) -> bool:
    """Tell whether the text ends in the middle of a hyphenated word (not in a dash)."""
    return len(text) > 1 and text[-1] in _HYPHENS and text[-2].isalnum()


def ends_sentence(text: str) -> bool:
    """Tell whether the text ends like a sentence; an abbreviation's point does not count."""
    if text.rstrip(_CLOSERS)[-1:] not in _STOPS:
        return False
    return not _is_abbreviated(text, 0, len(text))


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    """Tell whether the part of a text ends in an abbreviation; only its last letters are looked at."""
    return _ABBREVIATION.search(text, max(start, end - _LONGEST_ABBREVIATION), end) is not None


def is_unfinished(text: str) -> bool:
    """Tell whether the text cannot end here: hyphen, comma, or a word that wants another."""
    if text.endswith((SOFT_HYPHEN, ",", "/", "+", "&", " -", " –")) or ends_in_hyphen(text):
        return True
    words = text.split()
    return bool(words) and words[-1].lower() in _UNFINISHED


def starts_lower(text: str) -> bool:
    """Tell whether the first letter is a small one, so that the text continues something."""
    for character in text:
        if character.isalpha():
            return character.islower()
        if character.isdigit():
            return False
    return False


def sentences(text: str) -> list[str]:
    """Give the sentences of a text, split where a stop is followed by a capital or a digit."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE_BREAK.finditer(text):
        if _is_abbreviated(text, max(0, start - 1), match.start()):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]
