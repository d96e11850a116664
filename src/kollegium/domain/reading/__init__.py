"""Pages of positioned lines and marks → what a review report says, with doubts and places."""

from kollegium.domain.reading.read import read
from kollegium.domain.reading.result import NotAReport, Reading

__all__ = ["NotAReport", "Reading", "read"]
