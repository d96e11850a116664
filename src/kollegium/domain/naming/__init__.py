"""Finding people in a report before it is made public: names, and sentences about a single trainee."""

from kollegium.domain.naming.people import find_people
from kollegium.domain.naming.redaction import (
    Decision,
    NameChoice,
    Redacted,
    SentenceChoice,
    redact,
    unanswered,
)
from kollegium.domain.naming.trainees import SentenceFound, SentenceReason, find_trainee_sentences
from kollegium.domain.naming.values import NameKind, NamePlace, Passage, PersonFound

__all__ = [
    "Decision",
    "NameChoice",
    "NameKind",
    "NamePlace",
    "Passage",
    "PersonFound",
    "Redacted",
    "SentenceChoice",
    "SentenceFound",
    "SentenceReason",
    "find_people",
    "find_trainee_sentences",
    "redact",
    "unanswered",
]
