"""Two connections at once against the promise of anonymous answers: nothing is lost, counted twice or told by its order."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from kollegium.domain.errors import Refused
from kollegium.questionnaires.actions import close_round, send_answers
from kollegium.questionnaires.models import Group
from tests.questionnaires.rounds import AFTER, TODAY, answers_to, closed, sent_round

pytestmark = pytest.mark.django_db(transaction=True)
SOON = 0.5


def on_its_own_connection(act: Callable[[], Any]) -> Any:
    """Do something in a thread, which has a connection of its own, and give what came of it or why not."""
    try:
        return act()
    except Refused as refused:
        return refused.code
    finally:
        connection.close()


def send(token: str, text: str) -> None:
    send_answers(token=token, sent=answers_to(text=text), as_of=TODAY)


def answers() -> list[tuple[str, str]]:
    """Give the text and the transaction number of each answer, in the order the table holds them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT content::text::json ->> 'own-words', xmin::text FROM questionnaires_answer ORDER BY ctid"
        )
        return cursor.fetchall()


def test_answers_that_come_at_once_are_there_once_each_and_in_no_order_of_arrival() -> None:
    found, links = sent_round(trainee=8)
    tokens = list(links.values())
    together = Barrier(2)

    def send_half(half: int) -> None:
        for number in range(half, len(tokens), 2):
            together.wait(timeout=20)
            send(tokens[number], f"Text {number}")

    with ThreadPoolExecutor(2) as threads:
        halves = [threads.submit(on_its_own_connection, lambda half=half: send_half(half)) for half in (0, 1)]
        assert [half.result(timeout=60) for half in halves] == [None, None]
    closed(found)

    kept = answers()
    in_order = [f"Text {number}" for number in range(8)]
    assert sorted(text for text, _ in kept) == in_order
    assert len({number for _, number in kept}) == 1
    assert [text for text, _ in kept] != in_order
    assert Group.objects.get(round=found, instrument_key="trainee-1").answered_count == 8


def test_a_link_that_is_used_twice_at_once_counts_once() -> None:
    found, links = sent_round(trainee=3)
    first, *others = links.values()
    for token in others:
        send(token, "Annans")

    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            send(first, "Först")
            second: Future[Any] = threads.submit(on_its_own_connection, lambda: send(first, "Sedan"))
            # It waits for the first to be settled, and lets nothing in meanwhile.
            with pytest.raises(TimeoutError):
                second.result(timeout=SOON)
        assert second.result(timeout=60) == "link-spent"
    closed(found)

    assert sorted(text for text, _ in answers()) == ["Annans", "Annans", "Först"]


def test_an_answer_on_its_way_is_waited_for_when_the_round_is_closed() -> None:
    found, links = sent_round(trainee=3)
    *others, last = links.values()
    for token in others:
        send(token, "Tidigare")

    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            send(last, "Sist")
            closing: Future[Any] = threads.submit(
                on_its_own_connection, lambda: close_round(round_id=found.pk, as_of=AFTER)
            )
            with pytest.raises(TimeoutError):
                closing.result(timeout=SOON)
        assert closing.result(timeout=60) is True

    assert sorted(text for text, _ in answers()) == ["Sist", "Tidigare", "Tidigare"]
