"""Write the report of a case, section by section."""

from typing import TYPE_CHECKING

from django.http import Http404

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.reviews.actions.cases import CaseRefused, locked_case
from kollegium.reviews.models import AreaText, ReviewPart, SummaryPoint
from kollegium.reviews.queries.report_text import Section, section_keys, sections_of
from kollegium.reviews.summaries import refresh_summary
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
        standing = next(section for section in sections_of(part, standard) if section.key == key)
        if standing.mark != expected_mark:
            raise CaseRefused("changed-meanwhile")
        put_section(part, standing, text)
        refresh_summary(case.review)
        return next(section for section in sections_of(part, standard) if section.key == key)


def put_section(part: ReviewPart, standing: Section, text: str) -> None:
    """Store the text of a section in place of the one that stands. Runs inside the change that asks for it."""
    written = text.replace("\r\n", "\n").strip()
    if standing.area_key:
        _write_area(part, standing.area_key, written)
    else:
        _write_points(part, standing.key, written)


def _write_area(part: ReviewPart, area_key: str, text: str) -> None:
    stored = AreaText.objects.filter(part=part, area_key=area_key).first()
    if stored is None:
        AreaText.objects.create(part=part, area_key=area_key, narrative=text)
    elif stored.narrative != text:
        stored.narrative = text
        stored.save(update_fields=["narrative"])


def _write_points(part: ReviewPart, heading: str, text: str) -> None:
    """Let every line be a point; those that stand are changed in place, so that the log tells what became of each."""
    wanted = [line.strip().lstrip(BULLETS).rstrip() for line in text.split("\n")]
    wanted = [line for line in wanted if line]
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
