"""What an identity provider says of somebody's work: claims and a map → roles to propose, never to give.

A saying names a place and says what somebody is there. The claims of a log-in are one saying; each
commission in them is another, with the person's own claims standing in for what it leaves out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kollegium.domain import hsa
from kollegium.domain.roles import REMITS, ROLES, Permission, Reach, Role

# Roles of an employer, held at a place that has an HSA-id. Administrators and the review's own people are
# nobody's employer's to propose.
PROPOSABLE = frozenset(
    role
    for role in REMITS[Permission.MANAGE_PEOPLE]
    if ROLES[role].reaches & {Reach.UNIT, Reach.CARE_PROVIDER}
)
# More than anybody has; what is sent beyond is left unread.
MOST_VALUES = 50
MOST_PROPOSED = 20
LONGEST_VALUE = 200
_CLAIM_NAME = re.compile(r"[^\s=,]{1,100}")
_COMMA = re.compile(r"(?<!\\),")


class WrongClaimMap(ValueError):
    """The map from claims to roles cannot be read; the message says where and what to write."""


@dataclass(frozen=True, slots=True)
class ClaimMap:
    """Which claims name the place, which holds commissions, and which value of which claim means which role.

    Shape: `roles` is (claim, value in lower case) → role.
    """

    unit: str
    care_provider: str
    commissions: str
    roles: Mapping[tuple[str, str], Role]


@dataclass(frozen=True, slots=True)
class ProposedRole:
    """A role at the place of an HSA-id, and the claim that said so (`title: ST-läkare`)."""

    role: Role
    reach: Reach
    hsa_id: str
    said: str


def read_roles(text: str, *, name: str = "The map") -> dict[tuple[str, str], Role]:
    r"""Give the roles of a setting such as `title=ST-läkare:trainee, systemRole=KOLLEGIUM;VC:head_of_unit`.

    The claim ends at the first `=`, the role begins after the last `:`, and between commas everything
    else is the value; a comma in a value is written `\,`. Letter case of values does not count.

    **Raises** WrongClaimMap.
    """
    found: dict[tuple[str, str], Role] = {}
    for part in _COMMA.split(text):
        entry = part.replace("\\,", ",").strip()
        if not entry:
            continue
        claim, equals, rest = entry.partition("=")
        value, colon, role = rest.rpartition(":")
        value = _plain(value)
        if not (equals and colon and value) or not _CLAIM_NAME.fullmatch(claim.strip()):
            raise WrongClaimMap(f"{name}: {entry!r} is not written as claim=value:role")
        if role.strip() not in PROPOSABLE:
            allowed = ", ".join(role.value for role in ROLES if role in PROPOSABLE)
            raise WrongClaimMap(f"{name}: {role.strip()!r} is no role to propose; choose one of: {allowed}")
        key = (claim.strip(), value.casefold())
        if key in found:
            raise WrongClaimMap(f"{name}: {claim.strip()}={value} stands there twice")
        found[key] = Role(role.strip())
    return found


def check_claim_names(named: Mapping[str, str]) -> None:
    """Raise WrongClaimMap for what cannot be the name of a claim, and for two that are the same.

    Shape: `named` is setting → claim.
    """
    for setting, claim in named.items():
        if not _CLAIM_NAME.fullmatch(claim):
            raise WrongClaimMap(f"{setting} is {claim!r}; a claim's name has no space, comma or equals sign")
    if len(set(named.values())) < len(named):
        raise WrongClaimMap(f"{' and '.join(named)} must name different claims")


def proposed_roles(claims: Mapping[str, object], claim_map: ClaimMap) -> tuple[ProposedRole, ...]:
    """Give the roles that the claims speak of, each with its place once, in the order they are said.

    Nothing is guessed: a role without a place, a place without a role and a value of an unexpected kind
    say nothing. A commission that names a place of its own is not mixed with the places of the log-in.
    """
    found: dict[tuple[Role, str], ProposedRole] = {}
    for saying in _sayings(claims, claim_map):
        for role, said in _roles_in(saying, claim_map):
            for reach, hsa_id in _places_in(saying, claim_map, role):
                found.setdefault((role, hsa_id), ProposedRole(role, reach, hsa_id, said))
    return tuple(found.values())[:MOST_PROPOSED]


def _sayings(claims: Mapping[str, object], claim_map: ClaimMap) -> Iterator[Mapping[str, object]]:
    yield claims
    places = (claim_map.unit, claim_map.care_provider)
    commissions = claims.get(claim_map.commissions)
    own = {name: value for name, value in claims.items() if name not in places}
    for commission in commissions[:MOST_VALUES] if isinstance(commissions, list) else ():
        if isinstance(commission, dict):
            yield {**own, **commission}


def _roles_in(saying: Mapping[str, object], claim_map: ClaimMap) -> Iterator[tuple[Role, str]]:
    for claim in dict.fromkeys(claim for claim, _value in claim_map.roles):
        for value in _texts(saying.get(claim)):
            role = claim_map.roles.get((claim, value.casefold()))
            if role is not None:
                yield role, f"{claim}: {value}"[:LONGEST_VALUE]


def _places_in(saying: Mapping[str, object], claim_map: ClaimMap, role: Role) -> Iterator[tuple[Reach, str]]:
    """Give where the role would be held: at the units named, or else at the care providers."""
    for reach, claim in ((Reach.UNIT, claim_map.unit), (Reach.CARE_PROVIDER, claim_map.care_provider)):
        if reach not in ROLES[role].reaches:
            continue
        named = [hsa_id for text in _texts(saying.get(claim)) if (hsa_id := hsa.normalised(text))]
        yield from ((reach, hsa_id) for hsa_id in named)
        if named:
            return


def _texts(value: object) -> list[str]:
    """Give the texts of a claim, a text or a list of them, without what is empty, too long or no text."""
    values = value[:MOST_VALUES] if isinstance(value, list) else [value]
    return [
        plain
        for one in values
        if isinstance(one, str)
        and len(one) <= LONGEST_VALUE
        and (plain := _plain(one))
        and plain.isprintable()
    ]


def _plain(text: str) -> str:
    return " ".join(text.split())
