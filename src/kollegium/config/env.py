"""Read settings from the environment: each has a default or stops the start with one clear sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


class SettingRefused(Exception):
    """A setting is missing or cannot be used; the message says which and what to do."""


SHORTEST_KEY = 50
FEWEST_SIGNS = 16  # of different kinds; fifty random characters of base64 have some thirty-five
SHORTEST_PASSWORD = 12
KEY_OF_THE_DEMO = "is a key of the demo"
SAME_KEY = "is the same as KOLLEGIUM_SECRET_KEY"


def require_key(name: str, value: str, *, known: Mapping[str, str]) -> None:
    """Refuse a key that is short, not random, or known from somewhere else.

    Shape: `known` is what the value must not be → why, as the end of the sentence.

    Raises: SettingRefused.
    """
    if len(value) < SHORTEST_KEY:
        raise SettingRefused(f"{name} is too short: give at least {SHORTEST_KEY} random characters.")
    if len(set(value)) < FEWEST_SIGNS:
        raise SettingRefused(f"{name} is not random: it repeats the same few characters.")
    if value in known:
        raise SettingRefused(f"{name} {known[value]}. Give it a value of its own.")


def require_password(name: str, value: str, *, known: Collection[str]) -> None:
    """Refuse a password that can be guessed; none at all is the business of whoever asks for it.

    Raises: SettingRefused.
    """
    if not value:
        return
    if value in known:
        raise SettingRefused(f"{name} is a password of the demo, which everybody knows.")
    if len(value) < SHORTEST_PASSWORD:
        raise SettingRefused(f"{name} is too short: give at least {SHORTEST_PASSWORD} characters.")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads named settings from a mapping of texts and remembers which names were asked for.

    Every name starts with `KOLLEGIUM_`, apart from the customary `DATABASE_URL` and `DATABASE_OWNER_URL`.
    An empty text counts as not set: an empty line in a service file must not switch a default off.
    """

    environ: Mapping[str, str]
    names: set[str] = field(default_factory=set)

    def text(self, name: str, default: str | None = None) -> str:
        """Give the setting as text.

        Raises: SettingRefused when it is not set and there is no default.
        """
        self.names.add(name)
        value = self.environ.get(name, "").strip()
        if value:
            return value
        if default is None:
            raise SettingRefused(f"{name} must be set. See docs/operations.md.")
        return default

    def choice(self, name: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Give the setting, which is one of the allowed texts.

        Raises: SettingRefused for anything else.
        """
        value = self.text(name, default)
        if value not in allowed:
            raise SettingRefused(f"{name} is {value!r}; it must be one of: {', '.join(allowed)}.")
        return value

    def switch(self, name: str, default: bool) -> bool:
        """Give the setting as yes or no (`yes`, `no`, `true`, `false`, `on`, `off`, `1`, `0`).

        Raises: SettingRefused for anything else.
        """
        value = self.text(name, "yes" if default else "no").lower()
        if value in {"yes", "true", "on", "1"}:
            return True
        if value in {"no", "false", "off", "0"}:
            return False
        raise SettingRefused(f"{name} is {value!r}; it must be yes or no.")

    def number(self, name: str, default: int, *, lowest: int = 0) -> int:
        """Give the setting as a whole number, not below `lowest`.

        Raises: SettingRefused for anything else.
        """
        value = self.text(name, str(default))
        try:
            number = int(value)
        except ValueError:
            raise SettingRefused(f"{name} is {value!r}; it must be a whole number.") from None
        if number < lowest:
            raise SettingRefused(f"{name} is {number}; it must be at least {lowest}.")
        return number

    def several(self, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Give the setting as texts, split at commas, without empty ones."""
        value = self.text(name, ",".join(default))
        return tuple(part.strip() for part in value.split(",") if part.strip())
