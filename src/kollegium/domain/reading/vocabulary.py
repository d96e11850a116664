"""The printed words a report is recognised by, Swedish and English; nothing of any standard's own."""

from __future__ import annotations

import re
from enum import StrEnum

from kollegium.domain.reading.patterns import RarePattern
from kollegium.domain.reading.text import fold


class SummaryList(StrEnum):
    """The three lists of the summary."""

    STRENGTHS = "strengths"
    WEAKNESSES = "weaknesses"
    IMPROVEMENTS = "improvements"


class PlanField(StrEnum):
    """The five labels of an action plan's item."""

    ACTION = "action"
    DUE = "due"
    RESPONSIBLE = "responsible"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_RESPONSIBLE = "follow_up_responsible"


def _folded(words: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {fold(printed): key for key, printings in words.items() for printed in printings}


SUMMARY_HEADINGS: dict[str, str] = _folded(
    {
        SummaryList.STRENGTHS: ("Styrkor", "Styrka", "Starka sidor", "Verksamhetens styrkor", "Strengths"),
        SummaryList.WEAKNESSES: (
            "Svagheter",
            "Svaghet",
            "Svaga sidor",
            "Brister",
            "Verksamhetens svagheter",
            "Weaknesses",
        ),
        SummaryList.IMPROVEMENTS: (
            "Förbättringspotential",
            "Förbättringspotentialer",
            "Förbättringsområden",
            "Förbättringsmöjligheter",
            "Förbättringsförslag",
            "Förslag till förbättring",
            "Förslag till förbättringar",
            "Utvecklingsområden",
            "Utvecklingspotential",
            "Areas for improvement",
            "Improvement potential",
        ),
    }
)

LEVEL_HEADINGS = frozenset(
    fold(printed)
    for printed in (
        "Föreskrift",
        "Föreskrifter",
        "Allmänna råd",
        "Allmänt råd",
        "Kvalitetsindikator",
        "Kvalitetsindikatorer",
        "Kvalitetskriterium",
        "Kvalitetskriterier",
        "Regulation",
        "Regulations",
        "Recommendation",
        "Recommendations",
        "Quality indicator",
        "Quality indicators",
        # The headings of the columns of a table of criteria.
        "Nr",
        "No",
        "Kriterium",
        "Kriterier",
        "Criterion",
        "Criteria",
        "Verdict",
    )
)
GRADE_HEADINGS = frozenset(fold(printed) for printed in ("Gradering", "Grad", "Grade", "Bedömning"))
PLAN_HEADINGS = frozenset(
    fold(printed) for printed in ("Handlingsplan", "Handlingsplaner", "Åtgärdsplan", "Action plan")
)
# `Handlingsplan för ST`; what a plan is for may stand behind the word.
PLAN_HEADING_FOR = re.compile(
    r"(?:handlingsplan|åtgärdsplan|action plan)\s+(?:för|avseende|gällande|efter|for)\s+\S[^.:]{1,50}",
    re.IGNORECASE,
)
# The sentence that leads over to the plan's items.
PLAN_FOLLOWS = re.compile(r"följande\s+(?:handlings|åtgärds)plan|following\s+action\s+plan", re.IGNORECASE)
PLAN_PREAMBLE_START = re.compile(
    r"under granskningen|vid granskningen|during the review|verksamheten har|the unit has", re.IGNORECASE
)
SUMMARY_TITLES = frozenset(
    fold(printed) for printed in ("Sammanfattning", "Sammanfattande bedömning", "Summary")
)

# Headings of overviews that repeat what stands in the areas: nothing is read below them.
OVERVIEW_HEADINGS = frozenset(
    fold(printed)
    for printed in ("Gradering per område", "Grade by area", "Innehåll", "Innehållsförteckning", "Contents")
)
VERDICT_WORDS: dict[str, str] = _folded(
    {
        "met": ("Uppfyllt", "Uppfylld", "Met"),
        "partly_met": ("Delvis uppfyllt", "Delvis uppfylld", "Partly met"),
        "not_met": ("Inte uppfyllt", "Ej uppfyllt", "Inte uppfylld", "Ej uppfylld", "Not met"),
        "not_applicable": ("Inte tillämpligt", "Ej tillämpligt", "Inte tillämplig", "Not applicable"),
        "cannot_tell": ("Kan inte bedömas", "Kan ej bedömas", "Cannot tell"),
        "": ("Okänt", "Unknown"),
    }
)

# The long wordings may stand without a colon and with the value behind them; the short ones only
# with a colon or alone on the line, since sentences begin with the same words.
_LONG_LABELS: tuple[tuple[PlanField, str], ...] = (
    (PlanField.ACTION, r"Planerade? åtgärd(?:er|en)?|Planned actions?"),
    (
        PlanField.DUE,
        r"Datum n[äa]r åtgärde(?:n|rna) ska(?:ll)? vara genomförda?|Datum för (?:åtgärdens )?genomförande(?:t)?"
        r"|Åtgärden ska(?:ll)? vara genomförd|To be done by",
    ),
    (
        PlanField.RESPONSIBLE,
        r"Ansvariga? för (?:åtgärdens )?genomförande(?:t)?|Ansvariga? för åtgärden|Responsible for implementation",
    ),
    (
        PlanField.FOLLOW_UP_RESPONSIBLE,
        r"Ansvariga? för uppföljning(?:en)?|Responsible for (?:the )?follow-up",
    ),
    (PlanField.FOLLOW_UP, r"Datum för uppföljning(?:en)?|Uppföljningsdatum|Follow-up date|Date of follow-up"),
)
_SHORT_LABELS: tuple[tuple[PlanField, str], ...] = (
    (PlanField.ACTION, r"Åtgärd(?:er)?|Action"),
    (PlanField.DUE, r"Klart senast|Klart|Genomförs senast|Slutdatum|Due date|Due"),
    (PlanField.RESPONSIBLE, r"Ansvarig(?:a)?|Responsible"),
    (PlanField.FOLLOW_UP, r"Uppföljning|Följs upp|Follow-up"),
)


def _group(field: PlanField, number: int) -> str:
    return f"{field.value}_{number}"


def _label_pattern(labels: tuple[tuple[PlanField, str], ...], tail: str) -> str:
    options = "|".join(
        f"(?P<{_group(field, number)}>{wording})".replace(" ", r"\s+")
        for number, (field, wording) in enumerate(labels)
    )
    return rf"\W{{0,3}}(?:{options}){tail}"


# Behind the words of a label without a colon, a verb or `av` makes them the beginning of a sentence.
_LABEL_END = (
    r"(?![\w-])(?!\s+(?:av|utses|utsetts|ska|skall|kan|bör|får|måste|finns|och|som|inom)\b)\s*[:.]?\s*"
)
LABEL_AT_START = re.compile(_label_pattern(_LONG_LABELS, _LABEL_END))
LABEL_IN_CAPITALS = RarePattern(_label_pattern(_LONG_LABELS, _LABEL_END), re.IGNORECASE)
SHORT_LABEL_AT_START = re.compile(_label_pattern(_SHORT_LABELS, r"(?:\s*:\s*|\s*$)"))

# The first letters of every label, folded.
LABEL_OPENING = 3
LABEL_OPENINGS = frozenset(
    fold(wording)[:LABEL_OPENING]
    for _, wordings in (*_LONG_LABELS, *_SHORT_LABELS)
    for wording in wordings.split("|")
)

# Every heading that is told by its words alone, whatever the standard.
FIXED_HEADINGS = frozenset(
    {
        *SUMMARY_HEADINGS,
        *LEVEL_HEADINGS,
        *GRADE_HEADINGS,
        *PLAN_HEADINGS,
        *SUMMARY_TITLES,
        *OVERVIEW_HEADINGS,
        *VERDICT_WORDS,
    }
)
# The first letters, folded, of labels, of plans for something, and of the headings of a table's columns.
_PLANS_FOR = frozenset({"han", "åtg", "act"})
_COLUMN_WORDS = frozenset({"yes", "del", "par", "nej", "eja", "ejt", "not", "kri", "cri", "kom", "com"})
_SHORT_COLUMN_WORDS = ("ja", "no", "nr")
LINE_OPENINGS = (
    LABEL_OPENINGS
    | _PLANS_FOR
    | _COLUMN_WORDS
    | {short + word[:1] for short in _SHORT_COLUMN_WORDS for word in (*_COLUMN_WORDS, *_SHORT_COLUMN_WORDS)}
)


_FIELD_OF = {
    _group(field, number): field
    for labels in (_LONG_LABELS, _SHORT_LABELS)
    for number, (field, _) in enumerate(labels)
}


def label_of(match: re.Match[str]) -> PlanField:
    """Give the plan field that a label match names."""
    return _FIELD_OF[match.lastgroup or ""]
