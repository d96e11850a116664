"""The action plan of a review as its page shows it."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from kollegium.domain.standard import Standard
from kollegium.reviews.models import ActionState
from kollegium.reviews.queries import CasePart, CasePlanItem, ReviewCase
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import ACTION_STATE_KINDS, ACTION_STATE_NAMES
from kollegium.ui.components.records import day, status
from kollegium.ui.page_addresses import page_address


@dataclass(frozen=True, slots=True)
class ShownProgress:
    """What somebody reported about an action."""

    state: str
    note: str
    at: date
    who: str


@dataclass(frozen=True, slots=True)
class ShownPlanItem:
    """One action of the plan: what it answers, what is planned, by when, and how it goes."""

    pk: int
    anchor: str
    key: str
    sentence: str
    gloss: str
    action: str
    facts: tuple[tuple[str, object], ...]
    state: SafeString
    overdue: SafeString | str
    progress: tuple[ShownProgress, ...]
    url: str = ""
    correct_url: str = ""


def shown_plan(
    case: ReviewCase, part: CasePart, *, as_of: date, may_correct: bool = False
) -> list[ShownPlanItem]:
    """Give the items of the plan in its own order; a date before `as_of` of an open action is overdue."""
    shown = [
        _shown_item(case, item, as_of, page_address("action_plans:action", item.pk)) for item in part.plan
    ]
    if not may_correct:
        return shown
    return [
        replace(item, correct_url=page_address("reviews:plan_item", case.review.pk, item.pk))
        for item in shown
    ]


def _shown_item(case: ReviewCase, item: CasePlanItem, as_of: date, url: str) -> ShownPlanItem:
    key, sentence, gloss = _subject(case.standard, item)
    return ShownPlanItem(
        pk=item.pk,
        anchor=f"action-{item.pk}",
        key=key,
        sentence=sentence,
        gloss=gloss,
        action=item.action,
        facts=(
            (_("To be done by"), item.due_text or day(item.due_on)),
            (_("Responsible"), item.responsible),
            (_("Follow-up date"), item.follow_up_text or day(item.follow_up_on)),
            (_("Responsible for follow-up"), item.follow_up_responsible),
        ),
        state=status(str(ACTION_STATE_NAMES[item.state]), kind=ACTION_STATE_KINDS[ActionState(item.state)]),
        overdue=status(_overdue_words(item, as_of), kind="late") if item.is_overdue(as_of) else "",
        progress=tuple(
            ShownProgress(str(ACTION_STATE_NAMES[note.state]), note.note, note.recorded_at, note.recorded_by)
            for note in item.progress
        ),
        url=url,
    )


def _overdue_words(item: CasePlanItem, as_of: date) -> str:
    days = (as_of - item.due_on).days if item.due_on else 0
    return ngettext("%(days)s day late", "%(days)s days late", days) % {"days": days}


def _subject(standard: Standard, item: CasePlanItem) -> tuple[str, str, str]:
    """Give key, Swedish sentence and gloss of what an action answers, as far as it is known."""
    criterion = next((one for one in standard.criteria if one.key == item.criterion_key), None)
    if criterion is not None:
        return criterion.key, criterion.text_sv, criterion.text_en if language_now() == "en" else ""
    area = next((one for one in standard.areas if one.key == item.area_key), None)
    return item.criterion_key or item.area_key, area.title_sv if area else "", ""


def plan_summary(items: list[CasePlanItem] | tuple[CasePlanItem, ...], *, as_of: date) -> str:
    """Say how many actions there are and how they stand: `8 åtgärder, 6 försenade`."""
    late = sum(item.is_overdue(as_of) for item in items)
    waiting = sum(item.is_open for item in items)
    told = [ngettext("%(count)s action", "%(count)s actions", len(items)) % {"count": len(items)}]
    if waiting:
        told.append(npgettext("actions", "%(count)s open", "%(count)s open", waiting) % {"count": waiting})
    if late:
        told.append(npgettext("actions", "%(count)s late", "%(count)s late", late) % {"count": late})
    return ", ".join(told)
