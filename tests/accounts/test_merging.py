"""Two rows of one person are made one: what moves, what stays, who may, and how it is undone."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kollegium.accounts import actions, queries
from kollegium.accounts.actions import PeopleRefused
from kollegium.accounts.actions.deputies import DeputyValues
from kollegium.accounts.models import Account, Assignment, Deputyship, MergeReason, Person, PersonMerge
from kollegium.accounts.queries import Likeness
from kollegium.domain.roles import Actor, Role
from kollegium.organisations.models import Unit
from kollegium.trail.queries import log_of_ids
from tests import people
from tests.accounts.log_in import is_in, with_password

pytestmark = pytest.mark.django_db

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def stays(unit: Unit) -> Person:
    return people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)


@pytest.fixture
def gone(unit: Unit) -> Person:
    return people.make_person("Hedda K Chef", Role.MAIN_SUPERVISOR, unit)


@pytest.fixture
def administrator() -> Person:
    return people.make_person("Ada", Role.ADMINISTRATOR)


def merge(gone: Person, stays: Person, by: Actor = people.SYSTEM, expected: str = "") -> PersonMerge:
    gone.refresh_from_db()
    stays.refresh_from_db()
    return actions.merge_people(
        gone_id=gone.pk,
        stays_id=stays.pk,
        reason=MergeReason.ADDED_TWICE,
        expected=expected or queries.merge_plan(gone, stays, as_of=TODAY).mark,
        now=NOW,
        by=by,
    )


def undo(merged: PersonMerge, by: Actor = people.SYSTEM) -> PersonMerge:
    return actions.undo_merge(merge_id=merged.pk, now=timezone.now(), by=by)


def roles(person: Person) -> list[tuple[str, Any]]:
    rows = Assignment.objects.filter(person=person).order_by("pk")
    return list(rows.values_list("role", "valid_until"))


def refused(act: Any) -> str:
    with pytest.raises(PeopleRefused) as caught:
        act()
    return caught.value.code


def standing(holder: Person, deputy: Person) -> Deputyship:
    role = Assignment.objects.get(person=holder, role=Role.HEAD_OF_UNIT)
    values = DeputyValues(role.pk, deputy.pk, TODAY, None, is_standing=True)
    return actions.arrange_deputy(values=values, as_of=TODAY, by=people.SYSTEM)


def test_roles_and_log_ins_move_and_the_row_can_no_longer_be_found(
    stays: Person, gone: Person, administrator: Person
) -> None:
    account = people.make_account(gone)

    merge(gone, stays)

    account.refresh_from_db()
    assert account.person == stays
    assert roles(stays) == [("head_of_unit", None), ("main_supervisor", None)]
    assert roles(gone) == []
    found = queries.list_people(people.actor_today(administrator), as_of=TODAY).rows
    assert [row["name"] for row in found] == ["Ada", "Hedda Chef"]


def test_second_step_goes_with_the_log_in(stays: Person, gone: Person) -> None:
    account = people.make_account(gone)

    merge(gone, stays)

    account.refresh_from_db()
    [factor] = queries.factors_of(account)
    assert (factor.is_app, account.second_factor_since is not None) == (True, True)


def test_sessions_of_the_log_in_that_moves_end_and_the_others_go_on(stays: Person, gone: Person) -> None:
    emails = ("hedda.k@exempel.se", "hedda@exempel.se")
    for person, email in zip((gone, stays), emails, strict=True):
        people.make_account(person, email, second_factor=False)
    their, other = map(with_password, emails)
    assert [is_in(their), is_in(other)] == [True, True]

    merge(gone, stays)

    assert [is_in(their), is_in(other)] == [False, True]


def test_role_that_both_hold_is_kept_once(stays: Person, unit: Unit) -> None:
    twin = people.make_person("Hedda K", Role.HEAD_OF_UNIT, unit)

    merge(twin, stays)

    assert roles(stays) == [("head_of_unit", None), ("head_of_unit", YESTERDAY)]


def test_role_that_the_other_holds_for_a_shorter_time_goes_on(unit: Unit) -> None:
    short = people.make_person("Hedda", Role.HEAD_OF_UNIT, unit, until=TODAY + timedelta(days=5))
    twin = people.make_person("Hedda K", Role.HEAD_OF_UNIT, unit)

    merge(twin, short)

    assert [until for _role, until in roles(short)] == [TODAY + timedelta(days=5), None]


def test_deputies_move_and_a_role_somebody_stands_in_for_is_not_ended(
    stays: Person, gone: Person, unit: Unit
) -> None:
    people.make_account(gone)
    twin, other = (people.make_person(name, Role.HEAD_OF_UNIT, unit) for name in ("Hedda K", "Olle"))
    people.make_account(other)
    standing(twin, other)
    theirs = standing(other, gone)

    merge(twin, stays)
    merge(gone, stays)

    theirs.refresh_from_db()
    assert theirs.deputy == stays
    assert [until for role, until in roles(stays) if role == "head_of_unit"] == [None, None]


def test_who_stands_in_for_the_other_is_not_merged_with_them(stays: Person, gone: Person) -> None:
    people.make_account(gone)
    standing(stays, gone)

    assert refused(lambda: merge(gone, stays)) == "deputies-of-each-other"
    assert refused(lambda: merge(stays, gone)) == "deputies-of-each-other"


def test_two_standing_deputies_of_one_are_not_merged(stays: Person, gone: Person) -> None:
    other = people.make_person("Olle")
    for deputy in (gone, other):
        people.make_account(deputy)
        standing(stays, deputy)

    assert refused(lambda: merge(gone, other)) == "deputies-of-the-same"


def test_address_and_hsa_id_are_taken_over_only_where_there_was_none(stays: Person, gone: Person) -> None:
    Person.objects.filter(pk=gone.pk).update(email="hedda@exempel.se", hsa_id="SE1-B")
    Person.objects.filter(pk=stays.pk).update(hsa_id="SE1-A")

    merge(gone, stays)

    stays.refresh_from_db()
    gone.refresh_from_db()
    assert (stays.email, stays.hsa_id, gone.hsa_id) == ("hedda@exempel.se", "SE1-A", "SE1-B")
    account = people.make_account(stays)
    assert [queries.account_with_hsa_id(hsa_id) for hsa_id in ("SE1-A", "se1-b")] == [account, account]


def test_list_with_the_old_address_finds_the_one_who_stays(stays: Person, gone: Person) -> None:
    Person.objects.filter(pk=gone.pk).update(email="hedda@exempel.se")
    Person.objects.filter(pk=stays.pk).update(email="chef@exempel.se")

    merge(gone, stays)

    known = queries.known_people(emails={"hedda@exempel.se"}, hsa_ids=set(), sort_keys=set())
    assert known.by_email["hedda@exempel.se"].pk == stays.pk
    assert queries.person_with_address("hedda@exempel.se") == stays
    assert queries.person_waiting_for_log_in("hedda@exempel.se") == stays


def test_address_that_somebody_with_a_log_in_wrote_themselves_tells_nothing(
    stays: Person, gone: Person
) -> None:
    people.make_account(gone)
    Person.objects.filter(pk=gone.pk).update(email="någon.annans@exempel.se")
    Person.objects.filter(pk=stays.pk).update(email="chef@exempel.se")

    merge(gone, stays)

    assert queries.person_with_address("någon.annans@exempel.se") is None


def test_log_says_who_merged_and_what_was_done_before_stays_under_its_name(
    stays: Person, gone: Person, administrator: Person
) -> None:
    before = [(entry.actor_key, entry.changes) for entry in log_of_ids(Person, [gone.pk])]

    merged = merge(gone, stays, by=people.actor_today(administrator))

    entries = log_of_ids(Person, [gone.pk])
    assert [(entry.actor_key, entry.changes) for entry in entries[: len(before)]] == before
    [entry] = log_of_ids(PersonMerge, [merged.pk])
    assert (entry.actor_key, entry.action) == (f"person:{administrator.pk}", "accounts.merge_people")
    assert (merged.reason, merged.merged_by) == ("added_twice", administrator)
    assert queries.names_of_people({gone.pk}) == {gone.pk: "Hedda K Chef"}


def test_plan_that_was_shown_must_still_hold(stays: Person, gone: Person) -> None:
    shown = queries.merge_plan(gone, stays, as_of=TODAY).mark
    people.make_account(gone)

    assert refused(lambda: merge(gone, stays, expected=shown)) == "changed-meanwhile"
    assert Account.objects.get(person=gone)


def test_second_of_two_administrators_is_told(stays: Person, gone: Person) -> None:
    shown = queries.merge_plan(gone, stays, as_of=TODAY).mark
    merge(gone, stays)

    assert refused(lambda: merge(gone, stays, expected=shown)) == "changed-meanwhile"
    assert PersonMerge.objects.count() == 1


def test_nobody_merges_themselves(stays: Person, administrator: Person) -> None:
    actor = people.actor_today(administrator)

    assert refused(lambda: merge(stays, administrator, by=actor)) == "merge-not-allowed"
    assert refused(lambda: merge(administrator, stays, by=actor)) == "merge-not-allowed"


def test_administrator_of_a_region_merges_only_what_they_could_give(
    stays: Person, gone: Person, unit: Unit
) -> None:
    regional = people.actor_today(people.make_person("Rut", Role.ADMINISTRATOR, people.make_region()))
    office = people.make_person("Kansli", Role.REVIEW_OFFICE)

    assert refused(lambda: merge(gone, office, by=regional)) == "merge-not-allowed"
    assert merge(gone, stays, by=regional).into == stays


def test_undo_gives_everything_back(stays: Person, gone: Person, unit: Unit) -> None:
    actions.assign_role(
        person=gone, role=Role.HEAD_OF_UNIT, at=unit, valid_from=people.TODAY, by=people.SYSTEM
    )
    Person.objects.filter(pk=gone.pk).update(email="hedda@exempel.se", hsa_id="SE1-B")
    account = people.make_account(gone)
    before = roles(gone)

    merged = merge(gone, stays)
    new = people.make_account(stays)
    undo(merged)

    gone.refresh_from_db()
    stays.refresh_from_db()
    assert roles(gone) == before
    assert roles(stays) == [("head_of_unit", None)]
    assert (gone.email, gone.hsa_id, gone.merged_into) == ("hedda@exempel.se", "SE1-B", None)
    assert (stays.email, stays.hsa_id) == ("", None)
    assert list(Account.objects.filter(person=gone)) == [account]
    assert list(Account.objects.filter(person=stays)) == [new]


def test_undo_leaves_what_was_changed_since(stays: Person, gone: Person) -> None:
    Person.objects.filter(pk=gone.pk).update(email="hedda@exempel.se", hsa_id="SE1-B")
    merged = merge(gone, stays)
    Person.objects.filter(pk=stays.pk).update(email="ny@exempel.se", hsa_id="SE1-C")

    undo(merged)

    gone.refresh_from_db()
    stays.refresh_from_db()
    assert (stays.email, stays.hsa_id, gone.hsa_id) == ("ny@exempel.se", "SE1-C", None)


def test_undo_twice_is_refused(stays: Person, gone: Person) -> None:
    merged = merge(gone, stays)
    undo(merged)

    assert refused(lambda: undo(merged)) == "merge-undone"


def test_merge_into_one_that_was_merged_further_is_taken_apart_in_its_turn(
    stays: Person, gone: Person, unit: Unit
) -> None:
    last = people.make_person("Hedda Sist")
    first = merge(gone, stays)
    second = merge(stays, last)

    gone.refresh_from_db()
    assert gone.merged_into == last
    assert refused(lambda: undo(first)) == "merged-further"

    undo(second)
    undo(first)

    assert [role for role, _until in roles(stays)] == ["head_of_unit"]
    assert [role for role, _until in roles(gone)] == ["main_supervisor"]


def test_last_administrator_is_not_taken_apart_from_the_log_in(gone: Person) -> None:
    without = people.make_person("Ada", Role.ADMINISTRATOR)
    people.make_account(gone)
    merged = merge(gone, without)

    assert refused(lambda: undo(merged)) == "last-administrator"
    assert Account.objects.get().person == without


def test_role_is_not_given_to_a_merged_row(stays: Person, gone: Person, unit: Unit) -> None:
    merge(gone, stays)
    appointment = actions.Appointment(Role.TRAINEE, unit, TODAY)

    give = lambda: actions.give_role(person_id=gone.pk, appointment=appointment, by=people.SYSTEM)  # noqa: E731

    assert refused(give) == "unknown-person"


@pytest.mark.parametrize(
    ("names", "emails", "units", "expected"),
    [
        (("Bo Ek", "Bo B Ek"), ("bo@exempel.se", "bo@exempel.se"), (1, 2), [Likeness.ADDRESS]),
        (("Bo Ek", "Bo  Ek"), ("", "b@exempel.se"), (1, 1), [Likeness.NAME_AND_PLACE]),
        (("Bo Ek", "Bo Ek"), ("", ""), (1, 2), []),
        (("Bo Ek", "Bo Ekman"), ("", ""), (1, 1), []),
    ],
    ids=["address", "name-and-provider", "name-elsewhere", "another-name"],
)
def test_likely_doubles(
    names: Any, emails: Any, units: Any, expected: list[Likeness], administrator: Person
) -> None:
    other = people.make_provider("Annan", people.make_region("Sydslätt", "98"))
    at = {1: people.make_unit(), 2: people.make_unit("Annan enhet", provider=other)}
    for name, email, number in zip(names, emails, units, strict=True):
        person = people.make_person(name, Role.TRAINEE, at[number])
        Person.objects.filter(pk=person.pk).update(email=email)

    found = queries.likely_doubles(people.actor_today(administrator), as_of=TODAY)

    assert [one.likeness for one in found] == expected


def test_contact_address_that_another_logs_in_with_makes_a_likely_double(
    stays: Person, gone: Person, administrator: Person
) -> None:
    people.make_account(gone, "hedda@exempel.se")
    Person.objects.filter(pk=stays.pk).update(email="hedda@exempel.se")

    [found] = queries.likely_doubles(people.actor_today(administrator), as_of=TODAY)

    assert {found.first_id, found.second_id} == {stays.pk, gone.pk}


def test_doubles_elsewhere_are_not_shown_to_a_region(unit: Unit) -> None:
    south = people.make_region("Sydslätt", "98")
    at = people.make_unit("Söder", provider=people.make_provider("Söder", south), region=south)
    for _number in range(2):
        people.make_person("Bo Ek", Role.TRAINEE, at)
    regional = people.make_person("Rut", Role.ADMINISTRATOR, people.make_region())

    assert queries.likely_doubles(people.actor_today(regional), as_of=TODAY) == []


def test_page_of_doubles_costs_the_same_with_one_pair_and_three(administrator: Person, unit: Unit) -> None:
    client = people.client_of(administrator)
    counts = []
    for name in ("Bo Ek", "Siv Al", "Per Lind"):
        for _number in range(2):
            people.make_person(name, Role.TRAINEE, unit)
        with CaptureQueriesContext(connection) as captured:
            client.get("/people/doubles/")
        counts.append(len(captured))

    assert counts[0] == counts[2]
