"""Areas, criteria and their grades named together: "areas A–C and E", "B in area D; C in areas E and F"."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from kollegium.domain.standard import Outcome, Standard
from kollegium.ui.components.words import outcome_word

# So many in a row are named by the first and the last.
SHORTEST_RUN = 3


def areas_named(keys: Iterable[str], standard: Standard) -> str:
    """Name areas in the order of the standard: "area D", "areas A–C and E"."""
    wanted = set(keys)
    words = {"areas": runs_named(wanted, [[area.key for area in standard.areas]])}
    return ngettext("area %(areas)s", "areas %(areas)s", len(wanted)) % words


def criteria_named(keys: Iterable[str], standard: Standard) -> str:
    """Name criteria in the order of the standard: "A1–A5, B2 and D6"."""
    return runs_named(keys, [[criterion.key for criterion in area.criteria] for area in standard.areas])


def runs_named(keys: Iterable[str], orders: Sequence[Sequence[str]]) -> str:
    """Name keys in the order they have within each list, several in a row as from–to; unknown ones come last."""
    wanted = set(keys)
    pieces: list[str] = []
    for order in orders:
        run: list[str] = []
        for key in [*order, None]:
            if key in wanted:
                run.append(str(key))
                continue
            pieces += [f"{run[0]}–{run[-1]}"] if len(run) >= SHORTEST_RUN else run
            run = []
    known = {key for order in orders for key in order}
    return named_together([*pieces, *sorted(wanted - known)])


def named_together(names: Sequence[str]) -> str:
    """Give names as one enumeration: "A, B and C"."""
    *first, last = names
    if not first:
        return last
    return pgettext("the last two of an enumeration", "%(first)s and %(last)s") % {
        "first": ", ".join(first),
        "last": last,
    }


def grades_named(areas_by_grade: Mapping[str, Iterable[str]], standard: Standard) -> str:
    """Tell which areas have which grade. Shape: a grade, or how it moved, in words → keys of areas."""
    return "; ".join(
        pgettext("a grade and the areas that have it", "%(grade)s in %(areas)s")
        % {"grade": grade, "areas": areas_named(keys, standard)}
        for grade, keys in areas_by_grade.items()
    )


def letter_in(standard: Standard, area_key: str, outcome: str) -> str:
    """Give the letter an outcome has in an area's scale, or its word where the scale lacks it."""
    area = next((area for area in standard.areas if area.key == area_key), None)
    return (area.scale.letter_of(Outcome(outcome)) if area else None) or outcome_word(outcome)


def moved_words(old: str, new: str) -> str:
    """Say how a grade moved: "from D to C"."""
    return _("from %(old)s to %(new)s") % {"old": old, "new": new}
