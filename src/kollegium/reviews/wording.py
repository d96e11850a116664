"""Kinds, states, rounds, reasons and refusals of reviews in the user's words."""

from collections.abc import Mapping

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.domain.grading import GradingReason
from kollegium.domain.naming import NameKind, SentenceReason
from kollegium.domain.standard import Area, Confidence
from kollegium.reviews.models import ActionState, CaseState, GradeRound, ReviewKind, VerdictSource
from kollegium.reviews.queries.listing import ActionFilter, ReviewOrder
from kollegium.trail.names import as_deputy, deputy_for, person_id
from kollegium.ui.components.words import outcome_word

Words = Mapping[str, str | Promise]

KIND_NAMES: Words = {
    ReviewKind.EXTERNAL: _("External review"),
    ReviewKind.INTERNAL: _("Internal review"),
    ReviewKind.SELF_EVALUATION: _("Self-evaluation"),
    ReviewKind.SIDE_PLACEMENTS: _("Review of side placements"),
    ReviewKind.AT: _("Review of internship (AT)"),
}
STATE_NAMES: Words = {
    CaseState.ORDERED: pgettext_lazy("state of a review", "Ordered"),
    CaseState.PLANNED: pgettext_lazy("state of a review", "Planned"),
    CaseState.PREPARING: pgettext_lazy("state of a review", "Being prepared"),
    CaseState.VISITED: pgettext_lazy("state of a review", "Visited"),
    CaseState.DRAFT: pgettext_lazy("state of a review", "Draft"),
    CaseState.FACT_CHECK: pgettext_lazy("state of a review", "Fact check"),
    CaseState.CALIBRATION: pgettext_lazy("state of a review", "Calibration"),
    CaseState.DECIDED: pgettext_lazy("state of a review", "Decided"),
    CaseState.FOLLOW_UP: pgettext_lazy("state of a review", "Follow-up"),
    CaseState.CLOSED: pgettext_lazy("state of a review", "Closed"),
    CaseState.WITHDRAWN: pgettext_lazy("state of a review", "Withdrawn"),
    CaseState.TAKEN_BACK: pgettext_lazy("state of a review", "Taken back"),
}
ROUND_NAMES: Words = {
    GradeRound.PROVISIONAL: _("Provisional grade"),
    GradeRound.DECISION: _("Decided grade"),
    GradeRound.RECONSIDERED: _("After reconsideration"),
    GradeRound.ACTION_PLAN: _("After action plan"),
    GradeRound.FOLLOW_UP: _("After follow-up"),
    GradeRound.CORRECTION: _("Correction"),
}
ROUND_NOTES: Words = {
    GradeRound.RECONSIDERED: _("after reconsideration"),
    GradeRound.ACTION_PLAN: _("after action plan"),
    GradeRound.FOLLOW_UP: _("after follow-up"),
    GradeRound.CORRECTION: _("corrected"),
}
# The same of a grade that was looked at anew and did not move.
ROUND_NOTES_OF_STANDING: Words = {
    GradeRound.RECONSIDERED: _("stands after reconsideration"),
    GradeRound.ACTION_PLAN: _("stands after action plan"),
}
SOURCE_NAMES: Words = {
    VerdictSource.REVIEWER: _("a reviewer"),
    VerdictSource.RECONCILED: _("the reviewers together"),
    VerdictSource.ACTION_PLAN: _("quoted in the action plan"),
    VerdictSource.IMPORTED: _("read from the report"),
}
ACTION_STATE_NAMES: Words = {
    ActionState.PLANNED: pgettext_lazy("state of an action", "Planned"),
    ActionState.REPORTED_DONE: pgettext_lazy("state of an action", "Reported done"),
    ActionState.DONE: pgettext_lazy("state of an action", "Done"),
    ActionState.NOT_DONE: pgettext_lazy("state of an action", "Not done"),
    ActionState.UNKNOWN: pgettext_lazy("state of an action", "Not known"),
}
ACTION_STATE_KINDS = {
    ActionState.PLANNED: "waiting",
    ActionState.REPORTED_DONE: "done",
    ActionState.DONE: "done",
    ActionState.NOT_DONE: "stopped",
    ActionState.UNKNOWN: "neutral",
}
ORDER_NAMES: Words = {
    ReviewOrder.NEWEST: _("Newest visit first"),
    ReviewOrder.OLDEST: _("Oldest visit first"),
    ReviewOrder.UNIT: _("By unit"),
    ReviewOrder.REGION: _("By region"),
    ReviewOrder.OPEN_ACTIONS: _("Most open actions first"),
}
ACTION_FILTER_NAMES: Words = {
    ActionFilter.OPEN: _("Has open actions"),
    ActionFilter.OVERDUE: _("Has overdue actions"),
    ActionFilter.NONE_OPEN: _("No open actions"),
}
CONFIDENCE_NAMES: Words = {
    Confidence.HIGH: pgettext_lazy("confidence", "sure"),
    Confidence.MEDIUM: pgettext_lazy("confidence", "fairly sure"),
    Confidence.LOW: pgettext_lazy("confidence", "unsure"),
}
# Where a criterion's wording or kind rests, by the keys of docs/sources.md.
SOURCE_LABELS: Words = {
    "anestesinorr": _("AnestesiNorr, on supervision"),
    "kardio": _("the Society of Cardiology, on supervisor training"),
    "kh-instr": _("kliniskhandledning.se, on instruction and supervision"),
    "kh-komp": _("kliniskhandledning.se, on supervisors' competence"),
    "kundo-handl": _("the Medical Association, on supervision"),
    "kundo-iup": _("the Medical Association, on training programmes"),
    "layout": _("printed review reports"),
    "legit-st": _("the National Board of Health and Welfare, on specialist training"),
    "lipus-at": _("Lipus, on internship reviews"),
    "lt-2020-sr": _("Läkartidningen 2020, on programme directors"),
    "maalbeskr-psyk": _("the curriculum of psychiatry, 2015"),
    "order": _("the order of the criteria in printed review reports"),
    "report-plans": _("action plans in printed review reports"),
    "sfai-bed": _("SFAI, on assessment"),
    "skane-int": _("Region Skåne, on internal review"),
    "slf-sr": _("the Medical Association, on programme directors"),
    "spf-rek": _("the recommendations of the Swedish Psychiatric Association, 2021"),
    "st-ark": _("the learning outcomes of both rule sets"),
    "swedeye": _("SWEDEYE, on assessment"),
}
GRADING_REASONS: Words = {
    GradingReason.REGULATION_NOT_MET: _("A regulation is not met or only partly met."),
    GradingReason.RECOMMENDATION_NOT_MET: _("A recommendation is not met or only partly met."),
    GradingReason.RECOMMENDATIONS_NOT_ESSENTIALLY_FOLLOWED: _(
        "More than half of the recommendations are not met: no sentence of the scale fits, so a person decides."
    ),
    GradingReason.INDICATORS_NOT_MET: _("More quality indicators fall short than isolated exceptions allow."),
    GradingReason.ISOLATED_EXCEPTIONS: _("Everything is met but for isolated exceptions."),
    GradingReason.SINGLE_INDICATOR_EXCEPTION: _(
        "The only quality indicator of the area is not met: the rule leaves two grades to choose from."
    ),
    GradingReason.ALL_MET: _("Every criterion is met."),
    GradingReason.OUTCOME_NOT_IN_SCALE: _("The area's scale lacks the grade, so the nearest one is meant."),
    GradingReason.ALL_NOT_APPLICABLE: _("No criterion of the area applies, so there is no grade."),
    GradingReason.NO_CRITERIA: _("The standard has no criteria for this area."),
    GradingReason.UNKNOWN_REMAINS: _("Some criteria are unknown."),
    GradingReason.UNKNOWN_CANNOT_CHANGE: _("The unknown criteria cannot change the grade."),
}
NAME_KINDS: Words = {
    NameKind.REVIEWER: _("Reviewer"),
    NameKind.TITLED: _("Named with a title"),
    NameKind.FIRST_NAME: _("Looks like a first name"),
    NameKind.CAPITALS: _("Written with a capital, may be a name"),
    NameKind.INITIALS: _("Initials"),
    NameKind.CONTACT: _("Contact detail"),
}
SENTENCE_REASONS: Words = {
    SentenceReason.ONE_TRAINEE: _("Says that there is one trainee."),
    SentenceReason.THE_TRAINEE: _("Speaks of “the trainee”."),
    SentenceReason.ONE_OF_THEM: _("Singles out one of the trainees."),
    SentenceReason.PRONOUN: _("Speaks of one person (he, she)."),
    SentenceReason.BACKGROUND: _("Tells of a trainee's background or training."),
    SentenceReason.ABSENCE: _("Tells of a trainee's absence."),
    SentenceReason.ANY_WHEN_ALONE: _(
        "The unit seems to have one trainee: everything said of trainees is about one person."
    ),
}
REFUSALS: Words = {
    "not-allowed-here": _("You do not have the right to do this for this unit. Nothing was changed."),
    "changed-meanwhile": _(
        "Somebody else has changed this since you opened it. What you typed is kept below; "
        "look at what it says now before you save."
    ),
    "reason-missing": _("Write the reason. It is kept with the grade for good."),
    "outcome-not-in-scale": _("The scale of this area does not have that grade. Choose one of those shown."),
    "no-such-area": _("The standard has no such area."),
    "no-such-criterion": _("The standard has no such criterion."),
    "no-such-part": _("The review has no such part."),
    "visit-ends-before-start": _("The last day of the visit is before the first."),
    "case-number-taken": _("Another review already has this case number."),
    "note-missing": _("Write a few words about how you know."),
    "taken-back": _("This import was taken back. It can no longer be changed."),
    "nothing-changed": _("Nothing was changed: everything is as before."),
    "unanswered": _("Decide about every name and every sentence before you publish."),
    "names-remain": _(
        "A new wording holds what looks like a name: %(names)s. Change the wording or decide about it."
    ),
    "content-changed": _(
        "The review has changed since the preview was made. Your choices are kept; look through the preview again."
    ),
    "already-public": _("The review is already public. Withdraw it first, or publish it anew from there."),
    "not-public": _("The review is not public."),
    "not-finished": _("Only a review that is decided can be published."),
    "only-office-corrects": _(
        "The review is decided or has been public, so only the review office corrects it. Write to the office."
    ),
    "correction-reason-missing": _("Write what was wrong. It stands with the correction."),
    "decided-grade-stays": _("A decided grade stays as it is. Choose “Correction”: then both are shown."),
    "plan-missing": _(
        "The review has no action plan that answers area %(area)s, so its grade cannot be set on the strength of one. "
        "Choose “Correction” if what was decided is wrong."
    ),
    "plan-decides": _(
        "The grade after the action plan is decided where the plan is judged, under “Action plan” in the case."
    ),
    "still-in-progress": _("The review is not decided yet. It is changed on the page of the case."),
}


