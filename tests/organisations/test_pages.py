"""Pages of places: the right person, the wrong person, bad input, and the same number of queries."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.domain.roles import Role
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from tests import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    client = Client()
    client.force_login(people.make_account(people.make_person("Olle Kontor", Role.REVIEW_OFFICE)))
    return client


@pytest.fixture
def trainee() -> Client:
    client = Client()
    person = people.make_person("Stina Läkare", Role.TRAINEE, people.make_unit("Lärkans vårdcentral"))
    client.force_login(people.make_account(person))
    return client


def form_of(unit: Unit, **changes: object) -> dict[str, object]:
    return {
        "name": unit.name,
        "care_provider": unit.care_provider_id,
        "region": unit.region_id,
        "version": unit.version,
    } | changes


def test_unit_list_costs_the_same_queries_for_one_and_three_rows(office: Client) -> None:
    people.make_unit("Ett")
    first = _queries(office, reverse("organisations:units"))
    people.make_unit("Två")
    people.make_unit("Tre")

    assert _queries(office, reverse("organisations:units")) == first


def _queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_visitor_is_sent_to_log_in() -> None:
    unit = people.make_unit()

    answer = Client().get(reverse("organisations:unit", args=[unit.pk]))

    assert answer.headers["Location"] == f"/login/?next=/units/{unit.pk}/"


def test_unknown_unit_is_not_found(office: Client) -> None:
    assert office.get("/units/999999/").status_code == 404


def test_trainee_sees_the_unit_without_buttons_and_cannot_change_it(trainee: Client) -> None:
    unit = people.make_unit()

    page = trainee.get(reverse("organisations:unit", args=[unit.pk])).content.decode()
    answer = trainee.post(reverse("organisations:unit_edit", args=[unit.pk]), form_of(unit, name="Nytt"))

    assert "Tallbackens hälsocentral" in page
    assert reverse("organisations:unit_edit", args=[unit.pk]) not in page
    assert answer.status_code == 403
    assert Unit.objects.get(pk=unit.pk).name == "Tallbackens hälsocentral"


def test_office_adds_a_unit_and_comes_to_its_page(office: Client) -> None:
    provider = people.make_provider()

    answer = office.post(
        reverse("organisations:unit_add"),
        {"name": "Nya kliniken", "care_provider": provider.pk, "region": provider.region_id},
        follow=True,
    )

    assert answer.redirect_chain[-1][0] == reverse("organisations:unit", args=[Unit.objects.get().pk])
    assert "Nya kliniken" in answer.content.decode()


def test_missing_name_keeps_what_was_typed(office: Client) -> None:
    provider = people.make_provider()

    answer = office.post(
        reverse("organisations:unit_add"),
        {"name": "", "care_provider": provider.pk, "region": provider.region_id, "site": "Granåsen"},
    )

    assert answer.status_code == 422
    assert 'value="Granåsen"' in answer.content.decode()


def test_conflicting_change_shows_both_and_saves_on_the_second_try(office: Client) -> None:
    unit = people.make_unit()
    url = reverse("organisations:unit_edit", args=[unit.pk])
    office.post(url, form_of(unit, site="Björkstad"))

    answer = office.post(url, form_of(unit, site="Almby"))

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Björkstad" in text
    assert 'value="Almby"' in text
    assert 'name="version" value="2"' in text


def test_history_names_who_changed_what(office: Client) -> None:
    unit = people.make_unit()
    office.post(reverse("organisations:unit_edit", args=[unit.pk]), form_of(unit, site="Björkstad"))

    page = office.get(reverse("organisations:unit", args=[unit.pk])).content.decode()

    assert "Olle Kontor" in page
    assert "Björkstad" in page


def test_change_by_raw_sql_is_in_the_history(office: Client) -> None:
    unit = people.make_unit()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE organisations_unit SET site = 'Bakvägen' WHERE id = %s", [unit.pk])

    page = office.get(reverse("organisations:unit", args=[unit.pk])).content.decode()

    assert "Bakvägen" in page
    assert "Direkt i databasen" in page


@pytest.mark.parametrize("kind", ["provider", "region", "specialty"])
def test_each_kind_of_place_is_added_changed_and_merged(office: Client, kind: str) -> None:
    model = {"provider": CareProvider, "region": Region, "specialty": Specialty}[kind]
    extra = {"region": {"code": "96"}, "specialty": {"kind": "base"}}.get(kind, {})
    people.make_provider()
    people.make_specialty()
    other = model.objects.get()

    office.post(reverse(f"organisations:{kind}_add"), {"name": "Ny plats", **extra})
    added = model.objects.get(name="Ny plats")
    office.post(
        reverse(f"organisations:{kind}_edit", args=[added.pk]),
        {"name": "Nyare plats", "version": added.version, **extra},
    )
    merge = reverse(f"organisations:{kind}_merge", args=[added.pk])
    answer = office.post(f"{merge}?q={other.name}", {"into": other.pk})

    added.refresh_from_db()
    assert (added.name, added.merged_into_id) == ("Nyare plats", other.pk)
    assert answer.headers["Location"] == reverse(f"organisations:{kind}_page", args=[other.pk])
    assert office.get(reverse(f"organisations:{kind}_page", args=[added.pk])).status_code == 200


@pytest.mark.parametrize("kind", ["provider", "region", "specialty"])
def test_trainee_changes_no_place(trainee: Client, kind: str) -> None:
    people.make_specialty()
    model = {"provider": CareProvider, "region": Region, "specialty": Specialty}[kind]
    item = model.objects.get()

    for page in ("edit", "merge"):
        url = reverse(f"organisations:{kind}_{page}", args=[item.pk])
        assert trainee.post(url, {"name": "Nytt"}).status_code == 403
    assert trainee.get(reverse(f"organisations:{kind}_add")).status_code == 403


def test_page_number_that_is_none_gives_the_first_page(office: Client) -> None:
    people.make_unit()

    assert "Tallbackens" in office.get("/units/?page=zebra").content.decode()


def test_list_says_what_to_do_when_nothing_matches(office: Client) -> None:
    people.make_unit()

    assert "Ingen enhet passar" in office.get("/units/?q=finnsinte").content.decode()


def test_closing_a_unit_is_refused_to_who_may_only_look(trainee: Client) -> None:
    unit = Unit.objects.get(name="Lärkans vårdcentral")

    response = trainee.post(f"/units/{unit.pk}/close/", {"closed_on": "2026-03-01", "version": unit.version})

    unit.refresh_from_db()
    assert (response.status_code, unit.closed_on) == (403, None)
