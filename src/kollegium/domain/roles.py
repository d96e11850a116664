"""Who may do what, where: permissions, roles and the places a right reaches."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Permission(StrEnum):
    """One thing a person may be allowed to do."""

    READ_PLACES = "read_places"
    MANAGE_PLACES = "manage_places"
    READ_PEOPLE = "read_people"
    MANAGE_PEOPLE = "manage_people"
    READ_REVIEWS = "read_reviews"
    READ_REVIEW_HISTORY = "read_review_history"
    EDIT_REVIEWS = "edit_reviews"
    REPORT_PROGRESS = "report_progress"
    IMPORT_REVIEWS = "import_reviews"
    OVERRULE_GRADES = "overrule_grades"
    PUBLISH_REVIEWS = "publish_reviews"
    READ_STATISTICS = "read_statistics"


class Reach(StrEnum):
    """The kind of place a role can be held at."""

    NATIONAL = "national"
    SPECIALTY = "specialty"
    REGION = "region"
    CARE_PROVIDER = "care_provider"
    UNIT = "unit"


class Role(StrEnum):
    """What a person is, at a place, for a period."""

    TRAINEE = "trainee"
    MAIN_SUPERVISOR = "main_supervisor"
    PLACEMENT_SUPERVISOR = "placement_supervisor"
    PROGRAMME_DIRECTOR = "programme_director"
    HEAD_OF_UNIT = "head_of_unit"
    MEDICAL_LEAD = "medical_lead"
    DIRECTOR_OF_TRAINING = "director_of_training"
    CARE_PROVIDER_OFFICER = "care_provider_officer"
    REGION_OFFICER = "region_officer"
    REVIEWER = "reviewer"
    SPECIALTY_COORDINATOR = "specialty_coordinator"
    REVIEW_OFFICE = "review_office"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class RoleRule:
    """What one role may do and the kinds of place it can be held at."""

    permissions: frozenset[Permission]
    reaches: frozenset[Reach]


def _rule(reaches: Iterable[Reach], *permissions: Permission) -> RoleRule:
    return RoleRule(frozenset(permissions) | {Permission.READ_PLACES}, frozenset(reaches))


_AT_UNIT = (Reach.UNIT,)
_ABOVE_UNIT = (Reach.CARE_PROVIDER, Reach.REGION)

# Source: docs/sources.md, roles and visibility; inferred where the field is silent. A review that is
# confirmed but not published may still name a single trainee, so trainees and placement supervisors
# read the published page and not the case.
ROLES: dict[Role, RoleRule] = {
    Role.TRAINEE: _rule(_AT_UNIT),
    Role.PLACEMENT_SUPERVISOR: _rule(_AT_UNIT),
    Role.MAIN_SUPERVISOR: _rule(_AT_UNIT, Permission.READ_REVIEWS),
    Role.PROGRAMME_DIRECTOR: _rule(
        (Reach.UNIT, Reach.CARE_PROVIDER),
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.REPORT_PROGRESS,
        Permission.READ_PEOPLE,
    ),
    Role.HEAD_OF_UNIT: _rule(
        _AT_UNIT,
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.REPORT_PROGRESS,
        Permission.READ_PEOPLE,
    ),
    Role.MEDICAL_LEAD: _rule(_AT_UNIT, Permission.READ_REVIEWS, Permission.READ_REVIEW_HISTORY),
    Role.DIRECTOR_OF_TRAINING: _rule(
        _ABOVE_UNIT,
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.IMPORT_REVIEWS,
        Permission.EDIT_REVIEWS,
        Permission.REPORT_PROGRESS,
        Permission.READ_PEOPLE,
        Permission.READ_STATISTICS,
    ),
    Role.CARE_PROVIDER_OFFICER: _rule(
        (Reach.CARE_PROVIDER,),
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.READ_PEOPLE,
        Permission.READ_STATISTICS,
    ),
    Role.REGION_OFFICER: _rule(
        (Reach.REGION,),
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.READ_PEOPLE,
        Permission.READ_STATISTICS,
    ),
    Role.REVIEWER: _rule((Reach.NATIONAL, Reach.SPECIALTY)),
    Role.SPECIALTY_COORDINATOR: _rule(
        (Reach.SPECIALTY,),
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.READ_STATISTICS,
    ),
    Role.REVIEW_OFFICE: _rule(
        (Reach.NATIONAL,),
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.EDIT_REVIEWS,
        Permission.REPORT_PROGRESS,
        Permission.IMPORT_REVIEWS,
        Permission.OVERRULE_GRADES,
        Permission.PUBLISH_REVIEWS,
        Permission.MANAGE_PLACES,
        Permission.READ_PEOPLE,
        Permission.READ_STATISTICS,
    ),
    Role.ADMINISTRATOR: _rule(
        (Reach.NATIONAL,), Permission.MANAGE_PLACES, Permission.READ_PEOPLE, Permission.MANAGE_PEOPLE
    ),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands: the ids and the specialty a right is checked against.

    A field that is None says nothing: a place with no unit is not covered by a right held at a unit.
    """

    region_id: int | None = None
    care_provider_id: int | None = None
    unit_id: int | None = None
    specialty_key: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """All places one permission reaches for one actor.

    Shape: ids of regions, care providers and units (units with everything below them already
    added) and keys of specialties; `national` reaches everything.
    """

    national: bool = False
    region_ids: frozenset[int] = field(default_factory=frozenset)
    care_provider_ids: frozenset[int] = field(default_factory=frozenset)
    unit_ids: frozenset[int] = field(default_factory=frozenset)
    specialty_keys: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_empty(self) -> bool:
        """Say whether the permission reaches no place at all."""
        return not (
            self.national or self.region_ids or self.care_provider_ids or self.unit_ids or self.specialty_keys
        )

    def covers(self, place: Place) -> bool:
        """Say whether the scope reaches the place, by any of its ids."""
        return (
            self.national
            or place.region_id in self.region_ids
            or place.care_provider_id in self.care_provider_ids
            or place.unit_id in self.unit_ids
            or place.specialty_key in self.specialty_keys
        )


NATIONAL_SCOPE = Scope(national=True)
NO_SCOPE = Scope()


class Actor(Protocol):
    """Somebody or something that reads and writes: a person, or a named part of the system."""

    @property
    def key(self) -> str:
        """Give the stable key kept in the change log (`person:12`, `system:report-import`)."""

    def may(self, permission: Permission, place: Place | None = None) -> bool:
        """Say whether the actor holds the permission at the place, or anywhere when none is named."""

    def places(self, permission: Permission) -> Scope:
        """Give every place where the actor holds the permission."""


@dataclass(frozen=True, slots=True)
class SystemActor:
    """A named part of the system acting by itself: a job, a command, the loading of the demo."""

    name: str

    @property
    def key(self) -> str:
        """Give the stable key kept in the change log."""
        return f"system:{self.name}"

    def may(self, permission: Permission, place: Place | None = None) -> bool:
        """Allow: what a system actor does is decided by the code that names it."""
        return True

    def places(self, permission: Permission) -> Scope:
        """Reach every place."""
        return NATIONAL_SCOPE


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is not logged in: holds no permission anywhere."""

    key: str = "visitor"

    def may(self, permission: Permission, place: Place | None = None) -> bool:
        """Refuse."""
        return False

    def places(self, permission: Permission) -> Scope:
        """Reach nothing."""
        return NO_SCOPE


def roles_with(permission: Permission) -> tuple[Role, ...]:
    """Give the roles that carry a permission, in the order of the table."""
    return tuple(role for role, rule in ROLES.items() if permission in rule.permissions)
