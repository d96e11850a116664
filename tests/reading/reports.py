"""Invented reports as text lines: the field's layout around prose of our own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kollegium.domain.reading import Reading, read
from kollegium.domain.reading.pages import Line, Page, SourceText
from kollegium.domain.standard import Area, load

STANDARD = load("spur-st-2021")


def source_of(text: str, *, kind: str = "text") -> SourceText:
    """Give a text as the extraction of a text file does: one line per printed line."""
    pages: list[Page] = []
    number = 0
    for page_number, page in enumerate(text.split("\f"), start=1):
        lines = []
        for printed in page.split("\n"):
            number += 1
            lines.append(Line(number=number, page=page_number, text=printed))
        pages.append(Page(number=page_number, lines=tuple(lines)))
    return SourceText(kind=kind, pages=tuple(pages))


def reading_of(text: str) -> Reading:
    """Read a text."""
    return read(source_of(text), file_name="report.txt")


def wrapped(text: str, width: int = 84) -> list[str]:
    """Give a text as printed lines of at most a width, broken at spaces only."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def area_lines(
    area: Area,
    narrative: str,
    *,
    heading: str | None = None,
    leave_out: Iterable[str] = (),
    after: Sequence[str] = (),
) -> list[str]:
    """Give an area as it is printed: heading, narrative, headings of the list, criteria, scale, letter."""
    left_out = set(leave_out)
    lines = [heading or area.title_sv, *wrapped(narrative), "Föreskrift", *wrapped(area.preamble_sv)]
    for criterion in area.criteria:
        if criterion.key not in left_out:
            lines += wrapped(criterion.text_sv)
    lines.append("Gradering")
    for step in area.scale.steps:
        lines += wrapped(f"{step.letter}. {step.text_sv}")
    return [*lines, *after, area.key]


NARRATIVES = {
    "A": "Kliniken vid Vikens lasarett bedriver planerad och akut vård för 90 000 invånare. Jour delas med Holmstad.",
    "B": "Nio specialister och fyra ST-läkare tjänstgör. Studierektorn har tio procent avsatt tid.",
    "C": "Lokalerna är nybyggda. Alla ST-läkare har egen dator och plats i ett gemensamt rum.",
    "D": "Introduktion ges under två veckor. Styrande dokument finns på intranätet men är inte kända av alla.",
    "E": "Handledning är schemalagd varannan vecka. Medsittning görs två gånger per termin och dokumenteras.",
    "F": "Internutbildning hålls varje torsdag. Kursplanering sker tillsammans med studierektorn.",
    "G": "Två ST-läkare har redovisat förbättringsarbeten under året. Journal club hålls en gång i månaden.",
    "H": "ST-läkarna leder ronder och undervisar kandidater. Återkoppling ges muntligt men skrivs sällan ned.",
}
STRENGTHS = (
    "Engagerade handledare med lång erfarenhet.",
    "God stämning och öppet klimat där alla frågor får ställas.",
    "Regelbunden internutbildning som är uppskattad av samtliga.",
)
WEAKNESSES = (
    "Det saknas rutiner för att dokumentera handledningssamtal.",
    "Studierektorns uppdrag är inte beskrivet skriftligt.",
)
IMPROVEMENTS = (
    "Inför en gemensam mall för kompetensbedömning.",
    "Schemalägg självstudier för alla ST-läkare så att tiden verkligen blir av.",
    "Ökad medverkan i förbättringsarbeten.",
)


def summary_stack() -> list[str]:
    """Give a summary as the field prints it: the three headings in a stack, then all points unmarked."""
    lines = ["Styrkor", "Svagheter", "Förbättringspotential"]
    for point in (*STRENGTHS, *WEAKNESSES, *IMPROVEMENTS):
        lines += wrapped(point)
    return lines


def whole_report(
    *, narratives: dict[str, str] | None = None, plan: Sequence[str] = (), cover: Sequence[str] = ()
) -> str:
    """Give a whole report as text, each area in its place."""
    texts = narratives or NARRATIVES
    lines = [*cover, *summary_stack()]
    for part in STANDARD.parts:
        lines.append(part.title_sv)
        for area in part.areas:
            lines += area_lines(area, texts[area.key])
    return "\n\n".join([*lines, *plan])


def plan_item(key: str, values: Sequence[str], *, colon: bool = True, same_line: bool = True) -> list[str]:
    """Give one item of an action plan: heading, criterion, five labels with their values."""
    criterion = STANDARD.criterion(key)
    area = STANDARD.area(criterion.area_key)
    labels = (
        "Planerad åtgärd",
        "Datum när åtgärden ska vara genomförd",
        "Ansvarig för genomförandet",
        "Datum för uppföljning",
        "Ansvarig för uppföljningen",
    )
    lines = [f"{area.key}. {area.title_sv}", *wrapped(criterion.text_sv)]
    for label, value in zip(labels, values, strict=True):
        label += ":" if colon else ""
        lines += [f"{label} {value}"] if same_line else [label, *wrapped(value)]
    return lines
