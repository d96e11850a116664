"""Every code of the rules has words for people."""

import re
from pathlib import Path

import pytest

from kollegium.domain.grading import GradingReason
from kollegium.domain.naming import NameKind, SentenceReason
from kollegium.domain.standard import Confidence
from kollegium.reviews import wording
from kollegium.reviews.models import ActionState, CaseState, GradeRound, ReviewKind, VerdictSource
from kollegium.reviews.queries import ActionFilter, ReviewOrder

ACTIONS = Path(wording.__file__).parent / "actions"


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (GradingReason, wording.GRADING_REASONS),
        (NameKind, wording.NAME_KINDS),
        (SentenceReason, wording.SENTENCE_REASONS),
        (Confidence, wording.CONFIDENCE_NAMES),
        (ReviewKind, wording.KIND_NAMES),
        (CaseState, wording.STATE_NAMES),
        (GradeRound, wording.ROUND_NAMES),
        (VerdictSource, wording.SOURCE_NAMES),
        (ActionState, wording.ACTION_STATE_NAMES),
        (ActionState, wording.ACTION_STATE_KINDS),
        (ReviewOrder, wording.ORDER_NAMES),
        (ActionFilter, wording.ACTION_FILTER_NAMES),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_code_has_its_words(codes, words) -> None:
    assert set(words) == set(codes)


def test_every_refusal_an_action_raises_is_worded() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in ACTIONS.glob("*.py"))

    raised = set(re.findall(r'ReviewRefused\(\s*"([a-z-]+)"', source))

    assert raised - set(wording.REFUSALS) == set()
    assert "changed-meanwhile" in raised


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("person:7", "Karin Kansli"),
        ("person:8", "En person som inte längre finns i registret"),
        ("system:demo", "Demon"),
        ("system:something", "Systemet"),
        ("", "Någon, direkt i databasen"),
        (None, "Någon, direkt i databasen"),
    ],
)
def test_who_made_a_change_is_named(key: str | None, name: str) -> None:
    assert wording.actor_name(key, {7: "Karin Kansli"}) == name
