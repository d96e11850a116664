"""Every write about the material of a case: asked for, handed in, accepted, asked for again, remarked on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.errors import Refused
from kollegium.domain.material import ACTS, MaterialAct, MaterialStatus, OwnerDuty, may_act
from kollegium.files.actions import store_file
from kollegium.reviews.actions.cases import locked_case
from kollegium.reviews.actions.material_requests import ask_for_material, list_day, next_position
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.material_files import HandedInFile
from kollegium.reviews.models import (
    MaterialComment,
    MaterialFile,
    MaterialItem,
    MaterialLook,
    MaterialOpening,
    MaterialVersion,
)
from kollegium.reviews.queries.material import OpenMaterial, people_who_answer
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MOST_FILES = 20
GIVERS = frozenset({Viewer.UNIT, Viewer.OFFICE})
JUDGES = frozenset({Viewer.REVIEWER, Viewer.OFFICE})
PLANNERS = frozenset({Viewer.OFFICE})


class MaterialRefused(Refused):
    """A change of the material of a case is refused.

    Codes: `not-yours`, `moved-on`, `nothing-handed-in`, `too-many-files`, `reason-missing`, `comment-missing`,
    `due-in-past`, `not-at-unit`, `title-missing`.
    """


@dataclass(frozen=True, slots=True)
class HandIn:
    """What is handed in at one time; at least one of the three."""

    text: str = ""
    link: str = ""
    files: Sequence[HandedInFile] = ()


def ask_for_missing(*, review_id: int, now: datetime, by: "Actor") -> int:
    """Ask for what the request list holds and the case does not yet ask for; give how many things that were.

    **Raises** Http404; CaseRefused, MaterialRefused: `not-yours`.
    """
    with recording(by=by, action="reviews.ask_for_material"):
        case = locked_case(review_id, by=by, thing=CaseObject.MATERIAL)
        _require(case.viewers, PLANNERS)
        return ask_for_material(case.review, now=now, by=by)


def hand_in_material(
    *, review_id: int, item_id: int, what: HandIn, now: datetime, by: "Actor"
) -> MaterialVersion:
    """Store a new version of one thing; earlier versions stay.

    **Raises** Http404; CaseRefused; MaterialRefused: `not-yours`, `nothing-handed-in`, `too-many-files`.
    """
    with recording(by=by, action="reviews.hand_in_material"):
        item = _locked_item(review_id, item_id, by=by, who=GIVERS)
        if not (what.text.strip() or what.link or what.files):
            raise MaterialRefused("nothing-handed-in")
        if len(what.files) > MOST_FILES:
            raise MaterialRefused("too-many-files", most=MOST_FILES)
        version = MaterialVersion.objects.create(
            item=item,
            number=latest_number(item) + 1,
            text=what.text.strip(),
            link=what.link,
            handed_in_at=now,
            handed_in_by_id=person_id_of(by),
        )
        for position, file in enumerate(what.files):
            stored = store_file(data=file.data, media_type=file.media_type, now=now, by=by)
            MaterialFile.objects.create(
                hand_in=version, stored_file=stored, name=file.name, position=position
            )
        _set_status(item, MaterialAct.HAND_IN, "")
    return version


def say_not_applicable(
    *, review_id: int, item_id: int, reason: str, now: datetime, by: "Actor"
) -> MaterialItem:
    """Note that the unit has no such thing, with the reason.

    **Raises** Http404; CaseRefused; MaterialRefused: `not-yours`, `reason-missing`, `moved-on`.
    """
    with recording(by=by, action="reviews.say_material_not_applicable"):
        item = _locked_item(review_id, item_id, by=by, who=GIVERS)
        if not reason.strip():
            raise MaterialRefused("reason-missing")
        _set_status(item, MaterialAct.SAY_NOT_APPLICABLE, reason)
    return item


def accept_material(*, review_id: int, item_id: int, seen_version: int, by: "Actor") -> MaterialItem:
    """Note that what was handed in is enough. `seen_version` is the newest version that was shown, 0 for none.

    **Raises** Http404; CaseRefused; MaterialRefused: `not-yours`, `moved-on`.
    """
    with recording(by=by, action="reviews.accept_material"):
        item = _locked_item(review_id, item_id, by=by, who=JUDGES)
        if latest_number(item) != seen_version:
            raise MaterialRefused("moved-on")
        _set_status(item, MaterialAct.ACCEPT, "")
    return item


def ask_again(
    *, review_id: int, item_id: int, comment: str, due_on: date | None, now: datetime, by: "Actor"
) -> MaterialItem:
    """Ask for more of one thing, with a comment that says what; with a day, it is due then.

    **Raises** Http404; CaseRefused; MaterialRefused: `not-yours`, `comment-missing`, `due-in-past`, `moved-on`.
    """
    with recording(by=by, action="reviews.ask_for_material_again"):
        item = _locked_item(review_id, item_id, by=by, who=JUDGES)
        if not comment.strip():
            raise MaterialRefused("comment-missing")
        if due_on is not None:
            _check_day(due_on, now)
            item.due_on, item.has_own_day = due_on, True
        _set_status(item, MaterialAct.ASK_AGAIN, comment)
        _comment(item, comment, now, by)
    return item


def comment_material(
    *, review_id: int, item_id: int, text: str, now: datetime, by: "Actor"
) -> MaterialComment:
    """Add a remark about one thing.

    **Raises** Http404; CaseRefused; MaterialRefused: `comment-missing`.
    """
    with recording(by=by, action="reviews.comment_material"):
        item = _locked_item(review_id, item_id, by=by, who=GIVERS | JUDGES)
        if not text.strip():
            raise MaterialRefused("comment-missing")
        return _comment(item, text, now, by)


@dataclass(frozen=True, slots=True)
class MaterialPlan:
    """Who hands one thing in and by when. `owner_id` None: whoever has the duty."""

    owner_duty: OwnerDuty
    due_on: date
    owner_id: int | None = None


def plan_material(
    *, review_id: int, item_id: int, plan: MaterialPlan, now: datetime, by: "Actor"
) -> MaterialItem:
    """Store who hands one thing in and by when; the unit may change who, the review office also when.

    **Raises** Http404; CaseRefused; MaterialRefused: `not-yours`, `due-in-past`, `not-at-unit`.
    """
    with recording(by=by, action="reviews.plan_material"):
        case = locked_case(review_id, by=by, thing=CaseObject.MATERIAL)
        item = _item(review_id, item_id)
        _require(case.viewers, GIVERS)
        if plan.due_on != item.due_on:
            _require(case.viewers, PLANNERS)
            _check_day(plan.due_on, now)
            # The list's own day goes on following the visit.
            item.has_own_day = plan.due_on != list_day(item, as_of=timezone.localdate(item.added_at))
        _check_owner(item, plan.owner_id, now)
        item.owner_duty, item.owner_id, item.due_on = plan.owner_duty, plan.owner_id, plan.due_on
        item.save(update_fields=["owner_duty", "owner", "due_on", "has_own_day"])
    return item


def add_material(
    *, review_id: int, title: str, guidance: str, plan: MaterialPlan, now: datetime, by: "Actor"
) -> MaterialItem:
    """Ask for something that does not stand on the request list.

    **Raises** Http404; CaseRefused; MaterialRefused: `not-yours`, `title-missing`, `due-in-past`.
    """
    with recording(by=by, action="reviews.add_material"):
        case = locked_case(review_id, by=by, thing=CaseObject.MATERIAL)
        _require(case.viewers, PLANNERS)
        if not title.strip():
            raise MaterialRefused("title-missing")
        _check_day(plan.due_on, now)
        return MaterialItem.objects.create(
            review=case.review,
            title=title.strip(),
            guidance=guidance.strip(),
            position=next_position(case.review),
            owner_duty=plan.owner_duty,
            due_on=plan.due_on,
            has_own_day=True,
            added_at=now,
            added_by_id=person_id_of(by),
        )


def take_away_material(
    *, review_id: int, item_id: int, reason: str, now: datetime, by: "Actor"
) -> MaterialItem:
    """No longer ask for one thing; what was handed in stays on record but nobody opens it.

    **Raises** Http404; CaseRefused; MaterialRefused: `not-yours`, `reason-missing`.
    """
    with recording(by=by, action="reviews.take_away_material"):
        item = _locked_item(review_id, item_id, by=by, who=PLANNERS)
        if not reason.strip():
            raise MaterialRefused("reason-missing")
        item.removed_at, item.removal_reason = now, reason.strip()
        item.save(update_fields=["removed_at", "removal_reason"])
    return item


def note_look(*, found: OpenMaterial, now: datetime, by: "Actor") -> None:
    """Remember that the actor has now seen one thing as it stands."""
    number = person_id_of(by)
    if number is not None:
        MaterialLook.objects.update_or_create(item=found.item, person_id=number, defaults={"looked_at": now})


def note_opening(*, file: MaterialFile, now: datetime, by: "Actor") -> None:
    """Remember that the actor opened a file, the first time they do."""
    number = person_id_of(by)
    if number is None or file.hand_in.handed_in_by_id == number:
        return
    with recording(by=by, action="reviews.open_material"):
        MaterialOpening.objects.get_or_create(file=file, person_id=number, defaults={"opened_at": now})


def latest_number(item: MaterialItem) -> int:
    """Give the number of the newest version, 0 when nothing was handed in."""
    newest = MaterialVersion.objects.filter(item=item).order_by("-number").first()
    return newest.number if newest else 0


def _locked_item(review_id: int, item_id: int, *, by: "Actor", who: frozenset[Viewer]) -> MaterialItem:
    case = locked_case(review_id, by=by, thing=CaseObject.MATERIAL)
    item = _item(review_id, item_id)
    _require(case.viewers, who)
    return item


def _item(review_id: int, item_id: int) -> MaterialItem:
    item = MaterialItem.objects.standing().filter(review=review_id, pk=item_id).first()
    if item is None:
        raise Http404
    return item


def _require(viewers: frozenset[Viewer], who: frozenset[Viewer]) -> None:
    if viewers.isdisjoint(who):
        raise MaterialRefused("not-yours")


def _set_status(item: MaterialItem, act: MaterialAct, reason: str) -> None:
    if not may_act(act, MaterialStatus(item.status)):
        raise MaterialRefused("moved-on")
    item.status, item.status_reason = ACTS[act][1], reason.strip()
    item.save(update_fields=["status", "status_reason", "due_on", "has_own_day"])


def _comment(item: MaterialItem, text: str, now: datetime, by: "Actor") -> MaterialComment:
    return MaterialComment.objects.create(
        item=item, text=text.strip(), written_at=now, written_by_id=person_id_of(by)
    )


def _check_day(due_on: date, now: datetime) -> None:
    if due_on < timezone.localdate(now):
        raise MaterialRefused("due-in-past")


def _check_owner(item: MaterialItem, owner_id: int | None, now: datetime) -> None:
    if owner_id is None or owner_id == item.owner_id:
        return
    known = people_who_answer(item.review, as_of=timezone.localdate(now))
    if owner_id not in {person["pk"] for person in known}:
        raise MaterialRefused("not-at-unit")
