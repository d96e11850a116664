"""What stands between a reviewer and a visit, what speaks for another choice, and what a team needs.

Source: docs/sources.md, `reviewers` and `neighbours`: reviewers come from another part of the country and have no
economic, administrative or organisational tie to whom they review. The costs are inferred: they only set an order
between choices that a person then decides about.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kollegium.domain.staffing.neighbours import are_neighbours


class Seniority(StrEnum):
    """Whether a reviewer has reviewed enough to stand beside a new one."""

    SENIOR = "senior"
    JUNIOR = "junior"


class TieKind(StrEnum):
    """What ties a reviewer to a place, as the reviewer tells it."""

    EARLIER_EMPLOYER = "earlier_employer"
    OWN_TRAINEE = "own_trainee"
    OTHER = "other"


class Reason(StrEnum):
    """One thing found about a reviewer and a visit."""

    OWN_UNIT = "own-unit"
    SAME_PROVIDER = "same-provider"
    DECLARED = "declared"
    OWN_TRAINEE = "own-trainee"
    LATELY_EMPLOYED = "lately-employed"
    AWAY = "away"
    OTHER_SPECIALTY = "other-specialty"
    SAME_REGION = "same-region"
    EARLIER_EMPLOYED = "earlier-employed"
    EARLIER_REVIEW = "earlier-review"
    OVER_OWN_LIMIT = "over-own-limit"
    NEIGHBOUR = "neighbouring-specialty"
    NORDIC = "nordic-colleague"
    ALL_SPECIALTIES = "all-specialties"


# What rules a reviewer out of a visit; of everything else a person decides.
HARD = frozenset(
    {
        Reason.OWN_UNIT,
        Reason.SAME_PROVIDER,
        Reason.DECLARED,
        Reason.OWN_TRAINEE,
        Reason.LATELY_EMPLOYED,
        Reason.AWAY,
        Reason.OTHER_SPECIALTY,
    }
)
# Without unit: one neighbouring specialty weighs as four reviews that a reviewer already has that year.
COSTS: dict[Reason, int] = {
    Reason.SAME_REGION: 100,
    Reason.NEIGHBOUR: 80,
    Reason.OVER_OWN_LIMIT: 60,
    Reason.EARLIER_EMPLOYED: 40,
    Reason.EARLIER_REVIEW: 40,
    Reason.ALL_SPECIALTIES: 30,
    Reason.NORDIC: 20,
}
COST_PER_BOOKED_REVIEW = 5


@dataclass(frozen=True, slots=True)
class Rules:
    """What can be set. **Units**: years."""

    regions_allowed: frozenset[str] = frozenset()
    employed_years: int = 5
    review_years: int = 5


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie to a unit (and those below it) or to a care provider; `until` None is not ended, or not known."""

    kind: TieKind
    unit_ids: frozenset[int] = frozenset()
    care_provider_id: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reviewer as far as the rules need to know.

    **Shape** `specialty_keys`: empty for one who reviews all. `reviewed`: (unit, first day of the visit). `away`:
    periods, both days included. `booked`: (year, reviews whose visit falls in it).
    """

    person_id: int
    specialty_keys: frozenset[str] = frozenset()
    seniority: Seniority = Seniority.SENIOR
    most_in_a_year: int = 3
    booked: tuple[tuple[int, int], ...] = ()
    is_nordic: bool = False
    unit_ids: frozenset[int] = frozenset()
    care_provider_ids: frozenset[int] = frozenset()
    region_ids: frozenset[int] = frozenset()
    ties: tuple[Tie, ...] = ()
    reviewed: tuple[tuple[int, date], ...] = ()
    away: tuple[tuple[date, date], ...] = ()

    def booked_in(self, year: int) -> int:
        """Give how many reviews they have already in the year."""
        return dict(self.booked).get(year, 0)


@dataclass(frozen=True, slots=True)
class Visit:
    """What is to be reviewed, where and when."""

    review_id: int
    specialty_key: str
    unit_id: int
    care_provider_id: int
    region_id: int
    first: date
    last: date
    size: int = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason, with the day it hangs on where there is one."""

    reason: Reason
    day: date | None = field(default=None)


