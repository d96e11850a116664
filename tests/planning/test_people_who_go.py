"""A reviewer who is erased leaves nothing in the pool; one who is merged takes everything along."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kollegium.accounts import actions, queries
from kollegium.accounts.models import MergeReason, Person, PersonMerge
from kollegium.domain.roles import Role
from kollegium.domain.staffing import TieKind
from kollegium.notifications.models import LetterState, Reminder, ReminderLetter
from kollegium.organisations.models import Unit
from kollegium.planning.actions import ProfileValues, add_absence, add_tie, keep_profile
from kollegium.planning.models import Absence, Country, Order, ReviewerProfile, ReviewerTie
from kollegium.trail.actions import seal_events
from kollegium.trail.checking import chain_findings
from tests import people
from tests.people import SYSTEM
from tests.planning.builders import make_order

pytestmark = pytest.mark.django_db

NOW = timezone.now()
TODAY = timezone.localdate(NOW)


def the_unit() -> Unit:
    return Unit.objects.first() or people.make_unit()


def make_reviewer(name: str) -> Person:
    return people.make_person(name, Role.REVIEWER, people.make_specialty())


def told(person: Person, most: int = 2) -> None:
    """Let something be known of a reviewer: a profile, days away and a tie."""
    about = {"person_id": person.pk, "as_of": TODAY, "by": SYSTEM}
    keep_profile(values=ProfileValues(most, Country.SWEDEN), expected_version=1, **about)
    add_absence(first=TODAY + timedelta(days=5), last=TODAY + timedelta(days=9), **about)
    add_tie(kind=TieKind.EARLIER_EMPLOYER, place_key=f"unit:{the_unit().pk}", until=None, **about)


def merged(gone: Person, stays: Person) -> PersonMerge:
    mark = queries.merge_plan(gone, stays, as_of=TODAY).mark
    return actions.merge_people(
        gone_id=gone.pk, stays_id=stays.pk, reason=MergeReason.ADDED_TWICE, expected=mark, now=NOW, by=SYSTEM
    )


def undone(merge: PersonMerge) -> None:
    actions.undo_merge(merge_id=merge.pk, now=timezone.now(), by=SYSTEM)


def owners(model: type) -> list[str]:
    return list(model.objects.order_by("pk").values_list("person__name", flat=True))


def reminded(person: Person, day: int, **others: object) -> Reminder:
    values = {"kind": "action-due", "object_id": 7, "step": 0, "name": "Enheten", "created_at": NOW, **others}
    return Reminder.objects.create(recipient=person, due_on=date(2026, 3, day), **values)


def events_of(model: type) -> int:
    return model._meta.get_field("events").related_model.objects.count()


def test_nothing_of_an_erased_reviewer_stays_and_the_chain_holds() -> None:
    greta, other = make_reviewer("Greta Granskare"), make_reviewer("Sture Kniv")
    told(greta)
    told(other)
    seal_events()

    actions.erase_person(person_id=greta.pk, as_of=TODAY, by=SYSTEM)

    assert [owners(model) for model in (ReviewerProfile, Absence, ReviewerTie)] == [["Sture Kniv"]] * 3
    assert [events_of(model) for model in (Absence, ReviewerTie)] == [1, 1], "those of the other alone"
    assert [finding.text for finding in chain_findings() if not finding.is_good] == []


def test_order_of_somebody_erased_stays_without_telling_whom_to_ask() -> None:
    head = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, the_unit())
    order = make_order(the_unit(), by=people.actor_today(head), as_of=TODAY)
    assert "Hedda" in order.contact

    actions.erase_person(person_id=head.pk, as_of=TODAY, by=SYSTEM)

    order.refresh_from_db()
    assert (order.contact, order.ordered_by_id) == ("", head.pk)
    events = Order._meta.get_field("events").related_model
    assert list(events.objects.filter(contact__contains="Hedda")) == []


def test_merged_reviewer_takes_along_what_is_known_and_back_again() -> None:
    gone, stays = make_reviewer("Greta G"), make_reviewer("Greta Granskare")
    told(gone)

    merge = merged(gone, stays)

    assert [owners(model) for model in (ReviewerProfile, Absence, ReviewerTie)] == [["Greta Granskare"]] * 3
    undone(merge)
    assert [owners(model) for model in (ReviewerProfile, Absence, ReviewerTie)] == [["Greta G"]] * 3


def test_profile_of_who_stays_holds() -> None:
    gone, stays = make_reviewer("Greta G"), make_reviewer("Greta Granskare")
    told(gone, most=1)
    told(stays, most=3)

    merged(gone, stays)

    assert ReviewerProfile.objects.get(person=stays).most_in_a_year == 3
    assert owners(ReviewerTie) == ["Greta Granskare"] * 2


def test_order_of_who_is_merged_stays_as_it_was() -> None:
    gone = people.make_person("Hedda K Chef", Role.HEAD_OF_UNIT, the_unit())
    stays = people.make_person("Hedda Chef", Role.PROGRAMME_DIRECTOR, the_unit())
    order = make_order(the_unit(), by=people.actor_today(gone), as_of=TODAY)

    merged(gone, stays)

    order.refresh_from_db()
    assert order.ordered_by_id == gone.pk


def test_reminders_go_along_once_each_and_back_again() -> None:
    gone, stays = make_reviewer("Greta G"), make_reviewer("Greta Granskare")
    letter = ReminderLetter.objects.create(recipient=gone, created_at=NOW)
    waiting = reminded(gone, 1, letter=letter)
    doubled = reminded(gone, 2)
    reminded(stays, 2)

    merge = merged(gone, stays)

    waiting.refresh_from_db()
    doubled.refresh_from_db()
    assert (waiting.recipient, waiting.letter) == (stays, None), "it goes out in a letter to who stays"
    assert doubled.recipient == gone, "who stays has it already"
    undone(merge)
    waiting.refresh_from_db()
    assert waiting.recipient == gone


def test_reminder_that_went_out_keeps_its_letter() -> None:
    gone, stays = make_reviewer("Greta G"), make_reviewer("Greta Granskare")
    letter = ReminderLetter.objects.create(
        recipient=gone, created_at=NOW, state=LetterState.SENT, settled_at=NOW
    )
    sent = reminded(gone, 1, letter=letter)

    merged(gone, stays)

    sent.refresh_from_db()
    assert (sent.recipient, sent.letter) == (stays, letter)
