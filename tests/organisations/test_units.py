"""Units: added, renamed, merged, closed, and seen by those below and above."""

from datetime import date

import pytest

from kollegium.domain.roles import Permission, Role
from kollegium.organisations import actions, queries
from kollegium.organisations.actions import PlacesRefused, UnitValues
from kollegium.organisations.models import EarlierName, Unit
from kollegium.organisations.queries import UnitFilters
from tests import people

pytestmark = pytest.mark.django_db


def values_of(unit: Unit, **changes: object) -> UnitValues:
    given = {
        "name": unit.name,
        "care_provider_id": unit.care_provider_id,
        "region_id": unit.region_id,
        "parent_id": unit.parent_id,
        "site": unit.site,
        "specialty_ids": tuple(unit.specialties.values_list("pk", flat=True)),
    }
    return UnitValues(**{**given, **changes})  # type: ignore[arg-type]


def names_found(search: str, **filters: object) -> list[str]:
    rows = queries.list_units(people.SYSTEM, UnitFilters(search=search, **filters))  # type: ignore[arg-type]
    return [row["name"] for row in rows]


def test_renamed_unit_is_found_by_both_names_and_keeps_the_old_one_with_its_last_day() -> None:
    unit = people.make_unit("Tallbackens HC")

    actions.change_unit(
        unit_id=unit.pk,
        values=values_of(unit, name="Tallbackens hälsocentral"),
        renamed_on=date(2025, 4, 1),
        expected_version=1,
        by=people.SYSTEM,
    )

    assert names_found("hälso") == ["Tallbackens hälsocentral"]
    assert names_found("tallb hc") == ["Tallbackens hälsocentral"]
    assert list(EarlierName.objects.values_list("name", "used_until")) == [
        ("Tallbackens HC", date(2025, 4, 1))
    ]


def test_corrected_spelling_leaves_no_earlier_name() -> None:
    unit = people.make_unit("Talbackens hälsocentral")

    actions.change_unit(
        unit_id=unit.pk,
        values=values_of(unit, name="Tallbackens hälsocentral"),
        renamed_on=None,
        expected_version=1,
        by=people.SYSTEM,
    )

    assert not EarlierName.objects.exists()


def test_second_change_from_the_same_version_is_refused_and_changes_nothing() -> None:
    unit = people.make_unit()
    change = {"unit_id": unit.pk, "renamed_on": None, "expected_version": 1, "by": people.SYSTEM}
    actions.change_unit(values=values_of(unit, site="Björkstad"), **change)  # type: ignore[arg-type]

    with pytest.raises(PlacesRefused) as refused:
        actions.change_unit(values=values_of(unit, site="Almby"), **change)  # type: ignore[arg-type]

    assert refused.value.code == "changed-meanwhile"
    unit.refresh_from_db()
    assert unit.site == "Björkstad"


def test_merged_unit_passes_on_its_names_its_children_and_its_specialties() -> None:
    surgery, medicine = people.make_specialty("Kirurgi", "kirurgi"), people.make_specialty()
    old = people.make_unit("Gamla kliniken", specialties=(surgery, medicine))
    new = people.make_unit("Nya kliniken", specialties=(medicine,))
    child = people.make_unit("Dagvården", parent=old)

    actions.merge_unit(unit_id=old.pk, into_id=new.pk, merged_on=date(2026, 1, 1), by=people.SYSTEM)

    child.refresh_from_db()
    assert child.parent_id == new.pk
    assert names_found("gamla") == ["Nya kliniken"]
    assert set(new.specialties.values_list("key", flat=True)) == {"kirurgi", "allmanmedicin"}
    assert queries.unit_ids_with_children([new.pk]) == {new.pk, old.pk, child.pk}


