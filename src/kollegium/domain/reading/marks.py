"""Verdicts and grades that were ticked, filled or marked rather than written; only certain ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kollegium.domain.reading.columns import columned_verdicts
from kollegium.domain.reading.fragments import Fragment, Kind, line_groups
from kollegium.domain.reading.pages import Bounds, Mark, MarkKind, SourceText
from kollegium.domain.standard import Standard

_ON_CHARACTERS = "☑☒✓✔■"
_OFF_CHARACTERS = "☐□"
_TICKS, _CROSSES = "☑✓✔", "✗✘"
_ON_KINDS = frozenset({MarkKind.FILLED_BOX, MarkKind.TICK, MarkKind.FIELD_ON})


@dataclass(slots=True)
class Marked:
    """What marks say.

    Shape: `verdicts` criterion key → verdict; `grades` area key → letter; `places` field path →
    the fragments that show it.
    """

    verdicts: dict[str, str] = field(default_factory=dict)
    grades: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[Fragment]] = field(default_factory=dict)


def read_marks(fragments: Sequence[Fragment], source: SourceText, standard: Standard) -> Marked:
    """Give the verdicts and grades that words or marks beside criteria and scales show for certain."""
    marked = Marked()
    listed = list(fragments)
    criteria = line_groups(listed, Kind.CRITERION)
    _worded_verdicts(listed, criteria, marked)
    drawn = {page.number: page.marks for page in source.pages if page.marks}
    columned = columned_verdicts(listed, criteria, drawn)
    for key, (verdict, at) in columned.items():
        marked.verdicts[key] = verdict
        marked.places[f"verdicts.{key}"] = at
    if not drawn and not _holds_signs(listed):
        return marked
    if not columned and not any(fragment.kind is Kind.VERDICT for fragment in listed):
        _ticked_verdicts(listed, criteria, drawn, marked)
    _marked_grades(listed, drawn, standard, marked)
    return marked


def _holds_signs(fragments: Sequence[Fragment]) -> bool:
    text = "".join(fragment.row.text for fragment in fragments)
    return any(sign in text for sign in _ON_CHARACTERS + _OFF_CHARACTERS + _CROSSES)


def _worded_verdicts(fragments: list[Fragment], criteria: dict[int, list[int]], marked: Marked) -> None:
    """Read `Uppfyllt`, `Not met` … beside a criterion: on its height, else right after its words."""
    said: dict[str, set[str]] = {}
    for position, fragment in enumerate(fragments):
        if fragment.kind is not Kind.VERDICT:
            continue
        key = _criterion_at(fragments, criteria, fragment) or _criterion_before(fragments, position)
        if key is not None:
            said.setdefault(key, set()).add(fragment.key)
            marked.places.setdefault(f"verdicts.{key}", []).append(fragment)
    for key, verdicts in said.items():
        if len(verdicts) == 1 and (verdict := next(iter(verdicts))):
            marked.verdicts[key] = verdict
        else:
            marked.places.pop(f"verdicts.{key}", None)


def _criterion_at(fragments: list[Fragment], criteria: dict[int, list[int]], verdict: Fragment) -> str | None:
    here = verdict.row.bounds
    if here is None:
        return None
    middle = (here.y0 + here.y1) / 2
    for positions in criteria.values():
        band = _band([fragments[p] for p in positions], verdict.row.page)
        if band is not None and band.y0 <= middle <= band.y1:
            return fragments[positions[0]].key
    return None


def _criterion_before(fragments: list[Fragment], position: int) -> str | None:
    for index in range(position - 1, -1, -1):
        fragment = fragments[index]
        if fragment.kind is Kind.CRITERION:
            return fragment.key
        if fragment.kind not in (Kind.GLOSS, Kind.MARK, Kind.LEVEL, Kind.LETTER):
            return None
    return None


def _ticked_verdicts(
    fragments: list[Fragment],
    criteria: dict[int, list[int]],
    drawn: dict[int, tuple[Mark, ...]],
    marked: Marked,
) -> None:
    """Read ticks beside criteria: a tick is met, a cross not met where ticks are used as well.

    Marks in more than one column mean different things and say nothing here.
    """
    signs = {number: _sign(fragments, positions) for number, positions in criteria.items()}
    has_ticks = any(sign in _TICKS for sign in signs.values() if sign)
    columns: set[int] = set()
    hits: dict[str, list[Fragment]] = {}
    for number, positions in criteria.items():
        key, sign = fragments[positions[0]].key, signs[number]
        if sign and sign in _TICKS:
            marked.verdicts[key] = "met"
        elif sign and sign in _CROSSES and has_ticks:
            marked.verdicts[key] = "not_met"
        on = [mark for mark in _beside([fragments[p] for p in positions], drawn) if mark.kind in _ON_KINDS]
        if on:
            columns |= {round(mark.bounds.x0 / 12) for mark in on}
            hits[key] = [fragments[p] for p in positions]
        if key in marked.verdicts:
            marked.places[f"verdicts.{key}"] = [fragments[p] for p in positions]
    if len(columns) == 1 and len(hits) < len(criteria):
        for key, at in hits.items():
            marked.verdicts.setdefault(key, "met")
            marked.places.setdefault(f"verdicts.{key}", at)


def _sign(fragments: list[Fragment], positions: list[int]) -> str | None:
    """Give the mark character that stands right before or after a wording, on its rows."""
    rows = {id(fragments[p].row) for p in positions}
    around = (positions[0] - 1, positions[-1] + 1)
    texts = [fragments[p].text for p in around if 0 <= p < len(fragments) and id(fragments[p].row) in rows]
    texts += [fragments[p].text for p in around[:1] if p >= 0 and fragments[p].kind is Kind.MARK]
    texts.append(fragments[positions[0]].text[:3])
    texts.append(fragments[positions[0]].row.text[:3])
    for text in texts:
        found = [c for c in text if c in _ON_CHARACTERS + _OFF_CHARACTERS + _CROSSES]
        if len(found) == 1:
            return found[0]
    return None


def _marked_grades(
    fragments: list[Fragment], drawn: dict[int, tuple[Mark, ...]], standard: Standard, marked: Marked
) -> None:
    """Read the one step of a scale that is marked while its others are not."""
    for key, positions in _scale_runs(fragments, standard):
        letter = _chosen_step(fragments, positions, drawn)
        if letter is not None and letter in {step.letter for step in standard.area(key).scale.steps}:
            marked.grades[key] = letter
            marked.places[f"areas.{key}.grade_now"] = [
                fragments[p] for p in positions if fragments[p].key == letter
            ]


def _scale_runs(fragments: list[Fragment], standard: Standard) -> list[tuple[str, list[int]]]:
    """Give each printed scale with its area: that of the criteria before it, else of the heading.

    The next area's heading and narrative may stand between an area's criteria and its scale.
    """
    runs: list[tuple[str, list[int]]] = []
    heading: str | None = None
    listed: str | None = None
    scale: list[int] = []
    for position, fragment in enumerate(fragments):
        if fragment.kind is Kind.SCALE:
            scale.append(position)
            continue
        if scale and fragment.kind not in (Kind.MARK, Kind.TEXT):
            owner, listed = listed or heading, None
            if owner:
                runs.append((owner, scale))
            scale = []
        if fragment.kind is Kind.CRITERION:
            listed = standard.criterion(fragment.key).area_key
        elif fragment.kind is Kind.TITLE:
            heading = fragment.key
    owner = listed or heading
    if scale and owner:
        runs.append((owner, scale))
    return runs


def _chosen_step(
    fragments: list[Fragment], positions: list[int], drawn: dict[int, tuple[Mark, ...]]
) -> str | None:
    by_step: dict[str, list[int]] = {}
    for position in positions:
        by_step.setdefault(fragments[position].key, []).append(position)
    chosen: list[str] = []
    for letter, own in by_step.items():
        sign = _sign(fragments, own)
        on = any(mark.kind in _ON_KINDS for mark in _beside([fragments[p] for p in own], drawn))
        if (sign is not None and sign in _ON_CHARACTERS) or (
            on and (sign is None or sign not in _OFF_CHARACTERS)
        ):
            chosen.append(letter)
    return chosen[0] if len(chosen) == 1 and len(by_step) > 1 else None


def _beside(fragments: list[Fragment], drawn: dict[int, tuple[Mark, ...]]) -> list[Mark]:
    """Give the marks on the height of the fragments' first row and outside its words."""
    first = fragments[0].row
    if first.bounds is None or first.page not in drawn:
        return []
    band = _band(fragments, first.page) or first.bounds
    found = []
    for mark in drawn[first.page]:
        middle = (mark.bounds.y0 + mark.bounds.y1) / 2
        inside = band.x0 + 14 < mark.bounds.x0 and mark.bounds.x1 < band.x1 - 4
        if band.y0 - 2 <= middle <= band.y1 + 2 and not inside:
            found.append(mark)
    return found


def _band(fragments: list[Fragment], page: int) -> Bounds | None:
    bounds = [one.row.bounds for one in fragments if one.row.page == page and one.row.bounds is not None]
    if not bounds:
        return None
    return Bounds(
        min(b.x0 for b in bounds),
        min(b.y0 for b in bounds),
        max(b.x1 for b in bounds),
        max(b.y1 for b in bounds),
    )
