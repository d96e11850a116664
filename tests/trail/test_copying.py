"""Rows written by COPY: what a row leaves to the database's default is left to it, for all or for none."""

import pytest

from kollegium.domain.swedish import sort_key
from kollegium.organisations.models import CareProvider
from kollegium.trail.copying import copy_in
from kollegium.trail.tracking import recording
from tests.people import SYSTEM, make_region

pytestmark = pytest.mark.django_db


def provider(name: str, **given: str) -> CareProvider:
    """Give a care provider that is not stored yet."""
    return CareProvider(name=name, region=make_region(), sort_key=sort_key(name), **given)


def test_default_of_the_database_holds_for_what_no_row_gives() -> None:
    with recording(by=SYSTEM, action="tests.copy"):
        copy_in([provider("Vård Ett"), provider("Vård Två")])

    stored = CareProvider.objects.filter(name__startswith="Vård").order_by("name")
    assert list(stored.values_list("name", "hsa_id")) == [("Vård Ett", ""), ("Vård Två", "")]


@pytest.mark.parametrize("given_first", [True, False])
def test_rows_that_differ_in_what_they_give_are_refused(given_first: bool) -> None:
    rows = [provider("Vård Ett", hsa_id="SE1"), provider("Vård Två")]

    with pytest.raises(ValueError, match=r"CareProvider\.hsa_id"), recording(by=SYSTEM, action="tests.copy"):
        copy_in(rows if given_first else rows[::-1])

    assert not CareProvider.objects.filter(name__startswith="Vård").exists()
