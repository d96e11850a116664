"""A decision and its reconsideration as letters to the unit: what they say, as document trees."""

from kollegium.reviews.printed_letters.decision import decision_document
from kollegium.reviews.printed_letters.gathered import decision_letter_of, reconsideration_letter_of
from kollegium.reviews.printed_letters.reconsideration import reconsideration_document
from kollegium.reviews.printed_letters.values import (
    DecidedArea,
    DecisionLetter,
    LetterHead,
    ReconsiderationLetter,
    ReconsideredAnswer,
    Signed,
)

__all__ = [
    "DecidedArea",
    "DecisionLetter",
    "LetterHead",
    "ReconsiderationLetter",
    "ReconsideredAnswer",
    "Signed",
    "decision_document",
    "decision_letter_of",
    "reconsideration_document",
    "reconsideration_letter_of",
]
