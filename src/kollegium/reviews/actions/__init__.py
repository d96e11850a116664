"""Every write of a review that a person or an import can do."""

from kollegium.reviews.actions.cases import (
    Appointment,
    CaseRefused,
    NewCase,
    appoint_reviewer,
    change_case_facts,
    move_case,
    open_case,
    release_reviewer,
)
from kollegium.reviews.actions.facts import ReviewFacts, correct_facts
from kollegium.reviews.actions.findings import NewGrade, NewVerdict, set_grade, set_verdict
from kollegium.reviews.actions.plan import report_progress
from kollegium.reviews.actions.publish import (
    Examination,
    PublicationChoices,
    examine,
    publish_review,
    withdraw_publication,
)
from kollegium.reviews.actions.reconsideration import ask_for_reconsideration, decide_reconsideration
from kollegium.reviews.actions.record import RecordingRefused, record_review
from kollegium.reviews.actions.refusals import ReviewRefused

__all__ = [
    "Appointment",
    "CaseRefused",
    "Examination",
    "NewCase",
    "NewGrade",
    "NewVerdict",
    "PublicationChoices",
    "RecordingRefused",
    "ReviewFacts",
    "ReviewRefused",
    "appoint_reviewer",
    "ask_for_reconsideration",
    "change_case_facts",
    "correct_facts",
    "decide_reconsideration",
    "examine",
    "move_case",
    "open_case",
    "publish_review",
    "record_review",
    "release_reviewer",
    "report_progress",
    "set_grade",
    "set_verdict",
    "withdraw_publication",
]
