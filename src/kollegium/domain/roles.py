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
    INVITE_PEOPLE = "invite_people"
    READ_REVIEWS = "read_reviews"
    READ_REVIEW_HISTORY = "read_review_history"
    EDIT_REVIEWS = "edit_reviews"
    REPORT_PROGRESS = "report_progress"
    FOLLOW_UP_ACTIONS = "follow_up_actions"
    IMPORT_REVIEWS = "import_reviews"
    OVERRULE_GRADES = "overrule_grades"
    PUBLISH_REVIEWS = "publish_reviews"
    READ_STATISTICS = "read_statistics"
    ORDER_REVIEWS = "order_reviews"
    RUN_CASES = "run_cases"
    RUN_INTERNAL_CASES = "run_internal_cases"
    COORDINATE_CASES = "coordinate_cases"
    KEEP_REVIEWERS = "keep_reviewers"
    JUDGE_CASES = "judge_cases"
    ANSWER_FOR_UNIT = "answer_for_unit"
    KNOW_OF_CASES = "know_of_cases"


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
# read the published page and not the case. What of a case in progress each part sees: `case_access.py`.
ROLES: dict[Role, RoleRule] = {
    Role.TRAINEE: _rule(_AT_UNIT, Permission.KNOW_OF_CASES),
    Role.PLACEMENT_SUPERVISOR: _rule(_AT_UNIT, Permission.KNOW_OF_CASES),
    Role.MAIN_SUPERVISOR: _rule(_AT_UNIT, Permission.READ_REVIEWS, Permission.KNOW_OF_CASES),
    Role.PROGRAMME_DIRECTOR: _rule(
        (Reach.UNIT, Reach.CARE_PROVIDER),
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.REPORT_PROGRESS,
        Permission.READ_PEOPLE,
        Permission.INVITE_PEOPLE,
        Permission.ORDER_REVIEWS,
        Permission.ANSWER_FOR_UNIT,
    ),
    Role.HEAD_OF_UNIT: _rule(
        _AT_UNIT,
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.REPORT_PROGRESS,
        Permission.FOLLOW_UP_ACTIONS,
        Permission.READ_PEOPLE,
        Permission.INVITE_PEOPLE,
        Permission.ORDER_REVIEWS,
        Permission.ANSWER_FOR_UNIT,
    ),
    Role.MEDICAL_LEAD: _rule(
        _AT_UNIT, Permission.READ_REVIEWS, Permission.READ_REVIEW_HISTORY, Permission.ANSWER_FOR_UNIT
    ),
    Role.DIRECTOR_OF_TRAINING: _rule(
        _ABOVE_UNIT,
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.IMPORT_REVIEWS,
        Permission.EDIT_REVIEWS,
        Permission.REPORT_PROGRESS,
        Permission.FOLLOW_UP_ACTIONS,
        Permission.READ_PEOPLE,
        Permission.READ_STATISTICS,
        Permission.ORDER_REVIEWS,
        Permission.RUN_INTERNAL_CASES,
    ),
    Role.CARE_PROVIDER_OFFICER: _rule(
        (Reach.CARE_PROVIDER,),
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.READ_PEOPLE,
        Permission.READ_STATISTICS,
        Permission.ORDER_REVIEWS,
    ),
    Role.REGION_OFFICER: _rule(
        (Reach.REGION,),
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.READ_PEOPLE,
        Permission.READ_STATISTICS,
        Permission.ORDER_REVIEWS,
    ),
    Role.REVIEWER: _rule((Reach.NATIONAL, Reach.SPECIALTY), Permission.JUDGE_CASES),
    Role.SPECIALTY_COORDINATOR: _rule(
        (Reach.SPECIALTY,),
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.READ_STATISTICS,
        Permission.COORDINATE_CASES,
        Permission.KEEP_REVIEWERS,
    ),
    Role.REVIEW_OFFICE: _rule(
        (Reach.NATIONAL,),
        Permission.READ_REVIEWS,
        Permission.READ_REVIEW_HISTORY,
        Permission.EDIT_REVIEWS,
        Permission.REPORT_PROGRESS,
        Permission.FOLLOW_UP_ACTIONS,
        Permission.IMPORT_REVIEWS,
        Permission.OVERRULE_GRADES,
        Permission.PUBLISH_REVIEWS,
        Permission.MANAGE_PLACES,
        Permission.READ_PEOPLE,
        Permission.READ_STATISTICS,
        Permission.ORDER_REVIEWS,
        Permission.RUN_CASES,
        Permission.KEEP_REVIEWERS,
    ),
    # Each care provider is responsible for its own people, so it can have administrators of its own.
    Role.ADMINISTRATOR: _rule(
        (Reach.NATIONAL, Reach.REGION, Reach.CARE_PROVIDER),
        Permission.MANAGE_PLACES,
        Permission.READ_PEOPLE,
        Permission.MANAGE_PEOPLE,
        Permission.INVITE_PEOPLE,
    ),
}


