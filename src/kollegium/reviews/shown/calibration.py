"""The calibration as its page shows it: each proposed grade beside those for like findings."""

from collections import Counter
from typing import Any

from django.urls import reverse

from kollegium.domain.calibration import Likeness
from kollegium.domain.standard import Area, Outcome
from kollegium.reviews.case_words import ADVICE_NAMES
from kollegium.reviews.models import Advice, CalibrationComment
from kollegium.reviews.queries.calibration import Compared
from kollegium.reviews.queries.judging import JudgedPart
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.ui.components.grades import ShownGrade
from kollegium.ui.components.records import day

MOST_SHOWN = 8
Shown = dict[str, Any]


def shown_area(
    judged: JudgedPart, area: Area, compared: Compared, comments: list[CalibrationComment]
) -> Shown:
    """Give one area: its grade, what fell short, how like findings were graded, and what is said of it."""
    short = frozenset(
        criterion.key
        for criterion in area.criteria
        if (one := judged.reconciled.get(criterion.key)) and one.outcome and one.outcome.falls_short
    )
    like = compared.like(area, short)
    counts = Counter(found.outcome for _, found in like)
    grade = judged.grades.get(area.key)
    return {
        "key": area.key,
        "title": area.title(language_now()),
        "grade": _mark(area, Outcome(grade.outcome)) if grade else None,
        "reason": grade.reason if grade else "",
        "short": [criterion for criterion in area.criteria if criterion.key in short],
        "counts": [(_mark(area, outcome), counts[outcome]) for outcome in Outcome if counts[outcome]],
        "like_count": len(like),
        "like": [
            {
                "unit": compared.reviews[found.review_id]["review__unit__name"],
                "visit": day(compared.reviews[found.review_id]["review__visit_from"]),
                "url": reverse("reviews:review", args=[found.review_id]),
                "is_same": likeness is Likeness.SAME,
                "short": ", ".join(
                    criterion.key for criterion in area.criteria if criterion.key in found.short
                ),
                "grade": _mark(area, found.outcome),
            }
            for likeness, found in like[:MOST_SHOWN]
        ],
        "is_unlike": bool(grade and counts and not counts[Outcome(grade.outcome)]),
        "comments": [
            {
                "advice": ADVICE_NAMES[one.advice],
                "kind": "waiting" if one.advice == Advice.RECONSIDER else "done",
                "text": one.text,
                "by": one.written_by.name if one.written_by else "",
                "at": one.written_at,
                "pk": one.pk,
                "answer": one.answer,
                "answered_by": one.answered_by.name if one.answered_by else "",
                "answered_at": one.answered_at,
            }
            for one in comments
        ],
    }


def _mark(area: Area, outcome: Outcome) -> ShownGrade:
    return ShownGrade(now=mark_of(area, outcome))
