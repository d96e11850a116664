"""Pages of the standards and of single criteria. Everybody may read what is measured."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kollegium.domain import standard as standards
from kollegium.domain.roles import Permission
from kollegium.domain.standard import Criterion, RequirementLevel, Standard
from kollegium.organisations.queries import specialty_names
from kollegium.reviews import queries
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.standards import shown_areas, source_words
from kollegium.reviews.wording import ACTION_STATE_NAMES, CONFIDENCE_NAMES
from kollegium.ui.components.criteria import verdict_mark
from kollegium.ui.components.records import day
from kollegium.ui.components.words import level_word


@require_safe
def standard_list(request: HttpRequest) -> HttpResponse:
    """List the standards reviews are measured against."""
    language = language_now()
    rows = [
        {
            "url": reverse("reviews:standard", args=[key]),
            "title": standards.load(key).title(language),
            "areas": len(standards.load(key).areas),
            "criteria": len(standards.load(key).criteria),
            "complete": standards.load(key).complete,
        }
        for key in standards.available()
    ]
    return render(request, "reviews/standards.html", {"rows": rows})


@require_safe
def standard_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show one standard: every area, criterion and grade scale, and whose the wording is."""
    standard = _standard(key)
    context = {
        "standard": standard,
        "title": standard.title(language_now()),
        "rights": standard.rights(language_now()),
        "parts": [
            {"title": part.title(language_now()), "areas": shown_areas(standard, part.areas)}
            for part in standard.parts
        ],
        "counts": [
            (level_word(level, plural=True), sum(one.level is level for one in standard.criteria))
            for level in RequirementLevel
        ],
    }
    return render(request, "reviews/standard.html", context)


@require_safe
def criterion_page(request: HttpRequest, key: str, criterion_key: str) -> HttpResponse:
    """Show one criterion, and how it fared in the reviews the person may read."""
    standard = _standard(key)
    criterion = _criterion(standard, criterion_key)
    actor = request.actor  # type: ignore[attr-defined]
    may_read = actor.may(Permission.READ_REVIEWS) or actor.may(Permission.READ_STATISTICS)
    area = standard.area(criterion.area_key)
    language = language_now()
    keys = [one.key for one in standard.criteria]
    place = keys.index(criterion.key)
    context: dict[str, Any] = {
        "standard": standard,
        "standard_title": standard.title(language),
        "criterion": criterion,
        "gloss": criterion.text_en if language == "en" else "",
        "area_title": area.title(language),
        "facts": _facts(standard, criterion),
        "previous": keys[place - 1] if place else "",
        "next": keys[place + 1] if place + 1 < len(keys) else "",
        "may_read": may_read,
    }
    if may_read:
        context |= _fate(queries.fate_of_criterion_for(actor, key, criterion))
    return render(request, "reviews/criterion.html", context)


def _fate(fate: queries.CriterionFate) -> dict[str, Any]:
    names = specialty_names()
    return {
        "fate": fate,
        "by_specialty": [replace(row, label=names.get(row.label, row.label)) for row in fate.by_specialty],
        "fell_short": [
            {
                "url": reverse("reviews:review", args=[row.review_id]),
                "unit": row.unit,
                "specialty": names.get(row.specialty, row.specialty),
                "specialty_lang": "" if row.specialty in names else "sv",
                "visit": day(row.visit_from),
                "mark": verdict_mark(row.outcome),
            }
            for row in fate.fell_short
        ],
        "answers": [
            {
                "url": reverse("reviews:review", args=[row.review_id]),
                "unit": row.unit,
                "action": row.action,
                "state": ACTION_STATE_NAMES[row.state],
            }
            for row in fate.answers
        ],
    }


def _facts(standard: Standard, criterion: Criterion) -> list[tuple[str, object]]:
    language = language_now()
    kind = level_word(criterion.level)
    if criterion.own_reading:
        kind = _("%(kind)s, as the review model reads a general rule") % {"kind": kind}
    proofs = ", ".join(one.text(language) for one in standard.evidence_for(criterion))
    return [
        (_("Kind"), kind),
        (_("How sure the kind is"), CONFIDENCE_NAMES[criterion.confidence]),
        (_("Source"), source_words(criterion.source)),
        (_("What can prove it"), proofs),
    ]


def _standard(key: str) -> Standard:
    if key not in standards.available():
        raise Http404
    return standards.load(key)


def _criterion(standard: Standard, key: str) -> Criterion:
    try:
        return standard.criterion(key)
    except KeyError as error:
        raise Http404 from error
