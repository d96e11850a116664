"""What becomes of a received file when the worker reads it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from django.utils import translation

from kollegium import jobs
from kollegium.domain.reading.doubts import CODES
from kollegium.domain.reading.pages import Bounds, Mark, MarkKind, Page, SourceText
from kollegium.extraction import RefusalCode, SandboxPool
from kollegium.files.models import StoredFile
from kollegium.report_import import actions, queries
from kollegium.report_import.models import ImportProposal, ProposalReading, ProposalState
from kollegium.report_import.showing import original_lines
from kollegium.report_import.wording import DOUBTS, file_refusal_text
from tests.people import make_region, make_specialty, make_unit
from tests.report_import.reports import NOW, READER, bring, bring_and_read, make_director, read, report_text

pytestmark = pytest.mark.django_db


def test_a_report_is_proposed_with_lines_reading_and_places() -> None:
    proposal = bring_and_read(make_director(make_region()))

    reading = queries.first_reading(proposal)
    draft = queries.draft_of(proposal)
    assert (proposal.state, proposal.read_unit) == (ProposalState.PROPOSED, "Strandkulla hälsocentral")
    assert proposal.lines[0] == [1, 1, "Styrkor"]
    assert reading.reading["strengths"] == [
        "Engagerade handledare med tid för uppdraget.",
        "Väl utrustade lokaler.",
    ]
    assert [item["criterion"] for item in reading.reading["action_plan"]] == ["D6", "G3"]
    first, last = draft.places_of("areas.A.narrative")[0]
    assert "Liten hälsocentral vid kusten" in " ".join(
        text for number, _, text in proposal.lines if first <= number <= last
    )


@pytest.mark.parametrize(
    ("encoding", "state"),
    [
        pytest.param("utf-8-sig", ProposalState.PROPOSED, id="UTF-8 with a mark"),
        pytest.param("latin-1", ProposalState.PROPOSED, id="Latin-1"),
        pytest.param("utf-16", ProposalState.PROPOSED, id="UTF-16"),
    ],
)
def test_text_in_other_encodings_is_read(encoding: str, state: str) -> None:
    data = report_text().encode(encoding)

    proposal = read(bring(make_director(make_region()), data))

    assert (proposal.state, proposal.read_unit) == (state, "Strandkulla hälsocentral")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"Hej!\n\nDet var bara ett brev.\n" * 20, "not-a-report", id="something else entirely"),
        pytest.param(b"%PDF-1.7\n1 0 obj\n<< /Type", "damaged", id="damaged PDF"),
        pytest.param(b"PK\x03\x04" + b"\x00" * 200, "damaged", id="damaged DOCX"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(data: bytes, code: str) -> None:
    proposal = read(bring(make_director(make_region()), data))

    assert (proposal.state, proposal.refusal_code) == (ProposalState.REFUSED, code)
    assert not proposal.readings.exists()


def pdf_of(pages: int, *, password: str = "") -> bytes:
    """Give a PDF of empty pages, locked when a password is given."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.save(out, encryption=pikepdf.Encryption(user=password, owner=password) if password else False)
    return out.getvalue()


