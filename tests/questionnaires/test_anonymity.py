"""Attacks on the anonymity: what somebody with the application's rights, or more, tries to work out who answered what."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.core import mail
from django.db import IntegrityError, connection, models, transaction
from psycopg import errors, sql

from kollegium.config import embedded
from kollegium.domain.errors import Refused
from kollegium.questionnaires import queries
from kollegium.questionnaires.actions import (
    Invited,
    invite,
    keep_draft,
    move_closing_day,
    remind,
    send_answers,
    send_round,
)
from kollegium.questionnaires.ciphering import CannotOpen, open_draft
from kollegium.questionnaires.models import (
    Answer,
    Draft,
    Group,
    Invitation,
    Link,
    OpenAnswer,
    Round,
    Spent,
    Waiting,
)
from kollegium.trail.models import ReadingRecord
from tests.people import SYSTEM, make_unit
from tests.questionnaires.rounds import (
    AFTER,
    LAST_DAY,
    TODAY,
    answer_all,
    answers_to,
    closed,
    make_round,
    sent_round,
    tokens,
)

pytestmark = pytest.mark.django_db
ABOUT_RESPONDENTS = (Answer, Draft, Group, Invitation, Link, OpenAnswer, Spent, Waiting)


@pytest.fixture
def application() -> Iterator[psycopg.Connection]:
    """A connection of the application's role to this test's database."""
    if settings.DATABASE_URL:
        pytest.skip("only the embedded server has the second role ready")
    server = embedded.configure(settings.DATA, durable=False)
    with server.connect(embedded.APPLICATION, connection.settings_dict["NAME"]) as opened:
        yield opened


def rows(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


# --- what the schema does not hold ---------------------------------------------------------------


@pytest.mark.parametrize("model", ABOUT_RESPONDENTS)
def test_no_table_about_respondents_has_a_time_or_a_history(model: type[models.Model]) -> None:
    fields = {type(field) for field in model._meta.get_fields() if isinstance(field, models.Field)}

    assert fields.isdisjoint({models.DateTimeField, models.DateField, models.TimeField})
    assert not any(getattr(other, "pgh_tracked_model", None) is model for other in apps.get_models()), (
        "a history would hold every answer with its time"
    )


def test_answers_share_no_column_with_who_was_asked() -> None:
    """The group is all they have in common; no foreign key leads from an answer to a person or a link."""
    led_to = {
        field.related_model
        for model in (Answer, Waiting, Draft)
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
    }

    assert led_to == {Group}


def test_keys_of_answers_are_drawn_by_lot() -> None:
    """Not a counter: a sequence would give the order back."""
    found = rows(
        "SELECT column_name, data_type, column_default FROM information_schema.columns"
        " WHERE table_name = 'questionnaires_answer' ORDER BY column_name"
    )

    assert found == [("content", "jsonb", None), ("group_id", "bigint", None), ("key", "uuid", None)]


# --- what the application's role is refused ------------------------------------------------------


@pytest.mark.parametrize("table", ["questionnaires_spent", "questionnaires_waiting"])
@pytest.mark.parametrize(
    "statement", ["SELECT * FROM {}", "SELECT count(*) FROM {}", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_application_cannot_see_who_has_answered(
    application: psycopg.Connection, table: str, statement: str
) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        application.execute(sql.SQL(statement).format(sql.Identifier(table)))


@pytest.mark.parametrize("table", ["questionnaires_answer", "questionnaires_openanswer"])
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET content = '{{}}'", "DELETE FROM {}", "INSERT INTO {} DEFAULT VALUES"]
)
def test_application_cannot_change_or_add_answers(
    application: psycopg.Connection, table: str, statement: str
) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        application.execute(sql.SQL(statement).format(sql.Identifier(table)))


def test_whether_a_link_is_spent_is_told_to_its_holder_alone() -> None:
    """The application can read every link's hash; asking with the hash must tell nothing."""
    _, links = sent_round(trainee=3)
    answer_all(links)
    hashes = Link.objects.values_list("token_hash", flat=True)

    assert [rows("SELECT questionnaires_is_spent(%s)", value) for value in hashes] == [[(False,)]] * 3
    assert rows("SELECT questionnaires_is_spent(%s)", next(iter(links.values()))) == [(True,)]


