"""The steps of the start page in words, and where each leads."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.domain.changes import FIRST_LOOK_BACK, LONGEST_LOOK_BACK, LastLook
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.ui.components.numbers import whole_number

DAYS_OF_A_WEEK = 7


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


def _of_case(step: NextStep) -> tuple[str, str]:
    if step.kind == "cases-to-plan":
        title = ngettext(
            "%(count)s order waits to be planned", "%(count)s orders wait to be planned", step.count
        )
        return title % {"count": step.count}, f"{reverse('reviews:cases')}?state=ordered"
    words = {
        "case-visit": _("Review with a visit"),
        "case-visit-over": _("The visit has been: take the next step"),
    }
    return words[step.kind], reverse("reviews:open_case", args=[step.object_id])


def _title_and_url(step: NextStep) -> tuple[str, str]:
    if step.kind.startswith("case"):
        return _of_case(step)
    numbers = {"count": step.count}
    if step.kind == "proposals-waiting":
        title = ngettext(
            "Confirm %(count)s report that has been read",
            "Confirm %(count)s reports that have been read",
            step.count,
        )
        return title % numbers, reverse("report_import:batch", args=[step.object_id])
    if step.kind == "orders-waiting":
        title = ngettext("%(count)s order of a review waits", "%(count)s orders of reviews wait", step.count)
        return title % numbers, f"{reverse('planning:orders')}?state=waiting"
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


def looked(look: LastLook, *, now: datetime) -> str:
    """Say when the person was last here, which is from when on changes are shown."""
    if look.before_at is None:
        days = {"days": FIRST_LOOK_BACK.days}
        return _("You look here for the first time, so the last %(days)s days are shown.") % days
    before, today = timezone.localtime(look.before_at), timezone.localdate(now)
    days_ago = (today - before.date()).days
    words = {
        "time": f"{before:%H:%M}",
        "weekday": formats.date_format(before, "l"),
        "day": formats.date_format(before, "j F Y"),
        "days": LONGEST_LOOK_BACK.days,
    }
    if days_ago == 0:
        return _("You were last here today at %(time)s.") % words
    if days_ago == 1:
        return _("You were last here yesterday at %(time)s.") % words
    if days_ago < DAYS_OF_A_WEEK:
        return _("You were last here on %(weekday)s at %(time)s.") % words
    if timedelta(days=days_ago) <= LONGEST_LOOK_BACK:
        return _("You were last here on %(day)s.") % words
    return _("You were last here on %(day)s; the last %(days)s days are shown.") % words


def greeting(name: str) -> str:
    """Greet the person by first name."""
    return _("Hello %(name)s") % {"name": name.split()[0] if name.split() else name}
