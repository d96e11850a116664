"""What the start page shows."""

from datetime import date
from typing import Any

from kollegium.domain.roles import Actor


def demo_logins() -> list[Any]:
    return []


def start_page(actor: Actor, *, as_of: date) -> dict[str, Any]:
    return {}
