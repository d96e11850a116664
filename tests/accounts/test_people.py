"""People, accounts and assignments, and the rights that follow."""

from datetime import date

import pytest
from django.test import Client

from kollegium.accounts.actions import PeopleRefused, add_person, assign_role, open_account
from kollegium.accounts.models import Account, Person
from kollegium.accounts.queries import actor_of_person
from kollegium.domain.roles import ROLES, Permission, Place, Reach, Role
from tests import people

pytestmark = pytest.mark.django_db


def test_right_holds_on_the_first_and_last_day_and_not_outside() -> None:
    unit = people.make_unit()
    person = people.make_person(
        "Vikarien", Role.HEAD_OF_UNIT, unit, since=date(2026, 1, 1), until=date(2026, 1, 31)
    )

    held = {
        day: actor_of_person(person, as_of=day).may(Permission.READ_REVIEWS, unit.place)
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1))
    }

    assert list(held.values()) == [False, True, True, False]


@pytest.mark.parametrize("role", list(Role))
def test_role_is_refused_at_every_kind_of_place_but_its_own(role: Role) -> None:
    unit = people.make_unit()
    at = {
        Reach.NATIONAL: None,
        Reach.SPECIALTY: people.make_specialty(),
        Reach.REGION: unit.region,
        Reach.CARE_PROVIDER: unit.care_provider,
        Reach.UNIT: unit,
    }
    person = people.make_person("Asta Prov")
    accepted = {reach for reach, place in at.items() if _can_be_held(person, role, place)}

    assert accepted == set(ROLES[role].reaches)


def _can_be_held(person: Person, role: Role, place: object) -> bool:
    try:
        assign_role(person=person, role=role, at=place, valid_from=date(2026, 1, 1), by=people.SYSTEM)  # type: ignore[arg-type]
    except PeopleRefused:
        return False
    return True


def test_region_role_reaches_every_unit_of_the_region_whoever_runs_it() -> None:
    region = people.make_region()
    private = people.make_provider("Vårdlotsen AB")
    unit = people.make_unit(provider=private, region=region)
    officer = people.make_actor(Role.REGION_OFFICER, region)

    assert officer.may(Permission.READ_REVIEWS, unit.place)
    assert not officer.may(Permission.READ_REVIEWS, Place(region_id=region.pk + 1))


def test_specialty_role_reaches_reviews_of_the_specialty_alone() -> None:
    coordinator = people.make_actor(Role.SPECIALTY_COORDINATOR, people.make_specialty())

    assert coordinator.may(Permission.READ_REVIEWS, Place(specialty_key="allmanmedicin"))
    assert not coordinator.may(Permission.READ_REVIEWS, Place(specialty_key="kirurgi"))


def test_person_without_role_may_nothing() -> None:
    actor = people.make_actor()

    assert [permission for permission in Permission if actor.may(permission)] == []


def test_address_is_taken_whatever_its_letter_case() -> None:
    first, second = people.make_person("Ett"), people.make_person("Två")
    people.make_account(first, "Anna.Alm@exempel.se")

    with pytest.raises(PeopleRefused) as refused:
        open_account(person=second, email="anna.alm@EXEMPEL.se", password="x" * 20, by=people.SYSTEM)

    assert (refused.value.code, Account.objects.count()) == ("email-taken", 1)


def test_head_of_unit_may_not_add_people() -> None:
    head = people.make_actor(Role.HEAD_OF_UNIT, people.make_unit())

    with pytest.raises(PeopleRefused) as refused:
        add_person(name="Ny Person", by=head)

    assert refused.value.code == "not-allowed"


def test_log_in_takes_the_address_in_any_letter_case_and_leads_on() -> None:
    people.make_account(people.make_person("Asta Prov"), "asta@exempel.se", second_factor=False)

    answer = Client().post(
        "/login/?next=/me/", {"username": "Asta@Exempel.SE", "password": people.PASSWORD, "next": "/me/"}
    )

    assert answer.headers["Location"] == "/me/"


@pytest.mark.parametrize(
    ("email", "password"), [("asta@exempel.se", "fel"), ("ingen@exempel.se", people.PASSWORD)]
)
def test_wrong_log_in_says_the_same_whatever_is_wrong(email: str, password: str) -> None:
    people.make_account(people.make_person("Asta Prov"), "asta@exempel.se")

    page = Client().post("/login/", {"username": email, "password": password}).content.decode()

    assert "hör inte ihop" in page
    assert f'value="{email}"' in page


