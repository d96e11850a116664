"""Apply what a person decided about names and sentences to the texts of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kollegium.domain.naming.sentences import sentence_spans
from kollegium.domain.naming.trainees import SentenceFound
from kollegium.domain.naming.values import NamePlace, Passage, PersonFound


class Decision(StrEnum):
    """What a person can decide about a name or a sentence."""

    REPLACE = "replace"
    KEEP = "keep"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class NameChoice:
    """The decision about one person; `replacement` differs from the proposal when it was edited."""

    decision: Decision
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class SentenceChoice:
    """The decision about one sentence; `replacement` is the new wording when it is replaced."""

    decision: Decision
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Redacted:
    """The texts as they may be published. Shape: `texts` is passage path → text, empty when nothing is left."""

    texts: dict[str, str]


def unanswered(
    people: Sequence[PersonFound],
    sentences: Sequence[SentenceFound],
    names: Mapping[str, NameChoice],
    wordings: Mapping[str, SentenceChoice],
) -> tuple[str, ...]:
    """Give the keys that nobody has decided about, names first; a replacement without words counts as none."""
    open_names = [person.key for person in people if not _is_answered(names.get(person.key))]
    open_sentences = [found.key for found in sentences if not _is_answered(wordings.get(found.key))]
    return (*open_names, *open_sentences)


def _is_answered(choice: NameChoice | SentenceChoice | None) -> bool:
    return choice is not None and (
        choice.decision is not Decision.REPLACE or bool(choice.replacement.strip())
    )


def redact(
    passages: Sequence[Passage],
    people: Sequence[PersonFound],
    sentences: Sequence[SentenceFound],
    *,
    names: Mapping[str, NameChoice],
    wordings: Mapping[str, SentenceChoice],
) -> Redacted:
    """Give every passage as it may be published, after the choices.

    A sentence that is left out goes with the white space behind it; one with a new wording is
    taken as written, and the names decided about are replaced in it too.
    """
    texts = {
        passage.path: _Text(passage, people, sentences, names, wordings).redacted() for passage in passages
    }
    return Redacted(texts)


class _Text:
    """One passage on its way to publication."""

    def __init__(
        self,
        passage: Passage,
        people: Sequence[PersonFound],
        sentences: Sequence[SentenceFound],
        names: Mapping[str, NameChoice],
        wordings: Mapping[str, SentenceChoice],
    ) -> None:
        self.text = passage.text
        self.places = [
            (place, names[person.key], person)
            for person in people
            if person.key in names
            for place in person.places
            if place.path == passage.path
        ]
        self.wordings = {
            found.start: wordings[found.key]
            for found in sentences
            if found.path == passage.path and found.key in wordings
        }

    def redacted(self) -> str:
        """Give the text after every choice."""
        pieces: list[str] = []
        end_before = 0
        for start, end in _joined_spans(self.text, [place for place, _, _ in self.places]):
            gap = self.text[end_before:start]
            end_before = end
            sentence = self._sentence(start, end)
            if sentence:
                pieces.append((gap if pieces else "") + sentence)
        return "".join(pieces).strip()

    def _sentence(self, start: int, end: int) -> str:
        inside = [item for item in self.places if start <= item[0].start < end]
        if any(choice.decision is Decision.LEAVE_OUT for _, choice, _ in inside):
            return ""
        chosen = [
            choice
            for place, choice in self.wordings.items()
            if start <= place < end and choice.decision is not Decision.KEEP
        ]
        if any(choice.decision is Decision.LEAVE_OUT for choice in chosen):
            return self._remaining(start, end)
        if chosen:
            return self._renamed(chosen[0].replacement.strip(), inside)
        return self._replaced(start, end, inside)

    def _remaining(self, start: int, end: int) -> str:
        """Give what is left of a stretch that holds several sentences when some are left out."""
        kept = []
        for first, last in sentence_spans(self.text[start:end]):
            choice = self.wordings.get(start + first)
            if choice is None or choice.decision is Decision.KEEP:
                inside = [item for item in self.places if start + first <= item[0].start < start + last]
                kept.append(self._replaced(start + first, start + last, inside))
            elif choice.decision is Decision.REPLACE:
                kept.append(choice.replacement.strip())
        return " ".join(kept)

    def _replaced(self, start: int, end: int, inside: list[tuple[NamePlace, NameChoice, PersonFound]]) -> str:
        pieces = []
        position = start
        for place, choice, person in sorted(inside, key=lambda item: item[0].start):
            if choice.decision is not Decision.REPLACE or place.start < position:
                continue
            pieces += [self.text[position : place.start], _wording(place, choice, person)]
            position = place.end
        return "".join(pieces) + self.text[position:end]

    def _renamed(self, wording: str, inside: list[tuple[NamePlace, NameChoice, PersonFound]]) -> str:
        for place, choice, person in inside:
            if choice.decision is Decision.REPLACE:
                wording = wording.replace(self.text[place.start : place.end], _wording(place, choice, person))
                wording = wording.replace(person.name, choice.replacement.strip())
        return wording


def _wording(place: NamePlace, choice: NameChoice, person: PersonFound) -> str:
    """Give the proposed form for the place, or the person's own words as written."""
    edited = choice.replacement.strip()
    return place.replacement if edited == person.function else edited


def _joined_spans(text: str, places: list[NamePlace]) -> list[tuple[int, int]]:
    """Give sentence spans, joined where a name stretches over what looks like an end (`Eva N. Norling`)."""
    spans: list[tuple[int, int]] = []
    for start, end in sentence_spans(text):
        if spans and any(place.start < spans[-1][1] < place.end for place in places):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans
