"""Text is cleaned without losing words, and a line end never changes a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kollegium.printing.characters import breakable, printable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ST-läkare", "ST-läkare"),
        ("a\x00b\x07c", "a b c"),
        ("rad\r\nrad\rrad\u2028rad\u2029rad", "rad\nrad\nrad\nrad\nrad"),
        ("a\u030angest", "ångest"),
        ("vänd\u202eom\u2066", "vändom"),
        ("\ufeffbörjan\u200b", "början"),
        ("\ud800 \ue000 \ufffe \U0001ffff \ufdd0", "� � � � �"),
        ("😀 שלום", "😀 שלום"),
        ("mjukt\u00adbinde\u00a0steg", "mjukt\u00adbinde\u00a0steg"),
    ],
    ids=[
        "plain",
        "control",
        "line-ends",
        "composed",
        "direction",
        "zero-width",
        "impossible",
        "scripts",
        "spaces",
    ],
)
def test_printable_keeps_words_and_drops_what_breaks_files(text: str, expected: str) -> None:
    assert printable(text) == expected


@given(st.text(alphabet=st.characters(codec=None)))
def test_printable_text_fits_xml_and_is_stable(text: str) -> None:
    once = printable(text)

    assert printable(once) == once
    assert not [
        c
        for c in once
        if (ord(c) < 32 and c != "\n") or 0xD800 <= ord(c) < 0xE000 or ord(c) in (0xFFFE, 0xFFFF)
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ST-läkare och chef", [("ST-läkare", True), (" och chef", False)]),
        ("besök 12–13 maj", [("besök ", False), ("12–13", True), (" maj", False)]),
        ("(astma/KOL) är", [("(astma/KOL)", True), (" är", False)]),
        ("ledar- handledarskap", [("ledar- handledarskap", True)]),
        ("ledar- och handledarskap", [("ledar- och", True), (" handledarskap", False)]),
        (
            "akut-, dag- samt öppenvård",
            [("akut-,", True), (" ", False), ("dag- samt", True), (" öppenvård", False)],
        ),
        ("nej - ja", [("nej - ja", True)]),
        ("nej – ja", [("nej\u00a0– ja", False)]),
        ("se bilaga 2. Sedan", [("se ", False), ("bilaga 2.", True), (" Sedan", False)]),
        ("till-och-med nu", [("till-och-med", True), (" nu", False)]),
    ],
    ids=[
        "compound",
        "range",
        "slash",
        "typed-space",
        "suspended",
        "comma",
        "lone-hyphen",
        "dash",
        "number",
        "och-inside",
    ],
)
def test_breakable_keeps_line_ends_out_of_words(text: str, pieces: list[tuple[str, bool]]) -> None:
    assert breakable(text) == pieces


def test_long_word_can_be_hyphenated_anywhere() -> None:
    address = "https://exempel.se/" + "mapp0123456789" * 10

    (piece, is_unbroken), *others = breakable(address)

    assert (piece.replace("\u00ad", ""), is_unbroken, others) == (address, False, [])
    assert max(map(len, piece.split("\u00ad"))) <= 24


@given(st.text(alphabet="aå -–/.,?\u00ad", max_size=200))
def test_pieces_joined_are_the_text(text: str) -> None:
    joined = "".join(piece for piece, _ in breakable(text))

    assert joined.replace("\u00a0", " ").replace("\u00ad", "") == text.replace("\u00ad", "")
