"""Interview notes as their pages show them."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from kollegium.domain.standard import Standard
from kollegium.reviews.models import ReviewPart
from kollegium.reviews.note_words import INTERVIEWED_NAMES
from kollegium.reviews.queries.notes import ReadNote
from kollegium.ui.components.records import moment


def shown_notes(notes: Iterable[ReadNote], part: ReviewPart, standard: Standard) -> list[dict[str, Any]]:
    """Give notes as rows: who, when, words, and links to the criteria and to what may be done."""
    area_of = {criterion.key: area.key for area in standard.areas for criterion in area.criteria}
    return [
        {
            "pk": note.pk,
            "who": INTERVIEWED_NAMES[note.interviewed],
            "at": moment(note.heard_at),
            "text": note.text,
            "first_text": note.first_text,
            "author": note.author,
            "is_own": note.is_own,
            "url": reverse("reviews:note", args=[part.review_id, note.pk]) if note.is_own else "",
            "steps_url": reverse("reviews:note_step", args=[part.review_id, note.pk]),
            "criteria": [
                (key, f"{_area_url(part, area_of[key])}#criterion-{key}")
                for key in note.criteria
                if key in area_of
            ],
        }
        for note in notes
    ]


def _area_url(part: ReviewPart, area_key: str) -> str:
    return reverse("reviews:judged_area", args=[part.review_id, part.pk, area_key])
