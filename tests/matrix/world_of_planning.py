"""The orders of the walk."""

from dataclasses import replace
from datetime import date
from typing import Any

from kollegium.domain.roles import Permission
from tests.matrix.expected import Marker, Thing
from tests.matrix.found import NOWHERE, World
from tests.matrix.viewpoints import UNITS
from tests.planning.builders import make_order


def add_orders(world: World, places: dict[tuple[str, str], Any], today: date) -> None:
    """Add an order of a unit at home and of one far away, each with words that only some may read."""
    world.things["order"] = []
    for key in ("clinic", "away"):
        word = f"zqbest{key}z"
        order = make_order(
            places["unit", key],
            specialty=places["specialty", "family"],
            as_of=today,
            note=f"Inte v. 12. {word}",
        )
        ids = {"order_id": order.pk}
        thing = Thing(key, ids, {"order_id": NOWHERE}, (replace(UNITS[key], specialty="family"),))
        world.things["order"].append(thing)
        world.markers.append(Marker(word, ((Permission.ORDER_REVIEWS, thing),)))
