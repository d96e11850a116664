"""The dated things of the follow-up, in a table: what is reminded of, when, and in which words."""

from collections.abc import Collection
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kollegium.action_plans.queries import cycle, dated, plan_days, plan_news, watching
from kollegium.notifications.dated import DatedKind
from kollegium.reviews.reminders import details_of_cases


def _plan_of(review_id: int) -> str:
    return f"{reverse('reviews:review', args=[review_id])}#plan"


def _action_title(step: int) -> str:
    if step < 0:
        return _("Actions are to be done soon")
    return _("Actions are late") if step > 0 else _("Actions should be done by now")


def _follow_up_title(step: int) -> str:
    return _("Actions are to be followed up soon") if step < 0 else _("Actions should be followed up by now")


def _handing_in_title(step: int) -> str:
    if step < 0:
        return _("An action plan is to be handed in soon")
    return _("An action plan is late") if step > 0 else _("An action plan is to be handed in today")


def _review_title(step: int) -> str:
    return (
        _("The next external review is late") if step > 0 else _("The next external review is to be arranged")
    )


def _details_with_day(review_ids: Collection[int]) -> dict[int, str]:
    """Say which review the plan answers and by when it is to be sent."""
    days = plan_days.last_days(review_ids)
    return {
        review_id: " ".join(filter(None, (told, _last_day(days.get(review_id)))))
        for review_id, told in details_of_cases(review_ids).items()
    }


def _last_day(day: date | None) -> str:
    return _("The last day is %(day)s.") % {"day": date_format(day, "j F Y")} if day else ""


def _writing_of(review_id: int) -> str:
    return reverse("action_plans:plan", args=[review_id])


# Units of the steps: days from the day itself, before it negative.
KINDS = (
    DatedKind(
        key="action-due",
        steps=(-30, -7, 0, 7, 30),
        find=dated.due_actions,
        still_open=dated.open_due_actions,
        title=_action_title,
        url=_plan_of,
        details=details_of_cases,
    ),
    DatedKind(
        key="action-follow-up",
        steps=(-7, 0, 14),
        find=dated.due_follow_ups,
        still_open=dated.open_follow_ups,
        title=_follow_up_title,
        url=_plan_of,
        details=details_of_cases,
    ),
    DatedKind(
        key="review-due",
        steps=(-365, -180, -30, 0, 90),
        find=cycle.due_reviews,
        still_open=cycle.open_due_reviews,
        title=_review_title,
        url=lambda _id: f"{reverse('action_plans:cycle')}?show=soon",
    ),
    DatedKind(
        key="action-escalated",
        steps=(0,),
        find=watching.due_escalations,
        still_open=watching.open_escalations,
        title=lambda _step: _("Actions are so late that you are told"),
        url=_plan_of,
        details=details_of_cases,
    ),
    DatedKind(
        key="plan-due",
        steps=(-30, -7, 0, 7, 30),
        find=plan_days.due_plans,
        still_open=plan_days.open_due_plans,
        title=_handing_in_title,
        url=_writing_of,
        details=details_of_cases,
    ),
    # What happens is told on its day, or as soon as letters may come.
    DatedKind(
        key="plan-sent",
        steps=(0,),
        find=plan_news.plans_sent,
        still_open=plan_news.open_plans_sent,
        title=lambda _step: _("An action plan has come in: judge it"),
        url=_writing_of,
        details=details_of_cases,
        is_news=True,
    ),
    DatedKind(
        key="plan-sent-back",
        steps=(0,),
        find=plan_news.plans_sent_back,
        still_open=plan_news.open_plans_sent_back,
        title=lambda _step: _("The action plan was sent back: read why and complete it"),
        url=_writing_of,
        details=_details_with_day,
        is_news=True,
    ),
    DatedKind(
        key="plan-given-time",
        steps=(0,),
        find=plan_news.plans_given_time,
        still_open=plan_news.open_plans_given_time,
        title=lambda _step: _("The action plan has got another last day"),
        url=_writing_of,
        details=_details_with_day,
        is_news=True,
    ),
    DatedKind(
        key="plan-settled",
        steps=(0,),
        find=plan_news.plans_settled,
        still_open=plan_news.open_plans_settled,
        title=lambda _step: _("The action plan is judged: read what was decided"),
        url=_writing_of,
        details=details_of_cases,
        is_news=True,
    ),
    DatedKind(
        key="plan-escalated",
        steps=(0,),
        find=plan_days.due_plan_escalations,
        still_open=plan_days.open_plan_escalations,
        title=lambda _step: _("An action plan is so late that you are told"),
        url=_writing_of,
        details=details_of_cases,
    ),
    DatedKind(
        key="extra-review",
        steps=(-60, -14, 0, 14),
        find=watching.due_extra_reviews,
        still_open=watching.open_extra_reviews,
        title=lambda _step: _("An extra internal review is to be done"),
        url=lambda _id: reverse("action_plans:extra_reviews"),
    ),
)
