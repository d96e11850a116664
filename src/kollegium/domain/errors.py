"""Refusals: what a rule raises when it says no."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """A rule said no, in a way a user can be told about.

    `code` is a stable lower-case key that the wording for users hangs on; `params` holds the
    values that wording may name. Subclasses may fix the code as a class attribute.
    """

    code: str = "refused"

    def __init__(self, code: str = "", /, **params: Any) -> None:
        """Keep the code (or the class's own) and the named values."""
        self.code = code or type(self).code
        self.params: dict[str, Any] = params
        super().__init__(self.code)

    def __str__(self) -> str:
        """Give the code and its values, for logs and test output."""
        values = ", ".join(f"{name}={value!r}" for name, value in sorted(self.params.items()))
        return f"{self.code} ({values})" if values else self.code
