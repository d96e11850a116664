"""The action plan: items of an area heading, a criterion and five labelled texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kollegium.domain.reading.dates import lacks_year, says_done, single_date
from kollegium.domain.reading.doubts import DoubtList
from kollegium.domain.reading.fragments import Fragment, Kind, line_ranges
from kollegium.domain.reading.likeness import likeness
from kollegium.domain.reading.paragraphs import running_text
from kollegium.domain.reading.result import LineRange, ReadAction, ReadDate
from kollegium.domain.reading.text import fold
from kollegium.domain.reading.vocabulary import PlanField
from kollegium.domain.standard import Standard

_MAX_QUOTE = 120
_KEY_LEAD = re.compile(r"\W*[A-ZÅÄÖ]?\d{1,2}[.):]?\s+(?=[A-ZÅÄÖ])")
_LIKE_IN_AREA, _LIKE_ANYWHERE = 66.0, 82.0
_CLEAR_LEAD, _SURE = 3.0, 95.0


@dataclass(slots=True)
class Item:
    """One item while it is gathered: the fragments of each part."""

    titles: list[Fragment] = field(default_factory=list)
    criterion: list[Fragment] = field(default_factory=list)
    stray: list[Fragment] = field(default_factory=list)
    labels: dict[str, Fragment] = field(default_factory=dict)
    values: dict[str, list[Fragment]] = field(default_factory=dict)

    @property
    def criterion_key(self) -> str | None:
        """Give the key of the criterion the item quotes, if one was recognised."""
        return self.criterion[0].key if self.criterion else None


@dataclass(slots=True)
class Plan:
    """The items read, the heading's own words, and where everything stands."""

    actions: list[ReadAction] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    heading: list[Fragment] = field(default_factory=list)
    places: dict[str, tuple[LineRange, ...]] = field(default_factory=dict)


def read_plan(fragments: list[Fragment], standard: Standard, doubts: DoubtList) -> Plan:
    """Give the action plan's items in order; the words between heading and first item apart."""
    plan = Plan()
    items, plan.heading = gathered_items(fragments)
    for item in items:
        if not item.criterion:
            _recognise(item, standard, doubts, len(plan.actions))
        _add(plan, item, standard, doubts)
    if fragments and not plan.actions:
        text = next((one for one in fragments if one.kind is Kind.TEXT), None)
        if text is not None:
            doubts.add("plan-unreadable", "action_plan", text, text=text.text[:_MAX_QUOTE])
    return plan


def gathered_items(fragments: list[Fragment]) -> tuple[list[Item], list[Fragment]]:
    """Give the items and the free text before the first.

    A new item begins with an area heading or a criterion after a label, and with a label that the
    item already has with a value; a label, heading or criterion repeated at a page break does not.
    """
    items: list[Item] = []
    heading: list[Fragment] = []
    current: Item | None = None
    label: str | None = None
    for position, fragment in enumerate(fragments):
        if fragment.kind is Kind.PLAN:
            if fragment.key:
                heading.append(fragment)
            continue
        if fragment.kind in (Kind.TITLE, Kind.CRITERION):
            if fragment.kind is Kind.CRITERION and label is not None and not _opens_item(fragments, position):
                fragment.kind = Kind.TEXT
            else:
                if current is None or (
                    label is not None and not _is_repeated(fragment, current, fragments, position)
                ):
                    current, label = Item(), None
                    items.append(current)
                _note_opening(current, fragment)
                continue
        if fragment.kind is Kind.LABEL:
            if current is None or _opens_again(fragment, current):
                current = Item(titles=list(current.titles) if current else [])
                items.append(current)
            label = fragment.key
            current.labels.setdefault(label, fragment)
            current.values.setdefault(label, [])
        elif fragment.kind in (
            Kind.TEXT,
            Kind.MARK,
            Kind.GRADE,
            Kind.FACT,
            Kind.LETTER,
            Kind.LEVEL,
            Kind.PART,
        ):
            if current is None:
                heading.append(fragment)
            elif label is None:
                current.stray.append(fragment)
            else:
                current.values[label].append(fragment)
    return [item for item in items if item.labels or item.criterion], heading


