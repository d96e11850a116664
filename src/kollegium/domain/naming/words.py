"""The words that tell a person's name from everything else that is written with a capital."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "reference" / "naming"


@cache
def first_names() -> frozenset[str]:
    """Give first names in lower case."""
    lines = (_FOLDER / "first-names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _word_lists() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads((_FOLDER / "words.toml").read_text(encoding="utf-8"))
    return {name: tuple(str(words).split()) for name, words in table.items()}


_LISTS = _word_lists()
TITLES = frozenset(_LISTS["titles"])
TITLE_ENDINGS = _LISTS["title_endings"]
TITLE_ATTRIBUTES = frozenset(_LISTS["title_attributes"])
TERMS = frozenset(_LISTS["terms"])
PLACE_WORDS = frozenset(_LISTS["place_words"])
PLACE_ENDINGS = _LISTS["place_endings"]
OPENING_WORDS = frozenset(_LISTS["opening_words"])
PARTICLES = frozenset(_LISTS["particles"])
ABBREVIATIONS = frozenset(_LISTS["abbreviations"])


def is_title(word: str) -> bool:
    """Tell whether a word names a function: `Enhetschef`, `ST-läkare`, `MLA`."""
    lower = word.lower()
    return lower in TITLES or lower.endswith(TITLE_ENDINGS)


def is_place_word(word: str) -> bool:
    """Tell whether a word names a place, an organisation or a term of the trade."""
    lower = word.lower()
    return lower in TERMS or lower in PLACE_WORDS or lower.endswith(PLACE_ENDINGS)


_DEFINITE = (
    ("ansvarig läkare", "ansvariga läkaren"),
    ("chef", "chefen"),
    ("läkare", "läkaren"),
    ("handledare", "handledaren"),
    ("ledare", "ledaren"),
    ("samordnare", "samordnaren"),
    ("sekreterare", "sekreteraren"),
    ("granskare", "granskaren"),
    ("rektor", "rektorn"),
    ("sköterska", "sköterskan"),
    ("psykolog", "psykologen"),
    ("specialist", "specialisten"),
    ("inspektör", "inspektören"),
    ("direktör", "direktören"),
    ("koordinator", "koordinatorn"),
    ("kurator", "kuratorn"),
    ("professor", "professorn"),
    ("ansvarig", "ansvariga"),
)


def definite(function: str) -> str:
    """Give a function in the definite form a running sentence wants (`enhetschef` → `enhetschefen`)."""
    for ending, definite_ending in _DEFINITE:
        if function.endswith(ending):
            return function[: -len(ending)] + definite_ending
    return function


def indefinite(title: str) -> str:
    """Give a title in the form a list of people wants: lower case, without the definite ending."""
    lower = title if title.isupper() else _lowered(title)
    for ending, definite_ending in _DEFINITE:
        if lower.endswith(definite_ending):
            return lower[: -len(definite_ending)] + ending
    return lower


def _lowered(title: str) -> str:
    words = title.split()
    return " ".join(
        word if word[:2] in ("ST", "AT", "BT") or word.isupper() else word.lower() for word in words
    )
