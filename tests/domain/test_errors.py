"""A refusal carries a code and the values its wording may name."""

from __future__ import annotations

from kollegium.domain.errors import Refused


class DoorShut(Refused):
    """Refuses with a code of its own."""

    code = "door-shut"


def test_refusal_keeps_code_and_values() -> None:
    refusal = Refused("too-late", days=3, area_key="D")

    assert (refusal.code, refusal.params, str(refusal)) == (
        "too-late",
        {"days": 3, "area_key": "D"},
        "too-late (area_key='D', days=3)",
    )


def test_subclass_brings_its_code() -> None:
    assert (DoorShut().code, DoorShut("ajar").code, str(DoorShut())) == ("door-shut", "ajar", "door-shut")
