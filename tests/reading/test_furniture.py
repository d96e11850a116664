"""Page numbers and running heads never become the report's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kollegium.domain.reading import Reading
from tests.reading.reports import NARRATIVES, STANDARD, area_lines, reading_of

AREAS = "ABCDEFGH"


def printed(furnish: Callable[[list[str], int], list[str]]) -> Reading:
    """Read a report of eight pages, an area on each, parted by blank lines."""
    pages = [area_lines(STANDARD.area(key), NARRATIVES[key]) for key in AREAS]
    return reading_of("\n\n\n\n".join("\n".join(furnish(page, n)) for n, page in enumerate(pages, start=1)))


def narratives(reading: Reading) -> dict[str, str | None]:
    """Give the narrative of each area."""
    return {key: area.narrative for key, area in reading.areas.items()}


@pytest.mark.parametrize(
    "furnish",
    [
        pytest.param(lambda page, n: [*page, "", str(n)], id="number-last"),
        pytest.param(lambda page, n: [str(n), "", *page], id="number-first"),
        pytest.param(lambda page, n: [*page, "", f"{n} (8)"], id="number-of-all"),
        pytest.param(lambda page, n: [*page, "", f"- {n} -"], id="number-in-dashes"),
        pytest.param(lambda page, n: ["Granskning av Ekdalens klinik", "", *page], id="running-head"),
        pytest.param(lambda page, n: [*page, "Utgåva 2", "", str(n)], id="foot-and-number"),
    ],
)
def test_furniture_is_no_text(furnish: Callable[[list[str], int], list[str]]) -> None:
    assert narratives(printed(furnish)) == narratives(printed(lambda page, n: page))


def test_furniture_scale_sentence_at_page_edges_is_none() -> None:
    """The scale's last line stands last on every page and still belongs to the scale."""
    reading = printed(lambda page, n: page[:-1])

    assert {key: len(area.criteria) for key, area in reading.areas.items()} == {
        key: len(STANDARD.area(key).criteria) for key in AREAS
    }
    assert not any("Åtgärder krävs" in (area.narrative or "") for area in reading.areas.values())


def test_furniture_lone_number_that_does_not_count_on_is_text() -> None:
    reading = printed(lambda page, n: [page[0], "Antal vårdplatser är", "12", *page[1:]] if n == 3 else page)

    assert "Antal vårdplatser är 12" in (reading.areas["C"].narrative or "")
