"""A standard's areas, criteria and scales as its page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kollegium.domain.standard import Area, Confidence, Criterion, RequirementLevel, Standard
from kollegium.reviews.shown.areas import CriterionGroup
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.reviews.wording import CONFIDENCE_NAMES, SOURCE_LABELS
from kollegium.ui.components.breaking import breakable_sentence
from kollegium.ui.components.grades import ShownGrade, grade_mark
from kollegium.ui.components.html import css_key, join
from kollegium.ui.components.words import level_word


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One grade of a scale with its sentence."""

    mark: SafeString
    sentence: str
    gloss: str


@dataclass(frozen=True, slots=True)
class ShownStandardArea:
    """One area of a standard's page."""

    key: str
    title: str
    preamble: str
    preamble_gloss: str
    groups: tuple[CriterionGroup, ...]
    steps: tuple[ShownStep, ...]
    tolerated: int
    former_titles: tuple[str, ...]


def shown_areas(standard: Standard, areas: Iterable[Area]) -> list[ShownStandardArea]:
    """Give areas with their criteria by kind and their scale."""
    in_english = language_now() == "en"
    return [
        ShownStandardArea(
            key=area.key,
            title=area.title(language_now()),
            preamble=area.preamble_sv,
            preamble_gloss=area.preamble_en if in_english else "",
            groups=tuple(_groups(standard, area)),
            steps=tuple(
                ShownStep(
                    mark=grade_mark(ShownGrade(now=mark_of(area, step.outcome)), size="small"),
                    sentence=step.text_sv,
                    gloss=step.text_en if in_english else "",
                )
                for step in area.scale.steps
            ),
            tolerated=area.tolerated_exceptions,
            former_titles=area.former_titles,
        )
        for area in areas
    ]


def _groups(standard: Standard, area: Area) -> Iterable[CriterionGroup]:
    for level in RequirementLevel:
        criteria = area.at_level(level)
        if criteria:
            rows = join(_row(standard, criterion) for criterion in criteria)
            yield CriterionGroup(level.value, level_word(level, plural=True), rows)


def _row(standard: Standard, criterion: Criterion) -> SafeString:
    gloss = (
        format_html('<span class="criterion-gloss" lang="en">{}</span>', criterion.text_en)
        if language_now() == "en"
        else ""
    )
    return format_html(
        '<div class="criterion edge edge-{}" id="{}"><a class="criterion-head" href="{}">'
        '<span class="criterion-key">{}</span><span class="criterion-text"><span lang="sv">{}</span>{}</span>'
        '<span class="criterion-verdict muted">{}</span></a></div>',
        css_key(criterion.level),
        criterion.key,
        reverse("reviews:criterion", args=[standard.key, criterion.key]),
        criterion.key,
        breakable_sentence(criterion.text_sv),
        gloss,
        _remarks(criterion),
    )


def _remarks(criterion: Criterion) -> str:
    remarks = []
    if criterion.own_reading:
        remarks.append(_("own reading"))
    if criterion.confidence is not Confidence.HIGH:
        remarks.append(_("kind %(confidence)s") % {"confidence": CONFIDENCE_NAMES[criterion.confidence]})
    return ", ".join(remarks)


def source_words(source: str) -> str:
    """Name the sources of a criterion; one that a replaced standard adds is shown by its key."""
    return "; ".join(str(SOURCE_LABELS.get(key, key)) for key in source.replace(" ", "").split(",") if key)
