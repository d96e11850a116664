"""A review becomes exactly this tree: the layout that the field and the reader know."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kollegium.domain.standard import load
from kollegium.printing.tree import (
    AreaStrip,
    AreaTile,
    CriterionGroup,
    CriterionRow,
    Edge,
    Fact,
    FactTable,
    GradeScale,
    Heading,
    Notice,
    Paragraph,
    PlanItem,
    Run,
    ScaleStep,
    Shape,
    SummaryBox,
    SummaryBoxes,
    plain,
)
from kollegium.reviews.report import PrintedDate, ReportPlanItem, report_document
from tests.printing.trees import whole_review

STANDARD = load("spur-st-2021")


def tree(language: str, **changes: Any) -> list[Any]:
    """Give the blocks of the whole review, some fields changed, as a list to pick from."""
    return list(report_document(replace(whole_review(), **changes), STANDARD, language).blocks)


def of_kind(blocks: list[Any], kind: type) -> list[Any]:
    """Give the blocks of one kind, in order."""
    return [block for block in blocks if isinstance(block, kind)]


def section(blocks: list[Any], heading: str) -> list[Any]:
    """Give the blocks from a heading up to the next one."""
    start = next(
        i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.text == plain(heading)
    )
    rest = blocks[start + 1 :]
    end = next((i for i, block in enumerate(rest) if isinstance(block, Heading)), len(rest))
    return rest[:end]


def test_cover_gives_the_known_facts_and_the_strip() -> None:
    blocks = tree("sv", notices=("Namn är ersatta med funktioner.",), service_part="Medicin")

    assert blocks[:3] == [
        Heading(1, plain("Granskningsrapport: Lindhaga hälsocentral")),
        Paragraph(plain("Medicin"), style=blocks[1].style),
        FactTable(
            (
                Fact("Granskningstyp", (plain("Extern granskning"),)),
                Fact("Vårdgivare", (plain("Region Mälarvik"),)),
                Fact("Enhet", (plain("Lindhaga hälsocentral"),)),
                Fact("Specialitet", (plain("allmänmedicin"),)),
                Fact("Besök", (plain("12–13 maj 2025"),)),
                Fact("Rapportdatum", (plain("16 juni 2025"),)),
                Fact(
                    "Granskare",
                    (
                        plain("Malin Ekdahl, specialist i allmänmedicin"),
                        plain("Åsa Lindqvist-Berg, ST-läkare"),
                    ),
                ),
                Fact("Granskningsmodell", (plain(STANDARD.title_sv),)),
            )
        ),
    ]
    assert blocks[3] == Notice(plain("Namn är ersatta med funktioner."))
    (strip,) = of_kind(blocks, AreaStrip)
    assert strip.row_names == ("Område", "Gradering")
    assert [strip.tiles[i] for i in (0, 1, 3, 4)] == [
        AreaTile("A", "A", "Väl godkänt", Shape.FILLED_CIRCLE),
        AreaTile("B", "–", "Okänt", Shape.DOTTED_RING),
        AreaTile("D", "C", "Godkänt med anmärkning", Shape.TRIANGLE, earlier="D vid beslutet"),
        AreaTile("E", "B", "Godkänt", Shape.RING),
    ]


def test_unknown_cover_facts_are_left_out() -> None:
    blocks = tree("en", review_type="", care_provider="", specialty="", visit=PrintedDate(), reviewers=())

    assert [fact.label for fact in of_kind(blocks, FactTable)[0].facts] == ["Unit", "Report date", "Standard"]


def test_summary_stands_in_three_boxes_below_the_grades() -> None:
    blocks = tree("sv", weaknesses=())

    [strip] = of_kind(blocks, AreaStrip)
    assert blocks[blocks.index(strip) + 1] == SummaryBoxes(
        2,
        (
            SummaryBox("Styrkor", tuple(map(plain, whole_review().strengths)), "–"),
            SummaryBox("Svagheter", (), "–"),
            SummaryBox("Förbättringspotential", tuple(map(plain, whole_review().improvements)), "–"),
        ),
    )


def test_area_has_narrative_criteria_by_kind_and_grade_in_its_scale() -> None:
    narrative, more, regulation, indicator, scale = section(tree("sv"), "A. Verksamheten")

    criteria = {criterion.key: criterion for criterion in STANDARD.area("A").criteria}
    assert (narrative, more) == (
        Paragraph(plain("Enheten har 14 500 listade patienter.")),
        Paragraph(plain("Jour delas med astma/KOL-mottagningen.")),
    )
    assert regulation == CriterionGroup(
        4,
        "Föreskrift",
        Edge.SOLID,
        ("Nr", "Kriterium", "Bedömning"),
        (
            CriterionRow("A1", plain(criteria["A1"].text_sv), "Uppfyllt", Shape.TICK),
            CriterionRow("A2", plain(criteria["A2"].text_sv), "Delvis uppfyllt", Shape.HALF_CIRCLE),
            CriterionRow("A3", plain(criteria["A3"].text_sv), "Okänt", Shape.DOTTED_RING),
        ),
        preamble=plain(STANDARD.area("A").preamble_sv),
    )
    assert (indicator.title, indicator.edge, [row.verdict for row in indicator.rows]) == (
        "Kvalitetsindikatorer",
        Edge.DOTTED,
        ["Inte tillämpligt"],
    )
    assert scale == GradeScale(
        4,
        "Gradering",
        tuple(
            ScaleStep(step.letter, plain(step.text_sv), shape, is_chosen)
            for step, shape, is_chosen in zip(
                STANDARD.area("A").scale.steps,
                (Shape.FILLED_CIRCLE, Shape.RING, Shape.BARRED_SQUARE),
                (True, False, False),
                strict=True,
            )
        ),
        ((Run("Beslutad gradering: A"),), (Run("Gradering nu: A", strong=True),)),
    )


@pytest.mark.parametrize(
    ("language", "area", "lines"),
    [
        (
            "sv",
            "D. Tjänstgöringens upplägg",
            ("Beslutad gradering: D", "Gradering nu: C (efter handlingsplan)"),
        ),
        ("en", "D. Design of the training", ("Decided grade: D", "Grade now: C (after action plan)")),
        (
            "sv",
            "B. Medarbetarstab och interna kompetenser",
            ("Beslutad gradering: okänd", "Gradering nu: okänd"),
        ),
        ("en", "B. Staff and in-house competence", ("Decided grade: unknown", "Grade now: unknown")),
    ],
)
def test_grade_is_said_in_words(language: str, area: str, lines: tuple[str, str]) -> None:
    scale = section(tree(language), area)[-1]

    assert tuple(run.text for (run,) in scale.outcome) == lines


def test_english_edition_keeps_swedish_words_and_marks_them() -> None:
    paragraph, _, regulation, *_ = section(tree("en"), "A. The unit")

    criterion = STANDARD.criterion("A1")
    assert paragraph == Paragraph((Run("Enheten har 14 500 listade patienter.", language="sv"),))
    assert regulation.rows[0] == CriterionRow(
        "A1", plain(criterion.text_sv, language="sv"), "Met", Shape.TICK, gloss=plain(criterion.text_en)
    )


def test_every_criterion_of_the_standard_is_printed_once() -> None:
    groups = of_kind(tree("sv"), CriterionGroup)

    assert [row.key for group in groups for row in group.rows] == [one.key for one in STANDARD.criteria]


def test_plan_item_has_its_five_labels_and_a_dash_for_nothing() -> None:
    known, outside = of_kind(tree("sv"), PlanItem)

    assert known == PlanItem(
        plain(f"D6 {STANDARD.criterion('D6').text_sv}"),
        (
            Fact("Planerad åtgärd", (plain("Utbildningsprogram tas fram för varje ST-läkare."),)),
            Fact("Datum när åtgärden ska vara genomförd", (plain("30 september 2025"),)),
            Fact("Ansvarig för genomförandet", (plain("Verksamhetschef Karin Nygård"),)),
            Fact("Datum för uppföljning", (plain("senast 2025-12-15"),)),
            Fact("Ansvarig för uppföljningen", (plain("Studierektor Per Hallén"),)),
        ),
    )
    assert outside.subject == plain("Ett kriterium utanför katalogen.")
    assert [fact.values for fact in outside.facts[1:]] == [(plain("–"),)] * 4


def test_review_without_plan_says_so() -> None:
    assert section(tree("en", plan=()), "ACTION PLAN") == [Paragraph(plain("The report has no action plan."))]


def test_plan_item_without_area_or_criterion_is_printed() -> None:
    blocks = section(tree("sv", plan=(ReportPlanItem(action="Se över."),)), "HANDLINGSPLAN")

    assert [(block.subject, block.facts[0].values) for block in blocks] == [((), (plain("Se över."),))]


@pytest.mark.parametrize(
    ("first", "last", "swedish", "english"),
    [
        (date(2025, 5, 12), None, "12 maj 2025", "12 May 2025"),
        (date(2025, 5, 12), date(2025, 5, 12), "12 maj 2025", "12 May 2025"),
        (date(2025, 5, 12), date(2025, 5, 13), "12–13 maj 2025", "12–13 May 2025"),
        (
            date(2025, 9, 30),
            date(2025, 10, 1),
            "30 september 2025 – 1 oktober 2025",
            "30 September 2025 – 1 October 2025",
        ),
    ],
    ids=["one-date", "same-day", "same-month", "two-months"],
)
def test_visit_is_written_out(first: date, last: date | None, swedish: str, english: str) -> None:
    facts = [
        {
            fact.label: fact.values
            for fact in of_kind(tree(language, visit=PrintedDate("", first, last)), FactTable)[0].facts
        }
        for language in ("sv", "en")
    ]

    assert (facts[0]["Besök"], facts[1]["Visit"]) == ((plain(swedish),), (plain(english),))


def test_internship_review_prints_its_own_areas_and_letters() -> None:
    standard = load("at-spur")

    blocks = list(report_document(replace(whole_review(), areas=(), plan=()), standard, "sv").blocks)

    assert of_kind(blocks, CriterionGroup) == []
    assert [tuple(step.letter for step in scale.steps) for scale in of_kind(blocks, GradeScale)] == [
        ("A", "B", "C")
    ] * len(standard.areas)
