"""Which standard a report follows, and whether it is a review report at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kollegium.domain.reading.catalogue import catalogue_of
from kollegium.domain.reading.claims import claim_exact
from kollegium.domain.reading.fragments import Fragment, Kind
from kollegium.domain.reading.headings import classified
from kollegium.domain.reading.result import NotAReport
from kollegium.domain.reading.rows import Row
from kollegium.domain.standard import Standard

# Words that only a report of one kind of review is full of; a kind not listed is known by its titles.
# Each pattern begins with plain letters, which makes searching a whole report many times faster.
_KIND_WORDS = {
    "at": (
        re.compile(
            r"AT(?<!\wAT)(?:-?(?:läkar|handled|tjänst|utbildn|SPUR|studierekt|block|placering)|(?!\w))"
        ),
        re.compile(r"allmäntjänstgöring"),
    ),
    "st": (
        re.compile(r"ST(?<!\wST)-?(?:läkar|handled|utbildn|tjänst|studierekt)"),
        re.compile(r"specialiseringstjänstgöring"),
        re.compile(r"målbeskrivning"),
        re.compile(r"IUP(?<!\wIUP)(?!\w)"),
    ),
}
_REVIEW_WORDS = re.compile(
    r"SPUR|granskning|specialiseringstjänstgöring|allmäntjänstgöring|ST-läkar|AT-läkar|studierektor|handled",
    re.IGNORECASE,
)
# How the titles of our own letters about a decision begin. They quote criteria and name every area with its grade,
# but are no report: what stands in them stands whole in the report they are about.
LETTERS = ("Beslutsbrev", "Decision letter")
_FIRST_ROWS = 8
_CRITERIA = frozenset({Kind.CRITERION, Kind.GLOSS})
_CLOSE = 2.0
_DECIDED = 60.0


class Recognised(NamedTuple):
    """The standard chosen, the report cut by its wordings, and whether another came close."""

    standard: Standard
    fragments: list[Fragment]
    unsure: bool


def recognised(rows: Sequence[Row], candidates: Sequence[Standard]) -> Recognised:
    """Give the standard the report follows and its fragments.

    Raises: NotAReport when the rows hold too little of what a review report holds, or are a letter about one.
    """
    if any(row.text.lstrip().startswith(LETTERS) for row in rows[:_FIRST_ROWS]):
        raise NotAReport
    text = "\n".join(row.text for row in rows)
    words = {
        kind: sum(len(pattern.findall(text)) for pattern in patterns)
        for kind, patterns in _KIND_WORDS.items()
    }
    tried: list[tuple[float, Standard, list[Fragment]]] = []
    for standard in sorted(candidates, key=lambda one: -len(one.criteria)):
        if tried and not standard.criteria and tried[0][0] >= _DECIDED:
            # Nothing without criteria comes near a report that prints another standard's.
            continue
        catalogue = catalogue_of(standard)
        fragments = claim_exact(classified(rows, catalogue), catalogue)
        tried.append((_score(fragments, standard, words), standard, fragments))
        tried.sort(key=lambda one: -one[0])
    if not tried:
        raise NotAReport
    score, standard, fragments = tried[0]
    if not _is_report(fragments, text):
        raise NotAReport
    unsure = len(tried) > 1 and score - tried[1][0] < _CLOSE
    return Recognised(standard, fragments, unsure)


def _score(fragments: list[Fragment], standard: Standard, words: dict[str, int]) -> float:
    criteria = {one.key for one in fragments if one.kind in _CRITERIA}
    titles = {one.key for one in fragments if one.kind is Kind.TITLE}
    scales = {one.claim for one in fragments if one.kind is Kind.SCALE}
    score = 3.0 * len(criteria) + 2.0 * len(titles) + 0.5 * len(scales)
    total = sum(words.values())
    if total and standard.review_kind in words:
        score += 8.0 * words[standard.review_kind] / total
    return score


def _is_report(fragments: list[Fragment], text: str) -> bool:
    """Tell whether enough of a report's own furniture is there; single words alone do not do."""
    criteria = len({one.key for one in fragments if one.kind in _CRITERIA})
    if criteria >= 2:
        return True
    titles = {one.key: one.text for one in fragments if one.kind is Kind.TITLE}
    weight = sum(1.0 if len(title.split()) > 1 else 0.4 for title in titles.values())
    labels = len({one.key for one in fragments if one.kind is Kind.LABEL})
    lists = len({one.key for one in fragments if one.kind is Kind.SUMMARY})
    levels = sum(one.kind in (Kind.LEVEL, Kind.PREAMBLE, Kind.SCALE) for one in fragments)
    if weight >= 2 and _REVIEW_WORDS.search(text):
        return True
    if labels >= 4 and (titles or criteria):
        return True
    beside = (labels >= 2) + (lists >= 2) + (levels >= 2) + (criteria >= 1)
    return bool(titles) and beside >= 1 and bool(_REVIEW_WORDS.search(text))
