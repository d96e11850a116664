"""The action plan in the user's words: what is warned of, what the rule says, why something is refused."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.domain.grading import Answer, RegradingReason
from kollegium.domain.planning_answers import PlanWarning
from kollegium.reviews.case_words import CASE_REFUSALS

Words = Mapping[str, str | Promise]

ANSWER_NAMES: Words = {
    Answer.YES: pgettext_lazy("answers the criterion", "Yes"),
    Answer.PARTLY: pgettext_lazy("answers the criterion", "Partly"),
    Answer.NO: pgettext_lazy("answers the criterion", "No"),
}
ANSWER_STATUS: Mapping[str, str] = {Answer.YES: "done", Answer.PARTLY: "waiting", Answer.NO: "late"}
WARNINGS: Words = {
    PlanWarning.OFF_SUBJECT: _(
        "The action does not mention what the criterion is about. Say what you will do about that very thing."
    ),
    PlanWarning.DUE_IN_PAST: _("This day has passed. If it was done then, say that it is done."),
    PlanWarning.DONE_AHEAD: _("This day is still ahead, although it is said to be done."),
    PlanWarning.FOLLOWED_UP_BEFORE_DUE: _("The follow-up comes before the action is to be done."),
    PlanWarning.SAME_PERSON: _(
        "The same person does it and follows it up. Let somebody else follow up, if you can."
    ),
    PlanWarning.NO_EVIDENCE: _("Say what will show that it is done: a routine, minutes, a schedule."),
}
# At which field each warning stands.
WARNED_FIELDS: Mapping[str, str] = {
    PlanWarning.OFF_SUBJECT: "action",
    PlanWarning.DUE_IN_PAST: "due_on",
    PlanWarning.DONE_AHEAD: "due_on",
    PlanWarning.FOLLOWED_UP_BEFORE_DUE: "follow_up_on",
    PlanWarning.SAME_PERSON: "follow_up_responsible",
    PlanWarning.NO_EVIDENCE: "evidence",
}
EFFECTS: Words = {
    RegradingReason.EVERY_BREACH_ANSWERED: _(
        "The rule proposes %(letter)s: every breach (%(criteria)s) has an action that answers it."
    ),
    RegradingReason.BREACH_NOT_ANSWERED: _(
        "The rule lets %(letter)s stand: %(criteria)s is not fully answered."
    ),
    RegradingReason.JUDGEMENT_MISSING: _("The rule waits for the judgement of %(criteria)s."),
    RegradingReason.NO_BREACH_RECORDED: _(
        "The rule proposes nothing: no breach is on record that says why the area failed. Decide from the plan."
    ),
    RegradingReason.OUTCOME_NOT_IN_SCALE: _(
        "Every breach (%(criteria)s) is answered, but the scale of this area has no grade for passed with remarks. "
        "Decide whether the grade stands."
    ),
    RegradingReason.NO_RULE_FOR_ACTION_PLANS: _(
        "In this model no rule says what a plan does to the grade. Decide from the plan."
    ),
}
REFUSALS: Words = {
    **CASE_REFUSALS,
    "judged-meanwhile": _(
        "Somebody else has judged this since you opened it, see above. What you typed is kept below. "
        "Save it to put it in place of that, or let what stands be."
    ),
    "plan-not-with-unit": _(
        "The plan has been sent. Only the review office can open it again, by sending it back."
    ),
    "plan-not-with-office": _("The plan is not with the review office now, so this cannot be done."),
    "item-required": _("This criterion must be answered, so the action stays."),
    "item-sent": _("This action was sent before and stands in the review. Change it instead."),
    "plan-incomplete": _("Something is missing for %(keys)s: action, days and who does and follows up."),
    "plan-empty": _("Nothing is written yet."),
    "warnings-unseen": _("Read what is warned of and say that you have seen it."),
    "day-not-later": _("Choose a later day than the one that stands."),
    "day-in-past": _("Choose today or a later day."),
    "area-decided": _("The grade of the area is decided already, so the judgement stays."),
    "items-unjudged": _("Judge %(keys)s before you decide the grade."),
}


def plan_refusal(code: str, params: Mapping[str, object]) -> str:
    """Say in one sentence why something about a plan was refused."""
    return str(REFUSALS["judged-meanwhile" if params.get("judged") else code]) % params
