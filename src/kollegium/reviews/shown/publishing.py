"""Names and sentences found before a publication, each with its places and what was chosen."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kollegium.domain.naming import Decision, NameKind, Passage
from kollegium.reviews.actions import Examination, PublicationChoices
from kollegium.reviews.models import SummaryHeading
from kollegium.reviews.wording import NAME_KINDS, SENTENCE_REASONS

CONTEXT = 60
MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class ShownFind:
    """One name or sentence to decide about.

    `field` is the name of its form field; `choice` the decision made, or empty; `text` the words that
    stand instead; `quotes` its places, marked.
    """

    field: str
    title: str
    why: str
    choice: str
    text: str
    quotes: tuple[SafeString, ...]
    more: int
    is_open: bool
    is_unsure: bool = False


def shown_people(
    examination: Examination, choices: PublicationChoices, open_keys: Collection[str]
) -> list[ShownFind]:
    """Give every person found, in order of first mention."""
    passages = {passage.path: passage for passage in examination.passages}
    finds = []
    for index, person in enumerate(examination.people):
        choice = choices.names.get(person.key)
        quotes = tuple(
            _quote(passages[place.path], place.start, place.end, examination)
            for place in person.places[:MOST_PLACES]
        )
        finds.append(
            ShownFind(
                field=f"name-{index}",
                title=person.name,
                why=str(NAME_KINDS[person.kind]),
                choice=choice.decision.value if choice else "",
                text=choice.replacement if choice and choice.replacement else person.function,
                quotes=quotes,
                more=max(len(person.places) - MOST_PLACES, 0),
                is_open=person.key in open_keys,
                is_unsure=person.kind is NameKind.CAPITALS,
            )
        )
    return finds


def shown_sentences(
    examination: Examination, choices: PublicationChoices, open_keys: Collection[str]
) -> list[ShownFind]:
    """Give every sentence found, in reading order."""
    passages = {passage.path: passage for passage in examination.passages}
    finds = []
    for index, found in enumerate(examination.sentences):
        choice = choices.sentences.get(found.key)
        wording = choice.replacement if choice and choice.decision is Decision.REPLACE else found.text
        finds.append(
            ShownFind(
                field=f"sentence-{index}",
                title=_place_name(passages[found.path], examination),
                why=str(SENTENCE_REASONS[found.reason]),
                choice=choice.decision.value if choice else "",
                text=wording,
                quotes=(format_html("{}", found.text),),
                more=0,
                is_open=found.key in open_keys,
            )
        )
    return finds


def _quote(passage: Passage, start: int, end: int, examination: Examination) -> SafeString:
    text = passage.text
    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    return format_html(
        '<span class="muted">{}:</span> <span lang="sv">{}{}<mark>{}</mark>{}{}</span>',
        _place_name(passage, examination),
        "… " if start > CONTEXT else "",
        before,
        text[start:end],
        after,
        " …" if end + CONTEXT < len(text) else "",
    )


def _place_name(passage: Passage, examination: Examination) -> str:
    """Name the place of a passage: `Styrkor`, `Område D`, `Handlingsplan 2`."""
    path = passage.path
    if path.startswith("reviewers"):
        return _("Reviewers")
    if path.startswith("corrections"):
        return _("Corrections")
    if not path.startswith("parts"):
        return _("Facts")
    inside = path.split(".", 1)[1]
    name, _bracket, rest = inside.partition("[")
    number = int(rest.partition("]")[0])
    if name == "areas":
        part = examination.content["parts"][int(path[len("parts[") : path.index("]")])]
        return _("Area %(key)s") % {"key": part["areas"][number]["key"]}
    if name == "plan":
        return _("Action plan %(number)s") % {"number": number + 1}
    return {
        SummaryHeading.STRENGTHS.value: _("Strengths"),
        SummaryHeading.WEAKNESSES.value: _("Weaknesses"),
        SummaryHeading.IMPROVEMENTS.value: _("Areas for improvement"),
    }[name]
