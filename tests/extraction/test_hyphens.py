"""Which hyphens at line ends stay, and which go with the line break."""

from __future__ import annotations

import pytest

from kollegium.extraction.pdf.hyphens import SOFT, UNDECIDED, decided

BROKEN_ELSEWHERE = ["hand" + UNDECIDED, "ledare och kolle" + UNDECIDED, "gor i utbild" + UNDECIDED, "ningen"]


@pytest.mark.parametrize(
    ("line", "after", "kept"),
    [
        ("Alla ST" + UNDECIDED, "läkare", True),
        ("delmål a1" + UNDECIDED, "målen", True),
        ("kvalitets" + UNDECIDED, "och säkerhet", True),
        ("kvalitets" + UNDECIDED, "samt säkerhet", True),
        ("gemen" + UNDECIDED, "samt beslut", False),
        ("Norra" + UNDECIDED, "Södra", True),
        ("utveck" + UNDECIDED, "ling", False),
        ("mini-cex och sit" + UNDECIDED, "in", False),
    ],
)
def test_hyphen_in_a_file_that_breaks_words(line: str, after: str, kept: bool) -> None:
    read = decided([line, after, *BROKEN_ELSEWHERE])[0]

    assert read == line.replace(UNDECIDED, "-" if kept else SOFT)


@pytest.mark.parametrize(
    ("elsewhere", "kept"),
    [("", True), ("sitin är en metod", False), ("sit-in är en metod", True)],
    ids=["nothing tells", "written as one word", "written with a hyphen"],
)
def test_hyphen_in_a_file_that_breaks_no_words(elsewhere: str, kept: bool) -> None:
    read = decided(["DOPS samt sit" + UNDECIDED, "in används", elsewhere])[0]

    assert read == "DOPS samt sit" + ("-" if kept else SOFT)


def test_lines_without_hyphens_are_given_back_as_they_are() -> None:
    lines = ["Handledning", "sker"]

    assert decided(lines) is lines
