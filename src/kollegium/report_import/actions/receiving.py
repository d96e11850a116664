"""Receive dropped files: each kept once by content, and queued to be read."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from kollegium import jobs
from kollegium.extraction.formats import FileKind, kind_of
from kollegium.extraction.limits import FILE_LIMITS
from kollegium.extraction.refusal import RefusalCode, Unreadable
from kollegium.files.actions import store_file
from kollegium.files.models import StoredFile
from kollegium.files.names import name_as_text
from kollegium.report_import.actions.refusals import ImportRefused, person_id_of, require_import_right
from kollegium.report_import.models import SETTLED_STATES, ImportBatch, ImportProposal, ProposalState
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.TEXT: "text/plain",
}
READER_FAILED = "reader-failed"
# What may go well the next time the same file is sent.
PASSING_REFUSALS = (RefusalCode.TIMED_OUT.value, RefusalCode.OUT_OF_MEMORY.value, READER_FAILED)


def open_batch(*, form_key: UUID, by: "Actor", now: datetime) -> ImportBatch:
    """Give the batch of a form, made when the form is sent for the first time.

    **Raises** ImportRefused when the actor may import nowhere, or the form is another person's.
    """
    require_import_right(by)
    with recording(by=by, action="report_import.open_batch"):
        batch, _ = ImportBatch.objects.get_or_create(
            form_key=form_key,
            defaults={"created_at": now, "created_by_id": person_id_of(by), "created_by_key": by.key},
        )
    if batch.created_by_key != by.key:
        raise ImportRefused("not-allowed")
    return batch


def receive_file(
    *, batch: ImportBatch, file_name: str, data: bytes, by: "Actor", now: datetime
) -> ImportProposal:
    """Keep a file and queue it to be read; give its proposal.

    The same file sent again gives the proposal it has. A copy of a file that is being imported, or has
    been, becomes a duplicate of it. What can be told without opening the file is refused at once and
    not kept.
    """
    require_import_right(by)
    name = name_as_text(file_name)
    try:
        kind = _kind_of_upload(data)
    except Unreadable as refusal:
        return refuse_file(batch=batch, file_name=name, code=refusal.code.value, by=by, now=now)
    with recording(by=by, action="report_import.receive_file"):
        _lock(batch)
        stored = store_file(data=data, media_type=MEDIA_TYPES[kind], now=now, by=by)
        known = (
            ImportProposal.objects.filter(batch=batch, stored_file=stored, file_name=name)
            .exclude(state__in=SETTLED_STATES)
            .first()
        )
        if known is not None:
            return _tried_again(known, by)
        original = _original_of(stored, by)
        proposal = ImportProposal.objects.create(
            batch=batch,
            stored_file=stored,
            file_name=name,
            state=ProposalState.DUPLICATE if original else ProposalState.WAITING,
            duplicate_of=original,
            created_at=now,
        )
        if original is None:
            _queue(proposal)
    return proposal


def refuse_file(
    *, batch: ImportBatch, file_name: str, code: str, by: "Actor", now: datetime
) -> ImportProposal:
    """Note that a file was turned away, so that the list of the batch tells of every file dropped."""
    require_import_right(by)
    with recording(by=by, action="report_import.refuse_file"):
        _lock(batch)
        proposal, _ = ImportProposal.objects.update_or_create(
            batch=batch,
            file_name=name_as_text(file_name),
            stored_file=None,
            defaults={"state": ProposalState.REFUSED, "refusal_code": code},
            create_defaults={"state": ProposalState.REFUSED, "refusal_code": code, "created_at": now},
        )
    return proposal


def _kind_of_upload(data: bytes) -> FileKind:
    if len(data) > FILE_LIMITS.max_bytes:
        raise Unreadable(RefusalCode.TOO_LARGE)
    return kind_of(data)


def _lock(batch: ImportBatch) -> None:
    ImportBatch.objects.select_for_update().get(pk=batch.pk)


def _original_of(stored: StoredFile, by: "Actor") -> ImportProposal | None:
    """Give the import of the same content: the actor's own, or anybody's once it is confirmed.

    Another person's unconfirmed proposal does not count: it is not shown to the actor, and may never
    become a review.
    """
    same = ImportProposal.objects.live().filter(stored_file=stored).order_by("pk")
    return same.visible_to(by).first() or same.filter(state=ProposalState.CONFIRMED).first()


def _tried_again(known: ImportProposal, by: "Actor") -> ImportProposal:
    passing = known.state == ProposalState.REFUSED and known.refusal_code in PASSING_REFUSALS
    orphaned = known.state == ProposalState.DUPLICATE and _original_of(known.stored_file, by) is None
    if passing or orphaned:
        known.state = ProposalState.WAITING
        known.refusal_code = ""
        known.duplicate_of = None
        known.save(update_fields=["state", "refusal_code", "duplicate_of"])
        _queue(known)
    return known


def _queue(proposal: ImportProposal) -> None:
    jobs.enqueue(
        "report_import.read_file", only_once=f"report_import.read_file:{proposal.pk}", proposal_id=proposal.pk
    )
