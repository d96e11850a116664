"""A person as an actor: their assignments turned into rights at places."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from kollegium.domain.roles import ROLES, Permission, Place, Role, Scope
from kollegium.organisations.queries import unit_ids_with_children


@dataclass(frozen=True, slots=True)
class HeldRole:
    """One assignment in force: the role and the one place it is held at (all None: the country).

    `for_person_id` names the person whose assignment it is when the role is held as their deputy. The
    place's names tell it to its holder and decide nothing.
    """

    role: Role
    region_id: int | None = None
    care_provider_id: int | None = None
    unit_id: int | None = None
    specialty_key: str | None = None
    for_person_id: int | None = None
    assignment_id: int | None = None
    place_name: str = field(default="", compare=False)
    place_name_en: str = field(default="", compare=False)

    @property
    def is_national(self) -> bool:
        """Say whether the role is held for the whole country."""
        return (
            self.region_id is None
            and self.care_provider_id is None
            and self.unit_id is None
            and self.specialty_key is None
        )


@dataclass(frozen=True)
class PersonActor:
    """A person who acts, with the roles they hold on one day. Units below are looked up once.

    `held_roles` are those that count now: all of them, or the one chosen to work in (the hat). `every_role`
    are all, to choose among. `lost_hat` says that the chosen one is no longer in force.
    """

    person_id: int
    name: str
    held_roles: tuple[HeldRole, ...]
    every_role: tuple[HeldRole, ...] = ()
    lost_hat: bool = False

    @property
    def key(self) -> str:
        """Give the stable key kept in the change log."""
        return f"person:{self.person_id}"

    @property
    def deputy_for(self) -> tuple[int, ...]:
        """Give the ids of those whose roles are held as their deputy."""
        return tuple(
            sorted({item.for_person_id for item in self.held_roles if item.for_person_id is not None})
        )

    @property
    def hat(self) -> HeldRole | None:
        """Give the one of several roles that the person works in, or None when all of them count."""
        return self.held_roles[0] if len(self.held_roles) == 1 < len(self.every_role) else None

    @property
    def capacity(self) -> str:
        """Give the role acted in for the change log (`head_of_unit`), or nothing when several count."""
        return self.held_roles[0].role.value if len(self.held_roles) == 1 else ""

    def wearing(self, hat: HeldRole | None) -> "PersonActor":
        """Give the same person working in one of their roles, or in all of them."""
        return replace(self, held_roles=self.every_role if hat is None else (hat,), lost_hat=False)

    @cached_property
    def _scopes(self) -> dict[Permission, Scope]:
        return {}

    @cached_property
    def _families(self) -> dict[frozenset[int], frozenset[int]]:
        return {}

    def may(self, permission: Permission, place: Place | None = None) -> bool:
        """Say whether the person holds the permission at the place, or anywhere when none is named."""
        if place is None:
            # Anywhere: the role alone says it, and which units lie below it need not be asked.
            return any(permission in ROLES[item.role].permissions for item in self.held_roles)
        return self.places(permission).covers(place)

    def places(self, permission: Permission) -> Scope:
        """Give every place where the person holds the permission."""
        if permission not in self._scopes:
            self._scopes[permission] = self._work_out(permission)
        return self._scopes[permission]

    def _work_out(self, permission: Permission) -> Scope:
        held = [item for item in self.held_roles if permission in ROLES[item.role].permissions]
        return Scope(
            national=any(item.is_national for item in held),
            region_ids=frozenset(item.region_id for item in held if item.region_id is not None),
            care_provider_ids=frozenset(
                item.care_provider_id for item in held if item.care_provider_id is not None
            ),
            unit_ids=self._with_children(
                frozenset(item.unit_id for item in held if item.unit_id is not None)
            ),
            specialty_keys=frozenset(item.specialty_key for item in held if item.specialty_key is not None),
        )

    def _with_children(self, unit_ids: frozenset[int]) -> frozenset[int]:
        """Give the units with those below them; most permissions reach the same, which are asked for once."""
        if unit_ids not in self._families:
            self._families[unit_ids] = unit_ids_with_children(unit_ids)
        return self._families[unit_ids]
