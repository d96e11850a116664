"""Send the letters of a round, and remind those who have not answered without keeping who they were."""

import logging
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import connection, transaction

from kollegium.accounts.tokens import new_token
from kollegium.questionnaires.ciphering import link_hash
from kollegium.questionnaires.letters import invitation_letter, reminder_letter
from kollegium.questionnaires.models import Invitation, Link, Round, RoundState
from kollegium.ui.mail import MailNotSent, send_letter

log = logging.getLogger(__name__)
# So long before the last day those who have not answered are reminded by themselves.
REMINDED_BEFORE = (timedelta(days=7), timedelta(days=2))


def send_letters(*, round_id: int) -> int:
    """Send the letter of everybody who has not had one, and give how many went. May be repeated.

    A refused address is kept for the office to see: the first letter tells nothing of answering.
    """
    rows = Invitation.objects.filter(
        group__round=round_id, group__round__state=RoundState.OPEN, is_sent=False
    )
    count = 0
    for invited in rows.select_related("group__round__unit").order_by("pk"):
        token = _new_link(invited)
        try:
            send_letter(invitation_letter(invited, token), to=invited.email)
        except MailNotSent:
            Invitation.objects.filter(pk=invited.pk).update(is_undelivered=True)
        else:
            Invitation.objects.filter(pk=invited.pk).update(is_sent=True, is_undelivered=False)
            count += 1
    return count


def remind_due_rounds(*, as_of: date) -> int:
    """Remind in every round that has a reminder's day today, and give how many letters went."""
    days = [as_of + before for before in REMINDED_BEFORE]
    due = Round.objects.filter(state=RoundState.OPEN, closes_on__in=days).order_by("pk")
    return sum(remind(round_id=key, as_of=as_of) for key in due.values_list("pk", flat=True))


def remind(*, round_id: int, as_of: date) -> int:
    """Write to everybody in a round who has not answered, and give how many letters went.

    The database gives each reminder's addressees once, three times in all and three days apart. Everybody gets
    a new link, though only those letters are sent: a link tells nothing of answering. What does not arrive is
    not kept, since it would tell who had not answered.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT questionnaires_unanswered(%s, %s)", [round_id, as_of])
        addressees = {row[0] for row in cursor.fetchall()}
        if not addressees:
            return 0
        everybody = Invitation.objects.filter(group__round=round_id).select_related("group__round__unit")
        written = [(invited, _new_link(invited)) for invited in everybody.order_by("?")]
    letters = ((invited, token) for invited, token in written if invited.pk in addressees)
    return _send_reminders(letters)


def _send_reminders(letters: Iterable[tuple[Invitation, str]]) -> int:
    count = 0
    for invited, token in letters:
        try:
            send_letter(reminder_letter(invited, token), to=invited.email)
        except MailNotSent:
            log.warning("A reminder of a questionnaire could not be sent.")
        else:
            count += 1
    return count


def _new_link(invited: Invitation) -> str:
    token = new_token()
    Link.objects.create(token_hash=link_hash(token), group_id=invited.group_id, invitation=invited)
    return token
