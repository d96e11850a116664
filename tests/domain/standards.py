"""Builds synthetic areas and standard files, so that no test leans on the shipped standard."""

from __future__ import annotations

from pathlib import Path

from kollegium.domain.standard import (
    Area,
    Confidence,
    Criterion,
    GradeScale,
    GradeStep,
    Outcome,
    RequirementLevel,
)

FULL = (Outcome.PASSED_WELL, Outcome.PASSED, Outcome.PASSED_WITH_REMARKS, Outcome.FAILED)
WITHOUT_REMARKS = (Outcome.PASSED_WELL, Outcome.PASSED, Outcome.FAILED)
INTERNSHIP = (Outcome.PASSED_WELL, Outcome.PASSED_WITH_REMARKS, Outcome.FAILED)
PASS_OR_FAIL = (Outcome.PASSED, Outcome.FAILED)

# Letters that belong to no real scale, so that a letter written into the code would show.
_LETTERS = {
    Outcome.PASSED_WELL: "W",
    Outcome.PASSED: "P",
    Outcome.PASSED_WITH_REMARKS: "R",
    Outcome.FAILED: "X",
}


def make_scale(outcomes: tuple[Outcome, ...] = FULL, *, action_plan_lifts: bool = True) -> GradeScale:
    """Make a scale with the outcomes given, best first."""
    steps = tuple(GradeStep(_LETTERS[one], one, f"sv {one}", f"en {one}") for one in outcomes)
    return GradeScale(steps, action_plan_lifts)


def make_area(
    regulations: int = 0,
    recommendations: int = 0,
    indicators: int = 0,
    *,
    outcomes: tuple[Outcome, ...] = FULL,
    tolerated: int = 1,
    action_plan_lifts: bool = True,
) -> Area:
    """Make an area with so many criteria of each level: Z1, Z2 … regulations first."""
    levels = (
        [RequirementLevel.REGULATION] * regulations
        + [RequirementLevel.RECOMMENDATION] * recommendations
        + [RequirementLevel.QUALITY_INDICATOR] * indicators
    )
    criteria = tuple(
        Criterion(
            key=f"Z{number}",
            area_key="Z",
            number=number,
            level=level,
            own_reading=False,
            confidence=Confidence.HIGH,
            text_sv=f"Kriterium {number}.",
            text_en=f"Criterion {number}.",
            subject_words=("kriterium",),
            source="invented",
            evidence=("record",),
        )
        for number, level in enumerate(levels, start=1)
    )
    scale = make_scale(outcomes, action_plan_lifts=action_plan_lifts)
    return Area("Z", "only", "Område", "Area", (), "", "", criteria, scale, tolerated)


SMALL_STANDARD = """\
format = "kollegium-standard/1"
key = "small"
title_sv = "Liten standard"
title_en = "Small standard"
review_kind = "st"
complete = true
rights_sv = "Påhittad."
rights_en = "Invented."

[[parts]]
key = "only"
title_sv = "ENDA"
title_en = "ONLY"

[scales.short]
action_plan_lifts = false

[[scales.short.steps]]
letter = "Ja"
outcome = "passed"
text_sv = "Godkänt."
text_en = "Passed."

[[scales.short.steps]]
letter = "Nej"
outcome = "failed"
text_sv = "Underkänt."
text_en = "Failed."

[[evidence]]
key = "record"
text_sv = "Underlag"
text_en = "Record"

[[areas]]
key = "Q"
part = "only"
title_sv = "Frågor"
title_en = "Questions"
former_titles = ["Spörsmål"]
preamble_sv = "Det innebär att:"
preamble_en = "It means that:"
scale = "short"
tolerated_exceptions = 0

[[criteria]]
key = "Q1"
area = "Q"
number = 1
level = "regulation"
own_reading = true
confidence = "low"
text_sv = "Det finns svar."
text_en = "There are answers."
subject_words = ["svar"]
source = "invented"
evidence = ["record"]

[[criteria]]
key = "Q2"
area = "Q"
number = 2
level = "quality_indicator"
confidence = "medium"
text_sv = "Svaren är vänliga."
text_en = "The answers are kind."
subject_words = ["vänlig"]
source = "invented"
evidence = ["record"]
"""


def write_standard(folder: Path, content: str = SMALL_STANDARD, *, key: str = "small") -> Path:
    """Write a standard's file into a folder and give its path."""
    path = folder / f"{key}.toml"
    path.write_text(content, encoding="utf-8")
    return path
