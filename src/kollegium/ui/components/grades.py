"""Grades: letter, word and shape together; the strip of areas and the eight small marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from kollegium.ui.components.breaking import breakable
from kollegium.ui.components.html import EMPTY, classes, css_key, escaped
from kollegium.ui.components.words import OUTCOMES, UNKNOWN, outcome_short_word, outcome_word


@dataclass(frozen=True, slots=True)
class Mark:
    """An outcome (`passed_well` … `failed`, or None for unknown) with the letter its scale gives it, if any."""

    outcome: str | None = None
    letter: str | None = None

    @property
    def key(self) -> str:
        """The outcome's key, `unknown` when there is none."""
        return str(self.outcome) if self.outcome in OUTCOMES else UNKNOWN

    @property
    def text(self) -> str:
        """Letter and word for those who listen: `B, godkänt`."""
        word = outcome_word(self.outcome)
        return f"{self.letter}, {word.lower()}" if self.letter else word.lower()


@dataclass(frozen=True, slots=True)
class ShownGrade:
    """A grade as a page shows it: where it stands, where it stood, and how far it may move.

    `earlier` is the mark of an earlier round. `worst` and `best` are the range while something is unknown.
    `note` is a few words under the mark, such as "efter handlingsplan" or "inte D enligt handlingsplanen".
    """

    now: Mark = Mark()
    earlier: Mark | None = None
    worst: Mark | None = None
    best: Mark | None = None
    note: str = ""

    @property
    def has_range(self) -> bool:
        """True when worst and best are both known and differ."""
        return self.worst is not None and self.best is not None and self.worst.key != self.best.key

    @property
    def has_moved(self) -> bool:
        """True when there is an earlier round whose mark differs from the present one."""
        return self.earlier is not None and self.earlier.key != self.now.key

    @property
    def text(self) -> str:
        """Everything the mark shows, as words."""
        parts = [self.now.text]
        if self.has_moved and self.earlier:
            parts.append(gettext("earlier %(grade)s") % {"grade": self.earlier.text})
        if self.has_range and self.worst and self.best:
            span = {"worst": self.worst.text, "best": self.best.text}
            parts.append(gettext("between %(worst)s and %(best)s") % span)
        if self.note:
            parts.append(self.note)
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class AreaMark:
    """One area of a row of a list: what is said of it, and its small mark."""

    spoken: str
    markup: SafeString


@dataclass(frozen=True, slots=True)
class Tile:
    """One area of a strip: key, title, grade, where it leads, and the part it opens (`Struktur`, `Process`)."""

    area_key: str
    title: str
    grade: ShownGrade
    href: str | None = None
    part_title: str | None = None


# Drawn on a field of 24 × 24; fill and line take the colour of the text around them.
DRAWINGS = {
    "passed_well": mark_safe('<circle cx="12" cy="12" r="8.5" fill="currentColor"/>'),
    "passed": mark_safe(
        '<circle cx="12" cy="12" r="7.25" fill="none" stroke="currentColor" stroke-width="2.75"/>'
    ),
    "passed_with_remarks": mark_safe(
        '<path d="M12 3.6 21 19.7H3Z" fill="currentColor" stroke="currentColor" stroke-width="1.5" '
        'stroke-linejoin="round"/>'
    ),
    "failed": mark_safe(
        '<path fill="currentColor" fill-rule="evenodd" d="M5.5 3.5h13a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-13'
        'a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2ZM7 10.5v3h10v-3Z"/>'
    ),
    "unknown": mark_safe(
        '<circle cx="12" cy="12" r="7.5" fill="none" stroke="currentColor" stroke-width="2.5" '
        'stroke-dasharray="0.1 4.612" stroke-linecap="round"/>'
    ),
}
SHAPES = {
    key: format_html(
        '<svg class="shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>', drawing
    )
    for key, drawing in DRAWINGS.items()
}


def shape(key: str) -> SafeString:
    """Return the shape of an outcome as inline SVG, silent for those who listen (the words say it)."""
    return SHAPES.get(key, SHAPES[UNKNOWN])


def as_shown(grade: object, letter: str | None = None) -> ShownGrade:
    """Return what a template gave (`ShownGrade`, `Mark`, an outcome key or nothing) as a `ShownGrade`."""
    if isinstance(grade, ShownGrade):
        return grade
    if isinstance(grade, Mark):
        return ShownGrade(now=grade)
    return ShownGrade(now=Mark(str(grade) if grade else None, letter))


def grade_mark(grade: ShownGrade, *, size: str | None = None, word: bool = True) -> SafeString:
    """Return letter, shape and word of a grade, with range and earlier round when there are such."""
    now = grade.now
    key = now.key
    letter = f'<b class="grade-letter">{escaped(now.letter)}</b>' if now.letter else ""
    said = (
        f'<span class="grade-word">{escaped(outcome_word(now.outcome))}</span>'
        if word
        else f'<span class="visually-hidden">{escaped(now.text)}</span>'
    )
    note = f'<span class="grade-note">{escaped(grade.note)}</span>' if grade.note else ""
    return SafeString(
        f'<span class="grade{f" grade-{escaped(size)}" if size else ""}">{_earlier(grade)}'
        f'<span class="grade-mark outcome-{css_key(key)}">{shape(key)}{letter}{said}</span>'
        f"{range_bar(grade)}{note}</span>"
    )


def _earlier(grade: ShownGrade) -> str:
    if not grade.has_moved or grade.earlier is None:
        return ""
    earlier = grade.earlier
    return (
        f'<span class="grade-earlier outcome-{css_key(earlier.key)}"><span class="visually-hidden">'
        f'{escaped(gettext("Earlier"))}: {escaped(earlier.text)}; </span><span aria-hidden="true">'
        f'{shape(earlier.key)}{escaped(earlier.letter or "–")}<span class="grade-arrow">→</span></span></span>'
    )


