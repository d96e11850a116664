"""Small invented trees and reviews that the tests of printing share."""

from datetime import date

from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Outcome
from kollegium.printing.tree import (
    AreaStrip,
    AreaTile,
    Block,
    BulletList,
    CriterionGroup,
    CriterionRow,
    Document,
    Edge,
    Fact,
    FactTable,
    Figure,
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
    Table,
    plain,
)
from kollegium.reviews.report import PrintedDate, ReportArea, ReportPlanItem, ReviewReport

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="40" height="20" fill="#1F5A53"/></svg>'


def document(*blocks: Block, language: str = "sv", title: str = "Prov") -> Document:
    """Give a document with a title heading and these blocks."""
    return Document(
        title=title,
        language=language,
        dated=date(2025, 6, 18),
        blocks=(Heading(1, plain(title)), *blocks),
        author="Granskningskansliet",
        header="Löpande rubrik",
        footer="Granskningsrapport",
    )


def every_block(language: str = "sv") -> Document:
    """Give a document with every kind of block, each with words of its own."""
    swedish = Run("Varje ST-läkare har ett utbildningsprogram.", language="sv")
    return document(
        Paragraph((Run("Vanlig text med "), Run("betoning", emphasis=True), Run(" och vikt.", strong=True))),
        FactTable((Fact("Enhet", (plain("Lindhaga"),)), Fact("Granskare", (plain("Malin"), plain("Jonas"))))),
        Notice(plain("Namn är ersatta.")),
        AreaStrip(
            ("Område", "Gradering"),
            tuple(
                AreaTile(key, "C", "Anmärkning", shape, earlier="D vid beslutet")
                for key, shape in zip("ABCDE", list(Shape)[:5], strict=True)
            ),
        ),
        SummaryBoxes(
            2, (SummaryBox("Styrkor", (plain("Gott klimat"),), "–"), SummaryBox("Svagheter", (), "–"))
        ),
        Heading(2, plain("STRUKTUR")),
        Heading(3, plain("A. Verksamheten")),
        BulletList((plain("En punkt"), plain("En till"))),
        CriterionGroup(
            level=4,
            title="Föreskrift",
            edge=Edge.SOLID,
            columns=("Nr", "Kriterium", "Bedömning"),
            rows=tuple(
                CriterionRow(f"A{number}", (swedish,), "Uppfyllt", shape, gloss=plain("A programme."))
                for number, shape in enumerate(Shape, start=1)
            ),
            preamble=plain("Vilket innebär att:"),
            preamble_gloss=plain("Which means that:"),
        ),
        GradeScale(
            level=4,
            title="Gradering",
            steps=(
                ScaleStep("A", (swedish,), Shape.FILLED_CIRCLE, is_chosen=True, gloss=plain("Good.")),
                ScaleStep("D", plain("Brister."), Shape.BARRED_SQUARE, is_chosen=False),
            ),
            outcome=(plain("Gradering nu: A"),),
        ),
        PlanItem(
            plain("A1 Kriteriet"), (Fact("Planerad åtgärd", (plain("Skrivs."),)),), gloss=plain("A gloss")
        ),
        Table(
            ("År", "Antal"), ((plain("2024"), plain("11")), (plain("2025"), plain("14"))), caption="Två år"
        ),
        Figure(SVG, alternative_text="En stapel som visar två tredjedelar", caption="Andel"),
        language=language,
    )


def whole_review() -> ReviewReport:
    """Give an invented review that uses every field."""
    return ReviewReport(
        unit="Lindhaga hälsocentral",
        printed_on=date(2025, 6, 18),
        review_type="Extern granskning",
        care_provider="Region Mälarvik",
        specialty="allmänmedicin",
        visit=PrintedDate(first=date(2025, 5, 12), last=date(2025, 5, 13)),
        report_date=PrintedDate(first=date(2025, 6, 16)),
        reviewers=("Malin Ekdahl, specialist i allmänmedicin", "Åsa Lindqvist-Berg, ST-läkare"),
        strengths=(
            "Gott utbildningsklimat – med morgonmöten, ledar- och handledarskap.",
            "ST-läkare har egna rum.",
        ),
        weaknesses=("Utbildningsprogram saknas.",),
        improvements=(
            'Inför "öppen dörr" minst 4 gånger/år.',
            "Följ upp kvalitets- samt patientsäkerhetsarbete.",
        ),
        areas=(
            ReportArea(
                "A",
                "Enheten har 14 500 listade patienter.\n\nJour delas med astma/KOL-mottagningen.",
                {"A1": Verdict.MET, "A2": Verdict.PARTLY_MET, "A4": Verdict.NOT_APPLICABLE},
                Outcome.PASSED_WELL,
                Outcome.PASSED_WELL,
            ),
            ReportArea(
                "D",
                "Två av tre saknar program.\n\nHandlingsplan inkommen. Graderingen är ändrad till C.",
                {"D6": Verdict.NOT_MET},
                Outcome.FAILED,
                Outcome.PASSED_WITH_REMARKS,
                round_now="action_plan",
            ),
            ReportArea("E", "Handledning sker.", {}, Outcome.PASSED, Outcome.PASSED),
        ),
        plan=(
            ReportPlanItem(
                "D",
                "D6",
                action="Utbildningsprogram tas fram för varje ST-läkare.",
                due=PrintedDate(first=date(2025, 9, 30)),
                responsible="Verksamhetschef Karin Nygård",
                follow_up=PrintedDate("senast 2025-12-15", first=date(2025, 12, 15)),
                follow_up_responsible="Studierektor Per Hallén",
            ),
            ReportPlanItem("E", criterion_text="Ett kriterium utanför katalogen.", action="Tas upp på APT."),
        ),
    )
