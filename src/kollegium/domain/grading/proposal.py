"""Verdicts on an area's criteria → the grade the rule proposes, with the deciding criteria and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kollegium.domain.errors import Refused
from kollegium.domain.standard import Area, Criterion, GradeScale, Outcome, RequirementLevel


class Verdict(StrEnum):
    """What reviewers found on a criterion. An absent verdict means the same as CANNOT_TELL."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_TELL = "cannot_tell"

    @property
    def is_known(self) -> bool:
        """Tell whether the verdict settles anything."""
        return self is not Verdict.CANNOT_TELL

    @property
    def falls_short(self) -> bool:
        """Tell whether the criterion is less than met."""
        return self in (Verdict.PARTLY_MET, Verdict.NOT_MET)


class GradingReason(StrEnum):
    """Why a grade is proposed, or why none is."""

    REGULATION_NOT_MET = "regulation-not-met"
    RECOMMENDATION_NOT_MET = "recommendation-not-met"
    RECOMMENDATIONS_NOT_ESSENTIALLY_FOLLOWED = "recommendations-not-essentially-followed"
    INDICATORS_NOT_MET = "indicators-not-met"
    ISOLATED_EXCEPTIONS = "isolated-exceptions"
    SINGLE_INDICATOR_EXCEPTION = "single-indicator-exception"
    ALL_MET = "all-met"
    OUTCOME_NOT_IN_SCALE = "outcome-not-in-scale"
    ALL_NOT_APPLICABLE = "all-not-applicable"
    NO_CRITERIA = "no-criteria"
    UNKNOWN_REMAINS = "unknown-remains"
    UNKNOWN_CANNOT_CHANGE = "unknown-cannot-change"


class OverrulingRefused(Refused):
    """A person's own grade cannot be taken: `overruling-without-reason` or `outcome-not-in-scale`."""


