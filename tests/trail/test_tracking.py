"""The change log: who and which action, under actions, bulk updates and raw SQL."""

import pytest
from django.db import connection

from kollegium.organisations.models import Unit
from kollegium.trail.queries import log_of
from kollegium.trail.tracking import recording
from tests import people

pytestmark = pytest.mark.django_db


def test_action_leaves_actor_and_action() -> None:
    unit = people.make_unit()

    [entry] = log_of(Unit.objects.filter(pk=unit.pk))

    assert (entry.label, entry.actor_key, entry.action) == (
        "added",
        "system:tests",
        "organisations.add_unit",
    )


def test_bulk_update_is_seen_with_old_and_new_value() -> None:
    unit = people.make_unit()
    with recording(by=people.SYSTEM, action="tests.move"):
        Unit.objects.all().update(site="Granåsen")

    entry = log_of(Unit.objects.filter(pk=unit.pk))[-1]

    assert [(change.field, change.old, change.new) for change in entry.changes] == [("site", "", "Granåsen")]
    assert entry.action == "tests.move"


def test_raw_sql_is_seen_without_an_actor() -> None:
    unit = people.make_unit()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE organisations_unit SET site = 'Bakvägen'")

    entry = log_of(Unit.objects.filter(pk=unit.pk))[-1]

    assert (entry.actor_key, entry.action, entry.changes[0].new) == (None, None, "Bakvägen")


def test_worked_out_columns_leave_no_event() -> None:
    unit = people.make_unit()
    before = len(log_of(Unit.objects.filter(pk=unit.pk)))

    Unit.objects.filter(pk=unit.pk).update(search_text="something else")

    assert len(log_of(Unit.objects.filter(pk=unit.pk))) == before
