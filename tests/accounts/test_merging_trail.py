"""What is left of a merge: the chain holds, erasing reaches both rows, and two at once make one."""

import threading
from datetime import date

import pytest
from django.db import connections
from django.utils import timezone

from kollegium.accounts import actions, queries
from kollegium.accounts.actions import PeopleRefused, erase_person
from kollegium.accounts.models import Account, Assignment, MergeReason, Person, PersonMerge
from kollegium.domain.roles import Role
from kollegium.trail.actions import seal_events
from kollegium.trail.checking import chain_findings
from tests import people
from tests.accounts.test_erasing import everything_stored

NOW = timezone.now()
TODAY = timezone.localdate(NOW)


def pair() -> tuple[Person, Person]:
    unit = people.make_unit()
    gone = people.make_person("Zqgammal Chef", Role.MAIN_SUPERVISOR, unit, since=date(2020, 1, 1))
    stays = people.make_person("Zqny Chef", Role.HEAD_OF_UNIT, unit)
    Person.objects.filter(pk=gone.pk).update(email="zqgammal@exempel.se")
    people.make_account(gone, "zqlogin@exempel.se")
    for one in (gone, stays):
        one.refresh_from_db()
    return gone, stays


def merge(gone: Person, stays: Person, mark: str = "") -> PersonMerge:
    return actions.merge_people(
        gone_id=gone.pk,
        stays_id=stays.pk,
        reason=MergeReason.OTHER_NAME,
        expected=mark or queries.merge_plan(gone, stays, as_of=TODAY).mark,
        now=NOW,
        by=people.SYSTEM,
    )


def faults() -> list[str]:
    return [finding.text for finding in chain_findings() if not finding.is_good]


@pytest.mark.django_db
def test_chain_holds_after_a_merge_and_after_its_undoing() -> None:
    gone, stays = pair()
    seal_events()

    merged = merge(gone, stays)
    sealed = seal_events()
    actions.undo_merge(merge_id=merged.pk, now=NOW, by=people.SYSTEM)
    seal_events()

    assert sealed > 0
    assert faults() == []


@pytest.mark.django_db
def test_erasing_takes_the_merged_row_along_and_nothing_tells_who_it_was() -> None:
    gone, stays = pair()
    merge(gone, stays)
    seal_events()
    assert "Zqgammal" in everything_stored()

    erase_person(person_id=stays.pk, as_of=TODAY, by=people.SYSTEM)

    left = everything_stored()
    assert [word for word in ("Zqgammal", "Zqny", "zqgammal@", "zqlogin@") if word in left] == []
    assert faults() == []


@pytest.mark.django_db
def test_merged_row_is_not_erased_alone() -> None:
    gone, stays = pair()
    merge(gone, stays)

    with pytest.raises(PeopleRefused, match="merged-away"):
        erase_person(person_id=gone.pk, as_of=TODAY, by=people.SYSTEM)


@pytest.mark.django_db
def test_erasing_one_after_an_undone_merge_leaves_the_others_log_in_and_its_log() -> None:
    gone, stays = pair()
    merged = merge(gone, stays)
    actions.undo_merge(merge_id=merged.pk, now=NOW, by=people.SYSTEM)
    account = Account.objects.get(person=gone)

    erase_person(person_id=stays.pk, as_of=TODAY, by=people.SYSTEM)

    account.refresh_from_db()
    assert (account.email, account.is_active) == ("zqlogin@exempel.se", True)
    assert [entry.label for entry in queries.log_of_person(gone) if entry.model == "account"]
    assert Assignment.objects.get(person=gone).valid_until is None


@pytest.mark.django_db(transaction=True)
def test_two_who_merge_a_pair_in_both_directions_at_once_make_one_merge() -> None:
    gone, stays = pair()
    marks = {
        (gone.pk, stays.pk): queries.merge_plan(gone, stays, as_of=TODAY).mark,
        (stays.pk, gone.pk): queries.merge_plan(stays, gone, as_of=TODAY).mark,
    }
    codes: list[str | None] = []

    def run(one: Person, other: Person) -> None:
        try:
            merge(one, other, marks[one.pk, other.pk])
            codes.append(None)
        except PeopleRefused as refused:
            codes.append(refused.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=order) for order in ((gone, stays), (stays, gone))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)

    assert sorted(codes, key=str) == [None, "changed-meanwhile"]
    assert PersonMerge.objects.count() == 1
    assert Account.objects.get().person_id == PersonMerge.objects.get().into_id
