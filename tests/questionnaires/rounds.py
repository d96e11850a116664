"""Rounds for the tests, made and answered through the same actions as in use."""

import re
from datetime import date, timedelta

from django.core import mail

from kollegium.domain import instruments
from kollegium.domain.instruments import ItemKind
from kollegium.organisations.models import Unit
from kollegium.questionnaires.actions import (
    Invited,
    close_round,
    invite,
    prepare_round,
    send_answers,
    send_letters,
    send_round,
)
from kollegium.questionnaires.models import Round
from tests.people import SYSTEM, make_unit

TODAY = date(2026, 3, 2)
LAST_DAY = date(2026, 3, 23)
AFTER = LAST_DAY + timedelta(days=1)
LINK = re.compile(r"/answer/([A-Za-z0-9_-]+)/")


def make_round(subject: str = "review:1", unit: Unit | None = None, **invited: int) -> Round:
    """Prepare a round with so many trainees, supervisors, … invited: `make_round(trainee=3)`."""
    found = prepare_round(
        subject_key=subject,
        unit_id=(unit or make_unit()).pk,
        closes_on=LAST_DAY,
        as_of=TODAY,
        by=SYSTEM,
    )
    for role, number in invited.items():
        key = f"{role.replace('_', '-')}-1"
        people = [Invited(f"{role.title()} {n}", f"{role}{n}@exempel.se") for n in range(number)]
        invite(round_id=found.pk, instrument_key=key, people=people, by=SYSTEM)
    return found


def sent_round(
    subject: str = "review:1", unit: Unit | None = None, **invited: int
) -> tuple[Round, dict[str, str]]:
    """Send a round, and give the token of each address from its letter."""
    found = make_round(subject, unit, **invited)
    found = send_round(round_id=found.pk, as_of=TODAY, by=SYSTEM)
    mail.outbox.clear()
    send_letters(round_id=found.pk)
    return found, tokens()


def tokens() -> dict[str, str]:
    """Give the token in each letter of the outbox. Shape: address → token."""
    return {letter.to[0]: LINK.search(str(letter.body))[1] for letter in mail.outbox}  # type: ignore[index]


def answers_to(key: str = "trainee-1", step: str = "mostly", text: str = "") -> dict[str, str]:
    """Give an answer to every statement, and a text when there is one."""
    items = instruments.load(key).items
    given = {item.key: step for item in items if item.kind is ItemKind.SCALE}
    return {**given, "own-words": text} if text else given


def answer_all(links: dict[str, str], key: str = "trainee-1", *, step: str = "mostly") -> None:
    """Let everybody whose link is given answer, each with a text of their own."""
    for email, token in links.items():
        send_answers(token=token, sent=answers_to(key, step, f"Text av {email}"), as_of=TODAY)


def closed(found: Round) -> Round:
    """Close a round the day after its last."""
    assert close_round(round_id=found.pk, as_of=AFTER)
    found.refresh_from_db()
    return found
