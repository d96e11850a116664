"""HSA-ids of places: one way of writing, one place each, kept when places become one."""

from datetime import date
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from kollegium.domain.roles import Reach, Role
from kollegium.organisations import actions, queries
from kollegium.organisations.actions import CareProviderValues, PlacesRefused, UnitValues
from kollegium.organisations.models import CareProvider, Unit
from tests import people

pytestmark = pytest.mark.django_db

HSA_ID = "SE2321000016-1A2B"


def write(place: Unit | CareProvider, hsa_id: str) -> None:
    """Change nothing of a place but its HSA-id."""
    place.refresh_from_db()
    if isinstance(place, Unit):
        values = UnitValues(place.name, place.care_provider_id, place.region_id, hsa_id=hsa_id)
        actions.change_unit(
            unit_id=place.pk, values=values, renamed_on=None, expected_version=place.version, by=people.SYSTEM
        )
    else:
        of_provider = CareProviderValues(place.name, place.region_id, place.is_private, hsa_id=hsa_id)
        actions.change_care_provider(
            care_provider_id=place.pk, values=of_provider, expected_version=place.version, by=people.SYSTEM
        )
    place.refresh_from_db()


@pytest.mark.parametrize("kind", ["unit", "provider"])
@pytest.mark.parametrize(
    ("typed", "stored"),
    [(" se2321000016-1a2b ", HSA_ID), ("", ""), ("  ", "")],
    ids=["written", "none", "spaces"],
)
def test_id_is_stored_one_way(kind: str, typed: str, stored: str) -> None:
    place = people.make_unit() if kind == "unit" else people.make_provider()

    write(place, typed)

    assert place.hsa_id == stored


@pytest.mark.parametrize("typed", ["SE_1", "SE1-", "<b>", "A" * 65])
def test_what_is_no_id_is_refused(typed: str) -> None:
    with pytest.raises(PlacesRefused, match="hsa-id-wrong"):
        write(people.make_unit(), typed)


def test_id_of_another_place_is_refused_whatever_kind_it_is() -> None:
    unit, other, provider = people.make_unit(), people.make_unit("Granngården"), people.make_provider()
    write(unit, HSA_ID)

    for place in (other, provider):
        with pytest.raises(PlacesRefused) as refused:
            write(place, HSA_ID.lower())
        assert (refused.value.code, refused.value.params) == ("hsa-id-taken", {"name": unit.name})

    write(unit, HSA_ID)
    assert unit.hsa_id == HSA_ID, "its own id is free to it"


def test_database_keeps_an_id_with_one_unit_and_knows_many_without() -> None:
    people.make_unit("Utan")
    unit, other = people.make_unit(), people.make_unit("Granngården")
    Unit.objects.filter(pk=unit.pk).update(hsa_id=HSA_ID)

    with pytest.raises(IntegrityError, match="unit_hsa_id_once"), transaction.atomic():
        Unit.objects.filter(pk=other.pk).update(hsa_id=HSA_ID)


@pytest.mark.parametrize(
    ("own", "old_keeps", "new_has"),
    [("", "", HSA_ID), ("SE-NEW", HSA_ID, "SE-NEW")],
    ids=["without", "with-one"],
)
def test_merged_unit_hands_its_id_over_to_one_without(own: str, old_keeps: str, new_has: str) -> None:
    unit, into = people.make_unit(), people.make_unit("Granngården")
    write(unit, HSA_ID)
    write(into, own)

    actions.merge_unit(unit_id=unit.pk, into_id=into.pk, merged_on=date(2026, 1, 1), by=people.SYSTEM)

    unit.refresh_from_db()
    into.refresh_from_db()
    assert (unit.hsa_id, into.hsa_id) == (old_keeps, new_has)
    assert queries.places_with_hsa_ids({HSA_ID}) == {(Reach.UNIT, HSA_ID): into}


def test_merged_care_provider_hands_its_id_over() -> None:
    provider, into = people.make_provider(), people.make_provider("Nya vården")
    write(provider, HSA_ID)

    actions.merge_care_provider(care_provider_id=provider.pk, into_id=into.pk, by=people.SYSTEM)

    assert queries.places_with_hsa_ids({HSA_ID, "SE-NOBODY", ""}) == {(Reach.CARE_PROVIDER, HSA_ID): into}


def test_form_says_at_the_field_whose_id_it_is_and_the_page_shows_it() -> None:
    unit, provider = people.make_unit(), people.make_provider()
    write(unit, HSA_ID)
    client = people.client_of(people.make_person("Adam Admin", Role.ADMINISTRATOR))
    typed = {"name": provider.name, "region": provider.region_id, "version": provider.version}
    address = f"/care-providers/{provider.pk}/"
    page = f"{address}edit/"

    refused = client.post(page, {**typed, "hsa_id": HSA_ID.lower()})
    wrong = client.post(page, {**typed, "hsa_id": "SE 1_2"})
    saved = client.post(page, {**typed, "hsa_id": "se2321000016-v0"})

    assert (refused.status_code, wrong.status_code, saved.status_code) == (422, 422, 302)
    assert "Tallbackens hälsocentral har detta HSA-id." in refused.context["form"].errors["hsa_id"][0]
    assert "Ett HSA-id är bokstäver och siffror" in wrong.context["form"].errors["hsa_id"][0]
    assert "SE2321000016-V0" in client.get(saved.headers["Location"]).content.decode()


def test_migration_writes_ids_one_way_and_leaves_one_of_several_the_unit_in_use() -> None:
    migration = import_module("kollegium.organisations.migrations.0003_hsa_ids")
    closed, kept, later, alone = (people.make_unit(name) for name in ("Stängd", "Kvar", "Senare", "Ensam"))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("DROP INDEX unit_hsa_id_once")
        Unit.objects.filter(pk=closed.pk).update(hsa_id="SE1-A", closed_on=date(2025, 1, 1))
        Unit.objects.filter(pk__in=[kept.pk, later.pk]).update(hsa_id=" se1-a ")
        Unit.objects.filter(pk=alone.pk).update(hsa_id="se2-b")

        cursor.execute(migration.ONE_UNIT_EACH)

    rows = Unit.objects.filter(pk__in=[closed.pk, kept.pk, later.pk, alone.pk]).order_by("pk")
    assert list(rows.values_list("name", "hsa_id")) == [
        ("Stängd", ""),
        ("Kvar", "SE1-A"),
        ("Senare", ""),
        ("Ensam", "SE2-B"),
    ]