# The roles in which somebody can stand in for another: what waits for them cannot wait for their return.
ROLES_WITH_DEPUTIES = frozenset({Role.HEAD_OF_UNIT, Role.PROGRAMME_DIRECTOR, Role.REVIEW_OFFICE})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands: the ids and the specialty a right is checked against.

    A field that is None says nothing: a place with no unit is not covered by a right held at a unit.
    """

    region_id: int | None = None
    care_provider_id: int | None = None
    unit_id: int | None = None
    specialty_key: str | None = None

    @property
    def reach(self) -> Reach:
        """Give the kind of place this is, the narrowest that is named; nothing named is the whole country."""
        if self.unit_id is not None:
            return Reach.UNIT
        if self.care_provider_id is not None:
            return Reach.CARE_PROVIDER
        if self.region_id is not None:
            return Reach.REGION
        return Reach.NATIONAL if self.specialty_key is None else Reach.SPECIALTY


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


_AROUND_A_TRAINEE = frozenset({Role.TRAINEE, Role.MAIN_SUPERVISOR, Role.PLACEMENT_SUPERVISOR})
_OF_AN_EMPLOYER = _AROUND_A_TRAINEE | {
    Role.PROGRAMME_DIRECTOR,
    Role.HEAD_OF_UNIT,
    Role.MEDICAL_LEAD,
    Role.DIRECTOR_OF_TRAINING,
    Role.CARE_PROVIDER_OFFICER,
    Role.REGION_OFFICER,
}

# Which roles a right lets one give, at the places the right reaches. Everything else (administrators,
# the review's own people) is given by an administrator of the whole country alone.
REMITS: dict[Permission, frozenset[Role]] = {
    Permission.INVITE_PEOPLE: _AROUND_A_TRAINEE,
    Permission.MANAGE_PEOPLE: _OF_AN_EMPLOYER,
}


def may_grant(actor: Actor, role: Role, place: Place) -> bool:
    """Say whether the actor may give somebody the role at the place, or take it away there.

    Nobody gives a role at a place they do not manage, nor a role beyond their own remit. `Place()` is the
    whole country. Source: inferred from the care provider's responsibility for its own staff.
    """
    if place.reach not in ROLES[role].reaches:
        return False
    if actor.places(Permission.MANAGE_PEOPLE).national:
        return True
    return any(role in remit and actor.may(permission, place) for permission, remit in REMITS.items())


def grantable_roles(actor: Actor, place: Place | None = None) -> tuple[Role, ...]:
    """Give the roles the actor may give at the place, or at some place when none is named; in the table's order."""
    if place is not None:
        return tuple(role for role in ROLES if may_grant(actor, role, place))
    if actor.places(Permission.MANAGE_PEOPLE).national:
        return tuple(ROLES)
    scopes = [(actor.places(permission), remit) for permission, remit in REMITS.items()]
    return tuple(
        role
        for role, rule in ROLES.items()
        if any(role in remit and rule.reaches & _kinds_in(scope) for scope, remit in scopes)
    )


def _kinds_in(scope: Scope) -> set[Reach]:
    """Give the kinds of place a scope holds: a region has care providers in it, and those have units."""
    kinds = set()
    if scope.region_ids:
        kinds |= {Reach.REGION, Reach.CARE_PROVIDER, Reach.UNIT}
    if scope.care_provider_ids:
        kinds |= {Reach.CARE_PROVIDER, Reach.UNIT}
    return kinds | {Reach.UNIT} if scope.unit_ids else kinds


# What a password alone opens: places, the reviews of places, figures about them, and that a review is coming. Every other right
# reaches other people's records or changes what is kept about them; a new right counts among those until
# somebody writes it here.
OPEN_TO_A_PASSWORD = frozenset(
    {
        Permission.READ_PLACES,
        Permission.READ_REVIEWS,
        Permission.READ_STATISTICS,
        Permission.KNOW_OF_CASES,
    }
)


def needs_second_factor(roles: Iterable[Role]) -> bool:
    """Say whether somebody with these roles must prove who they are with more than a password.

    Source: inferred from the care sector's demand for strong log-in to other people's records (docs/sources.md).
    """
    return any(ROLES[role].permissions - OPEN_TO_A_PASSWORD for role in roles)
