"""Keep the pool: a reviewer's profile, days away, ties, and where the own region is allowed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kollegium.domain.roles import Permission, Place
from kollegium.domain.staffing import Seniority, TieKind
from kollegium.organisations.models import CareProvider, Specialty, Unit
from kollegium.planning.actions.refusals import PlanningRefused
from kollegium.planning.models import Absence, Country, RegionAllowed, ReviewerProfile, ReviewerTie
from kollegium.planning.queries.pool import ReviewerView, get_reviewer_for, keeps_reviewers
from kollegium.trail.tracking import recording
from kollegium.ui.numbers import typed_number

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class ProfileValues:
    """What is said of a reviewer. `seniority` and `trained_on` are kept by the office; None leaves them as they are."""

    most_in_a_year: int
    country: Country
    seniority: Seniority | None = None
    trained_on: date | None = None


def keep_profile(
    *, person_id: int, values: ProfileValues, expected_version: int, as_of: date, by: "Actor"
) -> ReviewerProfile:
    """Store what is said of a reviewer.

    **Raises** Http404; PlanningRefused: `not-allowed-here`, `changed-meanwhile`.
    """
    with recording(by=by, action="planning.keep_profile"):
        get_reviewer_for(by, person_id, as_of=as_of)
        profile, _ = ReviewerProfile.objects.select_for_update().get_or_create(person_id=person_id)
        if profile.version != expected_version:
            raise PlanningRefused("changed-meanwhile")
        profile.most_in_a_year, profile.country = values.most_in_a_year, values.country
        if values.seniority is not None:
            if not keeps_reviewers(by):
                raise PlanningRefused("not-allowed-here")
            profile.seniority, profile.trained_on = values.seniority.value, values.trained_on
        profile.version += 1
        profile.save()
    return profile


def add_absence(*, person_id: int, first: date, last: date, as_of: date, by: "Actor") -> Absence:
    """Note days on which a reviewer does not review.

    **Raises** Http404; PlanningRefused: `period-ends-before-start`, `period-over`.
    """
    with recording(by=by, action="planning.add_absence"):
        get_reviewer_for(by, person_id, as_of=as_of)
        if last < first:
            raise PlanningRefused("period-ends-before-start")
        if last < as_of:
            raise PlanningRefused("period-over")
        return Absence.objects.create(person_id=person_id, first=first, last=last)


def remove_absence(*, person_id: int, absence_id: int, as_of: date, by: "Actor") -> None:
    """Take days away back; one that is gone already is no fault. **Raises** Http404."""
    with recording(by=by, action="planning.remove_absence"):
        get_reviewer_for(by, person_id, as_of=as_of)
        Absence.objects.filter(pk=absence_id, person=person_id).delete()


def add_tie(
    *, person_id: int, kind: TieKind, place_key: str, until: date | None, as_of: date, by: "Actor"
) -> ReviewerTie:
    """Note what ties a reviewer to a place (`unit:12`, `care_provider:3`); the same tie is kept once.

    **Raises** Http404; PlanningRefused: `no-such-place`.
    """
    with recording(by=by, action="planning.add_tie"):
        found = get_reviewer_for(by, person_id, as_of=as_of)
        column, _, number = place_key.partition(":")
        models = {"unit": Unit, "care_provider": CareProvider}
        pk = typed_number(number) or 0
        if column not in models or not models[column].objects.filter(pk=pk).exists():  # type: ignore[attr-defined]
            raise PlanningRefused("no-such-place")
        standing = _same(found, kind, column, pk)
        if standing is not None:
            standing.until = until
            standing.save(update_fields=["until"])
            return standing
        place = {f"{column}_id": pk}
        return ReviewerTie.objects.create(person_id=person_id, kind=kind.value, until=until, **place)


def remove_tie(*, person_id: int, tie_id: int, as_of: date, by: "Actor") -> None:
    """Take a tie back; one that is gone already is no fault. **Raises** Http404."""
    with recording(by=by, action="planning.remove_tie"):
        get_reviewer_for(by, person_id, as_of=as_of)
        ReviewerTie.objects.filter(pk=tie_id, person=person_id).delete()


def allow_regions(*, specialty_ids: Collection[int], of: Collection[int], by: "Actor") -> None:
    """Let reviewers review in their own region in these specialties, and in none of the others among `of`.

    **Raises** PlanningRefused: `not-allowed-here`.
    """
    with recording(by=by, action="planning.allow_regions"):
        keys = dict(Specialty.objects.filter(pk__in=set(of)).values_list("pk", "key"))
        if not all(by.may(Permission.KEEP_REVIEWERS, Place(specialty_key=key)) for key in keys.values()):
            raise PlanningRefused("not-allowed-here")
        wanted = set(specialty_ids) & set(keys)
        RegionAllowed.objects.filter(specialty__in=set(keys) - wanted).delete()
        standing = set(RegionAllowed.objects.filter(specialty__in=wanted).values_list("specialty", flat=True))
        RegionAllowed.objects.bulk_create(
            [RegionAllowed(specialty_id=pk) for pk in sorted(wanted - standing)]
        )


def _same(found: ReviewerView, kind: TieKind, column: str, pk: int) -> ReviewerTie | None:
    return next((tie for tie in found.ties if tie.kind == kind and getattr(tie, f"{column}_id") == pk), None)
