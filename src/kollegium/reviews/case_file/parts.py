"""What a case's file is put together of: parts that this capability and those above add, in order."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from kollegium.domain.case_access import Access, CaseObject, Viewer, access
from kollegium.domain.case_life import FINISHED, State, Step
from kollegium.domain.naming import Passage, find_trainee_sentences
from kollegium.printing import to_html, to_json
from kollegium.printing.tree import Document, Run
from kollegium.reviews.models import Review
from kollegium.reviews.queries.open_cases import OpenCase, moves_of
from kollegium.reviews.wording import SENTENCE_REASONS


@dataclass(frozen=True, slots=True)
class PartFile:
    """One file of a part; its bytes are made when they are needed."""

    name: str
    data: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class CaseFilePart:
    """One part of the file, which the office leaves in or out as a whole.

    `texts` are what people wrote, to be looked through for single trainees; `must_be_read` tells why somebody has to
    read the files themselves, as nothing here can look into them.
    """

    key: str
    title: str
    files: tuple[PartFile, ...]
    texts: tuple[str, ...] = ()
    must_be_read: str = ""


PartSource = Callable[[OpenCase], Iterable[CaseFilePart]]
# Position, what gives the parts, and whether it gives what was received and sent already before the decision.
_SOURCES: list[tuple[int, PartSource, bool]] = []


def register_case_file_part(position: int, source: PartSource, *, before_decision: bool = False) -> None:
    """Add parts to the file of every case; called once when a capability starts.

    With `before_decision` it is asked also while nothing is decided, and gives then only what came in from outside or
    went out. It runs in the language of the file.
    """
    if (position, source, before_decision) not in _SOURCES:
        _SOURCES.append((position, source, before_decision))
        _SOURCES.sort(key=lambda one: one[0])


def parts_of_case(case: OpenCase, language: str) -> list[CaseFilePart]:
    """Give every part of a case's file, in order. The caller has asked whether the case may be taken out."""
    everything = is_decided(case.review)
    with translation.override(language):
        return [
            part
            for _position, source, before_decision in _SOURCES
            if everything or before_decision
            for part in source(case)
        ]


def is_decided(review: Review) -> bool:
    """Say whether the case is decided, so that what was working material is a record now."""
    return review.state in FINISHED


def reached_unit(review: Review, thing: CaseObject) -> bool:
    """Say whether the unit has been shown this of the case, so that it has left the office. One query if withdrawn."""
    state: str = review.state
    if state == State.WITHDRAWN:
        before = [move.from_state for move in moves_of(review) if move.step == Step.WITHDRAW]
        state = before[-1] if before else State.ORDERED
    return access({Viewer.UNIT}, state, thing) >= Access.READ


def document_part(key: str, name: str, document: Document, *files: PartFile, note: str = "") -> CaseFilePart:
    """Give a part that is told in a document, as web page and JSON, with other files beside it."""
    told = (
        PartFile(f"{name}.html", lambda: to_html(document)),
        PartFile(f"{name}.json", lambda: to_json(document)),
    )
    return CaseFilePart(key, document.title, (*told, *files), tuple(_texts(document)), note)


def flagged_in(parts: Iterable[CaseFilePart]) -> dict[str, list[dict[str, object]]]:
    """Give sentences that may point at a single trainee. Shape: part key → sentences with why, each once."""
    found: dict[str, dict[str, dict[str, object]]] = {}
    passages = [Passage(part.key, text) for part in parts for text in part.texts if text.strip()]
    for one in find_trainee_sentences(passages):
        told = {"text": one.text, "reason": SENTENCE_REASONS[one.reason]}
        found.setdefault(one.path, {}).setdefault(one.text, told)
    return {key: list(sentences.values()) for key, sentences in found.items()}


def _texts(value: Any) -> Iterator[str]:
    """Give every text that stands in a tree, apart from headings of columns and facts."""
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
