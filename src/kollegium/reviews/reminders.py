"""The dated things of cases in progress, in a table: what is reminded of, when, and in which words."""

from django.urls import reverse
from django.utils.translation import gettext as _

from kollegium.notifications.dated import DatedKind
from kollegium.reviews.queries import fact_check


def _fact_check_title(step: int) -> str:
    if step < 0:
        return _("The facts of a draft report are to be checked soon")
    return _("The fact check is late") if step > 0 else _("The fact check of a draft report ends today")


# Units of the steps: days from the day itself, before it negative.
KINDS = (
    DatedKind(
        key="fact-check",
        steps=(-7, -2, 0, 2),
        find=fact_check.due_fact_checks,
        still_open=fact_check.open_fact_checks,
        title=_fact_check_title,
        url=lambda review_id: reverse("reviews:fact_check", args=[review_id]),
    ),
)
