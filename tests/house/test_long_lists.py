"""Every long list is cut by the values of its order: the same two queries on every page, nothing twice, nothing lost."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from kollegium.accounts import queries as accounts
from kollegium.accounts.models import RoleProposal
from kollegium.domain.roles import Role
from kollegium.organisations import queries as organisations
from kollegium.report_import import queries as report_import
from kollegium.report_import.actions import refuse_file
from kollegium.trail import queries as trail
from kollegium.trail.models import ReadingRecord
from kollegium.ui import keyset
from kollegium.ui.keyset import OrderColumn
from kollegium.ui.paging import cut_page
from tests import people
from tests.report_import.reports import open_form

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
NAMES = ("Åsen", "Eken", "Ösby", "Tallen", "Viken")
Listed = tuple[QuerySet[Any, Any], tuple[OrderColumn, ...]]


def units(office: Any) -> Listed:
    for name in NAMES:
        people.make_unit(name)
    return organisations.list_units(office, organisations.UnitFilters()), organisations.PLACE_ORDER


def regions(office: Any) -> Listed:
    for number, name in enumerate(NAMES):
        people.make_region(f"Region {name}", str(80 + number))
    return organisations.list_regions(office), organisations.PLACE_ORDER


def care_providers(office: Any) -> Listed:
    for name in NAMES:
        people.make_provider(f"{name}s vård AB")
    return organisations.list_care_providers(office), organisations.PLACE_ORDER


def specialties(office: Any) -> Listed:
    for name in NAMES:
        people.make_specialty(f"{name}medicin", name.lower())
    return organisations.list_specialties(office), organisations.PLACE_ORDER


def batches(office: Any) -> Listed:
    for _ in NAMES:
        batch = open_form(office)
        refuse_file(batch=batch, file_name="trasig.pdf", code="too-large", by=office, now=NOW)
    return report_import.list_batches(office), report_import.BATCH_ORDER


def files(office: Any) -> Listed:
    batch = open_form(office)
    for name in NAMES:
        refuse_file(batch=batch, file_name=f"{name}.pdf", code="too-large", by=office, now=NOW)
    return report_import.list_proposals(batch), report_import.FILE_ORDER


def readings(office: Any) -> Listed:
    for number, name in enumerate(NAMES):
        at = NOW + timedelta(minutes=number // 2)
        ReadingRecord.objects.create(at=at, actor_key=name, subject_id=7, page="x", object_id=7)
    return trail.readings_about([7]), trail.READING_ORDER


def proposed_roles(office: Any) -> Listed:
    unit = people.make_unit()
    for name in NAMES:
        RoleProposal.objects.create(
            person=people.make_person(f"{name} Prov"),
            role=Role.TRAINEE,
            unit=unit,
            hsa_id="SE0",
            proposed_at=NOW,
        )
    director = people.make_actor(Role.HEAD_OF_UNIT, unit)
    return accounts.list_proposals(director), accounts.PROPOSAL_ORDER


LISTS = [units, regions, care_providers, specialties, batches, files, readings, proposed_roles]


def key(row: Any) -> int:
    return int(row["pk"] if isinstance(row, dict) else row.pk)


@pytest.mark.parametrize("make", LISTS, ids=lambda make: make.__name__)
def test_list_is_walked_forth_and_back_with_two_queries_a_page(make: Callable[[Any], Listed]) -> None:
    rows, order = make(people.make_actor(Role.REVIEW_OFFICE))
    expected = [key(row) for row in rows]
    address, pages, costs = "/?page=2", [], set()
    while address:
        with CaptureQueriesContext(connection) as run:
            shown, pager = cut_page(RequestFactory().get(address), rows, order=order, size=2)
        costs.add(len(run))
        pages.append([key(row) for row in shown])
        assert (pager.first, pager.last, pager.total) == (
            2 * len(pages) - 1,
            2 * len(pages) - 2 + len(shown),
            len(expected),
        )
        address, last = pager.next_url or "", pager
    back, _ = cut_page(RequestFactory().get(last.previous_url), rows, order=order, size=2)

    assert len(expected) >= len(NAMES)
    assert [pk for page in pages for pk in page] == expected
    assert [key(row) for row in back] == pages[-2]
    assert costs == {2}


@pytest.mark.parametrize("make", LISTS, ids=lambda make: make.__name__)
def test_list_is_counted_to_a_limit(make: Callable[[Any], Listed], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyset, "COUNT_LIMIT", 4)
    rows, order = make(people.make_actor(Role.REVIEW_OFFICE))

    _, pager = cut_page(RequestFactory().get("/?page=ZZZ.made-up"), rows, order=order, size=2)

    assert (pager.first, pager.total, pager.is_capped) == (1, 4, True)
