"""Files over HTTP: from the plain form and from the script, in any number and under any name."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kollegium.domain.roles import Role
from kollegium.report_import.models import ImportBatch, ImportProposal
from tests.people import make_region
from tests.report_import.reports import bring, report_text

pytestmark = pytest.mark.django_db

LogIn = Callable[..., Client]


def upload(name: str = "rapport.txt", text: str | bytes | None = None) -> SimpleUploadedFile:
    data = report_text() if text is None else text
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


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


def test_key_of_anothers_form_cannot_be_told_from_one_there_is_not(director: Client, log_in: LogIn) -> None:
    key = uuid4()
    log_in(Role.REVIEW_OFFICE).post(f"/import/files/{key}/", {"files": upload()})

    known, unknown = (director.post(f"/import/files/{one}/", {"name": "x"}) for one in (key, uuid4()))

    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())
    assert ImportBatch.objects.count() == 1


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
