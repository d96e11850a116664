"""Everybody who looks: each role at each kind of place it can be held at, and those who have none in force."""

from dataclasses import dataclass
from datetime import date, timedelta

from kollegium.domain.roles import ROLES, Permission, Reach, Role


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing lies, in keys of the world's places; nothing named lies in the whole country."""

    region: str = ""
    provider: str = ""
    unit: str = ""
    specialty: str = ""


UNITS = {
    "clinic": Spot("north", "north", "clinic"),
    "team": Spot("north", "north", "team"),
    "old": Spot("north", "north", "old"),
    "private": Spot("north", "private", "private"),
    "crossing": Spot("south", "north", "crossing"),
    "away": Spot("south", "south", "away"),
}
# A right at a unit reaches what lies under it and what was merged into it, and nothing above.
REACHED_FROM = {
    "clinic": {"clinic", "team", "old"},
    "team": {"team"},
    "old": {"old"},
    "away": {"away"},
}
USUAL_PLACES = {
    Reach.NATIONAL: "",
    Reach.SPECIALTY: "family",
    Reach.REGION: "north",
    Reach.CARE_PROVIDER: "north",
    Reach.UNIT: "clinic",
}


@dataclass(frozen=True, slots=True)
class Held:
    """A role at a place. `begins` and `ends` count days from today."""

    role: Role
    reach: Reach
    place: str
    begins: int = -1000
    ends: int | None = None

    def period(self, today: date) -> tuple[date, date | None]:
        """Give the first and the last day."""
        last = None if self.ends is None else today + timedelta(days=self.ends)
        return today + timedelta(days=self.begins), last

    def carries(self, permission: Permission) -> bool:
        """Say whether the role gives the permission today."""
        in_force = self.begins <= 0 and (self.ends is None or self.ends >= 0)
        return in_force and permission in ROLES[self.role].permissions

    def reaches(self, spot: Spot) -> bool:
        """Say whether the place covers a spot."""
        if self.reach is Reach.NATIONAL:
            return True
        if self.reach is Reach.UNIT:
            return spot.unit in REACHED_FROM[self.place]
        held_at = {
            Reach.REGION: spot.region,
            Reach.CARE_PROVIDER: spot.provider,
            Reach.SPECIALTY: spot.specialty,
        }
        return held_at[self.reach] == self.place


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Somebody who looks. A visitor has no log-in."""

    key: str
    roles: tuple[Held, ...] = ()
    is_visitor: bool = False

    def holds(self, permission: Permission, spots: tuple[Spot, ...] | None = None) -> bool:
        """Say whether they hold the permission at one of the spots, or anywhere when none are named."""
        return any(
            held.carries(permission) and (spots is None or any(held.reaches(spot) for spot in spots))
            for held in self.roles
        )


def _usual() -> list[Viewpoint]:
    return [
        Viewpoint(f"{role}-{reach}", (Held(role, reach, USUAL_PLACES[reach]),))
        for role, rule in ROLES.items()
        for reach in Reach
        if reach in rule.reaches
    ]


VIEWPOINTS = {
    viewpoint.key: viewpoint
    for viewpoint in (
        Viewpoint("visitor", is_visitor=True),
        Viewpoint("no-role"),
        *_usual(),
        Viewpoint("head-of-team", (Held(Role.HEAD_OF_UNIT, Reach.UNIT, "team"),)),
        Viewpoint("head-of-merged", (Held(Role.HEAD_OF_UNIT, Reach.UNIT, "old"),)),
        Viewpoint("office-ended-yesterday", (Held(Role.REVIEW_OFFICE, Reach.NATIONAL, "", ends=-1),)),
        Viewpoint("office-begins-tomorrow", (Held(Role.REVIEW_OFFICE, Reach.NATIONAL, "", begins=1),)),
        # Two roles: what the one gives must not be given at the place of the other.
        Viewpoint(
            "head-away-and-trainee",
            (Held(Role.HEAD_OF_UNIT, Reach.UNIT, "away"), Held(Role.TRAINEE, Reach.UNIT, "clinic")),
        ),
    )
}
