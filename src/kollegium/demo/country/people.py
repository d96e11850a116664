"""Reviewers, supervisors and trainees of the larger demos: people with assignments, without log-ins."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from kollegium.accounts.models import Assignment, Person
from kollegium.demo.country.names import person_name
from kollegium.demo.country.places import AddedUnit
from kollegium.domain.roles import Role
from kollegium.domain.swedish import sort_key
from kollegium.trail.copying import copy_in, reserved_ids
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.demo.progress import Progress
    from kollegium.demo.sizes import Size
    from kollegium.domain.roles import Actor

CHUNK = 2_500
TRAINING_DAYS = 365 * 5
MAIN_SUPERVISOR_SHARE = 0.6


def add_people(
    units: list[AddedUnit], size: "Size", rng: Random, *, by: "Actor", as_of: date, progress: "Progress"
) -> list[str]:
    """Add everybody with an assignment each, and give the reviewers' names."""
    total = size.reviewers + size.supervisors + size.trainees
    made = _everybody(units, size, rng, as_of)
    reviewers: list[str] = []
    done = 0
    while done < total:
        count = min(CHUNK, total - done)
        people, assignments = [], []
        for pk in reserved_ids(Person, count):
            name, assignment = next(made)
            number = done + len(people) + 1
            people.append(
                Person(pk=pk, name=name, sort_key=sort_key(name), email=f"person{number}@exempel.se")
            )
            assignment.person_id = pk
            assignments.append(assignment)
        reviewers += [
            person.name
            for person, assignment in zip(people, assignments, strict=True)
            if assignment.role == Role.REVIEWER
        ]
        with recording(by=by, action="accounts.add_person"):
            copy_in(people)
            copy_in(assignments)
        done += count
        progress.show("people", done, total)
    return reviewers


def _everybody(
    units: list[AddedUnit], size: "Size", rng: Random, as_of: date
) -> Iterator[tuple[str, Assignment]]:
    """Give a name and an assignment that still lacks its person, reviewers first."""
    for _ in range(size.reviewers):
        specialty = rng.choice(units).specialties[0]
        since = as_of - timedelta(days=rng.randint(200, 4_000))
        yield (
            person_name(rng),
            Assignment(role=Role.REVIEWER.value, specialty_id=specialty.pk, valid_from=since),
        )
    for _ in range(size.supervisors):
        is_main = rng.random() < MAIN_SUPERVISOR_SHARE
        role = Role.MAIN_SUPERVISOR if is_main else Role.PLACEMENT_SUPERVISOR
        since = as_of - timedelta(days=rng.randint(100, 5_000))
        yield person_name(rng), _at_unit(role, units, since, rng)
    for _ in range(size.trainees):
        since = as_of - timedelta(days=rng.randint(10, TRAINING_DAYS))
        until = since + timedelta(days=TRAINING_DAYS)
        yield person_name(rng), _at_unit(Role.TRAINEE, units, since, rng, until)


def _at_unit(
    role: Role, units: list[AddedUnit], since: date, rng: Random, until: date | None = None
) -> Assignment:
    unit = rng.choice(units).unit
    return Assignment(role=role.value, unit_id=unit.pk, valid_from=since, valid_until=until)
