"""Everybody a report names, each once with all places and the function that is proposed instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from kollegium.domain.naming.finder import Finder, base, fold, person_part, words_of
from kollegium.domain.naming.values import Hit, NameKind, NamePlace, Passage, PersonFound
from kollegium.domain.naming.words import definite, indefinite

UNKNOWN_FUNCTION = "medarbetare"
_UNKNOWN_IN_SENTENCE = "en medarbetare"


def find_people(
    passages: Iterable[Passage], *, reviewers: Sequence[str] = (), not_names: Collection[str] = ()
) -> tuple[PersonFound, ...]:
    """Give everybody the passages name, in order of first mention.

    `reviewers` are the reviewers as the report prints them; `not_names` are words of the unit, the
    care provider, the region and the specialty, which may stand with a capital anywhere.
    """
    texts = tuple(passages)
    finder = Finder(texts, reviewers, frozenset(fold(word) for name in not_names for word in words_of(name)))
    hits = [hit for passage in texts for hit in finder.hits_in(passage)]
    return _together(hits, reviewers)


def _together(hits: list[Hit], reviewers: Sequence[str]) -> tuple[PersonFound, ...]:
    """Put the mentions of one person together and choose the function that stands for them."""
    numbers = {fold(person_part(printed)): number for number, printed in enumerate(reviewers, start=1)}
    keys = _merged_keys([*(fold(_plain(hit)) for hit in hits if hit.kind is not NameKind.CONTACT), *numbers])
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        folded = fold(hit.name if hit.kind is NameKind.CONTACT else _plain(hit))
        groups.setdefault(keys.get(folded, folded), []).append(hit)
    return tuple(_person(key, group, numbers.get(key)) for key, group in groups.items())


def _plain(hit: Hit) -> str:
    """Give the name without a genitive s on its last word, as far as that can be told."""
    words = hit.name.split()
    words[-1] = base(words[-1]) if base(words[-1]) != fold(words[-1]) else words[-1]
    return " ".join(words)


def _merged_keys(names: list[str]) -> dict[str, str]:
    """Give name → key: a short form goes with the one fuller name that holds all its words."""
    distinct = list(dict.fromkeys(names))
    keys: dict[str, str] = {}
    for name in distinct:
        parts = set(name.split())
        bare = {part.removesuffix("s") for part in parts} | parts
        fuller = [
            other
            for other in distinct
            if len(other.split()) > len(parts)
            and all(part in other.split() or part.removesuffix("s") in other.split() for part in parts)
        ]
        same = [
            other
            for other in distinct
            if other != name and set(other.split()) <= bare and len(other.split()) == len(parts)
        ]
        if len(fuller) == 1:
            keys[name] = fuller[0]
        elif same and not fuller:
            keys[name] = min([name, *same], key=len)
    return keys


def _person(key: str, hits: list[Hit], reviewer_number: int | None) -> PersonFound:
    order = list(NameKind)
    kind = min((hit.kind for hit in hits), key=order.index)
    title = next((hit.title for hit in hits if hit.title), "")
    if reviewer_number is not None:
        kind, function = NameKind.REVIEWER, f"granskare {reviewer_number}"
    elif kind is NameKind.CONTACT:
        function = title
    else:
        function = _function_of(title)
    name = max((hit.name for hit in hits), key=len)
    places = tuple(NamePlace(hit.path, hit.start, hit.end, _fitted(function, hit, kind)) for hit in hits)
    return PersonFound(key, name, kind, function, places)


def _function_of(title: str) -> str:
    if not title:
        return UNKNOWN_FUNCTION
    plain = indefinite(title.rstrip("."))
    return {"dr": "läkare", "doktor": "läkare", "fru": UNKNOWN_FUNCTION, "herr": UNKNOWN_FUNCTION}.get(
        plain, plain
    )


def _fitted(function: str, hit: Hit, kind: NameKind) -> str:
    """Give the function in the form its place wants: list, sentence, genitive, opening capital."""
    return fitted(
        function,
        in_people_field=hit.in_people_field or kind in (NameKind.CONTACT, NameKind.REVIEWER),
        genitive=_is_genitive(hit),
        opens_sentence=hit.opens_sentence,
    )


def fitted(function: str, *, in_people_field: bool, genitive: bool, opens_sentence: bool) -> str:
    """Give a function in the form its place wants: list, sentence, genitive, opening capital."""
    text = function
    if not in_people_field:
        text = _UNKNOWN_IN_SENTENCE if function == UNKNOWN_FUNCTION else definite(function)
    if genitive and not text.endswith("s"):
        text += "s"
    return text[:1].upper() + text[1:] if opens_sentence else text


def _is_genitive(hit: Hit) -> bool:
    last = hit.name.split()[-1]
    return hit.kind is not NameKind.CONTACT and base(last) != fold(last)
