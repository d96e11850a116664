"""Named ways in which real report texts differ, applied to synthetic reports.

Each leaves what the report says unchanged, or changes the report itself so that the expectation
follows; `ignores` names fields whose outcome the change leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from kollegium.demo.report_files.model import SyntheticReport, WrittenDate
from kollegium.domain.standard import load

PAGE_GAP = "\n\n\n\n"
_GAP = re.compile(r"\n{4,}|\f")
_KIND_HEADINGS = ("Föreskrift", "Allmänna råd", "Kvalitetsindikator", "Gradering")
_LABEL = re.compile(
    r"(?m)^(Planerad åtgärd|Datum när åtgärden ska vara genomförd|Ansvarig för genomförandet"
    r"|Datum för uppföljning|Ansvarig för uppföljningen)\b"
)
_LONG_WORD = re.compile(r"[a-zåäö]{9,}")
_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
# Words that tell twins among the criteria apart, or carry a criterion's sense: left as they are.
_TELLING = {
    "interna",
    "externa",
    "handleda",
    "undervisa",
    "undervisning",
    "handledning",
    "självstudier",
    "inte",
}
_SYNONYMS = {
    "regelbundet": "fortlöpande",
    "skriftliga": "nedskrivna",
    "adekvat": "tillfredsställande",
    "möjlighet": "tillfälle",
    "genomföra": "utföra",
    "omfattar": "innefattar",
    "relevant": "lämplig",
    "kontinuerligt": "löpande",
}

OnText = Callable[[str, Random], str]
OnReport = Callable[[SyntheticReport, Random], SyntheticReport]


@dataclass(frozen=True, slots=True)
class Perturbation:
    """One way of differing: a change to the report before it is written, or to its text after."""

    name: str
    on_text: OnText | None = None
    on_report: OnReport | None = None
    ignores: tuple[str, ...] = ()


def page_breaks_moved(text: str, rng: Random) -> str:
    """End the pages elsewhere, also in the middle of a paragraph."""
    lines = _GAP.sub("\n\n", text).split("\n")
    out: list[str] = []
    since = 0
    for line in lines:
        out.append(line)
        since += bool(line)
        if line and since > 20 and rng.random() < 0.1:
            out += ["", "", ""]
            since = 0
    return "\n".join(out)


def pages_by_form_feed(text: str, rng: Random) -> str:
    """Mark the ends of pages with a form feed, as pdftotext does."""
    return _GAP.sub("\n\f", text)


def headings_repeated(text: str, rng: Random) -> str:
    """Print a heading or label at the foot of a page and again at the top of the next."""

    def repeated(match: re.Match[str]) -> str:
        line = match.group()
        label = _LABEL.match(line)
        return f"{label.group() if label else line}\n{PAGE_GAP}{line}" if rng.random() < 0.15 else line

    headings = "|".join(_KIND_HEADINGS)
    return re.sub(rf"(?m)^(?:(?:{headings})|Planerad åtgärd.*)$", repeated, text)


def headings_orphaned(text: str, rng: Random) -> str:
    """Leave headings of kinds at the top of pages where nothing of theirs follows, among the areas."""
    summary, part, rest = text.partition("STRUKTUR")
    areas, heading, plan = rest.partition("HANDLINGSPLAN")
    orphaned = _GAP.sub(lambda gap: f"{gap.group()}{rng.choice(_KIND_HEADINGS[:3])}\n\n", areas)
    return summary + part + orphaned + heading + plan


def blank_lines_dropped(text: str, rng: Random) -> str:
    """Drop the blank lines between printed lines, but not the gaps between pages."""
    return re.sub(r"(?<!\n)\n\n(?!\n)", "\n", text)


def blank_lines_doubled(text: str, rng: Random) -> str:
    """Put two blank lines where there was one."""
    return re.sub(r"(?<!\n)\n\n(?!\n)", "\n\n\n", text)


def lines_joined(text: str, rng: Random) -> str:
    """Join a wrapped line with its continuation, here and there."""

    lines: list[str] = []
    for line in text.split("\n"):
        before = next((one for one in reversed(lines) if one), "")
        continues = (
            line[:1].islower() and len(before) > 45 and before[-1] not in ".:!?" and rng.random() < 0.4
        )
        # A page gap stands between them: the line stays where it is.
        if not continues or lines[-2:] == ["", ""]:
            lines.append(line)
            continue
        while not lines[-1]:
            lines.pop()
        together = before.endswith("-") and not line.startswith(("och", "eller", "samt"))
        lines[-1] = before + ("" if together else " ") + line
    return "\n".join(lines)


def lines_split(text: str, rng: Random) -> str:
    """Break long lines once more, before a word in the middle of a sentence."""
    blank = "\n\n" if "\n\n" in text[:400] else "\n"

    def split(match: re.Match[str]) -> str:
        return f"{match.group(1)}{blank}{match.group(2)}" if rng.random() < 0.3 else match.group()

    return re.sub(r"(?m)^(.{45,60}[a-zåäö]) ([a-zåäö]{2}.{8,})$", split, text)


def carriage_returns(text: str, rng: Random) -> str:
    """End lines as Windows does."""
    return text.replace("\n", "\r\n")


def soft_hyphens(text: str, rng: Random) -> str:
    """Put soft hyphens into long words; some of them end a line there."""

    def hyphenated(match: re.Match[str]) -> str:
        word = match.group()
        if rng.random() < 0.85:
            return word
        place = rng.randint(3, len(word) - 4)
        return f"{word[:place]}\u00ad{word[place:]}"

    return _LONG_WORD.sub(hyphenated, text)


def ligatures(text: str, rng: Random) -> str:
    """Print letter pairs as one sign."""
    for letters, sign in _LIGATURES:
        text = text.replace(letters, sign)
    return text


def odd_spaces(text: str, rng: Random) -> str:
    """Put non-breaking, narrow and double spaces among the ordinary ones."""
    return re.sub(
        r"(?<=\S) (?=\S)", lambda _: rng.choice((" ", " ", " ", "\u00a0", "\u202f", "  ", "\t")), text
    )


def indented(text: str, rng: Random) -> str:
    """Indent every line and leave spaces at line ends."""
    return re.sub(
        r"(?m)^(.+)$", lambda line: " " * rng.randint(0, 6) + line.group(1) + " " * rng.randint(0, 2), text
    )


def criteria_reworded(text: str, rng: Random) -> str:
    """Change or drop a word in up to ten criteria, wherever they stand printed on one line."""
    changed = 0
    lines = text.split("\n")
    openings = {criterion.text("sv")[:30] for criterion in load("spur-st-2021").criteria}
    for place, line in enumerate(lines):
        words = line.split()
        if changed == 10 or line[:30] not in openings or len(words) < 8:
            continue
        choices = [n for n, word in enumerate(words[3:-1], start=3) if len(word) > 3 and word not in _TELLING]
        if choices:
            chosen = rng.choice(choices)
            words[chosen : chosen + 1] = [_SYNONYMS[words[chosen]]] if words[chosen] in _SYNONYMS else []
            lines[place] = " ".join(words)
            changed += 1
    return "\n".join(lines)


def criterion_added(text: str, rng: Random) -> str:
    """Print a criterion that the standard does not know among those it does."""
    known = load("spur-st-2021").criterion("D7").text("sv")
    added = "Det finns en skriftlig rutin för hur nya digitala arbetssätt införs i utbildningen."
    return text.replace(f"{known}\n", f"{known}\n\n{added}\n", 1)


def criteria_missing(report: SyntheticReport, rng: Random) -> SyntheticReport:
    """Leave out a few criteria, as older versions of the standard do."""
    areas = tuple(
        replace(area, criteria=tuple(key for key in area.criteria if rng.random() > 0.1))
        for area in report.areas
    )
    return replace(report, areas=areas)


def older_area_names(report: SyntheticReport, rng: Random) -> SyntheticReport:
    """Head the areas with the names they had before."""
    standard = load(report.standard_key)
    areas = tuple(
        replace(area, title=(standard.area(area.key).former_titles or (area.title,))[0])
        for area in report.areas
    )
    return replace(report, areas=areas)


def labels_changed(report: SyntheticReport, rng: Random) -> SyntheticReport:
    """Write labels with or without a colon, values beside or below them, unlike the seed would."""
    layout = report.layout
    return replace(
        report,
        layout=replace(
            layout,
            label_colon=not layout.label_colon,
            value_on_label_line=not layout.value_on_label_line,
        ),
    )


def date_styles(report: SyntheticReport, rng: Random) -> SyntheticReport:
    """Write the full dates of the plan in further ways."""

    def restyled(written: WrittenDate) -> WrittenDate:
        if written.day is None or written.done:
            return written
        day = written.day
        months = ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec"]
        forms = (
            f"{day.day}.{day.month}.{day.year}",
            f"{day.day}/{day.month}-{day.year}",
            f"{day.day} {months[day.month - 1]} {day.year}",
            f"den {day.day}:e {months[day.month - 1]} {day.year}",
            f"{day.year}.{day.month:02d}.{day.day:02d}",
            f"Klart {day.isoformat()}.",
        )
        return WrittenDate(rng.choice(forms), day)

    actions = tuple(
        replace(action, due=restyled(action.due), follow_up=restyled(action.follow_up))
        for action in report.actions
    )
    return replace(report, actions=actions)


def no_plan(report: SyntheticReport, rng: Random) -> SyntheticReport:
    """Leave the plan out, though the narratives may speak of one."""
    return replace(report, actions=())


def first_half(report: SyntheticReport, rng: Random) -> SyntheticReport:
    """Stop after the first part of the standard."""
    kept = {area.key for area in load(report.standard_key).parts[0].areas}
    return replace(report, areas=tuple(area for area in report.areas if area.key in kept), actions=())


def second_half(report: SyntheticReport, rng: Random) -> SyntheticReport:
    """Begin with the second part: no summary, no first areas."""
    kept = {area.key for area in load(report.standard_key).parts[-1].areas}
    return replace(
        report,
        areas=tuple(area for area in report.areas if area.key in kept),
        strengths=(),
        weaknesses=(),
        improvements=(),
        names_specialty=False,
    )


def points_closed(report: SyntheticReport, rng: Random) -> SyntheticReport:
    """End every summary point with a full stop; without one only the width of the lines tells its end."""

    def closed(points: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(point if point.endswith(".") else f"{point}." for point in points)

    return replace(
        report,
        strengths=closed(report.strengths),
        weaknesses=closed(report.weaknesses),
        improvements=closed(report.improvements),
    )


PERTURBATIONS = (
    Perturbation("untouched"),
    Perturbation("page breaks moved", on_text=page_breaks_moved),
    Perturbation("pages by form feed", on_text=pages_by_form_feed),
    Perturbation("headings repeated", on_text=headings_repeated),
    Perturbation("headings orphaned", on_text=headings_orphaned),
    Perturbation("blank lines dropped", on_text=blank_lines_dropped),
    Perturbation("blank lines doubled", on_text=blank_lines_doubled),
    Perturbation("wrapped lines joined", on_text=lines_joined, on_report=points_closed),
    Perturbation("wrapped lines split", on_text=lines_split, on_report=points_closed),
    Perturbation("CRLF", on_text=carriage_returns),
    Perturbation("soft hyphens", on_text=soft_hyphens),
    Perturbation("ligatures", on_text=ligatures),
    Perturbation("odd spaces", on_text=odd_spaces),
    Perturbation("indented", on_text=indented),
    Perturbation("criteria reworded", on_text=criteria_reworded),
    Perturbation("criterion added", on_text=criterion_added),
    Perturbation("criteria missing", on_report=criteria_missing),
    # Whether the title is given as printed or as the standard has it is the reader's choice.
    Perturbation("older area names", on_report=older_area_names, ignores=("title",)),
    Perturbation("labels changed", on_report=labels_changed),
    Perturbation("date styles", on_report=date_styles),
    Perturbation("no plan", on_report=no_plan),
    Perturbation("first half", on_report=first_half),
    Perturbation("second half", on_report=second_half),
)
BY_NAME = {perturbation.name: perturbation for perturbation in PERTURBATIONS}