def findings(candidate: Candidate, visit: Visit, rules: Rules) -> tuple[Finding, ...]:
    """Give everything that speaks against the reviewer for the visit, what rules out first."""
    found = [
        *_by_employment(candidate, visit),
        *_by_ties(candidate, visit, rules),
        *(Finding(Reason.AWAY, first) for first, last in candidate.away if _meet(first, last, visit)),
        *_by_specialty(candidate, visit),
        *_by_region(candidate, visit, rules),
        *_by_earlier_reviews(candidate, visit, rules),
    ]
    if candidate.booked_in(visit.first.year) >= candidate.most_in_a_year:
        found.append(Finding(Reason.OVER_OWN_LIMIT, visit.first))
    order = list(Reason)
    kept: dict[Reason, Finding] = {}
    for one in found:
        kept.setdefault(one.reason, one)
    return tuple(sorted(kept.values(), key=lambda one: (one.reason not in HARD, order.index(one.reason))))


def is_ruled_out(found: Iterable[Finding]) -> bool:
    """Say whether any of the findings rules the reviewer out."""
    return any(one.reason in HARD for one in found)


def cost_of(candidate: Candidate, visit: Visit, found: Iterable[Finding]) -> int:
    """Give what it costs to choose the reviewer: what was found, and what they have to do already in the visit's year."""
    booked = candidate.booked_in(visit.first.year)
    return booked * COST_PER_BOOKED_REVIEW + sum(COSTS.get(one.reason, 0) for one in found)


def is_of_specialty(candidate: Candidate, visit: Visit) -> bool:
    """Say whether the reviewer is held for the specialty itself."""
    return visit.specialty_key in candidate.specialty_keys


def team_faults(team: Iterable[Candidate], visit: Visit) -> tuple[str, ...]:
    """Give what a team lacks: `too-small`, `no-senior`, `juniors-without-senior`, `nobody-of-the-specialty`."""
    members = list(team)
    seniors = sum(one.seniority is Seniority.SENIOR for one in members)
    faults = []
    if len(members) < visit.size:
        faults.append("too-small")
    if members and not seniors:
        faults.append("no-senior")
    elif len(members) - seniors > seniors:
        faults.append("juniors-without-senior")
    if members and not any(is_of_specialty(one, visit) or not one.specialty_keys for one in members):
        faults.append("nobody-of-the-specialty")
    return tuple(faults)


def _by_employment(candidate: Candidate, visit: Visit) -> list[Finding]:
    if visit.unit_id in candidate.unit_ids:
        return [Finding(Reason.OWN_UNIT)]
    if visit.care_provider_id in candidate.care_provider_ids:
        return [Finding(Reason.SAME_PROVIDER)]
    return []


def _by_ties(candidate: Candidate, visit: Visit, rules: Rules) -> list[Finding]:
    found = []
    for tie in candidate.ties:
        if visit.unit_id not in tie.unit_ids and tie.care_provider_id != visit.care_provider_id:
            continue
        if tie.kind is TieKind.EARLIER_EMPLOYER:
            is_lately = tie.until is None or tie.until > _years_before(visit.first, rules.employed_years)
            reason = Reason.LATELY_EMPLOYED if is_lately else Reason.EARLIER_EMPLOYED
            found.append(Finding(reason, tie.until))
        else:
            found.append(Finding(Reason.OWN_TRAINEE if tie.kind is TieKind.OWN_TRAINEE else Reason.DECLARED))
    return found


def _by_specialty(candidate: Candidate, visit: Visit) -> list[Finding]:
    if not candidate.specialty_keys:
        found = [Finding(Reason.ALL_SPECIALTIES)]
    elif is_of_specialty(candidate, visit):
        found = []
    elif any(are_neighbours(visit.specialty_key, key) for key in candidate.specialty_keys):
        found = [Finding(Reason.NEIGHBOUR)]
    else:
        found = [Finding(Reason.OTHER_SPECIALTY)]
    return [*found, Finding(Reason.NORDIC)] if candidate.is_nordic else found


def _by_region(candidate: Candidate, visit: Visit, rules: Rules) -> list[Finding]:
    is_allowed = visit.specialty_key in rules.regions_allowed
    return [] if is_allowed or visit.region_id not in candidate.region_ids else [Finding(Reason.SAME_REGION)]


def _by_earlier_reviews(candidate: Candidate, visit: Visit, rules: Rules) -> list[Finding]:
    since = _years_before(visit.first, rules.review_years)
    days = [day for unit_id, day in candidate.reviewed if unit_id == visit.unit_id and day > since]
    return [Finding(Reason.EARLIER_REVIEW, max(days))] if days else []


def _meet(first: date, last: date, visit: Visit) -> bool:
    return first <= visit.last and visit.first <= last


def _years_before(day: date, years: int) -> date:
    # Most years have no 29th of February; the day before stands for it.
    return day.replace(year=day.year - years, day=28 if (day.month, day.day) == (2, 29) else day.day)
