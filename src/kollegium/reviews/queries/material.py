"""The material of a case as those who take part see it: the list, one thing with its versions, a file."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from kollegium.accounts.models import Assignment
from kollegium.domain.case_access import CaseObject
from kollegium.domain.material import OPEN_STATUSES, MaterialStatus, Progress, progress_of
from kollegium.domain.roles import Role
from kollegium.reviews.models import (
    MaterialComment,
    MaterialFile,
    MaterialItem,
    MaterialLook,
    MaterialOpening,
    MaterialVersion,
    Review,
)
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.trail.names import person_id

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

ANSWERING = (Role.HEAD_OF_UNIT, Role.PROGRAMME_DIRECTOR, Role.MEDICAL_LEAD)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OpenMaterial:
    """One thing asked for in a case, with the parts the actor has in the case."""

    case: OpenCase
    item: MaterialItem


@dataclass(frozen=True, slots=True)
class MaterialStory:
    """What happened to one thing. Shape: versions newest first, comments oldest first, files by version id."""

    versions: list[MaterialVersion]
    comments: list[MaterialComment]
    files: dict[int, list[MaterialFile]] = field(default_factory=dict)
    openings: list[MaterialOpening] = field(default_factory=list)
    looked_at: datetime | None = None


def get_material_for(actor: "Actor", review_id: int, item_id: int) -> OpenMaterial:
    """Give one thing of a case whose material the actor may see; three queries. Raises Http404."""
    case = get_open_case_for(actor, review_id, CaseObject.MATERIAL)
    item = (
        MaterialItem.objects.standing().select_related("owner").filter(review=review_id, pk=item_id).first()
    )
    if item is None:
        raise Http404
    item.review = case.review
    return OpenMaterial(case, item)


def get_material_file_for(actor: "Actor", review_id: int, item_id: int, file_id: int) -> MaterialFile:
    """Give a file with its content that the actor may open; four queries. Raises Http404."""
    found = get_material_for(actor, review_id, item_id)
    file = (
        MaterialFile.objects.select_related("stored_file", "hand_in")
        .filter(hand_in__item=found.item, pk=file_id)
        .first()
    )
    if file is None:
        raise Http404
    return file


def material_rows(actor: "Actor", case: OpenCase) -> list[Row]:
    """Give what a case asks for in the list's order, as plain rows; one query.

    Shape: `newest_at` is when somebody else last handed in or wrote something, `looked_at` when the actor looked.
    """
    number = person_id(actor.key) or 0
    looks = MaterialLook.objects.filter(item=OuterRef("pk"), person=number).values("looked_at")[:1]
    rows = _standing(case.review).annotate(
        version_count=_counted(MaterialVersion),
        comment_count=_counted(MaterialComment),
        newest_version_at=_newest(MaterialVersion, "handed_in", number),
        newest_comment_at=_newest(MaterialComment, "written", number),
        looked_at=Subquery(looks),
    )
    return list(
        rows.order_by("position", "pk").values(
            "pk",
            "list_key",
            "item_key",
            "title",
            "status",
            "owner_duty",
            "owner__name",
            "due_on",
            "added_at",
            "version_count",
            "comment_count",
            "newest_version_at",
            "newest_comment_at",
            "looked_at",
        )
    )


def is_new(row: Row) -> bool:
    """Say whether something came in after the actor last looked at a thing of the list."""
    moments = [row[name] for name in ("newest_version_at", "newest_comment_at") if row[name]]
    return bool(moments) and (row["looked_at"] is None or max(moments) > row["looked_at"])


def material_story(actor: "Actor", item: MaterialItem) -> MaterialStory:
    """Give the versions, files, remarks and readers of one thing; five queries."""
    versions = list(
        MaterialVersion.objects.filter(item=item).select_related("handed_in_by").order_by("-number")
    )
    comments = MaterialComment.objects.filter(item=item).select_related("written_by")
    files: dict[int, list[MaterialFile]] = {}
    in_order = MaterialFile.objects.filter(hand_in__item=item).select_related("stored_file")
    for file in in_order.defer("stored_file__data").order_by("hand_in", "position"):
        files.setdefault(file.hand_in_id, []).append(file)
    openings = MaterialOpening.objects.filter(file__hand_in__item=item).select_related("person")
    look = MaterialLook.objects.filter(item=item, person=person_id(actor.key) or 0).first()
    return MaterialStory(
        versions,
        list(comments.order_by("written_at", "pk")),
        files,
        list(openings.order_by("opened_at", "pk")),
        look.looked_at if look else None,
    )


def material_progress(review: Review) -> Progress:
    """Count what is done of the material of a case; one query."""
    statuses = _standing(review).values_list("status", flat=True)
    return progress_of([MaterialStatus(status) for status in statuses])


def late_count(review: Review, *, as_of: date) -> int:
    """Count what should have come in before the day and has not; one query."""
    return _standing(review).filter(status__in=sorted(OPEN_STATUSES), due_on__lt=as_of).count()


def people_who_answer(review: Review, *, as_of: date) -> list[Row]:
    """Give plain rows (pk, name) of those who answer for the unit of a case on the day; one query."""
    unit = review.unit
    held = Assignment.objects.in_force(as_of).filter(
        Q(unit=review.unit_id)
        | Q(unit__children=review.unit_id)
        | Q(care_provider=unit.care_provider_id, role=Role.PROGRAMME_DIRECTOR),
        role__in=ANSWERING,
        person__erased_at__isnull=True,
    )
    rows = held.order_by("person__sort_key", "person").values("person_id", "person__name").distinct()
    return [{"pk": row["person_id"], "name": row["person__name"]} for row in rows]


def _standing(review: Review) -> QuerySet[MaterialItem]:
    return MaterialItem.objects.standing().filter(review=review.pk)


def _counted(model: Any) -> Subquery:
    rows = model.objects.filter(item=OuterRef("pk")).order_by().values("item")
    return Subquery(rows.annotate(number=Count("pk")).values("number"))


def _newest(model: Any, verb: str, number: int) -> Subquery:
    """Give when somebody other than the person last did it."""
    others = model.objects.filter(item=OuterRef("pk")).exclude(**{f"{verb}_by": number})
    rows = others.order_by().values("item").annotate(newest=Max(f"{verb}_at"))
    return Subquery(rows.values("newest"))


@dataclass(frozen=True, slots=True)
class WholeItem:
    """One thing that was asked for with everything handed in and said, oldest first. Shape: files by version id."""

    item: MaterialItem
    versions: tuple[MaterialVersion, ...]
    files: dict[int, list[MaterialFile]]
    comments: tuple[MaterialComment, ...]


def whole_material(review: Review) -> list[WholeItem]:
    """Give all material of a case in the list's order, without the files' content; four queries."""
    items = list(_standing(review).order_by("position", "pk"))
    versions: dict[int, list[MaterialVersion]] = {}
    for version in (
        MaterialVersion.objects.filter(item__in=items).select_related("handed_in_by").order_by("number")
    ):
        versions.setdefault(version.item_id, []).append(version)
    files: dict[int, list[MaterialFile]] = {}
    for file in MaterialFile.objects.filter(hand_in__item__in=items).order_by("position"):
        files.setdefault(file.hand_in_id, []).append(file)
    comments: dict[int, list[MaterialComment]] = {}
    said = MaterialComment.objects.filter(item__in=items).select_related("written_by")
    for comment in said.order_by("written_at", "pk"):
        comments.setdefault(comment.item_id, []).append(comment)
    return [
        WholeItem(item, tuple(versions.get(item.pk, ())), files, tuple(comments.get(item.pk, ())))
        for item in items
    ]


def file_content(file_id: int) -> bytes:
    """Give what one file holds; one query."""
    return bytes(MaterialFile.objects.select_related("stored_file").get(pk=file_id).stored_file.data)
