"""Find sentences that point at one single trainee, who everybody at the unit can then name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kollegium.domain.naming.sentences import sentence_spans
from kollegium.domain.naming.values import Passage


class SentenceReason(StrEnum):
    """Why a sentence may tell of one known trainee."""

    ONE_TRAINEE = "one-trainee"
    THE_TRAINEE = "the-trainee"
    ONE_OF_THEM = "one-of-them"
    PRONOUN = "pronoun"
    BACKGROUND = "background"
    ABSENCE = "absence"
    ANY_WHEN_ALONE = "any-when-alone"


@dataclass(frozen=True, slots=True)
class SentenceFound:
    """A sentence that may tell of one known trainee: characters [start, end) of a passage."""

    key: str
    path: str
    start: int
    end: int
    text: str
    reason: SentenceReason


_DOCTOR = r"(?:ST|BT|AT|FV)[-‑\u00ad ]{0,2}(?:läkare|tjänst)"
_TRAINEE = rf"(?:{_DOCTOR}|underläkare|doktorand|randare)"
_DEFINITE = r"(?:(?:ST|BT|AT)[-‑\u00ad ]{0,2}(?:läkaren|läkarens)|underläkarens?|doktorandens?)"
_NUMBER_WORDS = "två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|flera|samtliga|alla|många|båda|övriga"
_PATTERNS: tuple[tuple[SentenceReason, re.Pattern[str]], ...] = (
    (
        SentenceReason.ONE_OF_THEM,
        re.compile(
            rf"\b(?:en|ena|enda|den andra|den ene|någon|ingen|två|tre|övriga)\s+(?:av\s+)?(?:de\s+|våra\s+)?(?:\w+\s+)?"
            rf"(?:(?:ST|BT|AT)[-‑ ]?läkarna|av dem)\b|\bden\s+{_TRAINEE}\w*\s+som\b|\b(?:förste|första|andra|tredje|"
            rf"yngste|äldste|nyanställda|senast anställda|kvinnliga|manliga)\s+{_TRAINEE}|"
            rf"\b(?:en|ena|någon|ingen|två|tre)\s+av\s+(?:de\s+|våra\s+)?(?:{_NUMBER_WORDS}|\d+)\s+(?:\w+\s+)?{_TRAINEE}",
            re.IGNORECASE,
        ),
    ),
    (
        SentenceReason.ONE_TRAINEE,
        re.compile(
            rf"\b(?:har|finns|är|endast|bara|enbart|blott|med|anställt|anställd|sedan)\s+(?:\w+\s+)?(?:en|1|enda|ensam)\s+"
            rf"(?:\w+\s+)?{_TRAINEE}\b|\b(?:en|1)\s+(?:enda|ensam|egen)\s+{_TRAINEE}|\benda\s+{_TRAINEE}",
            re.IGNORECASE,
        ),
    ),
    (
        SentenceReason.ABSENCE,
        re.compile(
            r"\b(?:föräldraledi\w+|sjukskriv\w+|tjänstledi\w+|barnledi\w+|graviditet\w*|på randning|åter (?:på|i|efter|från)|"
            r"slutat|avslutat sin|uppehåll i (?:sin )?(?:ST|tjänst))",
            re.IGNORECASE,
        ),
    ),
    (
        SentenceReason.BACKGROUND,
        re.compile(
            r"\b(?:tidigare (?:grund)?specialist\w*|redan (?:är )?specialist|dubbelspecialist\w*|tidigare (?:arbetat|tjänstgjort)|"
            r"disputera\w+|sin avhandling|forskarutbildning\w*|utländsk\w* (?:examen|legitimation|utbildning)|språk(?:svårighet|problem)\w*|"
            r"modersmål\w*|omprövning\w*|underkän\w+ |åtgärdsplan för ST)",
            re.IGNORECASE,
        ),
    ),
    (SentenceReason.THE_TRAINEE, re.compile(rf"\b{_DEFINITE}\b", re.IGNORECASE)),
    (
        SentenceReason.PRONOUN,
        re.compile(r"\b(?:hon|henne|hennes|han|honom|hans|hen|hens|vederbörande)\b", re.IGNORECASE),
    ),
)
_ANY_TRAINEE = re.compile(rf"\b{_TRAINEE}\w*", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"\b(?:{_NUMBER_WORDS}|[2-9]|[1-9]\d)\s+(?:\w+\s+)?{_TRAINEE}|\b(?:ST|BT|AT)[-‑ ]?läkarna(?:s)?\b",
    re.IGNORECASE,
)


def find_trainee_sentences(passages: Iterable[Passage]) -> tuple[SentenceFound, ...]:
    """Give every sentence that may point at one trainee, in the passages' order.

    Where the report speaks of a single trainee and never of several, every sentence that mentions
    one is given: at such a unit "the trainees" are one known person.
    """
    texts = tuple(passages)
    alone = _has_one_trainee(texts)
    # A field for people may say that the trainee does something: a function, not a story.
    return tuple(
        found for passage in texts if not passage.names_people for found in _in_passage(passage, alone)
    )


def _has_one_trainee(passages: tuple[Passage, ...]) -> bool:
    one = _PATTERNS[1][1]
    whole = "\n".join(passage.text for passage in passages)
    singular = bool(one.search(whole)) or bool(re.search(rf"\b{_DEFINITE}\b", whole, re.IGNORECASE))
    return singular and not _SEVERAL.search(whole)


def _in_passage(passage: Passage, alone: bool) -> Iterator[SentenceFound]:
    mentioned = False
    for start, end in sentence_spans(passage.text):
        sentence = passage.text[start:end]
        reason = _reason(sentence, alone=alone, mentioned=mentioned)
        mentioned = mentioned or bool(_ANY_TRAINEE.search(sentence))
        if reason is not None:
            key = f"{passage.path}:{start}"
            yield SentenceFound(key, passage.path, start, end, sentence, reason)


def _reason(sentence: str, *, alone: bool, mentioned: bool) -> SentenceReason | None:
    speaks_of_trainee = bool(_ANY_TRAINEE.search(sentence))
    for reason, pattern in _PATTERNS:
        if not pattern.search(sentence):
            continue
        if reason in (SentenceReason.ABSENCE, SentenceReason.BACKGROUND) and not (
            speaks_of_trainee or mentioned
        ):
            continue
        return reason
    if alone and speaks_of_trainee:
        return SentenceReason.ANY_WHEN_ALONE
    return None
