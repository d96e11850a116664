"""Correct a review that was decided or published: each correction is noted with its day and why."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from kollegium.domain import standard as standards
from kollegium.domain.roles import Permission
from kollegium.reviews.actions.refusals import (
    ReviewRefused,
    count_up,
    locked_review,
    part_of,
    person_id_of,
)
from kollegium.reviews.actions.writing import put_section
from kollegium.reviews.models import ActionPlanItem, Corrected, Correction, Review
from kollegium.reviews.queries.corrections import is_corrected_openly, may_correct
from kollegium.reviews.queries.report_text import section_keys, section_of
from kollegium.reviews.summaries import refresh_summary
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class WhatCorrected:
    """What of a review is corrected; `key` is a section, an area or a criterion of a part."""

    what: Corrected
    key: str = ""
    part_id: int | None = None


@dataclass(frozen=True, slots=True)
class WhyCorrected:
    """What was wrong, in the office's words, and when it is put right."""

    reason: str
    now: datetime


@dataclass(frozen=True, slots=True)
class NewText:
    """A section's corrected text; `seen_mark` is that of the text the form was filled from."""

    part_id: int
    key: str
    text: str
    seen_mark: str


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The fields of an item of the action plan, as the plan says them and as dates."""

    action: str
    due_text: str = ""
    due_on: date | None = None
    responsible: str = ""
    follow_up_text: str = ""
    follow_up_on: date | None = None
    follow_up_responsible: str = ""


def note_correction(
    review: Review, thing: WhatCorrected, *, why: WhyCorrected | None, by: "Actor"
) -> Correction | None:
    """Keep that a review was corrected, and why, where that is told openly; runs inside the change itself.

    **Raises** ReviewRefused: `only-office-corrects`, `correction-reason-missing`.
    """
    if not is_corrected_openly(review):
        return None
    if not may_correct(by, review):
        raise ReviewRefused("only-office-corrects")
    if why is None or not why.reason.strip():
        raise ReviewRefused("correction-reason-missing")
    return Correction.objects.create(
        review=review,
        part_id=thing.part_id,
        what=thing.what,
        key=thing.key,
        reason=why.reason.strip(),
        corrected_on=timezone.localdate(why.now),
        made_at=why.now,
        made_by_id=person_id_of(by),
    )


def correct_plan_item(
    *, review_id: int, item_id: int, words: PlanWords, expected_version: int, why: WhyCorrected, by: "Actor"
) -> ActionPlanItem:
    """Correct what an item of the action plan says; how far it has come and what was reported stay.

    **Raises** Http404; ReviewRefused: `not-allowed-here`, `only-office-corrects`, `changed-meanwhile`, `nothing-changed`,
    `correction-reason-missing`, `taken-back`, `still-in-progress`.
    """
    with recording(by=by, action="reviews.correct_plan_item"):
        review = locked_review(review_id, by=by, permission=Permission.EDIT_REVIEWS)
        if not may_correct(by, review):
            raise ReviewRefused("only-office-corrects")
        rows = ActionPlanItem.objects.select_for_update(of=("self",)).select_related("part")
        item = rows.filter(pk=item_id, part__review=review).first()
        if item is None:
            raise Http404
        if item.version != expected_version:
            raise ReviewRefused("changed-meanwhile")
        said = asdict(words)
        if all(getattr(item, name) == value for name, value in said.items()):
            raise ReviewRefused("nothing-changed")
        for name, value in said.items():
            setattr(item, name, value)
        item.version += 1
        item.save(update_fields=[*said, "version"])
        thing = WhatCorrected(Corrected.PLAN_ITEM, str(item.position + 1), item.part_id)
        note_correction(review, thing, why=why, by=by)
        count_up(review)
        refresh_summary(review)
    return item


def correct_text(*, review_id: int, new: NewText, why: WhyCorrected, by: "Actor") -> Review:
    """Correct the text of one section; what stood before is kept in the history.

    **Raises** Http404; ReviewRefused: `not-allowed-here`, `only-office-corrects`, `changed-meanwhile`, `nothing-changed`,
    `correction-reason-missing`, `no-such-part`, `taken-back`, `still-in-progress`.
    """
    with recording(by=by, action="reviews.correct_text"):
        review = locked_review(review_id, by=by, permission=Permission.EDIT_REVIEWS)
        if not may_correct(by, review):
            raise ReviewRefused("only-office-corrects")
        part = part_of(review, new.part_id)
        standard = standards.load(review.standard_key)
        if new.key not in section_keys(standard):
            raise Http404
        standing = section_of(part, new.key)
        if standing.mark != new.seen_mark:
            raise ReviewRefused("changed-meanwhile")
        if put_section(part, standing, new.text) == standing:
            raise ReviewRefused("nothing-changed")
        thing = WhatCorrected(Corrected.TEXT, new.key, part.pk)
        note_correction(review, thing, why=why, by=by)
        count_up(review)
        refresh_summary(review)
    return review
