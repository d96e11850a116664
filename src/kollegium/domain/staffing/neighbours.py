"""Specialties near enough that a reviewer of one can review the other; a file that can be replaced."""

import tomllib
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parents[1] / "reference" / "staffing" / "neighbours.toml"


@lru_cache(maxsize=1)
def _groups() -> tuple[frozenset[str], ...]:
    with FILE.open("rb") as file:
        read = tomllib.load(file)
    return tuple(frozenset(group["specialties"]) for group in read["group"])


@lru_cache(maxsize=256)
def neighbours_of(specialty_key: str) -> frozenset[str]:
    """Give the keys of the specialties that stand in a group with this one; itself left out."""
    found = frozenset[str]().union(*(group for group in _groups() if specialty_key in group))
    return found - {specialty_key}


def are_neighbours(one: str, other: str) -> bool:
    """Say whether reviewers of either specialty can stand in for those of the other."""
    return other in neighbours_of(one)
