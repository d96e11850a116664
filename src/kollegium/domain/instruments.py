"""Questionnaires: one per role, their items and scale from files, checking answers and summing them up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from kollegium.domain.errors import Refused
from kollegium.domain.reference_file import Table, file_of, read_keyed
from kollegium.domain.standard import is_swedish
from kollegium.domain.statistics import SMALLEST_GROUP

FORMAT = "kollegium-instrument/1"
FOLDER = Path(__file__).parent / "reference" / "instruments"
# The questionnaires of a review, in the order they are shown.
CURRENT = ("trainee-1", "supervisor-1", "programme-director-1", "head-of-unit-1")
LONGEST_TEXT = 2000

Answers = dict[str, str]


class UnknownInstrument(LookupError):
    """No file holds a questionnaire with this key."""


class WrongAnswers(Refused):
    """What was sent does not fit the questionnaire; `items` names the items that are wrong or missing."""

    code = "answers-wrong"


class RespondentRole(StrEnum):
    """Who a questionnaire is for."""

    TRAINEE = "trainee"
    SUPERVISOR = "supervisor"
    PROGRAMME_DIRECTOR = "programme_director"
    HEAD_OF_UNIT = "head_of_unit"


class ItemKind(StrEnum):
    """How an item is answered."""

    SCALE = "scale"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the scale. `value` 0 says nothing either way."""

    key: str
    title_sv: str
    title_en: str
    value: int

    def title(self, language: str) -> str:
        """Give the step in the language, in English for any other than Swedish."""
        return self.title_sv if is_swedish(language) else self.title_en


@dataclass(frozen=True, slots=True)
class Item:
    """One statement or question, and the criteria it says something about."""

    key: str
    kind: ItemKind
    text_sv: str
    text_en: str
    criteria: tuple[str, ...]

    def text(self, language: str) -> str:
        """Give the wording in the language, in English for any other than Swedish."""
        return self.text_sv if is_swedish(language) else self.text_en


@dataclass(frozen=True, slots=True)
class Instrument:
    """The questionnaire of one role. `answered_openly`: the role is nearly always alone, so nobody is hidden."""

    key: str
    role: RespondentRole
    standard: str
    title_sv: str
    title_en: str
    answered_openly: bool
    source: str
    steps: tuple[Step, ...]
    items: tuple[Item, ...]

    def title(self, language: str) -> str:
        """Give whom it is for in the language, in English for any other than Swedish."""
        return self.title_sv if is_swedish(language) else self.title_en

    def is_open_for(self, invited: int) -> bool:
        """Say whether answers carry a name: the role is always open, or fewer than three share the group."""
        return self.answered_openly or invited < SMALLEST_GROUP


def load(key: str, *, folder: Path = FOLDER) -> Instrument:
    """Give the questionnaire with this key; a file is read once and kept.

    **Raises** UnknownInstrument when no file has the key, ReferenceFileError when the file is broken.
    """
    return _load(key, folder)


@lru_cache(maxsize=32)
def _load(key: str, folder: Path) -> Instrument:
    path = file_of(folder, key)
    if path is None:
        raise UnknownInstrument(key)
    return read_instrument(path)


def read_instrument(path: Path) -> Instrument:
    """Read and check one questionnaire.

    **Raises** ReferenceFileError naming the file, the place and what is wrong there.
    """
    table = read_keyed(path, FORMAT)
    found = Instrument(
        key=path.stem,
        role=table.choice("role", RespondentRole),
        standard=table.text("standard"),
        title_sv=table.text("title_sv"),
        title_en=table.text("title_en"),
        answered_openly=table.flag("answered_openly"),
        source=table.text("source"),
        steps=tuple(_step(entry) for entry in table.tables("steps")),
        items=tuple(_item(entry) for entry in table.tables("items")),
    )
    table.finish()
    table.each_once("steps", (step.key for step in found.steps))
    table.each_once("items", (item.key for item in found.items))
    return found


