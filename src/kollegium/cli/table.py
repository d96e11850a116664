"""A reading as a page of text for people: facts, areas, action plan, doubts."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from kollegium.domain.reading.doubts import wording
from kollegium.domain.reading.result import ReadAction, ReadArea, ReadDate, Reading

_WIDTH = 100

_WORDS = {
    "sv": {
        "unknown": "okänt",
        "standard": "Modell",
        "review_type": "Granskningstyp",
        "care_provider": "Vårdgivare",
        "unit": "Enhet",
        "specialty": "Specialitet",
        "visit": "Besök",
        "report_date": "Rapportdatum",
        "reviewers": "Granskare",
        "strengths": "Styrkor",
        "weaknesses": "Svagheter",
        "improvements": "Förbättringspotential",
        "areas": "Områden",
        "area_row": "Område",
        "criteria": "kriterier",
        "at_visit": "beslutad",
        "now": "nu",
        "plan": "Handlingsplan",
        "due": "klart",
        "responsible": "ansvarig",
        "follow_up": "uppföljning",
        "done": "redan genomfört",
        "no_plan": "Ingen handlingsplan i filen.",
        "doubts": "Att kontrollera",
        "line": "rad",
        "page": "sida",
        "none": "Inga.",
    },
    "en": {
        "unknown": "unknown",
        "standard": "Standard",
        "review_type": "Type of review",
        "care_provider": "Care provider",
        "unit": "Unit",
        "specialty": "Specialty",
        "visit": "Visit",
        "report_date": "Report date",
        "reviewers": "Reviewers",
        "strengths": "Strengths",
        "weaknesses": "Weaknesses",
        "improvements": "Areas for improvement",
        "areas": "Areas",
        "area_row": "Area",
        "criteria": "criteria",
        "at_visit": "decided",
        "now": "now",
        "plan": "Action plan",
        "due": "due",
        "responsible": "responsible",
        "follow_up": "follow-up",
        "done": "already done",
        "no_plan": "No action plan in the file.",
        "doubts": "To be checked",
        "line": "line",
        "page": "page",
        "none": "None.",
    },
}


def reading_table(reading: Reading, language: str = "sv") -> str:
    """Return a reading as text of at most 100 columns; `language` is "sv" or "en"."""
    words = _WORDS[language]
    parts = [
        reading.file,
        "=" * min(len(reading.file), _WIDTH),
        *_facts(reading, words),
        "",
        *_summary(reading, words),
        *_areas(reading, words),
        "",
        *_plan(reading, words),
        "",
        *_doubts(reading, language),
        "",
    ]
    return "\n".join(parts)


def _facts(reading: Reading, words: dict[str, str]) -> Iterator[str]:
    facts = {
        "standard": reading.standard,
        "review_type": reading.review_type,
        "care_provider": reading.care_provider,
        "unit": reading.unit,
        "specialty": reading.specialty,
        "visit": reading.visit.text if reading.visit else None,
        "report_date": reading.report_date.isoformat() if reading.report_date else None,
        "reviewers": ", ".join(reading.reviewers) or None,
    }
    width = max(len(words[key]) for key in facts)
    for key, value in facts.items():
        yield f"{words[key]:<{width}}  {value or words['unknown']}"


def _summary(reading: Reading, words: dict[str, str]) -> Iterator[str]:
    for key in ("strengths", "weaknesses", "improvements"):
        points: tuple[str, ...] = getattr(reading, key)
        yield f"{words[key]} ({len(points)})"
        for point in points:
            yield from textwrap.wrap(point, _WIDTH, initial_indent="  - ", subsequent_indent="    ")
        yield ""


def _areas(reading: Reading, words: dict[str, str]) -> Iterator[str]:
    yield words["areas"]
    titles = [f"{area.key}. {area.title}" for area in reading.areas.values()]
    width = min(max((len(title) for title in titles), default=0), 60)
    yield f"  {words['area_row']:<{width}}  {words['criteria']}  {words['at_visit']}  {words['now']}"
    for area, title in zip(reading.areas.values(), titles, strict=True):
        yield "  " + _area_row(area, title[:width], width, words)


def _area_row(area: ReadArea, title: str, width: int, words: dict[str, str]) -> str:
    count = str(len(area.criteria)).rjust(len(words["criteria"]))
    at_visit = (area.grade_at_visit or "–").center(len(words["at_visit"]))
    return f"{title:<{width}}  {count}  {at_visit}  {area.grade_now or '–'}".rstrip()


def _plan(reading: Reading, words: dict[str, str]) -> Iterator[str]:
    if not reading.action_plan:
        yield words["no_plan"]
        return
    yield f"{words['plan']} ({len(reading.action_plan)})"
    for action in reading.action_plan:
        yield from _action(action, words)


def _action(action: ReadAction, words: dict[str, str]) -> Iterator[str]:
    key = action.criterion_key or action.area_key or "?"
    text = action.action or words["unknown"]
    yield from textwrap.wrap(text, _WIDTH, initial_indent=f"  {key:<4}", subsequent_indent="      ")
    yield f"      {words['due']}: {_date(action.due, words)}; {words['responsible']}: {action.responsible or words['unknown']}"
    followed_by = action.follow_up_responsible or words["unknown"]
    yield f"      {words['follow_up']}: {_date(action.follow_up, words)}; {words['responsible']}: {followed_by}"


def _date(value: ReadDate | None, words: dict[str, str]) -> str:
    if value is None:
        return words["unknown"]
    if value.done:
        return words["done"]
    return value.date.isoformat() if value.date else f"”{value.text}”"


def _doubts(reading: Reading, language: str) -> Iterator[str]:
    words = _WORDS[language]
    yield (
        f"{words['doubts']} ({len(reading.doubts)})"
        if reading.doubts
        else f"{words['doubts']}: {words['none']}"
    )
    for doubt in reading.doubts:
        message = wording(doubt.code, language, doubt.params)
        place = doubt.field
        if doubt.line is not None:
            place = f"{words['line']} {doubt.line}, {place}"
        elif doubt.page is not None:
            place = f"{words['page']} {doubt.page}, {place}"
        yield from textwrap.wrap(
            f"{message} [{place}]", _WIDTH, initial_indent="  ! ", subsequent_indent="    "
        )
