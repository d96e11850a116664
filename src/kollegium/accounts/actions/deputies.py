"""Absences, and who stands in for whom."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.models import PLACES, Account, Assignment, Deputyship, Person
from kollegium.accounts.queries import may_arrange_deputies
from kollegium.domain.periods import Period
from kollegium.domain.roles import ROLES_WITH_DEPUTIES, Role
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class DeputyValues:
    """Who stands in for somebody in a role, and when, both days included.

    A standing deputy stands in also when nobody is absent, and may do so until further notice. An absence
    has a last day, and may be without a deputy.
    """

    assignment_id: int
    deputy_id: int | None
    valid_from: date
    valid_until: date | None
    is_standing: bool = False
    reason: str = ""

    @property
    def period(self) -> Period:
        """Give the days."""
        return Period(self.valid_from, self.valid_until)


def arrange_deputy(*, values: DeputyValues, as_of: date, by: "Actor") -> Deputyship:
    """Register an absence with its deputy, or name a standing deputy. One does so for oneself, administrators for all.

    The deputy has the rights of that role at that place during these days, for as long as the role itself is
    held; not those the absent person has as a deputy of others.

    **Raises** PeopleRefused: not allowed, a role without deputies, `starts-before-today`, `ends-before-start`,
    `end-missing`, `beyond-role`, `deputy-missing`, `deputy-is-self`, `deputy-without-log-in`,
    `deputy-absent`, `absence-overlaps`, `deputy-already`.
    """
    _check_days(values, as_of)
    with recording(by=by, action="accounts.arrange_deputy"):
        assignment = _locked_assignment(values.assignment_id, as_of)
        if not may_arrange_deputies(by, assignment):
            raise PeopleRefused("not-allowed")
        if Role(assignment.role) not in ROLES_WITH_DEPUTIES:
            raise PeopleRefused("role-without-deputies")
        if not Period(assignment.valid_from, assignment.valid_until).holds(values.period):
            raise PeopleRefused("beyond-role", day=assignment.valid_until)
        _check_deputy(values, assignment)
        _check_others(values)
        return Deputyship.objects.create(
            assignment=assignment,
            deputy_id=values.deputy_id,
            valid_from=values.valid_from,
            valid_until=values.valid_until,
            is_standing=values.is_standing,
            reason="" if values.is_standing else values.reason,
        )


def end_deputyship(*, deputyship_id: int, last_day: date, as_of: date, by: "Actor") -> Deputyship | None:
    """Let an absence or a standing deputyship end with a day, at the earliest the day before this one.

    One that would end before it began is taken away; then nothing is given back.

    **Raises** PeopleRefused: not allowed, a day further back, one that has ended, a later day than before.
    """
    if last_day < as_of - timedelta(days=1):
        raise PeopleRefused("ends-before-today")
    with recording(by=by, action="accounts.end_deputyship"):
        found = Deputyship.objects.select_for_update().filter(pk=deputyship_id).first()
        if found is None or (found.valid_until is not None and found.valid_until < as_of):
            raise PeopleRefused("deputyship-has-ended")
        assignment = Assignment.objects.select_related(*PLACES).get(pk=found.assignment_id)
        if not may_arrange_deputies(by, assignment):
            raise PeopleRefused("not-allowed")
        if found.valid_until is not None and last_day > found.valid_until:
            raise PeopleRefused("ends-later")
        if last_day < found.valid_from:
            found.delete()
            return None
        found.valid_until = last_day
        found.save(update_fields=["valid_until"])
    return found


def _check_days(values: DeputyValues, as_of: date) -> None:
    if values.valid_from < as_of:
        raise PeopleRefused("starts-before-today")
    if values.valid_until is None and not values.is_standing:
        raise PeopleRefused("end-missing")
    if values.valid_until is not None and values.valid_until < values.valid_from:
        raise PeopleRefused("ends-before-start")


def _locked_assignment(assignment_id: int, as_of: date) -> Assignment:
    rows = Assignment.objects.select_for_update(of=("self",)).select_related(*PLACES)
    assignment = rows.filter(pk=assignment_id).first()
    if assignment is None or (assignment.valid_until is not None and assignment.valid_until < as_of):
        raise PeopleRefused("role-has-ended")
    return assignment


def _check_deputy(values: DeputyValues, assignment: Assignment) -> None:
    if values.deputy_id is None:
        if values.is_standing:
            raise PeopleRefused("deputy-missing")
        return
    if values.deputy_id == assignment.person_id:
        raise PeopleRefused("deputy-is-self")
    # Both are locked, in one order: whoever registers the deputy's own absence meanwhile comes after.
    both = [assignment.person_id, values.deputy_id]
    list(Person.objects.select_for_update().filter(pk__in=both).order_by("pk").values_list("pk"))
    if not Account.objects.filter(person=values.deputy_id, is_active=True).exists():
        raise PeopleRefused("deputy-without-log-in")
    absences = Deputyship.objects.filter(assignment__person=values.deputy_id, is_standing=False)
    if absences.filter(_meeting(values)).exists():
        raise PeopleRefused("deputy-absent")


def _check_others(values: DeputyValues) -> None:
    there = Deputyship.objects.filter(assignment=values.assignment_id, is_standing=values.is_standing)
    if values.is_standing:
        there = there.filter(deputy=values.deputy_id)
    if there.filter(_meeting(values)).exists():
        raise PeopleRefused("deputy-already" if values.is_standing else "absence-overlaps")


def _meeting(values: DeputyValues) -> Q:
    """Give the filter of rows that share a day with these."""
    ends_after = Q(valid_until__isnull=True) | Q(valid_until__gte=values.valid_from)
    return ends_after if values.valid_until is None else ends_after & Q(valid_from__lte=values.valid_until)
