"""Several roles, one at a time: what counts, where it is remembered, and the offer to change."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts import actions
from kollegium.accounts.actions import DeputyValues, PeopleRefused
from kollegium.accounts.models import Assignment, Person
from kollegium.accounts.queries import actor_of_person
from kollegium.domain.roles import Permission, Role
from kollegium.organisations.models import Unit
from kollegium.trail.models import ReadingRecord
from tests import people

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
HATS = "accounts:choose_hat"


@pytest.fixture
def unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def eva(unit: Unit) -> Person:
    """Head of one unit and placement supervisor at another."""
    person = people.make_person("Eva Dubbel", Role.HEAD_OF_UNIT, unit)
    beside = people.make_unit("Grankullens hälsocentral")
    actions.assign_role(
        person=person, role=Role.PLACEMENT_SUPERVISOR, at=beside, valid_from=people.TODAY, by=people.SYSTEM
    )
    return person


@pytest.fixture
def browser(eva: Person) -> Client:
    client = Client()
    client.force_login(people.make_account(eva))
    return client


def hat(person: Person, role: Role) -> Assignment:
    return Assignment.objects.get(person=person, role=role)


def put_on(browser: Client, person: Person, role: Role, **more: str) -> str:
    answer = browser.post(reverse(HATS), {"role": str(hat(person, role).pk), **more})
    return answer.headers["Location"]


def test_hat_carries_the_rights_of_its_role_alone(eva: Person, unit: Unit) -> None:
    supervisor = hat(eva, Role.PLACEMENT_SUPERVISOR)

    everything = actor_of_person(eva, as_of=TODAY)
    worn = actor_of_person(eva, as_of=TODAY, hat_id=supervisor.pk)

    assert everything.may(Permission.READ_PEOPLE, unit.place)
    assert not worn.may(Permission.READ_PEOPLE)
    assert worn.may(Permission.READ_PLACES, supervisor.unit.place)  # type: ignore[union-attr]
    assert (everything.hat, worn.hat.role if worn.hat else None) == (None, Role.PLACEMENT_SUPERVISOR)
    assert worn.wearing(None).may(Permission.READ_PEOPLE, unit.place)


def test_role_held_as_deputy_is_a_hat_of_its_own(browser: Client, eva: Person) -> None:
    hedda = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, people.make_unit("Tallmo hälsocentral"))
    values = DeputyValues(hat(hedda, Role.HEAD_OF_UNIT).pk, eva.pk, TODAY, TODAY, False, "")
    actions.arrange_deputy(values=values, as_of=TODAY, by=people.SYSTEM)

    put_on(browser, hedda, Role.HEAD_OF_UNIT)
    page = browser.get("/").content.decode()
    worn = actor_of_person(eva, as_of=TODAY, hat_id=hat(hedda, Role.HEAD_OF_UNIT).pk)

    assert (
        '<span class="account-hat">Verksamhetschef, Tallmo hälsocentral, som ställföreträdare</span>' in page
    )
    assert (worn.deputy_for, worn.capacity) == ((hedda.pk,), "head_of_unit")
    assert actor_of_person(eva, as_of=TODAY, hat_id=hat(eva, Role.HEAD_OF_UNIT).pk).deputy_for == ()


def test_somebody_elses_role_is_no_hat(eva: Person, unit: Unit) -> None:
    other = people.make_person("Ingrid", Role.REVIEW_OFFICE)

    actor = actor_of_person(eva, as_of=TODAY, hat_id=hat(other, Role.REVIEW_OFFICE).pk)

    assert actor.lost_hat
    assert not actor.may(Permission.PUBLISH_REVIEWS)


def test_header_names_the_hat_and_the_pages_follow(browser: Client, eva: Person, unit: Unit) -> None:
    before = browser.get("/").content.decode()
    went = put_on(browser, eva, Role.PLACEMENT_SUPERVISOR)
    after = browser.get("/").content.decode()

    assert '<span class="account-hat">Alla mina roller</span>' in before
    assert 'href="/people/"' in before
    assert went == "/"
    assert (
        '<span class="account-hat">Handledare för del av tjänstgöring, Grankullens hälsocentral</span>'
        in after
    )
    assert "Du arbetar nu som: Handledare för del av tjänstgöring, Grankullens hälsocentral." in after
    assert 'href="/people/"' not in after


def test_choice_is_remembered_for_the_next_log_in_and_each_session_keeps_its_own(
    browser: Client, eva: Person
) -> None:
    put_on(browser, eva, Role.PLACEMENT_SUPERVISOR)
    eva.refresh_from_db()
    later = Client()
    later.force_login(eva.accounts.get())

    remembered = later.get("/").content.decode()
    put_on(later, eva, Role.HEAD_OF_UNIT)

    assert eva.hat == hat(eva, Role.PLACEMENT_SUPERVISOR)
    assert 'account-hat">Handledare' in remembered
    assert 'account-hat">Handledare' in browser.get("/").content.decode()


def test_all_roles_can_be_chosen_again(browser: Client, eva: Person) -> None:
    put_on(browser, eva, Role.PLACEMENT_SUPERVISOR)
    browser.post(reverse(HATS), {"role": "all"})

    eva.refresh_from_db()
    assert eva.hat is None
    assert browser.get(reverse("accounts:people")).status_code == 200


def test_one_role_gives_no_choice(unit: Unit) -> None:
    client = Client()
    client.force_login(people.make_account(people.make_person("En Roll", Role.HEAD_OF_UNIT, unit)))

    page = client.get("/").content.decode()

    assert reverse(HATS) not in page
    assert "account-hat" not in page


@pytest.mark.parametrize("role", ["", "x", "0", "999999", "-1"])
def test_role_one_does_not_hold_cannot_be_chosen(browser: Client, eva: Person, role: str) -> None:
    assert browser.post(reverse(HATS), {"role": role}).status_code == 404
    eva.refresh_from_db()
    assert eva.hat is None


def test_changing_needs_a_log_in_and_a_post(browser: Client) -> None:
    assert browser.get(reverse(HATS)).status_code == 405
    assert Client().post(reverse(HATS), {"role": "all"}).headers["Location"].startswith("/login/")


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:x", ""]
)
def test_changing_leads_to_no_other_site(browser: Client, eva: Person, address: str) -> None:
    assert put_on(browser, eva, Role.HEAD_OF_UNIT, next=address) == "/"


def test_nobody_chooses_for_somebody_else(eva: Person) -> None:
    other = people.make_actor(name="Någon")

    with pytest.raises(PeopleRefused) as refused:
        actions.choose_hat(person_id=eva.pk, assignment_id=None, as_of=TODAY, by=other)

    assert refused.value.code == "not-allowed"


def test_hat_whose_period_has_ended_falls_back_with_a_sentence_once(browser: Client, eva: Person) -> None:
    put_on(browser, eva, Role.PLACEMENT_SUPERVISOR)
    browser.get("/")
    Assignment.objects.filter(pk=hat(eva, Role.PLACEMENT_SUPERVISOR).pk).update(
        valid_until=TODAY - timedelta(days=1)
    )

    first, second = (browser.get("/").content.decode() for _time in range(2))

    eva.refresh_from_db()
    assert "Rollen du arbetade i har upphört. Nu gäller alla dina roller." in first
    assert "har upphört" not in second
    assert eva.hat is None
    assert 'href="/people/"' in first


def test_page_of_another_hat_offers_the_change_that_leads_back(
    browser: Client, eva: Person, unit: Unit
) -> None:
    stina = people.make_person("Stina Läkare", Role.TRAINEE, unit)
    address = reverse("accounts:person", args=[stina.pk])
    put_on(browser, eva, Role.PLACEMENT_SUPERVISOR)

    offer = browser.get(f"{address}?x=1")
    page = offer.content.decode()
    noted = ReadingRecord.objects.count()
    back = put_on(browser, eva, Role.HEAD_OF_UNIT, next=f"{address}?x=1")

    assert offer.status_code == 404
    assert f"Du ser sidan som Verksamhetschef, {unit.name}." in page
    assert f'name="role" value="{hat(eva, Role.HEAD_OF_UNIT).pk}"' in page
    assert "Stina" not in page
    assert noted == 0, "nothing was read yet"
    assert back == f"{address}?x=1"
    assert browser.get(back).status_code == 200


def test_page_that_no_hat_opens_looks_like_one_that_is_not_there(browser: Client, eva: Person) -> None:
    elsewhere = people.make_person("Fjärran", Role.TRAINEE, people.make_unit("Fjärrans hälsocentral"))
    put_on(browser, eva, Role.PLACEMENT_SUPERVISOR)
    browser.get("/")

    def shown(number: int) -> str:
        page = browser.get(reverse("accounts:person", args=[number])).content.decode()
        return page[page.index("<main") : page.index("</main>")]

    assert shown(elsewhere.pk) == shown(987654321)
    assert "annan av dina roller" not in shown(elsewhere.pk)


def test_log_says_in_which_role_something_was_done(eva: Person, unit: Unit) -> None:
    actor = actor_of_person(eva, as_of=TODAY, hat_id=hat(eva, Role.HEAD_OF_UNIT).pk)
    actions.choose_language(person_id=eva.pk, language="en", by=actor)
    actions.choose_language(person_id=eva.pk, language="sv", by=actor.wearing(None))

    contexts = [event.pgh_context for event in Person.events.rel.related_model.objects.filter(pgh_obj=eva)]  # type: ignore[attr-defined]

    assert contexts[-2:] == [
        {"actor": actor.key, "action": "accounts.choose_language", "role": "head_of_unit"},
        {"actor": actor.key, "action": "accounts.choose_language"},
    ]


def test_pages_cost_the_same_queries_with_one_role_and_several(browser: Client, unit: Unit) -> None:
    single = Client()
    single.force_login(people.make_account(people.make_person("En Roll", Role.HEAD_OF_UNIT, unit)))
    counts = []
    for client in (single, browser):
        client.get("/me/")
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("organisations:units"))
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_account_without_any_role_is_told_what_to_do() -> None:
    client = Client()
    client.force_login(people.make_account(people.make_person("Ny"), "ny@exempel.se"))

    page = client.get("/").content.decode()

    assert "Du har ingen roll än" in page
    assert "ny@exempel.se" in page
    assert client.get(reverse("accounts:people")).status_code == 404
