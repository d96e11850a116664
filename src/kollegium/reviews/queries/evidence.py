"""What the verdicts of a report can rest on: its material, the interview notes, and what capabilities add."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse

from kollegium.domain import material
from kollegium.domain.case_access import CaseObject
from kollegium.domain.material import RequestItem
from kollegium.domain.verdict_evidence import EvidenceItem, SourceKind
from kollegium.reviews.evidence_words import in_versions
from kollegium.reviews.models import InterviewNote, MaterialItem, MaterialVersion, ReviewPart
from kollegium.reviews.note_words import note_title
from kollegium.reviews.queries.open_cases import OpenCase

# From the case, the report and the language of the page to what may be chosen there, and what was chosen before.
EvidenceSource = Callable[[OpenCase, ReviewPart, str], list[EvidenceItem]]


def evidence_of(case: OpenCase, part: ReviewPart, language: str) -> dict[str, EvidenceItem]:
    """Give everything a verdict of the report can rest on, by reference; two queries and what added sources ask."""
    asked = MaterialItem.objects.standing().filter(review=case.review).order_by("position", "pk")
    notes = InterviewNote.objects.standing().filter(part=part).order_by("heard_at", "pk")
    rows = asked.values_list("pk", "list_key", "item_key", "title", ArraySubquery(_VERSIONS), "status")
    items = [
        *material_items(case, rows, language),
        *note_items(case, part, notes.values_list("pk", "interviewed", "heard_at", "criteria", "text")),
        *added_items(case, part, language),
    ]
    return {item.reference: item for item in items}


def add_evidence_source(source: EvidenceSource) -> None:
    """Let another capability add what verdicts can rest on. Called once when it starts."""
    if source not in _ADDED:
        _ADDED.append(source)


def added_items(case: OpenCase, part: ReviewPart, language: str) -> list[EvidenceItem]:
    """Give what other capabilities add."""
    return [item for source in _ADDED for item in source(case, part, language)]


def material_items(case: OpenCase, rows: Iterable[Sequence[Any]], language: str) -> list[EvidenceItem]:
    """Give what was asked for as evidence, in every version that a verdict may name; the newest is offered.

    To those who may not read the material all versions look alike: its title and no more.
    Shape: rows of id, list key, item key, title, versions (`number`, `at` as ISO text; None for none) by number, and
    status.
    """
    may_read = case.may_read(CaseObject.MATERIAL)
    address = reverse("reviews:case_material", args=[case.review.pk])
    items = []
    for pk, list_key, item_key, title, versions, status in rows:
        listed = _listed(list_key, item_key)
        thing = EvidenceItem(
            SourceKind.MATERIAL,
            str(pk),
            listed.title(language) if listed else title or item_key,
            listed.criteria if listed else (),
            f"{address}{pk}/" if may_read else "",
        )
        came = {one["number"]: datetime.fromisoformat(one["at"]) for one in versions or ()}
        items += in_versions(thing, came, is_awaited=status in material.OPEN_STATUSES)
    return items


_VERSIONS = (
    MaterialVersion.objects.filter(item=OuterRef("pk"))
    .order_by("number")
    .values(told=JSONObject(number="number", at="handed_in_at"))
)


def note_items(case: OpenCase, part: ReviewPart, rows: Iterable[Sequence[Any]]) -> list[EvidenceItem]:
    """Give notes as evidence; to those who may not read notes, that there was an interview and no more.

    Shape: rows of id, function, time, criteria, text.
    """
    may_read = case.may_read(CaseObject.NOTES)
    address = f"{reverse('reviews:notes', args=[case.review.pk])}?part={part.key}"
    return [
        EvidenceItem(
            SourceKind.NOTE,
            str(pk),
            note_title(interviewed, heard_at),
            tuple(criteria),
            f"{address}#note-{pk}" if may_read else "",
            text if may_read else "",
        )
        for pk, interviewed, heard_at, criteria, text in rows
    ]


def _listed(list_key: str, item_key: str) -> RequestItem | None:
    try:
        return material.load(list_key).item(item_key) if item_key else None
    except material.UnknownRequestList:
        return None


_ADDED: list[EvidenceSource] = []
