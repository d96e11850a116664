"""Write the report of a case, section by section."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import Http404

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.reviews.actions.cases import CaseRefused, locked_case
from kollegium.reviews.models import AreaText, ReviewPart, SummaryPoint
from kollegium.reviews.queries.report_text import Section, section_keys, section_of
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# What people set before a point by habit; the report sets its own.
BULLETS = "-–•*· \t"


def write_section(
    *, review_id: int, part_id: int, key: str, text: str, expected_mark: str, by: "Actor"
) -> Section:
    """Keep the text of one section and give it; what it was before stands in the log.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `changed-meanwhile`.
    """
    with recording(by=by, action="reviews.write_section"):
        case = locked_case(review_id, by=by, thing=CaseObject.REPORT)
        part = ReviewPart.objects.filter(review=case.review, pk=part_id).first()
        standard = standards.load(case.review.standard_key)
        if part is None or key not in section_keys(standard):
            raise Http404
        standing = section_of(part, key)
        if standing.mark != expected_mark:
            raise CaseRefused("changed-meanwhile")
        return put_section(part, standing, text)


def put_section(part: ReviewPart, standing: Section, text: str) -> Section:
    """Store the text of a section in place of the one that stands, and give it as it is kept.

    Runs inside the change that asks for it. Whoever changes a review that is finished refreshes its summary after
    it; of a case in progress the summary holds no text.
    """
    written = text.replace("\r\n", "\n").strip()
    if standing.area_key:
        kept = Section(standing.key, written)
        if kept.text != standing.text:
            _write_area(part, standing.area_key, written)
        return kept
    points = [line.strip().lstrip(BULLETS).rstrip() for line in written.split("\n")]
    points = [line for line in points if line]
    kept = Section(standing.key, "\n".join(points))
    if kept.text != standing.text:
        _write_points(part, standing.key, points)
    return kept


def _write_area(part: ReviewPart, area_key: str, text: str) -> None:
    if not AreaText.objects.filter(part=part, area_key=area_key).update(narrative=text):
        AreaText.objects.create(part=part, area_key=area_key, narrative=text)


def _write_points(part: ReviewPart, heading: str, wanted: Sequence[str]) -> None:
    """Let every line be a point; those that stand are changed in place, so that the log tells what became of each."""
    stored = list(SummaryPoint.objects.filter(part=part, heading=heading).order_by("position"))
    for point, line in zip(stored, wanted, strict=False):
        if point.text != line:
            point.text = line
            point.save(update_fields=["text"])
    for point in stored[len(wanted) :]:
        point.delete()
    first = max((point.position for point in stored), default=-1) + 1
    for position, line in enumerate(wanted[len(stored) :], start=first):
        SummaryPoint.objects.create(part=part, heading=heading, position=position, text=line)
