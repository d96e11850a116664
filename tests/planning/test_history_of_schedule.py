"""What happened to the schedule of a visit, told to those who write it, and never who asked for a private talk."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.translation import override

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.roles import Role
from kollegium.domain.visit_schedule import SlotKind
from kollegium.planning import actions
from kollegium.planning.actions import SlotValues
from kollegium.planning.history_of_schedule import history_of_schedule
from kollegium.planning.models import VisitSlot
from kollegium.reviews.models import Review
from tests import people
from tests.reviews.cases import give_team, lead_to, make_case

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
FIRST = date(2026, 5, 12)


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def case(greta: Person) -> Review:
    review = make_case()
    give_team(review, greta, people.make_person("Rut Rask", Role.REVIEWER, people.make_specialty()))
    return lead_to(review, State.PREPARING)


@pytest.fixture
def head(case: Review) -> Person:
    return people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, case.unit)


def values(**others: Any) -> SlotValues:
    given = {"kind": SlotKind.TRAINEES, "day": FIRST, "starts": time(9), "ends": time(10), **others}
    return SlotValues(**given)


def told(case: Review) -> dict[str, tuple[str, dict[str, tuple[str, str]]]]:
    """Give each sentence with who did it and the changes. Shape: sentence → (who, field → (before, after))."""
    with override("en"):
        return {
            entry.sentence: (entry.who, {one.field: (one.before, one.after) for one in entry.changes})
            for entry in history_of_schedule(case.pk)
        }


def test_slot_is_followed_from_its_beginning_to_its_end(case: Review, head: Person, greta: Person) -> None:
    about: dict[str, Any] = {"review_id": case.pk, "now": NOW, "by": people.actor_today(head)}
    slot = actions.add_slot(key=uuid4(), values=values(place="Sal 3"), **about)
    about["slot_id"] = slot.pk
    later = values(starts=time(9, 30), place="Sal 3", reviewer_ids=(greta.pk,))
    actions.change_slot(values=later, expected_version=1, **about)
    actions.take_slot_away(**about)
    actions.put_slot_back(**about)

    name = "Trainees, 12 May 2026 09:30–10:00"
    assert told(case) == {
        f"Put the slot {name} back.": ("Hedda Chef", {}),
        f"Took the slot {name} away.": ("Hedda Chef", {}),
        f"Changed the slot {name}.": (
            "Hedda Chef",
            {"begins": ("09:00", "09:30"), "reviewer": ("", "Greta Granskare")},
        ),
        "Added the slot Trainees, 12 May 2026 09:00–10:00.": ("Hedda Chef", {"place": ("", "Sal 3")}),
    }


def test_usual_schedule_and_its_move_are_one_entry_each(case: Review, head: Person) -> None:
    about: dict[str, Any] = {"review_id": case.pk, "now": NOW, "by": people.actor_today(head)}
    count = actions.propose_schedule(trainees=3, **about)
    Review.objects.filter(pk=case.pk).update(visit_from=date(2026, 5, 19), visit_to=date(2026, 5, 20))
    actions.move_schedule(**about)

    assert list(told(case)) == [
        f"Moved {count} slots to the new days of the visit.",
        f"Laid out a usual schedule, {count} slots.",
    ]


def test_who_asked_for_a_private_talk_is_not_told(case: Review, head: Person) -> None:
    trainee = people.make_person("Tova Lärling", Role.TRAINEE, case.unit)
    talk = values(kind=SlotKind.PRIVATE_TALK)
    about: dict[str, Any] = {"review_id": case.pk, "now": NOW, "by": people.actor_today(head)}
    slot = actions.add_slot(key=uuid4(), values=talk, **about)
    before = told(case)

    actions.ask_for_talk(review_id=case.pk, slot_id=slot.pk, now=NOW, by=people.actor_today(trainee))

    assert VisitSlot.objects.get().taken_by == trainee
    assert told(case) == before
    page = people.client_of(head).get(reverse("planning:schedule", args=[case.pk])).content.decode()
    assert "Lade till passet Enskilt samtal" in page
    assert "Tova" not in page


def test_history_is_for_those_who_write_the_schedule(case: Review, head: Person) -> None:
    actions.add_slot(review_id=case.pk, key=uuid4(), values=values(), now=NOW, by=people.actor_today(head))
    trainee = people.make_person("Tova Lärling", Role.TRAINEE, case.unit)
    address = reverse("planning:schedule", args=[case.pk])

    assert "Lade till passet" in people.client_of(head).get(address).content.decode()
    assert "Lade till passet" not in people.client_of(trainee).get(address).content.decode()


def test_history_of_many_slots_asks_no_more_than_of_one(
    case: Review, head: Person, greta: Person, django_assert_num_queries: Any
) -> None:
    for count, hour in enumerate(range(8, 14), start=1):
        actions.add_slot(
            review_id=case.pk,
            key=uuid4(),
            values=values(starts=time(hour), ends=time(hour + 1), reviewer_ids=(greta.pk,)),
            now=NOW,
            by=people.actor_today(head),
        )
        with django_assert_num_queries(6):
            assert len(history_of_schedule(case.pk)) == count
