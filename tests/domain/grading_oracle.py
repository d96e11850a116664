"""The grading rule a second time: literal, slow, by trying every completion of what is unknown.

Written from the rule's text and not from the code, so that the two can check each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Area, Outcome, RequirementLevel

LEVELS_OF_MEETING = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET)
SHORT = {Verdict.PARTLY_MET, Verdict.NOT_MET}


def completions(area: Area, verdicts: Mapping[str, Verdict]) -> Iterator[dict[str, Verdict]]:
    """Give every way the unknown criteria may turn out."""
    keys = [criterion.key for criterion in area.criteria]
    unknown = [key for key in keys if verdicts.get(key, Verdict.CANNOT_TELL) == Verdict.CANNOT_TELL]
    for values in product(LEVELS_OF_MEETING, repeat=len(unknown)):
        yield {**verdicts, **dict(zip(unknown, values, strict=True))}


def grade_of(area: Area, verdicts: Mapping[str, Verdict]) -> frozenset[Outcome]:
    """Give the outcomes offered when nothing is unknown; empty when no grade can be set."""
    verdict_of = {one.key: verdicts[one.key] for one in area.criteria}
    if all(verdict == Verdict.NOT_APPLICABLE for verdict in verdict_of.values()):
        return frozenset()

    def short(level: RequirementLevel) -> int:
        return sum(one.level == level and verdict_of[one.key] in SHORT for one in area.criteria)

    if short(RequirementLevel.REGULATION) > 0:
        return frozenset({Outcome.FAILED})
    if short(RequirementLevel.RECOMMENDATION) > 0:
        return frozenset({in_scale(area, Outcome.PASSED_WITH_REMARKS)})
    exceptions = short(RequirementLevel.QUALITY_INDICATOR)
    single = sum(one.level == RequirementLevel.QUALITY_INDICATOR for one in area.criteria) == 1
    if exceptions > area.tolerated_exceptions:
        return frozenset({in_scale(area, Outcome.PASSED)})
    if exceptions and single:
        return frozenset({in_scale(area, Outcome.PASSED_WELL), in_scale(area, Outcome.PASSED)})
    return frozenset({in_scale(area, Outcome.PASSED_WELL)})


def in_scale(area: Area, outcome: Outcome) -> Outcome:
    """Give the outcome, or the passed one of the scale that stands in for it."""
    order = [Outcome.PASSED_WITH_REMARKS, Outcome.PASSED, Outcome.PASSED_WELL]
    has = [one for one in order if area.scale.letter_of(one) is not None]
    at_most = [one for one in has if order.index(one) <= order.index(outcome)]
    return at_most[-1] if at_most else has[0]


def pivotal(
    area: Area,
    verdicts: Mapping[str, Verdict],
    graded: list[tuple[dict[str, Verdict], frozenset[Outcome]]],
) -> set[str]:
    """Find the unknown criteria for which two completions that differ only there differ in grade."""
    unknown = [one.key for one in area.criteria if verdicts[one.key] == Verdict.CANNOT_TELL]
    found = set()
    for key in unknown:
        others = [one for one in unknown if one != key]
        grade_by_rest: dict[tuple[Verdict, ...], set[frozenset[Outcome]]] = {}
        for completion, grade in graded:
            grade_by_rest.setdefault(tuple(completion[one] for one in others), set()).add(grade)
        if any(len(grades) > 1 for grades in grade_by_rest.values()):
            found.add(key)
    return found
