"""The life of a case in the user's words: states, steps, duties, refusals."""

from collections.abc import Mapping
from datetime import date

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.domain.case_life import State, Step
from kollegium.domain.next_steps import CaseLabel
from kollegium.reviews.fact_check_words import FACT_CHECK_REFUSALS
from kollegium.reviews.models import Advice, Duty
from kollegium.reviews.queries.open_cases import Waits
from kollegium.reviews.reconsideration_words import RECONSIDERATION_REFUSALS
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import KIND_NAMES
from kollegium.reviews.wording import REFUSALS as REVIEW_REFUSALS

Words = Mapping[str, str | Promise]

DUTY_NAMES: Words = {
    Duty.LEAD: pgettext_lazy("duty in a team", "Lead reviewer"),
    Duty.MEMBER: pgettext_lazy("duty in a team", "Reviewer"),
    Duty.JUNIOR: pgettext_lazy("duty in a team", "New reviewer, beside an experienced one"),
}
ADVICE_NAMES: Words = {
    Advice.KEEP: pgettext_lazy("advice in a calibration", "Keep the grade"),
    Advice.RECONSIDER: pgettext_lazy("advice in a calibration", "Reconsider the grade"),
}
WAITS_NAMES: Words = {
    Waits.VISIT_OVER: _("Visit has been, no step since"),
    Waits.VISIT_AHEAD: _("Visit to come"),
    Waits.TO_JUDGE: _("To judge and write"),
    Waits.TO_CALIBRATE: _("Fact check done, to be calibrated"),
    Waits.TO_DECIDE: _("To decide"),
    Waits.MATERIAL: _("Material to hand in"),
}
# What the button says.
STEP_NAMES: Words = {
    Step.PLAN: _("Plan the review"),
    Step.PREPARE: _("Begin the preparations"),
    Step.VISIT_DONE: _("The visit is done"),
    Step.WRITE: _("Begin the report"),
    Step.SEND_DRAFT: _("Send the draft to the unit"),
    Step.CALIBRATE: _("Go on to calibration"),
    Step.DECIDE: _("Decide"),
    Step.FOLLOW_UP: _("Begin the follow-up"),
    Step.CLOSE: _("Close the case"),
    Step.BACK_TO_VISIT: _("Go back to the judgement"),
    Step.BACK_TO_DRAFT: _("Take the draft back"),
    Step.WITHDRAW: _("Withdraw the case"),
}
# What the step does and for whom, told before it is taken.
STEP_EFFECTS: Words = {
    Step.PLAN: _("The unit and the reviewers see the days of the visit and the team."),
    Step.PREPARE: _("The unit is asked for its material, and the reviewers can read what has come in."),
    Step.VISIT_DONE: _(
        "For when the visit has been: no more material is asked for, and the reviewers go on judging."
    ),
    Step.WRITE: _("The reviewers write the report from what they have agreed on."),
    Step.SEND_DRAFT: _(
        "The unit reads the draft and its grades and can remark on facts. Nothing is decided yet."
    ),
    Step.CALIBRATE: _("The fact check is over. Grades are compared with other reviews of the specialty."),
    Step.DECIDE: _(
        "The grades become final. The unit, its care provider and its region can read the review."
    ),
    Step.FOLLOW_UP: _("The actions of the plan are followed until they are done."),
    Step.CLOSE: _("Nothing more is done in the case. The reviewers can no longer open it."),
    Step.BACK_TO_VISIT: _("The reviewers can change their judgements again."),
    Step.BACK_TO_DRAFT: _("The unit no longer sees the draft until it is sent anew."),
    Step.WITHDRAW: _("The review will not be done. What has been written is kept but stands in no list."),
}
# Told once the step is taken.
STEPS_TAKEN: Words = {
    Step.PLAN: _("The review is planned."),
    Step.PREPARE: _("The preparations have begun."),
    Step.VISIT_DONE: _("The visit is noted as done."),
    Step.WRITE: _("The report can be written."),
    Step.SEND_DRAFT: _("The draft is with the unit."),
    Step.CALIBRATE: _("The case is in calibration."),
    Step.DECIDE: _("The review is decided."),
    Step.FOLLOW_UP: _("The follow-up has begun."),
    Step.CLOSE: _("The case is closed."),
    Step.BACK_TO_VISIT: _("The judgement is open again."),
    Step.BACK_TO_DRAFT: _("The draft is taken back."),
    Step.WITHDRAW: _("The case is withdrawn."),
}
STATE_STATUS: Mapping[str, str] = {
    State.ORDERED: "waiting",
    State.DECIDED: "done",
    State.CLOSED: "done",
    State.WITHDRAWN: "stopped",
}
CASE_REFUSALS: Words = {
    "not-allowed-here": _("You do not have the right to do this in this case. Nothing was changed."),
    "changed-meanwhile": REVIEW_REFUSALS["changed-meanwhile"],
    "no-such-standard": _("There is no such standard."),
    "visit-ends-before-start": REVIEW_REFUSALS["visit-ends-before-start"],
    "case-number-taken": REVIEW_REFUSALS["case-number-taken"],
    "unit-closed": _("The unit is closed or has gone up in another. Move the case there or withdraw it."),
    "step-not-open": _("The case has moved on meanwhile, so this step cannot be taken now."),
    "reason-missing": _("Write the reason. It is kept with the case for good."),
    "request-missing": _("Write which request this is for."),
    "visit-missing": _("Set the first day of the visit before this step."),
    "visit-ahead": _(
        "The last day of the visit is %(day)s. If the visit was moved, its days are to be set first. If it is done all "
        "the same, write why."
    ),
    "team-too-small": _("The team needs at least %(needed)s reviewers before this step."),
    "lead-missing": _("Choose who leads the team before this step."),
    "grades-missing": _("A grade is missing for area %(areas)s. Set it before this step."),
    "already-in-team": _("This reviewer is in the team already."),
    "lead-taken": _("Somebody leads the team already. Release that person first, or choose another duty."),
    "conflict-unexplained": _(
        "There is a conflict of interest. Write how it was judged, or choose another reviewer."
    ),
    "not-a-reviewer": _("Choose somebody who is a reviewer today."),
    "not-in-team": _("This reviewer is no longer in the team."),
    "area-done": _("You are done with this area. Open it again before you change a verdict."),
    "verdicts-missing": _("You have not judged %(criteria)s yet. “Cannot tell” is also an answer."),
    "area-open": _(
        "All of you are done with this area and have seen each other's verdicts, so it stays as it is."
    ),
    "area-not-open": _("You agree on verdicts when all of you are done with the area."),
    "not-reconciled": _("Agree on %(criteria)s before you propose a grade."),
    "note-empty": _("Write what was said."),
    "outcome-not-in-scale": REVIEW_REFUSALS["outcome-not-in-scale"],
    "grade-reason-missing": _("The rule gives another grade. Write why you propose this one."),
    "case-number-missing": _("Write the number that the case is filed under."),
    "decision-reason-missing": _("Write why the decided grade of area %(area)s is not the proposed one."),
    "already-answered": _(
        "A colleague has answered this comment meanwhile. Read the answer; each comment has one."
    ),
    "against-advice": _("The calibration advised to reconsider area %(area)s. Write why the grade stands."),
    "comment-empty": _("Write why."),
    "plan-waits": _(
        "The unit has sent its action plan. Judge it, decide the grades and then close the case."
    ),
    "plan-not-sent": _(
        "The unit has not sent the action plan that the decision asks for in area %(areas)s. "
        "Wait for it, or write why the case is closed without it; the unit reads that."
    ),
    "plan-sent-back": _(
        "The action plan was sent back, and the unit has not sent it anew: area %(areas)s. "
        "Wait for it, or write why the case is closed without it; the unit reads that."
    ),
    **FACT_CHECK_REFUSALS,
    **RECONSIDERATION_REFUSALS,
}


def case_told(label: CaseLabel) -> tuple[str, ...]:
    """Give what tells a case apart in the reader's language: kind, specialty, number or year; empty values left out."""
    specialty = label.specialty_en if language_now() == "en" and label.specialty_en else label.specialty
    kind = str(KIND_NAMES[label.kind]) if label.kind else ""
    year = _("visit %(year)s") % {"year": label.visit_year} if label.visit_year and not label.number else ""
    return tuple(filter(None, (kind, specialty, label.number, year)))


def case_refusal(code: str, params: Mapping[str, object]) -> str:
    """Say in one sentence why a step or a change of the team was refused."""
    shown = {
        key: formats.date_format(value, "j F Y") if isinstance(value, date) else value
        for key, value in params.items()
    }
    return str(CASE_REFUSALS[code]) % shown