def test_waiting_answers_cannot_be_taken_out_before_the_last_day_has_passed() -> None:
    found, links = sent_round(trainee=3)
    answer_all(links)

    assert rows("SELECT * FROM questionnaires_waiting_of(%s, %s)", found.pk, LAST_DAY) == []
    assert rows("SELECT questionnaires_close(%s, %s, '{}')", found.pk, LAST_DAY) == [(False,)]


def test_a_lie_about_the_day_opens_nothing() -> None:
    far = TODAY + timedelta(days=20_000)
    found, links = sent_round(trainee=3)
    Round.objects.filter(pk=found.pk).update(closes_on=far - timedelta(days=1))
    answer_all(links)

    assert rows("SELECT * FROM questionnaires_waiting_of(%s, %s)", found.pk, far) == []


# --- joins by time and order ---------------------------------------------------------------------


def test_answers_of_a_group_come_in_together() -> None:
    """One transaction number for all: the order of writing cannot be read off the rows (xmin)."""
    found, links = sent_round(trainee=5)
    answer_all(links)

    closed(found)

    assert rows("SELECT count(*), count(DISTINCT xmin::text) FROM questionnaires_answer") == [(5, 1)]


def test_order_of_rows_is_drawn_by_lot() -> None:
    """By place in the table (ctid) and by key the answers stand in another order than they came, in most of ten rounds."""
    kept_order = 0
    for number in range(10):
        found, links = sent_round(f"review:{number}", make_unit(f"Enhet {number}"), trainee=6)
        answer_all(links)
        closed(found)
        texts = [
            content["own-words"]
            for (content,) in rows(
                "SELECT answer.content::text::json FROM questionnaires_answer answer JOIN questionnaires_group own"
                " ON own.id = answer.group_id WHERE own.round_id = %s ORDER BY answer.ctid",
                found.pk,
            )
        ]
        assert sorted(texts) == sorted(f"Text av {email}" for email in links)
        kept_order += texts == [f"Text av {email}" for email in links]

    assert kept_order <= 1


def test_nothing_that_leads_to_a_person_is_left_when_a_round_is_closed() -> None:
    found, links = sent_round(trainee=4)
    answer_all(dict(list(links.items())[:3]))
    keep_draft(token=list(links.values())[3], sent=answers_to(), as_of=TODAY)

    closed(found)

    assert [model.objects.count() for model in (Spent, Waiting, Draft, Invitation)] == [0, 0, 0, 0]
    assert set(Link.objects.values_list("invitation", flat=True)) == {None}


def test_sending_leaves_no_trace_in_the_logs_and_the_queue() -> None:
    _, links = sent_round(trainee=3)
    before = rows("SELECT count(*) FROM procrastinate_jobs"), _count_of_events()

    keep_draft(token=links["trainee0@exempel.se"], sent=answers_to(), as_of=TODAY)
    answer_all(links)

    assert (rows("SELECT count(*) FROM procrastinate_jobs"), _count_of_events()) == before
    assert ReadingRecord.objects.count() == 0


def test_no_job_names_a_person() -> None:
    found, links = sent_round(trainee=3)
    answer_all(dict(list(links.items())[:1]))

    remind(round_id=found.pk, as_of=TODAY + timedelta(days=4))

    named = rows("SELECT args::text FROM procrastinate_jobs WHERE task_name LIKE 'questionnaires.%%'")
    assert {text for (text,) in named} == {f'{{"round_id": {found.pk}}}'}


