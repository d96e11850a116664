"""Checks of the action plan that a person should see: dates, people, cut texts, beside the point."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kollegium.domain.reading.doubts import DoubtList
from kollegium.domain.reading.fragments import Fragment
from kollegium.domain.reading.plan import Item, Plan, date_troubles
from kollegium.domain.reading.result import ReadAction
from kollegium.domain.reading.text import fold, is_unfinished
from kollegium.domain.reading.vocabulary import PlanField
from kollegium.domain.reading.words import ReportWords
from kollegium.domain.standard import Standard
from kollegium.domain.swedish import mentions_any

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéü'’-]+(?:\s+(?:af|von|de))?(?:\s+[A-ZÅÄÖÉ][\w'’-]*[a-zåäöéü])+")
_TITLES = re.compile(
    r"\b(?:Dr|Doktor|Docent|Professor|Chef|Enhetschef|Verksamhetschef|Överläkare|Studierektor|Huvudhandledare|Handledare"
    r"|Specialistläkare|ST-läkare)\s+",
)
_CLOSED = re.compile(r"[.!?:;)\]\"”’…]$")
_FIELD_LIMITS = frozenset({255, 256, 500, 512, 1000, 1024, 2000})
_SHORTEST_STUMP = 2


def check_plan(plan: Plan, standard: Standard, words: ReportWords, doubts: DoubtList) -> None:
    """Note a doubt for everything in the plan's items that looks wrong; nothing is corrected."""
    for number, (action, item) in enumerate(zip(plan.actions, plan.items, strict=True)):
        path = f"action_plan[{number}]"
        _check_cut_off(action, item, path, words, doubts)
        _check_dates(action, item, path, doubts)
        _check_people(action, item, path, doubts)
        _check_topic(action, item, path, standard, doubts)


def _last(item: Item, name: PlanField) -> Fragment:
    values = item.values.get(name)
    return values[-1] if values else item.labels[name]


def _first(item: Item, name: PlanField) -> Fragment:
    values = item.values.get(name)
    return values[0] if values else item.labels[name]


def _check_cut_off(action: ReadAction, item: Item, path: str, words: ReportWords, doubts: DoubtList) -> None:
    text = action.action
    if text and not _CLOSED.search(text) and is_cut_off(text, words.without_case):
        ending = " ".join(text.split()[-3:])
        doubts.add("text-cut-off", f"{path}.action", _last(item, PlanField.ACTION), ending=ending)


def is_cut_off(text: str, words: Mapping[str, int]) -> bool:
    """Tell whether a text ends in the middle of a word or a sentence.

    `words` counts the words of the report in small letters. A last word that stands nowhere else and
    begins other words of the report is a stump; so is an ending that wants another word, and any
    unfinished ending just where form fields stop.
    """
    if _CLOSED.search(text):
        return False
    found = _WORD.findall(text)
    if not found or text[-1].isdigit():
        return False
    last = found[-1].lower()
    if is_unfinished(text) or text.count("(") > text.count(")"):
        return True
    stump = (
        len(last) >= _SHORTEST_STUMP
        and found[-1].islower()
        and words.get(last, 0) <= 1
        and any(word.startswith(last) and len(word) > len(last) + 1 for word in words)
    )
    if stump and len(found) > 1:
        return True
    return len(text) in _FIELD_LIMITS


def _check_dates(action: ReadAction, item: Item, path: str, doubts: DoubtList) -> None:
    for name, read in ((PlanField.DUE, action.due), (PlanField.FOLLOW_UP, action.follow_up)):
        code = date_troubles(read.text) if read and read.date is None else None
        if code and read:
            doubts.add(code, f"{path}.{name.value}", _first(item, name), text=read.text)
    due = action.due.date if action.due else None
    follow_up = action.follow_up.date if action.follow_up else None
    if due and follow_up and follow_up < due:
        doubts.add(
            "follow-up-before-due",
            f"{path}.follow_up",
            _first(item, PlanField.FOLLOW_UP),
            follow_up=follow_up.isoformat(),
            due=due.isoformat(),
        )


def _check_people(action: ReadAction, item: Item, path: str, doubts: DoubtList) -> None:
    doer, follower = action.responsible, action.follow_up_responsible
    if not doer or not follower:
        return
    shared = sorted(_names(doer) & _names(follower))
    if shared or fold(doer) == fold(follower):
        at = _first(item, PlanField.FOLLOW_UP_RESPONSIBLE)
        doubts.add(
            "same-person-follows-up",
            f"{path}.follow_up_responsible",
            at,
            person=", ".join(shared) or follower,
        )


def _names(text: str) -> set[str]:
    return set(_NAME.findall(_TITLES.sub("", text)))


def _check_topic(action: ReadAction, item: Item, path: str, standard: Standard, doubts: DoubtList) -> None:
    if action.criterion_key is None or not action.action:
        return
    subject_words = standard.criterion(action.criterion_key).subject_words
    if subject_words and not mentions_any(action.action, subject_words):
        at = _first(item, PlanField.ACTION)
        doubts.add("action-off-topic", f"{path}.action", at, key=action.criterion_key)
