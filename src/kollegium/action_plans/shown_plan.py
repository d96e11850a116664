"""An action plan as its pages show it: area by area, what is asked, what was found, what is written and judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kollegium.action_plans.models import ItemJudgement, PlanDraftItem
from kollegium.action_plans.plan_words import (
    ANSWER_NAMES,
    ANSWER_STATUS,
    EFFECTS,
    WARNED_FIELDS,
    WARNINGS,
)
from kollegium.action_plans.queries.plans import PlanArea, PlanStory, Spot, words_of
from kollegium.domain.grading import PlanEffect
from kollegium.domain.planning_answers import ItemWords, PlanWarning, warnings_about
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.ui.components.grades import ShownGrade
from kollegium.ui.components.records import day, status
from kollegium.ui.components.words import level_word

# What stands in an address for a whole area.
WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class ShownAsked:
    """One criterion that is answered, or a whole area: what it asks and what was found."""

    spot: Spot
    key: str
    anchor: str
    text: str
    gloss: str
    level: str
    level_word: str
    outcome: str
    note: str
    is_required: bool


def shown_asked(story: PlanStory, area: PlanArea, key: str) -> ShownAsked:
    """Give one place of the plan with what it asks."""
    spot, criterion = (area.part.pk, area.area.key, key), story.criterion(key)
    found = area.part.standing_verdicts().get(key) if key else None
    return ShownAsked(
        spot=spot,
        key=key or area.area.key,
        anchor=anchor_of(spot),
        text=criterion.text_sv if criterion else area.area.title_sv,
        gloss=criterion.text_en if criterion and language_now() == "en" else "",
        level=criterion.level.value if criterion else "regulation",
        level_word=level_word(criterion.level) if criterion else _("The area as a whole"),
        outcome=found.outcome.value if found else "",
        note=found.note if found else "",
        is_required=key in area.required,
    )


def anchor_of(spot: Spot) -> str:
    """Give the anchor of one place of the plan on its page."""
    return f"item-{spot[0]}-{spot[2] or spot[1]}"


def address_of(name: str, review_id: int, spot: Spot) -> str:
    """Give the address of something about one place."""
    part_id, area_key, key = spot
    return reverse(f"action_plans:{name}", args=[review_id, part_id, area_key, key or WHOLE])


def area_head(story: PlanStory, area: PlanArea) -> dict[str, Any]:
    """Give the heading of an area: its title, its grade before and after the plan."""
    titles = {one.key: one.title(language_now()) for one in story.whole.standard.service_parts}
    part = titles.get(area.part.key, "") if len(story.whole.parts) > 1 else ""
    return {
        "key": area.area.key,
        "part": part,
        "title": area.area.title(language_now()),
        "anchor": f"area-{area.part.pk}-{area.area.key}",
        "before": ShownGrade(now=mark_of(area.area, area.before.outcome)) if area.before else None,
        "after": ShownGrade(now=mark_of(area.area, area.after.outcome)) if area.after else None,
        "is_moved": bool(area.after and area.before and area.after.outcome != area.before.outcome),
        "reason": area.after.reason if area.after else "",
        "decided_on": area.after.decided_on if area.after else None,
        "decided_by": area.after.decided_by if area.after else "",
        "is_failed": area.is_failed,
    }


def field_warnings(story: PlanStory, spot: Spot, words: ItemWords, *, as_of: date) -> dict[str, str]:
    """Give what is warned of in an item. Shape: field → sentence."""
    found = warnings_about(words, story.criterion(spot[2]), as_of=as_of)
    return {WARNED_FIELDS[one]: str(WARNINGS[one]) for one in found}


def warnings_told(found: tuple[PlanWarning, ...]) -> list[str]:
    """Give the sentences of warnings."""
    return [str(WARNINGS[one]) for one in found]


def item_facts(item: PlanDraftItem) -> list[tuple[str, object]]:
    """Give what is written in an item, besides the action."""
    words = words_of(item)
    return [
        (_("Done already"), day(words.due_on) or _("day unknown"))
        if words.is_done
        else (_("To be done by"), day(words.due_on)),
        (_("Responsible"), words.responsible),
        (_("Follow-up date"), day(words.follow_up_on)),
        (_("Responsible for follow-up"), words.follow_up_responsible),
        (_("What will show that it is done"), words.evidence),
    ]


def shown_judgement(
    one: ItemJudgement,
    item: PlanDraftItem,
    earlier: tuple[ItemJudgement, ...] = (),
    *,
    names_office: bool = False,
) -> dict[str, Any]:
    """Give one judgement in words: whose, what, why, whether the words have changed since, and what it said before.

    Colleagues of the office are told by name who of them said it (`names_office`).
    """
    name = one.person.name if one.person else ""
    office = _("The review office, %(person)s") % {"person": name} if names_office and name else ""
    return {
        "who": (office or _("The review office")) if one.is_of_office else name or _("A reviewer"),
        "earlier": [
            {
                "who": old.person.name if old.person else "",
                "answers": ANSWER_NAMES[old.answers],
                "reason": old.reason,
                "on": old.judged_at,
            }
            for old in earlier
        ],
        "answers": status(str(ANSWER_NAMES[one.answers]), kind=ANSWER_STATUS[one.answers]),
        "reason": one.reason,
        "on": one.judged_at,
        "is_old": one.item_version != item.version,
    }


def effect_words(effect: PlanEffect | None) -> str:
    """Say what the rule proposes and why, in one sentence."""
    if effect is None or effect.reason not in EFFECTS:
        return ""
    values: Mapping[str, object] = {"letter": effect.letter or "", "criteria": ", ".join(effect.deciding)}
    return str(EFFECTS[effect.reason]) % values
