"""Write down what was said in an interview, change it, take it away and put it back."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.domain.interviews import Interviewed
from kollegium.reviews.actions.cases import CaseRefused, locked_case
from kollegium.reviews.models import InterviewNote, ReviewPart
from kollegium.reviews.queries.notes import reviewer_ids
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What a note says: whom it is from, when it was heard, the words, and the criteria it is about."""

    interviewed: Interviewed
    heard_at: datetime
    text: str
    criteria: tuple[str, ...] = ()


def write_note(
    *, review_id: int, part_id: int, key: UUID, words: NoteWords, now: datetime, by: "Actor"
) -> InterviewNote:
    """Keep a new note and give it; the same words sent again with the same key are the note that stands.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `note-empty`, `changed-meanwhile` for other words.
    """
    with recording(by=by, action="reviews.write_note"):
        case, mine = _writing(review_id, by)
        part = ReviewPart.objects.filter(review=case.review, pk=part_id).first()
        if part is None:
            raise Http404
        standing = InterviewNote.objects.filter(key=key).first()
        if standing is not None:
            if standing.part_id != part.pk or standing.author_id not in mine:
                raise Http404
            if standing.text != _cleaned(words.text):
                raise CaseRefused("changed-meanwhile")
            return standing
        note = InterviewNote(key=key, part=part, author_id=mine[0], written_at=now, version=0)
        _put(note, words, case, now)
        note.first_text = note.text
        note.save()
    return note


def change_note(
    *, review_id: int, note_id: int, words: NoteWords, expected_version: int, now: datetime, by: "Actor"
) -> InterviewNote:
    """Change one's own note and give it; what was written first stays beside it.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `note-empty`, `changed-meanwhile`.
    """
    with recording(by=by, action="reviews.change_note"):
        case, note = _own(review_id, note_id, by)
        if note.version != expected_version or note.removed_at is not None:
            raise CaseRefused("changed-meanwhile")
        _put(note, words, case, now)
        note.save()
    return note


def take_note_away(*, review_id: int, note_id: int, now: datetime, by: "Actor") -> InterviewNote:
    """Take one's own note away; it can be put back.

    **Raises** Http404; CaseRefused: `not-allowed-here`.
    """
    with recording(by=by, action="reviews.take_note_away"):
        _, note = _own(review_id, note_id, by)
        note.removed_at = note.removed_at or now
        note.save(update_fields=["removed_at"])
    return note


def put_note_back(*, review_id: int, note_id: int, by: "Actor") -> InterviewNote:
    """Put back a note that one took away.

    **Raises** Http404; CaseRefused: `not-allowed-here`.
    """
    with recording(by=by, action="reviews.put_note_back"):
        _, note = _own(review_id, note_id, by)
        note.removed_at = None
        note.save(update_fields=["removed_at"])
    return note


def _writing(review_id: int, by: "Actor") -> tuple[OpenCase, tuple[int, ...]]:
    case = locked_case(review_id, by=by, thing=CaseObject.NOTES)
    mine = reviewer_ids(case)
    if not mine:
        raise CaseRefused("not-allowed-here")
    return case, mine


def _own(review_id: int, note_id: int, by: "Actor") -> tuple[OpenCase, InterviewNote]:
    case, mine = _writing(review_id, by)
    note = InterviewNote.objects.filter(part__review=case.review, author__in=mine, pk=note_id).first()
    if note is None:
        raise Http404
    return case, note


def _put(note: InterviewNote, words: NoteWords, case: OpenCase, now: datetime) -> None:
    if not words.text.strip():
        raise CaseRefused("note-empty")
    known = [
        criterion.key
        for area in standards.load(case.review.standard_key).areas
        for criterion in area.criteria
    ]
    if not set(words.criteria) <= set(known):
        raise Http404
    note.interviewed = words.interviewed.value
    note.heard_at, note.text = words.heard_at, _cleaned(words.text)
    note.criteria = [key for key in known if key in words.criteria]
    note.saved_at = now
    note.version += 1


def _cleaned(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
