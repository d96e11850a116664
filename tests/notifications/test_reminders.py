"""Reminders of actions: to whom, once, cancelled when done or moved; letters: once, quiet, refused, killed between."""

from datetime import UTC, date, datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import override_settings

from kollegium.accounts.models import Person
from kollegium.domain.roles import Role
from kollegium.notifications.actions import (
    MailValues,
    change_mail_settings,
    post_letters,
    remind,
    send_letter,
)
from kollegium.notifications.models import LetterState, MailSettings, Reminder, ReminderLetter
from kollegium.notifications.queries import unread_count_of
from kollegium.organisations.actions import close_unit, merge_unit
from kollegium.reviews.actions import report_progress
from kollegium.reviews.models import ActionPlanItem, ActionState
from kollegium.ui.mail import MailNotSent
from tests.people import SYSTEM, actor_today, client_of, make_account, make_person, make_unit
from tests.reviews.builders import NOW, make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db
# A Wednesday, 08:05 in Stockholm.
DAY = date(2026, 3, 4)
MORNING = datetime(2026, 3, 4, 7, 5, tzinfo=UTC)
NIGHT = datetime(2026, 3, 4, 22, 5, tzinfo=UTC)


class RefusingBackend(BaseEmailBackend):
    """A mail server that takes nothing: `code` says whether for good."""

    code = 550

    def send_messages(self, email_messages):
        """Refuse every recipient."""
        raise SMTPRecipientsRefused(dict.fromkeys(email_messages[0].to, (self.code, b"no such user")))


class BusyBackend(RefusingBackend):
    """A mail server that asks to come back later."""

    code = 451


class LostBackend(BaseEmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, email_messages):
        """Hang up."""
        raise SMTPServerDisconnected


REFUSING, BUSY, LOST = (f"{__name__}.{name}" for name in ("RefusingBackend", "BusyBackend", "LostBackend"))


@pytest.fixture
def unit():
    return make_unit("Ekens hälsocentral")


@pytest.fixture
def head(unit) -> Person:
    person = make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)
    make_account(person, "chef@exempel.se")
    return person


def plan(unit, *, due_on=DAY, **others):
    part = plain_part(plan_items=(plan_item(due_on=due_on, follow_up_on=None, **others),))
    return ActionPlanItem.objects.get(part__review=make_review(unit, part=part))


def told() -> list[tuple[str, int, str]]:
    rows = Reminder.objects.filter(cancelled_at__isnull=True).order_by("recipient__name", "due_on", "pk")
    return [(row.kind, row.step, row.recipient.name) for row in rows.select_related("recipient")]


def wants(person: Person, how: str, *, quiet: tuple[int, int] = (20, 7)) -> None:
    change_mail_settings(values=MailValues(how, *quiet, quiet_weekends=True), by=actor_today(person))


def letters() -> list[str]:
    return list(ReminderLetter.objects.order_by("pk").values_list("state", flat=True))


def send_all(now=MORNING) -> list[bool]:
    ids = list(ReminderLetter.objects.filter(state="queued").values_list("pk", flat=True))
    return [send_letter(letter_id=pk, now=now) for pk in ids]


def test_head_and_programme_director_of_the_unit_are_reminded_and_nobody_else(unit, head) -> None:
    plan(unit)
    for name, role, at in (
        ("Stina Studierektor", Role.PROGRAMME_DIRECTOR, unit),
        ("Tyra Trainee", Role.TRAINEE, unit),
        ("Vera Vikchef", Role.HEAD_OF_UNIT, make_unit("Vikens hälsocentral")),
        ("Örjan Över", Role.DIRECTOR_OF_TRAINING, unit.region),
    ):
        make_account(make_person(name, role, at))
    make_person("Utan Inlogg", Role.HEAD_OF_UNIT, unit)

    remind(as_of=DAY, now=MORNING)

    assert told() == [("action-due", 0, "Hedda Chef"), ("action-due", 0, "Stina Studierektor")]


