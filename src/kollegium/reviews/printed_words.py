"""The words a printed review uses, in Swedish and English.

They are part of the printed format, because the reader reads them back, and so they stand here and
not in the interface's catalogue.
"""

from dataclasses import dataclass
from datetime import date

from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Outcome, RequirementLevel


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """Every word of a printed review in one language.

    Shape: `grade_rests_on` maps a round of grades after the decision → what the grade now rests on.
    """

    document: str
    case_number: str
    review_type: str
    care_provider: str
    unit: str
    specialty: str
    visit: str
    report_date: str
    reviewers: str
    standard: str
    strengths: str
    weaknesses: str
    improvements: str
    grades_by_area: str
    area: str
    grade: str
    earlier: str
    number: str
    criterion: str
    verdict: str
    decided_grade: str
    grade_now: str
    unknown_grade: str
    action_plan: str
    no_action_plan: str
    action: str
    due: str
    responsible: str
    follow_up: str
    follow_up_responsible: str
    unknown_verdict: str
    months: tuple[str, ...]
    levels: dict[RequirementLevel, str]
    verdicts: dict[Verdict, str]
    outcomes: dict[Outcome, str]
    grade_rests_on: dict[str, str]

    def day(self, day: date) -> str:
        """Give a date in words: 12 maj 2025."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def days(self, first: date, last: date) -> str:
        """Give a period in words, both days included, without repeating month and year: 12–13 maj 2025."""
        if first == last:
            return self.day(last)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self.day(last)}"
        return f"{self.day(first)} – {self.day(last)}"


SWEDISH = PrintedWords(
    document="Granskningsrapport",
    case_number="Ärendenummer",
    review_type="Granskningstyp",
    care_provider="Vårdgivare",
    unit="Enhet",
    specialty="Specialitet",
    visit="Besök",
    report_date="Rapportdatum",
    reviewers="Granskare",
    standard="Granskningsmodell",
    strengths="Styrkor",
    weaknesses="Svagheter",
    improvements="Förbättringspotential",
    grades_by_area="Gradering per område",
    area="Område",
    grade="Gradering",
    earlier="vid beslutet",
    number="Nr",
    criterion="Kriterium",
    verdict="Bedömning",
    decided_grade="Beslutad gradering",
    grade_now="Gradering nu",
    unknown_grade="okänd",
    action_plan="HANDLINGSPLAN",
    no_action_plan="Rapporten innehåller ingen handlingsplan.",
    action="Planerad åtgärd",
    due="Datum när åtgärden ska vara genomförd",
    responsible="Ansvarig för genomförandet",
    follow_up="Datum för uppföljning",
    follow_up_responsible="Ansvarig för uppföljningen",
    unknown_verdict="Okänt",
    months=(
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ),
    levels={
        RequirementLevel.REGULATION: "Föreskrift",
        RequirementLevel.RECOMMENDATION: "Allmänna råd",
        RequirementLevel.QUALITY_INDICATOR: "Kvalitetsindikatorer",
    },
    verdicts={
        Verdict.MET: "Uppfyllt",
        Verdict.PARTLY_MET: "Delvis uppfyllt",
        Verdict.NOT_MET: "Inte uppfyllt",
        Verdict.NOT_APPLICABLE: "Inte tillämpligt",
        Verdict.CANNOT_TELL: "Kan inte bedömas",
    },
    outcomes={
        Outcome.PASSED_WELL: "Väl godkänt",
        Outcome.PASSED: "Godkänt",
        Outcome.PASSED_WITH_REMARKS: "Godkänt med anmärkning",
        Outcome.FAILED: "Inte godkänt",
    },
    grade_rests_on={
        "reconsidered": "efter omprövning",
        "action_plan": "efter handlingsplan",
        "follow_up": "efter uppföljning",
        "correction": "rättad",
    },
)

ENGLISH = PrintedWords(
    document="Review report",
    case_number="Case number",
    review_type="Type of review",
    care_provider="Care provider",
    unit="Unit",
    specialty="Specialty",
    visit="Visit",
    report_date="Report date",
    reviewers="Reviewers",
    standard="Standard",
    strengths="Strengths",
    weaknesses="Weaknesses",
    improvements="Areas for improvement",
    grades_by_area="Grade by area",
    area="Area",
    grade="Grade",
    earlier="when decided",
    number="No.",
    criterion="Criterion",
    verdict="Verdict",
    decided_grade="Decided grade",
    grade_now="Grade now",
    unknown_grade="unknown",
    action_plan="ACTION PLAN",
    no_action_plan="The report has no action plan.",
    action="Planned action",
    due="To be done by",
    responsible="Responsible",
    follow_up="Follow-up date",
    follow_up_responsible="Responsible for follow-up",
    unknown_verdict="Unknown",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    levels={
        RequirementLevel.REGULATION: "Regulation",
        RequirementLevel.RECOMMENDATION: "Recommendations",
        RequirementLevel.QUALITY_INDICATOR: "Quality indicators",
    },
    verdicts={
        Verdict.MET: "Met",
        Verdict.PARTLY_MET: "Partly met",
        Verdict.NOT_MET: "Not met",
        Verdict.NOT_APPLICABLE: "Not applicable",
        Verdict.CANNOT_TELL: "Cannot tell",
    },
    outcomes={
        Outcome.PASSED_WELL: "Passed well",
        Outcome.PASSED: "Passed",
        Outcome.PASSED_WITH_REMARKS: "Passed with remarks",
        Outcome.FAILED: "Not passed",
    },
    grade_rests_on={
        "reconsidered": "after reconsideration",
        "action_plan": "after action plan",
        "follow_up": "after follow-up",
        "correction": "corrected",
    },
)

WORDS = {"sv": SWEDISH, "en": ENGLISH}
