"""The letters of a case, put together from its record."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from kollegium.domain import standard as standards
from kollegium.domain.following_up import months_later
from kollegium.domain.reconsidering import last_day_to_ask
from kollegium.domain.standard import Outcome
from kollegium.reviews.models import Grade, GradeRound, Review
from kollegium.reviews.printed_letters.values import (
    DecidedArea,
    DecisionLetter,
    LetterHead,
    ReconsiderationLetter,
    ReconsideredAnswer,
    Signed,
)
from kollegium.reviews.queries.case import CasePart
from kollegium.reviews.queries.decision import grades_in, is_decided_here, roles_of_decider
from kollegium.reviews.queries.reconsideration import ReconsiderationStory
from kollegium.reviews.queries.whole_case import case_of

if TYPE_CHECKING:
    from kollegium.accounts.models import Person

Spot = tuple[int, str]


def decision_letter_of(review: Review) -> DecisionLetter | None:
    """Give the letter about a case's decision; None for a review that was not decided here. Five queries."""
    if not is_decided_here(review):
        return None
    decided = grades_in(review, GradeRound.DECISION)
    first = next(iter(decided.values()), None)
    if first is None or first.decided_on is None:
        return None
    areas = _areas(review, decided, grades_in(review, GradeRound.PROVISIONAL))
    return DecisionLetter(
        head=_head(review),
        signed=_signed(review, first.decided_by, first.decided_on),
        areas=areas,
        plan_by=_plan_by(first.decided_on),
        ask_until=last_day_to_ask(first.decided_on, days=settings.RECONSIDERATION_DAYS),
    )


def reconsideration_letter_of(review: Review, story: ReconsiderationStory) -> ReconsiderationLetter | None:
    """Give the letter about a case's reconsideration; None while it is not decided. Four queries."""
    asked = story.asked
    if asked is None or asked.decided_at is None:
        return None
    decided = grades_in(review, GradeRound.DECISION)
    first = next(iter(decided.values()))
    assert first.decided_on is not None
    anew = {(one.part_id, one.area_key): one.grade for one in story.areas if one.grade}
    standing = {spot: anew.get(spot, grade) for spot, grade in decided.items()}
    has_parts = _has_parts(decided)
    standard = standards.load(review.standard_key)
    return ReconsiderationLetter(
        head=_head(review),
        first=_signed(review, first.decided_by, first.decided_on),
        asked=Signed(timezone.localdate(asked.asked_at), asked.asked_by.name if asked.asked_by else ""),
        reason=asked.reason,
        signed=_signed(review, asked.decided_by, timezone.localdate(asked.decided_at)),
        answers=tuple(
            ReconsideredAnswer(
                standard.area(spot[1]),
                Outcome(decided[spot].outcome),
                Outcome(grade.outcome),
                grade.reason,
                decided[spot].part.key if has_parts else "",
            )
            for spot, grade in anew.items()
        ),
        still_failed=tuple(
            DecidedArea(standard.area(spot[1]), Outcome.FAILED, decided[spot].part.key if has_parts else "")
            for spot, grade in standing.items()
            if grade.outcome == Outcome.FAILED
        ),
        plan_by=_plan_by(first.decided_on),
    )


def _areas(
    review: Review, decided: Mapping[Spot, Grade], proposed: Mapping[Spot, Grade]
) -> tuple[DecidedArea, ...]:
    decided_at = max(grade.recorded_at for grade in decided.values())
    parts = {part.pk: _as_of(part, decided_at) for part in case_of(review).parts}
    standard, has_parts = standards.load(review.standard_key), _has_parts(decided)
    found = []
    for (part_id, key), grade in decided.items():
        before = proposed.get((part_id, key))
        found.append(
            DecidedArea(
                area=standard.area(key),
                outcome=Outcome(grade.outcome),
                part=grade.part.key if has_parts else "",
                verdicts=parts[part_id].outcomes_of_criteria(),
                proposed=Outcome(before.outcome) if before else None,
                reason=grade.reason or (before.reason if before else ""),
            )
        )
    return tuple(found)


def _as_of(part: CasePart, moment: datetime) -> CasePart:
    """Give a part with the verdicts of the moment: what was corrected later is no reason of the decision."""
    return replace(part, verdicts=tuple(one for one in part.verdicts if one.recorded_at <= moment))


def _has_parts(decided: Mapping[Spot, Grade]) -> bool:
    return len({part_id for part_id, _key in decided}) > 1


def _plan_by(decided_on: date) -> date:
    return months_later(decided_on, settings.ACTION_PLAN_MONTHS)


def _signed(review: Review, person: "Person | None", on: date) -> Signed:
    return Signed(on, person.name if person else "", roles_of_decider(review, person, on) if person else ())


def _head(review: Review) -> LetterHead:
    return LetterHead(
        unit=review.unit.name,
        standard=standards.load(review.standard_key),
        kind=review.kind,
        case_number=review.case_number or "",
        care_provider=review.care_provider.name if review.care_provider else "",
        specialty=review.specialty.name if review.specialty else "",
        specialty_en=review.specialty.name_en if review.specialty else "",
        visit=(review.visit_from, review.visit_to),
        link=settings.ADDRESS + reverse("reviews:reconsideration", args=[review.pk]),
    )
