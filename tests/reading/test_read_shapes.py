"""Whole reports in different shapes, all invented: everything said is read, nothing is made up."""

from __future__ import annotations

import pytest

from kollegium.domain.reading import NotAReport
from tests.reading.reports import (
    IMPROVEMENTS,
    NARRATIVES,
    STANDARD,
    STRENGTHS,
    WEAKNESSES,
    area_lines,
    plan_item,
    reading_of,
    whole_report,
    wrapped,
)

ITEM = (
    "Handledningen schemaläggs med utgångspunkt i IUP.",
    "2025-10-31",
    "Maja Lind, överläkare",
    "2025-12-31",
    "Per Alm",
)


def test_read_whole_report_gives_every_area_and_criterion() -> None:
    reading = reading_of(whole_report())

    assert reading.standard == "spur-st-2021"
    assert {key: area.narrative for key, area in reading.areas.items()} == NARRATIVES
    assert {key: area.criteria for key, area in reading.areas.items()} == {
        area.key: tuple(one.key for one in area.criteria) for area in STANDARD.areas
    }
    assert {(area.grade_at_visit, area.grade_now, area.grade_quote) for area in reading.areas.values()} == {
        (None, None, None)
    }


def test_read_stacked_summary_splits_by_meaning_and_says_so() -> None:
    reading = reading_of(whole_report())

    assert (reading.strengths, reading.weaknesses, reading.improvements) == (
        STRENGTHS,
        WEAKNESSES,
        IMPROVEMENTS,
    )
    assert [doubt.code for doubt in reading.doubts] == ["summary-split"]


@pytest.mark.parametrize(
    "bullet", ["• ", "- ", "* ", "", "1. "], ids=["dot", "dash", "star", "none", "number"]
)
def test_read_summary_under_own_headings_raises_no_doubt(bullet: str) -> None:
    lists = (("Styrkor", STRENGTHS), ("Svagheter", WEAKNESSES), ("Förbättringsområden", IMPROVEMENTS))
    lines = [line for title, points in lists for line in (title, *(bullet + point for point in points))]
    text = "\n".join(lines) + "\n" + "\n".join(whole_report().split("\n\n")[11:])

    reading = reading_of(text)

    assert (reading.strengths, reading.weaknesses, reading.improvements) == (
        STRENGTHS,
        WEAKNESSES,
        IMPROVEMENTS,
    )
    assert "summary-split" not in {doubt.code for doubt in reading.doubts}


@pytest.mark.parametrize("colon", [True, False], ids=["colon", "no-colon"])
@pytest.mark.parametrize("same_line", [True, False], ids=["same-line", "next-line"])
def test_read_plan_gives_five_fields_whatever_the_labels_look_like(colon: bool, same_line: bool) -> None:
    plan = [
        "HANDLINGSPLAN",
        "Vikens lasarett - Kirurgi",
        *plan_item("E1", ITEM, colon=colon, same_line=same_line),
    ]

    reading = reading_of(whole_report(plan=plan))

    assert reading.unit == "Vikens lasarett"
    assert reading.specialty == "kirurgi"
    assert reading.as_json()["action_plan"] == [
        {
            "area": "E",
            "criterion": "E1",
            "action": ITEM[0],
            "due": {"text": "2025-10-31", "date": "2025-10-31", "done": False},
            "responsible": ITEM[2],
            "follow_up": {"text": "2025-12-31", "date": "2025-12-31"},
            "follow_up_responsible": ITEM[4],
        }
    ]


def test_read_plan_without_heading_is_found_by_its_labels() -> None:
    reading = reading_of(whole_report(plan=[*plan_item("D6", ITEM), *plan_item("D7", ITEM)]))

    assert [(one.area_key, one.criterion_key) for one in reading.action_plan] == [("D", "D6"), ("D", "D7")]
    assert reading.areas["D"].narrative == NARRATIVES["D"]


def test_read_plan_item_of_the_same_area_without_its_heading_repeated() -> None:
    plan = ["HANDLINGSPLAN", *plan_item("D6", ITEM), *plan_item("D7", ITEM)[1:]]

    reading = reading_of(whole_report(plan=plan))

    assert [(one.area_key, one.criterion_key) for one in reading.action_plan] == [("D", "D6"), ("D", "D7")]
    assert reading.action_plan[0].follow_up_responsible == "Per Alm"


def test_read_area_headings_with_letters_and_former_names() -> None:
    lines = [
        line
        for area in STANDARD.areas
        for line in area_lines(
            area,
            NARRATIVES[area.key],
            heading={"D": "D. Tjänstgöringens uppläggning", "E": "Handledning och uppföljning"}.get(area.key),
        )
    ]

    reading = reading_of("\n\n".join(lines))

    assert {key: area.narrative for key, area in reading.areas.items()} == NARRATIVES
    assert reading.areas["E"].title == STANDARD.area("E").title_sv


