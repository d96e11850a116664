"""What the walk through the program looks at: who looks, what there is, and what stands in it."""

from dataclasses import dataclass

from kollegium.accounts.models import Account
from tests.matrix.expected import Marker, Thing

NOWHERE = 987_654_321


@dataclass
class World:
    """Who looks, what there is, and what stands in it."""

    accounts: dict[str, Account]
    things: dict[str, list[Thing]]
    markers: list[Marker]
