"""Cases in progress as lists and pages show them."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from kollegium.domain.case_life import State
from kollegium.reviews.case_words import DUTY_NAMES, STATE_STATUS
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.listing import specialty_in
from kollegium.reviews.wording import KIND_NAMES, STATE_NAMES
from kollegium.ui.components.records import days


def shown_case_rows(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give plain rows of cases as the list takes them."""
    language = language_now()
    return [
        {
            "url": reverse("reviews:open_case", args=[row["pk"]]),
            "unit": row["unit__name"],
            "region": row["unit__region__name"],
            "specialty": specialty_in(language, row),
            "kind": KIND_NAMES[row["kind"]],
            "visit": days(row["visit_from"], row["visit_to"]),
            "state": STATE_NAMES[row["state"]],
            "status": STATE_STATUS.get(State(row["state"]), "neutral"),
            "case_number": row["case_number"],
            "lead": row["lead"] or "",
        }
        for row in rows
    ]


def shown_team(members: Sequence[dict[str, Any]], *, review_id: int | None = None) -> list[dict[str, Any]]:
    """Give the members of a team; with the review's id those who may change it see why each was chosen."""
    return [
        {
            "name": member["person__name"],
            "duty": str(DUTY_NAMES[member["duty"]]),
            "explanation": member["explanation"] if review_id else "",
            "release_url": reverse("reviews:case_release", args=[review_id, member["pk"]])
            if review_id
            else "",
        }
        for member in members
    ]
