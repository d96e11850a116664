"""Swedish order, stems and dates."""

from __future__ import annotations

from datetime import date

import pytest

from kollegium.domain.swedish import (
    MONTHS,
    format_date,
    mentions_any,
    month_number,
    sort_key,
    stem,
    words,
)


def test_sort_key_orders_as_the_swedish_alphabet() -> None:
    ordered = [
        "3 Backar", "Abild", "Åby vårdcentral", "Ängelholm", "Örebro",
    ]  # fmt: skip

    shuffled = [ordered[place] for place in (3, 0, 4, 2, 1)]

    assert sorted(shuffled, key=lambda text: sort_key(text).encode("ascii")) == ordered


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ek", "Ekby"),
        ("Ek Zon", "Ekby"),
        ("zon", "å"),
        ("å", "ä"),
        ("ä", "ö"),
        ("åz", "äa"),
        ("Lindén", "Lindena"),
        ("Müller", "Myllerz"),
    ],
)
def test_sort_key_puts_the_first_before_the_second(first: str, second: str) -> None:
    assert sort_key(first) < sort_key(second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("É", "e"),
        ("Müller", "myller"),
        ("A\u030asa", "Åsa"),
        ("Bjørk", "Björk"),
        ("Sankt-Erik", "sankt erik"),
        ("  Solbacka!", "solbacka"),
        ("Łódź", "lodz"),
    ],
    ids=["case and accent", "u-umlaut", "decomposed ring", "Danish o", "hyphen", "edges", "Polish"],
)
def test_sort_key_is_the_same_for_what_sorts_alike(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_sort_key_of_nothing_is_empty() -> None:
    assert [sort_key(text) for text in ("", " -– ", "漢字")] == ["", "", ""]


@pytest.mark.parametrize(
    "forms",
    [
        "handledare handledaren handledarens handledarna handleda handledning handledningen handledningar",
        "bedömning bedömningar bedömningarna bedöma bedöms bedömer",
        "utbildningsprogram utbildningsprogrammet utbildningsprogrammen utbildningsprogrammets",
        "målbeskrivning målbeskrivningen målbeskrivningens målbeskrivningar",
        "vetenskap vetenskaplig vetenskapliga vetenskapligt vetenskapen",
        "undervisning undervisa undervisar undervisningen",
        "leda ledare ledning leder ledaren",
        "kurs kurser kursen kurserna",
        "riktlinje riktlinjer riktlinjerna",
        "rutin rutiner rutinerna",
        "revidera revideras reviderad reviderat",
        "chef chefen chefer chefens",
        "delmål delmålen delmålet",
    ],
    ids=lambda forms: forms.split()[0],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("handledare", "handling"),
        ("bedömning", "berättelse"),
        ("kurs", "kur"),
        ("målbeskrivning", "mål"),
        ("utbildning", "utrustning"),
        ("vetenskap", "verksamhet"),
    ],
)
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["", "a", "st", "IUP", "jour", "ANSVAR"])
def test_stem_leaves_a_short_word_something(word: str) -> None:
    assert bool(stem(word)) == bool(word)
    assert stem(word) == stem(word.lower())


@pytest.mark.parametrize(
    ("text", "subject", "found"),
    [
        ("Handledarträffar införs.", "handledning", True),
        ("En internutbildning i månaden.", "utbildning", True),
        ("Uppdatera IUP:n före jul.", "IUP", True),
        ("ST-läkarens plan ses över", "läkare", True),
        ("Vi går igenom alla riktlinjer.", "vetenskap", False),
        ("En sträcka på biluppvägen", "IUP", False),
        ("", "handledning", False),
        ("2025-10-31", "handledning", False),
    ],
    ids=["compound's first part", "compound's last part", "abbreviation", "hyphen", "off topic", "inside", "empty", "no words"],
)  # fmt: skip
def test_mentions_any_finds_forms_and_compounds(text: str, subject: str, found: bool) -> None:
    assert mentions_any(text, [subject]) is found


def test_words_are_lower_case_without_figures() -> None:
    assert words("ST-läkare 3, Åsa!") == ["st-läkare", "åsa"]


@pytest.mark.parametrize(
    ("name", "number"),
    [("januari", 1), ("Sept.", 9), ("okt", 10), ("DECEMBER", 12), ("maj", 5), ("ma", None), ("", None), ("sommar", None)],
)  # fmt: skip
def test_month_number_reads_names_and_abbreviations(name: str, number: int | None) -> None:
    assert month_number(name) == number


def test_every_month_is_read_back() -> None:
    assert [month_number(month) for month in MONTHS] == list(range(1, 13))


def test_format_date_writes_the_month_in_words() -> None:
    day = date(2025, 10, 3)

    assert (format_date(day), format_date(day, language="en")) == ("3 oktober 2025", "3 October 2025")
