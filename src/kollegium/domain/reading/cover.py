"""Cover facts: unit, specialty, visit and people, from labelled rows and from the plan's heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kollegium.domain.reading.dates import period_in, single_date
from kollegium.domain.reading.fragments import Fragment, Kind, line_ranges
from kollegium.domain.reading.result import LineRange, ReadPeriod
from kollegium.domain.reading.specialties import specialty_named
from kollegium.domain.reading.text import clean, join_lines, starts_lower
from kollegium.domain.reading.vocabulary import PLAN_PREAMBLE_START
from kollegium.domain.standard import Standard

_LABELS: dict[str, str] = {
    "review_type": r"granskningstyp|typ av granskning|granskningens art|type of review|review type",
    "care_provider": r"vårdgivare|huvudman|care provider",
    "unit": r"enhet|granskad enhet|granskad verksamhet|granskad klinik|enhetens namn|klinik|verksamhet|vårdenhet"
    r"|vårdcentral|hälsocentral|mottagning|tjänstgöringsställe|klinik/enhet|enhet/klinik|verksamhet/klinik|unit|clinic"
    r"|department",
    "specialty": r"specialitet|specialiteter|medicinsk specialitet|specialty|speciality",
    "visit": r"besök|besökt|besöksdatum|besöksdag|besöksdagar|datum för besök|datum för besöket|granskningsdatum|datum för granskning"
    r"|datum för granskningen|granskningsbesök|platsbesök|granskning genomförd|granskningen genomfördes|visit|date of visit"
    r"|visit date",
    "report_date": r"rapportdatum|datum för rapport|datum för rapporten|rapport daterad|rapporten daterad|report date",
    "reviewers": r"granskare|inspektör|inspektörer|spur-inspektör|spur-inspektörer|granskande inspektörer|granskningsteam"
    r"|reviewer|reviewers|inspectors",
    "standard": r"granskningsmodell|modell|standard|review model",
}
_OTHER = (
    r"verksamhetschef|studierektor|övergripande studierektor|region|kontaktperson|ärendenummer|diarienummer|adress|ort|sjukhus"
    r"|handledare|antal st-läkare|version|kommun|förvaltning|beställare|uppdragsgivare|telefon|e-post"
)
_LABEL = re.compile(
    r"\W{0,3}(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + rf"|(?P<other>{_OTHER}))"
    r"(?:\s*[:\t|]\s*|\s{2,}|\s*$)",
    re.IGNORECASE,
)
_ANY_LABEL = re.compile(r"[A-ZÅÄÖ][\w/ -]{2,40}:\s")
_UNIT_WORDS = re.compile(
    r"hälsocentral|vårdcentral|klinik|mottagning|sjukhus|enhet|centrum|avdelning|verksamhetsområde|lasarett|\bHC\b|\bVC\b|team\b",
    re.IGNORECASE,
)
_PERSON_JOIN = re.compile(r"\s*;\s*|\s+(?:och|samt|and|&)\s+(?=(?:(?:Dr|Doc|Prof)\.?\s+)?[A-ZÅÄÖÉ])")
_TWO_NAMES = re.compile(r"[A-ZÅÄÖÉ][\w'’-]+(?:\s+[A-ZÅÄÖÉ][\w'’.-]*)+")
_PLACE = re.compile(r"region|sjukhus|klinik|lasarett|universitet|kommun|central|enhet", re.IGNORECASE)
_CELL_BREAK = re.compile(r"\t+| {2,}")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_MAX_VALUE_ROWS = 8


@dataclass(slots=True)
class Cover:
    """The facts found and where each stands; `standard` is the printed name of the model."""

    review_type: str | None = None
    care_provider: str | None = None
    unit: str | None = None
    specialty: str | None = None
    visit: ReadPeriod | None = None
    report_date: date | None = None
    reviewers: tuple[str, ...] = ()
    standard: str | None = None
    places: dict[str, tuple[LineRange, ...]] = field(default_factory=dict)


def read_cover(fragments: Sequence[Fragment], standard: Standard) -> Cover:
    """Give the facts that labels on the cover name; whatever is not labelled stays unknown.

    The name of a service part (internship reviews have several) is no specialty.
    """
    cover = Cover()
    for name, values in _labelled(fragments).items():
        lines = [value.text for value in values]
        if not lines:
            continue
        _set(cover, name, lines)
        cover.places[name] = line_ranges(values)
    if (cover.unit is None or cover.specialty is None) and not standard.service_parts:
        _unlabelled(cover, fragments)
    return cover


def read_plan_heading(cover: Cover, heading: Sequence[Fragment]) -> None:
    """Fill unit and specialty from the words under the plan's heading: `<unit> - <specialty>`."""
    rows: list[Fragment] = []
    for fragment in heading:
        if PLAN_PREAMBLE_START.match(fragment.text):
            break
        rows.append(fragment)
    text = join_lines(one.key if one.kind is Kind.PLAN else one.text for one in rows)
    if not text or len(text) > 160 or len(rows) > 3:
        return
    unit, specialty = _unit_and_specialty(text)
    if unit and cover.unit is None:
        cover.unit = unit
        cover.places["unit"] = line_ranges(rows)
    if specialty and cover.specialty is None:
        cover.specialty = specialty
        cover.places["specialty"] = line_ranges(rows)


