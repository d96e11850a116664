"""A synthetic report as a run of blocks, the same for every file format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from kollegium.demo.report_files.model import GradeShown, SyntheticAction, SyntheticArea, SyntheticReport
from kollegium.domain.standard import Area, Part, RequirementLevel, Standard, load

_LEVEL_HEADINGS = {
    RequirementLevel.REGULATION: "Föreskrift",
    RequirementLevel.RECOMMENDATION: "Allmänna råd",
    RequirementLevel.QUALITY_INDICATOR: "Kvalitetsindikator",
}
_PLAN_PREAMBLE = (
    "Under granskningen påvisades brister vad gäller följsamheten till Socialstyrelsens föreskrifter och "
    "allmänna råd. Verksamheten har efter granskningen inkommit med följande handlingsplan."
)


class Level(IntEnum):
    """How high a heading stands."""

    TITLE = 0
    PART = 1
    AREA = 2
    KIND = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a line of its own."""

    text: str
    level: Level


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, as on a cover page."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The three lists, each with its heading."""

    lists: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """Criteria, each a sentence of its own."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The sentences of a grade scale; `chosen` is the place of the one whose box is filled."""

    texts: tuple[str, ...]
    chosen: int | None = None
    has_boxes: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter of an area alone on its line, a remainder of a graphic."""

    letter: str


@dataclass(frozen=True, slots=True)
class Field:
    """A label of the action plan with what was filled in, in paragraphs."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """The next block begins a page."""


Block = Heading | Paragraph | Facts | Summary | Sentences | Scale | Letter | Field | NewPage


def flow_of(report: SyntheticReport, *, displaced: bool = False) -> list[Block]:
    """Return the blocks of a report.

    With `displaced`, an area's criteria come after the title and narrative of the next area of the
    same part, the way text boxes come out of a PDF.
    """
    standard = load(report.standard_key)
    blocks: list[Block] = [*_cover(report), *_summary(report)]
    for part in standard.parts:
        blocks.extend(_part(part, report, displaced and bool(standard.criteria)))
    blocks.extend(_plan(report, standard))
    return blocks


def _cover(report: SyntheticReport) -> Iterator[Block]:
    cover = report.cover
    if cover is None:
        return
    yield Heading("GRANSKNINGSRAPPORT", Level.TITLE)
    rows = [
        ("Granskningstyp", (cover.review_type,)),
        ("Vårdgivare", (cover.care_provider,)),
        ("Enhet", (report.unit,)),
        ("Specialitet", (report.specialty,)),
        ("Besök", (cover.visit_text,)),
        ("Rapportdatum", (cover.report_date.isoformat(),)),
        ("Granskare", cover.reviewers),
    ]
    yield Facts(tuple(rows))
    yield NewPage()


def _summary(report: SyntheticReport) -> Iterator[Block]:
    lists = (
        ("Styrkor", report.strengths),
        ("Svagheter", report.weaknesses),
        ("Förbättringspotential", report.improvements),
    )
    if any(points for _, points in lists):
        yield Summary(lists)
        yield NewPage()


def _part(part: Part, report: SyntheticReport, displaced: bool) -> Iterator[Block]:
    written = {area.key: area for area in report.areas}
    areas = [(area, written[area.key]) for area in part.areas if area.key in written]
    if not areas:
        return
    if not report.is_at:
        yield Heading(part.title("sv"), Level.PART)
    opened: set[str] = set()
    for place, (area, made) in enumerate(areas):
        if area.key not in opened:
            yield from _opening(made, report)
        if not displaced:
            yield from _criteria_by_kind(area, made, report)
            continue
        yield from _stacked_kinds(area, made, report)
        if place + 1 < len(areas):
            following = areas[place + 1][1]
            opened.add(following.key)
            yield from _opening(following, report)
        yield from _criteria_alone(area, made, report)
    yield NewPage()


def _opening(area: SyntheticArea, report: SyntheticReport) -> Iterator[Block]:
    title = f"{area.key}. {area.title}" if report.layout.lettered_titles else area.title
    yield Heading(title, Level.AREA)
    for paragraph in area.narrative:
        yield Paragraph(paragraph)


def _criteria_by_kind(area: Area, made: SyntheticArea, report: SyntheticReport) -> Iterator[Block]:
    for level, heading in _LEVEL_HEADINGS.items():
        texts = tuple(one.text("sv") for one in area.at_level(level) if one.key in made.criteria)
        if texts:
            yield Heading(heading, Level.KIND)
            if level is RequirementLevel.REGULATION:
                yield from _preamble(area)
            yield Sentences(texts)
    yield from _grade_heading(made, report)
    yield _scale(area, made, report)


def _stacked_kinds(area: Area, made: SyntheticArea, report: SyntheticReport) -> Iterator[Block]:
    for level, heading in _LEVEL_HEADINGS.items():
        if any(one.key in made.criteria for one in area.at_level(level)):
            yield Heading(heading, Level.KIND)
            if level is RequirementLevel.REGULATION:
                yield from _preamble(area)
    yield from _grade_heading(made, report)


def _criteria_alone(area: Area, made: SyntheticArea, report: SyntheticReport) -> Iterator[Block]:
    if report.layout.area_letters:
        yield Letter(area.key)
    yield Sentences(tuple(one.text("sv") for one in area.criteria if one.key in made.criteria))
    yield _scale(area, made, report)


def _preamble(area: Area) -> Iterator[Block]:
    preamble = area.preamble("sv")
    if preamble:
        duty, found, rest = preamble.partition(" Vilket")
        yield Paragraph(duty)
        if found:
            yield Paragraph(f"Vilket{rest}")


def _grade_heading(made: SyntheticArea, report: SyntheticReport) -> Iterator[Block]:
    if report.layout.grades is GradeShown.WRITTEN and made.shown_grade:
        yield Heading(f"Gradering: {made.shown_grade}", Level.KIND)
    else:
        yield Heading("Gradering", Level.KIND)


def _scale(area: Area, made: SyntheticArea, report: SyntheticReport) -> Scale:
    drawn = report.layout.grades is GradeShown.DRAWN
    letters = [step.letter for step in area.scale.steps]
    chosen = letters.index(made.shown_grade) if drawn and made.shown_grade else None
    texts = tuple(f"{step.letter}. {step.text('sv')}" for step in area.scale.steps)
    return Scale(texts, chosen=chosen, has_boxes=drawn)


def _plan(report: SyntheticReport, standard: Standard) -> Iterator[Block]:
    if not report.actions:
        return
    yield Heading("HANDLINGSPLAN", Level.PART)
    if report.layout.plan_names_unit:
        yield Paragraph(f"{report.unit} - {report.specialty[0].upper()}{report.specialty[1:]}")
    yield Paragraph(_PLAN_PREAMBLE)
    for action in report.actions:
        yield Heading(f"{action.area_key}. {standard.area(action.area_key).title('sv')}", Level.AREA)
        yield Paragraph(standard.criterion(action.criterion_key).text("sv"))
        yield from _fields(action)


def _fields(action: SyntheticAction) -> Iterator[Block]:
    yield Field("Planerad åtgärd", action.action)
    yield Field("Datum när åtgärden ska vara genomförd", (action.due.text,))
    yield Field("Ansvarig för genomförandet", (action.responsible,))
    yield Field("Datum för uppföljning", (action.follow_up.text,))
    yield Field("Ansvarig för uppföljningen", (action.follow_up_responsible,))
