"""Every write of questionnaires: preparing and sending a round, answering, reminding, closing."""

from kollegium.questionnaires.actions.answering import decline, keep_draft, send_answers
from kollegium.questionnaires.actions.closing import close_due_rounds, close_round
from kollegium.questionnaires.actions.mailing import remind, remind_due_rounds, send_letters
from kollegium.questionnaires.actions.rounds import (
    Invited,
    invite,
    move_closing_day,
    prepare_round,
    send_round,
    take_back,
)

__all__ = [
    "Invited",
    "close_due_rounds",
    "close_round",
    "decline",
    "invite",
    "keep_draft",
    "move_closing_day",
    "prepare_round",
    "remind",
    "remind_due_rounds",
    "send_answers",
    "send_letters",
    "send_round",
    "take_back",
]
