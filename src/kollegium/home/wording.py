"""The steps of the start page in words, and where each leads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from kollegium.domain.case_life import State
from kollegium.domain.changes import FIRST_LOOK_BACK, LONGEST_LOOK_BACK, LastLook
from kollegium.domain.next_steps import CaseLabel, NextStep, Urgency
from kollegium.reviews.case_words import case_told
from kollegium.reviews.queries.open_cases import Waits
from kollegium.reviews.queries.overdue import UNITS_OVERDUE
from kollegium.ui.components.numbers import whole_number

DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step as the start page shows it. `when` is empty for a step without a day."""

    title: str
    detail: str
    url: str
    when: str
    is_late: bool


def shown(step: NextStep, *, as_of: date, apart: Mapping[int, CaseLabel] | None = None) -> ShownStep:
    """Word one step and give its address; `apart` is what tells cases of one name from each other."""
    is_late = step.urgency == Urgency.LATE
    label = (apart or {}).get(step.object_id or 0) if step.case else None
    about = (step.name, *(case_told(label) if label else ()))
    when = ""
    if step.due_on is not None:
        when = _late(step.due_on, as_of) if is_late else _by(step)
        about += (_since(step.due_on) if is_late else "",)
    detail = " · ".join(filter(None, about)) or str(_DETAILS.get(step.kind, ""))
    return ShownStep(_title(step), detail, _URLS[step.kind](step), when, is_late)


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


def _late(due_on: date, as_of: date) -> str:
    days = (as_of - due_on).days
    return ngettext("%(count)s day late", "%(count)s days late", days) % {"count": whole_number(days)}


def _since(due_on: date) -> str:
    return _("since %(day)s") % {"day": date_format(due_on, "j F Y")}


def _by(step: NextStep) -> str:
    day = date_format(step.due_on, "j F Y")
    # A visit is on its day, and not at the latest then.
    return day if step.kind == "case-visit" else _("by %(day)s") % {"day": day}


def _title(step: NextStep) -> str:
    if step.is_capped and step.kind in _CAPPED:
        return str(_CAPPED[step.kind] % {"count": whole_number(step.count)})
    return str(_TITLES[step.kind] % {"count": step.count})


