"""What happens to a plan reaches those it concerns: by the reminders, so with their digest and quiet hours."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail

from kollegium.accounts.models import Person
from kollegium.action_plans.actions.planning import extend_plan, return_plan
from kollegium.action_plans.queries.plan_news import open_plans_sent, plans_sent
from kollegium.domain.grading import Answer
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.notifications.actions import (
    MailValues,
    change_mail_settings,
    post_letters,
    remind,
    send_letter,
)
from kollegium.notifications.dated import kind_of
from kollegium.notifications.models import Reminder, ReminderLetter
from kollegium.organisations.models import Unit
from kollegium.reviews.models import Review
from tests import people
from tests.action_plans.plans import SENT_AT, decide, judge, send, sent_plan, write

pytestmark = pytest.mark.django_db
# A Wednesday, 1 April; the plan is sent at noon in Stockholm.
DAY = SENT_AT.date()


@pytest.fixture
def director(planning_unit: Unit) -> Person:
    return people.make_person("Disa Studierektor", Role.PROGRAMME_DIRECTOR, planning_unit)


@pytest.fixture
def everybody(head: Person, director: Person, office: Person, greta: Person) -> dict[str, Person]:
    those = {"head": head, "director": director, "office": office, "greta": greta}
    for person in those.values():
        people.make_account(person)
    return those


def told(those: dict[str, Person], now: datetime) -> set[tuple[str, str]]:
    """Remind, and give what stands unread: which kind, for whom. What comes with the last day is told elsewhere."""
    remind(as_of=now.date(), now=now)
    names = {person.pk: name for name, person in those.items()}
    rows = Reminder.objects.unread().filter(kind__startswith="plan-").exclude(kind="plan-due")
    return {(kind, names[pk]) for kind, pk in rows.values_list("kind", "recipient_id")}


def at_the_unit(kind: str) -> set[tuple[str, str]]:
    return {(kind, "head"), (kind, "director")}


def test_each_turn_of_a_plan_is_told_and_forgotten_when_it_is_done(
    decided: Review, everybody: dict[str, Person]
) -> None:
    head, office, greta = (everybody[name] for name in ("head", "office", "greta"))
    by = people.actor_today(office)
    write(decided, head, "D6")
    extend_plan(review_id=decided.pk, to_on=date(2026, 7, 1), reason="Semester.", now=SENT_AT, by=by)
    assert told(everybody, SENT_AT) == at_the_unit("plan-given-time")
    kind = kind_of("plan-given-time")
    assert kind is not None
    assert kind.details is not None
    assert kind.details([decided.pk])[decided.pk].endswith(" Sista dagen är 1 juli 2026.")

    items = sent_plan(decided, head, seen=1)
    waits = {("plan-sent", "office"), ("plan-sent", "greta")}
    assert told(everybody, SENT_AT) == waits
    assert told(everybody, SENT_AT + timedelta(days=6)) == waits
    for item in items.values():
        judge(decided, item, greta)
    judge(decided, items["D6"], office)
    judge(decided, items["D7"], office, Answer.NO, "Säger inte när.")
    assert told(everybody, SENT_AT) == {("plan-sent", "office")}

    later = SENT_AT + timedelta(days=8)
    return_plan(review_id=decided.pk, to_on=date(2026, 9, 1), reason="D7 säger inte när.", now=later, by=by)
    # The later day came with it, and is not told apart.
    assert told(everybody, later) == at_the_unit("plan-sent-back")

    send(decided, head, now=later + timedelta(days=1))
    assert told(everybody, later + timedelta(days=1)) == {("plan-sent", "office")}
    decide(decided, office, Outcome.FAILED, now=later + timedelta(days=1))
    assert told(everybody, later + timedelta(days=1)) == at_the_unit("plan-settled")


def test_letter_waits_for_the_morning_and_is_not_sent_when_done(
    decided: Review, everybody: dict[str, Person]
) -> None:
    at_once = MailValues(mail="at_once", quiet_from=20, quiet_until=7, quiet_weekends=True)
    change_mail_settings(values=at_once, by=people.actor_today(everybody["office"]))
    items = sent_plan(decided, everybody["head"])
    night = datetime(2026, 4, 1, 21, 5, tzinfo=UTC)
    remind(as_of=DAY, now=night)
    assert post_letters(now=night) == 0

    morning = datetime(2026, 4, 2, 6, 5, tzinfo=UTC)
    for item in items.values():
        judge(decided, item, everybody["greta"])
    remind(as_of=morning.date(), now=morning)
    assert post_letters(now=morning) == 1
    send_letter(letter_id=ReminderLetter.objects.get().pk, now=morning)

    [letter] = mail.outbox
    assert "En handlingsplan har kommit in: bedöm den" in letter.body
    assert decided.unit.name in letter.body


def test_number_of_questions_does_not_grow(
    decided: Review, everybody: dict[str, Person], django_assert_max_num_queries: object
) -> None:
    sent_plan(decided, everybody["head"])

    with django_assert_max_num_queries(13):  # type: ignore[operator]
        [due] = plans_sent(DAY, DAY, DAY)
    assert set(due.recipient_ids) >= {everybody["office"].pk, everybody["greta"].pk}
    assert plans_sent(DAY - timedelta(days=9), DAY - timedelta(days=1), DAY) == []
    assert open_plans_sent([decided.pk]) == {(decided.pk, DAY)}
