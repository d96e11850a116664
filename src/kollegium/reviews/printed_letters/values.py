"""What the letters say, in plain values: as it was decided, whatever was written later."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kollegium.domain.grading import Verdict, breached_regulations
from kollegium.domain.standard import Area, Outcome, Standard


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decided, by which role (words in the letter's language come later; `roles` are keys), and on which day."""

    on: date
    name: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The case that a letter is about. `link` is the address of its page in Kollegium."""

    unit: str
    standard: Standard
    kind: str
    case_number: str = ""
    care_provider: str = ""
    specialty: str = ""
    specialty_en: str = ""
    visit: tuple[date | None, date | None] = (None, None)
    link: str = ""


@dataclass(frozen=True, slots=True)
class DecidedArea:
    """One decided area of one report; `part` is a key of the standard's service parts, empty where there is one report.

    `verdicts` are those that counted when it was decided. `proposed` is what the team proposed, and `reason` why
    the decision departs from it, or the team from the rule.
    """

    area: Area
    outcome: Outcome
    part: str = ""
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    proposed: Outcome | None = None
    reason: str = ""

    @property
    def breached(self) -> tuple[str, ...]:
        """Give the keys of the regulations that fall short."""
        return breached_regulations(self.area, self.verdicts)

    @property
    def needs_plan(self) -> bool:
        """Say whether the unit answers for the area with an action plan: it failed, or a regulation is breached."""
        return self.outcome is Outcome.FAILED or bool(self.breached)


@dataclass(frozen=True, slots=True)
class DecisionLetter:
    """A decision. `plan_by` is the last day for the action plan, `ask_until` that for asking for reconsideration."""

    head: LetterHead
    signed: Signed
    areas: tuple[DecidedArea, ...]
    plan_by: date
    ask_until: date


@dataclass(frozen=True, slots=True)
class ReconsideredAnswer:
    """What was decided anew about one area that the unit asked about."""

    area: Area
    before: Outcome
    after: Outcome
    reason: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class ReconsiderationLetter:
    """A decision on a reconsideration. `still_failed` are the areas, asked about or not, that are not passed now."""

    head: LetterHead
    first: Signed
    asked: Signed
    reason: str
    signed: Signed
    answers: tuple[ReconsideredAnswer, ...]
    still_failed: tuple[DecidedArea, ...]
    plan_by: date
