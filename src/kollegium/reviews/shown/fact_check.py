"""The fact check as its page shows it: the frozen draft with its marked passages, remarks, and what has changed."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from kollegium.domain.passages import Piece, Span, changes_between, line_spans, marked_pieces, place_of_quote
from kollegium.domain.standard import Standard
from kollegium.reviews.fact_check_words import OUTCOME_NAMES, REMARK_KIND_NAMES
from kollegium.reviews.models import Remark, RemarkOutcome
from kollegium.reviews.queries.fact_check import FactCheckStory, FrozenPart
from kollegium.reviews.queries.report_text import Section
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.reviews.shown.titles import section_title
from kollegium.ui.components.grades import ShownGrade

Shown = dict[str, Any]
# Section key → text as it stands now, by part.
Now = Mapping[tuple[int, str], str]


def shown_parts(story: FactCheckStory, standard: Standard, now: Now) -> list[Shown]:
    """Give every part of the frozen draft, its sections in the report's order."""
    titles = {item.key: item.title(language_now()) for item in standard.service_parts}
    return [
        {
            "key": part.key,
            "title": titles.get(part.key, "") if len(story.parts) > 1 else "",
            "sections": [_section(story, part, section, standard, now) for section in part.sections],
        }
        for part in story.parts
    ]


def shown_remark(remark: Remark, review_id: int, now: str) -> Shown:
    """Give one remark with its answer; `is_gone` tells that its words no longer stand in the report."""
    return {
        "id": remark.pk,
        "kind": REMARK_KIND_NAMES[remark.kind],
        "quote": remark.quote,
        "text": remark.text,
        "by": remark.written_by.name if remark.written_by else "",
        "at": remark.written_at,
        "outcome": OUTCOME_NAMES[remark.outcome] if remark.outcome else "",
        "answer": remark.answer,
        "answered_by": remark.answered_by.name if remark.answered_by else "",
        "answered_at": remark.answered_at,
        "is_gone": bool(remark.quote) and place_of_quote(now, remark.quote, remark.start) is None,
        "url": reverse("reviews:answer_remark", args=[review_id, remark.pk]),
    }


def shown_lines(section: Section, remarks: tuple[Remark, ...]) -> list[Shown]:
    """Give the lines of a text, cut where passages begin and end. Units: `start` in characters."""
    marks = tuple(Span(one.start, one.start + len(one.quote)) for one in remarks if one.quote)
    return [
        {"start": line.start, "pieces": marked_pieces(section.text, line, marks)}
        for line in line_spans(section.text)
    ]


def shown_changes(before: str, after: str) -> list[Shown]:
    """Give the pieces of a changed text, nothing when it is the same."""
    if before == after:
        return []
    return [
        {"text": words, "is_added": piece is Piece.ADDED, "is_removed": piece is Piece.REMOVED}
        for piece, words in changes_between(before, after)
    ]


def _section(
    story: FactCheckStory, part: FrozenPart, section: Section, standard: Standard, now: Now
) -> Shown:
    remarks = story.remarks_on(part.part_id, section.key)
    stands = now.get((part.part_id, section.key), "")
    review_id = story.check.review_id
    outcome = part.grades.get(section.area_key)
    changes = shown_changes(section.text, stands)
    return {
        "id": f"{part.part_id}-{section.key}",
        "key": section.key,
        "title": section_title(standard, section),
        "is_list": not section.area_key,
        "grade": ShownGrade(now=mark_of(standard.area(section.area_key), outcome)) if outcome else None,
        "lines": shown_lines(section, remarks),
        "remarks": [shown_remark(one, review_id, stands) for one in remarks],
        "changes": changes,
        "is_promised": not changes and any(one.outcome == RemarkOutcome.CHANGED for one in remarks),
        "url": reverse("reviews:remark", args=[review_id, part.part_id, section.key]),
    }
