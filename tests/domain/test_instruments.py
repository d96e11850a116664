"""The questionnaires are whole and frozen, tied to criteria, and say nothing of groups below three."""

from __future__ import annotations

from pathlib import Path

import pytest

from kollegium.domain import instruments
from kollegium.domain import standard as standards
from kollegium.domain.errors import Refused
from kollegium.domain.instruments import ItemKind, RespondentRole, WrongAnswers
from kollegium.domain.reference_file import (
    PUBLISHED_FILE,
    ReferenceFileError,
    fingerprint,
    published_fingerprints,
)

TRAINEE = instruments.load("trainee-1")
SCALE = [item.key for item in TRAINEE.items if item.kind is ItemKind.SCALE]


def answers(step: str = "mostly", **others: str) -> dict[str, str]:
    return {**dict.fromkeys(SCALE, step), **{key.replace("_", "-"): value for key, value in others.items()}}


def test_a_published_questionnaire_never_changes() -> None:
    assert published_fingerprints(instruments.FOLDER) == {
        path.stem: fingerprint(path)
        for path in instruments.FOLDER.glob("*.toml")
        if path.name != PUBLISHED_FILE
    }, "a published questionnaire is never changed: make a new one instead"


def test_there_is_one_for_each_role() -> None:
    assert [instruments.load(key).role for key in instruments.CURRENT] == list(RespondentRole)


@pytest.mark.parametrize("key", instruments.CURRENT)
def test_every_item_is_tied_to_criteria_of_the_standard(key: str) -> None:
    found = instruments.load(key)
    known = {criterion.key for criterion in standards.load(found.standard).criteria}

    assert {name for item in found.items for name in item.criteria} <= known
    assert all(item.criteria for item in found.items)
    assert 15 <= len(found.items) <= 25


@pytest.mark.parametrize(
    ("key", "invited", "is_open"),
    [
        ("trainee-1", 1, True),
        ("trainee-1", 2, True),
        ("trainee-1", 3, False),
        ("supervisor-1", 3, False),
        ("head-of-unit-1", 3, True),
        ("programme-director-1", 8, True),
    ],
)
def test_small_groups_and_lone_roles_answer_openly(key: str, invited: int, is_open: bool) -> None:
    assert instruments.load(key).is_open_for(invited) is is_open


def test_every_statement_must_be_answered() -> None:
    sent = answers()
    del sent["assessed"]

    with pytest.raises(WrongAnswers) as refused:
        instruments.check_answers(TRAINEE, sent)

    assert refused.value.params == {"items": ["assessed"]}


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"assessed": "perhaps"}, ["assessed"]),
        ({"own_words": "x" * 2001}, ["own-words"]),
    ],
)
def test_what_does_not_fit_is_named(changed: dict[str, str], wrong: list[str]) -> None:
    with pytest.raises(WrongAnswers) as refused:
        instruments.check_answers(TRAINEE, answers(**changed))

    assert refused.value.params["items"] == wrong


def test_nothing_but_the_answers_is_kept() -> None:
    sent = {**answers(own_words="  Mer tid.  "), "name": "Asta Prov", "at": "2026-11-26"}

    assert instruments.check_answers(TRAINEE, sent) == answers(own_words="Mer tid.")


def test_a_draft_keeps_what_is_there_so_far() -> None:
    assert instruments.known_answers(TRAINEE, {"assessed": "not", "courses": "?", "own-words": " "}) == {
        "assessed": "not"
    }


def test_a_group_is_summed_up() -> None:
    given = [answers("fully"), answers("mostly"), answers("not"), answers("unknown")]

    found = instruments.summarise(TRAINEE, given)

    assert [summary.item.key for summary in found] == SCALE
    assert found[0].counts == {"fully": 1, "mostly": 1, "partly": 0, "not": 1, "unknown": 1}
    assert found[0].mean == pytest.approx(8 / 3)
    assert found[0].agree_share == pytest.approx(2 / 3)


def test_a_mean_needs_three_who_took_a_stand() -> None:
    found = instruments.summarise(TRAINEE, [answers("fully"), answers("not"), answers("unknown")])

    assert (found[0].mean, found[0].agree_share) == (None, None)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_group_below_three_has_no_summary_and_no_texts(number: int) -> None:
    given = [answers(own_words="Vi två vet vem.")] * number

    for ask in (instruments.summarise, instruments.texts_of):
        with pytest.raises(Refused, match="too-few"):
            ask(TRAINEE, given)


def test_texts_come_in_the_same_order_however_they_came_in() -> None:
    given = [answers(own_words=text) for text in ("Sist", "Allt", "Bra")]

    assert instruments.texts_of(TRAINEE, given) == instruments.texts_of(TRAINEE, given[::-1])
    assert instruments.texts_of(TRAINEE, given) == {"own-words": ["Allt", "Bra", "Sist"]}


def test_statements_are_found_by_criterion() -> None:
    found = instruments.by_criterion(instruments.summarise(TRAINEE, [answers()] * 3))

    assert [summary.item.key for summary in found["E1"]] == ["supervision-planned"]
    assert {item.key for item in TRAINEE.items} - {
        summary.item.key for rows in found.values() for summary in rows
    } == {"own-words"}


def test_a_misspelt_field_is_refused(tmp_path: Path) -> None:
    text = (instruments.FOLDER / "trainee-1.toml").read_text(encoding="utf-8")
    path = tmp_path / "trainee-1.toml"
    path.write_text(text.replace("criteria = ", "kriterier = ", 1), encoding="utf-8")

    with pytest.raises(ReferenceFileError, match="criteria"):
        instruments.read_instrument(path)


@pytest.mark.parametrize("key", ["trainee-9", "../published", ""])
def test_an_unknown_questionnaire_is_refused(key: str) -> None:
    with pytest.raises(instruments.UnknownInstrument):
        instruments.load(key)