def test_director_of_training_is_told_where_nobody_answers_for_the_unit(unit) -> None:
    plan(unit)
    make_account(make_person("Örjan Över", Role.DIRECTOR_OF_TRAINING, unit.region))

    remind(as_of=DAY, now=MORNING)

    assert told() == [("action-due", 0, "Örjan Över")]


def test_same_run_again_and_again_reminds_once(unit, head) -> None:
    plan(unit)

    assert [remind(as_of=DAY, now=MORNING) for _ in range(3)] == [1, 0, 0]
    assert [remind(as_of=DAY + timedelta(days=days), now=MORNING) for days in (1, 6, 7, 8)] == [0, 0, 1, 0]


def test_next_step_takes_the_place_of_the_one_before(unit, head) -> None:
    plan(unit)
    remind(as_of=DAY - timedelta(days=7), now=MORNING)
    remind(as_of=DAY, now=MORNING)

    assert (unread_count_of(head.pk), Reminder.objects.unread().get().step) == (1, 0)


def test_deadline_long_past_floods_nobody(unit, head) -> None:
    plan(unit, due_on=DAY - timedelta(days=400))

    assert remind(as_of=DAY, now=MORNING) == 0


def test_several_actions_of_one_plan_and_day_are_one_reminder(unit, head) -> None:
    items = (plan_item("D6", due_on=DAY, follow_up_on=None), plan_item("E1", due_on=DAY, follow_up_on=None))
    make_review(unit, part=plain_part(plan_items=items))

    assert remind(as_of=DAY, now=MORNING) == 1


def test_reminder_goes_away_when_the_thing_is_done(unit, head) -> None:
    item = plan(unit)
    remind(as_of=DAY, now=MORNING)
    assert unread_count_of(head.pk) == 1

    report_progress(
        item_id=item.pk,
        state=ActionState.REPORTED_DONE,
        note="Klart.",
        expected_version=1,
        now=NOW,
        by=SYSTEM,
    )
    remind(as_of=DAY, now=MORNING)

    assert (unread_count_of(head.pk), told()) == (0, [])


def test_reminder_goes_away_when_the_day_is_moved(unit, head) -> None:
    item = plan(unit)
    remind(as_of=DAY, now=MORNING)

    ActionPlanItem.objects.filter(pk=item.pk).update(due_on=DAY + timedelta(days=7))
    remind(as_of=DAY, now=MORNING)

    assert told() == [("action-due", -7, "Hedda Chef")]


def test_reminder_goes_away_for_somebody_who_no_longer_answers_for_the_unit(unit, head) -> None:
    plan(unit)
    remind(as_of=DAY, now=MORNING)

    head.assignments.update(valid_until=DAY - timedelta(days=1))
    remind(as_of=DAY, now=MORNING)

    assert unread_count_of(head.pk) == 0


def test_closed_unit_reminds_nobody_and_a_merged_one_its_successor(unit, head) -> None:
    plan(unit)
    other = make_unit("Vikens hälsocentral")
    make_account(make_person("Vera Vikchef", Role.HEAD_OF_UNIT, other))
    close_unit(unit_id=unit.pk, closed_on=DAY, expected_version=1, by=SYSTEM)
    assert remind(as_of=DAY, now=MORNING) == 0

    merge_unit(unit_id=unit.pk, into_id=other.pk, merged_on=DAY, by=SYSTEM)
    remind(as_of=DAY, now=MORNING)

    assert ("action-due", 0, "Vera Vikchef") in told()


def test_follow_up_is_reminded_of_until_it_is_judged(unit, head) -> None:
    part = plain_part(plan_items=(plan_item(due_on=None, follow_up_on=DAY, state=ActionState.REPORTED_DONE),))
    make_review(unit, part=part)
    remind(as_of=DAY, now=MORNING)
    assert told() == [("action-follow-up", 0, "Hedda Chef")]

    ActionPlanItem.objects.update(state=ActionState.DONE)
    remind(as_of=DAY, now=MORNING)

    assert told() == []


