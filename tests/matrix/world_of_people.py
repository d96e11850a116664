"""The people of the walk: each kind of row about somebody, near and far."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from kollegium.accounts.actions import (
    add_invitation,
    add_person,
    arrange_deputy,
    assign_role,
    merge_people,
    note_proposals,
    start_import,
)
from kollegium.accounts.actions.deputies import DeputyValues
from kollegium.accounts.actions.invitations import InvitationValues
from kollegium.accounts.models import MergeReason, Person
from kollegium.accounts.queries import actor_of_person, merge_plan
from kollegium.domain.claims import ProposedRole
from kollegium.domain.people_rows import Column
from kollegium.domain.roles import Permission, Reach, Role
from kollegium.organisations.models import Unit
from kollegium.trail.actions import record_reading
from tests import people
from tests.matrix.expected import Marker, Thing
from tests.matrix.found import NOWHERE, World
from tests.matrix.viewpoints import UNITS, Spot


def add_people(world: World, places: dict[tuple[str, str], Any], today: date) -> None:
    looked_at: dict[str, tuple[Role | None, str, str, Spot]] = {
        "colleague": (Role.TRAINEE, "unit", "team", UNITS["team"]),
        "stranger": (Role.TRAINEE, "unit", "away", UNITS["away"]),
        "officer": (Role.CARE_PROVIDER_OFFICER, "care_provider", "private", Spot("north", "private")),
        "nobody": (None, "", "", Spot()),
    }
    world.things["person"], world.things["role"], world.things["log-in"] = [], [], []
    for key, (role, kind, place, spot) in looked_at.items():
        email = f"zqpost{key}@exempel.se"
        person = add_person(name=f"Zqperson {key}", email=email, by=people.SYSTEM)
        thing = Thing(key, {"person_id": person.pk}, {"person_id": NOWHERE}, (spot,))
        world.things["person"].append(thing)
        if role is not None:
            at, since = places[kind, place], date(2020, 1, 1)
            held = assign_role(person=person, role=role, at=at, valid_from=since, by=people.SYSTEM)
            account = people.make_account(person, f"zqinlogg{key}@exempel.se")
            log_in = {"person_id": person.pk, "account_id": account.pk}
            world.things["role"].append(
                replace(thing, ids={"assignment_id": held.pk}, unknown={"assignment_id": NOWHERE})
            )
            world.things["log-in"].append(
                replace(thing, ids=log_in, unknown={"person_id": NOWHERE, "account_id": NOWHERE})
            )
        for text in (email, f"/people/{person.pk}/"):
            world.markers.append(Marker(text, ((Permission.READ_PEOPLE, thing),)))
        if key == "nobody":
            # Who has read about somebody is told to that person alone, and nobody here is that person.
            reader = actor_of_person(person, as_of=today)
            for other in world.things["person"][:1]:
                about = other.ids["person_id"]
                record_reading(by=reader, subject_id=about, page="accounts.person", object_id=about)
            world.markers.append(Marker("Zqperson nobody", ((Permission.READ_PEOPLE, thing),)))


def add_deputies(world: World, places: dict[tuple[str, str], Any], today: date) -> None:
    """Two heads of unit, each with a deputy until further notice."""
    world.things["head"], world.things["deputyship"] = [], []
    for key in ("team", "away"):
        head, deputy = (
            add_person(name=f"Zq{what} {key}", by=people.SYSTEM) for what in ("chef", "ersättare")
        )
        people.make_account(deputy, f"zqersattare{key}@exempel.se")
        held = assign_role(
            person=head,
            role=Role.HEAD_OF_UNIT,
            at=places["unit", key],
            valid_from=date(2020, 1, 1),
            by=people.SYSTEM,
        )
        standing = DeputyValues(held.pk, deputy.pk, today, None, is_standing=True)
        deputyship = arrange_deputy(values=standing, as_of=today, by=people.SYSTEM)
        thing = Thing(key, {"person_id": head.pk}, {"person_id": NOWHERE}, (UNITS[key],))
        world.things["head"].append(thing)
        ids = {"deputyship_id": deputyship.pk}
        world.things["deputyship"].append(replace(thing, ids=ids, unknown={"deputyship_id": NOWHERE}))
        world.markers.append(Marker(f"Zqchef {key}", ((Permission.READ_PEOPLE, thing),)))


def add_merges(world: World, places: dict[tuple[str, str], Any], today: date) -> None:
    """Two rows that could be merged, and two that were, near and far."""
    world.things["pair"], world.things["merge"] = [], []
    for key in ("team", "away"):
        one, other, gone, stays = (
            people.make_person(f"Zqrad {what} {key}", Role.TRAINEE, places["unit", key])
            for what in ("ett", "två", "borta", "kvar")
        )
        merged = merge_people(
            gone_id=gone.pk,
            stays_id=stays.pk,
            reason=MergeReason.ADDED_TWICE,
            expected=merge_plan(gone, stays, as_of=today).mark,
            now=timezone.now(),
            by=people.SYSTEM,
        )
        pair = {"person_id": one.pk, "other_id": other.pk}
        thing = Thing(key, pair, dict.fromkeys(pair, NOWHERE), (UNITS[key],))
        world.things["pair"].append(thing)
        world.things["merge"].append(
            replace(thing, ids={"merge_id": merged.pk}, unknown={"merge_id": NOWHERE})
        )
        way = (Permission.READ_PEOPLE, thing)
        world.markers += [Marker(f"Zqrad {what} {key}", (way,)) for what in ("ett", "borta")]


def add_invitations(world: World, places: dict[tuple[str, str], Any], today: date) -> None:
    world.things["invitation"] = []
    for key in ("team", "away"):
        values = InvitationValues(
            name=f"Zqbjuden {key}",
            email=f"zqbrev{key}@exempel.se",
            role=Role.TRAINEE,
            at=places["unit", key],
            valid_from=today,
        )
        invitation = add_invitation(
            values=values, token=f"hemlig {key}", now=timezone.now(), by=people.SYSTEM
        )
        ids = {"invitation_id": invitation.pk}
        thing = Thing(key, ids, {"invitation_id": NOWHERE}, (UNITS[key],))
        world.things["invitation"].append(thing)
        way = (Permission.INVITE_PEOPLE, thing)
        world.markers += [Marker(text, (way,)) for text in (values.name, values.email)]


def add_list(world: World, persons: dict[str, Person], today: date) -> None:
    owner = "administrator-region"
    texts = {column.value: "" for column in Column} | {"name": "Zqlista"}
    found = start_import(
        file_name="zqlista.csv",
        written=[(1, texts)],
        now=timezone.now(),
        by=actor_of_person(persons[owner], as_of=today),
    )
    ids = {"import_id": found.pk, "number": 1}
    thing = Thing("list", ids, {**ids, "import_id": NOWHERE}, (Spot(),), owner)
    world.things["list"] = [thing]
    world.markers.append(Marker("zqlista", ((Permission.MANAGE_PEOPLE, thing),)))


def add_role_proposals(world: World, places: dict[tuple[str, str], Any]) -> None:
    world.things["role-proposal"] = []
    for key in ("team", "away"):
        hsa_id = f"SE-{key.upper()}"
        Unit.objects.filter(pk=places["unit", key].pk).update(hsa_id=hsa_id)
        person = add_person(name=f"Zqperson föreslagen {key}", by=people.SYSTEM)
        said = ProposedRole(Role.TRAINEE, Reach.UNIT, hsa_id, f"title: Zqtitel {key}")
        [proposal] = note_proposals(person_id=person.pk, said=[said], now=timezone.now())
        thing = Thing(key, {"proposal_id": proposal.pk}, {"proposal_id": NOWHERE}, (UNITS[key],))
        world.things["role-proposal"].append(thing)
        world.markers.append(Marker(said.said, ((Permission.INVITE_PEOPLE, thing),)))
