"""The dated things of cases in progress, in a table: what is reminded of, when, and in which words."""

from collections.abc import Collection

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.domain.next_steps import CaseLabel
from kollegium.notifications.dated import DatedKind
from kollegium.reviews.case_words import case_told
from kollegium.reviews.queries import appointments, fact_check, material_requests, material_steps
from kollegium.reviews.queries.case_labels import labels_of


def details_of_cases(review_ids: Collection[int]) -> dict[int, str]:
    """Say which review each of the cases is: its kind, specialty and number."""
    return {review_id: _which(label) for review_id, label in labels_of(review_ids).items()}


def _which(label: CaseLabel) -> str:
    return f"{', '.join(case_told(label))}."


def _fact_check_title(step: int) -> str:
    if step < 0:
        return _("The facts of a draft report are to be checked soon")
    return _("The fact check is late") if step > 0 else _("The fact check of a draft report ends today")


def _material_title(step: int) -> str:
    if step < 0:
        return _("Material is to be handed in soon before a visit")
    return _("Material before a visit is late") if step > 0 else _("Material before a visit is due today")


def _details_of_requests(review_ids: Collection[int]) -> dict[int, str]:
    waiting = material_requests.requested_in(review_ids)
    return {
        review_id: " ".join(filter(None, (_which(label), _how_much(waiting.get(review_id)))))
        for review_id, label in labels_of(review_ids).items()
    }


def _how_much(waiting: material_requests.Requested | None) -> str:
    if waiting is None:
        return ""
    words = {"count": waiting.count, "day": formats.date_format(waiting.first_due_on, "j F Y")}
    return (
        ngettext(
            "%(count)s thing is to be handed in, by %(day)s.",
            "%(count)s things are to be handed in, the first by %(day)s.",
            waiting.count,
        )
        % words
    )


def _details_of_appointments(review_ids: Collection[int]) -> dict[int, str]:
    return {
        review_id: " ".join(filter(None, (_which(about.label), _when(about), _what_to_do(about))))
        for review_id, about in appointments.visits_of(review_ids).items()
    }


def _when(about: appointments.Visit) -> str:
    if about.first is None:
        return _("The days of the visit are not set yet.")
    first, last = (formats.date_format(day, "j F Y") for day in (about.first, about.last or about.first))
    if first == last:
        return _("The visit is on %(day)s.") % {"day": first}
    return _("The visit is from %(first)s to %(last)s.") % {"first": first, "last": last}


def _what_to_do(about: appointments.Visit) -> str:
    if not about.is_ahead:
        return ""
    return _(
        "See that the days suit you. If anything ties you to the unit, note it under My reviewing and tell those "
        "who lead the review."
    )


# Units of the steps: days from the day itself, before it negative.
KINDS = (
    DatedKind(
        key="fact-check",
        steps=(-7, -2, 0, 2),
        find=fact_check.due_fact_checks,
        still_open=fact_check.open_fact_checks,
        title=_fact_check_title,
        url=lambda review_id: reverse("reviews:fact_check", args=[review_id]),
        details=details_of_cases,
    ),
    DatedKind(
        key="material-asked",
        steps=(0,),
        find=material_requests.due_requests,
        still_open=material_requests.open_requests,
        title=lambda _step: _("Material is asked for before a visit"),
        url=lambda review_id: reverse("reviews:case_material", args=[review_id]),
        details=_details_of_requests,
        is_news=True,
    ),
    DatedKind(
        key="material-due",
        steps=(-14, -3, 0, 3),
        find=material_steps.due_material,
        still_open=material_steps.open_material,
        title=_material_title,
        url=lambda review_id: reverse("reviews:case_material", args=[review_id]),
        details=details_of_cases,
    ),
    DatedKind(
        key="reviewer-appointed",
        steps=(0,),
        find=appointments.due_appointments,
        still_open=appointments.open_appointments,
        title=lambda _step: _("You are appointed to review"),
        url=lambda review_id: reverse("reviews:open_case", args=[review_id]),
        details=_details_of_appointments,
        is_news=True,
    ),
)
