"""Passages of a text: which there are, where they stand after a change, and what changed."""

import pytest

from kollegium.domain.passages import (
    Piece,
    Span,
    changes_between,
    chosen_span,
    line_spans,
    marked_pieces,
    passages,
    place_of_quote,
)

TEXT = "Tre ST-läkare, bl.a. en vikarie. Handledning ges.\n\nBra stämning\n  Egen tid\n"


def test_passages_are_sentences_and_none_goes_over_a_line() -> None:
    assert [span.of(TEXT) for span in passages(TEXT)] == [
        "Tre ST-läkare, bl.a. en vikarie.",
        "Handledning ges.",
        "Bra stämning",
        "Egen tid",
    ]


def test_lines_hold_something_and_no_white_space_around_it() -> None:
    assert [span.of(TEXT) for span in line_spans(TEXT)] == [
        "Tre ST-läkare, bl.a. en vikarie. Handledning ges.",
        "Bra stämning",
        "Egen tid",
    ]
    assert line_spans(" \n\t\n") == ()


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 3, "Tre"),
        (3, 14, "ST-läkare,"),
        (5, 5, None),
        (8, 4, None),
        (-1, 4, None),
        (0, len(TEXT), TEXT.strip()),
        (0, len(TEXT) + 1, None),
        (49, 51, None),
    ],
    ids=["words", "trimmed", "empty", "backwards", "before", "all", "beyond", "white space"],
)
def test_marked_words_are_a_passage_only_within_the_text(start: int, end: int, expected: str | None) -> None:
    span = chosen_span(TEXT, start, end)

    assert (span.of(TEXT) if span else None) == expected


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("Fem läkare.", 0, Span(0, 3)),
        ("Nu fem. Fem. Åter Fem.", 15, Span(18, 21)),
        ("Nu Fem. Åter Fem.", 3, Span(3, 6)),
        ("Sex läkare.", 0, None),
    ],
    ids=["same place", "nearest", "stays", "gone"],
)
def test_quote_is_found_nearest_to_where_it_stood(text: str, near: int, expected: Span | None) -> None:
    assert place_of_quote(text, "Fem", near) == expected


def test_no_words_have_no_place() -> None:
    assert place_of_quote("Text", "", 0) is None


def test_line_is_cut_where_passages_begin_and_end_also_when_they_overlap() -> None:
    pieces = marked_pieces("abcdef", Span(0, 6), (Span(1, 4), Span(3, 5)))

    assert pieces == (("a", False), ("bc", True), ("d", True), ("e", True), ("f", False))


def test_passage_over_two_lines_marks_its_share_of_each() -> None:
    text = "ab\ncd"

    assert [marked_pieces(text, line, (Span(1, 4),)) for line in line_spans(text)] == [
        (("a", False), ("b", True)),
        (("c", True), ("d", False)),
    ]


def test_changes_are_told_word_by_word() -> None:
    assert changes_between("Tre av fem.", "Fyra av fem, säkert.") == (
        (Piece.REMOVED, "Tre"),
        (Piece.ADDED, "Fyra"),
        (Piece.SAME, " av fem"),
        (Piece.ADDED, ", säkert"),
        (Piece.SAME, "."),
    )


@pytest.mark.parametrize(
    "sentence", ["En mening som står. ", "Mening {} av {} står. "], ids=["same", "other"]
)
@pytest.mark.parametrize("length", [10, 150, 4000], ids=["short", "long", "very long"])
def test_pieces_put_together_are_both_texts(length: int, sentence: str) -> None:
    kept = "".join(sentence.format(number, length) for number in range(length))
    before = f"Lika. {kept}Gammal sist. Lika igen."
    after = f"Lika. Ny först. {kept}Lika igen."

    pieces = changes_between(before, after)

    assert "".join(words for piece, words in pieces if piece is not Piece.ADDED) == before
    assert "".join(words for piece, words in pieces if piece is not Piece.REMOVED) == after
    assert (pieces[0][0], pieces[-1][0]) == (Piece.SAME, Piece.SAME)


def test_long_text_is_told_sentence_by_sentence_and_a_small_change_in_it_by_words() -> None:
    kept = "".join(f"Mening {number} står kvar. " for number in range(1500))

    assert changes_between(f"Förr. {kept}Sist.", f"Nu. {kept}Allra sist.") == (
        (Piece.REMOVED, "Förr."),
        (Piece.ADDED, "Nu."),
        (Piece.SAME, f" {kept.rstrip()}"),
        (Piece.REMOVED, " Sist."),
        (Piece.ADDED, " Allra sist."),
    )
    assert changes_between(f"{kept}fem. {kept}", f"{kept}sex. {kept}")[1:3] == (
        (Piece.REMOVED, "fem"),
        (Piece.ADDED, "sex"),
    )