def refusal_text(code: str, params: Mapping[str, object]) -> str:
    """Say in one sentence why something was refused."""
    return str(REFUSALS[code]) % params


def in_language(words: str | Promise, language: str) -> str:
    """Give words in a language of choice, whatever the page's own is."""
    with translation.override(language):
        return str(words)


def grade_choices(area: Area, language: str) -> list[tuple[str, str]]:
    """Give the grades of an area's scale as choices: letter, word and what the scale says of it."""
    return [
        (step.outcome.value, f"{step.letter} – {outcome_word(step.outcome)}. {step.text(language)}")
        for step in area.scale.steps
    ]


SYSTEM_NAMES: Words = {
    "demo": _("The demo"),
    "report-import": _("The report import"),
}


def actor_name(key: str | None, names: Mapping[int, str]) -> str:
    """Say who made a change: a person, a part of the system, or somebody working in the database itself."""
    kind, _colon, rest = (key or "").partition(":")
    number = person_id(key)
    if number is not None:
        gone = str(_("A person who is no longer in the register"))
        name, others = names.get(number) or gone, deputy_for(key)
        return as_deputy(name, (names.get(other) or gone for other in others)) if others else name
    if kind == "system":
        return str(SYSTEM_NAMES.get(rest, _("The system")))
    return str(_("Somebody, directly in the database"))