def test_read_next_areas_narrative_standing_before_the_criteria_of_the_one_before() -> None:
    first, second = STANDARD.area("E"), STANDARD.area("F")
    criteria = [line for criterion in first.criteria for line in wrapped(criterion.text_sv)]
    lines = [
        *(first.title_sv, *wrapped(NARRATIVES["E"]), "Föreskrift", "E"),
        *("Gradering", second.title_sv, *wrapped(NARRATIVES["F"]), "Föreskrift"),
        *criteria,
        *[line for step in first.scale.steps for line in wrapped(f"{step.letter}. {step.text_sv}")],
        *("F", *[line for criterion in second.criteria for line in wrapped(criterion.text_sv)]),
    ]

    reading = reading_of("\n\n".join(lines))

    assert {key: area.narrative for key, area in reading.areas.items()} == {
        "E": NARRATIVES["E"],
        "F": NARRATIVES["F"],
    }
    assert len(reading.areas["E"].criteria) == 14
    assert len(reading.areas["F"].criteria) == 6


def test_read_missing_and_added_criteria_raise_doubts_and_stay_out_of_the_narrative() -> None:
    area = STANDARD.area("D")
    lines = area_lines(area, NARRATIVES["D"], leave_out=["D11"])
    added = "ST-läkarna har tillgång till simulatorbaserad träning."
    lines.insert(lines.index(wrapped(area.criteria[7].text_sv)[0]), added)

    reading = reading_of("\n\n".join([*lines, *area_lines(STANDARD.area("E"), NARRATIVES["E"])]))

    codes = [(doubt.code, doubt.field) for doubt in reading.doubts if not doubt.code.startswith("area")]
    assert codes == [
        ("criterion-not-in-catalogue", "areas.D.criteria"),
        ("criterion-missing", "areas.D.criteria.D11"),
    ]
    assert added in next(one.message for one in reading.doubts if one.code == "criterion-not-in-catalogue")
    assert reading.areas["D"].narrative == NARRATIVES["D"]


def test_read_sentence_of_the_narrative_that_is_like_a_criterion_stays_there() -> None:
    narrative = (
        "Det finns en huvudansvarig handledare för ST-läkaren. "
        + STANDARD.criterion("E8").text_sv
        + " Det är bra."
    )

    reading = reading_of("\n\n".join(area_lines(STANDARD.area("E"), narrative, leave_out=["E2"])))

    assert reading.areas["E"].narrative == narrative
    assert "E2" not in reading.areas["E"].criteria
    assert "E8" in reading.areas["E"].criteria


def test_read_half_a_report_names_what_is_missing() -> None:
    text = whole_report()

    reading = reading_of(text[: text.index("PROCESS")])

    assert list(reading.areas) == ["A", "B", "C"]
    assert [doubt.field for doubt in reading.doubts if doubt.code == "area-missing"] == [
        f"areas.{key}" for key in "DEFGH"
    ]


def test_read_cut_report_keeps_a_narrative_that_opens_like_a_criterion() -> None:
    """The list of the last area is gone; its narrative's first sentence ends inside a printed line."""
    text = whole_report()
    area = STANDARD.area("E")
    criterion = min((one.text_sv for one in area.criteria), key=len).removesuffix(".")
    narrative = f"{criterion} här. Mötena\när tre om året och leds av den som lägger schemat."

    reading = reading_of(text[: text.index(area.title_sv)] + f"{area.title_sv}\n{narrative}\n")

    assert reading.areas["E"].narrative == narrative.replace("\n", " ")
    assert reading.areas["E"].criteria == ()


def test_read_second_half_of_a_report() -> None:
    text = whole_report(plan=["HANDLINGSPLAN", *plan_item("H9", ITEM)])

    reading = reading_of(text[text.index("PROCESS") :])

    assert list(reading.areas) == ["D", "E", "F", "G", "H"]
    assert [one.criterion_key for one in reading.action_plan] == ["H9"]
    assert reading.strengths == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n  ",
        "Hej!\nHär kommer veckans meny.\nMåndag: ärtsoppa",
        "Styrkor\nBra läge\nSvagheter\nDyr hyra\nMöjligheter\nNy väg\nHot\nKonkurrens",
        "Verksamheten\nVi säljer cyklar.\nLokaler\nButiken ligger vid torget.\nForskning\nIngen.",
        "Protokoll\nHandledning och kompetensbedömning diskuterades. Föreskrift saknas.",
    ],
    ids=["empty", "blank", "menu", "swot", "annual-report", "minutes"],
)
def test_read_something_else_is_refused(text: str) -> None:
    with pytest.raises(NotAReport):
        reading_of(text)


def test_read_cover_facts_in_several_forms() -> None:
    cover = [
        "EXTERN KVALITETSGRANSKNING",
        "Granskningstyp: Extern granskning",
        "Vårdgivare: Region Viken",
        "Klinik: Kirurgkliniken, Vikens lasarett",
        "Specialitet: Kirurgi",
        "Besöksdatum: 12–13 maj 2025",
        "Rapportdatum: 2025-06-30",
        "Granskare: Maja Lind, överläkare",
        "Per Alm, överläkare",
    ]

    reading = reading_of(whole_report(cover=cover))

    printed = reading.as_json()
    facts = {name: printed[name] for name in ("review_type", "care_provider", "unit", "specialty", "visit")}
    assert facts == {
        "review_type": "Extern granskning",
        "care_provider": "Region Viken",
        "unit": "Kirurgkliniken, Vikens lasarett",
        "specialty": "kirurgi",
        "visit": {"text": "12–13 maj 2025", "from": "2025-05-12", "to": "2025-05-13"},
    }
    assert printed["report_date"] == "2025-06-30"
    assert printed["reviewers"] == ["Maja Lind, överläkare", "Per Alm, överläkare"]


