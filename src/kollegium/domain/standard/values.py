"""What a review standard is made of: parts, areas, criteria, levels, outcomes and grade scales."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


def is_swedish(language: str) -> bool:
    """Tell whether a language tag (`sv`, `sv-SE`) means Swedish."""
    return language.lower().replace("_", "-").split("-")[0] == "sv"


class RequirementLevel(StrEnum):
    """How binding a criterion is."""

    REGULATION = "regulation"
    RECOMMENDATION = "recommendation"
    QUALITY_INDICATOR = "quality_indicator"


class Confidence(StrEnum):
    """How sure it is that a criterion's level is what the original says."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Outcome(StrEnum):
    """What a grade means, whatever letter a scale prints for it. Listed from worst to best."""

    FAILED = "failed"
    PASSED_WITH_REMARKS = "passed_with_remarks"
    PASSED = "passed"
    PASSED_WELL = "passed_well"

    @property
    def rank(self) -> int:
        """Give 0 for the worst outcome and 3 for the best."""
        return list(Outcome).index(self)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One sentence of the standard that a unit does or does not live up to.

    `own_reading` marks a regulation item that is the model's reading of a general rule rather than
    the rule's own words. `subject_words` are what an action against the criterion should speak of.
    `source` names entries of docs/sources.md; `evidence` are stable keys for what can prove it.
    """

    key: str
    area_key: str
    number: int
    level: RequirementLevel
    own_reading: bool
    confidence: Confidence
    text_sv: str
    text_en: str
    subject_words: tuple[str, ...]
    source: str
    evidence: tuple[str, ...]

    def text(self, language: str) -> str:
        """Give the wording in a language; the Swedish one is the original."""
        return self.text_sv if is_swedish(language) else self.text_en


@dataclass(frozen=True, slots=True)
class GradeStep:
    """One grade of a scale: its letter, what it means and the sentence that defines it."""

    letter: str
    outcome: Outcome
    text_sv: str
    text_en: str

    def text(self, language: str) -> str:
        """Give the defining sentence in a language."""
        return self.text_sv if is_swedish(language) else self.text_en


@dataclass(frozen=True, slots=True)
class GradeScale:
    """The grades of an area from best to worst.

    `action_plan_lifts` tells whether an accepted action plan may lift a failed area at all.
    """

    steps: tuple[GradeStep, ...]
    action_plan_lifts: bool = False

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Give the outcomes the scale has, best first."""
        return tuple(step.outcome for step in self.steps)

    def step_of(self, outcome: Outcome) -> GradeStep | None:
        """Give the step for an outcome, or None where the scale has none."""
        return next((step for step in self.steps if step.outcome == outcome), None)

    def letter_of(self, outcome: Outcome) -> str | None:
        """Give the letter the scale prints for an outcome, or None where it has none."""
        step = self.step_of(outcome)
        return step.letter if step else None

    def outcome_of(self, letter: str) -> Outcome | None:
        """Give what a letter means in this scale, or None where it has no such letter."""
        return next((step.outcome for step in self.steps if step.letter == letter), None)


@dataclass(frozen=True, slots=True)
class Area:
    """A field of judgement with its criteria and its scale; the grade is set per area.

    `former_titles` are names older reports print. `tolerated_exceptions` is how many quality
    indicators may fall short while "isolated exceptions" still holds.
    """

    key: str
    part_key: str
    title_sv: str
    title_en: str
    former_titles: tuple[str, ...]
    preamble_sv: str
    preamble_en: str
    criteria: tuple[Criterion, ...]
    scale: GradeScale
    tolerated_exceptions: int

    def title(self, language: str) -> str:
        """Give the area's title in a language."""
        return self.title_sv if is_swedish(language) else self.title_en

    def preamble(self, language: str) -> str:
        """Give the rule text printed above the area's first criteria; empty where there is none."""
        return self.preamble_sv if is_swedish(language) else self.preamble_en

    def at_level(self, level: RequirementLevel) -> tuple[Criterion, ...]:
        """Give the area's criteria of one level, in order."""
        return tuple(criterion for criterion in self.criteria if criterion.level == level)


@dataclass(frozen=True, slots=True)
class Part:
    """A half of the standard (structure, process) with its areas."""

    key: str
    title_sv: str
    title_en: str
    areas: tuple[Area, ...]

    def title(self, language: str) -> str:
        """Give the part's title in a language."""
        return self.title_sv if is_swedish(language) else self.title_en


@dataclass(frozen=True, slots=True)
class ServicePart:
    """A part of a service that gets a report of its own within one review (internship reviews)."""

    key: str
    title_sv: str
    title_en: str

    def title(self, language: str) -> str:
        """Give the service part's title in a language."""
        return self.title_sv if is_swedish(language) else self.title_en


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of document, record or answer that can prove criteria."""

    key: str
    text_sv: str
    text_en: str

    def text(self, language: str) -> str:
        """Give what it is called in a language."""
        return self.text_sv if is_swedish(language) else self.text_en


@dataclass(frozen=True, slots=True)
class Standard:
    """One version of a review standard. Reviews point to it by key and never change with it.

    `complete` is false where the criteria have not been obtained; then nothing is graded.
    `service_parts` is empty unless one review consists of several reports.
    """

    key: str
    title_sv: str
    title_en: str
    review_kind: str
    complete: bool
    rights_sv: str
    rights_en: str
    parts: tuple[Part, ...]
    service_parts: tuple[ServicePart, ...] = ()
    evidence: tuple[EvidenceKind, ...] = ()
    areas: tuple[Area, ...] = field(init=False, repr=False, compare=False)
    criteria: tuple[Criterion, ...] = field(init=False, repr=False, compare=False)
    _area_of: dict[str, Area] = field(init=False, repr=False, compare=False)
    _criterion_of: dict[str, Criterion] = field(init=False, repr=False, compare=False)
    _evidence_of: dict[str, EvidenceKind] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out areas and criteria in the standard's order for quick look-up."""
        areas = tuple(area for part in self.parts for area in part.areas)
        criteria = tuple(criterion for area in areas for criterion in area.criteria)
        object.__setattr__(self, "areas", areas)
        object.__setattr__(self, "criteria", criteria)
        object.__setattr__(self, "_area_of", {area.key: area for area in areas})
        object.__setattr__(self, "_criterion_of", {criterion.key: criterion for criterion in criteria})
        object.__setattr__(self, "_evidence_of", {kind.key: kind for kind in self.evidence})

    def title(self, language: str) -> str:
        """Give the standard's title in a language."""
        return self.title_sv if is_swedish(language) else self.title_en

    def rights(self, language: str) -> str:
        """Give the line that says whose the wording is."""
        return self.rights_sv if is_swedish(language) else self.rights_en

    def area(self, key: str) -> Area:
        """Give an area by key. Raises: KeyError when the standard has no such area."""
        return self._area_of[key]

    def criterion(self, key: str) -> Criterion:
        """Give a criterion by key. Raises: KeyError when the standard has no such criterion."""
        return self._criterion_of[key]

    def evidence_for(self, criterion: Criterion) -> tuple[EvidenceKind, ...]:
        """Give what can prove a criterion, in the file's order."""
        return tuple(self._evidence_of[key] for key in criterion.evidence)
