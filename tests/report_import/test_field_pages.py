"""The fields over HTTP: saved, told what is wrong, two people at once."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from kollegium.domain.roles import Role
from kollegium.report_import import queries
from kollegium.report_import.models import FieldDecision, ImportProposal
from tests.people import make_unit
from tests.report_import.reports import bring_and_read, report_text

pytestmark = pytest.mark.django_db

LogIn = Callable[..., Client]


def sent(proposal: ImportProposal, **values: str) -> dict[str, str]:
    """Give what the page's form sends for fields whose names have dots for double underscores."""
    draft = queries.draft_of(proposal)
    form = {}
    for name, value in values.items():
        path, _, part = name.replace("__", ".").partition("___")
        form[f"t:{path}"] = draft.field(path).token
        form[f"f:{path}{part}"] = value
    return form


def test_a_section_is_saved_and_the_page_comes_back_to_it(director: Client) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]
    form = sent(proposal, areas__A__narrative="Nya ord.", areas__A__grade_now="B")

    answer = director.post(f"/import/{proposal.pk}/save/", {**form, "section": "area-A"})

    draft = queries.draft_of(proposal)
    assert answer.headers["Location"] == f"/import/{proposal.pk}/#area-A"
    assert (draft.value("areas.A.narrative"), draft.value("areas.A.grade_now")) == ("Nya ord.", "B")


@pytest.mark.parametrize(
    ("path", "form", "sentence"),
    [
        pytest.param(
            "areas.A.grade_now",
            {"f:areas.A.grade_now": "C"},
            "Välj ett av värdena",
            id="a grade the scale lacks",
        ),
        pytest.param("verdicts.A1", {"f:verdicts.A1": "great"}, "Välj ett av värdena", id="no verdict"),
        pytest.param("kind", {"f:kind": "party"}, "Välj ett av värdena", id="no kind"),
        pytest.param("report_date", {"f:report_date:date": "2025-13-45"}, "Skriv dagen som", id="no day"),
        pytest.param("report_date", {"f:report_date:date": "12 maj"}, "Skriv dagen som", id="words"),
        pytest.param(
            "visit",
            {"f:visit:from": "2025-05-13", "f:visit:to": "2025-05-12"},
            "Besöket slutar innan",
            id="backwards",
        ),
        pytest.param("visit", {"f:visit:text": "x" * 201}, "Texten är för lång", id="too long"),
        pytest.param(
            "action_plan[0].criterion",
            {"f:action_plan[0].criterion": "Z9"},
            "Skriv eller välj",
            id="no criterion",
        ),
        pytest.param(
            "areas.A.narrative", {"f:areas.A.narrative": "x" * 50_001}, "Texten är för lång", id="a book"
        ),
    ],
)
def test_what_cannot_be_used_is_told_and_kept_as_typed(
    director: Client, path: str, form: dict[str, str], sentence: str
) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]
    token = queries.draft_of(proposal).field(path).token

    answer = director.post(f"/import/{proposal.pk}/save/", {f"t:{path}": token, **form})

    page = answer.content.decode()
    assert (answer.status_code, sentence in page, FieldDecision.objects.count()) == (422, True, 0)
    typed = next(iter(form.values()))
    if path not in ("areas.A.grade_now", "verdicts.A1", "kind"):
        assert typed in page


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("D6", {"area": "D", "criterion": "D6"}),
        ("d6 Varje ST-läkare har …", {"area": "D", "criterion": "D6"}),
        ("H", {"area": "H", "criterion": None}),
        ("h:", {"area": "H", "criterion": None}),
        ("utbildningsprogram som utgår från målbeskrivningen", {"area": "D", "criterion": "D6"}),
        ("", {"area": None, "criterion": None}),
    ],
)
def test_a_criterion_is_found_by_key_area_or_words(
    director: Client, typed: str, value: dict[str, str | None]
) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]
    path = "action_plan[1].criterion"
    token = queries.draft_of(proposal).field(path).token

    director.post(f"/import/{proposal.pk}/save/", {f"t:{path}": token, f"f:{path}": typed})

    assert queries.draft_of(proposal).value(path) == value


def test_a_conflict_shows_both_values_and_one_is_chosen(director: Client, log_in: LogIn) -> None:
    office = log_in(Role.REVIEW_OFFICE, None, "Otto Kansli")
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]
    address = f"/import/{proposal.pk}/save/"
    form = sent(proposal, areas__A__narrative="Disas ord.")
    director.post(address, form)

    clash = office.post(address, {**form, "f:areas.A.narrative": "Ottos ord."})
    page = clash.content.decode()
    seen = queries.draft_of(proposal).field("areas.A.narrative").token
    office.post(
        address,
        {
            **form,
            "f:areas.A.narrative": "Ottos ord.",
            "s:areas.A.narrative": seen,
            "take": "mine|areas.A.narrative",
        },
    )

    assert clash.status_code == 409
    assert ("Disas ord." in page, "Ottos ord." in page, "Disa Förste sparade något annat" in page) == (
        True,
        True,
        True,
    )
    assert queries.draft_of(proposal).value("areas.A.narrative") == "Ottos ord."


def test_the_others_value_can_be_taken(director: Client, log_in: LogIn) -> None:
    office = log_in(Role.REVIEW_OFFICE, None, "Otto Kansli")
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]
    address = f"/import/{proposal.pk}/save/"
    form = sent(proposal, areas__A__narrative="Disas ord.")
    director.post(address, form)

    office.post(address, {**form, "f:areas.A.narrative": "Ottos ord.", "take": "theirs|areas.A.narrative"})

    assert queries.draft_of(proposal).value("areas.A.narrative") == "Disas ord."


def test_the_script_is_told_tokens_errors_and_conflicts(director: Client) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]
    form = sent(proposal, areas__A__narrative="Nya ord.", areas__A__grade_now="Z")

    answer = director.post(f"/import/{proposal.pk}/save/", form, headers={"Accept": "application/json"})

    told = json.loads(answer.content)
    assert (answer.status_code, list(told["tokens"]), list(told["errors"])) == (
        422,
        ["areas.A.narrative"],
        ["areas.A.grade_now"],
    )
    assert told["tokens"]["areas.A.narrative"] == queries.draft_of(proposal).field("areas.A.narrative").token


def test_a_personal_number_is_warned_of_and_nothing_is_lost(director: Client) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    director.post(f"/import/{proposal.pk}/save/", sent(proposal, areas__A__narrative="Gäller 19121212-1212."))

    page = director.get(f"/import/{proposal.pk}/").content.decode()
    assert "Gäller 19121212-1212." in page
    assert page.count('class="field-warning"') == 1


def test_a_personal_number_in_the_report_is_warned_of(director: Client) -> None:
    text = report_text().replace("Ljusa lokaler", "Gäller 19121212-1212, ljusa lokaler")
    proposal = bring_and_read(director.actor, text)  # type: ignore[attr-defined]

    for address in (f"/import/{proposal.pk}/", f"/import/{proposal.pk}/check/"):
        assert "Rapporten verkar innehålla ett personnummer" in director.get(address).content.decode()


def test_saving_a_confirmed_proposal_changes_nothing(director: Client) -> None:
    make_unit("Strandkulla hälsocentral")
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]
    form = sent(proposal, areas__A__narrative="För sent.")
    director.post(f"/import/{proposal.pk}/check/", {"version": proposal.version})

    answer = director.post(f"/import/{proposal.pk}/save/", form, headers={"Accept": "application/json"})

    assert (answer.status_code, "gått vidare" in answer.json()["message"]) == (409, True)
    assert FieldDecision.objects.count() == 0
