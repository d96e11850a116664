"""Statements that are put together once: the values in them, their kept plans, and what happens when a plan is stale."""

from datetime import date

import pytest
from django.db import NotSupportedError, connection, transaction

from kollegium.accounts.models import Assignment
from kollegium.domain.roles import Role
from kollegium.ui.statements import Statement, prepared_cursor
from tests import people

OFTEN = 6


def test_values_are_written_in_and_places_stay_open() -> None:
    made = Statement.written("SELECT %s, %s, '100 %%', %s", ["it's 5 %", date.min, 7], places=(date.min,))

    assert made == Statement("SELECT 'it''s 5 %%', %s, '100 %%', 7", (date.min,))


@pytest.mark.django_db
def test_statement_gives_what_its_queryset_gives() -> None:
    kept = people.make_person("Asta Prov", Role.TRAINEE, people.make_unit())
    people.make_person("Bo Prov", Role.HEAD_OF_UNIT, people.make_unit("Granngården"))
    rows = Assignment.objects.filter(role="trainee", person=-1).values_list("person_id", "role")

    made = Statement.of(rows, places=(-1,))

    assert made.rows({-1: kept.pk}) == [(kept.pk, "trainee")]
    assert made.rows({-1: 0}) == []
    assert made.rows({-1: kept.pk}) == list(
        Assignment.objects.filter(role="trainee", person=kept).values_list("person_id", "role")
    )


@pytest.mark.django_db
def test_percent_sign_in_a_value_finds_itself() -> None:
    assert Statement.written("SELECT %s", ["50 %s"]).rows() == [("50 %s",)]


@pytest.mark.django_db
def test_server_keeps_the_plan_of_what_is_asked_often() -> None:
    made = Statement.written("SELECT 'often asked'", [])

    for _ in range(OFTEN):
        made.rows()

    with prepared_cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", ["%often asked%"]
        )
        assert cursor.fetchone() == (1,)


@pytest.fixture
def kept_rows(transactional_db: None):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE kept AS SELECT 'ab'::varchar(2) AS word")
        yield Statement("SELECT word FROM kept")
        cursor.execute("DROP TABLE kept")


def widen() -> None:
    with (
        connection.cursor() as cursor
    ):  # hidden in a block, so that the driver does not forget its plans by itself
        cursor.execute("DO $$ BEGIN ALTER TABLE kept ALTER word TYPE varchar(9); END $$")


def test_plan_that_a_migration_made_stale_is_made_anew(kept_rows) -> None:
    for _ in range(OFTEN):
        kept_rows.rows()
    widen()

    assert kept_rows.rows() == [("ab",)]


def test_stale_plan_inside_a_transaction_is_a_fault_that_heals(kept_rows) -> None:
    for _ in range(OFTEN):
        kept_rows.rows()
    widen()

    with pytest.raises(NotSupportedError), transaction.atomic():
        kept_rows.rows()

    assert kept_rows.rows() == [("ab",)]


@pytest.mark.django_db
def test_question_that_can_find_nothing_is_not_asked() -> None:
    nowhere = Assignment.objects.filter(pk__in=[])

    assert Statement.of(nowhere.values_list("pk")).rows() == []
    assert Statement.counting(nowhere, 5).rows() == [(0,)]
