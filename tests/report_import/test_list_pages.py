"""The list of a batch: searched, filtered, walked through."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.report_import import actions
from kollegium.report_import.models import ImportBatch
from tests.report_import.reports import bring, read, report_text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["brev.txt", "norr.txt", "syd.txt"]),
        ("?q=norr", ["norr.txt"]),
        ("?q=söder+hälso", ["syd.txt"]),
        ("?state=refused", ["brev.txt"]),
        ("?state=nonsense", ["brev.txt", "norr.txt", "syd.txt"]),
        ("?q=%00%27%22", []),
        ("?page=999", ["brev.txt", "norr.txt", "syd.txt"]),
    ],
)
def test_the_list_is_searched_and_filtered(director: Client, query: str, names: list[str]) -> None:
    key = uuid4()
    for name, text in (
        ("brev.txt", "Hej!\n" * 30),
        ("norr.txt", report_text("Norrvikens hälsocentral")),
        ("syd.txt", report_text("Söderby hälsocentral")),
    ):
        read(bring(director.actor, text.encode(), name, key))  # type: ignore[attr-defined]

    page = director.get(f"/import/batches/{ImportBatch.objects.get().pk}/{query}").content.decode()

    assert [name for name in ("brev.txt", "norr.txt", "syd.txt") if f">{name}<" in page] == names


def test_the_list_costs_the_same_for_one_and_for_three(director: Client) -> None:
    key = uuid4()
    counts = []
    for number in range(3):
        bring(director.actor, report_text(f"Enhet {number}").encode(), f"{number}.txt", key)  # type: ignore[attr-defined]
        counts.append(queries_of(director, f"/import/batches/{ImportBatch.objects.get().pk}/"))

    assert counts[0] == counts[2]


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_next_leads_round_and_ends(director: Client) -> None:
    key = uuid4()
    first, second = (
        read(bring(director.actor, report_text(name).encode(), f"{name}.txt", key))  # type: ignore[attr-defined]
        for name in ("Norrvik", "Söderby")
    )
    address = f"/import/batches/{first.batch_id}/next/"

    targets = [director.get(f"{address}?after={pk}").headers["Location"] for pk in (0, first.pk, second.pk)]
    for proposal in (first, second):
        actions.discard_proposal(proposal_id=proposal.pk, by=director.actor)  # type: ignore[attr-defined]
    targets.append(director.get(address).headers["Location"])

    assert targets == [
        f"/import/{first.pk}/",
        f"/import/{second.pk}/",
        f"/import/{first.pk}/",
        f"/import/batches/{first.batch_id}/",
    ]
