"""A standard's words folded once for comparing: titles, preambles, criteria, glosses and scales."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from kollegium.domain.reading.occurrences import Occurrences
from kollegium.domain.reading.text import fold, sentences
from kollegium.domain.standard import Area, Standard

_MIN_PREAMBLE = 24
# Below this a scale's sentence is too common to be known without its letter.
LONG_ENOUGH_ALONE = 60


class Wording(StrEnum):
    """What kind of the standard's own text something is."""

    CRITERION = "criterion"
    GLOSS = "gloss"
    SCALE = "scale"
    PREAMBLE = "preamble"


class Entry(NamedTuple):
    """One wording of the standard: `key` is a criterion's key or a scale step's letter."""

    wording: Wording
    key: str
    area_key: str
    folded: str
    lettered: bool = True


class Catalogue(NamedTuple):
    """A standard folded for comparing.

    Shape: `entries` longest first; `occurrences` finds them by their place in `entries`; `titles` folded title → area key; `title_starts` folded beginning
    of a title (whole words) → the folded titles it may grow into; `parts` folded part titles;
    `wordings` every entry's folded text, one a line, to search them all at once;
    `letters` the lone letters that name areas; `keys` the criteria's keys as printed;
    `headings` all that a heading of the standard's own folds to: titles and their beginnings, parts, letters, keys.
    """

    standard: Standard
    entries: tuple[Entry, ...]
    occurrences: Occurrences
    criteria: dict[str, str]
    titles: dict[str, str]
    title_starts: dict[str, frozenset[str]]
    parts: frozenset[str]
    letters: frozenset[str]
    keys: frozenset[str]
    wordings: str
    headings: frozenset[str]

    def holds(self, folded: str) -> bool:
        """Tell whether a folded text is a part of one of the standard's wordings."""
        return folded in self.wordings


# By identity: hashing a whole standard would take longer than all its look-ups together.
_made: dict[int, Catalogue] = {}
_MOST_KEPT = 16


def catalogue_of(standard: Standard) -> Catalogue:
    """Give the standard folded for comparing, made once and kept."""
    kept = _made.get(id(standard))
    if kept is not None and kept.standard is standard:
        return kept
    if len(_made) >= _MOST_KEPT:
        _made.clear()
    _made[id(standard)] = made = _folded(standard)
    return made


def _folded(standard: Standard) -> Catalogue:
    titles: dict[str, str] = {}
    starts: dict[str, set[str]] = {}
    # Today's names win over former ones that another area may carry now.
    for former in (False, True):
        for area in standard.areas:
            for title in area.former_titles if former else (area.title_sv, area.title_en):
                _add_title(area, title, titles, starts)
    entries = [*_criterion_entries(standard), *_scale_entries(standard), *_preamble_entries(standard)]
    entries.sort(key=lambda entry: -len(entry.folded))
    parts = frozenset(fold(title) for part in standard.parts for title in (part.title_sv, part.title_en))
    letters = frozenset(area.key for area in standard.areas if len(area.key) == 1)
    keys = frozenset(criterion.key for criterion in standard.criteria)
    return Catalogue(
        standard=standard,
        entries=tuple(entries),
        occurrences=Occurrences([entry.folded for entry in entries]),
        criteria={criterion.key: fold(criterion.text_sv) for criterion in standard.criteria},
        titles=titles,
        title_starts={start: frozenset(grown) for start, grown in starts.items()},
        parts=parts,
        letters=letters,
        keys=keys,
        wordings="\n".join(entry.folded for entry in entries),
        headings=frozenset({*titles, *starts, *parts, *map(fold, letters), *map(fold, keys)}),
    )


def _add_title(area: Area, title: str, titles: dict[str, str], starts: dict[str, set[str]]) -> None:
    words = title.split()
    for lead in ("", area.key, f"Område {area.key}", f"Area {area.key}"):
        folded = fold(lead + title)
        titles.setdefault(folded, area.key)
        for count in range(1, len(words)):
            starts.setdefault(fold(lead + " ".join(words[:count])), set()).add(folded)


def _criterion_entries(standard: Standard) -> list[Entry]:
    swedish = [
        Entry(Wording.CRITERION, criterion.key, criterion.area_key, fold(criterion.text_sv))
        for criterion in standard.criteria
    ]
    english = [
        Entry(Wording.GLOSS, criterion.key, criterion.area_key, fold(criterion.text_en))
        for criterion in standard.criteria
        if fold(criterion.text_en) != fold(criterion.text_sv)
    ]
    return [entry for entry in (*swedish, *english) if entry.folded]


def _scale_entries(standard: Standard) -> list[Entry]:
    found: dict[str, Entry] = {}
    for area in standard.areas:
        for step in area.scale.steps:
            for text in (step.text_sv, step.text_en):
                folded = fold(text)
                if not folded:
                    continue
                found.setdefault(
                    fold(step.letter) + folded,
                    Entry(Wording.SCALE, step.letter, area.key, fold(step.letter) + folded),
                )
                found.setdefault(folded, Entry(Wording.SCALE, step.letter, area.key, folded, lettered=False))
    return list(found.values())


def _preamble_entries(standard: Standard) -> list[Entry]:
    folded = {
        fold(sentence)
        for area in standard.areas
        for text in (area.preamble_sv, area.preamble_en)
        for sentence in sentences(text)
    }
    return [Entry(Wording.PREAMBLE, "", "", text) for text in folded if len(text) >= _MIN_PREAMBLE]
