"""The pages over HTTP: the right person, the wrong person, bad ids, bad input."""

import json
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kollegium.accounts.queries import actor_of_person
from kollegium.domain.roles import Role
from kollegium.report_import import actions, queries
from kollegium.report_import.models import FieldDecision, ImportBatch, ImportProposal, ProposalState
from kollegium.reviews.models import Review
from tests.people import TODAY, make_account, make_person, make_region, make_specialty, make_unit
from tests.report_import.reports import bring, bring_and_read, make_director, read, report_text

pytestmark = pytest.mark.django_db

LogIn = Callable[..., Client]


@pytest.fixture
def log_in() -> LogIn:
    """Give a function that logs a new person with a role in; `client.actor` is the person as an actor."""

    def as_(role: Role, at: object = None, name: str = "Disa Förste") -> Client:
        person = make_person(name, role, at)  # type: ignore[arg-type]
        client = Client()
        client.force_login(make_account(person), backend="kollegium.accounts.backends.EmailBackend")
        client.actor = actor_of_person(person, as_of=TODAY)  # type: ignore[attr-defined]
        return client

    return as_


@pytest.fixture
def director(log_in: LogIn) -> Client:
    """A director of training of one region, logged in."""
    return log_in(Role.DIRECTOR_OF_TRAINING, make_region())


def upload(name: str = "rapport.txt", text: str | bytes | None = None) -> SimpleUploadedFile:
    data = report_text() if text is None else text
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


# --- who may come in -----------------------------------------------------------------------------
PAGES = (
    "/import/", "/import/batches/{batch}/", "/import/batches/{batch}/next/", "/import/{proposal}/",
    "/import/{proposal}/original/", "/import/{proposal}/unit/", "/import/{proposal}/check/",
    "/import/{proposal}/take-back/", "/import/{proposal}/readings/",
)  # fmt: skip
POSTS = (
    "save",
    "doubt",
    "plan",
    "presence",
    "unit",
    "check",
    "discard",
    "reopen",
    "take-back",
    "readings",
    "read-again",
)


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.HEAD_OF_UNIT, Role.MAIN_SUPERVISOR])
@pytest.mark.parametrize("page", PAGES)
def test_who_may_import_nowhere_finds_no_page(log_in: LogIn, role: Role, page: str) -> None:
    proposal = bring_and_read(make_director(make_region()))
    client = log_in(role, make_unit())

    answer = client.get(page.format(batch=proposal.batch_id, proposal=proposal.pk))

    assert answer.status_code == 404
    assert "Strandkulla" not in answer.content.decode()


@pytest.mark.parametrize("page", PAGES[1:])
def test_another_directors_file_is_as_if_it_were_not(log_in: LogIn, page: str) -> None:
    proposal = bring_and_read(make_director(make_region()))
    client = log_in(Role.DIRECTOR_OF_TRAINING, make_region(), "Dag Andre")

    theirs = client.get(page.format(batch=proposal.batch_id, proposal=proposal.pk))
    nobodys = client.get(page.format(batch=999_999, proposal=999_999))

    assert (theirs.status_code, nobodys.status_code) == (404, 404)


