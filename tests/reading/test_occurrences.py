"""One pass finds what looking for every wording by itself finds."""

from __future__ import annotations

from random import Random

import pytest

from kollegium.domain.reading.occurrences import Occurrences


def one_by_one(text: str, wordings: list[str]) -> dict[int, list[int]]:
    """Return every place of every wording, each looked for by itself."""
    places = {
        number: [start for start in range(len(text)) if text.startswith(wording, start)]
        for number, wording in enumerate(wordings)
    }
    return {number: starts for number, starts in places.items() if starts}


@pytest.mark.parametrize("seed", range(60))
def test_every_place_of_every_wording_is_found(seed: int) -> None:
    rng = Random(seed)
    # Two letters only, so that wordings overlap each other and themselves.
    letters = "ab" if seed % 2 else "abcdeå"
    wordings = ["".join(rng.choices(letters, k=rng.randint(1, 60))) for _ in range(12)]
    wordings += [wordings[0] + wordings[1], wordings[2], "ab" * 20]
    text = "".join(rng.choice([*wordings, rng.choice(letters)]) for _ in range(40))

    found = Occurrences(wordings).in_text(text)

    assert found == one_by_one(text, wordings)
    assert list(found) == sorted(found)


@pytest.mark.parametrize("lead", range(30))
def test_a_wording_is_found_wherever_it_begins_and_not_when_cut(lead: int) -> None:
    wording = "detfinnsskriftligadokument"
    text = "x" * lead + wording

    assert Occurrences([wording]).in_text(text) == {0: [lead]}
    assert Occurrences([wording]).in_text(text[:-1]) == {}


def test_an_empty_text_holds_nothing() -> None:
    assert Occurrences(["kort", "ett mycket längre stycke text"]).in_text("") == {}
