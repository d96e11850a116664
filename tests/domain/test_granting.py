"""Who may give which role where: every giver, every role, every kind of place."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kollegium.domain.roles import (
    ROLES,
    Permission,
    Place,
    Reach,
    Role,
    Scope,
    SystemActor,
    Visitor,
    grantable_roles,
    may_grant,
)

PLACES = {
    "own unit": Place(region_id=1, care_provider_id=10, unit_id=100),
    "unit beside": Place(region_id=1, care_provider_id=10, unit_id=101),
    "other provider's unit in the region": Place(region_id=1, care_provider_id=11, unit_id=110),
    "own provider's unit elsewhere": Place(region_id=2, care_provider_id=10, unit_id=102),
    "unit elsewhere": Place(region_id=2, care_provider_id=20, unit_id=200),
    "own provider": Place(region_id=1, care_provider_id=10),
    "other provider in the region": Place(region_id=1, care_provider_id=11),
    "private company in the region": Place(care_provider_id=12),
    "own region": Place(region_id=1),
    "other region": Place(region_id=2),
    "specialty": Place(specialty_key="allmanmedicin"),
    "country": Place(),
}
SCOPES = {
    Reach.UNIT: Scope(unit_ids=frozenset({100})),
    Reach.CARE_PROVIDER: Scope(care_provider_ids=frozenset({10})),
    Reach.REGION: Scope(region_ids=frozenset({1})),
    Reach.SPECIALTY: Scope(specialty_keys=frozenset({"allmanmedicin"})),
    Reach.NATIONAL: Scope(national=True),
}
REACHED = {
    Reach.UNIT: {"own unit"},
    Reach.CARE_PROVIDER: {"own unit", "unit beside", "own provider's unit elsewhere", "own provider"},
    Reach.REGION: {
        "own unit",
        "unit beside",
        "other provider's unit in the region",
        "own provider",
        "other provider in the region",
        "own region",
    },
}

INVITED = {"trainee", "main_supervisor", "placement_supervisor"}
AT_UNIT = INVITED | {"programme_director", "head_of_unit", "medical_lead"}
AT_PROVIDER = {"programme_director", "director_of_training", "care_provider_officer"}
AT_REGION = {"director_of_training", "region_officer"}
BY_KIND = {Reach.UNIT: AT_UNIT, Reach.CARE_PROVIDER: AT_PROVIDER, Reach.REGION: AT_REGION}


@dataclass(frozen=True)
class Holder:
    """Somebody with one role at one place."""

    role: Role
    reach: Reach
    key: str = "person:1"

    def may(self, permission: Permission, place: Place | None = None) -> bool:
        scope = self.places(permission)
        return not scope.is_empty if place is None else scope.covers(place)

    def places(self, permission: Permission) -> Scope:
        return SCOPES[self.reach] if permission in ROLES[self.role].permissions else Scope()


HOLDERS = [Holder(role, reach) for role in Role for reach in sorted(ROLES[role].reaches)]


def expected(holder: Holder, place_name: str) -> set[str]:
    """Give the roles the holder should be able to give there, from the rule's own words."""
    kind = PLACES[place_name].reach
    if (holder.role, holder.reach) == (Role.ADMINISTRATOR, Reach.NATIONAL):
        return {role.value for role in Role if kind in ROLES[role].reaches}
    if place_name not in REACHED.get(holder.reach, set()):
        return set()
    if holder.role == Role.ADMINISTRATOR:
        return BY_KIND[kind]
    invites = holder.role in (Role.HEAD_OF_UNIT, Role.PROGRAMME_DIRECTOR) and kind == Reach.UNIT
    return INVITED if invites else set()


@pytest.mark.parametrize("place_name", PLACES)
@pytest.mark.parametrize("holder", HOLDERS, ids=lambda item: f"{item.role.value} at {item.reach.value}")
def test_nobody_gives_a_role_beyond_remit_or_at_a_place_not_theirs(holder: Holder, place_name: str) -> None:
    place = PLACES[place_name]

    given = {role.value for role in Role if may_grant(holder, role, place)}

    assert given == expected(holder, place_name)
    assert {role.value for role in grantable_roles(holder, place)} == given


@pytest.mark.parametrize("holder", HOLDERS, ids=lambda item: f"{item.role.value} at {item.reach.value}")
def test_roles_to_choose_from_are_those_that_can_be_given_somewhere(holder: Holder) -> None:
    somewhere = {role for place in PLACES.values() for role in Role if may_grant(holder, role, place)}

    assert set(grantable_roles(holder)) == somewhere


@pytest.mark.parametrize("role", list(Role))
def test_only_an_administrator_of_the_country_gives_these(role: Role) -> None:
    others = [item for item in HOLDERS if (item.role, item.reach) != (Role.ADMINISTRATOR, Reach.NATIONAL)]

    by_others = any(may_grant(item, role, place) for item in others for place in PLACES.values())

    reserved = {Role.ADMINISTRATOR, Role.REVIEW_OFFICE, Role.REVIEWER, Role.SPECIALTY_COORDINATOR}
    assert by_others == (role not in reserved)


def test_system_gives_every_role_where_it_can_be_held_and_a_visitor_none() -> None:
    system, visitor = SystemActor("tests"), Visitor()

    for place in PLACES.values():
        held = [role for role in Role if place.reach in ROLES[role].reaches]
        assert [role for role in Role if may_grant(system, role, place)] == held
        assert grantable_roles(visitor, place) == ()
    assert grantable_roles(visitor) == ()


@pytest.mark.parametrize(
    ("name", "reach"),
    [
        ("own unit", Reach.UNIT),
        ("own provider", Reach.CARE_PROVIDER),
        ("private company in the region", Reach.CARE_PROVIDER),
        ("own region", Reach.REGION),
        ("specialty", Reach.SPECIALTY),
        ("country", Reach.NATIONAL),
    ],
)
def test_place_is_the_narrowest_kind_that_is_named(name: str, reach: Reach) -> None:
    assert PLACES[name].reach == reach
