"""The differences between two readings in words, for the page that shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kollegium.report_import.differences import differences
from kollegium.report_import.drafts import Draft
from kollegium.report_import.labels import field_label, value_text
from kollegium.report_import.paths import field_id


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """One field: what the earlier reader said, what the newer says, what stands now."""

    path: str
    id: str
    label: str
    old: str
    new: str
    now: str
    decided: bool
    can_be_taken: bool
    is_taken: bool


def shown_differences(draft: Draft, newer: Mapping[str, Any]) -> list[ShownDifference]:
    """Give the differences in the report's order."""
    return [
        ShownDifference(
            path=found.path,
            id=field_id(found.path),
            label=field_label(found.path),
            old=value_text(found.path, found.old, draft.standard),
            new=value_text(found.path, found.new, draft.standard),
            now=value_text(found.path, found.now, draft.standard),
            decided=found.decided,
            can_be_taken=found.can_be_taken and not found.is_taken,
            is_taken=found.is_taken,
        )
        for found in differences(draft, newer)
    ]
