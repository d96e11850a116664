"""One's own details, and the address one logs in with."""

import re
import time
from types import SimpleNamespace

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts import actions
from kollegium.accounts.actions import PeopleRefused, PersonValues
from kollegium.accounts.models import Account, Person
from kollegium.accounts.queries import actor_of_person
from tests import people

pytestmark = pytest.mark.django_db

EDIT, NEW = "/me/edit/", "/me/email/"
OLD_ADDRESS, NEW_ADDRESS = "asta@exempel.se", "asta.ny@exempel.se"


@pytest.fixture
def account() -> Account:
    person = people.make_person("Asta Prov")
    Person.objects.filter(pk=person.pk).update(email=OLD_ADDRESS, hsa_id="SE-1")
    return people.make_account(Person.objects.get(pk=person.pk), OLD_ADDRESS)


@pytest.fixture
def browser(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def typed(**changes: str) -> dict[str, str]:
    return {"version": "1", "name": "Asta Prov-Berg", "email": "a@exempel.se", "language": "en", **changes}


def link_asked_for(browser: Client, account: Account) -> str:
    browser.post(NEW, {"email": NEW_ADDRESS.upper(), "password": people.PASSWORD})
    assert actions.send_new_address(account_id=account.pk)
    found = re.search(r"http://[^/]+(/me/email/\S+)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def test_person_changes_name_contact_and_language_but_not_the_hsa_id(
    browser: Client, account: Account
) -> None:
    answer = browser.post(EDIT, typed(hsa_id="SE-2"))

    person = Person.objects.get(pk=account.person_id)
    assert answer.headers["Location"] == reverse("accounts:own_page")
    assert (person.name, person.sort_key, person.email, person.language, person.hsa_id) == (
        "Asta Prov-Berg",
        person.sort_key,
        "a@exempel.se",
        "en",
        "SE-1",
    )
    assert browser.cookies["language"].value == "en"
    assert Account.objects.get().email == OLD_ADDRESS


@pytest.mark.parametrize(
    "changes",
    [{"name": "  "}, {"email": "ingen adress"}, {"language": "xx"}],
    ids=["name", "email", "language"],
)
def test_bad_details_change_nothing(browser: Client, account: Account, changes: dict[str, str]) -> None:
    answer = browser.post(EDIT, typed(**changes))

    assert answer.status_code == 422
    assert Person.objects.get(pk=account.person_id).name == "Asta Prov"


def test_second_tab_sees_both_versions_and_can_save_then(browser: Client, account: Account) -> None:
    browser.post(EDIT, typed(name="Första fliken"))

    refused = browser.post(EDIT, typed(name="Andra fliken"))
    page = refused.content.decode()
    again = browser.post(EDIT, typed(name="Andra fliken", version="2"))

    assert refused.status_code == 422
    assert "Första fliken" in page
    assert 'value="Andra fliken"' in page
    assert 'name="version" value="2"' in page
    assert again.status_code == 302
    assert Person.objects.get(pk=account.person_id).name == "Andra fliken"


def test_nobody_changes_somebody_elses_details(account: Account) -> None:
    other = people.make_actor(name="Någon")

    with pytest.raises(PeopleRefused) as refused:
        actions.change_own_profile(
            person_id=account.person_id, values=PersonValues("X"), expected_version=1, by=other
        )

    assert refused.value.code == "not-allowed"


def test_new_address_holds_once_its_own_mailbox_confirms_it(browser: Client, account: Account) -> None:
    link = link_asked_for(browser, account)
    between = Account.objects.get().email
    asked = browser.get(link).content.decode()
    unchanged = Account.objects.get().email
    browser.post(link)

    changed = Account.objects.get()
    assert [letter.to for letter in mail.outbox] == [[OLD_ADDRESS], [NEW_ADDRESS]]
    assert "Var det inte du? Byt lösenord genast" in str(mail.outbox[0].body)
    assert NEW_ADDRESS in asked
    assert (between, unchanged) == (OLD_ADDRESS, OLD_ADDRESS)
    assert (changed.email, changed.new_email, changed.person.email) == (NEW_ADDRESS, "", NEW_ADDRESS)
    assert Client().login(username=NEW_ADDRESS, password=people.PASSWORD)
    assert not Client().login(username=OLD_ADDRESS, password=people.PASSWORD)


def test_mail_filter_that_looks_at_the_link_confirms_nothing(browser: Client, account: Account) -> None:
    link = link_asked_for(browser, account)

    answer = browser.head(link)

    unchanged = Account.objects.get()
    assert (answer.status_code, unchanged.email, unchanged.new_email) == (200, OLD_ADDRESS, NEW_ADDRESS)


def test_link_is_dead_after_use_after_a_newer_one_and_for_others(browser: Client, account: Account) -> None:
    first = link_asked_for(browser, account)
    browser.post(NEW, {"email": "annan@exempel.se", "password": people.PASSWORD})
    other = Client()
    other.force_login(people.make_account(people.make_person("Någon")))

    assert [client.post(first).status_code for client in (browser, other)] == [410, 410]
    assert browser.post("/me/email/garbage/").status_code == 410
    assert Account.objects.get(pk=account.pk).email == OLD_ADDRESS
    assert Client().get(first).headers["Location"].startswith("/login/")


@pytest.mark.parametrize(("hours", "status"), [(47, 302), (49, 410)])
def test_link_works_for_two_days(
    browser: Client, account: Account, monkeypatch: pytest.MonkeyPatch, hours: int, status: int
) -> None:
    link = link_asked_for(browser, account)
    later = time.time() + hours * 3600
    monkeypatch.setattr("django.core.signing.time", SimpleNamespace(time=lambda: later))

    assert browser.post(link).status_code == status


def test_address_of_somebody_else_looks_accepted_and_cannot_be_taken(
    browser: Client, account: Account
) -> None:
    people.make_account(people.make_person("Har Den"), NEW_ADDRESS)

    answer = browser.post(NEW, {"email": NEW_ADDRESS, "password": people.PASSWORD})
    actions.send_new_address(account_id=account.pk)

    assert answer.status_code == 302
    assert [letter.to for letter in mail.outbox] == [[OLD_ADDRESS]]
    assert Account.objects.get(email=NEW_ADDRESS).person.name == "Har Den"


@pytest.mark.parametrize(
    ("email", "password", "words"),
    [
        (NEW_ADDRESS, "fel", "lösenordet"),
        (OLD_ADDRESS, people.PASSWORD, "redan in med den"),
        ("ingen adress", people.PASSWORD, "e-post"),
    ],
    ids=["password", "same", "no-address"],
)
def test_refused_new_address_sends_nothing(
    browser: Client, account: Account, email: str, password: str, words: str
) -> None:
    answer = browser.post(NEW, {"email": email, "password": password})

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Account.objects.get().new_email == ""
    assert actions.send_new_address(account_id=account.pk) is False


def test_erasing_takes_the_waiting_address(browser: Client, account: Account) -> None:
    browser.post(NEW, {"email": NEW_ADDRESS, "password": people.PASSWORD})

    actions.erase_person(person_id=account.person_id, as_of=timezone.localdate(), by=people.SYSTEM)

    assert Account.objects.get().new_email == ""


def test_own_page_tells_who_one_is_and_what_waits(browser: Client, account: Account) -> None:
    browser.post(NEW, {"email": NEW_ADDRESS, "password": people.PASSWORD})

    page = browser.get("/me/").content.decode()

    for words in ("Vem jag är", "SE-1", f"{NEW_ADDRESS} väntar"):
        assert words in page
    assert actor_of_person(account.person, as_of=people.TODAY).key == f"person:{account.person_id}"
