"""The orders, the reviewers and the campaign of the walk."""

from dataclasses import replace
from datetime import date
from typing import Any

from kollegium.accounts.models import Person
from kollegium.domain.roles import Permission, Role
from kollegium.planning.actions import make_campaign
from kollegium.planning.models import CampaignCase, ProposedSeat, TeamProposal
from tests import people
from tests.matrix.expected import Marker, Thing
from tests.matrix.found import NOWHERE, World
from tests.matrix.viewpoints import UNITS, Spot
from tests.planning.builders import NOW, make_order
from tests.reviews.cases import make_case


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


def add_pool(world: World, places: dict[tuple[str, str], Any]) -> None:
    """Add a reviewer of each specialty, with a name that only those who keep the specialty may read in the pool."""
    world.things["reviewer"] = []
    for key in ("family", "surgery"):
        person = people.make_person(f"Granskare zqpool{key}z", Role.REVIEWER, places["specialty", key])
        thing = Thing(key, {"person_id": person.pk}, {"person_id": NOWHERE}, (Spot(specialty=key),))
        world.things["reviewer"].append(thing)
        ways = (
            (Permission.KEEP_REVIEWERS, thing),
            (Permission.READ_PEOPLE, Thing("country", {}, spots=(Spot(),))),
        )
        world.markers.append(Marker(f"zqpool{key}z", ways))


def add_campaign(world: World, places: dict[tuple[str, str], Any]) -> None:
    """Add a campaign with a case and a reviewer proposed for it."""
    campaign = make_campaign(
        name="Omgången zqomgz", first=date(2026, 9, 1), last=date(2026, 9, 30), now=NOW, by=people.SYSTEM
    )
    review = make_case(places["unit", "away"])
    CampaignCase.objects.create(campaign=campaign, review=review)
    proposal = TeamProposal.objects.create(campaign=campaign, asked_at=NOW, state="done", finished_at=NOW)
    person = Person.objects.get(name="Granskare zqpoolfamilyz")
    facts = {
        "findings": [], "booked": 0, "most": 3, "cost": 0, "is_own": True, "is_junior": False, "others": 0,
    }  # fmt: skip
    seat = ProposedSeat.objects.create(
        proposal=proposal, review=review, person=person, duty="lead", facts=facts
    )
    ids = {"campaign_id": campaign.pk, "review_id": review.pk, "seat_id": seat.pk}
    thing = Thing("one", ids, {**ids, "campaign_id": NOWHERE}, (Spot(),))
    world.things["campaign"] = [thing]
    world.markers.append(Marker("zqomgz", ((Permission.RUN_CASES, thing),)))
