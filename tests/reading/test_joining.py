"""Printed lines → running text, and what counts as the end of a sentence."""

from __future__ import annotations

import unicodedata

import pytest

from kollegium.domain.reading.text import (
    clean,
    ends_sentence,
    fold,
    is_unfinished,
    join_lines,
    sentences,
    starts_lower,
)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["En rad", "och nästa."], "En rad och nästa."),
        (["Alla ST-", "läkare"], "Alla ST-läkare"),
        (["kvalitets-", "och förbättringsarbete"], "kvalitets- och förbättringsarbete"),
        (["dag-", "eller nattjour"], "dag- eller nattjour"),
        (["dag-", "samt nattjour"], "dag- samt nattjour"),
        (["hand-", "respektive fotkirurgi"], "hand- respektive fotkirurgi"),
        (["kvalitets-", ", forsknings-"], "kvalitets- , forsknings-"),
        (["utbild\u00ad", "ning"], "utbildning"),
        (["Vikens lasarett -", "Kirurgi"], "Vikens lasarett - Kirurgi"),
        (["9–", "10 tillfällen"], "9– 10 tillfällen"),
        (["ST-", "ochraläkare"], "ST-ochraläkare"),
        ([], ""),
    ],
)
def test_join_lines_follows_the_hyphen_rules(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("  två   ord\u00a0här ", "två ord här"),
        (unicodedata.normalize("NFD", "målbeskrivning"), "målbeskrivning"),
        ("speciﬁk reﬂektion oﬃciell", "specifik reflektion officiell"),
        ("be\u00addöm\u00adning", "bedömning"),
        ("hand\u00ad ledning", "handledning"),
        ("utbild\ufffe", "utbild\u00ad"),
        ("noll\u200bbredd", "nollbredd"),
    ],
)
def test_clean_takes_the_typesetting_out_and_nothing_else(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned


def test_fold_keeps_letters_and_digits_only() -> None:
    assert fold("D6. ST-läkarens kompetens (2021:8)") == "d6stläkarenskompetens20218"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Klart.", True),
        ("Klart?", True),
        ("(se IUP.)", True),
        ("t ex.", False),
        ("bl.a.", False),
        ("chef och SR.", True),
        ("utan", False),
    ],
)
def test_ends_sentence_knows_abbreviations(text: str, expected: bool) -> None:
    assert ends_sentence(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("återkoppling av", True), ("ST-", True), ("mål,", True), ("kompetens", False), ("Klart.", False)],
)
def test_is_unfinished_when_a_word_is_wanted(text: str, expected: bool) -> None:
    assert is_unfinished(text) is expected


def test_sentences_are_split_at_stops_before_capitals_only() -> None:
    text = "Man har t ex. DOPS. Vårdtid 70 dagar, ca 3,5 per år. 3 projekt pågår! Bra?"

    assert sentences(text) == [
        "Man har t ex. DOPS.",
        "Vårdtid 70 dagar, ca 3,5 per år.",
        "3 projekt pågår!",
        "Bra?",
    ]


@pytest.mark.parametrize(
    ("text", "expected"), [("läkare", True), ("(och", True), ("ST", False), ("3 st", False), ("", False)]
)
def test_starts_lower_looks_at_the_first_letter(text: str, expected: bool) -> None:
    assert starts_lower(text) is expected