def range_bar(grade: ShownGrade) -> SafeString:
    """Return a small scale from worst to best with the possible part drawn strong; nothing without a range."""
    if not grade.has_range or grade.worst is None or grade.best is None:
        return EMPTY
    places = {key: 6 + 16 * (3 - index) for index, key in enumerate(OUTCOMES)}
    left, right = places[grade.worst.key], places[grade.best.key]
    dots = format_html_join(
        "",
        '<circle cx="{}" cy="6" r="{}" fill="currentColor" opacity="{}"/>',
        ((place, *((4, 1) if left <= place <= right else (2, "0.45"))) for place in places.values()),
    )
    letters = f"{grade.worst.letter or '?'}–{grade.best.letter or '?'}"
    spoken = gettext("between %(worst)s and %(best)s") % {"worst": grade.worst.text, "best": grade.best.text}
    return format_html(
        '<span class="grade-range"><svg viewBox="0 0 60 12" aria-hidden="true" focusable="false">'
        '<path d="M6 6h48" stroke="currentColor" opacity="0.4"/>'
        '<path d="M{} 6H{}" stroke="currentColor" stroke-width="3"/>{}</svg>'
        '<span aria-hidden="true">{}</span><span class="visually-hidden">{}</span></span>',
        left,
        right,
        dots,
        letters,
        spoken,
    )


def area_strip(tiles: Sequence[Tile], *, label: str) -> SafeString:
    """Return the strip of areas: one tile each, letter large, shape and word, the earlier round beneath."""
    return format_html(
        '<ul class="strip" aria-label="{}">{}</ul>',
        label,
        SafeString("".join(_tile(tile) for tile in tiles)),
    )


def _tile(tile: Tile) -> str:
    grade = tile.grade
    key = grade.now.key
    inside = (
        f'<span class="tile-head"><span class="tile-area">{escaped(tile.area_key)}</span>'
        f'<span class="tile-title">{escaped(breakable(tile.title))}</span></span>'
        f'<span class="tile-grade">{shape(key)}<b class="tile-letter" aria-hidden="true">{escaped(_large(grade))}</b></span>'
        f'<span class="tile-word" aria-hidden="true">{escaped(outcome_short_word(grade.now.outcome))}</span>'
        f'<span class="visually-hidden">: {escaped(grade.text)}</span>{_tile_foot(grade)}'
    )
    element = (
        f'<a class="tile-inside" href="{escaped(tile.href)}">{inside}</a>'
        if tile.href
        else f'<span class="tile-inside">{inside}</span>'
    )
    part = f'<span class="tile-part">{escaped(tile.part_title)}</span>' if tile.part_title else ""
    state = classes(
        f"tile outcome-{css_key(key)}",
        "opens-part" if tile.part_title else None,
        "tile-unknown" if key == UNKNOWN else None,
        "tile-range" if key == UNKNOWN and grade.has_range else None,
    )
    return f'<li class="{state}">{part}{element}</li>'


def _large(grade: ShownGrade) -> str:
    if grade.now.key == UNKNOWN and grade.has_range and grade.worst and grade.best:
        return f"{grade.worst.letter or '?'}–{grade.best.letter or '?'}"
    return grade.now.letter or "–"


def _tile_foot(grade: ShownGrade) -> str:
    content = ""
    if grade.has_range:
        content = range_bar(grade)
    elif grade.has_moved and grade.earlier:
        letters = f"{escaped(grade.earlier.letter or '–')} → {escaped(grade.now.letter or '–')}"
        content = f'<span class="tile-moved">{shape(grade.earlier.key)}{letters}</span>'
    note = f'<span class="tile-note">{escaped(breakable(grade.note))}</span>' if grade.note else ""
    return f'<span class="tile-foot" aria-hidden="true">{content}{note}</span>'


def area_mark(area_key: str, grade: ShownGrade) -> AreaMark:
    """Return the small mark of one area. Its shape is one of `shape_symbols`, which every page holds once."""
    return AreaMark(
        spoken=f"{area_key}: {grade.text}",
        markup=format_html(
            '<span class="area-mark outcome-{0}"><span>{1}</span><svg class="shape"><use href="#shape-{0}"/></svg>'
            "<b>{2}</b></span>",
            css_key(grade.now.key),
            area_key,
            grade.now.letter or "–",
        ),
    )


def area_marks(tiles: Iterable[Tile], *, label: str) -> SafeString:
    """Return the areas as small marks for a row of a list, spoken as one sentence."""
    return joined_marks([area_mark(tile.area_key, tile.grade) for tile in tiles], label=label)


def joined_marks(marks: Sequence[AreaMark], *, label: str) -> SafeString:
    """Return small marks beside each other; a list puts the same few together again and again."""
    spoken = escaped(f"{label}: {', '.join(mark.spoken for mark in marks)}")
    return mark_safe(  # noqa: S308 - the words are escaped, the marks were
        f'<span class="area-marks"><span class="visually-hidden">{spoken}</span>'
        f'<span class="area-marks-row" aria-hidden="true">{"".join(mark.markup for mark in marks)}</span></span>'
    )


@lru_cache(maxsize=1)
def shape_symbols() -> SafeString:
    """Return the shapes of the outcomes for small marks to point to: a list draws each some fifty times."""
    symbols = format_html_join(
        "",
        '<symbol id="shape-{}" viewBox="0 0 24 24">{}</symbol>',
        ((css_key(key), drawing) for key, drawing in DRAWINGS.items()),
    )
    return format_html('<svg class="shape-symbols" aria-hidden="true" focusable="false">{}</svg>', symbols)