def test_a_waiting_answer_tells_neither_words_nor_length() -> None:
    _, links = sent_round(trainee=3)
    short, long, _last = links.values()
    send_answers(token=short, sent=answers_to(), as_of=TODAY)
    send_answers(token=long, sent=answers_to(text="å" * 2000), as_of=TODAY)

    contents = [bytes(row.content) for row in Waiting.objects.all()]

    assert len({len(content) for content in contents}) == 1
    assert not any(b"mostly" in content or "å".encode() * 5 in content for content in contents)


# --- drafts --------------------------------------------------------------------------------------


def test_a_draft_opens_with_its_own_link_alone() -> None:
    _, links = sent_round(trainee=3)
    own, other, _last = links.values()
    keep_draft(token=own, sent=answers_to(text="Inte klart"), as_of=TODAY)

    draft = Draft.objects.get()

    assert open_draft(bytes(draft.content), own) == answers_to(text="Inte klart")
    with pytest.raises(CannotOpen):
        open_draft(bytes(draft.content), other)
    assert queries.draft_behind(other) == {}
    assert b"Inte" not in bytes(draft.content)


def test_a_draft_cannot_be_joined_to_a_link() -> None:
    _, links = sent_round(trainee=3)
    keep_draft(token=links["trainee0@exempel.se"], sent={}, as_of=TODAY)

    assert not Link.objects.filter(token_hash=Draft.objects.get().key).exists()


def test_sending_deletes_the_draft() -> None:
    _, links = sent_round(trainee=3)
    keep_draft(token=links["trainee0@exempel.se"], sent=answers_to(), as_of=TODAY)

    answer_all({"a": links["trainee0@exempel.se"]})

    assert Draft.objects.count() == 0


# --- small groups --------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, 1, 2])
def test_fewer_than_three_answers_are_deleted_unopened_and_not_even_counted(number: int) -> None:
    found, links = sent_round(trainee=4)
    answer_all(dict(list(links.items())[:number]))

    closed(found)

    group = Group.objects.get(round=found, instrument_key="trainee-1")
    result = queries.result_of(group)
    assert (Answer.objects.count(), Waiting.objects.count(), group.answered_count) == (0, 0, None)
    assert (result.summaries, result.texts, result.named) == ([], {}, [])


def test_the_database_takes_no_count_of_one_or_two() -> None:
    found, _ = sent_round(trainee=3)

    with pytest.raises(IntegrityError), transaction.atomic():
        Group.objects.filter(round=found, instrument_key="trainee-1").update(answered_count=2)


def test_three_answers_are_shown() -> None:
    found, links = sent_round(trainee=4)
    answer_all(dict(list(links.items())[:3]))

    closed(found)

    result = queries.result_of(Group.objects.get(round=found, instrument_key="trainee-1"))
    assert result.summaries[0].counts == {"fully": 0, "mostly": 3, "partly": 0, "not": 0, "unknown": 0}
    assert len(result.texts["own-words"]) == 3


def test_nothing_is_shown_while_answers_come_in() -> None:
    """Two looks at different times would show what came in between."""
    found, links = sent_round(trainee=4)
    answer_all(links)

    result = queries.result_of(Group.objects.get(round=found, instrument_key="trainee-1"))

    assert (result.summaries, result.group.answered_count, Answer.objects.count()) == ([], None, 0)


def test_open_answers_stand_apart_from_those_without_a_name() -> None:
    """Between roles: the lone head is in no sum that the trainees are in."""
    found, links = sent_round(trainee=3, head_of_unit=1)
    head = links.pop("head_of_unit0@exempel.se")
    answer_all(links)
    send_answers(token=head, sent=answers_to("head-of-unit-1", "not"), as_of=TODAY)

    closed(found)

    trainees, _supervisors, _director, heads = (
        queries.result_of(group) for group in queries.groups_of(found.pk)
    )
    assert sum(trainees.summaries[0].counts.values()) == 3
    assert [name for name, _ in heads.named] == ["Head_Of_Unit 0"]
    assert Answer.objects.filter(group=heads.group).count() == 0


# --- singling out --------------------------------------------------------------------------------


