"""Bytes of a report file → pages of positioned lines and marks, in a process that can do no harm."""

from kollegium.extraction.extract import extract
from kollegium.extraction.refusal import RefusalCode, Unreadable
from kollegium.extraction.sandbox import Sandbox, SandboxPool
from kollegium.extraction.wording import refusal_sentence

__all__ = ["RefusalCode", "Sandbox", "SandboxPool", "Unreadable", "extract", "refusal_sentence"]
