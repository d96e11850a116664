"""There is always an administrator who can log in, also when two remove each other at once."""

import threading
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone

from kollegium.accounts.actions import (
    Appointment,
    PeopleRefused,
    close_log_in,
    end_role,
    give_role,
    reopen_log_in,
)
from kollegium.accounts.actions.administrators import ADMINISTRATORS_LOCK
from kollegium.accounts.models import Account, Assignment, Person
from kollegium.accounts.queries import first_day_without_administrator
from kollegium.domain.roles import Role
from tests import people

TODAY = timezone.localdate()
TOMORROW = TODAY + timedelta(days=1)


def administrator(name: str, *, until: date | None = None, since: date = date(2020, 1, 1)) -> Person:
    person = people.make_person(name, Role.ADMINISTRATOR, since=since, until=until)
    people.make_account(person)
    return person


def end(person: Person, last_day: date = TODAY) -> None:
    assignment = Assignment.objects.get(person=person, role=Role.ADMINISTRATOR)
    end_role(assignment_id=assignment.pk, last_day=last_day, as_of=TODAY, by=people.SYSTEM)


def close(person: Person) -> None:
    close_log_in(account_id=Account.objects.get(person=person).pk, as_of=TODAY, by=people.SYSTEM)


def refused_code(act: Callable[[], object]) -> str | None:
    try:
        act()
    except PeopleRefused as refused:
        return refused.code
    return None


@pytest.mark.django_db
@pytest.mark.parametrize("remove", [end, close], ids=["role ended", "log-in closed"])
def test_last_one_stays_and_one_of_two_may_go(remove: Callable[[Person], None]) -> None:
    first, second = administrator("Ada"), administrator("Beda")

    codes = [refused_code(lambda: remove(first)), refused_code(lambda: remove(second))]

    assert codes == [None, "last-administrator"]
    assert Assignment.objects.get(person=second).valid_until is None
    assert Account.objects.get(person=second).is_active


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("others_since", "others_until", "expected"),
    [
        pytest.param(TODAY, None, None, id="a successor from today"),
        pytest.param(TOMORROW, None, None, id="a successor from the day after"),
        pytest.param(TOMORROW + timedelta(days=1), None, "last-administrator", id="a day between"),
        pytest.param(TODAY, TOMORROW, "last-administrator", id="whose own time ends"),
    ],
)
def test_successor_must_take_over_without_a_gap(
    others_since: date, others_until: date | None, expected: str | None
) -> None:
    first = administrator("Ada")
    administrator("Beda", since=others_since, until=others_until)

    assert refused_code(lambda: end(first)) == expected


@pytest.mark.django_db
def test_those_of_a_region_and_those_who_cannot_log_in_do_not_count() -> None:
    first = administrator("Ada")
    people.make_person("Utan inloggning", Role.ADMINISTRATOR)
    people.make_account(people.make_person("Regionens", Role.ADMINISTRATOR, people.make_region()))

    assert refused_code(lambda: end(first)) == "last-administrator"


@pytest.mark.django_db
def test_a_gap_there_was_already_stops_nothing_that_leaves_it_as_it_is() -> None:
    administrator("Ada", until=TOMORROW)
    head = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, people.make_unit())

    end_role(
        assignment_id=Assignment.objects.get(person=head).pk, last_day=TODAY, as_of=TODAY, by=people.SYSTEM
    )

    assert first_day_without_administrator(as_of=TODAY) == TOMORROW + timedelta(days=1)
    assert Assignment.objects.get(person=head).valid_until == TODAY


@pytest.mark.django_db
def test_closed_log_in_of_another_is_opened_again() -> None:
    first, second = administrator("Ada"), administrator("Beda")
    close(first)

    reopen_log_in(account_id=Account.objects.get(person=first).pk, by=people.SYSTEM)

    assert refused_code(lambda: close(second)) is None


@pytest.mark.django_db(transaction=True)
def test_two_who_remove_each_other_at_once_leave_one() -> None:
    both = [administrator("Ada"), administrator("Beda")]
    codes: list[str | None] = []

    def remove(person: Person) -> None:
        codes.append(refused_code(lambda: end(person)))
        connections.close_all()

    threads = [threading.Thread(target=remove, args=[person]) for person in both]
    # Both stand and wait for this lock before they look for another administrator.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ADMINISTRATORS_LOCK])
        for thread in threads:
            thread.start()
        _wait_for_waiting(len(threads))
        cursor.execute("SELECT pg_advisory_unlock(%s)", [ADMINISTRATORS_LOCK])
    for thread in threads:
        thread.join(timeout=20)

    assert sorted(codes, key=str) == [None, "last-administrator"]
    assert first_day_without_administrator(as_of=TODAY) is None


def _wait_for_waiting(count: int) -> None:
    with connection.cursor() as cursor:
        for _attempt in range(400):
            cursor.execute(
                "SELECT count(*), pg_sleep(0.025) FROM pg_locks WHERE locktype = 'advisory' AND objid = %s"
                " AND NOT granted",
                [ADMINISTRATORS_LOCK],
            )
            if cursor.fetchone()[0] == count:
                return
    raise AssertionError("the threads do not wait for the lock")


@pytest.mark.django_db
def test_nobody_closes_their_own_log_in() -> None:
    ada = administrator("Ada")
    administrator("Beda")

    code = refused_code(
        lambda: close_log_in(
            account_id=Account.objects.get(person=ada).pk,
            as_of=TODAY,
            by=people.actor_today(ada),
        )
    )

    assert (code, Account.objects.get(person=ada).is_active) == ("own-log-in", True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        pytest.param(TODAY, TODAY, "role-already-held", id="on the last day of the held one"),
        pytest.param(TOMORROW, None, None, id="the day after it"),
        pytest.param(date(2019, 1, 1), date(2019, 12, 31), None, id="before it"),
        pytest.param(date(2019, 1, 1), date(2020, 1, 1), "role-already-held", id="into its first day"),
        pytest.param(TOMORROW, TODAY, "ends-before-start", id="backwards"),
    ],
)
def test_the_same_role_is_not_given_twice_for_the_same_days(
    first: date, last: date | None, code: str | None
) -> None:
    unit = people.make_unit()
    person = people.make_person("Stina Läkare", Role.TRAINEE, unit, until=TODAY)
    appointment = Appointment(Role.TRAINEE, unit, first, last)

    found = refused_code(lambda: give_role(person_id=person.pk, appointment=appointment, by=people.SYSTEM))

    assert (found, person.assignments.count()) == (code, 1 if code else 2)
