"""Teams for the cases of a campaign: the rules give the choices, the solver's process chooses."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kollegium.domain.staffing import (
    Candidate,
    Finding,
    Seniority,
    Visit,
    cost_of,
    findings,
    is_of_specialty,
    is_ruled_out,
)
from kollegium.planning.queries.candidates import Staffing

CHILD = Path(__file__).with_name("solver.py")
# What the solver may take, and how much longer its process may live.
SECONDS = 6.0
GRACE = 20.0


class ProposalFailed(Exception):
    """The solver's process gave no answer."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A reviewer chosen for a visit, with what was found; `others` could have taken part too, of the specialty."""

    visit: Visit
    candidate: Candidate
    found: tuple[Finding, ...]
    others: int

    def facts(self) -> dict[str, Any]:
        """Give what is kept with the proposal, as JSON holds it."""
        return {
            "findings": [[one.reason.value, one.day.isoformat() if one.day else None] for one in self.found],
            "year": self.visit.first.year,
            "booked": self.candidate.booked_in(self.visit.first.year),
            "most": self.candidate.most_in_a_year,
            "cost": cost_of(self.candidate, self.visit, self.found),
            "is_own": is_of_specialty(self.candidate, self.visit),
            "is_junior": self.candidate.seniority is Seniority.JUNIOR,
            "others": self.others,
        }


@dataclass(frozen=True, slots=True)
class Proposed:
    """Who was chosen for what. `is_proven`: no other choice costs noticeably less."""

    choices: tuple[Choice, ...]
    is_proven: bool


def propose(
    staffing: Staffing, *, tell: Callable[[float], None], seconds: float = SECONDS, child: Path = CHILD
) -> Proposed:
    """Choose reviewers for every visit that still needs some.

    `tell` hears how far it has come, a share 0–1. **Raises** ProposalFailed. **Side effects** a process, for seconds.
    """
    visits = [visit for visit in staffing.visits if visit.size]
    if not visits:
        return Proposed((), is_proven=True)
    people = list(staffing.candidates.values())
    options = [_options(visit, people, staffing) for visit in visits]
    years = sorted({visit.first.year for visit in visits})
    task = {
        "seconds": seconds,
        # As JSON holds it: the keys are words.
        "room": [
            {str(year): max(one.most_in_a_year - one.booked_in(year), 0) for year in years} for one in people
        ],
        "visits": [_visit_task(visit, found, staffing) for visit, found in zip(visits, options, strict=True)],
    }
    answer = _solved(task, tell, seconds + GRACE, child)
    choices = []
    for visit, found, team in zip(visits, options, answer["teams"], strict=True):
        own = sum(is_of_specialty(people[number], visit) for number in found)
        chosen_own = sum(is_of_specialty(people[number], visit) for number in team)
        choices += [Choice(visit, people[number], found[number], max(own - chosen_own, 0)) for number in team]
    return Proposed(tuple(choices), bool(answer["is_proven"]))


def _options(visit: Visit, people: list[Candidate], staffing: Staffing) -> dict[int, tuple[Finding, ...]]:
    """Give who could review the visit. Shape: number in the list → what was found."""
    in_team = {one.person_id for one in staffing.teams[visit.review_id]}
    found = {}
    for number, candidate in enumerate(people):
        if candidate.person_id in in_team:
            continue
        against = findings(candidate, visit, staffing.rules)
        if not is_ruled_out(against):
            found[number] = against
    return found


def _visit_task(visit: Visit, found: dict[int, tuple[Finding, ...]], staffing: Staffing) -> dict[str, Any]:
    people, team = list(staffing.candidates.values()), staffing.teams[visit.review_id]
    return {
        "size": visit.size,
        "year": str(visit.first.year),
        "span": [visit.first.toordinal(), visit.last.toordinal()],
        # How many more experienced than new reviewers are in the team already, and how many of the specialty.
        "seniors": sum(1 if one.seniority is Seniority.SENIOR else -1 for one in team),
        "own": sum(is_of_specialty(one, visit) or not one.specialty_keys for one in team),
        "options": [
            [
                number,
                cost_of(people[number], visit, against),
                people[number].seniority is Seniority.JUNIOR,
                is_of_specialty(people[number], visit) or not people[number].specialty_keys,
            ]
            for number, against in found.items()
        ],
    }


def _solved(task: dict[str, Any], tell: Callable[[float], None], seconds: float, child: Path) -> Any:
    """Give the child's answer; it is ended when the time is up or the asking fails."""
    process = subprocess.Popen(
        # -P: the child's own folder must not be searched for modules.
        [sys.executable, "-P", str(child)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    alarm = threading.Timer(seconds, process.kill)
    alarm.daemon = True
    alarm.start()
    try:
        return _answer(process, json.dumps(task), tell)
    except (OSError, ValueError) as error:
        raise ProposalFailed("the solver's process ended without an answer") from error
    finally:
        alarm.cancel()
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()


def _answer(process: "subprocess.Popen[str]", task: str, tell: Callable[[float], None]) -> Any:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(task)
    process.stdin.close()
    for line in process.stdout:
        said = json.loads(line)
        if "teams" in said:
            return said
        tell(float(said["done"]))
    raise ValueError("no answer")
