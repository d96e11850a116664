"""The long list of people: its search, its orders, and pages that meet without gap or repetition."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.accounts.actions import assign_role, close_log_in
from kollegium.accounts.models import Person
from kollegium.accounts.queries import LogInState, PeopleFilters, PeopleOrder, list_people, people_list
from kollegium.domain.roles import Role
from kollegium.ui import keyset
from tests import people

pytestmark = pytest.mark.django_db

Found = list[str]


@pytest.fixture
def administrator() -> people.PersonActor:
    return people.make_actor(Role.ADMINISTRATOR, name="Ada Admin")


def names(page: keyset.CutPage) -> Found:
    return [row["name"] for row in page.rows]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("åsa", ["Åsa-Karin Öberg"]),
        ("ÖB", ["Åsa-Karin Öberg"]),
        ("karin", ["Åsa-Karin Öberg"]),
        ("åsa-karin öberg", ["Åsa-Karin Öberg"]),
        ("asa", []),
        ("arin", []),
        ("renee", ["Renée O'Brien"]),
        ("RENÉE o'brien", ["Renée O'Brien"]),
        ("brien", ["Renée O'Brien"]),
        ("r.obrien@exempel", ["Renée O'Brien"]),
        ("EXEMPEL.se obrien", ["Renée O'Brien"]),
        ("lan-norr", ["Åsa-Karin Öberg"]),
        ("renée öberg", []),
        ("' & | !:*", []),
        ("%", []),
    ],
)
def test_search_finds_beginnings_of_words_of_name_and_address(
    administrator: people.PersonActor, typed: str, found: Found
) -> None:
    Person.objects.filter(pk=people.make_person("Åsa-Karin Öberg").pk).update(
        email="ako_2@lan-norr.exempel.se"
    )
    Person.objects.filter(pk=people.make_person("Renée O'Brien").pk).update(email="R.OBrien@exempel.se")

    page = list_people(administrator, PeopleFilters(search=typed), as_of=people.TODAY)

    assert names(page) == found


def test_changed_name_is_found_and_the_old_one_is_not(administrator: people.PersonActor) -> None:
    person = people.make_person("Eva Ek")
    Person.objects.filter(pk=person.pk).update(name="Eva Gran", sort_key="eva gran")

    found = [
        names(list_people(administrator, PeopleFilters(search=word), as_of=people.TODAY))
        for word in ("gran", "ek")
    ]

    assert found == [["Eva Gran"], []]


@pytest.mark.parametrize("order", list(PeopleOrder))
def test_pages_meet_forwards_and_backwards(
    administrator: people.PersonActor, monkeypatch: pytest.MonkeyPatch, order: PeopleOrder
) -> None:
    monkeypatch.setattr(people_list, "PAGE_SIZE", 2)
    unit = people.make_unit()
    for day, name in ((3, "Örjan"), (1, "Anna"), (2, "Anna"), (2, "Bo")):
        people.make_person(name, Role.TRAINEE, unit, since=date(2026, 2, day))
    filters = PeopleFilters(role=Role.TRAINEE)
    expected = {
        PeopleOrder.NAME: [["Anna", "Anna"], ["Bo", "Örjan"]],
        PeopleOrder.NEWEST_ROLE: [["Örjan", "Bo"], ["Anna", "Anna"]],
    }

    first = list_people(administrator, filters, as_of=people.TODAY, order=order)
    second = list_people(
        administrator, filters, as_of=people.TODAY, order=order, cursor=first.next_cursor or "none"
    )
    back = list_people(
        administrator, filters, as_of=people.TODAY, order=order, cursor=second.previous_cursor or "none"
    )

    assert [names(first), names(second)] == expected[order]
    assert (first.previous_cursor, second.next_cursor, first.total) == (None, None, 4)
    assert back.rows == first.rows


def test_person_stands_once_at_the_newest_role_that_holds_today(administrator: people.PersonActor) -> None:
    unit = people.make_unit()
    twice = people.make_person("Två Roller", Role.TRAINEE, unit, since=date(2026, 1, 1))
    assign_role(
        person=twice, role=Role.MAIN_SUPERVISOR, at=unit, valid_from=date(2026, 3, 1), by=people.SYSTEM
    )
    people.make_person("Ny Roll", Role.TRAINEE, unit, since=date(2026, 2, 1))
    people.make_person("Ingen Roll")
    people.make_person("Gammal Roll", Role.TRAINEE, unit, since=date(2026, 4, 1), until=date(2026, 4, 2))

    page = list_people(administrator, as_of=people.TODAY, order=PeopleOrder.NEWEST_ROLE)
    trainees = list_people(
        administrator, PeopleFilters(role=Role.TRAINEE), as_of=people.TODAY, order=PeopleOrder.NEWEST_ROLE
    )

    assert [name for name in names(page) if name != "Ada Admin"] == ["Två Roller", "Ny Roll"]
    assert names(trainees) == ["Ny Roll", "Två Roller"]


def test_newest_role_order_reaches_no_further_than_the_list_by_name() -> None:
    unit, other = people.make_unit(), people.make_unit("Lärkans vårdcentral")
    people.make_person("Stina Här", Role.TRAINEE, unit)
    people.make_person("Elsa Annanstans", Role.TRAINEE, other)
    head = people.make_actor(Role.HEAD_OF_UNIT, unit, name="Hedda Chef")

    found = [set(names(list_people(head, as_of=people.TODAY, order=order))) for order in PeopleOrder]

    assert found == [{"Stina Här", "Hedda Chef"}] * 2


def test_closed_log_ins_are_those_of_people_without_an_open_one(administrator: people.PersonActor) -> None:
    closed, both = people.make_person("Stängd Konto"), people.make_person("Båda Konton")
    for person, addresses in ((closed, ["a@exempel.se"]), (both, ["b@exempel.se", "c@exempel.se"])):
        accounts = [people.make_account(person, address) for address in addresses]
        close_log_in(account_id=accounts[0].pk, as_of=people.TODAY, by=people.SYSTEM)

    page = list_people(administrator, PeopleFilters(state=LogInState.CLOSED), as_of=people.TODAY)

    assert names(page) == ["Stängd Konto"]


def test_page_says_more_than_the_limit_and_keeps_the_filters_in_its_links(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(people_list, "PAGE_SIZE", 2)
    monkeypatch.setattr(keyset, "COUNT_LIMIT", 3)
    unit = people.make_unit()
    for name in "ABCDE":
        people.make_person(f"Person {name}", Role.TRAINEE, unit)
    browser = Client()
    browser.force_login(people.make_account(people.make_person("Ada Admin", Role.ADMINISTRATOR)))

    pager = browser.get(reverse("accounts:people"), {"role": "trainee"}).context["pager"]
    answer = browser.get(pager.next_url)
    nonsense = browser.get(reverse("accounts:people"), {"role": "trainee", "page": "3"}).context["pager"]

    assert (pager.first, pager.last, pager.total, pager.is_capped) == (1, 2, 3, True)
    assert "3–4 av över 3" in answer.content.decode()
    assert "role=trainee" in answer.context["pager"].previous_url
    assert nonsense.first == 1


@pytest.mark.parametrize("sort", ["name", "newest-role"])
def test_list_costs_the_same_with_one_and_with_three_people(sort: str) -> None:
    unit = people.make_unit()
    browser = Client()
    browser.force_login(people.make_account(people.make_person("Ada Admin", Role.ADMINISTRATOR)))
    counts = []
    for number in (1, 3):
        for one in range(number):
            people.make_person(f"Person {number} {one}", Role.TRAINEE, unit)
        browser.get(reverse("accounts:people"), {"sort": sort})
        with CaptureQueriesContext(connection) as queries:
            browser.get(reverse("accounts:people"), {"sort": sort})
        counts.append(len(queries))

    assert counts[0] == counts[1]
