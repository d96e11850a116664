"""Close a round: mix each group's answers, and forget everything that leads to a person."""

import json
from datetime import date

from django.db import connection

from kollegium.domain.roles import SystemActor
from kollegium.questionnaires.ciphering import open_answer
from kollegium.questionnaires.models import Round, RoundState
from kollegium.trail.tracking import recording

QUESTIONNAIRES = SystemActor("questionnaires")


def close_due_rounds(*, as_of: date) -> int:
    """Close every round whose last day has passed and give how many there were."""
    due = Round.objects.filter(state=RoundState.OPEN, closes_on__lt=as_of)
    return sum(
        close_round(round_id=key, as_of=as_of) for key in due.order_by("pk").values_list("pk", flat=True)
    )


def close_round(*, round_id: int, as_of: date) -> bool:
    """Close one round after its last day, and say whether it was open until now.

    The answers of a group of three or more come in together, in an order drawn by lot; those of fewer are
    deleted unopened. Nothing is closed when an answer cannot be opened: the program's key was changed, and the
    earlier one must be made known first.

    **Raises** CannotOpen.
    """
    with recording(by=QUESTIONNAIRES, action="questionnaires.close_round"), connection.cursor() as cursor:
        # Alone with the round, so that no answer comes in between reading and closing.
        if Round.objects.select_for_update().filter(pk=round_id).first() is None:
            return False
        cursor.execute("SELECT group_id, content FROM questionnaires_waiting_of(%s, %s)", [round_id, as_of])
        answers: dict[int, list[dict[str, str]]] = {}
        for group_id, content in cursor.fetchall():
            answers.setdefault(group_id, []).append(open_answer(bytes(content)))
        cursor.execute("SELECT questionnaires_close(%s, %s, %s)", [round_id, as_of, json.dumps(answers)])
        return bool(cursor.fetchone()[0])