def _unit_and_specialty(text: str) -> tuple[str | None, str | None]:
    """Give unit and specialty of `<unit> - <specialty>`; a unit alone only when it looks like one."""
    for cut in re.finditer(r"\s+[-–—|]\s*|\s*[–—|]\s+|,\s+", text):
        specialty = specialty_named(text[cut.end() :])
        if specialty:
            return text[: cut.start()].strip(), specialty
    parts = re.split(r"\s+[-–—]\s+", text)
    if len(parts) == 2 and _UNIT_WORDS.search(parts[0]) and len(parts[1].split()) <= 4:
        return parts[0].strip(), parts[1].strip()
    if _UNIT_WORDS.search(text) and not text.endswith((".", ":")) and len(text.split()) <= 8:
        return text, None
    return None, None


def _unlabelled(cover: Cover, fragments: Sequence[Fragment]) -> None:
    for fragment in fragments:
        if fragment.kind is not Kind.TEXT or len(fragment.text) > 120:
            continue
        for cut in re.finditer(r"\s+[-–—|]\s*|\s*[–—|]\s+", fragment.text):
            specialty = specialty_named(fragment.text[cut.end() :])
            unit = fragment.text[: cut.start()].strip()
            if specialty and cover.unit is None and _UNIT_WORDS.search(unit):
                cover.unit, cover.specialty = unit, cover.specialty or specialty
                cover.places["unit"] = line_ranges([fragment])
                cover.places.setdefault("specialty", line_ranges([fragment]))
                return
        named = specialty_named(fragment.text)
        if named and cover.specialty is None:
            cover.specialty = named
            cover.places["specialty"] = line_ranges([fragment])


def _labelled(fragments: Sequence[Fragment]) -> dict[str, list[Fragment]]:
    """Give the value rows of each label, the first time it stands; values on its row or below."""
    found: dict[str, list[Fragment]] = {}
    open_name: str | None = None
    for position, fragment in enumerate(fragments):
        match = _match(fragments, position)
        if match is not None and ":" not in match.group() and open_name is not None:
            is_function = open_name == "reviewers" and match.lastgroup == "other"
            is_awaited = not found[open_name] and match.end() < len(match.string)
            if is_function or is_awaited:
                # A function in place of a name, as in a published report, or the awaited value itself.
                match = None
        if match is not None:
            name = match.lastgroup or "other"
            value = clean(match.string[match.end() :])
            # The label may stand before each reviewer; of every other fact the first counts.
            again = name == open_name == "reviewers"
            open_name = None if name == "other" or (name in found and not again) else name
            if open_name:
                values = found.setdefault(name, [])
                values += [Fragment(Kind.FACT, fragment.row, value)] if value else []
        elif open_name is not None:
            if _ANY_LABEL.match(fragment.text) or not _goes_on(open_name, found[open_name], fragment):
                open_name = None
            else:
                found[open_name].append(Fragment(Kind.FACT, fragment.row, fragment.text))
    return found


def _match(fragments: Sequence[Fragment], position: int) -> re.Match[str] | None:
    text = _with_cells(fragments[position])
    match = _LABEL.match(text)
    if match is None:
        return None
    alone = match.end() == len(text) and not text.rstrip().endswith(":")
    if alone and position + 1 >= len(fragments):
        return None
    return match


def _with_cells(fragment: Fragment) -> str:
    """Give a fragment's text with a tab where the line has one, or wide room, between two cells."""
    line = fragment.row.line.text
    if fragment.text is not fragment.row.text or not _CELL_BREAK.search(line.strip()):
        return fragment.text
    return "\t".join(clean(cell) for cell in _CELL_BREAK.split(line.strip()))


def _goes_on(name: str, values: list[Fragment], fragment: Fragment) -> bool:
    """Tell whether a row below a label still belongs to its value."""
    if fragment.kind is not Kind.TEXT or len(values) >= _MAX_VALUE_ROWS:
        return False
    if not values:
        return True
    if name == "reviewers":
        is_dated = bool(_YEAR.search(fragment.text))
        return len(fragment.text) <= 120 and not fragment.text.endswith((".", ":")) and not is_dated
    if values[-1].row.line.soft_break and values[-1].row.page == fragment.row.page:
        return True
    return starts_lower(fragment.text) or values[-1].text.endswith((",", "-"))


def _set(cover: Cover, name: str, lines: list[str]) -> None:
    text = join_lines(lines)
    if name == "visit":
        period = period_in(text)
        cover.visit = ReadPeriod(text, *(period or (None, None)))
    elif name == "report_date":
        cover.report_date = single_date(text)[0]
    elif name == "reviewers":
        people = _people_lines(lines)
        cover.reviewers = tuple(
            person
            for line in people
            for person in (_people(line) if len(people) == 1 else [line.strip(" ,;•")])
        )
    elif name == "specialty":
        cover.specialty = specialty_named(text) or text
    elif name == "unit":
        _set_unit(cover, text)
    else:
        setattr(cover, name, text)


def _set_unit(cover: Cover, text: str) -> None:
    cover.unit = text


def _people_lines(lines: list[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        if joined and starts_lower(line):
            joined[-1] = join_lines((joined[-1], line))
        else:
            joined.append(line)
    return joined


def _people(line: str) -> list[str]:
    """Give the people of one line; commas part them only when every part looks like a name."""
    found: list[str] = []
    for part in _PERSON_JOIN.split(line.strip(" ,;•-–")):
        commas = [piece.strip() for piece in part.split(",")]
        if len(commas) > 1 and all(
            _TWO_NAMES.fullmatch(piece) and not _PLACE.search(piece) for piece in commas
        ):
            found += commas
        elif part.strip():
            found.append(part.strip(" ,;"))
    return found
