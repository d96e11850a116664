"""What somebody typed into the search field, as a query of PostgreSQL's full text search."""

import re
from collections.abc import Iterable
from functools import reduce
from operator import and_

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery
from django.db.models import BooleanField, F, Func

MOST_WORDS = 10
LONGEST_WORD = 60
_WORD = re.compile(r"\w+")


class FoundReviews(Func):
    """The condition that a review is among those that hold the words of a query; the index is asked, whatever the server expects.

    The server takes the test of a row's words to be cheap and likes to read the table. Yet the words of
    a report lie outside its row: fetching them for some thousand rows takes thirty times what the index
    takes. The function (migration 0005) reads nothing but the index and the rows' headers, once, and gives the ids.

    With `walked` the reviews are walked in the order of the list, and each is asked whether it is among them,
    until a page is full: for words that very many hold that is far less than to fetch and order them all.
    """

    arg_joiner = " = ANY(ARRAY(SELECT * FROM reviews_with_words("
    template = "(%(expressions)s))))"
    output_field = BooleanField()
    conditional = True

    def __init__(self, query: SearchQuery | CombinedSearchQuery, *, walked: bool = False) -> None:
        # The server does not look up in the index of ids what it would have to reckon with first.
        super().__init__(F("pk") + 0 if walked else F("pk"), query)


def search_query(typed: str) -> SearchQuery | CombinedSearchQuery | None:
    """Give a query that asks for every word, or None when no word was typed.

    A word is found by its Swedish stem (`handledning` finds `handledningen`) or as the beginning of
    a word as written (`handl`). Only letters and digits are kept, so that nothing typed can be read
    as an operator.
    """
    words = words_of(typed)
    return query_for((word, as_beginning(word)) for word in words) if words else None


def query_for(words: Iterable[tuple[str, str]]) -> SearchQuery | CombinedSearchQuery:
    """Give a query that asks for every one of the words, each with itself as a beginning."""
    queries = (
        SearchQuery(word, config="swedish", search_type="plain")
        | SearchQuery(beginning, config="simple", search_type="raw")
        for word, beginning in words
    )
    return reduce(and_, queries)


def as_beginning(word: str) -> str:
    """Give a word as the query for what begins with it."""
    return f"'{word}':*"


def words_of(typed: str) -> tuple[str, ...]:
    """Give the words that are searched for: the first ten, each cut at a sane length, once each."""
    words = (word.replace("_", "")[:LONGEST_WORD].lower() for word in _WORD.findall(typed[:1000]))
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_WORDS]
