"""A page of a PDF as a picture: what is drawn on it is seen, and a bad file does no harm."""

from __future__ import annotations

import struct
import zlib

import pytest

from kollegium.extraction import RefusalCode, Unreadable, picture_of_page
from kollegium.extraction.limits import PROCESS_LIMITS
from tests.extraction.files import encrypted_pdf, pdf, with_pages

FILLED_BOX = "#place(top + left, dx: 0cm, dy: 0cm, rect(width: 4cm, height: 4cm, fill: black))\nText."
WIDE = '#set page(paper: "a4", flipped: true)\nEn liggande sida med en plan.'


def decoded(picture: bytes) -> tuple[int, int, bytes]:
    """Give width, height and the points (red, green, blue) of a PNG that stores its rows as they are."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    start = picture.index(b"IDAT") + 4
    size = int.from_bytes(picture[start - 8 : start - 4], "big")
    rows = zlib.decompress(picture[start : start + size])
    step = 3 * width + 1
    return width, height, b"".join(rows[row * step + 1 : (row + 1) * step] for row in range(height))


def point(picture: bytes, across: float, down: float) -> tuple[int, ...]:
    """Give the colour at a share of the width and of the height."""
    width, height, points = decoded(picture)
    at = 3 * (round(down * (height - 1)) * width + round(across * (width - 1)))
    return tuple(points[at : at + 3])


def test_picture_shows_a_filled_box_where_it_stands() -> None:
    picture = picture_of_page(pdf(FILLED_BOX), 1)

    # The box is 2-6 cm from the left of 21 cm and from the top of 29.7 cm.
    assert point(picture, 4 / 21, 4 / 29.7) == (0, 0, 0)
    assert point(picture, 8 / 21, 4 / 29.7) == (255, 255, 255)


def test_picture_keeps_the_shape_of_the_page() -> None:
    upright, lying = (decoded(picture_of_page(pdf(source), 1))[:2] for source in ("Text.", WIDE))

    assert (upright, lying) == ((1000, 1414), (1000, 707))


def test_picture_keeps_colours_apart() -> None:
    red = pdf("#place(top + left, rect(width: 4cm, height: 4cm, fill: rgb(255, 0, 0)))\nText.")

    assert point(picture_of_page(red, 1), 4 / 21, 4 / 29.7) == (255, 0, 0)


@pytest.mark.parametrize("number", [-1, 0, 3], ids=["below", "zero", "past the last"])
def test_picture_of_a_page_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(Unreadable) as refused:
        picture_of_page(with_pages(2), number)

    assert refused.value.code is RefusalCode.DAMAGED


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", RefusalCode.DAMAGED),
        (b"%PDF-1.7\nnothing that follows is one", RefusalCode.DAMAGED),
        (b"PK\x03\x04", RefusalCode.DAMAGED),
        (encrypted_pdf(), RefusalCode.ENCRYPTED),
    ],
    ids=["empty", "damaged", "another format", "locked"],
)
def test_picture_of_a_bad_file_is_refused(data: bytes, code: RefusalCode) -> None:
    with pytest.raises(Unreadable) as refused:
        picture_of_page(data, 1)

    assert refused.value.code is code


def test_picture_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(Unreadable) as refused:
        picture_of_page(pdf(), 1, limits=PROCESS_LIMITS._replace(wall_seconds=-9.99))

    assert refused.value.code is RefusalCode.TIMED_OUT