def test_log_in_leads_to_no_other_site() -> None:
    people.make_account(people.make_person("Asta Prov"), "asta@exempel.se", second_factor=False)

    answer = Client().post(
        "/login/",
        {"username": "asta@exempel.se", "password": people.PASSWORD, "next": "https://elsewhere.example/"},
    )

    assert answer.headers["Location"] == "/"


def test_closed_account_does_not_log_in() -> None:
    account = people.make_account(people.make_person("Asta Prov"), "asta@exempel.se", second_factor=False)
    Account.objects.filter(pk=account.pk).update(is_active=False)

    client = Client()
    client.post("/login/", {"username": "asta@exempel.se", "password": people.PASSWORD})

    assert "_auth_user_id" not in client.session


def test_own_page_shows_roles_and_changes_the_password() -> None:
    unit = people.make_unit()
    account = people.make_account(people.make_person("Asta Prov", Role.HEAD_OF_UNIT, unit))
    client = Client()
    client.force_login(account)

    page = client.get("/me/").content.decode()
    answer = client.post(
        "/me/", {"old": people.PASSWORD, "new": "en helt ny fras 7", "again": "en helt ny fras 7"}
    )

    account.refresh_from_db()
    assert "Verksamhetschef" in page
    assert unit.name in page
    assert answer.headers["Location"] == "/me/"
    assert account.check_password("en helt ny fras 7")
    assert client.get("/me/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"old": "fel", "new": "en helt ny fras 7", "again": "en helt ny fras 7"}, "Ingenting ändrades"),
        ({"old": people.PASSWORD, "new": "kort", "again": "kort"}, "minst 12"),
        ({"old": people.PASSWORD, "new": "en helt ny fras 7", "again": "en annan fras 77"}, "inte likadana"),
    ],
    ids=["wrong-old", "too-short", "not-the-same"],
)
def test_bad_new_password_changes_nothing(typed: dict[str, str], message: str) -> None:
    account = people.make_account(people.make_person("Asta Prov"))
    client = Client()
    client.force_login(account)

    answer = client.post("/me/", typed)

    account.refresh_from_db()
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert account.check_password(people.PASSWORD)


def test_regions_administrator_gives_roles_in_the_region_and_nowhere_else() -> None:
    region = people.make_region()
    here = people.make_unit(region=region)
    away = people.make_unit("Fjärrans hälsocentral", region=people.make_region("Region Söderskog", "98"))
    away.care_provider = people.make_provider("Fjärrvård AB", away.region)
    away.save()
    administrator = people.make_actor(Role.ADMINISTRATOR, region)
    person = people.make_person("Ny Chef")

    given = assign_role(
        person=person, role=Role.HEAD_OF_UNIT, at=here, valid_from=people.TODAY, by=administrator
    )

    assert (given.unit, given.role) == (here, "head_of_unit")
    for role, at in ((Role.HEAD_OF_UNIT, away), (Role.ADMINISTRATOR, region), (Role.REVIEW_OFFICE, None)):
        with pytest.raises(PeopleRefused) as refused:
            assign_role(person=person, role=role, at=at, valid_from=people.TODAY, by=administrator)
        assert refused.value.code == "role-not-yours-to-give"


def test_private_company_is_not_its_regions_to_appoint_people_at() -> None:
    region = people.make_region()
    company = people.make_provider("Vårdlotsen AB", region)
    company.is_private = True
    company.save()
    administrator = people.make_actor(Role.ADMINISTRATOR, region)

    with pytest.raises(PeopleRefused) as refused:
        assign_role(
            person=people.make_person("Ny"),
            role=Role.CARE_PROVIDER_OFFICER,
            at=company,
            valid_from=people.TODAY,
            by=administrator,
        )

    assert refused.value.code == "role-not-yours-to-give"


def test_log_in_for_somebody_who_reaches_further_is_refused() -> None:
    provider = people.make_provider()
    administrator = people.make_actor(Role.ADMINISTRATOR, provider)
    office = people.make_person("Kansliet", Role.REVIEW_OFFICE)

    with pytest.raises(PeopleRefused) as refused:
        open_account(person=office, email="mitt@exempel.se", password="x" * 20, by=administrator)

    assert (refused.value.code, Account.objects.count()) == ("role-not-yours-to-give", 0)


def test_regions_administrator_is_not_offered_to_add_regions_or_specialties() -> None:
    administrator = people.make_person("Regionens", Role.ADMINISTRATOR, people.make_region())
    client = Client()
    client.force_login(people.make_account(administrator))

    answers = [
        client.get(f"/{path}/add/").status_code for path in ("regions", "specialties", "care-providers")
    ]

    assert answers == [403, 403, 200]
