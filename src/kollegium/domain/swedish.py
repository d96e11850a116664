"""Swedish text: sort keys, word stems and dates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

# Letters Swedish sorts as one of its own; å, ä and ö follow z in that order, and { | } follow z in ASCII.
_SORTED_AS = str.maketrans(
    {
        "å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "œ": "}", "ő": "}",
        "ü": "y", "ű": "y", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ß": "ss",
        "{": " ", "|": " ", "}": " ",
    }
)  # fmt: skip
# Signs that a reader does not hear and a register must not sort by.
_UNSORTED = re.compile(r"[^0-9a-z{|}]+")

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VOWELS = frozenset("aeiouyåäö")
# An ending is taken off only where this many letters, one of them a vowel, are left (`led` of `ledning`).
_SHORTEST_STEM = 3
# Shorter stems would be found inside words they have nothing to do with.
_SHORTEST_PART = 4
# Nouns; then who does and what is done (handledare, handledning); then verbs and adjectives.
_ENDINGS_IN_GROUPS = """
arna erna orna arnas ernas ornas aren aret arens ens ets ers ars ors nas en et er ar or na an as ns a e n s t r
are ares ning nings ningen ningens ningar ningars ningarna ningarnas
ande ende andet endet andes endes else elser elsen elserna elses het hets heten heter heterna
ade ades at ats ad de des te ts ig iga igt lig liga ligt sam samma samt isk iska iskt
"""
_ENDINGS = frozenset(_ENDINGS_IN_GROUPS.split())
_LONGEST_ENDING = max(map(len, _ENDINGS))


def sort_key(text: str) -> str:
    """Give an ASCII key whose byte order is the Swedish alphabet's order.

    Case, punctuation and foreign accents do not count (`é` as `e`, `ü` as `y`); å, ä, ö come last,
    words before longer words that begin with them, figures before letters.
    """
    lowered = unicodedata.normalize("NFC", text).lower().translate(_SORTED_AS)
    bare = "".join(sign for sign in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(sign))
    return _UNSORTED.sub(" ", bare).strip()


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Give a word without its endings, so that forms of one word meet (`handledare`, `handledning`).

    A light stemmer: right for the words of this field, deliberately short of a dictionary.
    """
    short = unicodedata.normalize("NFC", word).lower()
    # Two rounds: first the inflection, then what made it a noun (`bedömningar` → `bedömning` → `bedöm`).
    for _ in range(2):
        short = _without_ending(short)
    # `programmet` doubles the m of `program`.
    return short[:-1] if len(short) > _SHORTEST_STEM and short[-2:] in ("mm", "nn") else short


def words(text: str) -> list[str]:
    """Give the words of a text in order, lower-case, without figures and punctuation."""
    return [match.group().lower() for match in _WORD.finditer(unicodedata.normalize("NFC", text))]


def mentions_any(text: str, subject_words: Iterable[str]) -> bool:
    """Tell whether a text holds a form or a compound of any of the words.

    A subject word of four letters or more is also found as the first or last part of a compound
    (`handledning` in `handledarträffar`, `utbildning` in `internutbildning`); a shorter one,
    such as an abbreviation, only as a word of its own or before a hyphen.
    """
    whole = {word.lower() for word in subject_words}
    stems = {stem(word) for word in whole}
    inner = tuple(one for one in stems if len(one) >= _SHORTEST_PART)
    for word in words(text):
        shortened = stem(word)
        if word in whole or shortened in stems or shortened.startswith(inner) or shortened.endswith(inner):
            return True
        if "-" in word and any(part in whole or stem(part) in stems for part in word.split("-")):
            return True
    return False


def month_number(name: str) -> int | None:
    """Give 1–12 for a month's name or its usual abbreviation (`sept.`), or None."""
    bare = name.strip().rstrip(".").lower()
    if len(bare) < 3:
        return None
    return next((number for number, month in enumerate(MONTHS, start=1) if month.startswith(bare)), None)


def format_date(day: date, *, language: str = "sv") -> str:
    """Give a date in words: `3 mars 2025` in Swedish, `3 March 2025` in English."""
    names = MONTHS if language.lower().startswith("sv") else _ENGLISH_MONTHS
    return f"{day.day} {names[day.month - 1]} {day.year}"


_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _without_ending(word: str) -> str:
    """Give the word without its longest ending that leaves enough of it."""
    for size in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM), 0, -1):
        ending, rest = word[-size:], word[:-size]
        if ending not in _ENDINGS:
            continue
        # A lone consonant often belongs to a short word: `kurs`, `jour`, `plan`.
        shortest = _SHORTEST_STEM + (size == 1 and ending not in _VOWELS)
        if len(rest) >= shortest and not _VOWELS.isdisjoint(rest):
            return rest
    return word
