"""The regions and specialties an installation starts with."""

import pytest

from kollegium.organisations.models import Region, Specialty
from kollegium.organisations.reference import load_reference_places
from tests import people

pytestmark = pytest.mark.django_db


def test_all_regions_and_specialties_are_loaded_once() -> None:
    first = load_reference_places(by=people.SYSTEM)
    second = load_reference_places(by=people.SYSTEM)

    counts = {kind: Specialty.objects.filter(kind=kind).count() for kind in ("base", "branch", "additional")}
    assert (first, second) == (21 + 63, 0)
    assert Region.objects.count() == 21
    assert counts == {"base": 44, "branch": 9, "additional": 10}


def test_branches_know_their_base_specialty_and_no_other_does() -> None:
    load_reference_places(by=people.SYSTEM)

    with_parent = set(Specialty.objects.filter(parent__isnull=False).values_list("kind", flat=True))
    assert with_parent == {"branch"}
    assert Specialty.objects.filter(kind="branch", parent__isnull=True).count() == 0


def test_changed_name_is_not_put_back() -> None:
    load_reference_places(by=people.SYSTEM)
    Region.objects.filter(code="25").update(name="Region Nordligast")

    load_reference_places(by=people.SYSTEM)

    assert Region.objects.get(code="25").name == "Region Nordligast"
