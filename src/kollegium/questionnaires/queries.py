"""Every read of questionnaires: a round as the office sees it, a link's page, and what a group as a whole says."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from kollegium.domain import instruments
from kollegium.domain.instruments import Answers, Instrument, ItemSummary
from kollegium.questionnaires.ciphering import CannotOpen, draft_key, link_hash, open_draft
from kollegium.questionnaires.models import (
    Answer,
    Draft,
    Group,
    Invitation,
    Link,
    OpenAnswer,
    Round,
    RoundState,
)

# As the database's function has them, see migration 0002.
MOST_REMINDERS = 3
BETWEEN_REMINDERS = timedelta(days=3)


def round_of(subject_key: str) -> Round | None:
    """Give the round of a subject, if there is one."""
    return Round.objects.filter(subject_key=subject_key).first()


def group_of(subject_key: str, instrument_key: str) -> Group | None:
    """Give one group of a subject's round, with the round."""
    rows = Group.objects.select_related("round").filter(round__subject_key=subject_key)
    return rows.filter(instrument_key=instrument_key).first()


def may_be_reminded(found: Round, *, as_of: date) -> bool:
    """Say whether a reminder may go today; the database's own rule, asked before the worker is troubled."""
    if found.state != RoundState.OPEN or found.sent_on is None or found.closes_on < as_of:
        return False
    last = max(found.sent_on, found.reminded_on or found.sent_on)
    return found.reminder_count < MOST_REMINDERS and as_of - last >= BETWEEN_REMINDERS


def groups_of(round_id: int) -> list[Group]:
    """Give the groups of a round in the order of the questionnaires."""
    order = {key: position for position, key in enumerate(instruments.CURRENT)}
    groups = Group.objects.filter(round=round_id)
    return sorted(groups, key=lambda group: (order.get(group.instrument_key, len(order)), group.pk))


def invited_in(group: Group) -> list[Invitation]:
    """Give who is asked, by name; empty when the round is closed."""
    return list(Invitation.objects.filter(group=group).order_by("name", "pk"))


def undelivered_in(round_id: int) -> list[str]:
    """Give the addresses that the first letter did not reach."""
    rows = Invitation.objects.filter(group__round=round_id, is_undelivered=True)
    return list(rows.order_by("email").values_list("email", flat=True))


@dataclass(frozen=True, slots=True)
class Behind:
    """What a link leads to. `state`: open, spent (answered or declined) or closed; `language` of the letter."""

    group: Group
    state: str
    language: str


def behind(token: str, *, as_of: date) -> Behind | None:
    """Give what a link leads to, with the group's round and unit; only its holder can ask. Two queries."""
    rows = Link.objects.select_related("group__round__unit", "invitation")
    link = rows.filter(token_hash=link_hash(token)).first()
    if link is None:
        return None
    if link.invitation is None or link.group.round.closes_on < as_of:
        return Behind(link.group, "closed", "sv")
    with connection.cursor() as cursor:
        cursor.execute("SELECT questionnaires_is_spent(%s)", [token])
        is_spent = bool(cursor.fetchone()[0])
    return Behind(link.group, "spent" if is_spent else "open", link.invitation.language)


def draft_behind(token: str) -> Answers:
    """Give what was filled in and kept with this link; nothing when there is none."""
    draft = Draft.objects.filter(key=draft_key(token)).first()
    if draft is None:
        return {}
    try:
        return open_draft(bytes(draft.content), token)
    except CannotOpen:
        return {}


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What a closed group says.

    Shape: `summaries` and `texts` are empty for fewer than three answers and for open groups; `named` pairs a name
    with the answers given openly.
    """

    group: Group
    instrument: Instrument
    summaries: list[ItemSummary]
    texts: dict[str, list[str]]
    named: list[tuple[str, Answers]]


def instrument_of(group: Group) -> Instrument:
    """Give the questionnaire a group answers."""
    return instruments.load(group.instrument_key)


def result_of(group: Group) -> GroupResult:
    """Give the result of a group of a closed round; two queries at most."""
    instrument = instruments.load(group.instrument_key)
    if group.is_open:
        rows = OpenAnswer.objects.filter(group=group).order_by("name", "pk")
        return GroupResult(group, instrument, [], {}, list(rows.values_list("name", "content")))
    if group.answered_count is None:
        return GroupResult(group, instrument, [], {}, [])
    answers = list(Answer.objects.filter(group=group).order_by("key").values_list("content", flat=True))
    return GroupResult(
        group,
        instrument,
        instruments.summarise(instrument, answers),
        instruments.texts_of(instrument, answers),
        [],
    )
