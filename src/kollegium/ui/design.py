"""Invented values for the component page, so that every component can be seen in every state."""

from datetime import UTC, date, datetime, timedelta

from django import forms
from django.utils.translation import gettext, gettext_lazy

from kollegium.ui.components.claims import Answer
from kollegium.ui.components.criteria import VERDICTS, CriterionRow
from kollegium.ui.components.grades import Mark, ShownGrade, Tile
from kollegium.ui.components.navigation import Chip, Crumb, Pager, Tab
from kollegium.ui.components.records import Change, CompareRow, HistoryEntry, Station

LETTERS = {"passed_well": "A", "passed": "B", "passed_with_remarks": "C", "failed": "D"}
AREA_TITLES = {
    "A": "Verksamheten",
    "B": "Medarbetarstab och interna kompetenser",
    "C": "Lokaler och utrustning",
    "D": "Tjänstgöringens upplägg",
    "E": "Handledning och kompetensbedömning",
    "F": "Teoretisk utbildning",
    "G": "Medicinsk vetenskap och systematiskt kvalitets- och patientsäkerhetsarbete",
    "H": "Ledarskapskompetens och kommunikativ kompetens",
}
PARTS = {"A": gettext_lazy("Structure"), "D": gettext_lazy("Process")}


class SampleForm(forms.Form):
    """One field of each kind; bound to an empty answer it shows every error."""

    title = forms.CharField(
        label=gettext_lazy("Name of the unit"), help_text=gettext_lazy("As it stands on the door.")
    )
    visited_on = forms.DateField(
        label=gettext_lazy("Date of the visit"),
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
    )
    region = forms.ChoiceField(
        label=gettext_lazy("Region"),
        choices=[("", "–"), ("y", "Region Västernorrland"), ("z", "Region Jämtland Härjedalen")],
    )
    note = forms.CharField(
        label=gettext_lazy("Note"), widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=2000
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of review"),
        widget=forms.RadioSelect,
        choices=[
            ("external", gettext_lazy("External review")),
            ("internal", gettext_lazy("Internal review")),
        ],
    )
    is_sent = forms.BooleanField(label=gettext_lazy("Send a copy to the programme director"), required=False)


def mark(outcome: str | None) -> Mark:
    """Return the outcome with the letter of the ST scale."""
    return Mark(outcome, LETTERS.get(outcome or ""))


def tiles(grades: dict[str, ShownGrade], *, linked: bool = True) -> list[Tile]:
    """Return a strip of the eight ST areas with the given grades, the rest unknown."""
    return [
        Tile(key, title, grades.get(key, ShownGrade()), f"#{key}" if linked else None, PARTS.get(key))
        for key, title in AREA_TITLES.items()
    ]


def _after_plan() -> dict[str, ShownGrade]:
    note = gettext("after action plan")
    moved = ShownGrade(mark("passed_with_remarks"), earlier=mark("failed"), note=note)
    return {
        "A": ShownGrade(mark("passed_well")),
        "B": ShownGrade(mark("passed")),
        "C": ShownGrade(mark("passed_well")),
        "D": moved,
        "E": moved,
        "F": ShownGrade(mark("passed_with_remarks")),
        "G": ShownGrade(mark("failed")),
        "H": ShownGrade(mark("passed")),
    }


def _forecast() -> dict[str, ShownGrade]:
    wide = ShownGrade(worst=mark("failed"), best=mark("passed"))
    narrow = ShownGrade(mark("passed"), worst=mark("passed"), best=mark("passed_well"))
    return {
        "A": ShownGrade(mark("passed")),
        "B": narrow,
        "C": narrow,
        "D": wide,
        "E": wide,
        "F": ShownGrade(note=gettext("not D")),
    }