def zip_bomb() -> bytes:
    """Give a DOCX that unpacks to far more than it weighs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\x00" * (60 * 1024 * 1024))
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        pytest.param(lambda: pdf_of(2, password="hemligt"), "encrypted", "lösenord", id="encrypted PDF"),
        pytest.param(lambda: pdf_of(500), "too-many-pages", "500 sidor", id="500 pages"),
        pytest.param(lambda: pdf_of(3), "no-text", "ingen text", id="PDF without text"),
        pytest.param(zip_bomb, "zip-bomb", "packas upp", id="zip bomb"),
    ],
)
def test_a_file_that_is_no_good_says_why_in_a_sentence(
    make: Callable[[], bytes], code: str, words: str
) -> None:
    proposal = read(bring(make_director(make_region()), make()))

    assert (proposal.state, proposal.refusal_code) == (ProposalState.REFUSED, code)
    assert words in file_refusal_text(proposal.refusal_code, proposal.page_count)


@pytest.mark.parametrize("code", [*RefusalCode, "not-a-report", "reader-failed", "a-code-of-tomorrow"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_refusal_has_a_sentence(code: str, language: str) -> None:
    with translation.override(language):
        assert file_refusal_text(code).endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_every_doubt_has_a_question_and_two_or_three_answers(code: str) -> None:
    words = DOUBTS[code]

    assert str(words.question).endswith("?")
    assert 2 <= len(words.answers) <= 3


def test_reading_twice_writes_once() -> None:
    proposal = bring(make_director(make_region()))

    read(proposal)
    read(proposal)

    assert ProposalReading.objects.count() == 1


def test_a_reader_killed_in_the_middle_leaves_nothing_and_is_done_again() -> None:
    """The worker dies after reading and before writing: the file waits as it did, and the next try reads it."""

    class Killed(BaseException):
        pass

    class DyingPool(SandboxPool):
        def extract(self, data: bytes, *, file_name: str) -> object:  # type: ignore[override]
            raise Killed

    proposal = bring(make_director(make_region()))

    with pytest.raises(Killed):
        actions.read_file(proposal_id=proposal.pk, sandboxes=DyingPool(1), by=READER, now=NOW)

    proposal.refresh_from_db()
    assert (proposal.state, proposal.lines, ProposalReading.objects.count()) == (ProposalState.WAITING, [], 0)
    assert read(proposal).state == ProposalState.PROPOSED


class PoolOfNonsense(SandboxPool):
    """Gives pages that no extraction gives, so that the reader runs into a fault."""

    def extract(self, data: bytes, *, file_name: str) -> SourceText:
        """Give the file's lines with places that are no places."""
        lines = super().extract(data, file_name=file_name).pages[0].lines
        broken = tuple(line._replace(bounds="nowhere") for line in lines)  # type: ignore[arg-type]
        return SourceText("pdf", (Page(1, broken, (Mark(1, MarkKind.TICK, Bounds(0, 0, 1, 1)),), 600, 800),))


def test_a_fault_of_the_reader_is_told_and_the_file_can_be_sent_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    proposal = bring(make_director(make_region()))

    actions.read_file(proposal_id=proposal.pk, sandboxes=PoolOfNonsense(1), by=READER, now=NOW)

    proposal.refresh_from_db()
    assert (proposal.state, proposal.refusal_code) == (ProposalState.REFUSED, "reader-failed")
    assert "The reader failed on a file" in caplog.text


def test_the_register_is_used_when_the_name_is_exactly_there() -> None:
    region, specialty = make_region(), make_specialty()
    unit = make_unit("Strandkulla hälsocentral")
    make_unit("Strandkullens hälsocentral")

    proposal = bring_and_read(make_director(region))

    assert (proposal.chosen_unit_id, proposal.chosen_specialty_id) == (unit.pk, specialty.pk)


def test_two_units_of_that_name_are_left_to_a_person() -> None:
    region = make_region()
    make_unit("Strandkulla hälsocentral")
    unit = make_unit("Norrviken")
    unit.earlier_names.create(name="Strandkulla hälsocentral", sort_key="strandkulla")

    proposal = bring_and_read(make_director(region))

    assert proposal.chosen_unit_id is None


def test_a_unit_out_of_reach_is_not_proposed() -> None:
    make_unit("Strandkulla hälsocentral")

    proposal = bring_and_read(make_director(make_region("Region Söderdal", "98")))

    assert proposal.chosen_unit_id is None


def test_the_jobs_have_functions() -> None:
    assert {"report_import.read_file", "report_import.read_again"} <= jobs.names()


@pytest.mark.parametrize("name", ["health-centre", "palliative-unit"])
def test_the_example_reports_are_proposed_whole(name: str, repository: Path) -> None:
    path = repository.parent / "shared" / "reports" / f"{name}.txt"
    if not path.exists():
        pytest.skip("the example reports are not here")

    proposal = read(bring(make_director(make_region()), path.read_bytes(), path.name))

    draft = queries.draft_of(proposal)
    assert proposal.state == ProposalState.PROPOSED
    assert len(draft.plan_numbers) == len(draft.reading["action_plan"])
    assert all(
        draft.places_of(heading, draft.value(heading))
        for heading in ("strengths", "weaknesses", "improvements")
    )


def test_a_stored_file_is_one_row_for_all_who_bring_it() -> None:
    region = make_region()

    bring(make_director(region))
    bring(make_director(region, "Dag Andre"))

    assert (StoredFile.objects.count(), ImportProposal.objects.count()) == (1, 2)


def test_a_dividing_hyphen_is_seen_and_blank_lines_are_left_out() -> None:
    proposal = ImportProposal(lines=[[1, 1, "kompe\ufffe"], [2, 1, "  "], [3, 2, "tens\u00ad"]], page_count=2)

    assert [
        (line.number, line.text, line.starts_page) for line in original_lines(proposal, has_pictures=False)
    ] == [
        (1, "kompe-", 1),
        (3, "tens-", 2),
    ]
