"""A small country with something to hide in every corner, made through the same actions as in use."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import connection

from kollegium.accounts.actions import add_person, assign_role
from kollegium.accounts.models import Person
from kollegium.domain.roles import Reach
from kollegium.organisations.actions import merge_unit
from kollegium.organisations.models import Unit
from tests import people
from tests.matrix.expected import Thing
from tests.matrix.found import NOWHERE, World
from tests.matrix.viewpoints import UNITS, VIEWPOINTS, Spot, Viewpoint
from tests.matrix.world_of_people import (
    add_deputies,
    add_invitations,
    add_list,
    add_merges,
    add_people,
    add_role_proposals,
)
from tests.matrix.world_of_planning import add_campaign, add_orders, add_pool
from tests.matrix.world_of_reviews import add_imports, add_reviews

FIRST_ID = 700_001
COUNTED_FROM = (
    "reviews_review", "reviews_reviewpart", "reviews_actionplanitem", "report_import_importproposal",
    "report_import_importbatch", "accounts_person", "organisations_unit",
)  # fmt: skip
CASES = ("recorded", "private", "crossing", "away")


def build(today: date) -> World:
    """Make everything. Needs an empty database, and a transaction that is rolled back afterwards."""
    _count_from_afar()
    places = make_places()
    persons = {key: make_viewer(viewpoint, places, today) for key, viewpoint in VIEWPOINTS.items()}
    accounts = {key: people.make_account(person) for key, person in persons.items() if key != "visitor"}
    world = World(accounts, {}, [])
    _add_places(world, places)
    add_people(world, places, today)
    add_deputies(world, places, today)
    add_merges(world, places, today)
    add_invitations(world, places, today)
    add_list(world, persons, today)
    add_role_proposals(world, places)
    add_reviews(world, places)
    add_orders(world, places, today)
    add_pool(world, places)
    add_campaign(world, places)
    merge_unit(
        unit_id=places["unit", "old"].pk,
        into_id=places["unit", "clinic"].pk,
        merged_on=date(2026, 1, 1),
        by=people.SYSTEM,
    )
    # For the many forms one review is enough of each kind of place that a right can come from.
    world.things["case"] = [thing for thing in world.things["review"] if thing.key in CASES]
    add_imports(world, persons, today)
    _add_the_rest(world)
    return world


def _count_from_afar() -> None:
    """Let ids begin where no other number of a page lies, so that an address can be told in a page."""
    with connection.cursor() as cursor:
        for table in COUNTED_FROM:
            cursor.execute(f"ALTER TABLE {table} ALTER COLUMN id RESTART WITH {FIRST_ID}")


def make_places() -> dict[tuple[str, str], Any]:
    regions = {"north": people.make_region("Norrdal", "97"), "south": people.make_region("Sydslätt", "98")}
    providers = {
        key: people.make_provider(name, regions[region])
        for key, name, region in (
            ("north", "Region Norrdal", "north"),
            ("private", "Privatvården", "north"),
            ("south", "Region Sydslätt", "south"),
        )
    }
    specialties = {
        "family": people.make_specialty(),
        "surgery": people.make_specialty("Kirurgi", "kirurgi"),
    }
    units: dict[str, Unit] = {}
    for key, spot in UNITS.items():
        units[key] = people.make_unit(
            f"Enheten {key}",
            provider=providers[spot.provider],
            region=regions[spot.region],
            parent=units["clinic"] if key == "team" else None,
        )
    named: dict[str, dict[str, Any]] = {
        "region": regions,
        "care_provider": providers,
        "unit": units,
        "specialty": specialties,
    }
    return {(kind, key): item for kind, found in named.items() for key, item in found.items()}


def make_viewer(viewpoint: Viewpoint, places: dict[tuple[str, str], Any], today: date) -> Person:
    person = add_person(name=f"Betraktare {viewpoint.key}", by=people.SYSTEM)
    for held in viewpoint.roles:
        since, until = held.period(today)
        at = None if held.reach is Reach.NATIONAL else places[held.reach.value, held.place]
        assign_role(
            person=person, role=held.role, at=at, valid_from=since, valid_until=until, by=people.SYSTEM
        )
    return person


def _add_places(world: World, places: dict[tuple[str, str], Any]) -> None:
    def things(kind: str, name: str, keys: tuple[str, ...]) -> list[Thing]:
        return [Thing(key, {name: places[kind, key].pk}, {name: NOWHERE}) for key in keys]

    world.things["unit"] = [
        replace(thing, spots=(UNITS[thing.key],)) for thing in things("unit", "unit_id", ("clinic", "away"))
    ]
    for kind, found, spot in (
        ("provider", things("care_provider", "pk", ("north",)), Spot("north", "north")),
        ("region", things("region", "pk", ("south",)), Spot()),
        ("specialty", things("specialty", "pk", ("family",)), Spot()),
    ):
        world.things[kind] = [replace(thing, spots=(spot,)) for thing in found]


def _add_the_rest(world: World) -> None:
    one: Callable[..., Thing] = lambda **ids: Thing("one", ids)  # noqa: E731 - a name for a long constructor
    world.things[""] = [one()]
    world.things["any region"] = [replace(one(), spots=(Spot(region="north"), Spot(region="south")))]
    world.things["country"] = [replace(one(), spots=(Spot(),))]
    world.things["token"] = [one(token="gissad")]
    world.things["letter"] = [one(key="ingen")]
    world.things["export"] = [one(extension="csv"), one(extension="xlsx")]
    world.things["criterion"] = [one(key="spur-st-2021", criterion_key="D6")]
