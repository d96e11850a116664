"""The dated things of cases in progress, in a table: what is reminded of, when, and in which words."""

from django.urls import reverse
from django.utils.translation import gettext as _

from kollegium.notifications.dated import DatedKind
from kollegium.reviews.queries import fact_check, material_steps


def _fact_check_title(step: int) -> str:
    if step < 0:
        return _("The facts of a draft report are to be checked soon")
    return _("The fact check is late") if step > 0 else _("The fact check of a draft report ends today")


def _material_title(step: int) -> str:
    if step < 0:
        return _("Material is to be handed in soon before a visit")
    return _("Material before a visit is late") if step > 0 else _("Material before a visit is due today")


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
    DatedKind(
        key="material-due",
        steps=(-14, -3, 0, 3),
        find=material_steps.due_material,
        still_open=material_steps.open_material,
        title=_material_title,
        url=lambda review_id: reverse("reviews:case_material", args=[review_id]),
    ),
)
