"""What the rules of staffing need to know, gathered for a whole campaign at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kollegium.accounts.models import Assignment, Person
from kollegium.domain.case_life import FINISHED, IN_PROGRESS
from kollegium.domain.roles import Role
from kollegium.domain.staffing import Candidate, Rules, Seniority, Tie, TieKind, Visit
from kollegium.organisations.models import Unit
from kollegium.planning.models import Absence, RegionAllowed, ReviewerProfile, ReviewerTie
from kollegium.planning.models.pool import MOST_IN_A_YEAR
from kollegium.planning.queries.pool import load_in
from kollegium.reviews.actions.cases import REVIEWERS_NEEDED
from kollegium.reviews.models import Review, ReviewerName, ReviewKind, TeamMember

Periods = dict[int, list[tuple[date, date]]]


@dataclass(frozen=True, slots=True)
class Staffing:
    """The cases to be staffed and everybody who could.

    Shape: `visits` without those that need nobody; `teams` is review → candidates who are in the team already.
    """

    visits: tuple[Visit, ...]
    candidates: Mapping[int, Candidate]
    teams: Mapping[int, tuple[Candidate, ...]]
    rules: Rules


def staffing_of(reviews: Iterable[Review], *, as_of: date) -> Staffing:
    """Gather visits, candidates and rules for cases that have days; thirteen queries, however many they are.

    The reviews come with their unit and specialty. Shape: `visit.size` is how many are still needed.
    """
    cases = [review for review in reviews if review.visit_from is not None]
    standing = _standing_teams([case.pk for case in cases])
    visits = tuple(_visit(case, len(standing[case.pk])) for case in cases)
    years = {visit.first.year for visit in visits}
    candidates = _candidates(years, {visit.unit_id for visit in visits}, {case.pk for case in cases}, as_of)
    allowed = frozenset(RegionAllowed.objects.values_list("specialty__key", flat=True))
    teams = {
        pk: tuple(candidates[person] for person in members if person in candidates)
        for pk, members in standing.items()
    }
    return Staffing(visits, candidates, teams, Rules(regions_allowed=allowed))


def _visit(case: Review, standing: int) -> Visit:
    first = case.visit_from
    assert first is not None
    needed = REVIEWERS_NEEDED.get(ReviewKind(case.kind), 1)
    return Visit(
        review_id=case.pk,
        specialty_key=case.specialty.key if case.specialty else "",
        unit_id=case.unit_id,
        care_provider_id=case.care_provider_id or 0,
        region_id=case.unit.region_id,
        first=first,
        last=case.visit_to or first,
        size=max(needed - standing, 0),
    )


def _standing_teams(review_ids: list[int]) -> dict[int, list[int]]:
    teams: dict[int, list[int]] = {pk: [] for pk in review_ids}
    members = TeamMember.objects.standing().filter(review__in=review_ids)
    for review_id, person_id in members.values_list("review", "person"):
        teams[review_id].append(person_id)
    return teams


def _candidates(
    years: set[int], unit_ids: set[int], own_cases: set[int], as_of: date
) -> dict[int, Candidate]:
    held = Assignment.objects.in_force(as_of).filter(role=Role.REVIEWER)
    people = Person.objects.present().filter(pk__in=held.values("person"))
    order = sorted(years)
    loads = people.annotate(**{f"booked_{year}": load_in(year) for year in order})
    booked = {
        pk: tuple(zip(order, counts, strict=True))
        for pk, *counts in loads.values_list("pk", *(f"booked_{year}" for year in order))
    }
    specialties: dict[int, set[str]] = defaultdict(set)
    for_all: set[int] = set()
    for person_id, key in held.values_list("person", "specialty__key"):
        if key is None:
            for_all.add(person_id)
        else:
            specialties[person_id].add(key)
    profiles = {one.person_id: one for one in ReviewerProfile.objects.filter(person__in=booked)}
    away, reviewed = _away(as_of, own_cases), _reviewed(unit_ids)
    found = {
        pk: Candidate(
            person_id=pk,
            specialty_keys=frozenset() if pk in for_all else frozenset(specialties[pk]),
            most_in_a_year=MOST_IN_A_YEAR,
            booked=counts,
            reviewed=tuple(reviewed[pk]),
            away=tuple(away[pk]),
        )
        for pk, counts in booked.items()
    }
    for pk, profile in profiles.items():
        found[pk] = replace(
            found[pk],
            seniority=Seniority(profile.seniority),
            most_in_a_year=profile.most_in_a_year,
            is_nordic=profile.country != "SE",
        )
    return _with_ties(_with_employers(found, as_of))


def _with_employers(found: dict[int, Candidate], as_of: date) -> dict[int, Candidate]:
    """Add where each works today, from the roles held besides that of reviewer."""
    units: dict[int, set[int]] = defaultdict(set)
    providers: dict[int, set[int]] = defaultdict(set)
    regions: dict[int, set[int]] = defaultdict(set)
    rows = (
        Assignment.objects.in_force(as_of)
        .filter(person__in=found)
        .exclude(role=Role.REVIEWER)
        .values_list(
            "person",
            "unit",
            "unit__merged_into",
            "unit__care_provider",
            "unit__region",
            "care_provider",
            "care_provider__region",
            "region",
        )
    )
    for person_id, unit, into, unit_provider, unit_region, provider, provider_region, region in rows:
        units[person_id] |= {unit, into} - {None}
        providers[person_id] |= {unit_provider, provider} - {None}
        regions[person_id] |= {unit_region, provider_region, region} - {None}
    return {
        pk: replace(
            one,
            unit_ids=frozenset(units[pk]),
            care_provider_ids=frozenset(providers[pk]),
            region_ids=frozenset(regions[pk]),
        )
        for pk, one in found.items()
    }


def _with_ties(found: dict[int, Candidate]) -> dict[int, Candidate]:
    rows = list(ReviewerTie.objects.filter(person__in=found).select_related("unit"))
    below: dict[int, set[int]] = defaultdict(set)
    named = [row.unit_id for row in rows if row.unit_id]
    for pk, parent in Unit.objects.filter(parent__in=named).values_list("pk", "parent"):
        below[parent].add(pk)
    ties: dict[int, list[Tie]] = defaultdict(list)
    for row in rows:
        unit_ids: frozenset[int] = frozenset()
        if row.unit is not None:
            unit_ids = frozenset({row.unit.pk, row.unit.merged_into_id or row.unit.pk, *below[row.unit.pk]})
        ties[row.person_id].append(Tie(TieKind(row.kind), unit_ids, row.care_provider_id, row.until))
    return {pk: replace(one, ties=tuple(ties[pk])) if pk in ties else one for pk, one in found.items()}


def _away(as_of: date, own_cases: set[int]) -> Periods:
    """Give the days on which each is away or at a visit of another case."""
    away: Periods = defaultdict(list)
    absences = Absence.objects.filter(last__gte=as_of).values_list("person", "first", "last")
    visits = (
        TeamMember.objects.standing()
        .filter(review__state__in=sorted(IN_PROGRESS), review__visit_from__isnull=False)
        .exclude(review__in=own_cases)
        .values_list("person", "review__visit_from", "review__visit_to")
    )
    for person_id, first, last in [*absences, *visits]:
        away[person_id].append((first, last or first))
    return away


def _reviewed(unit_ids: set[int]) -> dict[int, list[tuple[int, date]]]:
    """Give who has reviewed the units before, and when. Shape: person → (unit, first day)."""
    reviewed: dict[int, list[tuple[int, date]]] = defaultdict(list)
    decided = {
        "review__unit__in": unit_ids,
        "review__visit_from__isnull": False,
        "review__state__in": sorted(FINISHED),
    }
    columns = ("person", "review__unit", "review__visit_from")
    printed = ReviewerName.objects.filter(person__isnull=False, **decided).values_list(*columns)
    members = TeamMember.objects.standing().filter(**decided).values_list(*columns)
    for person_id, unit_id, day in {*printed, *members}:
        if person_id is not None:
            reviewed[person_id].append((unit_id, day))
    return reviewed
