"""Interview notes as the reviewers of a case see them."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.http import Http404

from kollegium.domain.case_access import CaseObject
from kollegium.domain.interviews import Interviewed
from kollegium.reviews.models import InterviewNote, ReviewPart, TeamMember
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note as it is read. `is_own` tells whether the reader wrote it; `first_text` is empty when unchanged."""

    pk: int
    key: str
    interviewed: Interviewed
    heard_at: datetime
    text: str
    first_text: str
    criteria: tuple[str, ...]
    author: str
    is_own: bool
    version: int
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenNote:
    """One's own note with the case it belongs to."""

    case: OpenCase
    note: InterviewNote


def notes_of(case: OpenCase, part: ReviewPart) -> list[ReadNote]:
    """Give the notes of a report that stand, in the order of the interviews; one query, none for who may not read."""
    if not case.may_read(CaseObject.NOTES):
        return []
    return _read(InterviewNote.objects.standing().filter(part=part), reviewer_ids(case))


def own_removed_notes(case: OpenCase, part: ReviewPart) -> list[ReadNote]:
    """Give the notes that the actor took away and can put back; two queries."""
    mine = reviewer_ids(case)
    return _read(InterviewNote.objects.filter(part=part, author__in=mine, removed_at__isnull=False), mine)


def get_own_note_for(actor: "Actor", review_id: int, note_id: int) -> OpenNote:
    """Give one of the actor's own notes, also one taken away. Raises Http404, for others' too."""
    case = get_open_case_for(actor, review_id, CaseObject.NOTES)
    note = (
        InterviewNote.objects.select_related("part")
        .filter(part__review=review_id, pk=note_id, author__in=reviewer_ids(case))
        .first()
    )
    if note is None:
        raise Http404
    return OpenNote(case, note)


def read_own_note(found: OpenNote) -> ReadNote:
    """Give one's own note as it stands now, also one taken away."""
    return _read(InterviewNote.objects.filter(pk=found.note.pk), (found.note.author_id,))[0]


def reviewer_ids(case: OpenCase) -> tuple[int, ...]:
    """Give the ids under which the actor is in the team: one's own, or of a row that went up in it; one query."""
    if case.person_id is None:
        return ()
    members = TeamMember.objects.standing().of(case.person_id).filter(review=case.review)
    return tuple(members.order_by("pk").values_list("person", flat=True))


def _read(notes: QuerySet[InterviewNote], mine: tuple[int, ...]) -> list[ReadNote]:
    rows = notes.order_by("heard_at", "pk").values_list(
        "pk",
        "key",
        "interviewed",
        "heard_at",
        "text",
        "first_text",
        "criteria",
        "author__name",
        "author",
        "version",
        "removed_at",
    )
    return [
        ReadNote(
            pk=pk,
            key=str(key),
            interviewed=Interviewed(interviewed),
            heard_at=heard_at,
            text=text,
            first_text=first_text if first_text != text else "",
            criteria=tuple(criteria),
            author=author,
            is_own=author_id in mine,
            version=version,
            removed_at=removed_at,
        )
        for (
            pk,
            key,
            interviewed,
            heard_at,
            text,
            first_text,
            criteria,
            author,
            author_id,
            version,
            removed_at,
        ) in rows
    ]
