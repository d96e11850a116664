"""The summary's lists: where points begin, and which heading they belong to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kollegium.domain.reading import Reading, read
from kollegium.domain.reading.lexicon import tone_of
from kollegium.domain.reading.pages import Bounds, Line, Page, SourceText
from tests.reading.reports import NARRATIVES, STANDARD, area_lines, reading_of, wrapped

TAIL = [line for key in "AB" for line in area_lines(STANDARD.area(key), NARRATIVES[key])]


def lists_of(reading: Reading) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Give the three lists."""
    return reading.strengths, reading.weaknesses, reading.improvements


def stacked(points: Sequence[str], *, width: int = 84, anchor: int | None = None) -> Reading:
    """Read a summary with its headings in a stack; the last heading again before point `anchor`."""
    lines = ["Styrkor", "Svagheter", "Förbättringspotential"]
    for number, point in enumerate(points):
        if number == anchor:
            lines += ["", "", "Förbättringspotential"]
        lines += wrapped(point, width)
    return reading_of("\n\n".join([*lines, *TAIL]))


@pytest.mark.parametrize(
    "praise",
    [
        "Engagerade handledare.",
        "Mycket god sammanhållning i läkargruppen.",
        "Väl fungerande introduktion för nyanställda.",
        "Stabil bemanning och låg personalomsättning.",
        "Bred verksamhet som ger goda möjligheter att nå alla delmål.",
        "Nöjda ST-läkare.",
        "Hög kompetens bland specialisterna.",
    ],
)
def test_tone_praise_is_strongest(praise: str) -> None:
    tone = tone_of(praise)

    assert tone.praise > max(tone.fault, tone.advice)


@pytest.mark.parametrize(
    "fault",
    [
        "Saknar rutin för medsittningar.",
        "Handledningen dokumenteras inte.",
        "Brister i återkopplingen till ST-läkarna.",
        "Hög arbetsbelastning på jourlinjen.",
        "Otydlig ansvarsfördelning mellan chef och studierektor.",
        "Det finns ingen plan för självstudier.",
        "Ökad stress efter omorganisationen.",
        "Bristande struktur för bra återkoppling.",
    ],
)
def test_tone_fault_is_strongest(fault: str) -> None:
    tone = tone_of(fault)

    assert tone.fault > max(tone.praise, tone.advice)


@pytest.mark.parametrize(
    "advice",
    [
        "Utveckla handledarträffarna.",
        "Se över schemat så att alla ST-läkare får handledning.",
        "Ökad tid för självstudier.",
        "Formalisera återkopplingen.",
        "Fler tillfällen för medsittning.",
        "Det vore önskvärt att ST-läkarna undervisar oftare.",
        "Enheten bör ta fram en skriftlig uppdragsbeskrivning.",
        "Minska andelen hyrläkare.",
        "Planering för kontinuerlig fortbildning av handledare.",
    ],
)
def test_tone_advice_is_strongest(advice: str) -> None:
    tone = tone_of(advice)

    assert tone.advice > max(tone.praise, tone.fault)


STRONG = (
    "Lyhörd chef som värnar utbildningen.",
    "Goda möjligheter till handledning i vardagen, både enskilt och i grupp, vilket uppskattas av alla ST-läkare på kliniken.",
    "Ändamålsenliga lokaler",
)
WEAK = (
    "Bristande dokumentation av medsittningar",
    "Kompetensbedömningarna följs inte upp på ett sammanhållet sätt och återkopplingen når sällan den huvudansvariga handledaren.",
)
ADVICE = (
    "Ta fram en mall för uppföljning av utbildningsprogrammen. Använd den vid varje samtal.",
    "Strukturera internutbildningen",
)


@pytest.mark.parametrize("width", [68, 76, 84, 96])
def test_stacked_headings_split_points_by_meaning_at_any_width(width: int) -> None:
    assert lists_of(stacked((*STRONG, *WEAK, *ADVICE), width=width)) == (STRONG, WEAK, ADVICE)


def test_stacked_headings_may_leave_a_list_empty() -> None:
    assert lists_of(stacked((*STRONG, *ADVICE))) == (STRONG, (), ADVICE)


def test_heading_repeated_on_the_next_page_binds_what_follows() -> None:
    riddle = "Handledarna träffas i nuläget i korridoren."

    reading = stacked((*STRONG, *WEAK, riddle, *ADVICE), anchor=5)

    assert lists_of(reading) == (STRONG, WEAK, (riddle, *ADVICE))


def test_summary_split_is_doubted_at_the_first_point() -> None:
    reading = stacked((*STRONG, *WEAK, *ADVICE))

    assert [(one.code, one.line, one.field) for one in reading.doubts if one.code == "summary-split"] == [
        ("summary-split", 7, "summary")
    ]


def test_columns_beside_each_other_belong_to_the_heading_above_them() -> None:
    columns = (("Styrkor", STRONG), ("Svagheter", WEAK), ("Förbättringspotential", ADVICE))
    lines: list[Line] = []

    def place(text: str, x: float, y: float) -> None:
        lines.append(Line(len(lines) + 1, 1, text, Bounds(x, y, x + 4 * len(text), y + 10), 10.0))

    for number, (title, _) in enumerate(columns):
        place(title, 40 + 180 * number, 50)
    for number, (_, points) in enumerate(columns):
        y = 70.0
        for point in points:
            for row in wrapped(point, 38):
                place(row, 40 + 180 * number, y)
                y += 13
            y += 9
    for number, text in enumerate(TAIL):
        place(text, 40, 400 + 13 * number)

    reading = read(SourceText("pdf", (Page(1, tuple(lines), (), 595.0, 3000.0),)), file_name="columns.pdf")

    assert lists_of(reading) == (STRONG, WEAK, ADVICE)
    assert "summary-split" not in {one.code for one in reading.doubts}


def test_dash_alone_is_an_empty_list() -> None:
    text = "\n".join(["Styrkor", "–", "Svagheter", "• Otydliga mål.", "Förbättringspotential", "–", *TAIL])

    assert lists_of(reading_of(text)) == ((), ("Otydliga mål.",), ())


@pytest.mark.parametrize(
    ("point", "strongest"),
    [
        ("Inga vakanser bland överläkarna.", "praise"),
        ("Låg personalomsättning bland sköterskorna.", "praise"),
        ("Ronden är aldrig inställd.", "praise"),
        ("Halva läkargruppen undervisar på kandidatkursen.", "praise"),
        ("Mottagningen konkurrerar med akutarbetet.", "fault"),
        ("Schemat är skört under semestrarna.", "fault"),
        ("Platsbrist på expeditionen.", "fault"),
        ("Återinför fredagsrondens genomgång.", "advice"),
        ("Auskultation hos fysioterapeuten.", "advice"),
        ("En timmes läsning i veckan.", "advice"),
    ],
)
def test_tone_follows_denial_and_sentence_form(point: str, strongest: str) -> None:
    tone = tone_of(point)

    assert max(("praise", "fault", "advice"), key=lambda name: getattr(tone, name)) == strongest
