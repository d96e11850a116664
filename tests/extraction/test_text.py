"""Plain text in every encoding, with its line numbers and pages."""

from __future__ import annotations

import pytest

from kollegium.extraction import extract

SWEDISH = "Styrkor\n\nGod tillgång på handledare – även för öppenvården.\nÅtgärd: översyn ”nu”\n"
PLAIN = "Styrkor\n\nGod tillgång på handledare, även för öppenvården.\nÅtgärd: översyn\n"


def printed(data: bytes) -> list[str]:
    return [line.text for page in extract(data, file_name="x.txt").pages for line in page.lines]


@pytest.mark.parametrize(
    ("text", "encoding", "mark"),
    [
        (SWEDISH, "utf-8", b""),
        (SWEDISH, "utf-8", b"\xef\xbb\xbf"),
        (SWEDISH, "utf-16-le", b"\xff\xfe"),
        (SWEDISH, "utf-16-be", b"\xfe\xff"),
        (SWEDISH, "utf-16-le", b""),
        (SWEDISH, "utf-16-be", b""),
        (SWEDISH, "utf-32-le", b"\xff\xfe\x00\x00"),
        (SWEDISH, "cp1252", b""),
        (PLAIN, "latin-1", b""),
        (SWEDISH, "mac-roman", b""),
        (PLAIN, "mac-roman", b""),
        ("Handledare saknas\nSt Göran\n", "mac-roman", b""),
    ],
)
def test_text_is_read_in_any_encoding(text: str, encoding: str, mark: bytes) -> None:
    assert printed(mark + text.encode(encoding)) == text.split("\n")


def test_utf8_cut_in_the_middle_of_a_letter_keeps_the_rest() -> None:
    assert printed("Återkoppling på".encode() + "å".encode()[:1]) == ["Återkoppling på"]


def test_lines_keep_their_numbers_and_blank_lines() -> None:
    (page,) = extract(b"ett\n\n\n\n\nsex\n", file_name="x").pages

    assert [(line.number, line.text) for line in page.lines] == [
        (1, "ett"),
        (2, ""),
        (3, ""),
        (4, ""),
        (5, ""),
        (6, "sex"),
        (7, ""),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["Unix", "Windows", "old Mac"])
def test_line_ends_of_every_system_count_alike(end: str) -> None:
    assert printed(end.join(["ett", "", "tre"]).encode()) == ["ett", "", "tre"]


def test_form_feed_begins_a_page_and_no_line() -> None:
    pages = extract(b"ett\ntv\xc3\xa5\n\ftre\nfyra\x0cmer\n", file_name="x").pages

    assert [[(line.number, line.page, line.text) for line in page.lines] for page in pages] == [
        [(1, 1, "ett"), (2, 1, "två")],
        [(3, 2, "tre"), (4, 2, "fyra")],
        [(4, 3, "mer"), (5, 3, "")],
    ]


def test_stray_control_characters_fall_away() -> None:
    assert printed(b"Styrkor\x00 och svagheter \x1a och mer text som \xc3\xa4r helt vanlig\n") == [
        "Styrkor och svagheter  och mer text som är helt vanlig",
        "",
    ]
