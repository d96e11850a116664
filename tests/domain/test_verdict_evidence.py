"""What a verdict rests on: which versions are offered, and how one is exchanged for a newer."""

import pytest

from kollegium.domain.verdict_evidence import (
    EvidenceItem,
    Newer,
    OfferedEvidence,
    SourceKind,
    material_key,
    moved_to,
    offered_for,
)


def version(number: int | None, *, newest: int = 2, criteria: tuple[str, ...] = ("D2",)) -> EvidenceItem:
    newer = Newer(f"material:7/{newest}", "", "") if number != newest else None
    return EvidenceItem(
        SourceKind.MATERIAL,
        material_key(7, number),
        "Schema",
        criteria,
        newer=newer,
        is_offered=number == newest,
    )


ALL = [version(None), version(0), version(1), version(2)]


@pytest.mark.parametrize(
    ("chosen", "near"),
    [
        ([], ["material:7/2"]),
        (["material:7/2"], ["material:7/2"]),
        (["material:7/1"], ["material:7/1"]),
        (["material:7"], ["material:7"]),
        (["material:7/1", "material:7/2"], ["material:7/1", "material:7/2"]),
    ],
    ids=["newest offered", "newest chosen", "earlier stays alone", "unknown stays alone", "both chosen"],
)
def test_earlier_version_stands_only_where_it_was_chosen(chosen: list[str], near: list[str]) -> None:
    offered = offered_for("D2", chosen, ALL)

    assert [item.reference for item in offered.near] == near
    assert offered.others == ()


def test_what_has_not_come_is_not_offered_but_told_of() -> None:
    awaited = [
        EvidenceItem(SourceKind.MATERIAL, f"{number}/0", "Schema", (key,), is_offered=False, is_missing=True)
        for number, key in ((8, "D2"), (9, "E1"))
    ]
    items = [*awaited, version(2)]

    assert offered_for("D2", [], items) == OfferedEvidence((version(2),), (), (awaited[0],), 1)
    # What a verdict was said to rest on stays there.
    assert offered_for("D2", ["material:9/0"], items).near == (awaited[1], version(2))


@pytest.mark.parametrize(
    ("chosen", "moved"),
    [
        (["note:1", "material:7/1", "material:70/1"], ["note:1", "material:7/2", "material:70/1"]),
        (["material:7", "material:7/1"], ["material:7/2"]),
        (["note:1"], ["note:1", "material:7/2"]),
    ],
    ids=["in its place, and no other thing", "each earlier one", "box was let go"],
)
def test_moving_exchanges_the_earlier_versions_of_the_same_thing(chosen: list[str], moved: list[str]) -> None:
    assert moved_to(chosen, "material:7/2") == moved


@pytest.mark.parametrize(
    ("version_told", "label"), [("version 1, 2 mars 2026", "Schema (version 1, 2 mars 2026)"), ("", "Schema")]
)
def test_label_tells_the_version_where_there_is_one_to_tell(version_told: str, label: str) -> None:
    assert EvidenceItem(SourceKind.MATERIAL, "7/1", "Schema", version=version_told).label == label
