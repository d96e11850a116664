"""Two rows of one person: what would move from the one to the other, what stands in the way, and what is merged."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.http import Http404

from kollegium.accounts.models import (
    PLACES,
    Account,
    Assignment,
    Deputyship,
    Invitation,
    Person,
    PersonMerge,
    RoleProposal,
)
from kollegium.accounts.queries.deputies import WITH_NAMES
from kollegium.accounts.queries.people import get_person_for
from kollegium.accounts.queries.person import get_managed_person_for, may_manage
from kollegium.domain.periods import Period
from kollegium.domain.roles import Role, needs_second_factor

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class Belongings:
    """What hangs on one row of a person, with the places and names that tell it."""

    person: Person
    log_ins: tuple[Account, ...]
    roles: tuple[Assignment, ...]
    deputyships: tuple[Deputyship, ...]
    proposals: tuple[RoleProposal, ...]
    invitations: tuple[Invitation, ...]

    def held(self, as_of: date) -> list[Assignment]:
        """Give the roles that have not ended."""
        return [role for role in self.roles if role.valid_until is None or role.valid_until >= as_of]

    def stands_in(self, as_of: date) -> list[Deputyship]:
        """Give the deputyships that have not ended."""
        return [item for item in self.deputyships if item.valid_until is None or item.valid_until >= as_of]

    def needs_second_factor(self, as_of: date) -> bool:
        """Say whether what is held, also as a deputy, asks for more than a password."""
        held = [*self.held(as_of), *(item.assignment for item in self.stands_in(as_of))]
        return needs_second_factor(Role(role.role) for role in held)


@dataclass(frozen=True)
class MergePlan:
    """What a merge would do on a day: `gone` goes up in `stays`."""

    gone: Belongings
    stays: Belongings
    as_of: date

    @cached_property
    def doubled(self) -> list[Assignment]:
        """Give the roles both hold, that ended yesterday when they are moved: the other's own covers the days.

        One that somebody stands in for goes on, and so does one that has not begun by yesterday.
        """
        spoken_for = {item.assignment_id for item in _of_roles(self.gone.held(self.as_of), self.as_of)}
        return [
            role
            for role in self.gone.held(self.as_of)
            if role.valid_from < self.as_of
            and role.pk not in spoken_for
            and any(_covers(own, role, self.as_of) for own in self.stays.roles)
        ]

    @property
    def gained(self) -> list[Assignment]:
        """Give the roles the one who stays did not hold."""
        return [role for role in self.gone.held(self.as_of) if role not in self.doubled]

    @property
    def obstacles(self) -> list[str]:
        """Give the codes of what must be put right first; none when the two can be merged."""
        pair = {self.gone.person.pk, self.stays.person.pk}
        everything = self.gone.stands_in(self.as_of) + self.stays.stands_in(self.as_of)
        if any({item.deputy_id, item.assignment.person_id} == pair for item in everything):
            return ["deputies-of-each-other"]
        if any(self._meets(item) for item in self.gone.stands_in(self.as_of)):
            return ["deputies-of-the-same"]
        return []

    @property
    def moving_deputyships(self) -> list[Deputyship]:
        """Give those that move; what has ended and would stand twice on the same days stays behind."""
        return [item for item in self.gone.deputyships if not self._meets(item)]

    @property
    def takes_email(self) -> bool:
        """Say whether the one who stays has no contact address and takes over the other's."""
        return bool(self.gone.person.email) and not self.stays.person.email

    @property
    def takes_hsa_id(self) -> bool:
        """Say whether the one who stays has no HSA-id and takes over the other's."""
        return bool(self.gone.person.hsa_id) and not self.stays.person.hsa_id

    @property
    def lacks_second_step(self) -> list[Account]:
        """Give the open log-ins, of either, that need a second step afterwards and have none."""
        if not any(one.needs_second_factor(self.as_of) for one in (self.gone, self.stays)):
            return []
        either = (*self.gone.log_ins, *self.stays.log_ins)
        return [row for row in either if row.is_active and row.second_factor_since is None]

    @property
    def mark(self) -> str:
        """Give a short text that is another as soon as anything the preview shows is."""
        told: list[object] = [self.as_of]
        for one in (self.gone, self.stays):
            told.append((one.person.pk, one.person.version))
            told += [(row.pk, row.is_active, row.second_factor_since) for row in one.log_ins]
            told += [(row.pk, row.valid_from, row.valid_until) for row in (*one.roles, *one.deputyships)]
            told += [row.pk for row in (*one.proposals, *one.invitations)]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]

    def _meets(self, item: Deputyship) -> bool:
        """Say whether the one who stays is standing deputy of the same role on the same days."""
        days = Period(item.valid_from, item.valid_until)
        return item.is_standing and any(
            own.is_standing
            and own.assignment_id == item.assignment_id
            and Period(own.valid_from, own.valid_until).overlaps(days)
            for own in self.stays.deputyships
        )


