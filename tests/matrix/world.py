"""A small country with something to hide in every corner, made through the same actions as in use."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone

from kollegium.accounts.actions import (
    add_invitation,
    add_person,
    arrange_deputy,
    assign_role,
    note_proposals,
    start_import,
)
from kollegium.accounts.actions.deputies import DeputyValues
from kollegium.accounts.actions.invitations import InvitationValues
from kollegium.accounts.models import Account, Person
from kollegium.accounts.queries import actor_of_person
from kollegium.domain.claims import ProposedRole
from kollegium.domain.people_rows import Column
from kollegium.domain.roles import Permission, Reach, Role
from kollegium.organisations.actions import merge_unit
from kollegium.organisations.models import Specialty, Unit
from kollegium.report_import.models import ImportProposal
from kollegium.reviews import actions
from kollegium.reviews.actions import ReviewFacts
from kollegium.reviews.models import ActionPlanItem, ActionState, CaseState, Review, ReviewPart
from kollegium.reviews.recorded import RecordedArea
from kollegium.trail.actions import record_reading
from tests import people
from tests.matrix.expected import Marker, Thing
from tests.matrix.viewpoints import UNITS, VIEWPOINTS, Spot, Viewpoint
from tests.report_import.reports import NARRATIVES, bring_and_read, report_text
from tests.reviews.builders import NOW, make_review, plain_part, plan_item, publish_as_proposed

NOWHERE = 987_654_321
FIRST_ID = 700_001
COUNTED_FROM = (
    "reviews_review", "reviews_reviewpart", "reviews_actionplanitem", "report_import_importproposal",
    "report_import_importbatch", "accounts_person", "organisations_unit",
)  # fmt: skip
# Which reviews there are: key → unit, specialty, what is done with it.
REVIEWS = {
    "recorded": ("clinic", "family", ""),
    "published": ("clinic", "family", "published"),
    "withdrawn": ("clinic", "surgery", "withdrawn"),
    "under": ("team", "surgery", ""),
    "merged": ("old", "surgery", ""),
    "private": ("private", "surgery", ""),
    "crossing": ("crossing", "surgery", ""),
    "away": ("away", "family", ""),
    "away-published": ("away", "surgery", "published"),
    "away-taken-back": ("away", "surgery", "taken-back"),
}
CASES = ("recorded", "private", "crossing", "away")
PROPOSALS = {
    "office": "review_office-national",
    "director": "director_of_training-region",
}


@dataclass
class World:
    """Who looks, what there is, and what stands in it."""

    accounts: dict[str, Account]
    things: dict[str, list[Thing]]
    markers: list[Marker]


def build(today: date) -> World:
    """Make everything. Needs an empty database, and a transaction that is rolled back afterwards."""
    _count_from_afar()
    places = _places()
    persons = {key: _person(viewpoint, places, today) for key, viewpoint in VIEWPOINTS.items()}
    accounts = {key: people.make_account(person) for key, person in persons.items() if key != "visitor"}
    world = World(accounts, {}, [])
    _add_places(world, places)
    _add_people(world, places, today)
    _add_deputies(world, places, today)
    _add_invitations(world, places, today)
    _add_list(world, persons, today)
    _add_role_proposals(world, places)
    _add_reviews(world, places)
    merge_unit(
        unit_id=places["unit", "old"].pk,
        into_id=places["unit", "clinic"].pk,
        merged_on=date(2026, 1, 1),
        by=people.SYSTEM,
    )
    # For the many forms one review is enough of each kind of place that a right can come from.
    world.things["case"] = [thing for thing in world.things["review"] if thing.key in CASES]
    _add_imports(world, persons, today)
    _add_the_rest(world)
    return world


def _count_from_afar() -> None:
    """Let ids begin where no other number of a page lies, so that an address can be told in a page."""
    with connection.cursor() as cursor:
        for table in COUNTED_FROM:
            cursor.execute(f"ALTER TABLE {table} ALTER COLUMN id RESTART WITH {FIRST_ID}")


def _places() -> dict[tuple[str, str], Any]:
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


def _person(viewpoint: Viewpoint, places: dict[tuple[str, str], Any], today: date) -> Person:
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


def _add_people(world: World, places: dict[tuple[str, str], Any], today: date) -> None:
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


def _add_deputies(world: World, places: dict[tuple[str, str], Any], today: date) -> None:
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


def _add_invitations(world: World, places: dict[tuple[str, str], Any], today: date) -> None:
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


def _add_list(world: World, persons: dict[str, Person], today: date) -> None:
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


def _add_role_proposals(world: World, places: dict[tuple[str, str], Any]) -> None:
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


def _add_reviews(world: World, places: dict[tuple[str, str], Any]) -> None:
    world.things["review"], world.things["publication"] = [], []
    for key, (unit, specialty, fate) in REVIEWS.items():
        review = _review(key, places["unit", unit], places["specialty", specialty], fate)
        part = ReviewPart.objects.get(review=review)
        item = ActionPlanItem.objects.get(part=part)
        ids = {
            "review_id": review.pk, "part_id": part.pk, "item_id": item.pk,
            "area_key": "D", "criterion_key": "D6", "extension": "docx",
        }  # fmt: skip
        thing = Thing(key, ids, {**ids, "review_id": NOWHERE}, (replace(UNITS[unit], specialty=specialty),))
        world.things["review"].append(thing)
        is_public = fate == "published"
        world.things["publication"].append(
            Thing(key, {"review_id": review.pk}, {"review_id": NOWHERE}, is_there=is_public)
        )
        read, told = (Permission.READ_REVIEWS, thing), (Permission.READ_REVIEW_HISTORY, thing)
        word = _word(key)
        world.markers += [
            Marker(f"zqtext{word}", (read,), is_public),
            Marker(f"/register/{review.pk}/", (read,), is_public),
            *(Marker(f"{start}{word}", (read,)) for start in ("zqnamn", "zqnot", "zqskal", "zq-nr-")),
            Marker(f"/reviews/{review.pk}/", (read,)),
            Marker(f"zqforr{word}", (told,)),
        ]
        if fate in ("withdrawn", "taken-back"):
            world.markers.append(Marker(f"zqorsak{word}", (read,)))


def _word(key: str) -> str:
    # No word begins another, for a search finds by the beginnings of words.
    return f"{key.replace('-', '')}z"


def _review(key: str, unit: Unit, specialty: Specialty, fate: str) -> Review:
    word = _word(key)
    base = plain_part()
    grades = (*base.grades[:-1], replace(base.grades[-1], reason=f"skälet zqskal{word}"))
    part = plain_part(
        strengths=(f"God stämning, zqtext{word}.",),
        areas=(RecordedArea("A", f"Mottagningen har zqtext{word}."),),
        grades=grades,
        plan_items=(
            plan_item(action=f"Alla får zqtext{word}.", responsible=f"Enhetschef Ylva Zqnamn{word}"),
        ),
    )
    review = make_review(
        unit,
        specialty=specialty,
        part=part,
        reviewers=(f"Torgny Zqnamn{word}", "Majken Örn"),
        case_number=f"zq-nr-{word}",
        report_date_text=f"zqforr{word}",
    )
    _correct(review)
    item = ActionPlanItem.objects.get(part__review=review)
    actions.report_progress(
        item_id=item.pk,
        state=ActionState.NOT_DONE,
        note=f"läget är zqnot{word}",
        expected_version=item.version,
        now=NOW,
        by=people.SYSTEM,
    )
    _settle(review, fate, f"för att zqorsak{word}")
    return review


def _correct(review: Review) -> None:
    """Change a fact, so that what stood before is known to the history alone."""
    names = [name for name in ReviewFacts.__dataclass_fields__ if name != "report_date_text"]
    facts = ReviewFacts(**{name: getattr(review, name) for name in names}, report_date_text="")
    actions.correct_facts(review_id=review.pk, facts=facts, expected_version=review.version, by=people.SYSTEM)


def _settle(review: Review, fate: str, reason: str) -> None:
    if fate in ("published", "withdrawn"):
        publish_as_proposed(review)
    if fate == "withdrawn":
        actions.withdraw_publication(review_id=review.pk, reason=reason, now=NOW, by=people.SYSTEM)
    if fate == "taken-back":
        Review.objects.filter(pk=review.pk).update(state=CaseState.TAKEN_BACK, taken_back_reason=reason)


def _add_imports(world: World, persons: dict[str, Person], today: date) -> None:
    for kind in ("proposal", "page", "batch", "form", "own form"):
        world.things[kind] = []
    for key, owner in PROPOSALS.items():
        by = actor_of_person(persons[owner], as_of=today)
        proposal = _proposal(by, _word(key))
        thing = Thing(key, {"proposal_id": proposal.pk}, {"proposal_id": NOWHERE}, (Spot(),), owner)
        world.things["proposal"].append(thing)
        page = {"number": 1}
        world.things["page"].append(
            replace(thing, ids={**thing.ids, **page}, unknown={**thing.unknown, **page})
        )
        batch, form_key = proposal.batch, proposal.batch.form_key
        world.things["batch"].append(
            replace(thing, ids={"batch_id": batch.pk}, unknown={"batch_id": NOWHERE})
        )
        # What a form has begun is gone on with by the one who began it, whoever else may see it.
        world.things["form"].append(replace(thing, ids={"form_key": form_key}, unknown={}, spots=()))
        world.things["own form"].append(
            replace(thing, ids={"form_key": form_key}, unknown={}, owner="anybody")
        )
        way = (Permission.IMPORT_REVIEWS, thing)
        world.markers += [
            Marker(text, (way,))
            for text in (
                f"zqfil{_word(key)}", f"zqutkast{_word(key)}", f"/import/{proposal.pk}/", f"/import/batches/{batch.pk}/", 
                str(form_key),
            )
        ]  # fmt: skip


def _proposal(by: Any, word: str) -> ImportProposal:
    text = report_text().replace(NARRATIVES["A"], f"{NARRATIVES['A']} Det heter zqutkast{word}.")
    return bring_and_read(by, text, f"zqfil{word}.txt")


def _add_the_rest(world: World) -> None:
    one: Callable[..., Thing] = lambda **ids: Thing("one", ids)  # noqa: E731 - a name for a long constructor
    world.things[""] = [one()]
    world.things["any region"] = [replace(one(), spots=(Spot(region="north"), Spot(region="south")))]
    world.things["country"] = [replace(one(), spots=(Spot(),))]
    world.things["token"] = [one(token="gissad")]
    world.things["letter"] = [one(key="ingen")]
    world.things["export"] = [one(extension="csv"), one(extension="xlsx")]
    world.things["criterion"] = [one(key="spur-st-2021", criterion_key="D6")]
