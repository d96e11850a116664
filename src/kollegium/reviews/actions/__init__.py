"""Every write of a review that a person or an import can do."""

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
from kollegium.reviews.actions.record import RecordingRefused, record_review
from kollegium.reviews.actions.refusals import ReviewRefused

__all__ = [
    "Examination",
    "NewGrade",
    "NewVerdict",
    "PublicationChoices",
    "RecordingRefused",
    "ReviewFacts",
    "ReviewRefused",
    "correct_facts",
    "examine",
    "publish_review",
    "record_review",
    "report_progress",
    "set_grade",
    "set_verdict",
    "withdraw_publication",
]
