"""What somebody who holds a link can do: keep a draft, and send once. There is no actor: nobody is to know them."""

import json
from collections.abc import Mapping
from datetime import date

from django.db import connection, transaction

from kollegium.domain import instruments
from kollegium.questionnaires.ciphering import close_answer, close_draft, draft_key, link_hash
from kollegium.questionnaires.models import Draft, Link
from kollegium.questionnaires.refusals import RoundRefused


def keep_draft(*, token: str, sent: Mapping[str, str], as_of: date) -> None:
    """Keep what is filled in so far as ciphertext that only this link opens.

    **Raises** RoundRefused: `link-unknown`, `link-closed`, `link-spent`.
    """
    with transaction.atomic():
        link = _open_link(token, as_of)
        instrument = instruments.load(link.group.instrument_key)
        content = close_draft(instruments.known_answers(instrument, sent), token)
        Draft.objects.update_or_create(
            key=draft_key(token), defaults={"group_id": link.group_id, "content": content}
        )


def send_answers(*, token: str, sent: Mapping[str, str], as_of: date) -> None:
    """Send the answers, once; the draft is deleted in the same transaction.

    **Raises** RoundRefused: `link-unknown`, `link-closed`, `link-spent`; WrongAnswers.
    """
    with transaction.atomic():
        link = _open_link(token, as_of)
        answers = instruments.check_answers(instruments.load(link.group.instrument_key), sent)
        is_open = link.group.is_open
        Draft.objects.filter(key=draft_key(token)).delete()
        _spend(
            token,
            as_of,
            waiting=None if is_open else close_answer(answers),
            openly=json.dumps(answers) if is_open else None,
        )


def decline(*, token: str, as_of: date) -> None:
    """Say no to answering openly: nothing is kept but that no reminder is to come.

    **Raises** RoundRefused: `link-unknown`, `link-closed`, `link-spent`, `not-open`.
    """
    with transaction.atomic():
        link = _open_link(token, as_of)
        if not link.group.is_open:
            raise RoundRefused("not-open")
        Draft.objects.filter(key=draft_key(token)).delete()
        _spend(token, as_of, waiting=None, openly=None)


def _spend(token: str, as_of: date, *, waiting: bytes | None, openly: str | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT questionnaires_send(%s, %s, %s, %s)", [token, as_of, waiting, openly])
        outcome = cursor.fetchone()[0]
    if outcome != "sent":
        raise RoundRefused(f"link-{outcome}")


def _open_link(token: str, as_of: date) -> Link:
    link = Link.objects.select_related("group__round").filter(token_hash=link_hash(token)).first()
    if link is None:
        raise RoundRefused("link-unknown")
    found = link.group.round
    if link.invitation_id is None or found.closes_on < as_of:
        raise RoundRefused("link-closed")
    with connection.cursor() as cursor:
        cursor.execute("SELECT questionnaires_is_spent(%s)", [token])
        if cursor.fetchone()[0]:
            raise RoundRefused("link-spent")
    return link
