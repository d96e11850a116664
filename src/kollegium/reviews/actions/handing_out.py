"""Note that a case was taken out as one file, for a request for public records."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.domain.case_access import CaseObject
from kollegium.reviews.actions.cases import CaseRefused, locked_case
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import CaseExport
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class HandedOut:
    """What was handed out. Shape: `files` name → SHA-256; `withheld` titles of parts that the office left out."""

    request: str
    files: Mapping[str, str]
    withheld: Collection[str]
    language: str = "sv"


def note_export(*, review_id: int, handed: HandedOut, now: datetime, by: "Actor") -> CaseExport:
    """Keep who took the case out, when, in which state, for which request, what went along and what was left out.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `request-missing`.
    """
    with recording(by=by, action="reviews.note_export"):
        case = locked_case(review_id, by=by, thing=CaseObject.EXPORT)
        if not handed.request.strip():
            raise CaseRefused("request-missing")
        return CaseExport.objects.create(
            review=case.review,
            request=handed.request.strip(),
            files=dict(handed.files),
            withheld=sorted(handed.withheld),
            language=handed.language,
            state=case.review.state,
            made_at=now,
            made_by_id=person_id_of(by),
        )