@dataclass(frozen=True, slots=True)
class GradeProposal:
    """What the rule proposes for one area.

    Shape: `outcomes` holds one outcome, two (best first) where the rule leaves the choice to a
    person, or none where it cannot tell. `worst` and `best` bound every completion of the unknown
    criteria; both are None only where no grade can be set at all. `deciding` holds the keys of the
    criteria that decide: those that fall short, every applicable one where nothing does, or, while
    the outcome is open, the unknown ones that can still change it. `unknown` holds all unknown ones.
    """

    area_key: str
    scale: GradeScale
    outcomes: tuple[Outcome, ...]
    worst: Outcome | None
    best: Outcome | None
    deciding: tuple[str, ...]
    reasons: tuple[GradingReason, ...]
    unknown: tuple[str, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """Give the letters of the outcomes offered, best first."""
        return tuple(letter for outcome in self.outcomes if (letter := self.scale.letter_of(outcome)))

    @property
    def worst_letter(self) -> str | None:
        """Give the letter of the worst outcome possible."""
        return self.scale.letter_of(self.worst) if self.worst else None

    @property
    def best_letter(self) -> str | None:
        """Give the letter of the best outcome possible."""
        return self.scale.letter_of(self.best) if self.best else None

    @property
    def is_settled(self) -> bool:
        """Tell whether the outcomes offered hold however the unknown criteria turn out."""
        return bool(self.outcomes)


@dataclass(frozen=True, slots=True)
class Overruling:
    """A person's own grade for an area, with the reason, beside what the rule proposed."""

    proposal: GradeProposal
    outcome: Outcome
    letter: str
    reason: str


def propose_grade(area: Area, verdicts: Mapping[str, Verdict]) -> GradeProposal:
    """Propose the grade of one area from the verdicts on its criteria.

    Shape: `verdicts` is criterion key → Verdict; keys of other areas are ignored.
    Raises: ValueError for a text that is no verdict.
    Source: inferred from the grade scales printed in review reports (docs/sources.md, `grading-rule`).
    """
    read = {criterion.key: _verdict(verdicts, criterion) for criterion in area.criteria}
    applicable = [
        criterion for criterion in area.criteria if read[criterion.key] is not Verdict.NOT_APPLICABLE
    ]
    if not applicable:
        reason = GradingReason.ALL_NOT_APPLICABLE if area.criteria else GradingReason.NO_CRITERIA
        keys = tuple(criterion.key for criterion in area.criteria)
        return GradeProposal(area.key, area.scale, (), None, None, keys, (reason,), ())
    unknown = tuple(criterion.key for criterion in applicable if not read[criterion.key].is_known)
    # The rule is monotone in every verdict, so the two extreme completions bound all of them.
    # That also makes equal extremes a proof that no completion in between differs.
    best = _judge(area, applicable, read, unknown_as=Verdict.MET)
    worst = _judge(area, applicable, read, unknown_as=Verdict.NOT_MET) if unknown else best
    if best.outcomes != worst.outcomes:
        outcomes: tuple[Outcome, ...] = ()
        deciding = _pivotal(area, applicable, read, unknown)
        reasons: tuple[GradingReason, ...] = (GradingReason.UNKNOWN_REMAINS,)
    elif not unknown:
        outcomes, deciding, reasons = best.outcomes, best.deciding, best.reasons
    else:
        # The best completion adds no shortcoming of its own, so its reasons are those of the known verdicts;
        # except that "all met" is more than anybody knows.
        outcomes = best.outcomes
        deciding = tuple(key for key in best.deciding if key not in unknown) or unknown
        reasons = tuple(reason for reason in best.reasons if reason is not GradingReason.ALL_MET)
        reasons = (*reasons, GradingReason.UNKNOWN_CANNOT_CHANGE)
    return GradeProposal(
        area_key=area.key,
        scale=area.scale,
        outcomes=outcomes,
        worst=worst.outcomes[-1],
        best=best.outcomes[0],
        deciding=deciding,
        reasons=reasons,
        unknown=unknown,
    )


def overrule(proposal: GradeProposal, outcome: Outcome, reason: str) -> Overruling:
    """Record a person's own outcome for the area instead of what the rule proposes.

    Raises: OverrulingRefused for an empty reason and for an outcome the area's scale has not.
    """
    outcome = Outcome(outcome)
    letter = proposal.scale.letter_of(outcome)
    if letter is None:
        raise OverrulingRefused("outcome-not-in-scale", area_key=proposal.area_key, outcome=outcome.value)
    if not reason.strip():
        raise OverrulingRefused("overruling-without-reason", area_key=proposal.area_key)
    return Overruling(proposal, outcome, letter, reason.strip())


def breached_regulations(area: Area, verdicts: Mapping[str, Verdict]) -> tuple[str, ...]:
    """Give the keys of the area's regulations that are known to fall short, in order."""
    return tuple(
        criterion.key
        for criterion in area.at_level(RequirementLevel.REGULATION)
        if _verdict(verdicts, criterion).falls_short
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """The outcome for one way the unknown criteria may turn out."""

    outcomes: tuple[Outcome, ...]
    deciding: tuple[str, ...]
    reasons: tuple[GradingReason, ...]


def _verdict(verdicts: Mapping[str, Verdict], criterion: Criterion) -> Verdict:
    # Verdicts come from stored rows as plain text as well; the rule compares members.
    verdict = verdicts.get(criterion.key, Verdict.CANNOT_TELL)
    return verdict if verdict.__class__ is Verdict else Verdict(verdict)


def _judge(
    area: Area, applicable: list[Criterion], verdicts: Mapping[str, Verdict], *, unknown_as: Verdict
) -> _Judged:
    """Apply the rule with every unknown verdict read as the one given.

    Shape: `verdicts` has an entry for every applicable criterion.
    """
    short: dict[RequirementLevel, list[str]] = {level: [] for level in RequirementLevel}
    recommendation_count = unmet_recommendation_count = 0
    for criterion in applicable:
        verdict = verdicts[criterion.key]
        verdict = verdict if verdict.is_known else unknown_as
        if verdict.falls_short:
            short[criterion.level].append(criterion.key)
        if criterion.level is RequirementLevel.RECOMMENDATION:
            recommendation_count += 1
            unmet_recommendation_count += verdict is Verdict.NOT_MET

    if short[RequirementLevel.REGULATION]:
        return _Judged(
            (Outcome.FAILED,), tuple(short[RequirementLevel.REGULATION]), (GradingReason.REGULATION_NOT_MET,)
        )
    if short[RequirementLevel.RECOMMENDATION]:
        reasons = [GradingReason.RECOMMENDATION_NOT_MET]
        if unmet_recommendation_count * 2 > recommendation_count:
            reasons.append(GradingReason.RECOMMENDATIONS_NOT_ESSENTIALLY_FOLLOWED)
        return _fitted(area, (Outcome.PASSED_WITH_REMARKS,), short[RequirementLevel.RECOMMENDATION], reasons)
    exceptions = short[RequirementLevel.QUALITY_INDICATOR]
    if not exceptions:
        keys = [criterion.key for criterion in applicable]
        return _fitted(area, (Outcome.PASSED_WELL,), keys, [GradingReason.ALL_MET])
    outcomes, reason = _with_exceptions(area, len(exceptions))
    return _fitted(area, outcomes, exceptions, [reason])


def _with_exceptions(area: Area, exception_count: int) -> tuple[tuple[Outcome, ...], GradingReason]:
    """Give the outcomes for one or more indicators that fall short, with the reason.

    The tolerance and the number of indicators are those of the standard, not of what applies here.
    """
    if exception_count > area.tolerated_exceptions:
        return (Outcome.PASSED,), GradingReason.INDICATORS_NOT_MET
    if len(area.at_level(RequirementLevel.QUALITY_INDICATOR)) == 1:
        # One exception is "isolated" and yet no indicator at all is met: a person must choose.
        return (Outcome.PASSED_WELL, Outcome.PASSED), GradingReason.SINGLE_INDICATOR_EXCEPTION
    return (Outcome.PASSED_WELL,), GradingReason.ISOLATED_EXCEPTIONS


def _fitted(
    area: Area, outcomes: tuple[Outcome, ...], deciding: list[str], reasons: list[GradingReason]
) -> _Judged:
    """Move outcomes the area's scale lacks to the nearest it has, and say so."""
    fitted = tuple(dict.fromkeys(_nearest(area.scale, outcome) for outcome in outcomes))
    if fitted != outcomes:
        reasons = [*reasons, GradingReason.OUTCOME_NOT_IN_SCALE]
    return _Judged(fitted, tuple(deciding), tuple(reasons))


def _nearest(scale: GradeScale, outcome: Outcome) -> Outcome:
    """Give the outcome itself, or else the nearest passed one below it, or else the lowest passed one.

    Never FAILED: every scale says of that step that a regulation is breached, which is not so here.
    """
    passed = [step for step in scale.outcomes if step is not Outcome.FAILED]
    return next((step for step in passed if step.rank <= outcome.rank), passed[-1])


def _pivotal(
    area: Area, applicable: list[Criterion], verdicts: Mapping[str, Verdict], unknown: tuple[str, ...]
) -> tuple[str, ...]:
    """Give the unknown criteria whose verdict can still change the outcome, given some reading of the rest."""
    levels = {criterion.key: criterion.level for criterion in applicable}
    decisive = {level for level in RequirementLevel if _can_change(area, applicable, verdicts, level)}
    return tuple(key for key in unknown if levels[key] in decisive)


def _can_change(
    area: Area, applicable: list[Criterion], verdicts: Mapping[str, Verdict], level: RequirementLevel
) -> bool:
    """Tell whether unknown criteria of one level can change the outcome while the other levels' are met.

    Unknown criteria of one level are interchangeable, and the other levels hide least when met.
    """
    keys = [
        criterion.key
        for criterion in applicable
        if criterion.level is level and not verdicts[criterion.key].is_known
    ]
    ends = [
        _judge(area, applicable, {**verdicts, **dict.fromkeys(keys, end)}, unknown_as=Verdict.MET).outcomes
        for end in (Verdict.MET, Verdict.NOT_MET)
    ]
    return ends[0] != ends[1]
