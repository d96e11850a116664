"""Points are split, joined, moved and reordered without losing a word."""

import pytest

from kollegium.report_import.points import PointMove, PointOrder, carry_out, parse_order, points_as_sent, tidy


def point(text: str, *origins: str) -> dict[str, object]:
    return {"text": text, "from": list(origins)}


LISTS = {
    "strengths": [point("ett", "strengths[0]"), point("två", "strengths[1]"), point("tre", "strengths[2]")],
    "weaknesses": [point("fyra", "weaknesses[0]")],
    "improvements": [],
}


@pytest.mark.parametrize(
    ("order", "strengths", "weaknesses"),
    [
        pytest.param("up:strengths:1", ["två", "ett", "tre"], ["fyra"], id="up"),
        pytest.param("up:strengths:0", ["ett", "två", "tre"], ["fyra"], id="the first stays first"),
        pytest.param("down:strengths:1", ["ett", "tre", "två"], ["fyra"], id="down"),
        pytest.param("down:strengths:2", ["ett", "två", "tre"], ["fyra"], id="the last stays last"),
        pytest.param("join:strengths:0", ["ett två", "tre"], ["fyra"], id="join"),
        pytest.param("join:strengths:2", ["ett", "två", "tre"], ["fyra"], id="nothing to join"),
        pytest.param("remove:strengths:1", ["ett", "tre"], ["fyra"], id="take away"),
        pytest.param("move:strengths:0:weaknesses", ["två", "tre"], ["fyra", "ett"], id="to another list"),
        pytest.param("move:strengths:9:weaknesses", ["ett", "två", "tre"], ["fyra"], id="no such point"),
    ],
)
def test_an_order_moves_what_it_names(order: str, strengths: list[str], weaknesses: list[str]) -> None:
    parsed = parse_order(order)
    assert parsed is not None

    after = carry_out(LISTS, parsed)

    assert [item["text"] for item in after["strengths"]] == strengths
    assert [item["text"] for item in after["weaknesses"]] == weaknesses
    assert [item["text"] for item in LISTS["strengths"]] == ["ett", "två", "tre"]


@pytest.mark.parametrize(
    "text", ["", "up", "fly:strengths:0", "up:areas:0", "move:strengths:0", "move:strengths:0:areas"]
)
def test_what_is_no_order_is_none(text: str) -> None:
    assert parse_order(text) is None


def test_a_joined_point_keeps_both_places() -> None:
    joined = carry_out(LISTS, PointOrder(PointMove.JOIN, "strengths", 0))["strengths"][0]

    assert joined["from"] == ["strengths[0]", "strengths[1]"]


def test_an_empty_line_splits_and_an_empty_point_disappears() -> None:
    sent = points_as_sent(
        ["ett\r\n \r\n\r\ntvå", "  ", "tre\nfortsätter"], ["strengths[0]", "strengths[1]", "bad[0]"]
    )

    assert tidy(sent) == [
        point("ett", "strengths[0]"),
        point("två", "strengths[0]"),
        point("tre\nfortsätter"),
    ]
