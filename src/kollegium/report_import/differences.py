"""What a newer reader says otherwise than the reading a proposal was made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kollegium.report_import.drafts import Draft, bare, read_value
from kollegium.report_import.paths import (
    AREA_FIELDS,
    PLAN_FIELDS,
    SUMMARY_HEADINGS,
    area_path,
    plan_path,
    verdict_path,
)

ADDED_ITEM = "action_plan+"
REMOVED_ITEM = "action_plan-"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that two readings disagree on.

    `now` is what stands in the proposal, `decided` whether a person put it there. `can_be_taken` is
    false for what is only told, such as the name of a unit that a person chooses from the register.
    """

    path: str
    old: Any
    new: Any
    now: Any
    decided: bool = False
    can_be_taken: bool = True

    @property
    def is_taken(self) -> bool:
        """Say whether what stands is what the newer reader says."""
        return bare(self.now) == bare(self.new)


def differences(draft: Draft, newer: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Give every field on which the newer reading differs from the draft's, in the report's order."""
    return tuple(
        difference
        for difference in (*_told(draft, newer), *_fields(draft, newer), *_plan(draft, newer))
        if bare(difference.old) != bare(difference.new)
    )


def matching_items(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> dict[int, int]:
    """Give new item → old item: first by criterion, then by the order of what is left."""
    pairs: dict[int, int] = {}
    free = list(range(len(old)))
    for number, item in enumerate(new):
        same = [place for place in free if item.get("criterion") and _key(old[place]) == _key(item)]
        if same:
            pairs[number] = same[0]
            free.remove(same[0])
    for number, item in enumerate(new):
        same = [place for place in free if old[place].get("area") == item.get("area")]
        if number not in pairs and same:
            pairs[number] = same[0]
            free.remove(same[0])
    return pairs


def _key(item: Mapping[str, Any]) -> tuple[Any, Any]:
    return item.get("area"), item.get("criterion")


def _told(draft: Draft, newer: Mapping[str, Any]) -> Iterator[Difference]:
    for name in ("unit", "specialty", "care_provider"):
        old = draft.reading.get(name)
        yield Difference(name, old, newer.get(name), old, can_be_taken=False)


def _fields(draft: Draft, newer: Mapping[str, Any]) -> Iterator[Difference]:
    paths = ["kind", "visit", "report_date", "reviewers", *SUMMARY_HEADINGS]
    paths += [area_path(area.key, name) for area in draft.standard.areas for name in AREA_FIELDS]
    paths += [verdict_path(criterion.key) for criterion in draft.standard.criteria]
    for path in paths:
        current = draft.field(path)
        new = read_value(newer, path, draft.standard)
        yield Difference(path, current.read, new, current.value, decided=current.version > 0)


def _plan(draft: Draft, newer: Mapping[str, Any]) -> Iterator[Difference]:
    old_items, new_items = draft.reading["action_plan"], newer["action_plan"]
    pairs = matching_items(old_items, new_items)
    for number in range(len(new_items)):
        if number not in pairs:
            yield Difference(f"{ADDED_ITEM}{number}", None, new_items[number], None)
            continue
        for name in PLAN_FIELDS:
            path = plan_path(pairs[number], name)
            current = draft.field(path)
            new = read_value(newer, plan_path(number, name), draft.standard)
            yield Difference(path, current.read, new, current.value, decided=current.version > 0)
    for number in sorted(set(range(len(old_items))) - set(pairs.values())):
        if number in draft.plan_numbers:
            yield Difference(f"{REMOVED_ITEM}{number}", old_items[number], None, old_items[number])