@pytest.mark.parametrize(
    ("into", "code"),
    [("itself", "merge-into-itself"), ("child", "parent-below"), ("merged", "merge-into-merged")],
)
def test_impossible_merges_are_refused(into: str, code: str) -> None:
    unit = people.make_unit("Kliniken")
    child = people.make_unit("Dagvården", parent=unit)
    gone, other = people.make_unit("Borta"), people.make_unit("Annan")
    actions.merge_unit(unit_id=gone.pk, into_id=other.pk, merged_on=date(2026, 1, 1), by=people.SYSTEM)
    target = {"itself": unit.pk, "child": child.pk, "merged": gone.pk}[into]

    with pytest.raises(PlacesRefused) as refused:
        actions.merge_unit(unit_id=unit.pk, into_id=target, merged_on=date(2026, 1, 1), by=people.SYSTEM)

    assert refused.value.code == code


def test_unit_cannot_lie_under_its_own_child() -> None:
    unit = people.make_unit("Kliniken")
    child = people.make_unit("Dagvården", parent=unit)

    with pytest.raises(PlacesRefused) as refused:
        actions.change_unit(
            unit_id=unit.pk,
            values=values_of(unit, parent_id=child.pk),
            renamed_on=None,
            expected_version=1,
            by=people.SYSTEM,
        )

    assert refused.value.code == "parent-below"


def test_same_name_twice_at_one_provider_is_refused() -> None:
    unit = people.make_unit()

    with pytest.raises(PlacesRefused) as refused:
        actions.add_unit(values=values_of(unit), by=people.SYSTEM)

    assert (refused.value.code, Unit.objects.count()) == ("name-taken", 1)


def test_trainee_may_not_add_units() -> None:
    unit = people.make_unit()
    trainee = people.make_actor(Role.TRAINEE, unit)

    with pytest.raises(PlacesRefused) as refused:
        actions.add_unit(values=values_of(unit, name="En till"), by=trainee)

    assert refused.value.code == "not-allowed"


def test_closed_unit_leaves_the_list_and_comes_back_on_asking() -> None:
    unit = people.make_unit()

    actions.close_unit(unit_id=unit.pk, closed_on=date(2026, 2, 1), expected_version=1, by=people.SYSTEM)

    assert names_found("tall") == []
    assert names_found("tall", with_closed=True) == ["Tallbackens hälsocentral"]


def test_units_stand_in_swedish_order() -> None:
    for name in ("Östra", "Ängens", "Åsens", "Zinkens", "Almby"):
        people.make_unit(name)

    assert names_found("") == ["Almby", "Zinkens", "Åsens", "Ängens", "Östra"]


@pytest.mark.parametrize("search", ["' & !", "::*", "\\", "()", "a:b|c", "<b>", "%_"])
def test_search_takes_any_characters(search: str) -> None:
    people.make_unit()

    assert isinstance(names_found(search), list)


@pytest.mark.parametrize(
    "written",
    ["Tallbackens HC", "TALLBACKENS HÄLSOCENTRAL", "Tallbacken hälsocentral", "hälsocentralen Tallbacken"],
)
def test_near_spellings_find_the_unit(written: str) -> None:
    people.make_unit("Tallbackens hälsocentral")
    people.make_unit("Ekbackens vårdcentral")

    assert queries.near_units(people.SYSTEM, written)[0].current_name == "Tallbackens hälsocentral"


def test_near_spellings_offer_only_units_the_person_may_import_for() -> None:
    other_region = people.make_region("Region Söderdal", "98")
    other = people.make_provider("Region Söderdal", other_region)
    people.make_unit("Tallbackens hälsocentral", provider=other, region=other_region)
    director = people.make_actor(Role.DIRECTOR_OF_TRAINING, people.make_region())

    assert queries.near_units(director, "Tallbackens hälsocentral") == []


def test_rights_reach_the_units_below_and_those_merged_in() -> None:
    unit = people.make_unit("Kliniken")
    child = people.make_unit("Dagvården", parent=unit)
    stranger = people.make_unit("Granngården")
    head = people.make_actor(Role.HEAD_OF_UNIT, unit)

    assert head.may(Permission.READ_REVIEWS, unit.place)
    assert head.may(Permission.READ_REVIEWS, child.place)
    assert not head.may(Permission.READ_REVIEWS, stranger.place)
