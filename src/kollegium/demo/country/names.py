"""Invented names of places, units and people, put together from the parts in `names.toml`."""

import tomllib
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any


def place_names(rng: Random) -> list[str]:
    """Give every invented place name there is, in random order, each once."""
    parts = _parts()
    names = sorted({start + end for start, end in product(parts["place_starts"], parts["place_endings"])})
    rng.shuffle(names)
    return names


def unit_name(specialty_key: str, specialty_name: str, place: str, rng: Random) -> str:
    """Give what a unit of a specialty at a place may be called."""
    patterns = _parts()["unit"]
    pattern: str = rng.choice(patterns.get(specialty_key, patterns["any"]))
    return pattern.format(place=place.removesuffix("s"), specialty=specialty_name)


def person_name(rng: Random) -> str:
    """Give an invented name; among thousands some are alike, as among people."""
    parts = _parts()
    return (
        f"{rng.choice(parts['first'])} {rng.choice(parts['last_starts'])}{rng.choice(parts['last_endings'])}"
    )


@cache
def _parts() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
