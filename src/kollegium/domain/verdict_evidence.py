"""What a verdict rests on: a reference of a kind and a key, so that a new kind needs no new column."""

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
class EvidenceItem:
    """One thing a verdict can rest on, as far as somebody may see it.

    `criteria` are those it belongs to by its list; `url` is empty where there is no page for the reader, and `words`
    is what is read beside the criterion.
    """

    kind: SourceKind
    key: str
    title: str
    criteria: tuple[str, ...] = ()
    url: str = ""
    words: str = ""

    @property
    def reference(self) -> str:
        """Give what is stored with a verdict: the kind, a colon and the key."""
        return f"{self.kind}:{self.key}"


def for_criterion(items: Iterable[EvidenceItem], criterion_key: str) -> list[EvidenceItem]:
    """Give the items that belong to a criterion, in their order."""
    return [item for item in items if criterion_key in item.criteria]


def clean_references(chosen: Iterable[str], known: Iterable[str], before: Iterable[str]) -> list[str]:
    """Give each reference once, in the order chosen; what is unknown stays only if it stood there before."""
    allowed = {*known, *before}
    return [reference for reference in dict.fromkeys(chosen) if reference in allowed][:MOST]


@dataclass(frozen=True, slots=True)
class OfferedEvidence:
    """What can be chosen for one criterion: `near` belongs to it or was chosen before, `others` is all else."""

    near: tuple[EvidenceItem, ...] = ()
    others: tuple[EvidenceItem, ...] = ()


def offered_for(
    criterion_key: str, chosen: Collection[str], items: Iterable[EvidenceItem]
) -> OfferedEvidence:
    """Part the items into those near to a criterion and the others, each in their order."""
    near: list[EvidenceItem] = []
    others: list[EvidenceItem] = []
    for item in items:
        is_near = criterion_key in item.criteria or item.reference in chosen
        (near if is_near else others).append(item)
    return OfferedEvidence(tuple(near), tuple(others))


# Stands in where what was chosen is only stored, and looked at when it is.
ANYTHING = OfferedEvidence(others=(EvidenceItem(SourceKind.MATERIAL, "", ""),))