def test_read_cover_facts_in_cells_and_labels_that_come_again() -> None:
    cover = [
        "Vårdgivare\tRegion Viken",
        "Klinik   Kirurgkliniken",
        "Granskare\tMaja Lind",
        "Granskare\tPer Alm",
        "Rapporten lämnad 2025-06-30",
    ]

    printed = reading_of(whole_report(cover=cover)).as_json()

    assert (printed["care_provider"], printed["unit"]) == ("Region Viken", "Kirurgkliniken")
    assert printed["reviewers"] == ["Maja Lind", "Per Alm"]


def test_read_without_cover_leaves_every_fact_unknown() -> None:
    printed = reading_of(whole_report()).as_json()

    names = ("review_type", "care_provider", "unit", "specialty", "visit", "report_date")
    assert [printed[name] for name in names] == [None] * 6
    assert printed["reviewers"] == []


def test_read_internship_report_gives_narratives_and_letters_of_its_own_scale() -> None:
    text = "\n".join(
        [
            *("AT-SPUR", "Granskning av allmäntjänstgöring", "Styrkor", "Engagerade AT-handledare."),
            *("Svagheter", "AT-läkarna saknar schemalagd handledning."),
            *("Förbättringspotential", "Schemalägg handledningen."),
            *("Verksamheten", "AT-läkarna tjänstgör på medicinkliniken.", "Gradering: A"),
            *("Utbildningsklimatet", "Stämningen är god."),
            *("Handledning och uppföljning", "AT-läkarna har sällan handledning. Graderingen är C."),
            *("Kvalitetssäkring", "AT-enkät görs årligen."),
        ]
    )

    reading = reading_of(text)

    assert reading.standard == "at-spur"
    assert all(area.criteria == () for area in reading.areas.values())
    assert [doubt.code for doubt in reading.doubts][:1] == ["standard-incomplete"]
    narratives = {area.title: (area.narrative, area.grade_now) for area in reading.areas.values()}
    assert narratives == {
        "Verksamheten": ("AT-läkarna tjänstgör på medicinkliniken.", "A"),
        "Utbildningsklimatet": ("Stämningen är god.", None),
        "Handledning och uppföljning": ("AT-läkarna har sällan handledning. Graderingen är C.", "C"),
        "Kvalitetssäkring": ("AT-enkät görs årligen.", None),
    }


def test_read_places_point_at_the_lines_of_every_field() -> None:
    text = whole_report(plan=["HANDLINGSPLAN", *plan_item("E1", ITEM)])
    lines = text.split("\n")

    reading = reading_of(text)

    first, last = reading.places["areas.D.narrative"][0]
    assert " ".join(line for line in lines[first - 1 : last] if line) == NARRATIVES["D"]
    first, last = reading.places["areas.H.criteria.H9"][0]
    assert " ".join(line for line in lines[first - 1 : last] if line) == STANDARD.criterion("H9").text_sv
    assert lines[reading.places["action_plan[0].due"][0][0] - 1].endswith("2025-10-31")
    assert lines[reading.places["strengths[0]"][0][0] - 1] == STRENGTHS[0]


def test_read_nothing_lost_every_word_of_the_narratives_is_in_the_reading() -> None:
    reading = reading_of(whole_report())

    kept = " ".join(area.narrative or "" for area in reading.areas.values())
    assert all(word in kept for text in NARRATIVES.values() for word in text.split())


@pytest.mark.parametrize("heading", ["Föreskrift", "Allmänna råd", "Kvalitetsindikator"])
def test_heading_left_alone_in_the_middle_of_a_preamble_is_nobodys_text(heading: str) -> None:
    preamble = wrapped(STANDARD.area("C").preamble_sv)
    assert len(preamble) > 1
    assert preamble[1][0].islower()
    lines = whole_report().split("\n\n")
    at = lines.index(preamble[0], lines.index(STANDARD.area("C").title_sv)) + 1

    reading = reading_of("\n\n".join([*lines[:at], heading, *lines[at:]]))

    assert {key: area.narrative for key, area in reading.areas.items()} == NARRATIVES
    assert reading.areas["C"].criteria == tuple(one.key for one in STANDARD.area("C").criteria)


def test_word_of_a_heading_alone_on_a_row_in_a_sentence_stays_text() -> None:
    text = "Enheten har inte följt den\nFöreskrift\nsom gäller för handledning sedan i våras."
    reading = reading_of(whole_report(narratives={**NARRATIVES, "C": "ZZZ"}).replace("ZZZ", text))

    assert reading.areas["C"].narrative == text.replace("\n", " ")
