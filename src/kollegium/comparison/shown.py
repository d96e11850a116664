"""A published review as the public page shows it, from the snapshot alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kollegium.domain import standard as standards
from kollegium.domain.standard import Area, RequirementLevel, Standard
from kollegium.reviews.content import Content, round_now_of
from kollegium.reviews.models import ActionState, SummaryHeading
from kollegium.reviews.shown.areas import CriterionGroup, paragraphs
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.reviews.wording import ACTION_STATE_KINDS, ACTION_STATE_NAMES, KIND_NAMES, ROUND_NOTES
from kollegium.ui.components.criteria import CriterionRow, criterion_row
from kollegium.ui.components.grades import ShownGrade, Tile
from kollegium.ui.components.html import join
from kollegium.ui.components.records import day, days, status
from kollegium.ui.components.words import level_word


@dataclass(frozen=True, slots=True)
class PublicArea:
    """One area of the public page."""

    key: str
    anchor: str
    title: str
    part_title: str
    grade: ShownGrade
    paragraphs: tuple[str, ...]
    groups: tuple[CriterionGroup, ...]
    criterion_count: int


@dataclass(frozen=True, slots=True)
class PublicAction:
    """One action of the plan on the public page."""

    key: str
    sentence: str
    action: str
    facts: tuple[tuple[str, object], ...]
    state: SafeString


@dataclass(frozen=True, slots=True)
class PublicPart:
    """One report of the review: the whole, or one of several."""

    title: str
    tiles: list[Tile]
    boxes: list[tuple[str, list[str]]]
    areas: list[PublicArea]
    plan: list[PublicAction]


def shown_parts(content: Content) -> list[PublicPart]:
    """Give the parts of a published review."""
    standard = standards.load(content["standard"])
    titles = {item.key: item.title(language_now()) for item in standard.service_parts}
    return [_part(standard, part, titles.get(part["key"], "")) for part in content["parts"]]


def visit_words(visit: Mapping[str, Any]) -> SafeString | str:
    """Give the visit as the report writes it, or as days."""
    first, last = _day(visit["from"]), _day(visit["to"])
    return days(first, last) or visit["text"]


def facts_of(content: Content) -> list[tuple[str, object]]:
    """Give the facts of a published review as terms and values."""
    specialty = content["specialty_en"] if language_now() == "en" else ""
    return [
        (_("Kind of review"), KIND_NAMES[content["kind"]]),
        (_("Specialty"), specialty or content["specialty"]),
        (_("Visit"), content["visit"]["text"] or visit_words(content["visit"])),
        (_("Report date"), content["report_date"]["text"] or day(_day(content["report_date"]["date"]))),
        (_("Care provider"), content["care_provider"]),
        (_("Region"), content["region"]),
        (_("Reviewers"), ", ".join(content["reviewers"])),
    ]


def _part(standard: Standard, part: Content, title: str) -> PublicPart:
    by_key = {area["key"]: area for area in part["areas"]}
    grades = {area.key: _grade(area, by_key.get(area.key)) for area in standard.areas}
    openings = {half.areas[0].key: half.title(language_now()) for half in standard.parts if half.areas}
    names = {
        SummaryHeading.STRENGTHS: _("Strengths"),
        SummaryHeading.WEAKNESSES: _("Weaknesses"),
        SummaryHeading.IMPROVEMENTS: _("Areas for improvement"),
    }
    return PublicPart(
        title=title,
        tiles=[
            Tile(
                area.key,
                area.title(language_now()),
                grades[area.key],
                href=f"#{part['key']}-{area.key}",
                part_title=openings.get(area.key),
            )
            for area in standard.areas
        ],
        boxes=[(name, part[heading.value]) for heading, name in names.items()],
        areas=[
            _area(area, by_key.get(area.key), grades[area.key], part["key"], openings.get(area.key, ""))
            for area in standard.areas
        ],
        plan=[_action(standard, item) for item in part["plan"]],
    )


def _grade(area: Area, found: Content | None) -> ShownGrade:
    if not found or not found["now"]:
        return ShownGrade()
    earlier = found["at_visit"] if found["at_visit"] != found["now"] else None
    return ShownGrade(
        now=mark_of(area, found["now"]),
        earlier=mark_of(area, earlier) if earlier else None,
        note=str(ROUND_NOTES.get(round_now_of(found), "")) if earlier else "",
    )


def _area(area: Area, found: Content | None, grade: ShownGrade, part_key: str, opening: str) -> PublicArea:
    verdicts = found["verdicts"] if found else {}
    return PublicArea(
        key=area.key,
        anchor=f"{part_key}-{area.key}",
        title=area.title(language_now()),
        part_title=opening,
        grade=grade,
        paragraphs=paragraphs(found["narrative"] if found else ""),
        groups=tuple(
            CriterionGroup(level.value, level_word(level, plural=True), _rows(area, level, verdicts))
            for level in RequirementLevel
            if area.at_level(level)
        ),
        criterion_count=len(area.criteria),
    )


def _rows(area: Area, level: RequirementLevel, verdicts: Mapping[str, str]) -> SafeString:
    in_english = language_now() == "en"
    return join(
        criterion_row(
            CriterionRow(
                key=criterion.key,
                text=criterion.text_sv,
                level=level.value,
                verdict=verdicts.get(criterion.key),
                gloss=criterion.text_en if in_english else "",
            ),
            "",
        )
        for criterion in area.at_level(level)
    )


def _action(standard: Standard, item: Content) -> PublicAction:
    criterion = next((one for one in standard.criteria if one.key == item["criterion"]), None)
    state = ActionState(item["state"])
    return PublicAction(
        key=item["criterion"] or item["area"],
        sentence=criterion.text_sv if criterion else "",
        action=item["action"],
        facts=(
            (_("To be done by"), item["due"]["text"] or day(_day(item["due"]["date"]))),
            (_("Responsible"), item["responsible"]),
            (_("Follow-up date"), item["follow_up"]["text"] or day(_day(item["follow_up"]["date"]))),
            (_("Responsible for follow-up"), item["follow_up_responsible"]),
        ),
        state=status(str(ACTION_STATE_NAMES[state]), kind=ACTION_STATE_KINDS[state]),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
