"""Read a received file: words and marks in the sandbox, then what the report says."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kollegium import jobs
from kollegium.accounts.queries import actor_of_person
from kollegium.domain import reading as reader
from kollegium.domain.reading.pages import SourceText
from kollegium.domain.reading.result import NotAReport, Reading
from kollegium.extraction import SandboxPool, Unreadable
from kollegium.organisations.queries import near_specialties, near_units
from kollegium.report_import.actions.receiving import READER_FAILED
from kollegium.report_import.actions.refusals import ImportRefused, locked_proposal
from kollegium.report_import.models import ImportProposal, ProposalReading, ProposalState
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

logger = logging.getLogger(__name__)
NOT_A_REPORT = "not-a-report"
READABLE_STATES = (ProposalState.PROPOSED, ProposalState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What came of one file: lines and a reading, or the code of a refusal."""

    lines: list[list[Any]]
    page_count: int
    reading: Reading | None = None
    refusal_code: str = ""


def read_file(*, proposal_id: int, sandboxes: SandboxPool, by: "Actor", now: datetime) -> None:
    """Read a waiting file and propose what it says, or refuse it with a code.

    May run twice: nothing is written until all is read, and only while the proposal still waits.
    """
    proposal = ImportProposal.objects.select_related("stored_file").get(pk=proposal_id)
    if proposal.state != ProposalState.WAITING or proposal.stored_file is None:
        return
    found = read_bytes(bytes(proposal.stored_file.data), proposal.file_name, sandboxes)
    with recording(by=by, action="report_import.read_file"):
        proposal = ImportProposal.objects.select_for_update().get(pk=proposal_id)
        if proposal.state != ProposalState.WAITING:
            return
        proposal.lines = found.lines
        proposal.page_count = found.page_count
        if found.reading is None:
            proposal.state = ProposalState.REFUSED
            proposal.refusal_code = found.refusal_code
        else:
            in_register = _exactly_in_register(proposal, found.reading, now)
            _keep_reading(proposal, found.reading, now, *in_register)
            proposal.state = ProposalState.PROPOSED
            proposal.chosen_unit_id, proposal.chosen_specialty_id = in_register
            proposal.read_unit = (found.reading.unit or "")[:200]
            proposal.open_doubt_count = len(found.reading.doubts)
        proposal.save()


def request_new_reading(*, proposal_id: int, by: "Actor") -> None:
    """Queue a proposal to be read by today's reader.

    **Raises** ImportRefused `nothing-newer` when today's reader has read it already.
    """
    with recording(by=by, action="report_import.request_new_reading"):
        proposal = locked_proposal(proposal_id, by, *READABLE_STATES)
        if proposal.readings.filter(reader_version=Reading.READER_VERSION).exists():
            raise ImportRefused("nothing-newer")
        jobs.enqueue(
            "report_import.read_again",
            only_once=f"report_import.read_again:{proposal.pk}",
            proposal_id=proposal.pk,
        )


def read_again(*, proposal_id: int, sandboxes: SandboxPool, by: "Actor", now: datetime) -> None:
    """Keep today's reader's reading beside the earlier ones; nothing that was proposed changes."""
    proposal = ImportProposal.objects.select_related("stored_file").get(pk=proposal_id)
    if proposal.state not in READABLE_STATES or proposal.stored_file is None:
        return
    found = read_bytes(bytes(proposal.stored_file.data), proposal.file_name, sandboxes)
    if found.reading is None:
        logger.warning("Proposal %s could not be read again: %s", proposal_id, found.refusal_code)
        return
    with recording(by=by, action="report_import.read_again"):
        proposal = ImportProposal.objects.select_for_update().get(pk=proposal_id)
        _keep_reading(proposal, found.reading, now)


def read_bytes(data: bytes, file_name: str, sandboxes: SandboxPool) -> ReadFile:
    """Give what one file's bytes say, or why they cannot be read."""
    try:
        source = sandboxes.extract(data, file_name=file_name)
    except Unreadable as refusal:
        return ReadFile([], refusal.page_count or 0, refusal_code=refusal.code.value)
    lines = [[line.number, page.number, clean(line.text)] for page in source.pages for line in page.lines]
    try:
        reading = reader.read(source, file_name=file_name)
    except NotAReport:
        return ReadFile(lines, _page_count(source), refusal_code=NOT_A_REPORT)
    except Exception:
        # A fault of ours must not leave a file waiting for ever: it is told as one and can be sent again.
        logger.exception("The reader failed on a file of %s bytes.", len(data))
        return ReadFile(lines, _page_count(source), refusal_code=READER_FAILED)
    return ReadFile(lines, _page_count(source), reading)


def reading_as_stored(reading: Reading) -> dict[str, Any]:
    """Give the reader's object, and with each doubt its page and the values its sentence names."""
    doubts = [
        {**doubt.as_json(), "line": doubt.line, "page": doubt.page, "params": dict(doubt.params)}
        for doubt in reading.doubts
    ]
    stored: dict[str, Any] = _cleaned({**reading.as_json(), "doubts": doubts})
    return stored


def clean(text: str) -> str:
    """Give a text without what the database cannot keep: NUL and half a surrogate pair."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return value


def _page_count(source: SourceText) -> int:
    return max((page.number for page in source.pages), default=0)


def _exactly_in_register(
    proposal: ImportProposal, reading: Reading, now: datetime
) -> tuple[int | None, int | None]:
    """Give the ids of the unit and the specialty that bear just the names read, when only one does.

    Only units that the one who brought the file may import for.
    """
    owner = proposal.batch.created_by
    units = []
    if owner is not None and reading.unit:
        near = near_units(actor_of_person(owner, as_of=timezone.localdate(now)), reading.unit)
        units = [unit.unit_id for unit in near if unit.name.casefold() == reading.unit.casefold()]
    named = near_specialties(reading.specialty) if reading.specialty else []
    specialties = [pk for pk, name, _ in named if name.casefold() == (reading.specialty or "").casefold()]
    return (units[0] if len(units) == 1 else None, specialties[0] if len(specialties) == 1 else None)


def _keep_reading(
    proposal: ImportProposal,
    reading: Reading,
    now: datetime,
    unit_id: int | None = None,
    specialty_id: int | None = None,
) -> None:
    stored = {**reading_as_stored(reading), "unit_id": unit_id, "specialty_id": specialty_id}
    ProposalReading.objects.get_or_create(
        proposal=proposal,
        reader_version=reading.READER_VERSION,
        defaults={
            "reading": stored,
            "places": {path: [list(place) for place in places] for path, places in reading.places.items()},
            "read_at": now,
        },
    )