def merge_plan(gone: Person, stays: Person, *, as_of: date) -> MergePlan:
    """Give what merging one row of a person into another would do; eleven queries at most."""
    return MergePlan(_belongings(gone), _belongings(stays), as_of)


def get_pair_for(actor: "Actor", gone_id: int, stays_id: int, *, as_of: date) -> tuple[Person, Person]:
    """Give two people the actor sees, one of whom may go up in the other. Raises Http404."""
    if gone_id == stays_id:
        raise Http404
    gone = get_managed_person_for(actor, gone_id, as_of=as_of)
    return gone, get_managed_person_for(actor, stays_id, as_of=as_of)


def may_merge(actor: "Actor", *people: Person) -> bool:
    """Say whether the actor may merge these: may change each of them, and is none of them.

    Log-ins of the one get the roles of the other: whoever could not give all of those must not give them so.
    """
    is_own = actor.key in {f"person:{person.pk}" for person in people}
    return not is_own and all(may_manage(actor, person) for person in people)


def merges_into(person: Person) -> list[PersonMerge]:
    """Give the rows merged into a person and not taken apart since, newest first, with who did it."""
    merges = PersonMerge.objects.filter(into=person, undone_at__isnull=True)
    return list(merges.select_related("person", "merged_by").order_by("-merged_at", "-pk"))


def rows_of(person: Person) -> QuerySet[Person, int]:
    """Give the ids of a person's row and of those merged into it, to be asked for within another question."""
    return Person.objects.filter(Q(pk=person.pk) | Q(merged_into=person)).values_list("pk", flat=True)


def get_merge_for(actor: "Actor", merge_id: int, *, as_of: date) -> PersonMerge:
    """Give a merge that stands, of a person the actor sees. Raises Http404."""
    merges = PersonMerge.objects.select_related("person", "into").filter(undone_at__isnull=True)
    found = merges.filter(pk=merge_id).first()
    if found is None:
        raise Http404
    get_managed_person_for(actor, found.into_id, as_of=as_of)
    return found


def row_that_stays_for(actor: "Actor", person_id: int, *, as_of: date) -> Person | None:
    """Give the person a merged row went up in, when the actor sees that one: an old address leads on."""
    into = Person.objects.filter(pk=person_id).values_list("merged_into", flat=True).first()
    if into is None:
        return None
    try:
        return get_person_for(actor, into, as_of=as_of)
    except Http404:
        return None


def _belongings(person: Person) -> Belongings:
    roles = Assignment.objects.filter(person=person).select_related(*PLACES).order_by("valid_from", "pk")
    deputyships = Deputyship.objects.filter(deputy=person).select_related(*WITH_NAMES)
    proposals = RoleProposal.objects.open().filter(person=person)
    return Belongings(
        person,
        tuple(Account.objects.filter(person=person).order_by("pk")),
        tuple(roles),
        tuple(deputyships.order_by("valid_from", "pk")),
        tuple(proposals.order_by("pk")),
        tuple(Invitation.objects.open().filter(invited_by=person).order_by("pk")),
    )


def _of_roles(roles: Iterable[Assignment], as_of: date) -> list[Deputyship]:
    there = Deputyship.objects.filter(assignment__in=[role.pk for role in roles])
    return list(there.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=as_of)))


def _covers(own: Assignment, role: Assignment, as_of: date) -> bool:
    """Say whether one's own role is the same at the same place and holds from today as long as the other."""
    if own.role != role.role or any(
        getattr(own, f"{place}_id") != getattr(role, f"{place}_id") for place in PLACES
    ):
        return False
    return Period(own.valid_from, own.valid_until).holds(Period(as_of, role.valid_until))
