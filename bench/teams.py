"""How long teams for a campaign take to be proposed: `dev.py bench teams`."""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import time
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

VISITS, REVIEWERS, SEATS = 40, 480, 2
GOAL_SECONDS = 10.0
FIRST = date(2027, 3, 1)
UNITS, PROVIDERS, REGIONS = 2_000, 60, 21
COMMON = "allmanmedicin"
OTHERS = ("anestesi-och-intensivvard", "ortopedi", "kirurgi", "internmedicin", "kardiologi", "psykiatri")
# Of ten reviewers so many are of the commonest specialty.
COMMON_SHARE = 25 / 32


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one campaign took: the rules for each pair and the solver's process. Units: seconds."""

    name: str
    seconds: float
    seats: int
    is_proven: bool
    goal: float = GOAL_SECONDS

    @property
    def is_met(self) -> bool:
        """Whether it was proposed in time, with every seat filled."""
        return self.seconds <= self.goal and self.seats == VISITS * SEATS


def measured(rounds: int = 1) -> list[Proposal]:
    """Give what proposing takes with one specialty and with seven, the median of so many rounds."""
    return [
        _measured("one specialty", mixed=False, rounds=rounds),
        _measured("seven specialties", mixed=True, rounds=rounds),
    ]


def _measured(name: str, *, mixed: bool, rounds: int) -> Proposal:
    from kollegium.planning.proposing import propose  # noqa: PLC0415 - needs the loaded models

    staffing, taken = _staffing(mixed=mixed), []
    for _ in range(max(1, rounds)):
        started = time.perf_counter()
        proposed = propose(staffing, tell=lambda share: None)
        taken.append(time.perf_counter() - started)
    return Proposal(name, statistics.median(taken), len(proposed.choices), proposed.is_proven)


def _staffing(*, mixed: bool) -> object:
    """Give forty visits within ten weeks and 480 reviewers with places, days away and ties, always the same."""
    from kollegium.domain.staffing import Candidate, Rules, Seniority, Visit  # noqa: PLC0415 - slow import
    from kollegium.planning.queries.candidates import Staffing  # noqa: PLC0415 - needs the loaded models

    chance = random.Random(5)

    def specialty() -> str:
        return chance.choice(OTHERS) if mixed and chance.random() > COMMON_SHARE else COMMON

    candidates = {
        number: Candidate(
            person_id=number,
            specialty_keys=frozenset({specialty()}),
            seniority=Seniority.JUNIOR if chance.random() < 0.25 else Seniority.SENIOR,
            most_in_a_year=chance.choice((2, 3, 4)),
            booked=((FIRST.year, chance.choice((0, 0, 0, 1, 2))),),
            unit_ids=frozenset({chance.randrange(UNITS)}),
            care_provider_ids=frozenset({chance.randrange(PROVIDERS)}),
            region_ids=frozenset({chance.randrange(REGIONS)}),
            away=(_week_from(chance.randrange(90)),),
        )
        for number in range(REVIEWERS)
    }
    visits = []
    for number in range(VISITS):
        first = FIRST + timedelta(days=7 * chance.randrange(10) + chance.randrange(3))
        visits.append(
            Visit(
                review_id=number,
                specialty_key=specialty(),
                unit_id=chance.randrange(UNITS),
                care_provider_id=chance.randrange(PROVIDERS),
                region_id=chance.randrange(REGIONS),
                first=first,
                last=first + timedelta(days=1),
                size=SEATS,
            )
        )
    return Staffing(tuple(visits), candidates, dict.fromkeys(range(VISITS), ()), Rules())


def _week_from(days: int) -> tuple[date, date]:
    first = FIRST + timedelta(days=days)
    return first, first + timedelta(days=7)


def told(found: list[Proposal]) -> list[str]:
    """Give the figures as lines to read."""
    return [
        f"teams for {VISITS} visits of {REVIEWERS} reviewers, {item.name:<18} {item.seconds:6.1f} s  {item.seats} seats"
        f"{', proven best' if item.is_proven else ''}  goal {item.goal:g} s  {'ok' if item.is_met else 'SLOW'}"
        for item in found
    ]


def main() -> int:
    """Measure, print, and write the figures if asked; return 0 however slow it was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kollegium.config.test_settings")
    import django  # noqa: PLC0415 - slow import

    django.setup()
    found = measured(options.rounds)
    print("\n".join(told(found)))
    if options.json:
        options.json.write_text(json.dumps([asdict(item) for item in found], indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