@pytest.mark.parametrize("address", POSTS)
def test_another_directors_file_cannot_be_changed(log_in: LogIn, address: str) -> None:
    proposal = bring_and_read(make_director(make_region()))
    client = log_in(Role.DIRECTOR_OF_TRAINING, make_region(), "Dag Andre")

    answer = client.post(
        f"/import/{proposal.pk}/{address}/", {"t:areas.A.narrative": "0.x", "f:areas.A.narrative": "x"}
    )

    proposal.refresh_from_db()
    assert (answer.status_code, proposal.state, FieldDecision.objects.count()) == (
        404,
        ProposalState.PROPOSED,
        0,
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_asked_to_log_in(client: Client, page: str) -> None:
    answer = client.get(page.format(batch=1, proposal=1))

    assert (answer.status_code, answer.headers["Location"].startswith("/login/")) == (302, True)


@pytest.mark.parametrize("address", ["save", "doubt", "plan", "presence", "discard", "reopen", "read-again"])
def test_what_changes_is_only_posted(director: Client, address: str) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    assert director.get(f"/import/{proposal.pk}/{address}/").status_code == 405


# --- files ---------------------------------------------------------------------------------------
def test_the_plain_form_takes_many_files_and_makes_nothing_twice(director: Client) -> None:
    form = {"form_key": str(uuid4())}
    names = ["a.txt", "b.txt", "c.txt"]

    for _ in range(2):
        files = [upload(name, report_text(f"Enhet {name}")) for name in names]
        answer = director.post("/import/", {**form, "files": files})

    batch = ImportBatch.objects.get()
    assert answer.headers["Location"] == f"/import/batches/{batch.pk}/"
    assert sorted(batch.proposals.values_list("file_name", flat=True)) == names


def test_the_plain_form_without_a_file_says_so(director: Client) -> None:
    answer = director.post("/import/", {"form_key": str(uuid4())})

    assert (answer.status_code, "Välj minst en fil först." in answer.content.decode()) == (422, True)
    assert ImportBatch.objects.count() == 0


def test_a_form_with_a_broken_key_is_turned_away(director: Client) -> None:
    assert director.post("/import/", {"form_key": "nonsense", "files": upload()}).status_code == 400


def test_too_many_files_at_once_are_told_before_anything_is_taken(director: Client, settings: object) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 3  # type: ignore[attr-defined]
    files = [upload(f"{number}.txt", b"x") for number in range(4)]

    answer = director.post("/import/", {"form_key": str(uuid4()), "files": files})

    assert (answer.status_code, "Det var för mycket på en gång" in answer.content.decode()) == (413, True)
    assert ImportProposal.objects.count() == 0


def test_a_request_beyond_all_bounds_is_not_read(director: Client) -> None:
    answer = director.post("/import/", {"form_key": str(uuid4())}, CONTENT_LENGTH=str(10**10))

    assert (answer.status_code, ImportBatch.objects.count()) == (413, 0)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param('säg "hej" & <b>.txt', 'säg "hej" & <b>.txt', id="quotes and markup"),
        pytest.param("../../../etc/cron.d/x", "../../../etc/cron.d/x", id="path"),
        pytest.param("mapp/under/rapport.txt", "mapp/under/rapport.txt", id="folder"),
        pytest.param("'; DROP TABLE x; --.txt", "'; DROP TABLE x; --.txt", id="SQL"),
    ],
)
def test_a_hostile_name_is_shown_as_text(director: Client, name: str, kept: str) -> None:
    director.post(f"/import/files/{uuid4()}/", {"files": upload(), "name": name})

    proposal = ImportProposal.objects.get()
    page = director.get(f"/import/batches/{proposal.batch_id}/").content.decode()
    original = director.get(f"/import/{proposal.pk}/original/")
    assert proposal.file_name == kept
    assert "<b>.txt" not in page
    assert "/" not in original.headers["Content-Disposition"].split("filename", 1)[1].split("''")[-1]
    assert "\n" not in original.headers["Content-Disposition"]


def test_one_file_sent_by_script_is_answered_in_json(director: Client) -> None:
    key = uuid4()

    answers = [
        director.post(f"/import/files/{key}/", {"files": upload(name)}).json()
        for name in ("a.txt", "a.txt", "b.txt")
    ]

    assert [answer["status"] for answer in answers] == ["received", "received", "duplicate"]
    assert answers[0]["url"] == answers[1]["url"]
    assert ImportProposal.objects.count() == 2


def test_a_file_past_the_limit_is_named_and_refused(director: Client) -> None:
    key = uuid4()

    told = director.post(f"/import/files/{key}/", {"name": "stor.pdf", "refused": "too-large"}).json()
    sent = director.post(f"/import/files/{key}/", {"files": upload()}, CONTENT_LENGTH=str(10**9))

    assert (told["status"], "för stor" in told["message"]) == ("refused", True)
    assert (sent.status_code, sent.json()["status"]) == (413, "refused")


def test_a_script_that_sends_no_file_is_told(director: Client) -> None:
    answer = director.post(f"/import/files/{uuid4()}/", {"name": "x"})

    assert (answer.status_code, answer.json()["message"]) == (400, "Ingen fil följde med.")


