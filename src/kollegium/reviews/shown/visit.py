"""The reading copy that a device keeps for the visit, as plain data."""

from collections import defaultdict
from typing import Any

from django.utils import timezone

from kollegium.domain.standard import Area, Standard
from kollegium.domain.verdict_evidence import EvidenceItem
from kollegium.reviews.models import Grade
from kollegium.reviews.note_words import INTERVIEWED_NAMES
from kollegium.reviews.queries.judging import JudgedPart, OneJudgement
from kollegium.reviews.queries.notes import ReadNote
from kollegium.reviews.queries.offline import CopiedCase, CopiedPart
from kollegium.reviews.shown.areas import proposal_words
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import grade_choices
from kollegium.ui.components.records import days
from kollegium.ui.components.words import level_word

Data = dict[str, Any]


def copy_as_data(cases: list[CopiedCase]) -> Data:
    """Give cases and the standards they are judged by, to keep, and what is for the open page alone.

    Questionnaires and files are not in it. The colleagues' verdicts on areas that all are done with stand under
    `shown`, report → what was found: the page shows them while it is open and keeps them nowhere.
    """
    parts = [part for case in cases for part in case.parts]
    standards = {part.judged.standard.key: part.judged.standard for part in parts}
    return {
        "cases": [_case(case) for case in cases],
        "standards": {key: _standard(standard) for key, standard in standards.items()},
        "shown": {part.judged.part.pk: _for_the_page_alone(part.judged) for part in parts},
    }


def verdict_as_data(judgement: OneJudgement) -> Data:
    """Give one's own verdict with the version that a change of it names."""
    return {
        "outcome": judgement.outcome.value if judgement.outcome else "",
        "note": judgement.note,
        "evidence": list(judgement.evidence),
        "version": judgement.version,
    }


def grade_as_data(grade: Grade | None) -> Data:
    """Give the grade the team proposes for an area, with the version that a change of it names."""
    if grade is None:
        return {"outcome": "", "reason": "", "version": 0}
    return {"outcome": grade.outcome, "reason": grade.reason, "version": grade.sequence}


def note_as_data(note: ReadNote) -> Data:
    """Give a note; the time as a form takes it."""
    return {
        "id": note.pk,
        "key": note.key,
        "interviewed": note.interviewed.value,
        "who": str(INTERVIEWED_NAMES[note.interviewed]),
        "heard_at": f"{timezone.localtime(note.heard_at):%Y-%m-%dT%H:%M}",
        "text": note.text,
        "criteria": list(note.criteria),
        "author": note.author,
        "is_own": note.is_own,
        "version": note.version,
    }


def _case(copied: CopiedCase) -> Data:
    review = copied.case.review
    return {
        "id": review.pk,
        "unit": review.unit.name,
        "days": str(days(review.visit_from, review.visit_to)),
        "standard": review.standard_key,
        "parts": [_part(part) for part in copied.parts],
    }


def _part(part: CopiedPart) -> Data:
    judged: JudgedPart = part.judged
    chosen = {reference for one in judged.own.values() for reference in one.evidence}
    titles = {item.key: item.title(language_now()) for item in judged.standard.service_parts}
    return {
        "id": judged.part.pk,
        "key": judged.part.key,
        "title": titles.get(judged.part.key, ""),
        "done": [area.key for area in judged.standard.areas if judged.is_done_by_me(area)],
        "own": {key: verdict_as_data(one) for key, one in judged.own.items()},
        "open": [area.key for area in judged.standard.areas if judged.is_open(area)],
        "agreed": {key: verdict_as_data(one) for key, one in judged.reconciled.items()},
        "grades": {key: grade_as_data(one) for key, one in judged.grades.items()},
        "notes": [note_as_data(note) for note in part.notes],
        "evidence": [
            _evidence(item) for item in part.evidence.values() if item.is_offered or item.reference in chosen
        ],
    }


def _for_the_page_alone(judged: JudgedPart) -> Data:
    """Give what the others found, what all found alike and is not agreed on yet, and what the rule makes of the rest."""
    found: dict[str, list[Data]] = defaultdict(list)
    for number, rows in sorted(judged.others.items()):
        for key, one in rows.items():
            outcome = one.outcome.value if one.outcome else ""
            found[key].append({"who": judged.team[number], "outcome": outcome, "note": one.note})
    areas = judged.standard.areas
    return {
        "found": found,
        "alike": {key: verdict.value for area in areas for key, verdict in judged.agreed(area).items()},
        "proposals": {
            area.key: proposal_words(judged.proposal(area))
            for area in areas
            if all(criterion.key in judged.reconciled for criterion in area.criteria)
        },
    }


def _evidence(item: EvidenceItem) -> Data:
    return {
        "reference": item.reference,
        "title": item.label,
        "bare": item.title if item.is_missing else "",
        "criteria": list(item.criteria),
        "offered": item.is_offered,
        "missing": item.is_missing,
        "newer": {"reference": item.newer.reference, "words": item.newer.words, "url": item.newer.url}
        if item.newer
        else None,
    }


def _standard(standard: Standard) -> list[Data]:
    return [_area(area) for area in standard.areas]


def _area(area: Area) -> Data:
    language = language_now()
    return {
        "key": area.key,
        "title": area.title(language),
        "steps": grade_choices(area, language),
        "criteria": [
            {
                "key": criterion.key,
                "text": criterion.text_sv,
                "gloss": criterion.text_en if language == "en" else "",
                "level": criterion.level.value,
                "level_word": level_word(criterion.level),
            }
            for criterion in area.criteria
        ],
    }
