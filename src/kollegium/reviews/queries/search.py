"""What somebody typed into the search field, as a query of PostgreSQL's full text search."""

import re

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery

MOST_WORDS = 10
LONGEST_WORD = 60
_WORD = re.compile(r"\w+")


def search_query(typed: str) -> SearchQuery | CombinedSearchQuery | None:
    """Give a query that asks for every word, or None when no word was typed.

    A word is found by its Swedish stem (`handledning` finds `handledningen`) or as the beginning of
    a word as written (`handl`). Only letters and digits are kept, so that nothing typed can be read
    as an operator.
    """
    query: SearchQuery | CombinedSearchQuery | None = None
    for word in words_of(typed):
        stem = SearchQuery(word, config="swedish", search_type="plain")
        beginning = SearchQuery(f"'{word}':*", config="simple", search_type="raw")
        either = stem | beginning
        query = either if query is None else query & either
    return query


def words_of(typed: str) -> tuple[str, ...]:
    """Give the words that are searched for: the first ten, each cut at a sane length, once each."""
    words = (word.replace("_", "")[:LONGEST_WORD].lower() for word in _WORD.findall(typed[:1000]))
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_WORDS]
