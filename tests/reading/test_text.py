"""Lines cleaned all at once, and sentences told by their last letters."""

import sys
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kollegium.domain.reading.columns import _VERDICTS
from kollegium.domain.reading.text import clean, clean_all, ends_sentence, fold, sentences
from kollegium.domain.reading.vocabulary import FIXED_HEADINGS, LABEL_OPENING, LINE_OPENINGS

ODD = "a B\t\u00a0\u00ad\u200bﬁé e\u0301  .\u2028\x1f-å\ufffe"


@given(st.lists(st.text(alphabet=ODD, max_size=12), max_size=6))
def test_lines_are_cleaned_together_as_each_alone(lines: list[str]) -> None:
    assert clean_all(lines) == [clean(line) for line in lines]


@pytest.mark.parametrize("space", [c for c in map(chr, range(sys.maxunicode + 1)) if c.isspace()], ids=ord)
def test_every_kind_of_space_becomes_a_plain_one(space: str) -> None:
    assert clean_all([f"en{space}rad "]) == ["en rad"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Det fungerar väl.", True),
        ("Det fungerar väl.”)", True),
        ("Fungerar det?", True),
        ("Handledning sker av t.ex.", False),
        ("Ev.", False),
        ("kev.", True),
        ("Det fungerar väl", False),
        ("", False),
        (")", False),
    ],
)
def test_a_sentence_ends_at_a_stop_that_shortens_nothing(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_a_sentence_that_begins_with_an_abbreviation_is_not_cut_behind_it() -> None:
    found = sentences("Tiden räcker inte. Ev. Mora kan hjälpa till. Kurser ges, t.ex. Etik.")

    assert found == ["Tiden räcker inte.", "Ev. Mora kan hjälpa till.", "Kurser ges, t.ex. Etik."]


def test_every_row_of_a_tables_headings_is_looked_at() -> None:
    heads = [*_VERDICTS, "nr", "kriterium", "criteria", "kommentarer", "comment"]

    for first, second in product(heads, heads):
        folded = fold(first + second)
        assert len(folded) <= LABEL_OPENING or folded[:LABEL_OPENING] in LINE_OPENINGS, (first, second)
    alone = {fold(head) for head in heads}
    assert all(
        len(one) <= LABEL_OPENING or one[:LABEL_OPENING] in LINE_OPENINGS or one in FIXED_HEADINGS
        for one in alone
    )
