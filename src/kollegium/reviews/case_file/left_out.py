"""What never goes into a case's file, and what does not before the decision, with why."""

from django.utils import translation
from django.utils.translation import gettext as _

from kollegium.domain.case_access import CaseObject
from kollegium.reviews.case_file.parts import is_decided, reached_unit
from kollegium.reviews.models import Review

Omitted = list[tuple[str, str]]


def left_out(review: Review, language: str) -> Omitted:
    """Give what is not in the file, by kind, with why. Shape: pairs of what and why."""
    with translation.override(language):
        early = [] if is_decided(review) else _before_decision()
        if early and not reached_unit(review, CaseObject.TEAM):
            early.append(_planned_only())
        return [*early, *_always()]


def _always() -> Omitted:
    return [
        (
            _("The reviewers' own notes and each reviewer's own verdicts"),
            _("Working material of the reviewers; what they agreed on stands in the report."),
        ),
        (
            _("Private talks at the visit: times, and who asked for one"),
            _("Trainees were promised that nobody else learns that they asked."),
        ),
        (
            _("Single answers to questionnaires, own words in them, and drafts"),
            _("Answers were given under a promise of anonymity; only summaries of three or more are told."),
        ),
        (
            _("Answers to questionnaires that were given by name"),
            _("They are told to the reviewers and the review office alone and are tried apart."),
        ),
        (
            _("Drafts of the report that were not sent"),
            _("Working material; a draft that was sent to the unit is in the file as it was sent."),
        ),
        (
            _("Who opened which file of the material"),
            _("Kept for the safety of the system and not part of the matter."),
        ),
    ]


def _before_decision() -> Omitted:
    return [
        (
            _("The report as it is being written, the verdicts agreed on, and proposed grades not sent"),
            _("Working material until the case is decided."),
        ),
        (
            _("Questionnaires: the questions, who was asked, and every answer and summary"),
            _("Gathered for the reviewers and working material until the case is decided."),
        ),
        (
            _("The calibration: what reviewers and the review office say of the proposed grades"),
            _("Talk within the review that has not been sent to anybody."),
        ),
        (
            _("The history of changes, and the reasons for steps back"),
            _("They tell of working material. Both are in the file once the case is decided."),
        ),
    ]


def _planned_only() -> tuple[str, str]:
    return (
        _("What the review office has planned and not told the unit yet"),
        _(
            "It has not been sent: the team, the visit and the material are in the file once the unit sees them."
        ),
    )
