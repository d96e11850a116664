"""The page of one action, and the files that show it was done."""

from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kollegium.action_plans import queries
from kollegium.action_plans.queries import PlanAction, Regrading
from kollegium.action_plans.shown import days_late
from kollegium.action_plans.wording import EFFECTS
from kollegium.reviews.queries.corrections import may_correct
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import ACTION_STATE_KINDS, ACTION_STATE_NAMES, actor_name
from kollegium.trail.names import person_id
from kollegium.ui.components.records import HistoryEntry, day, status


@login_required
@require_safe
def action_page(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show an action: what it answers, how it goes, what shows it, and what the person can do about it."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    action = queries.get_action_for(actor, item_id)
    late = action.days_late(today)
    context = {
        **frame_of(action),
        "state": state_of(action),
        "late": status(days_late(late), kind="late") if late else "",
        "facts": facts_of(action),
        "history": history_of(action),
        "regrading": regrading_words(queries.regrading_for(actor, action)),
        "is_own_report": action.was_reported_by(person_id(actor.key)),
        "language": language_now(),
        "may_correct": action.may_judge and may_correct(actor, action.review),
    }
    return render(request, "action_plans/action.html", context)


@login_required
@require_safe
def evidence_file(request: HttpRequest, item_id: int, evidence_id: int) -> HttpResponse:
    """Send a file of the evidence, to keep and not to run."""
    stored, name = queries.get_evidence_file_for(request.actor, item_id, evidence_id)  # type: ignore[attr-defined]
    response = HttpResponse(bytes(stored.data), content_type=stored.media_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def regrading_words(regrading: Regrading | None) -> dict[str, str] | None:
    """Give the area's grade now and what the rule says of it in words, with the address of the decision."""
    if regrading is None:
        return None
    criteria = ", ".join(regrading.effect.deciding) or regrading.area_key
    return {
        "area": regrading.area_key,
        "letter": regrading.letter,
        "rule": str(EFFECTS[regrading.effect.reason]) % {"criteria": criteria},
    }


def frame_of(action: PlanAction) -> dict[str, object]:
    """Give what every page about an action shows around its content."""
    review, item = action.review, action.item
    subject = item.criterion_key or item.area_key
    return {
        "action": action,
        "item": item,
        "review": review,
        "title": _("Action for %(subject)s") % {"subject": subject} if subject else _("An action"),
        "back": reverse("action_plans:action", args=[item.pk]),
        "review_url": f"{reverse('reviews:review', args=[review.pk])}#action-{item.pk}",
    }


def state_of(action: PlanAction) -> str:
    """Give the state of an action as a mark."""
    state = action.item.state
    return status(str(ACTION_STATE_NAMES[state]), kind=ACTION_STATE_KINDS[state])  # type: ignore[index]


def facts_of(action: PlanAction) -> list[tuple[str, object]]:
    """Give the five fields of an action as terms and values."""
    item = action.item
    return [
        (_("To be done by"), item.due_text or day(item.due_on)),
        (_("Responsible"), item.responsible),
        (_("Follow-up date"), item.follow_up_text or day(item.follow_up_on)),
        (_("Responsible for follow-up"), item.follow_up_responsible),
    ]


def history_of(action: PlanAction) -> list[HistoryEntry]:
    """Give what was reported, judged and shown, newest first."""
    nobody = actor_name("system:", {})
    told = [
        HistoryEntry(
            note["recorded_at"],
            note["recorded_by__name"] or nobody,
            f"{ACTION_STATE_NAMES[note['state']]}: {note['note']}",
        )
        for note in action.progress
    ]
    for newest in action.evidence:
        for one in (newest, *newest.earlier):
            words = {"title": one.title}
            sentence = (
                _("Added the evidence “%(title)s”.")
                if one is (newest, *newest.earlier)[-1]
                else _("Added a newer version: “%(title)s”.")
            )
            told.append(HistoryEntry(one.added_at, one.added_by or nobody, sentence % words))
        if newest.withdrawn_at:
            words = {"title": newest.title, "reason": newest.withdrawal_reason}
            told.append(
                HistoryEntry(
                    newest.withdrawn_at,
                    newest.withdrawn_by or nobody,
                    _("Withdrew the evidence “%(title)s”: %(reason)s") % words,
                )
            )
    return sorted(told, key=lambda entry: entry.at, reverse=True)
