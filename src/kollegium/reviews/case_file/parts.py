"""What a case's file is put together of: parts that this capability and those above add, in order."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from kollegium.domain.naming import Passage, find_trainee_sentences
from kollegium.printing import to_html, to_json
from kollegium.printing.tree import Document, Run
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.reviews.wording import SENTENCE_REASONS

# Whoever asks an authority for its records gets them in the authority's language.
LANGUAGE = "sv"


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
_SOURCES: list[tuple[int, PartSource]] = []


def register_case_file_part(position: int, source: PartSource) -> None:
    """Add parts to the file of every case; called once when a capability starts. It runs in Swedish."""
    if (position, source) not in _SOURCES:
        _SOURCES.append((position, source))
        _SOURCES.sort(key=lambda one: one[0])


def parts_of_case(case: OpenCase) -> list[CaseFilePart]:
    """Give every part of a case's file, in order. The caller has asked whether the case may be taken out."""
    with translation.override(LANGUAGE):
        return [part for _position, source in _SOURCES for part in source(case)]


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


def left_out() -> list[tuple[str, str]]:
    """Give what never goes into the file, with why, in the file's language."""
    with translation.override(LANGUAGE):
        return [
            (
                _("The reviewers' own notes and each reviewer's own verdicts"),
                _("Working material of the reviewers; what they agreed on stands in the report."),
            ),
            (
                _("Private talks at the visit: times, and who asked for one"),
                _("Trainees were promised that nobody else learns that they asked."),
            ),
            (
                _("Single answers to questionnaires, own words in them, and drafts"),
                _(
                    "Answers were given under a promise of anonymity; only summaries of three or more are told."
                ),
            ),
            (
                _("Answers to questionnaires that were given by name"),
                _("They are told to the reviewers and the review office alone and are tried apart."),
            ),
            (
                _("Drafts of the report"),
                _("Working material; the words that the unit remarked on are quoted in the fact check."),
            ),
            (
                _("Who opened which file of the material"),
                _("Kept for the safety of the system and not part of the matter."),
            ),
        ]


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