def test_digest_holds_everything_once_a_day_and_names_the_unit_with_a_link(unit, head) -> None:
    plan(unit)
    plan(unit, due_on=DAY + timedelta(days=7))
    remind(as_of=DAY, now=MORNING)

    made = [post_letters(now=MORNING + timedelta(hours=hours)) for hours in (0, 1, 5)]

    assert (made, send_all()) == ([1, 0, 0], [True])
    [letter] = mail.outbox
    assert letter.subject == "Kollegium: 2 påminnelser"
    assert letter.to == ["chef@exempel.se"]
    assert "4 mars 2026 · Åtgärder ska vara gjorda nu: Ekens hälsocentral" in letter.body
    assert "/me/reminders/" in letter.body
    assert "Fjällhed" not in letter.body


def test_letter_is_sent_once_whoever_sends_it(unit, head) -> None:
    plan(unit)
    remind(as_of=DAY, now=MORNING)
    post_letters(now=MORNING)
    [letter] = ReminderLetter.objects.all()

    assert [send_letter(letter_id=letter.pk, now=MORNING) for _ in range(3)] == [True, False, False]
    assert len(mail.outbox) == 1


def test_worker_killed_before_the_letter_went_leaves_it_to_the_next(unit, head) -> None:
    plan(unit)
    remind(as_of=DAY, now=MORNING)
    post_letters(now=MORNING)
    with override_settings(EMAIL_BACKEND=LOST), pytest.raises(MailNotSent):
        send_all()
    assert (letters(), mail.outbox) == (["queued"], [])

    assert send_all() == [True]
    assert (letters(), len(mail.outbox)) == (["sent"], 1)


def test_what_is_done_before_the_letter_goes_is_left_out_of_it(unit, head) -> None:
    item = plan(unit)
    remind(as_of=DAY, now=MORNING)
    post_letters(now=MORNING)
    ActionPlanItem.objects.filter(pk=item.pk).update(state=ActionState.DONE)
    remind(as_of=DAY, now=MORNING)

    assert (send_all(), letters(), mail.outbox) == ([False], ["dropped"], [])


@pytest.mark.parametrize(
    ("how", "now", "count"),
    [("at_once", MORNING, 1), ("at_once", NIGHT, 0), ("daily", NIGHT, 0), ("none", MORNING, 0)],
)
def test_letters_come_as_their_reader_wants(unit, head, how, now, count) -> None:
    wants(head, how)
    plan(unit)
    remind(as_of=DAY, now=now)

    assert post_letters(now=now) == count


def test_what_came_in_quiet_hours_goes_the_next_morning(unit, head) -> None:
    wants(head, "at_once")
    plan(unit, due_on=DAY + timedelta(days=1))
    remind(as_of=DAY + timedelta(days=1), now=NIGHT)

    assert [post_letters(now=NIGHT + timedelta(hours=hours)) for hours in range(10)] == [0] * 8 + [1, 0]


def test_refused_address_is_noted_shown_and_not_tried_again(unit, head) -> None:
    plan(unit)
    remind(as_of=DAY, now=MORNING)
    post_letters(now=MORNING)
    with override_settings(EMAIL_BACKEND=REFUSING):
        assert send_all() == [False]
    remind(as_of=DAY + timedelta(days=7), now=MORNING + timedelta(days=7))

    assert (letters(), post_letters(now=MORNING + timedelta(days=7))) == (["refused"], 0)
    page = client_of(head).get("/me/reminders/").content.decode()
    assert "Brev till dig kommer inte fram" in page
    assert unread_count_of(head.pk) == 1


def test_another_address_is_used_at_once(unit, head) -> None:
    MailSettings.objects.create(person=head, refused_address="x" * 64, refused_at=MORNING)
    plan(unit)
    remind(as_of=DAY, now=MORNING)

    assert post_letters(now=MORNING) == 1


def test_busy_mail_server_is_tried_again_and_given_up_after_two_days(unit, head) -> None:
    plan(unit)
    remind(as_of=DAY, now=MORNING)
    post_letters(now=MORNING)
    with override_settings(EMAIL_BACKEND=BUSY), pytest.raises(MailNotSent):
        send_all()
    post_letters(now=MORNING + timedelta(days=2))
    assert letters() == ["queued"]

    post_letters(now=MORNING + timedelta(days=2, hours=1))

    assert letters() == [LetterState.FAILED]
