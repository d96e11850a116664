"""A calendar that is followed: what stands in it for whom, and who may fetch it."""

import logging
import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar, Component

from kollegium.accounts.actions import erase_person
from kollegium.accounts.models import Person
from kollegium.config.veiling import VeiledLinks
from kollegium.domain.case_life import State
from kollegium.domain.roles import Role
from kollegium.domain.visit_schedule import SlotKind
from kollegium.notifications.models import Reminder
from kollegium.planning import actions
from kollegium.planning.actions import SlotValues
from kollegium.planning.calendar_file import calendar_of
from kollegium.planning.models import CalendarFeed, VisitSlot
from kollegium.planning.queries.calendar import entries_of
from kollegium.reviews.models import Review
from tests import people
from tests.people import SYSTEM
from tests.reviews.cases import give_team, lead_to, make_case

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
TODAY = date(2026, 3, 2)
FIRST = date(2026, 5, 12)


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def rut() -> Person:
    return people.make_person("Rut Rask", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def case(greta: Person, rut: Person) -> Review:
    review = make_case()
    give_team(review, greta, rut)
    return lead_to(review, State.PREPARING)


@pytest.fixture
def trainee(case: Review) -> Person:
    return people.make_person("Tova Lärling", Role.TRAINEE, case.unit)


def add(case: Review, kind: SlotKind, starts: str, ends: str, *reviewers: Person) -> VisitSlot:
    values = SlotValues(
        kind,
        FIRST,
        time.fromisoformat(starts),
        time.fromisoformat(ends),
        place="Sal Tall",
        reviewer_ids=tuple(one.pk for one in reviewers),
    )
    return actions.add_slot(review_id=case.pk, key=uuid4(), values=values, now=NOW, by=SYSTEM)


def events_of(person: Person, as_of: date = TODAY) -> dict[str, Component]:
    """Give the entries of somebody's calendar file by what they are called."""
    data = calendar_of(entries_of(person, as_of=as_of), language="sv", now=NOW)
    return {str(event["summary"]): event for event in Calendar.from_ical(data).walk("VEVENT")}


def fetched(person: Person) -> tuple[str, Any]:
    secret = actions.make_feed(now=NOW, by=people.actor_today(person))
    return secret, Client().get(reverse("planning:calendar_file", args=[secret]))


class TestWhatStandsInIt:
    def test_reviewer_has_the_days_and_own_times(self, case: Review, greta: Person, rut: Person) -> None:
        add(case, SlotKind.TRAINEES, "09:00", "10:00", greta)
        add(case, SlotKind.SUPERVISORS, "09:00", "10:00", rut)

        events = events_of(greta)

        assert set(events) == {
            "Granskning: Tallbackens hälsocentral",
            "ST-läkare – Tallbackens hälsocentral",
        }
        visit = events["Granskning: Tallbackens hälsocentral"]
        assert (visit["dtstart"].dt, visit["dtend"].dt) == (FIRST, FIRST + timedelta(days=2))
        slot = events["ST-läkare – Tallbackens hälsocentral"]
        assert slot["dtstart"].dt.utcoffset() == timedelta(hours=2), "summer time"
        assert slot["dtstart"].params["TZID"] == "Europe/Stockholm"

    def test_three_visits_cost_no_more_queries_than_one(self, case: Review, greta: Person) -> None:
        with CaptureQueriesContext(connection) as one:
            assert len(events_of(greta)) == 1
        for name in ("Granbackens hälsocentral", "Björkbackens hälsocentral"):
            other = make_case(people.make_unit(name))
            give_team(other, greta, people.make_person("Mio Medgranskare"))
            lead_to(other, State.PREPARING)

        with CaptureQueriesContext(connection) as three:
            assert len(events_of(greta)) == 3

        assert len(three) == len(one)

    def test_file_brings_the_rules_of_its_clock(self, case: Review, greta: Person) -> None:
        add(case, SlotKind.TRAINEES, "09:00", "10:00")

        data = calendar_of(entries_of(greta, as_of=TODAY), language="sv", now=NOW)

        assert [str(zone["tzid"]) for zone in Calendar.from_ical(data).walk("VTIMEZONE")] == [
            "Europe/Stockholm"
        ]

    def test_trainee_has_own_interview_and_of_a_private_talk_the_time_alone(
        self, case: Review, trainee: Person
    ) -> None:
        add(case, SlotKind.TRAINEES, "09:00", "10:00")
        add(case, SlotKind.SUPERVISORS, "10:00", "11:00")
        own = add(case, SlotKind.PRIVATE_TALK, "14:00", "14:15")
        add(case, SlotKind.PRIVATE_TALK, "14:15", "14:30")
        actions.ask_for_talk(review_id=case.pk, slot_id=own.pk, now=NOW, by=people.actor_today(trainee))

        events = events_of(trainee)

        assert set(events) == {
            "Granskning: Tallbackens hälsocentral",
            "ST-läkare – Tallbackens hälsocentral",
            "Enskilt samtal",
        }
        assert "url" not in events["Enskilt samtal"]
        assert "location" not in events["Enskilt samtal"]

    def test_head_of_unit_sees_no_private_talks(self, case: Review, trainee: Person) -> None:
        head = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, case.unit)
        own = add(case, SlotKind.PRIVATE_TALK, "14:00", "14:15")
        actions.ask_for_talk(review_id=case.pk, slot_id=own.pk, now=NOW, by=people.actor_today(trainee))
        add(case, SlotKind.HEAD_OF_UNIT, "15:00", "15:30")

        assert set(events_of(head)) == {
            "Granskning: Tallbackens hälsocentral",
            "Verksamhetschef – Tallbackens hälsocentral",
        }

    def test_moved_slot_keeps_its_identity_and_tells_of_a_later_state(
        self, case: Review, greta: Person
    ) -> None:
        slot = add(case, SlotKind.TRAINEES, "09:00", "10:00")
        before = events_of(greta)["ST-läkare – Tallbackens hälsocentral"]
        values = SlotValues(SlotKind.TRAINEES, FIRST, time(11), time(12))
        actions.change_slot(
            review_id=case.pk, slot_id=slot.pk, values=values, expected_version=1, now=NOW, by=SYSTEM
        )

        after = events_of(greta)["ST-läkare – Tallbackens hälsocentral"]

        assert after["uid"] == before["uid"]
        assert after["sequence"] > before["sequence"]
        assert after["dtstart"].dt.hour == 11

    def test_slot_taken_away_is_told_as_cancelled_for_a_while(self, case: Review, greta: Person) -> None:
        slot = add(case, SlotKind.TRAINEES, "09:00", "10:00")
        actions.take_slot_away(review_id=case.pk, slot_id=slot.pk, now=NOW, by=SYSTEM)

        assert events_of(greta)["ST-läkare – Tallbackens hälsocentral"]["status"] == "CANCELLED"
        assert "ST-läkare – Tallbackens hälsocentral" not in events_of(greta, TODAY + timedelta(days=61))

    def test_days_of_ones_tasks_stand_once_and_news_not_at_all(self, case: Review, greta: Person) -> None:
        for kind, step in (("action-due", -14), ("action-due", 0), ("reviewer-appointed", 0)):
            Reminder.objects.create(
                kind=kind,
                object_id=7,
                recipient=greta,
                due_on=FIRST,
                step=step,
                name="Granåsens klinik",
                created_at=NOW,
            )

        tasks = [title for title in events_of(greta) if title.startswith("Granåsens klinik")]

        assert tasks == ["Granåsens klinik: Åtgärder ska vara gjorda nu"]

    def test_somebody_without_a_part_has_an_empty_calendar(self, case: Review) -> None:
        for person in (
            people.make_person("Ingen Alls"),
            people.make_person("Ture Annorstädes", Role.TRAINEE, people.make_unit("Granåsens klinik")),
            people.make_person("Kansliet", Role.REVIEW_OFFICE),
        ):
            assert events_of(person) == {}


