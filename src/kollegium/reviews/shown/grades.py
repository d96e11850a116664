"""Grades as marks and tiles."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kollegium.domain import standard as standards
from kollegium.domain.standard import Area, Outcome
from kollegium.reviews.queries import AreaGrades
from kollegium.reviews.wording import ROUND_NOTES, ROUND_NOTES_OF_STANDING
from kollegium.ui.components.grades import AreaMark, Mark, ShownGrade, Tile, area_mark, joined_marks


def language_now() -> str:
    """Give the language of the page, "sv" or "en"."""
    return (get_language() or "sv")[:2]


def mark_of(area: Area, outcome: Outcome | str | None) -> Mark:
    """Give the mark of an outcome with the letter of the area's own scale."""
    if not outcome:
        return Mark()
    known = Outcome(outcome)
    return Mark(known.value, area.scale.letter_of(known))


def hint_words(area: Area) -> str:
    """Say that the action plan leaves an area out, so that it was hardly failed. A hint, never a grade."""
    return _("not %(letter)s according to the action plan") % {
        "letter": area.scale.letter_of(Outcome.FAILED) or ""
    }


def shown_grade(graded: AreaGrades) -> ShownGrade:
    """Give the grade now with the earlier one and a few words about what it rests on."""
    now = graded.now
    if now is None:
        return ShownGrade(note=hint_words(graded.area) if graded.is_hinted_passed else "")
    first = graded.at_visit
    note = str(ROUND_NOTES.get(now.round, ""))
    if first is not None and not graded.has_moved:
        note = str(ROUND_NOTES_OF_STANDING.get(now.round, note))
    return ShownGrade(
        now=mark_of(graded.area, now.outcome),
        earlier=mark_of(graded.area, first.outcome) if first and graded.has_moved else None,
        note=note,
    )


def row_marks(
    standard_key: str, outcomes: Mapping[str, str], *, part_count: int = 1, language: str = ""
) -> SafeString:
    """Give the areas as small marks for a row of a list; each mark is made once.

    A review of several reports has a grade for each area in each: the row says how many reports there
    are, because one mark for all of them would be a grade that nobody has given. `language` is that of the page,
    which takes longer to ask for than the marks.
    """
    if part_count > 1:
        return format_html("<span>{}</span>", _("%(count)s reports") % {"count": part_count})
    folder, language = standards.standards_folder(), language or language_now()
    areas = _marks_by_area(folder, standard_key, language)
    return _joined(folder, standard_key, language, tuple([outcomes.get(area_key) for area_key in areas]))


@lru_cache(maxsize=1024)
def _joined(folder: Path, standard_key: str, language: str, outcomes: tuple[str | None, ...]) -> SafeString:
    """Give the marks for the outcomes of the areas, in the order of the standard: many reviews have the same."""
    areas = _marks_by_area(folder, standard_key, language)
    marks = [by_outcome[outcome] for by_outcome, outcome in zip(areas.values(), outcomes, strict=True)]
    return joined_marks(marks, label=_("Grades by area"))


@lru_cache(maxsize=64)
def _marks_by_area(folder: Path, standard_key: str, language: str) -> dict[str, dict[str | None, AreaMark]]:
    """Give every mark a standard can have. Shape: area key → outcome, None for unknown → mark."""
    outcomes: tuple[str | None, ...] = (None, *(outcome.value for outcome in Outcome))
    return {
        area.key: {outcome: area_mark(area.key, ShownGrade(mark_of(area, outcome))) for outcome in outcomes}
        for area in standards.load(standard_key).areas
    }


def outcome_tiles(
    standard_key: str, outcomes: Mapping[str, str], earlier: Mapping[str, str] | None = None
) -> list[Tile]:
    """Give tiles from area key → outcome now, and outcome at the visit where that is known."""
    language = language_now()
    before = earlier or {}
    return [
        Tile(
            area.key,
            area.title(language),
            ShownGrade(
                now=mark_of(area, outcomes.get(area.key)),
                earlier=mark_of(area, before[area.key]) if area.key in before else None,
            ),
        )
        for area in standards.load(standard_key).areas
    ]
