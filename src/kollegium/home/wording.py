"""The steps of the start page in words, and where each leads."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.ui.components.numbers import whole_number


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step as the start page shows it."""

    title: str
    detail: str
    url: str
    due_on: date | None
    is_late: bool


def shown(step: NextStep) -> ShownStep:
    """Word one step and give its address."""
    title, url = _title_and_url(step)
    return ShownStep(title, step.name, url, step.due_on, step.urgency == Urgency.LATE)


def _title_and_url(step: NextStep) -> tuple[str, str]:
    numbers = {"count": step.count}
    if step.kind == "proposals-waiting":
        title = ngettext(
            "Confirm %(count)s report that has been read",
            "Confirm %(count)s reports that have been read",
            step.count,
        )
        return title % numbers, reverse("report_import:batch", args=[step.object_id])
    if step.kind == "roles-proposed":
        title = ngettext(
            "Decide about %(count)s proposed role", "Decide about %(count)s proposed roles", step.count
        )
        return title % numbers, reverse("accounts:proposals")
    if step.kind == "reviews-unpublished" and step.is_capped:
        title = _("More than %(count)s reviews are not published")
        return title % {"count": whole_number(step.count)}, reverse("reviews:list")
    if step.kind == "reviews-unpublished":
        title = ngettext(
            "%(count)s review is not published", "%(count)s reviews are not published", step.count
        )
        return title % numbers, reverse("reviews:list")
    if step.kind == "review-due":
        return _("The next external review should be done"), reverse(
            "reviews:unit_reviews", args=[step.object_id]
        )
    if step.kind == "units-overdue":
        title = ngettext(
            "%(count)s unit has had no external review in five years",
            "%(count)s units have had no external review in five years",
            step.count,
        )
        return title % numbers, f"{reverse('reviews:list')}?sort=oldest"
    plan_url = reverse("reviews:review", args=[step.object_id]) + "#plan"
    if step.kind == "actions-late":
        title = ngettext("Follow up %(count)s late action", "Follow up %(count)s late actions", step.count)
    else:
        title = ngettext(
            "%(count)s action is to be done soon", "%(count)s actions are to be done soon", step.count
        )
    return title % numbers, plan_url


def greeting(name: str) -> str:
    """Greet the person by first name."""
    return _("Hello %(name)s") % {"name": name.split()[0] if name.split() else name}