class TestTheAddress:
    def test_whoever_knows_it_gets_the_calendar(self, case: Review, greta: Person) -> None:
        _secret, answer = fetched(greta)

        assert answer.status_code == 200
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert b"Tallbackens" in answer.content
        assert CalendarFeed.objects.get().fetched_on is not None

    def test_only_a_digest_of_the_secret_is_kept(self, greta: Person) -> None:
        secret, _answer = fetched(greta)

        assert secret not in str(CalendarFeed.objects.values().get())

    def test_unknown_ended_replaced_and_erased_look_the_same(self, greta: Person) -> None:
        def answer_to(secret: str) -> tuple[int, str]:
            answer = Client().get(reverse("planning:calendar_file", args=[secret]))
            # Apart from the address itself, and the token of the forms in the frame.
            page = re.sub(r'value="\w{64}"', "", answer.content.decode())
            return answer.status_code, page.replace(secret, "")

        unknown = answer_to("x" * 43)
        first, _ = fetched(greta)
        second, _ = fetched(greta)
        answers = [answer_to(first)]
        actions.end_feed(by=people.actor_today(greta))
        answers.append(answer_to(second))
        third, _ = fetched(greta)
        erase_person(person_id=greta.pk, as_of=TODAY, by=SYSTEM)
        answers.append(answer_to(third))

        assert unknown[0] == 404
        assert set(answers) == {unknown}
        assert not CalendarFeed.objects.exists()

    def test_role_that_ended_empties_the_calendar(self, case: Review, trainee: Person) -> None:
        assert events_of(trainee)
        trainee.assignments.update(valid_until=TODAY - timedelta(days=1))

        assert events_of(trainee) == {}

    def test_own_page_shows_the_address_once_and_ends_it(self, greta: Person) -> None:
        client, page = people.client_of(greta), reverse("planning:calendar")

        made = client.post(page, {"step": "make"}).content.decode()

        assert "/calendar/" in made
        assert ".ics" not in client.get(page).content.decode()
        client.post(page, {"step": "end"})
        assert not CalendarFeed.objects.exists()

    def test_nobody_makes_one_without_logging_in(self) -> None:
        assert Client().post(reverse("planning:calendar")).status_code == 302
        assert not CalendarFeed.objects.exists()

    def test_secret_does_not_reach_the_log(self) -> None:
        record = logging.makeLogRecord({"msg": "Not Found: %s", "args": ("/calendar/hemlighet.ics",)})

        assert VeiledLinks().filter(record)

        assert record.getMessage() == "Not Found: /calendar/…"