def test_nobody_is_added_to_a_group_that_was_asked() -> None:
    found, _ = sent_round(trainee=3)
    group = Group.objects.get(round=found, instrument_key="trainee-1")

    with pytest.raises(Refused, match="round-sent"):
        invite(
            round_id=found.pk,
            instrument_key="trainee-1",
            people=[Invited("En till", "en@exempel.se")],
            by=SYSTEM,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(group=group, name="En till", email="en@exempel.se")
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(group=group).update(email="samma@exempel.se")


@pytest.mark.parametrize("change", [{"is_open": True}, {"invited_count": 9}])
def test_how_a_group_answers_is_settled_when_it_is_asked(change: dict[str, Any]) -> None:
    found, _ = sent_round(trainee=3)

    with pytest.raises(IntegrityError), transaction.atomic():
        Group.objects.filter(round=found, instrument_key="trainee-1").update(**change)


@pytest.mark.parametrize("state", ["preparing", "open"])
def test_a_closed_round_is_never_opened_again(state: str) -> None:
    found, links = sent_round(trainee=3)
    answer_all(links)
    closed(found)

    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(pk=found.pk).update(state=state)
    with pytest.raises(Refused, match="round-closed"):
        move_closing_day(round_id=found.pk, closes_on=AFTER + timedelta(days=9), as_of=AFTER, by=SYSTEM)


def test_the_same_unit_is_not_asked_again_at_once_with_one_more() -> None:
    """Between reports: the difference of two rounds soon after each other would be the one who came to."""
    unit = make_unit()
    found, links = sent_round("review:1", unit, trainee=3)
    answer_all(links)
    closed(found)
    second = make_round("review:2", unit, trainee=4)

    with pytest.raises(Refused, match="asked-lately"):
        send_round(round_id=second.pk, as_of=TODAY + timedelta(days=10), by=SYSTEM)


# --- reminders -----------------------------------------------------------------------------------


def test_a_reminder_goes_to_those_who_have_not_answered_alone() -> None:
    found, links = sent_round(trainee=3)
    answer_all({email: links[email] for email in list(links)[:1]})
    mail.outbox.clear()

    count = remind(round_id=found.pk, as_of=TODAY + timedelta(days=4))

    assert (count, set(tokens())) == (2, {"trainee1@exempel.se", "trainee2@exempel.se"})


def test_links_tell_nothing_of_who_was_reminded() -> None:
    found, links = sent_round(trainee=3)
    answer_all({email: links[email] for email in list(links)[:1]})

    remind(round_id=found.pk, as_of=TODAY + timedelta(days=4))

    numbers = Link.objects.values("invitation").annotate(number=models.Count("pk"))
    assert [row["number"] for row in numbers] == [2, 2, 2]


def test_a_refused_reminder_is_not_kept(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    found, _ = sent_round(trainee=3)
    settings.EMAIL_BACKEND = "tests.questionnaires.refusing.RefusingBackend"

    remind(round_id=found.pk, as_of=TODAY + timedelta(days=4))

    assert not Invitation.objects.filter(is_undelivered=True).exists()


@pytest.mark.parametrize("days", [0, 2])
def test_who_has_not_answered_cannot_be_asked_for_often(days: int) -> None:
    found, _ = sent_round(trainee=3)
    remind(round_id=found.pk, as_of=TODAY + timedelta(days=4))

    assert remind(round_id=found.pk, as_of=TODAY + timedelta(days=4 + days)) == 0


def test_there_are_three_reminders_and_no_more() -> None:
    found, _ = sent_round(trainee=3)

    counts = [remind(round_id=found.pk, as_of=TODAY + timedelta(days=4 * number)) for number in range(1, 5)]

    assert counts == [3, 3, 3, 0]


def _count_of_events() -> int:
    return sum(
        model.objects.count()  # type: ignore[attr-defined]
        for model in apps.get_models()
        if getattr(model, "pgh_tracked_model", None) is not None
    )