def _rows() -> list[CriterionRow]:
    sentences = [
        ("regulation", "Varje ST-läkare har ett utbildningsprogram som utgår från målbeskrivningen och som omfattar de "
         "utbildningsaktiviteter som behövs för att uppfylla kompetenskraven i målbeskrivningen."),
        ("regulation", "Utbildningsprogrammet följs upp regelbundet och revideras vid behov."),
        ("recommendation", "Studierektorn tar del av kompetensbedömningarna."),
        ("quality_indicator", "Alla ST-läkare får introduktion till tjänstgöringen."),
    ]  # fmt: skip
    verdicts = ("not_met", "partly_met", "met", None)
    return [
        CriterionRow(f"D{index}", text, level, verdict, evidence_count=3 - index if index < 4 else None)
        for index, ((level, text), verdict) in enumerate(zip(sentences, verdicts, strict=True), start=1)
    ]


def _stations() -> list[Station]:
    return [
        Station(gettext("Ordered"), date(2025, 1, 14), "past"),
        Station(gettext("Material received"), date(2025, 4, 2), "past"),
        Station(gettext("Visit"), date(2025, 5, 12), "past", gettext("two days")),
        Station(gettext("Fact check"), date(2025, 6, 13), "today", gettext("by Friday at the latest")),
        Station(gettext("Decision"), date(2025, 6, 27), "coming"),
        Station(gettext("Follow-up"), None, "coming"),
    ]


def _history() -> list[HistoryEntry]:
    when = datetime(2025, 6, 9, 12, 2, tzinfo=UTC)
    changes = (
        Change(gettext("Grade in area D"), "D", "C"),
        Change(gettext("Reason"), "", gettext("Accepted action plan")),
    )
    return [
        HistoryEntry(when, "Eva Lindqvist", gettext("Changed the grade after the action plan."), changes),
        HistoryEntry(when - timedelta(days=3), "Johan Berg", gettext("Confirmed the import of one report.")),
    ]


def design_context() -> dict[str, object]:
    """Return everything the component page shows.

    Shape: template variable → value; forms are bound or not as the state asks for.
    """
    pager = Pager(51, 100, 312, first_url="?page=1", previous_url="?page=1", next_url="?page=3")
    return {
        "crumbs": [
            Crumb("Region Västernorrland", "#"),
            Crumb("Almdalens hälsocentral", "#"),
            Crumb(gettext("Review")),
        ],
        "outcomes": [mark(outcome) for outcome in (*LETTERS, None)],
        "shown": _after_plan()["D"],
        "ranged": _forecast()["D"],
        "after_plan": tiles(_after_plan()),
        "forecast": tiles(_forecast()),
        "at_tiles": tiles(_after_plan(), linked=False)[:3],
        "verdicts": [*VERDICTS, None],
        "rows": _rows(),
        "form": SampleForm(),
        "bad_form": SampleForm({"visited_on": "34 maj"}, auto_id="bad_%s"),
        "answers": [
            Answer("almdalen", "Almdalens hälsocentral", "Region Västernorrland"),
            Answer("almdal", "Almdals vårdcentral", "Region Dalarna"),
            Answer("new", gettext("A new unit")),
        ],
        "stations": _stations(),
        "history": _history(),
        "tabs": [
            Tab(gettext("Review"), "#", True),
            Tab(gettext("Action plan"), "#", count=8),
            Tab(gettext("Changes"), "#"),
        ],
        "chips": [Chip("Region Västernorrland", "#"), Chip("Allmänmedicin", "#")],
        "pager": pager,
        "capped": Pager(1, 50, 1000, is_capped=True, next_url="?page=2"),
        "facts": [
            (gettext("Unit"), "Almdalens hälsocentral"),
            (gettext("Specialty"), "Allmänmedicin"),
            (gettext("Visit"), "12–13 maj 2025"),
        ],
        "compare_rows": [
            CompareRow(gettext("Trainees"), "2", "3", True),
            CompareRow(gettext("Main supervisors"), "2", "2"),
        ],
        "a_day": date(2025, 5, 12),
        "last_day": date(2025, 5, 13),
        "a_moment": datetime(2025, 6, 9, 12, 2, tzinfo=UTC),
    }