def _step(entry: Table) -> Step:
    step = Step(entry.text("key"), entry.text("title_sv"), entry.text("title_en"), entry.count("value"))
    entry.finish()
    return step


def _item(entry: Table) -> Item:
    key, entry = entry.keyed("item")
    item = Item(
        key,
        entry.choice("kind", ItemKind),
        entry.text("text_sv"),
        entry.text("text_en"),
        entry.texts("criteria", required=True),
    )
    entry.finish()
    return item


def known_answers(instrument: Instrument, sent: Mapping[str, str]) -> Answers:
    """Keep what fits the questionnaire, for a draft: unknown items and steps are left out, texts cut off."""
    steps = {step.key for step in instrument.steps}
    kept: Answers = {}
    for item in instrument.items:
        value = sent.get(item.key, "").strip()
        if item.kind is ItemKind.TEXT:
            value = value[:LONGEST_TEXT]
        elif value not in steps:
            continue
        if value:
            kept[item.key] = value
    return kept


def check_answers(instrument: Instrument, sent: Mapping[str, str]) -> Answers:
    """Give the answers as they are kept: every statement answered, a text only where something was written.

    Every statement must have an answer ("do not know" is one), so that each item is answered by the whole
    group and no item's group is smaller than another's.

    **Raises** WrongAnswers with `items`, the keys that are missing or wrong.
    """
    kept = known_answers(instrument, sent)
    too_long = [
        item.key
        for item in instrument.items
        if item.kind is ItemKind.TEXT and len(sent.get(item.key, "").strip()) > LONGEST_TEXT
    ]
    missing = [item.key for item in instrument.items if item.kind is ItemKind.SCALE and item.key not in kept]
    if missing or too_long:
        raise WrongAnswers(items=[*missing, *too_long])
    return kept


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """How one statement was answered by a group.

    Shape: `counts` step key → number of answers, one entry per step. Units: `mean` on the scale's values, None
    when fewer than three took a stand; `agree_share` 0–1 of those who took a stand.
    """

    item: Item
    counts: dict[str, int]
    mean: float | None
    agree_share: float | None


def summarise(instrument: Instrument, answers: Sequence[Answers]) -> list[ItemSummary]:
    """Sum up a group's answers, one summary per statement in the file's order.

    **Raises** Refused `too-few` for a group below three: it has no summary, whoever asks.
    """
    if len(answers) < SMALLEST_GROUP:
        raise Refused("too-few")
    return [
        _summary(instrument, item, [one.get(item.key, "") for one in answers])
        for item in instrument.items
        if item.kind is ItemKind.SCALE
    ]


def _summary(instrument: Instrument, item: Item, given: Sequence[str]) -> ItemSummary:
    counted = Counter(given)
    counts = {step.key: counted[step.key] for step in instrument.steps}
    values = [step.value for step in instrument.steps for _ in range(counts[step.key]) if step.value]
    if len(values) < SMALLEST_GROUP:
        return ItemSummary(item, counts, None, None)
    agreeing = sum(value > (max(step.value for step in instrument.steps) / 2) for value in values)
    return ItemSummary(item, counts, sum(values) / len(values), agreeing / len(values))


def texts_of(instrument: Instrument, answers: Sequence[Answers]) -> dict[str, list[str]]:
    """Give what was written in own words, in the alphabet's order, which says nothing of who wrote when.

    Shape: item key → texts, one entry per item of this kind.

    **Raises** Refused `too-few` for a group below three.
    """
    if len(answers) < SMALLEST_GROUP:
        raise Refused("too-few")
    return {
        item.key: sorted(one[item.key] for one in answers if one.get(item.key))
        for item in instrument.items
        if item.kind is ItemKind.TEXT
    }


def by_criterion(summaries: Sequence[ItemSummary]) -> dict[str, list[ItemSummary]]:
    """Give the statements that say something about each criterion.

    Shape: criterion key → summaries, in the order the criteria first come.
    """
    found: dict[str, list[ItemSummary]] = {}
    for summary in summaries:
        for key in summary.item.criteria:
            found.setdefault(key, []).append(summary)
    return found
