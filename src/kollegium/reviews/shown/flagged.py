"""Sentences of a report that may point at one single trainee, told before anybody outside reads it."""

from collections.abc import Iterable

from kollegium.domain.naming import Passage, find_trainee_sentences
from kollegium.reviews.queries.report_text import Section
from kollegium.reviews.wording import SENTENCE_REASONS


def flagged_sentences(sections: Iterable[Section]) -> dict[str, list[dict[str, object]]]:
    """Give what is to be looked at once more. Shape: section key → sentences with why, in the text's order."""
    found: dict[str, list[dict[str, object]]] = {}
    for one in find_trainee_sentences([Passage(section.key, section.text) for section in sections]):
        found.setdefault(one.path, []).append({"text": one.text, "reason": SENTENCE_REASONS[one.reason]})
    return found
