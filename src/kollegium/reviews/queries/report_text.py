"""What is written in the report of a case: the summary's boxes and the text of each area, section by section."""

import hashlib
from dataclasses import dataclass

from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Criterion, Standard
from kollegium.reviews.models import AreaText, ReviewPart, SummaryHeading, SummaryPoint
from kollegium.reviews.queries.judging import JudgedPart, OneJudgement

AREA_PREFIX = "area-"


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its key (`strengths`, `area-D`), its text (a summary has one point a line) and the text's mark."""

    key: str
    text: str

    @property
    def mark(self) -> str:
        """Give what tells this text from any other, so that nobody writes over what they have not seen."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @property
    def area_key(self) -> str:
        """Give the key of the area, empty for a box of the summary."""
        return self.key.removeprefix(AREA_PREFIX) if self.key.startswith(AREA_PREFIX) else ""


def section_keys(standard: Standard) -> tuple[str, ...]:
    """Give the keys of every section, in the order in which the report prints them."""
    return (*SummaryHeading.values, *(f"{AREA_PREFIX}{area.key}" for area in standard.areas))


def sections_of(part: ReviewPart, standard: Standard) -> list[Section]:
    """Give every section as it stands, empty ones too; two queries."""
    points: dict[str, list[str]] = {}
    for heading, text in (
        SummaryPoint.objects.filter(part=part).order_by("position").values_list("heading", "text")
    ):
        points.setdefault(heading, []).append(text)
    narratives = dict(AreaText.objects.filter(part=part).values_list("area_key", "narrative"))
    texts = {heading: "\n".join(found) for heading, found in points.items()}
    texts |= {f"{AREA_PREFIX}{key}": text for key, text in narratives.items()}
    return [Section(key, texts.get(key, "")) for key in section_keys(standard)]


def section_of(part: ReviewPart, key: str) -> Section:
    """Give one section as it stands; one query. What key there is says `section_keys`."""
    if key.startswith(AREA_PREFIX):
        found = AreaText.objects.filter(part=part, area_key=key.removeprefix(AREA_PREFIX))
        return Section(key, found.values_list("narrative", flat=True).first() or "")
    points = SummaryPoint.objects.filter(part=part, heading=key).order_by("position")
    return Section(key, "\n".join(points.values_list("text", flat=True)))


def findings_of(judged: JudgedPart, area_key: str) -> list[tuple[Criterion, OneJudgement]]:
    """Give the criteria of an area on which the team agreed that something falls short, with the note."""
    area = judged.standard.area(area_key)
    agreed = [(item, judged.reconciled[item.key]) for item in area.criteria if item.key in judged.reconciled]
    return [
        (item, one) for item, one in agreed if isinstance(one.outcome, Verdict) and one.outcome.falls_short
    ]
