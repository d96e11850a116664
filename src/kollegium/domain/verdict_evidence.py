"""What a verdict rests on: a reference of a kind and a key, so that a new kind needs no new column.

Material is pointed at in the version that was read: `material:12/2`. `/0` says that nothing had come in yet, and a
reference from before versions were noted has none.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

# A verdict with more has none: nobody reads a list of this length.
MOST = 20


class SourceKind(StrEnum):
    """The kinds of thing a verdict can rest on."""

    MATERIAL = "material"
    QUESTIONNAIRE = "questionnaire"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Newer:
    """What came after the version that was read: its reference, what is said of it, and where it is looked at."""

    reference: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One thing a verdict can rest on, as far as somebody may see it.

    `criteria` are those it belongs to by its list; `url` is empty where there is no page for the reader, and `words`
    is what is read beside the criterion. `version` says which version it is. An earlier one (with what is `newer`)
    stays where it was chosen and is not offered. What was asked for and has not come (`is_missing`) cannot be read.
    """

    kind: SourceKind
    key: str
    title: str
    criteria: tuple[str, ...] = ()
    url: str = ""
    words: str = ""
    version: str = ""
    newer: Newer | None = None
    is_offered: bool = True
    is_missing: bool = False

    @property
    def reference(self) -> str:
        """Give what is stored with a verdict: the kind, a colon and the key."""
        return f"{self.kind}:{self.key}"

    @property
    def label(self) -> str:
        """Give the title with the version."""
        return f"{self.title} ({self.version})" if self.version else self.title


def material_key(item_id: int, number: int | None) -> str:
    """Give the key of material in a version; None where it is not known which was read."""
    return str(item_id) if number is None else f"{item_id}/{number}"


def moved_to(chosen: Iterable[str], newer: str) -> list[str]:
    """Give what was chosen with the earlier versions of a thing exchanged for the newer one, in the first's place."""
    thing = newer.partition("/")[0]
    exchanged = (newer if one.partition("/")[0] == thing else one for one in chosen)
    return list(dict.fromkeys([*exchanged, newer]))


def for_criterion(items: Iterable[EvidenceItem], criterion_key: str) -> list[EvidenceItem]:
    """Give the items that belong to a criterion, in their order."""
    return [item for item in items if criterion_key in item.criteria]


def clean_references(chosen: Iterable[str], known: Iterable[str], before: Iterable[str]) -> list[str]:
    """Give each reference once, in the order chosen; what is unknown stays only if it stood there before."""
    allowed = {*known, *before}
    return [reference for reference in dict.fromkeys(chosen) if reference in allowed][:MOST]


@dataclass(frozen=True, slots=True)
class OfferedEvidence:
    """What can be chosen for one criterion: `near` belongs to it or was chosen before, `others` is all else.

    `missing` belongs to it and has not come; `missing_others` is how much else has not.
    """

    near: tuple[EvidenceItem, ...] = ()
    others: tuple[EvidenceItem, ...] = ()
    missing: tuple[EvidenceItem, ...] = ()
    missing_others: int = 0


def offered_for(
    criterion_key: str, chosen: Collection[str], items: Iterable[EvidenceItem]
) -> OfferedEvidence:
    """Part the items into those near to a criterion and the others, each in their order.

    An earlier version stands where it was chosen; the newest is then not offered beside it.
    """
    near: list[EvidenceItem] = []
    others: list[EvidenceItem] = []
    known = list(items)
    in_other_version = {item.newer.reference for item in known if item.newer and item.reference in chosen}
    missing = [item for item in known if item.is_missing]
    missing_near = tuple(for_criterion(missing, criterion_key))
    for item in known:
        is_chosen = item.reference in chosen
        if not is_chosen and (not item.is_offered or item.reference in in_other_version):
            continue
        is_near = criterion_key in item.criteria or is_chosen
        (near if is_near else others).append(item)
    return OfferedEvidence(tuple(near), tuple(others), missing_near, len(missing) - len(missing_near))


# Stands in where what was chosen is only stored, and looked at when it is.
ANYTHING = OfferedEvidence(others=(EvidenceItem(SourceKind.MATERIAL, "", ""),))
