"""Whatever the lines are: a reading or a refusal, never an error of our own."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from kollegium.domain.reading import NotAReport, Reading, read
from kollegium.domain.reading.pages import Bounds, Line, Mark, MarkKind, Page, SourceText
from tests.reading.reports import STANDARD, plan_item, source_of, whole_report

_WORDS = st.sampled_from(
    [
        "Styrkor", "Svagheter", "Förbättringspotential", "STRUKTUR", "PROCESS", "HANDLINGSPLAN", "Föreskrift",
        "Gradering", "Gradering: B", "Graderingen är ändrad till C.", "A", "D", "D. Tjänstgöringens upplägg",
        "Handledning och kompetensbedömning", "Medicinsk vetenskap och systematiskt kvalitets- och", "Planerad åtgärd:",
        "Datum när åtgärden ska vara", "genomförd", "Ansvarig för genomförandet", "Datum för uppföljning: 31/2 2025",
        "Uppfyllt", "☒", "☐ A. Socialstyrelsens föreskrifter", "•", "Besök: 12-13", "Granskare:", "2025-13-45", "\u00ad",
        "x\ufffe", "-", "…", "(", "ST-", *[one.text_sv for one in STANDARD.criteria[:12]],
    ]
)  # fmt: skip
_TEXT = st.one_of(_WORDS, st.text(max_size=60))
_SIZE = st.floats(min_value=-50, max_value=900, allow_nan=False)
_BOUNDS = st.one_of(st.none(), st.builds(Bounds, _SIZE, _SIZE, _SIZE, _SIZE))


def _is_read_or_refused(source: SourceText) -> None:
    try:
        reading = read(source, file_name="x")
    except NotAReport:
        return
    assert isinstance(reading, Reading)
    assert set(reading.as_json()["areas"]) <= {area.key for area in STANDARD.areas}


@settings(max_examples=150, deadline=None)
@given(st.lists(_TEXT, max_size=60))
def test_read_any_lines_gives_a_reading_or_a_refusal(lines: list[str]) -> None:
    _is_read_or_refused(source_of("\n".join(lines)))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["pdf", "docx"]),
    st.lists(
        st.builds(
            Line,
            number=st.integers(0, 99),
            page=st.integers(1, 4),
            text=_TEXT,
            bounds=_BOUNDS,
            size=st.one_of(st.none(), st.floats(min_value=0, max_value=40, allow_nan=False)),
            bold=st.booleans(),
            soft_break=st.booleans(),
            style=st.sampled_from([None, "list", "heading 1"]),
        ),
        max_size=50,
    ),
    st.lists(
        st.builds(
            Mark, page=st.just(1), kind=st.sampled_from(MarkKind), bounds=st.builds(Bounds, *[_SIZE] * 4)
        )
    ),
)
def test_read_any_positions_and_marks_gives_a_reading_or_a_refusal(
    kind: str, lines: list[Line], marks: list[Mark]
) -> None:
    _is_read_or_refused(SourceText(kind, (Page(1, tuple(lines), tuple(marks), 595.0, 842.0),)))


def test_read_mutated_reports_gives_a_reading_or_a_refusal() -> None:
    item = ("Handledningen schemaläggs.", "2025-10-31", "Maja Lind", "2025-12-31", "Per Alm")
    text = whole_report(plan=["HANDLINGSPLAN", *plan_item("E1", item), *plan_item("H9", item)])

    for seed in range(60):
        dice = random.Random(seed)
        lines = text.split("\n")
        for _ in range(dice.randrange(1, 40)):
            position = dice.randrange(len(lines))
            action = dice.randrange(5)
            if action == 0:
                del lines[position]
            elif action == 1:
                lines.insert(position, dice.choice(lines))
            elif action == 2:
                lines[position] = lines[position][: dice.randrange(len(lines[position]) + 1)]
            elif action == 3:
                lines[position] += dice.choice(("\u00ad", "\f", " ☒", ":", "–", "\u0301", "\u202e"))
            else:
                other = dice.randrange(len(lines))
                lines[position], lines[other] = lines[other], lines[position]
        _is_read_or_refused(source_of("\n".join(lines)))


def test_read_one_enormous_line_is_refused_or_read_in_time() -> None:
    _is_read_or_refused(source_of("Styrkor " * 20_000))
