"""What somebody typed into the search field, as a query of PostgreSQL's full text search."""

import re

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery
from django.db.models import BigIntegerField, Func

MOST_WORDS = 10
LONGEST_WORD = 60
_WORD = re.compile(r"\w+")


class FoundReviews(Func):
    """The ids of the reviews that hold the words of a query, looked up in the index whatever the server expects.

    The server takes the test of a row's words to be cheap and likes to read the table. Yet the words of
    a report lie outside its row: fetching them for some thousand rows takes thirty times what the index
    takes. The function (migration 0005) reads nothing but the index and the rows' headers.
    """

    function = "reviews_with_words"
    template = "(SELECT * FROM %(function)s(%(expressions)s))"
    output_field = BigIntegerField()


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