def test_files_need_the_token_of_the_form(log_in: LogIn) -> None:
    client = log_in(Role.REVIEW_OFFICE)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies

    answers = [
        strict.post("/import/", {"form_key": str(uuid4()), "files": upload()}),
        strict.post(f"/import/files/{uuid4()}/", {"files": upload()}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert ImportBatch.objects.count() == 0


def test_another_persons_form_is_as_if_it_were_not(director: Client, log_in: LogIn) -> None:
    key = uuid4()
    director.post(f"/import/files/{key}/", {"files": upload()})
    other = log_in(Role.DIRECTOR_OF_TRAINING, make_region(), "Dag Andre")

    assert other.post(f"/import/files/{key}/", {"files": upload()}).status_code == 404


def test_the_original_runs_nothing(director: Client) -> None:
    proposal = bring(director.actor, b"<script>alert(1)</script> Styrkor")  # type: ignore[attr-defined]

    answer = director.get(f"/import/{proposal.pk}/original/")

    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.content == b"<script>alert(1)</script> Styrkor"


# --- the list ------------------------------------------------------------------------------------
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


# --- fields --------------------------------------------------------------------------------------
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


# --- the unit ------------------------------------------------------------------------------------
def test_units_are_offered_by_near_spelling_and_earlier_name(director: Client) -> None:
    make_unit("Strandkulla HC")
    make_unit("Norrvikens hälsocentral").earlier_names.create(name="Strandkulla hälsocentrum", sort_key="s")
    outside = make_unit("Strandkulla läkarhus", region=make_region("Region Söderdal", "98"))
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    page = director.get(f"/import/{proposal.pk}/unit/").content.decode()

    assert ("Strandkulla HC" in page, "tidigare Strandkulla hälsocentrum" in page) == (True, True)
    assert outside.name not in page


def test_a_director_may_choose_and_not_add(director: Client) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    page = director.get(f"/import/{proposal.pk}/unit/").content.decode()
    answer = director.post(f"/import/{proposal.pk}/unit/", {"name": "Ny enhet"})

    assert ("Lägg till enheten i registret" in page, answer.status_code) == (False, 403)


def test_the_office_adds_a_unit_and_chooses_it_at_once(log_in: LogIn) -> None:
    office = log_in(Role.REVIEW_OFFICE, None, "Otto Kansli")
    unit = make_unit()
    proposal = bring_and_read(office.actor)  # type: ignore[attr-defined]
    form = {
        "name": "Strandkulla hälsocentral",
        "care_provider": unit.care_provider_id,
        "region": unit.region_id,
    }

    missing = office.post(f"/import/{proposal.pk}/unit/", {"name": "Strandkulla hälsocentral"})
    office.post(f"/import/{proposal.pk}/unit/", form)

    proposal.refresh_from_db()
    assert (missing.status_code, proposal.chosen_unit.name) == (422, "Strandkulla hälsocentral")


@pytest.mark.parametrize("unit", ["999999", "nonsense", "-1"])
def test_a_unit_that_is_not_there_is_not_chosen(director: Client, unit: str) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    director.post(f"/import/{proposal.pk}/unit/", {"unit": unit})

    proposal.refresh_from_db()
    assert proposal.chosen_unit is None


# --- confirming ----------------------------------------------------------------------------------
def test_the_check_page_tells_what_is_written_and_what_stays_unknown(director: Client) -> None:
    make_specialty()
    make_unit("Strandkulla hälsocentral")
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    page = director.get(f"/import/{proposal.pk}/check/").content.decode()

    for words in ("Strandkulla hälsocentral", "Inte D enligt handlingsplanen", "bedömningen av 72 kriterier",
                  "graderingen av områdena A, B, C, E, F, H", "Graderingen är ändrad till C."):  # fmt: skip
        assert words in page


def test_confirming_twice_over_the_page_writes_one_review(director: Client) -> None:
    make_unit("Strandkulla hälsocentral")
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    for _ in range(2):
        answer = director.post(f"/import/{proposal.pk}/check/", {"version": proposal.version})

    assert (answer.status_code, Review.objects.count()) == (302, 1)


@pytest.mark.parametrize("version", ["", "nonsense", "999"])
def test_confirming_an_old_page_asks_to_look_once_more(director: Client, version: str) -> None:
    make_unit("Strandkulla hälsocentral")
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    answer = director.post(f"/import/{proposal.pk}/check/", {"version": version})

    assert (answer.status_code, "Inget är skrivet ännu" in answer.content.decode()) == (409, True)
    assert Review.objects.count() == 0


def test_without_a_unit_the_page_says_so(director: Client) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    page = director.get(f"/import/{proposal.pk}/check/").content.decode()
    answer = director.post(f"/import/{proposal.pk}/check/", {"version": proposal.version})

    assert ("Enheten saknas" in page, answer.status_code, Review.objects.count()) == (True, 409, 0)
