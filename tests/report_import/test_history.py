"""What happened to an imported file, in words."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.domain.roles import Role
from kollegium.report_import import actions, queries
from kollegium.report_import.models import ImportProposal
from tests.people import make_region, make_unit
from tests.report_import.reports import NOW, bring, bring_and_read
from tests.report_import.test_confirming import confirm, ready
from tests.report_import.test_correcting import change

pytestmark = pytest.mark.django_db

LogIn = Callable[..., Client]


def told(client: Client, proposal: ImportProposal) -> set[tuple[str, str, tuple[tuple[str, str, str], ...]]]:
    """Give who, sentence and changed fields of every entry; in a test all of them happen in one instant."""
    entries = client.get(f"/import/{proposal.pk}/history/").context["entries"]
    return {
        (
            entry.who,
            entry.sentence,
            tuple((item.field, item.before, item.after) for item in entry.changes),
        )
        for entry in entries
    }


def test_the_whole_way_of_a_file_is_told(director: Client) -> None:
    actor = director.actor  # type: ignore[attr-defined]
    proposal = ready(actor)
    before = queries.draft_of(proposal).value("areas.A.narrative")
    change(proposal, "areas.A.narrative", "Stor hälsocentral.", actor)
    confirm(proposal, actor)
    actions.take_back_import(proposal_id=proposal.pk, reason="Fel enhet.", by=actor)

    found = told(director, proposal)

    assert {
        ("Disa Förste", "Tog in filen.", ()),
        (
            "Disa Förste",
            "Bestämde vad som står i fälten.",
            (("Område A: Vad granskarna skrev", before, "Stor hälsocentral."),),
        ),
        ("Disa Förste", "Bekräftade inläsningen.", ()),
        ("Disa Förste", "Tog tillbaka inläsningen.", (("Skäl", "", "Fel enhet."),)),
    } <= found
    [read] = [sentence for who, sentence, _ in found if who.startswith("Kollegium")]
    assert read.startswith("Läste filen med läsare av version ")
    assert read.endswith(" Lade fram filen för genomgång.")
    assert len(found) == 5


def test_a_second_decision_is_told_against_the_first_and_a_unit_by_its_name(director: Client) -> None:
    actor = director.actor  # type: ignore[attr-defined]
    proposal = bring_and_read(actor)
    units = [make_unit("Lärkans vårdcentral"), make_unit("Tallbackens hälsocentral")]
    for unit in units:
        change(proposal, "unit", unit.pk, actor)

    changes = [item for _, _, items in told(director, proposal) for item in items]

    assert ("Enhet", "Lärkans vårdcentral", "Tallbackens hälsocentral") in changes


def test_answers_to_doubts_are_told_also_when_taken_back(director: Client) -> None:
    actor = director.actor  # type: ignore[attr-defined]
    proposal = bring_and_read(actor)
    doubt = queries.doubts_of(proposal)[0]
    for answer in (doubt.answers[0], ""):
        actions.answer_doubt(proposal_id=proposal.pk, doubt_key=doubt.key, answer=answer, by=actor, now=NOW)

    sentences = " ".join(sentence for _, sentence, _ in told(director, proposal))

    assert "Besvarade en tveksamhet. Tog tillbaka svaret på en tveksamhet." in sentences


def test_a_file_that_waits_or_was_refused_has_a_history_too(director: Client) -> None:
    waiting = bring(director.actor)  # type: ignore[attr-defined]
    refused = bring_and_read(director.actor, "Recept på bullar.", "bullar.txt")  # type: ignore[attr-defined]

    assert told(director, waiting) == {("Disa Förste", "Tog in filen.", ())}
    assert "Kunde inte läsa filen." in {sentence for _, sentence, _ in told(director, refused)}


def test_history_is_for_those_who_may_work_on_the_file(log_in: LogIn, director: Client) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]
    other = log_in(Role.DIRECTOR_OF_TRAINING, make_region("Region Söderdal", "98"), "Siv Söder")

    answers = [client.get(f"/import/{proposal.pk}/history/") for client in (other, Client())]

    assert [answer.status_code for answer in answers] == [404, 302]
    assert "rapport.txt" not in answers[0].content.decode()
    assert director.get("/import/999999/history/").status_code == 404
    assert director.post(f"/import/{proposal.pk}/history/").status_code == 405


def test_history_costs_the_same_queries_for_one_and_three_decisions(director: Client) -> None:
    actor = director.actor  # type: ignore[attr-defined]
    proposal = bring_and_read(actor)
    counts = []
    for area_key in "ABC":
        change(proposal, f"areas.{area_key}.narrative", "Annat.", actor)
        with CaptureQueriesContext(connection) as captured:
            director.get(f"/import/{proposal.pk}/history/")
        counts.append(len(captured))

    assert counts[0] == counts[2]
