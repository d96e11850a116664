"""Closing the log-in of somebody else: at once, and only of those one may change."""

import pytest
from django.urls import reverse

from kollegium.accounts.models import Account, Person
from kollegium.domain.roles import Role
from tests import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Person:
    """An administrator of the whole country."""
    return people.make_person("Ada Admin", Role.ADMINISTRATOR)


@pytest.fixture
def rut() -> Person:
    """An administrator of one region, beside a region they have nothing to do with."""
    people.make_unit(
        "Söderbergets vårdcentral",
        region=people.make_region("Region Söderdal", "98"),
        provider=people.make_provider("Region Söderdal", people.make_region("Region Söderdal", "98")),
    )
    return people.make_person("Rut Region", Role.ADMINISTRATOR, people.make_region())


def test_log_in_is_closed_at_the_next_request_and_opened_again(ada: Person) -> None:
    stina = people.make_person("Stina Läkare", Role.TRAINEE, people.make_unit())
    theirs, client = people.client_of(stina), people.client_of(ada)
    account = Account.objects.get(person=stina)
    url = reverse("accounts:log_in_change", args=[stina.pk, account.pk])

    client.post(url, {"close": "1"})
    closed = theirs.get("/me/").status_code
    client.post(url, {"reopen": "1"})

    assert closed == 302
    assert theirs.get("/me/").status_code == 200


def test_log_in_of_another_person_is_not_reached_through_this_one(ada: Person) -> None:
    stina = people.make_person("Stina Läkare", Role.TRAINEE, people.make_unit())
    other = people.make_account(people.make_person("Annan"))

    answer = people.client_of(ada).post(reverse("accounts:log_in_change", args=[stina.pk, other.pk]))

    assert (answer.status_code, Account.objects.get(pk=other.pk).is_active) == (404, True)


def test_log_in_that_reaches_further_is_not_closed_by_an_administrator_of_a_region(rut: Person) -> None:
    both = people.make_person("Stina Läkare", Role.TRAINEE, people.make_unit())
    people.assign_role(
        person=both, role=Role.REVIEW_OFFICE, at=None, valid_from=people.TODAY, by=people.SYSTEM
    )
    account = people.make_account(both)

    answer = people.client_of(rut).post(reverse("accounts:log_in_change", args=[both.pk, account.pk]))

    assert (answer.status_code, Account.objects.get(pk=account.pk).is_active) == (403, True)