def _recognise(item: Item, standard: Standard, doubts: DoubtList, number: int) -> None:
    """Tie an item to the criterion its words above the labels are like, in its own area if it has one."""
    folded = fold(_KEY_LEAD.sub("", running_text(item.stray)))
    if not folded:
        return
    area_key = item.titles[0].key if item.titles else None
    criteria = standard.area(area_key).criteria if area_key else standard.criteria
    scored = sorted(((likeness()(folded, fold(one.text_sv)), one.key) for one in criteria), reverse=True)
    if not scored or scored[0][0] < (_LIKE_IN_AREA if area_key else _LIKE_ANYWHERE):
        return
    score, key = scored[0]
    runner_up = scored[1][0] if len(scored) > 1 else 0.0
    if score - runner_up < _CLEAR_LEAD:
        return
    for fragment in item.stray:
        fragment.kind, fragment.key, fragment.score = Kind.CRITERION, key, score
    item.criterion, item.stray = item.stray, []
    if score < _SURE:
        path, text = f"action_plan[{number}].criterion", running_text(item.criterion)
        doubts.add("criterion-near", path, item.criterion[0], key=key, score=str(int(score)), text=text)


def _note_opening(item: Item, fragment: Fragment) -> None:
    (item.titles if fragment.kind is Kind.TITLE else item.criterion).append(fragment)


def _opens_item(fragments: list[Fragment], position: int) -> bool:
    """Tell whether a criterion's text is followed by a label, so that it opens an item."""
    for fragment in fragments[position + 1 :]:
        if fragment.kind is Kind.LABEL:
            return fragment.key == PlanField.ACTION
        if fragment.kind is Kind.TEXT:
            return False
    return False


def _is_repeated(fragment: Fragment, current: Item, fragments: list[Fragment], position: int) -> bool:
    """Tell whether heading or criterion only repeat the current item's at the top of a page."""
    same = (
        any(one.key == fragment.key for one in current.titles)
        if fragment.kind is Kind.TITLE
        else current.criterion_key == fragment.key
    )
    if not same:
        return False
    following = next((one for one in fragments[position + 1 :] if one.kind is Kind.LABEL), None)
    criterion = next(
        (one for one in fragments[position : position + 12] if one.kind in (Kind.CRITERION, Kind.LABEL)), None
    )
    if criterion is not None and criterion.kind is Kind.CRITERION and criterion.key != current.criterion_key:
        return False
    return following is not None and following.key not in current.labels


def _opens_again(fragment: Fragment, current: Item) -> bool:
    """Tell whether a label begins a further item: it already has its text, and no page break repeats it."""
    if not current.values.get(fragment.key):
        return False
    return not (fragment.row.new_page and list(current.labels)[-1] == fragment.key)


def _add(plan: Plan, item: Item, standard: Standard, doubts: DoubtList) -> None:
    path = f"action_plan[{len(plan.actions)}]"
    criterion_key = item.criterion_key
    area_key = item.titles[0].key if item.titles else None
    if criterion_key is not None and area_key is None:
        area_key = standard.criterion(criterion_key).area_key
    texts = {name: running_text(item.values.get(name, [])) or None for name in PlanField}
    due, follow_up = _date(texts[PlanField.DUE]), _date(texts[PlanField.FOLLOW_UP])
    if due is not None and texts[PlanField.DUE]:
        due = ReadDate(due.text, due.date, says_done(due.text))
    plan.actions.append(
        ReadAction(
            area_key=area_key,
            criterion_key=criterion_key,
            action=texts[PlanField.ACTION],
            due=due,
            responsible=texts[PlanField.RESPONSIBLE],
            follow_up=follow_up,
            follow_up_responsible=texts[PlanField.FOLLOW_UP_RESPONSIBLE],
        )
    )
    plan.items.append(item)
    if item.criterion:
        plan.places[f"{path}.criterion"] = line_ranges(item.criterion)
    for name in PlanField:
        if item.values.get(name):
            plan.places[f"{path}.{name.value}"] = line_ranges(item.values[name])
    if criterion_key is None:
        quoted = running_text(item.stray)[:_MAX_QUOTE]
        at = (item.stray or item.titles or list(item.labels.values()))[0]
        doubts.add("criterion-unclear", f"{path}.criterion", at, text=quoted)


def _date(text: str | None) -> ReadDate | None:
    return ReadDate(text, single_date(text)[0]) if text else None


def date_troubles(text: str) -> str | None:
    """Give the code of the doubt a date's text raises, or None."""
    if single_date(text)[1]:
        return "date-unclear"
    return "date-without-year" if lacks_year(text) else None
