"""The request list is whole and frozen, and what is asked for is due on a day that can be kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kollegium.domain import material
from kollegium.domain import standard as standards
from kollegium.domain.material import MaterialAct, MaterialStatus
from kollegium.domain.reference_file import (
    PUBLISHED_FILE,
    ReferenceFileError,
    fingerprint,
    published_fingerprints,
)

ASKED, LINKED, HANDED_IN, ACCEPTED, AGAIN, NOT_APPLICABLE = MaterialStatus
ITEM = """
[[items]]
key = "rota"
title_sv = "Schema"
title_en = "Rota"
help_sv = "Två månader."
help_en = "Two months."
criteria = ["E8"]
owner = "head_of_unit"
days_before = 28
kinds = ["external"]
"""
HEAD = """format = "kollegium-material/1"
key = "small"
standard = "spur-st-2021"
title_sv = "Underlag"
title_en = "Material"
source = "material-list"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "small.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_published_list_never_changes() -> None:
    assert published_fingerprints(material.FOLDER) == {
        path.stem: fingerprint(path) for path in material.FOLDER.glob("*.toml") if path.name != PUBLISHED_FILE
    }, "a published list is never changed: make a new one instead"


def test_every_criterion_stands_in_the_standard_the_list_names() -> None:
    found = material.load()
    known = {criterion.key for criterion in standards.load(found.standard).criteria}

    assert {key for item in found.items for key in item.criteria} <= known


@pytest.mark.parametrize(
    ("kind", "number"),
    [("external", 16), ("internal", 16), ("self_evaluation", 16), ("side_placements", 5), ("at", 7)],
)
def test_each_kind_of_review_asks_for_its_own(kind: str, number: int) -> None:
    assert len(material.load().items_for(kind)) == number


def test_what_an_internship_review_asks_for_names_no_criterion_of_another_standard() -> None:
    own = [item for item in material.load().items if item.kinds == {"at"}]

    assert own
    assert all(not item.criteria for item in own)


def test_file_is_read_with_every_field(tmp_path: Path) -> None:
    write(tmp_path, HEAD + ITEM)

    [item] = material.load("small", folder=tmp_path).items

    assert item == material.RequestItem(
        key="rota",
        title_sv="Schema",
        title_en="Rota",
        help_sv="Två månader.",
        help_en="Two months.",
        criteria=("E8",),
        owner=material.OwnerDuty.HEAD_OF_UNIT,
        days_before=28,
        kinds=frozenset({"external"}),
        linked=None,
        about_people=False,
    )
    assert (item.title("sv-SE"), item.help("en")) == ("Schema", "Two months.")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (HEAD.replace("material/1", "material/2") + ITEM, "format"),
        (HEAD.replace('"small"', '"other"') + ITEM, "key"),
        (HEAD + ITEM + ITEM, "items"),
        (HEAD + ITEM.replace('"head_of_unit"', '"janitor"'), "item rota.owner"),
        (HEAD + ITEM.replace("28", "-1"), "item rota.days_before"),
        (HEAD + ITEM + 'linked = "archive"\n', "item rota.linked"),
        (HEAD + ITEM.replace('["external"]', "[]"), "item rota.kinds"),
        (HEAD + ITEM + "hint = 1\n", "item rota.hint"),
    ],
    ids=["format", "name", "twice", "owner", "days", "linked", "kinds", "unknown"],
)
def test_broken_file_is_refused_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(ReferenceFileError) as refused:
        material.read_request_list(write(tmp_path, text))

    assert refused.value.place == place


@pytest.mark.parametrize("key", ["", "nothing", "../material/request-list-1"])
def test_list_that_is_not_there_is_named(key: str) -> None:
    with pytest.raises(material.UnknownRequestList):
        material.load(key)


@pytest.mark.parametrize(
    ("as_of", "due"),
    [
        (date(2026, 3, 1), date(2026, 4, 14)),
        (date(2026, 4, 7), date(2026, 4, 14)),
        (date(2026, 4, 8), date(2026, 4, 15)),
        (date(2026, 5, 10), date(2026, 5, 11)),
        (date(2026, 5, 12), date(2026, 5, 12)),
        (date(2026, 6, 1), date(2026, 6, 1)),
    ],
    ids=["in time", "just in time", "a week", "before the visit", "at the visit", "after the visit"],
)
def test_nothing_is_due_in_the_past(as_of: date, due: date) -> None:
    assert material.due_day(date(2026, 5, 12), 28, as_of=as_of) == due


@pytest.mark.parametrize(
    ("visit", "due", "today", "moved"),
    [
        # Asked for on 1 March and due 28 days before the visit.
        (date(2026, 6, 12), date(2026, 4, 14), date(2026, 3, 20), date(2026, 5, 15)),
        (date(2026, 6, 12), date(2026, 4, 14), date(2026, 4, 20), date(2026, 5, 15)),
        (date(2026, 5, 5), date(2026, 4, 14), date(2026, 3, 20), date(2026, 4, 7)),
        (date(2026, 5, 5), date(2026, 4, 14), date(2026, 4, 2), date(2026, 4, 9)),
        (date(2026, 5, 5), date(2026, 4, 14), date(2026, 4, 12), date(2026, 4, 14)),
        (date(2026, 5, 5), date(2026, 4, 14), date(2026, 4, 20), date(2026, 4, 14)),
        (date(2026, 4, 12), date(2026, 4, 14), date(2026, 4, 10), date(2026, 4, 11)),
    ],
    ids=[
        "later",
        "later though late",
        "earlier",
        "earlier with a week left",
        "earlier than a week",
        "late stays late",
        "before the visit",
    ],
)
def test_day_follows_a_moved_visit_and_takes_nobodys_week(
    visit: date, due: date, today: date, moved: date
) -> None:
    found = material.moved_due_day(visit, 28, asked_on=date(2026, 3, 1), due_on=due, as_of=today)

    assert found == moved


@pytest.mark.parametrize(
    ("act", "open_from"),
    [
        (MaterialAct.HAND_IN, {ASKED, LINKED, HANDED_IN, ACCEPTED, AGAIN, NOT_APPLICABLE}),
        (MaterialAct.SAY_NOT_APPLICABLE, {ASKED, LINKED, AGAIN}),
        (MaterialAct.ACCEPT, {HANDED_IN, LINKED, NOT_APPLICABLE}),
        (MaterialAct.ASK_AGAIN, {HANDED_IN, LINKED, ACCEPTED, NOT_APPLICABLE}),
    ],
)
def test_each_act_is_open_from_its_statuses(act: MaterialAct, open_from: set[MaterialStatus]) -> None:
    assert {status for status in MaterialStatus if material.may_act(act, status)} == open_from


def test_progress_counts_what_the_unit_has_done_with() -> None:
    assert material.progress_of(list(MaterialStatus)) == material.Progress(done=4, total=6)
    assert material.progress_of([]) == material.Progress(done=0, total=0)
