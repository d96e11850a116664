"""What a person should look at: stable codes, worded in Swedish and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kollegium.domain.reading.fragments import Fragment
from kollegium.domain.reading.result import Doubt

_WORDINGS: dict[str, tuple[str, str]] = {
    "summary-split": (
        "Rubrikerna står samlade före punkterna; fördelningen på styrkor, svagheter och förbättringspotential "
        "är gjord efter innebörd och behöver bekräftas.",
        "The headings stand together above the points; they were divided into strengths, weaknesses and areas "
        "for improvement by meaning, which needs to be confirmed.",
    ),
    "text-cut-off": (
        "Texten ser avklippt ut: den slutar med ”{ending}”.",
        "The text looks cut off: it ends with “{ending}”.",
    ),
    "date-without-year": ("Datumet ”{text}” saknar år.", "The date “{text}” has no year."),
    "date-unclear": (
        "Texten ”{text}” nämner flera datum; inget av dem har valts.",
        "The text “{text}” names several dates; none was chosen.",
    ),
    "follow-up-before-due": (
        "Uppföljningen ({follow_up}) ligger före det datum då åtgärden ska vara genomförd ({due}).",
        "The follow-up ({follow_up}) comes before the day the action is to be done by ({due}).",
    ),
    "same-person-follows-up": (
        "Samma person ansvarar för genomförandet och för uppföljningen: {person}.",
        "The same person is responsible for the action and for following it up: {person}.",
    ),
    "criterion-not-in-catalogue": (
        "Raden står bland kriterierna men finns inte i granskningsmodellen: ”{text}”",
        "The line stands among the criteria but is not in the standard: “{text}”",
    ),
    "criterion-missing": (
        "Kriteriet {key} finns inte i rapporten.",
        "Criterion {key} is not in the report.",
    ),
    "criterion-near": (
        "Kriteriet {key} har tolkats ur en avvikande ordalydelse ({score} % lika): ”{text}”",
        "Criterion {key} was recognised from a different wording ({score} % alike): “{text}”",
    ),
    "criterion-unclear": (
        "Åtgärden hör inte säkert till något kriterium: ”{text}”",
        "The action cannot be tied to a criterion with certainty: “{text}”",
    ),
    "area-missing": (
        "Området {key} ({title}) finns inte i rapporten.",
        "Area {key} ({title}) is not in the report.",
    ),
    "narrative-missing": (
        "Området {key} ({title}) har ingen beskrivande text.",
        "Area {key} ({title}) has no narrative.",
    ),
    "narrative-place": (
        "Texten står inte under någon områdesrubrik och har lagts till område {key}.",
        "The text stands under no area heading and was put in area {key}.",
    ),
    "text-without-place": (
        "Texten hör inte till något område och finns inte med i läsningen: ”{text}”",
        "The text belongs to no area and is not part of the reading: “{text}”",
    ),
    "standard-incomplete": (
        "Granskningsmodellen {title} är inte fullständig här; kriterier läses inte.",
        "The standard {title} is not complete here; criteria are not read.",
    ),
    "standard-unclear": (
        "Det framgår inte säkert vilken granskningsmodell rapporten följer.",
        "It is not certain which standard the report follows.",
    ),
    "action-off-topic": (
        "Åtgärden nämner inte något av det som kriteriet {key} handlar om.",
        "The action does not mention anything that criterion {key} is about.",
    ),
    "grade-not-in-scale": (
        "Graderingen {grade} finns inte i områdets skala.",
        "The grade {grade} is not in the area's scale.",
    ),
    "grade-contradiction": (
        "Texten anger olika graderingar för området: {grades}.",
        "The text gives different grades for the area: {grades}.",
    ),
    "specialty-unclear": (
        "Texten nämner flera specialiteter för ST-läkarna: {text}.",
        "The text names several specialties for the trainees: {text}.",
    ),
    "plan-unreadable": (
        "Handlingsplanen har inga fält som går att läsa: ”{text}”",
        "The action plan has no fields that can be read: “{text}”",
    ),
}
CODES = tuple(_WORDINGS)


def wording(code: str, language: str, params: Mapping[str, str]) -> str:
    """Give the sentence for a doubt in Swedish (`sv`) or English (anything else).

    Raises: KeyError for an unknown code.
    """
    swedish, english = _WORDINGS[code]
    sentence = swedish if language.lower().startswith("sv") else english
    return sentence.format_map(params)


@dataclass(slots=True)
class DoubtList:
    """Collects doubts while a report is read, in the order they were met."""

    doubts: list[Doubt] = field(default_factory=list)

    def add(self, code: str, path: str, at: Fragment | None = None, **params: str) -> None:
        """Note a doubt about a field, at the line of a fragment where there is one."""
        self.doubts.append(
            Doubt(
                code=code,
                field=path,
                message=wording(code, "sv", params),
                line=at.number if at else None,
                page=at.row.page if at else None,
                params=params,
            )
        )
