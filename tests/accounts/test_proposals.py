"""Roles that a log-in at the employer proposes: noted, decided about by the right person, never given silently."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kollegium.accounts import actions, queries
from kollegium.accounts.actions import PeopleRefused
from kollegium.accounts.models import Assignment, DeclineReason, Person, RoleProposal
from kollegium.accounts.queries.next_steps import next_steps_for
from kollegium.domain.claims import ProposedRole, read_roles
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Reach, Role
from kollegium.organisations.actions import merge_unit
from kollegium.organisations.models import CareProvider, Unit
from tests import people

pytestmark = pytest.mark.django_db

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
HSA_ID = "SE2321000016-A1"


def said(hsa_id: str = HSA_ID, role: Role = Role.TRAINEE, reach: Reach = Reach.UNIT) -> ProposedRole:
    return ProposedRole(role, reach, hsa_id, "title: ST-läkare")


def note(person: Person, *roles: ProposedRole) -> list[RoleProposal]:
    return actions.note_proposals(person_id=person.pk, said=roles or (said(),), now=NOW)


def outcomes(person: Person) -> list[tuple[str, str]]:
    rows = RoleProposal.objects.filter(person=person).order_by("pk")
    return list(rows.values_list("role", "outcome"))


def held(person: Person) -> list[tuple[str, Unit | None, CareProvider | None]]:
    return [(row.role, row.unit, row.care_provider) for row in Assignment.objects.filter(person=person)]


@pytest.fixture
def unit() -> Unit:
    unit = people.make_unit()
    Unit.objects.filter(pk=unit.pk).update(hsa_id=HSA_ID)
    return unit


@pytest.fixture
def stina() -> Person:
    return people.make_person("Stina Läkare")


def test_what_is_said_is_noted_with_its_place_and_gives_no_role(unit: Unit, stina: Person) -> None:
    [proposal] = note(stina)

    assert (proposal.role, proposal.unit, proposal.care_provider) == ("trainee", unit, None)
    assert (proposal.hsa_id, proposal.said, proposal.proposed_at) == (HSA_ID, "title: ST-läkare", NOW)
    assert (held(stina), people.actor_today(stina).held_roles) == ([], ())


def test_what_waits_is_not_noted_again(unit: Unit, stina: Person) -> None:
    note(stina)

    assert note(stina, said(), said()) == []
    assert outcomes(stina) == [("trainee", "")]


@pytest.mark.parametrize(
    ("since", "until", "is_noted"),
    [
        (-30, None, False),
        (-30, 0, False),
        (5, 9, False),
        (-30, -1, True),
    ],
    ids=["held", "last-day-today", "begins-later", "ended-yesterday"],
)
def test_held_role_is_not_noted(
    unit: Unit, stina: Person, since: int, until: int | None, is_noted: bool
) -> None:
    actions.assign_role(
        person=stina,
        role=Role.TRAINEE,
        at=unit,
        valid_from=TODAY + timedelta(days=since),
        valid_until=None if until is None else TODAY + timedelta(days=until),
        by=people.SYSTEM,
    )

    assert bool(note(stina)) is is_noted


def test_declined_role_does_not_come_again_there_but_elsewhere(unit: Unit, stina: Person) -> None:
    other = people.make_unit("Granngården")
    Unit.objects.filter(pk=other.pk).update(hsa_id="SE2321000016-B2")
    [proposal] = note(stina)
    actions.decline_proposal(
        proposal_id=proposal.pk, reason=DeclineReason.NOT_HERE, now=NOW, by=people.SYSTEM
    )

    made = note(stina, said(), said("SE2321000016-B2"))

    assert [one.unit for one in made] == [other]


def test_unknown_place_is_noted_and_found_once_it_has_the_id(stina: Person) -> None:
    [proposal] = note(stina, said("SE2321000016-NY"))
    assert proposal.place is None
    with pytest.raises(PeopleRefused, match="proposal-without-place"):
        actions.accept_proposal(proposal_id=proposal.pk, now=NOW, by=people.SYSTEM)
    unit = people.make_unit("Nybygget")
    Unit.objects.filter(pk=unit.pk).update(hsa_id="SE2321000016-NY")

    assert note(stina, said("SE2321000016-NY")) == []

    proposal.refresh_from_db()
    assert proposal.place == unit


def test_unit_is_not_taken_for_a_care_provider(stina: Person) -> None:
    CareProvider.objects.filter(pk=people.make_provider().pk).update(hsa_id=HSA_ID)

    [proposal] = note(stina)

    assert proposal.place is None


def test_id_of_a_merged_unit_leads_to_the_one_it_went_up_in(unit: Unit, stina: Person) -> None:
    into = people.make_unit("Granngården")
    Unit.objects.filter(pk=into.pk).update(hsa_id="SE2321000016-B2")
    merge_unit(unit_id=unit.pk, into_id=into.pk, merged_on=TODAY, by=people.SYSTEM)

    made = note(stina, said(), said("SE2321000016-B2"))

    assert [one.unit for one in made] == [into]


def test_accepted_role_holds_from_today_until_further_notice(unit: Unit, stina: Person) -> None:
    head = people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit)
    [proposal] = note(stina)

    given = actions.accept_proposal(proposal_id=proposal.pk, now=NOW, by=people.actor_today(head))

    proposal.refresh_from_db()
    assert (given.person, given.role, given.unit) == (stina, "trainee", unit)
    assert (given.valid_from, given.valid_until) == (TODAY, None)
    assert (proposal.outcome, proposal.decided_by, proposal.decided_at) == ("accepted", head, NOW)


def test_role_at_a_unit_merged_meanwhile_is_given_at_the_new_one(unit: Unit, stina: Person) -> None:
    [proposal] = note(stina)
    into = people.make_unit("Granngården")
    merge_unit(unit_id=unit.pk, into_id=into.pk, merged_on=TODAY, by=people.SYSTEM)

    actions.accept_proposal(proposal_id=proposal.pk, now=NOW, by=people.SYSTEM)

    assert held(stina) == [("trainee", into, None)]


@pytest.mark.parametrize("second", ["accept", "decline"])
def test_second_of_two_decisions_is_told_and_changes_nothing(unit: Unit, stina: Person, second: str) -> None:
    [proposal] = note(stina)
    actions.decline_proposal(proposal_id=proposal.pk, reason=DeclineReason.OTHER, now=NOW, by=people.SYSTEM)
    decide = {
        "accept": lambda: actions.accept_proposal(proposal_id=proposal.pk, now=NOW, by=people.SYSTEM),
        "decline": lambda: actions.decline_proposal(
            proposal_id=proposal.pk, reason=DeclineReason.NOT_HERE, now=NOW, by=people.SYSTEM
        ),
    }

    with pytest.raises(PeopleRefused, match="proposal-settled"):
        decide[second]()

    proposal.refresh_from_db()
    assert (proposal.outcome, proposal.reason, held(stina)) == ("declined", "other", [])


def test_proposal_dies_when_the_role_is_given_otherwise(unit: Unit, stina: Person) -> None:
    note(stina, said(), said(role=Role.MAIN_SUPERVISOR))
    appointment = actions.Appointment(Role.TRAINEE, unit, TODAY)

    actions.give_role(person_id=stina.pk, appointment=appointment, by=people.SYSTEM)

    assert outcomes(stina) == [("trainee", "settled"), ("main_supervisor", "")]


def test_proposal_dies_with_the_person_and_keeps_no_words(unit: Unit, stina: Person) -> None:
    note(stina)

    actions.erase_person(person_id=stina.pk, as_of=TODAY, by=people.SYSTEM)

    assert outcomes(stina) == [("trainee", "settled")]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT said FROM accounts_roleproposal UNION ALL SELECT said FROM accounts_roleproposalevent"
        )
        assert {row[0] for row in cursor.fetchall()} == {""}
    assert note(stina) == []


def test_database_keeps_one_open_proposal_of_a_role_at_a_place(unit: Unit, stina: Person) -> None:
    note(stina)
    again = RoleProposal(
        person=stina, role="trainee", hsa_id="SE-OTHER", unit=unit, said="x", proposed_at=NOW
    )

    with pytest.raises(IntegrityError, match="role_proposal_one_open_at_unit"), transaction.atomic():
        again.save()


WHO = [
    (Role.HEAD_OF_UNIT, "unit", {Role.TRAINEE}),
    (Role.PROGRAMME_DIRECTOR, "unit", {Role.TRAINEE}),
    (Role.ADMINISTRATOR, "provider", {Role.TRAINEE, Role.HEAD_OF_UNIT}),
    (Role.ADMINISTRATOR, "region", {Role.TRAINEE, Role.HEAD_OF_UNIT}),
    (Role.ADMINISTRATOR, None, {Role.TRAINEE, Role.HEAD_OF_UNIT, Role.MAIN_SUPERVISOR}),
    (Role.HEAD_OF_UNIT, "other", set()),
    (Role.ADMINISTRATOR, "away", set()),
    (Role.TRAINEE, "unit", set()),
    (Role.REVIEW_OFFICE, None, set()),
    (Role.DIRECTOR_OF_TRAINING, "region", set()),
]


@pytest.mark.parametrize(("role", "at", "decided"), WHO)
def test_list_holds_what_the_actor_could_give_and_nothing_else(
    unit: Unit, stina: Person, role: Role, at: str | None, decided: set[Role]
) -> None:
    far = people.make_region("Sydslätt", "98")
    places: dict[str | None, Any] = {
        "unit": unit,
        "provider": unit.care_provider,
        "region": unit.region,
        "other": people.make_unit("Granngården"),
        "away": far,
        None: None,
    }
    made = note(stina, said(), said(role=Role.HEAD_OF_UNIT), said("SE-NOWHERE", Role.MAIN_SUPERVISOR))
    actor = people.actor_today(people.make_person("Någon", role, places[at]))

    found = list(queries.list_proposals(actor))

    assert {Role(one.role) for one in found} == decided
    assert {one.pk for one in made if queries.may_decide(actor, one)} == {one.pk for one in found}
    steps = [NextStep("roles-proposed", Urgency.WAITING, len(decided))] if decided else []
    told = next_steps_for(actor, as_of=people.TODAY)
    assert [step for step in told if step.kind == "roles-proposed"] == steps


def test_region_does_not_decide_about_a_private_care_provider_in_it(stina: Person) -> None:
    provider = people.make_provider("Privatvården")
    CareProvider.objects.filter(pk=provider.pk).update(is_private=True, hsa_id="SE-P")
    [proposal] = note(stina, said("SE-P", Role.DIRECTOR_OF_TRAINING, Reach.CARE_PROVIDER))
    actor = people.make_actor(Role.ADMINISTRATOR, people.make_region())

    assert proposal.care_provider == provider
    assert list(queries.list_proposals(actor)) == []
    with pytest.raises(PeopleRefused, match="role-not-yours-to-give"):
        actions.accept_proposal(proposal_id=proposal.pk, now=NOW, by=actor)


def test_whoever_is_proposed_cannot_say_yes_themselves(unit: Unit, stina: Person) -> None:
    [proposal] = note(stina)

    with pytest.raises(PeopleRefused, match="role-not-yours-to-give"):
        actions.accept_proposal(proposal_id=proposal.pk, now=NOW, by=people.actor_today(stina))

    assert held(stina) == []


def test_pages_lead_from_the_start_page_to_the_role(unit: Unit, stina: Person) -> None:
    client = people.client_of(people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit))
    [proposal] = note(stina)

    start = client.get("/").content.decode()
    listed = client.get("/people/proposals/").content.decode()
    answer = client.post(f"/people/proposals/{proposal.pk}/accept/", follow=True).content.decode()
    again = client.post(f"/people/proposals/{proposal.pk}/accept/", follow=True).content.decode()

    assert "Ta ställning till 1 föreslagen roll" in start
    assert all(text in listed for text in ("Stina Läkare", "ST-läkare", unit.name, "title: ST-läkare"))
    assert "Stina Läkare har rollen ST-läkare, Tallbackens hälsocentral från och med i dag." in answer
    assert "Ingen föreslagen roll väntar på dig" in answer
    assert "Någon har tagit ställning till rollen under tiden." in again
    assert held(stina) == [("trainee", unit, None)]


@pytest.mark.parametrize(
    ("sent", "status", "outcome"),
    [({"reason": "not_here"}, 302, "declined"), ({}, 422, ""), ({"reason": "because"}, 422, "")],
)
def test_declining_needs_a_reason(
    unit: Unit, stina: Person, sent: dict[str, str], status: int, outcome: str
) -> None:
    client = people.client_of(people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit))
    [proposal] = note(stina)
    address = f"/people/proposals/{proposal.pk}/decline/"

    assert client.get(address).status_code == 200
    assert client.post(address, sent).status_code == status
    assert outcomes(stina) == [("trainee", outcome)]


def test_others_find_neither_the_list_nor_the_proposal(unit: Unit, stina: Person) -> None:
    [proposal] = note(stina)
    other = people.client_of(
        people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, people.make_unit("Långt bort"))
    )
    trainee = people.client_of(people.make_person("Tor Läkare", Role.TRAINEE, unit))
    addresses = [
        f"/people/proposals/{pk}/{what}/" for pk in (proposal.pk, 987654) for what in ("accept", "decline")
    ]

    for client in (other, trainee):
        assert {client.post(one, {"reason": "not_here"}).status_code for one in addresses} == {404}
    assert trainee.get("/people/proposals/").status_code == 404
    assert "Stina" not in other.get("/people/proposals/").content.decode()
    assert Client().get("/people/proposals/").status_code == 302
    assert outcomes(stina) == [("trainee", "")]


@pytest.mark.parametrize(
    ("search", "is_found"),
    [("stina", True), ("tallb läk", True), (HSA_ID.lower(), True), ("granen", False), ("'\0%", False)],
)
def test_list_is_searched(unit: Unit, stina: Person, search: str, is_found: bool) -> None:
    client = people.client_of(people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit))
    note(stina)

    page = client.get("/people/proposals/", {"q": search}).content.decode()

    assert ("Stina Läkare" in page, "Ingen föreslagen roll passar sökningen" in page) == (
        is_found,
        not is_found,
    )


def test_list_costs_as_many_queries_with_three_rows_as_with_one(unit: Unit, stina: Person) -> None:
    client = people.client_of(people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit))

    def cost() -> int:
        with CaptureQueriesContext(connection) as run:
            client.get("/people/proposals/")
        return len(run)

    note(stina)
    cost()
    one = cost()
    for name in ("Tor Läkare", "Ulf Läkare"):
        note(people.make_person(name))

    assert cost() == one


def test_person_sees_what_is_asked_for_and_who_decides(unit: Unit, stina: Person) -> None:
    note(stina, said(), said("SE-NOWHERE", Role.HEAD_OF_UNIT))
    client = people.client_of(stina)

    for address in ("/", "/me/"):
        page = client.get(address).content.decode()
        assert "<strong>ST-läkare, Tallbackens hälsocentral</strong>" in page
        assert "enhetens verksamhetschef, studierektor eller administratören" in page
        assert "<strong>Verksamhetschef, okänd plats, HSA-id SE-NOWHERE</strong>" in page
        assert "administratören, eftersom ingen plats här har detta HSA-id" in page


def test_nothing_asked_for_leaves_the_pages_as_they_were(stina: Person) -> None:
    client = people.client_of(stina)

    assert "Din arbetsgivare sade" not in client.get("/").content.decode()
    assert "arbetsgivare begär" not in client.get("/me/").content.decode()


@pytest.mark.parametrize(("roles", "is_shown"), [("title=ST-läkare:trainee", True), ("", False)])
def test_tab_stands_where_roles_are_proposed(unit: Unit, roles: str, is_shown: bool) -> None:
    client = people.client_of(people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit))

    with override_settings(OIDC_ROLES=read_roles(roles)):
        page = client.get("/people/").content.decode()

    assert ("/people/proposals/" in page) is is_shown
