"""The judgement of a case as its pages show it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kollegium.domain.standard import Area, Criterion
from kollegium.domain.verdict_evidence import EvidenceItem, SourceKind, for_criterion
from kollegium.reviews.queries.judging import JudgedPart
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.ui.components.grades import ShownGrade
from kollegium.ui.components.words import level_word

# Landis and Koch 1977 name the spans so; a figure alone says little to most.
SPANS = (
    (0.8, gettext_lazy("almost perfect")),
    (0.6, gettext_lazy("substantial")),
    (0.4, gettext_lazy("moderate")),
    (0.2, gettext_lazy("fair")),
)


def shown_area(judged: JudgedPart, area: Area, language: str) -> dict[str, Any]:
    """Give an area's row: title, how far one has come, who is done, what is agreed on and the grade."""
    total, done = len(area.criteria), judged.done.get(area.key, set())
    standing = judged.grades.get(area.key)
    agreed = sum(criterion.key in judged.reconciled for criterion in area.criteria)
    return {
        "key": area.key,
        "title": area.title(language),
        "url": reverse("reviews:judged_area", args=[judged.part.review_id, judged.part.pk, area.key]),
        "own": _("%(number)s of %(total)s") % {"number": total - len(judged.missing(area)), "total": total},
        "is_done": judged.is_done_by_me(area),
        "is_open": judged.is_open(area),
        "done": _("%(number)s of %(total)s")
        % {"number": len(done & set(judged.team)), "total": len(judged.team)},
        "agreed": _("%(number)s of %(total)s") % {"number": agreed, "total": total},
        "grade": ShownGrade(now=mark_of(area, standing.outcome)) if standing else None,
    }


def shown_criterion(
    judged: JudgedPart, criterion: Criterion, evidence: Mapping[str, EvidenceItem]
) -> dict[str, Any]:
    """Give a criterion with what oneself, the others and all together found, as far as one may see it."""
    key = criterion.key
    own, agreed = judged.own.get(key), judged.reconciled.get(key)
    values = [judged.part.review_id, judged.part.pk, key]
    found = [
        {
            "name": judged.team[number],
            "outcome": rows[key].outcome,
            "note": rows[key].note,
            "evidence": rested_on(rows[key].evidence, evidence),
        }
        for number, rows in sorted(judged.others.items())
        if key in rows
    ]
    return {
        "key": key,
        "text": criterion.text_sv,
        "gloss": criterion.text_en if language_now() == "en" else "",
        "level": criterion.level,
        "level_word": level_word(criterion.level),
        "own": own,
        "own_evidence": rested_on(own.evidence, evidence) if own else [],
        "notes": [
            item
            for item in for_criterion(evidence.values(), key)
            if item.kind is SourceKind.NOTE and item.words
        ],
        "others": found,
        "agreed": agreed,
        "differs": agreed is None and len({own and own.outcome, *(row["outcome"] for row in found)}) > 1,
        "own_url": reverse("reviews:save_verdict", args=values),
        "agreed_url": reverse("reviews:agree", args=values),
    }


def rested_on(references: Iterable[str], evidence: Mapping[str, EvidenceItem]) -> list[EvidenceItem]:
    """Give what a verdict rests on as far as it still is there."""
    return [evidence[reference] for reference in references if reference in evidence]


def agreement_words(kappa: float | None) -> str:
    """Say how far the reviewers agreed; nothing before anything can be compared."""
    if kappa is None:
        return ""
    name = next((str(word) for least, word in SPANS if kappa > least), _("slight"))
    number = f"{kappa:.2f}".replace(".", "," if language_now() == "sv" else ".")
    return _("The reviewers judged alike beyond chance: kappa %(kappa)s, %(name)s.") % {
        "kappa": number,
        "name": name,
    }
