"""What the pages about questionnaires show: a row for each group, and the result of one."""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kollegium.domain import instruments
from kollegium.domain.instruments import Answers, Instrument, ItemKind, ItemSummary
from kollegium.questionnaires.models import Group
from kollegium.questionnaires.queries import GroupResult


def shown_group(group: Group, review_id: int) -> dict[str, Any]:
    """Give the row of a group: for whom, how many are asked, how they answer, and where to look."""
    instrument = instruments.load(group.instrument_key)
    return {
        "title": instrument.title(get_language() or "sv"),
        "invited": group.invited_count,
        "is_open": instrument.is_open_for(group.invited_count),
        "answered": group.answered_count,
        "list_url": reverse("reviews:case_questionnaire", args=[review_id, group.instrument_key]),
        "result_url": reverse("reviews:questionnaire_result", args=[review_id, group.instrument_key]),
    }


def shown_result(result: GroupResult, language: str) -> dict[str, Any]:
    """Give the page of a group's result; what is hidden is said to be."""
    instrument = result.instrument
    texts = {item.key: item.text(language) for item in instrument.items}
    return {
        "title": instrument.title(language),
        "group": result.group,
        "steps": [step.title(language) for step in instrument.steps],
        "rows": [_row(summary, instrument, language) for summary in result.summaries],
        "criteria": _criteria(result.summaries),
        "texts": [(texts[key], written) for key, written in result.texts.items()],
        "named": [(name, _given(instrument, answers, language)) for name, answers in result.named],
        "is_hidden": not result.group.is_open and result.group.answered_count is None,
    }


def _row(summary: ItemSummary, instrument: Instrument, language: str) -> dict[str, Any]:
    return {
        "text": summary.item.text(language),
        "criteria": ", ".join(summary.item.criteria),
        "counts": [(step.title(language), summary.counts[step.key]) for step in instrument.steps],
        "share": _percent(summary.agree_share),
    }


def _criteria(summaries: list[ItemSummary]) -> list[tuple[str, str]]:
    """Give for each criterion the mean share who say it is so, over its statements, lowest first."""
    found: list[tuple[float, str]] = []
    for key, some in instruments.by_criterion(summaries).items():
        shares = [summary.agree_share for summary in some if summary.agree_share is not None]
        if shares:
            found.append((sum(shares) / len(shares), key))
    return [(key, _percent(share)) for share, key in sorted(found)]


def _percent(share: float | None) -> str:
    return _("too few to show") if share is None else f"{round(share * 100)} %"


def _given(instrument: Instrument, answers: Answers, language: str) -> list[tuple[str, str, bool]]:
    """Give each statement with what was answered, in words. Shape: statement, answer, is own words."""
    steps = {step.key: step.title(language) for step in instrument.steps}
    return [
        (item.text(language), steps.get(answers[item.key], answers[item.key]), item.kind is ItemKind.TEXT)
        for item in instrument.items
        if answers.get(item.key)
    ]
