"""What the sections of a report are called."""

from django.utils.translation import gettext as _

from kollegium.domain.standard import Standard
from kollegium.reviews.models import SummaryHeading
from kollegium.reviews.queries.report_text import Section
from kollegium.reviews.shown.grades import language_now


def section_title(standard: Standard, section: Section) -> str:
    """Give the heading of one section in the language of the page."""
    if section.area_key:
        area = standard.area(section.area_key)
        return f"{area.key} {area.title(language_now())}"
    return {
        SummaryHeading.STRENGTHS.value: _("Strengths"),
        SummaryHeading.WEAKNESSES.value: _("Weaknesses"),
        SummaryHeading.IMPROVEMENTS.value: _("Areas for improvement"),
    }[section.key]
