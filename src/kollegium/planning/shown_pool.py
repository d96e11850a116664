"""The pool of reviewers as lists and pages show it."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kollegium.planning.queries.pool import ReviewerView
from kollegium.planning.wording import COUNTRY_NAMES, SENIORITY_NAMES, TIE_NAMES
from kollegium.reviews.shown.grades import language_now
from kollegium.ui.components.records import day, days


def shown_reviewer_rows(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give plain rows of reviewers as the list takes them."""
    in_english = language_now() == "en"
    return [
        {
            "url": reverse("planning:reviewer", args=[row["pk"]]),
            "name": row["name"],
            "specialties": ", ".join(
                (english if in_english else "") or name for name, english in row["specialties"]
            )
            or _("All specialties"),
            "seniority": SENIORITY_NAMES[row["reviewer_profile__seniority"] or "senior"],
            "country": COUNTRY_NAMES[country]
            if (country := row["reviewer_profile__country"] or "SE") != "SE"
            else "",
            "load": _("%(booked)s of %(most)s") % {"booked": row["booked"], "most": row["most"]},
            "state": _("Away")
            if row["is_away"]
            else _("Has room")
            if row["booked"] < row["most"]
            else _("Full"),
            "status": "stopped" if row["is_away"] else "done" if row["booked"] < row["most"] else "waiting",
        }
        for row in rows
    ]


def shown_absences(view: ReviewerView) -> list[tuple[int, object]]:
    """Give (number, days) of each absence."""
    return [(one.pk, days(one.first, one.last)) for one in view.absences]


def shown_ties(view: ReviewerView) -> list[tuple[int, object, str, object]]:
    """Give (number, kind, place, when it ended) of each tie."""
    return [
        (
            one.pk,
            TIE_NAMES[one.kind],
            one.unit.name if one.unit else one.care_provider.name if one.care_provider else "",
            day(one.until) if one.until else "",
        )
        for one in view.ties
    ]
