"""What a device may keep of a reviewer's cases for the visit, and which devices keep something."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.urls import reverse

from kollegium.accounts.sessions import KeptCopy
from kollegium.domain.case_access import CaseObject
from kollegium.domain.verdict_evidence import EvidenceItem, SourceKind
from kollegium.reviews.models import OfflineCopy
from kollegium.reviews.queries.evidence import evidence_of
from kollegium.reviews.queries.judging import JudgedPart, judged_part, parts_of
from kollegium.reviews.queries.notes import ReadNote, notes_of
from kollegium.reviews.queries.open_cases import (
    OpenCase,
    cases_known_to,
    open_cases_of,
    reviewed_by,
)
from kollegium.trail.names import person_id

if TYPE_CHECKING:
    from kollegium.accounts.models import Account
    from kollegium.domain.roles import Actor

# The nearest visits; nobody is on more of them at once, and a lost device holds no more than it must.
MOST_CASES = 10
JUDGED_IN = ("preparing", "visited", "draft")


@dataclass(frozen=True, slots=True)
class CopiedPart:
    """One report as a device keeps it: one's own verdicts, notes, what a verdict can rest on, what was agreed.

    `judged` also has the colleagues' verdicts on areas that all are done with: those are shown and not kept.
    """

    judged: JudgedPart
    notes: list[ReadNote]
    evidence: dict[str, EvidenceItem]


@dataclass(frozen=True, slots=True)
class CopiedCase:
    """One case as a device keeps it."""

    case: OpenCase
    parts: list[CopiedPart]


def cases_to_copy(actor: "Actor", language: str) -> list[CopiedCase]:
    """Give the cases that the actor judges now, the nearest visits first; some ten queries for each."""
    number = person_id(actor.key)
    if number is None:
        return []
    mine = cases_known_to(actor).filter(pk__in=reviewed_by(number), state__in=JUDGED_IN)
    ids = mine.order_by("visit_from", "pk").values_list("pk", flat=True)[:MOST_CASES]
    found = open_cases_of(actor, list(ids), CaseObject.OWN_JUDGEMENT)
    return [_copied(case, language) for case in found if case.may_write(CaseObject.OWN_JUDGEMENT)]


def _copied(case: OpenCase, language: str) -> CopiedCase:
    return CopiedCase(
        case,
        [
            CopiedPart(
                judged_part(case, part), notes_of(case, part), _on_a_device(evidence_of(case, part, language))
            )
            for part in parts_of(case)
        ],
    )


def standing_copy(key_id: str, *, now: datetime) -> OfflineCopy | None:
    """Give the copy by what its device calls it, as long as it may be read."""
    return OfflineCopy.objects.filter(key_id=key_id, ends_at__gt=now).first()


def kept_copies(account: "Account", now: datetime) -> list[KeptCopy]:
    """Give the devices that keep cases for an account, the last used first; one query."""
    rows = OfflineCopy.objects.filter(account=account, ends_at__gt=now).order_by("-renewed_at", "-pk")
    return [
        KeptCopy(
            row.browser, row.system, row.renewed_at, row.ends_at, reverse("reviews:wipe_copy", args=[row.pk])
        )
        for row in rows
    ]


def _on_a_device(evidence: dict[str, EvidenceItem]) -> dict[str, EvidenceItem]:
    """Leave out what is kept on no device: nothing of the questionnaires, not even their statements."""
    return {
        reference: item for reference, item in evidence.items() if item.kind is not SourceKind.QUESTIONNAIRE
    }
