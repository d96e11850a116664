"""Add, renew and withdraw what shows that an action was done."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from kollegium.action_plans.models import Evidence
from kollegium.domain.roles import Permission
from kollegium.files.actions import store_file
from kollegium.reviews.actions.refusals import ReviewRefused, locked_review, person_id_of
from kollegium.reviews.models import ActionPlanItem
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MEBIBYTE = 1024 * 1024
MOST_MEBIBYTES = 10
_ZIP = b"PK\x03\x04"
# What a file begins with, beside what it is called: a picture is not let in as something else.
KINDS: dict[str, tuple[str, bytes]] = {
    ".pdf": ("application/pdf", b"%PDF-"),
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", b"\xff\xd8\xff"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _ZIP),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _ZIP),
    ".txt": ("text/plain; charset=utf-8", b""),
}


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it was sent."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """What somebody shows: a title, and a text, a link or a file. `replaces` is the id of the version before."""

    title: str
    text: str = ""
    link: str = ""
    file: SentFile | None = None
    replaces: int | None = None


def add_evidence(*, item_id: int, evidence: NewEvidence, now: datetime, by: "Actor") -> Evidence:
    """Keep a piece of evidence, or a new version of one, and give it.

    **Raises** ReviewRefused: `not-allowed-here`, `taken-back`, `nothing-shown`, `file-empty`, `file-too-large`,
    `file-kind`, `already-replaced`, `already-withdrawn`.
    """
    with recording(by=by, action="action_plans.add_evidence"):
        item = ActionPlanItem.objects.select_related("part").get(pk=item_id)
        locked_review(item.part.review_id, by=by, permission=Permission.REPORT_PROGRESS)
        if not (evidence.text.strip() or evidence.link.strip() or evidence.file):
            raise ReviewRefused("nothing-shown")
        earlier = _to_replace(item, evidence.replaces)
        stored = None
        if evidence.file:
            media_type = media_type_of(evidence.file)
            stored = store_file(data=evidence.file.data, media_type=media_type, now=now, by=by)
        return Evidence.objects.create(
            item=item,
            title=evidence.title.strip(),
            text=evidence.text.strip(),
            link=evidence.link.strip(),
            file=stored,
            file_name=PurePath(evidence.file.name).name[-200:] if evidence.file else "",
            replaces=earlier,
            added_at=now,
            added_by_id=person_id_of(by),
        )


def withdraw_evidence(*, item_id: int, evidence_id: int, reason: str, now: datetime, by: "Actor") -> Evidence:
    """Withdraw a piece of evidence with a reason; it stays on record, marked.

    **Raises** ReviewRefused: `not-allowed-here`, `taken-back`, `reason-missing`, `already-replaced`,
    `already-withdrawn`.
    """
    with recording(by=by, action="action_plans.withdraw_evidence"):
        item = ActionPlanItem.objects.select_related("part").get(pk=item_id)
        locked_review(item.part.review_id, by=by, permission=Permission.REPORT_PROGRESS)
        if not reason.strip():
            raise ReviewRefused("reason-missing")
        found = _to_replace(item, evidence_id)
        assert found is not None
        found.withdrawn_at, found.withdrawn_by_id = now, person_id_of(by)
        found.withdrawal_reason = reason.strip()
        found.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    return found


def media_type_of(sent: SentFile) -> str:
    """Give what kind of file it is, by its name and by its first bytes. Raises ReviewRefused."""
    if not sent.data:
        raise ReviewRefused("file-empty")
    if len(sent.data) > MOST_MEBIBYTES * MEBIBYTE:
        raise ReviewRefused("file-too-large", most=MOST_MEBIBYTES)
    media_type, beginning = KINDS.get(PurePath(sent.name).suffix.lower(), ("", b""))
    if not media_type or not sent.data.startswith(beginning):
        raise ReviewRefused("file-kind")
    if media_type.startswith("text/") and b"\0" in sent.data:
        raise ReviewRefused("file-kind")
    return media_type


def _to_replace(item: ActionPlanItem, evidence_id: int | None) -> Evidence | None:
    if evidence_id is None:
        return None
    # Of the same action only: another's is not there.
    found = Evidence.objects.select_for_update().get(pk=evidence_id, item=item)
    if found.withdrawn_at is not None:
        raise ReviewRefused("already-withdrawn")
    if Evidence.objects.filter(replaces=found).exists():
        raise ReviewRefused("already-replaced")
    return found
