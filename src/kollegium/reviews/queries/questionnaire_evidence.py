"""Statements of a case's questionnaires as what a verdict can rest on."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from kollegium.domain.case_access import CaseObject
from kollegium.domain.instruments import ItemKind
from kollegium.domain.verdict_evidence import EvidenceItem, SourceKind
from kollegium.questionnaires import queries as rounds
from kollegium.questionnaires.models import Group, RoundState
from kollegium.questionnaires.queries import GroupResult
from kollegium.reviews.models import ReviewPart
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.reviews.queries.questionnaires import round_of_case


def questionnaire_items(case: OpenCase, part: ReviewPart, language: str) -> list[EvidenceItem]:
    """Give the statements of a closed round, with the share who agree for those who may read results.

    One query while there is no closed round, then two more and two for each group. Of groups below three, and of
    answers given with a name, only that the statement was asked.
    """
    found = round_of_case(case.review)
    if found is None or found.state != RoundState.CLOSED:
        return []
    may_read = case.may_read(CaseObject.QUESTIONNAIRES)
    return [
        item
        for group in rounds.groups_of(found.pk)
        if group.invited_count
        for item in _statements(case, group, language, may_read=may_read)
    ]


def _statements(case: OpenCase, group: Group, language: str, *, may_read: bool) -> Iterator[EvidenceItem]:
    result = rounds.result_of(group)
    shares = _shares(result) if may_read else {}
    url = reverse("reviews:questionnaire_result", args=[case.review.pk, group.instrument_key])
    for item in result.instrument.items:
        if item.kind is ItemKind.SCALE:
            told = f"{result.instrument.title(language)}: {item.text(language)}"
            share = shares.get(item.key)
            yield EvidenceItem(
                SourceKind.QUESTIONNAIRE,
                f"{group.instrument_key}/{item.key}",
                f"{told} {_('(%(share)s %% agree)') % {'share': share}}" if share is not None else told,
                item.criteria,
                url if may_read else "",
            )


def _shares(result: GroupResult) -> dict[str, int]:
    return {
        summary.item.key: round(summary.agree_share * 100)
        for summary in result.summaries
        if summary.agree_share is not None
    }