_CAPPED: dict[str, Promise] = {
    "actions-to-judge": gettext_lazy("More than %(count)s actions reported done are to be followed up"),
    "reviews-unpublished": gettext_lazy("More than %(count)s reviews are not published"),
    "actions-late-more": gettext_lazy("More than %(count)s more late actions"),
    "actions-soon-more": gettext_lazy("More than %(count)s more actions are to be done soon"),
}
_LATE = ngettext_lazy("Follow up %(count)s late action", "Follow up %(count)s late actions", "count")
_SOON = ngettext_lazy("%(count)s action is to be done soon", "%(count)s actions are to be done soon", "count")
_OUT_IN_MORE = ngettext_lazy(
    "Questionnaires are out in %(count)s more case", "Questionnaires are out in %(count)s more cases", "count"
)
_TITLES: dict[str, Promise] = {
    "actions-late": _LATE,
    "promises-late": ngettext_lazy(
        "%(count)s promised change is not made: tell how it goes",
        "%(count)s promised changes are not made: tell how it goes",
        "count",
    ),
    "unit-actions-late": _LATE,
    "actions-soon": _SOON,
    "unit-actions-soon": _SOON,
    "actions-late-more": ngettext_lazy("%(count)s more late action", "%(count)s more late actions", "count"),
    "actions-soon-more": ngettext_lazy(
        "%(count)s more action is to be done soon",
        "%(count)s more actions are to be done soon",
        "count",
    ),
    "review-due": gettext_lazy("The next external review should be done"),
    "units-overdue": ngettext_lazy(
        "%(count)s unit has had no external review in five years",
        "%(count)s units have had no external review in five years",
        "count",
    ),
    "reviews-unpublished": ngettext_lazy(
        "%(count)s review is not published", "%(count)s reviews are not published", "count"
    ),
    "cases-to-plan": ngettext_lazy(
        "Plan %(count)s review that is ordered", "Plan %(count)s reviews that are ordered", "count"
    ),
    "orders-waiting": ngettext_lazy(
        "Take on or decline %(count)s order", "Take on or decline %(count)s orders", "count"
    ),
    "material-late": ngettext_lazy(
        "Hand in %(count)s thing that is late before the visit",
        "Hand in %(count)s things that are late before the visit",
        "count",
    ),
    "material-soon": ngettext_lazy(
        "Hand in %(count)s thing before the visit", "Hand in %(count)s things before the visit", "count"
    ),
    "material-new": ngettext_lazy(
        "Look at %(count)s new material", "Look at %(count)s new materials", "count"
    ),
    "actions-to-judge": ngettext_lazy(
        "Follow up %(count)s action reported done", "Follow up %(count)s actions reported done", "count"
    ),
    "own-actions-to-judge": ngettext_lazy(
        "Judge %(count)s action reported done", "Judge %(count)s actions reported done", "count"
    ),
    "actions-to-show": ngettext_lazy(
        "Show what was done in %(count)s action reported done",
        "Show what was done in %(count)s actions reported done",
        "count",
    ),
    "actions-to-tell-of": ngettext_lazy(
        "Tell how it went with %(count)s action", "Tell how it went with %(count)s actions", "count"
    ),
    "extra-review": gettext_lazy("An extra internal review is to be done"),
    "questionnaires-to-send": gettext_lazy("Send the questionnaires before the visit"),
    "questionnaires-to-remind": ngettext_lazy(
        "Questionnaires are out to %(count)s person: send a reminder",
        "Questionnaires are out to %(count)s people: send a reminder",
        "count",
    ),
    "questionnaires-out": ngettext_lazy(
        "Questionnaires are out to %(count)s person", "Questionnaires are out to %(count)s people", "count"
    ),
    "questionnaire-runs": gettext_lazy(
        "A questionnaire is under way: if you were asked, the link is in your letter"
    ),
    "fact-check": gettext_lazy("Check the facts of the draft report"),
    "review-feedback": gettext_lazy("Say what you think of the review, if you like"),
    "remarks-to-answer": ngettext_lazy(
        "Answer %(count)s remark on the draft", "Answer %(count)s remarks on the draft", "count"
    ),
    "comments-to-answer": ngettext_lazy(
        "Answer %(count)s comment on your grades", "Answer %(count)s comments on your grades", "count"
    ),
    "reconsideration-possible": gettext_lazy("The review is decided: you may ask for reconsideration"),
    "reconsideration-asked": gettext_lazy("Decide on the reconsideration that a unit asks for"),
    "plan-to-send": gettext_lazy("Write and send the action plan"),
    "plan-possible": gettext_lazy("An action plan may be written, if you like"),
    "plan-sent-back": gettext_lazy("The action plan was sent back: complete it"),
    "plan-to-judge": gettext_lazy("Judge the action plan that a unit has sent"),
    "case-visit": gettext_lazy("Review with a visit"),
    "case-judge": gettext_lazy("Judge and write together with the team"),
    "case-visit-over": gettext_lazy("The visit has been: take the next step"),
    "case-calibrate": gettext_lazy("The fact check is done: go on to calibration"),
    "case-decide": gettext_lazy("Decide the grades once they are calibrated"),
    "case-compare": gettext_lazy("Compare the proposed grades with other reviews"),
    "case-compare-more": ngettext_lazy(
        "%(count)s more case whose grades are to be compared",
        "%(count)s more cases whose grades are to be compared",
        "count",
    ),
    "material-late-more": ngettext_lazy(
        "Material is late in %(count)s more case", "Material is late in %(count)s more cases", "count"
    ),
    "material-soon-more": ngettext_lazy(
        "Material is to be handed in in %(count)s more case",
        "Material is to be handed in in %(count)s more cases",
        "count",
    ),
    "material-new-more": ngettext_lazy(
        "There is new material in %(count)s more case",
        "There is new material in %(count)s more cases",
        "count",
    ),
    "fact-check-more": ngettext_lazy(
        "%(count)s more draft report is to be checked",
        "%(count)s more draft reports are to be checked",
        "count",
    ),
    "reconsideration-possible-more": ngettext_lazy(
        "%(count)s more review is decided, and reconsideration may be asked for",
        "%(count)s more reviews are decided, and reconsideration may be asked for",
        "count",
    ),
    "review-feedback-more": ngettext_lazy(
        "Say what you think of %(count)s more review, if you like",
        "Say what you think of %(count)s more reviews, if you like",
        "count",
    ),
    "comments-to-answer-more": ngettext_lazy(
        "Comments on your grades are to be answered in %(count)s more case",
        "Comments on your grades are to be answered in %(count)s more cases",
        "count",
    ),
    "review-due-more": ngettext_lazy(
        "The next external review should be done at %(count)s more place",
        "The next external review should be done at %(count)s more places",
        "count",
    ),
    "case-calibrate-more": ngettext_lazy(
        "%(count)s more case to take on to calibration",
        "%(count)s more cases to take on to calibration",
        "count",
    ),
    "case-decide-more": ngettext_lazy(
        "%(count)s more case to decide", "%(count)s more cases to decide", "count"
    ),
    "case-visit-more": ngettext_lazy(
        "%(count)s more review with a visit", "%(count)s more reviews with a visit", "count"
    ),
    "case-judge-more": ngettext_lazy(
        "%(count)s more case to judge and write", "%(count)s more cases to judge and write", "count"
    ),
    "case-visit-over-more": ngettext_lazy(
        "%(count)s more visit is over and waits for the next step",
        "%(count)s more visits are over and wait for the next step",
        "count",
    ),
    "own-actions-to-judge-more": ngettext_lazy(
        "Actions reported done in %(count)s more plan are to be judged",
        "Actions reported done in %(count)s more plans are to be judged",
        "count",
    ),
    "actions-to-show-more": ngettext_lazy(
        "What was done is to be shown in %(count)s more plan",
        "What was done is to be shown in %(count)s more plans",
        "count",
    ),
    "actions-to-tell-of-more": ngettext_lazy(
        "Tell how it went in %(count)s more plan", "Tell how it went in %(count)s more plans", "count"
    ),
    "extra-review-more": ngettext_lazy(
        "%(count)s more extra internal review is to be done",
        "%(count)s more extra internal reviews are to be done",
        "count",
    ),
    "questionnaires-to-send-more": ngettext_lazy(
        "Questionnaires are to be sent in %(count)s more case",
        "Questionnaires are to be sent in %(count)s more cases",
        "count",
    ),
    "questionnaires-out-more": _OUT_IN_MORE,
    "questionnaires-to-remind-more": _OUT_IN_MORE,
    "remarks-to-answer-more": ngettext_lazy(
        "Remarks on the draft are to be answered in %(count)s more case",
        "Remarks on the draft are to be answered in %(count)s more cases",
        "count",
    ),
    "publish-anew": gettext_lazy("What is public is out of date: publish the review anew"),
    "proposals-waiting": ngettext_lazy(
        "Confirm %(count)s report that has been read",
        "Confirm %(count)s reports that have been read",
        "count",
    ),
    "roles-proposed": ngettext_lazy(
        "Decide about %(count)s proposed role", "Decide about %(count)s proposed roles", "count"
    ),
    "invitations-stuck": ngettext_lazy(
        "%(count)s invitation has not been accepted: send it again or take it back",
        "%(count)s invitations have not been accepted: send them again or take them back",
        "count",
    ),
    "invitations-waiting": ngettext_lazy(
        "%(count)s invitation waits for an answer", "%(count)s invitations wait for an answer", "count"
    ),
    "second-step-missing": ngettext_lazy(
        "%(count)s person lacks the second step their role asks for",
        "%(count)s people lack the second step their role asks for",
        "count",
    ),
    "only-administrator": gettext_lazy(
        "You are the only administrator who can log in: give somebody else the role"
    ),
}
# What the title alone would leave one to guess, of steps that are about no single thing.
_DETAILS: dict[str, Promise] = {
    "orders-waiting": gettext_lazy("Nobody has answered whoever ordered"),
    "cases-to-plan": gettext_lazy("The order is taken on; the review is not planned"),
}
_URLS: dict[str, Callable[[NextStep], str]] = {
    "actions-late": lambda step: _plan(step),
    "promises-late": lambda step: _plan(step),
    "actions-soon": lambda step: _plan(step),
    "actions-to-judge": lambda step: f"{reverse('action_plans:board')}?show=to_follow_up",
    "own-actions-to-judge": lambda step: _plan(step),
    "actions-to-show": lambda step: _plan(step),
    "actions-to-tell-of": lambda step: _plan(step),
    "extra-review": lambda step: reverse("action_plans:extra_reviews"),
    "unit-actions-late": lambda step: f"{reverse('action_plans:unit', args=[step.object_id])}?show=late",
    "unit-actions-soon": lambda step: f"{reverse('action_plans:unit', args=[step.object_id])}?show=soon",
    "actions-late-more": lambda step: f"{reverse('action_plans:board')}?show=late",
    "actions-soon-more": lambda step: f"{reverse('action_plans:board')}?show=soon",
    "review-due": lambda step: reverse("reviews:unit_reviews", args=[step.object_id]),
    "units-overdue": lambda step: f"{reverse('organisations:units')}?only={UNITS_OVERDUE}",
    "reviews-unpublished": lambda step: f"{reverse('reviews:list')}?published=no",
    "cases-to-plan": lambda step: f"{reverse('reviews:cases')}?state=ordered",
    "material-late": lambda step: reverse("reviews:case_material", args=[step.object_id]),
    "material-soon": lambda step: reverse("reviews:case_material", args=[step.object_id]),
    "material-new": lambda step: reverse("reviews:case_material", args=[step.object_id]),
    "questionnaires-to-send": lambda step: reverse("reviews:case_questionnaires", args=[step.object_id]),
    "questionnaires-to-remind": lambda step: reverse("reviews:case_questionnaires", args=[step.object_id]),
    "questionnaires-out": lambda step: reverse("reviews:case_questionnaires", args=[step.object_id]),
    "questionnaire-runs": lambda step: reverse("reviews:open_case", args=[step.object_id]),
    "review-feedback": lambda step: reverse("reviews:feedback", args=[step.object_id]),
    "fact-check": lambda step: reverse("reviews:fact_check", args=[step.object_id]),
    "remarks-to-answer": lambda step: reverse("reviews:fact_check", args=[step.object_id]),
    "comments-to-answer": lambda step: reverse("reviews:calibration", args=[step.object_id]),
    "reconsideration-possible": lambda step: reverse("reviews:reconsideration", args=[step.object_id]),
    "reconsideration-asked": lambda step: reverse("reviews:reconsideration", args=[step.object_id]),
    "plan-to-send": lambda step: reverse("action_plans:plan", args=[step.object_id]),
    "plan-possible": lambda step: reverse("action_plans:plan", args=[step.object_id]),
    "plan-sent-back": lambda step: reverse("action_plans:plan", args=[step.object_id]),
    "plan-to-judge": lambda step: reverse("action_plans:plan", args=[step.object_id]),
    "case-visit": lambda step: reverse("reviews:open_case", args=[step.object_id]),
    "case-judge": lambda step: reverse("reviews:judgement", args=[step.object_id]),
    "case-visit-over": lambda step: reverse("reviews:open_case", args=[step.object_id]),
    "case-calibrate": lambda step: reverse("reviews:open_case", args=[step.object_id]),
    "case-decide": lambda step: reverse("reviews:decision", args=[step.object_id]),
    "case-compare": lambda step: reverse("reviews:calibration", args=[step.object_id]),
    "case-compare-more": lambda step: _cases(waits=Waits.TO_DECIDE),
    "material-late-more": lambda step: _cases(waits=Waits.MATERIAL),
    "material-soon-more": lambda step: _cases(waits=Waits.MATERIAL),
    "material-new-more": lambda step: _cases(mine="on"),
    "fact-check-more": lambda step: _cases(state=State.FACT_CHECK),
    "reconsideration-possible-more": lambda step: reverse("reviews:list"),
    "review-feedback-more": lambda step: reverse("reviews:list"),
    "comments-to-answer-more": lambda step: _cases(state=State.CALIBRATION, mine="on"),
    "review-due-more": lambda step: f"{reverse('action_plans:cycle')}?show=soon",
    "case-calibrate-more": lambda step: _cases(waits=Waits.TO_CALIBRATE),
    "case-decide-more": lambda step: _cases(waits=Waits.TO_DECIDE),
    "case-visit-more": lambda step: _cases(waits=Waits.VISIT_AHEAD),
    "case-judge-more": lambda step: _cases(waits=Waits.TO_JUDGE, mine="on"),
    "case-visit-over-more": lambda step: _cases(waits=Waits.VISIT_OVER),
    "own-actions-to-judge-more": lambda step: f"{reverse('action_plans:board')}?show=to_follow_up",
    "actions-to-show-more": lambda step: f"{reverse('action_plans:board')}?show=to_follow_up",
    "actions-to-tell-of-more": lambda step: f"{reverse('action_plans:board')}?show=unknown",
    "extra-review-more": lambda step: reverse("action_plans:extra_reviews"),
    "questionnaires-to-send-more": lambda step: _cases(state=State.PREPARING),
    "questionnaires-out-more": lambda step: _cases(state=State.PREPARING),
    "questionnaires-to-remind-more": lambda step: _cases(state=State.PREPARING),
    "remarks-to-answer-more": lambda step: _cases(state=State.FACT_CHECK),
    "publish-anew": lambda step: reverse("reviews:publish", args=[step.object_id]),
    "orders-waiting": lambda step: f"{reverse('planning:orders')}?state=waiting",
    "proposals-waiting": lambda step: reverse("report_import:batch", args=[step.object_id]),
    "roles-proposed": lambda step: reverse("accounts:proposals"),
    "invitations-stuck": lambda step: reverse("accounts:invitations"),
    "invitations-waiting": lambda step: reverse("accounts:invitations"),
    "second-step-missing": lambda step: f"{reverse('accounts:people')}?state=no-second-step",
    "only-administrator": lambda step: f"{reverse('accounts:rights')}?role=administrator",
}


def _cases(**filters: str) -> str:
    return f"{reverse('reviews:cases')}?{urlencode(filters)}"


def _plan(step: NextStep) -> str:
    return reverse("reviews:review", args=[step.object_id]) + "#plan"
