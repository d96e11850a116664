"""The material of a case as its pages show it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.accounts.wording import ROLE_NAMES
from kollegium.domain import material
from kollegium.domain import standard as standards
from kollegium.domain.material import OPEN_STATUSES, LinkedSource, MaterialStatus, RequestItem, listed
from kollegium.reviews.actions.material_requests import MovedDays
from kollegium.reviews.material_words import DUTY_NAMES, STATUS_KINDS, STATUS_NAMES
from kollegium.reviews.models import MaterialFile, MaterialItem, MaterialVersion, Review
from kollegium.reviews.queries.material import MaterialStory, is_new
from kollegium.reviews.queries.material_held import HeldFunction, HeldReview
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import ACTION_STATE_NAMES
from kollegium.ui.components.records import day, days
from kollegium.ui.components.words import outcome_word

Shown = dict[str, Any]


def title_of(list_key: str, item_key: str, title: str) -> str:
    """Give the title of one thing in the language of the page."""
    item = listed(list_key, item_key)
    return item.title(language_now()) if item else title or item_key


def shown_rows(review: Review, rows: Sequence[dict[str, Any]], *, as_of: date) -> list[Shown]:
    """Give the list of what a case asks for."""
    return [
        {
            "url": reverse("reviews:case_material_item", args=[review.pk, row["pk"]]),
            "title": title_of(row["list_key"], row["item_key"], row["title"]),
            "is_own": not row["item_key"],
            "status": STATUS_NAMES[row["status"]],
            "kind": _kind(row["status"], row["due_on"], as_of),
            "due": day(row["due_on"]) if row["status"] in OPEN_STATUSES else "",
            "is_late": _is_late(row["status"], row["due_on"], as_of),
            "owner": row["owner__name"] or DUTY_NAMES[row["owner_duty"]],
            "is_new": is_new(row),
            "versions": row["version_count"],
            "comments": row["comment_count"],
        }
        for row in rows
    ]


def moved_days(review: Review, rows: Sequence[dict[str, Any]]) -> int:
    """Count what got a later day than usual because the usual one had passed when it was asked for."""
    count = 0
    for row in rows:
        item = listed(row["list_key"], row["item_key"])
        if item is None or review.visit_from is None or row["status"] not in OPEN_STATUSES:
            continue
        usual = material.usual_due_day(review.visit_from, item.days_before)
        asked_on = timezone.localdate(row["added_at"])
        count += usual < asked_on + material.SHORTEST_NOTICE and usual < row["due_on"]
    return count


def told_of_days(moved: MovedDays) -> Iterator[str]:
    """Tell whoever moved a visit which days of the material followed, and which stayed as somebody chose them."""
    if moved.count:
        yield ngettext(
            "%(count)s thing asked for before the visit got another day to be handed in.",
            "%(count)s things asked for before the visit got another day to be handed in.",
            moved.count,
        ) % {"count": moved.count}
    if moved.kept:
        things = [
            f"“{title_of(item.list_key, item.item_key, item.title)}” ({date_format(item.due_on, 'j F Y')})"
            for item in moved.kept
        ]
        yield _("These keep the day that was chosen for them: %(things)s. Look whether it still fits.") % {
            "things": ", ".join(things)
        }


def shown_item(review: Review, item: MaterialItem, *, as_of: date) -> Shown:
    """Give one thing with what is meant by it and which criteria it serves."""
    found = listed(item.list_key, item.item_key)
    status = MaterialStatus(item.status)
    return {
        "title": title_of(item.list_key, item.item_key, item.title),
        "is_own": found is None,
        "help": found.help(language_now()) if found else item.guidance,
        "about_people": bool(found and found.about_people),
        "status": STATUS_NAMES[status],
        "kind": _kind(status, item.due_on, as_of),
        "reason": item.status_reason,
        "is_late": _is_late(status, item.due_on, as_of),
        "criteria": _criteria(review, found),
        "facts": [
            (_("Who hands it in"), item.owner.name if item.owner else DUTY_NAMES[item.owner_duty]),
            (_("To be handed in by"), day(item.due_on) if status in OPEN_STATUSES else ""),
        ],
    }


def shown_versions(review: Review, story: MaterialStory) -> list[Shown]:
    """Give what was handed in, the newest first, with who has read each file."""
    readers: dict[int, list[str]] = {}
    for opening in story.openings:
        readers.setdefault(opening.file_id, []).append(opening.person.name or _("An erased person"))
    return [
        {
            "number": version.number,
            "at": version.handed_in_at,
            "by": _name(version),
            "text": version.text,
            "link": version.link,
            "files": [
                _shown_file(review, version, file, readers.get(file.pk, []))
                for file in story.files.get(version.pk, [])
            ],
        }
        for version in story.versions
    ]


def shown_comments(story: MaterialStory) -> list[Shown]:
    """Give the remarks, the oldest first."""
    return [
        {
            "at": comment.written_at,
            "by": comment.written_by.name if comment.written_by else _("Kollegium"),
            "text": comment.text,
        }
        for comment in story.comments
    ]


def shown_functions(functions: Sequence[HeldFunction]) -> list[tuple[object, object]]:
    """Give the functions at a unit with their numbers."""
    return [
        (
            ROLE_NAMES[one.role],
            _("%(count)s, the newest since %(day)s") % {"count": one.count, "day": day(one.newest_from)},
        )
        for one in functions
    ]


def shown_previous(held: HeldReview) -> Shown:
    """Give the previous review in short: its grades, its actions, and its address for whoever may read it."""
    review = held.review
    standard = standards.load(review.standard_key)
    return {
        "visit": days(review.visit_from, review.visit_to) or review.visit_text,
        "url": reverse("reviews:review", args=[review.pk]) if held.is_readable else "",
        "grades": [
            (f"{area.key} {area.title(language_now())}", _grade(area, held.grades[area.key]))
            for area in standard.areas
            if area.key in held.grades
        ],
        "actions": [
            {
                "about": action["criterion_key"] or action["area_key"] or "–",
                "action": action["action"],
                "due": day(action["due_on"]) or action["due_text"],
                "state": ACTION_STATE_NAMES[action["state"]],
            }
            for action in held.actions
        ],
    }


def source_of(item: MaterialItem) -> LinkedSource | None:
    """Give what the program holds that belongs to this thing."""
    found = listed(item.list_key, item.item_key)
    return found.linked if found else None


def _grade(area: standards.Area, outcome: str) -> str:
    known = standards.Outcome(outcome)
    return f"{area.scale.letter_of(known) or ''} {outcome_word(known)}".strip()


def _name(version: MaterialVersion) -> str:
    return version.handed_in_by.name if version.handed_in_by else _("Kollegium")


def _shown_file(review: Review, version: MaterialVersion, file: MaterialFile, readers: list[str]) -> Shown:
    return {
        "name": file.name,
        "size": file.stored_file.size,
        "url": reverse("reviews:case_material_file", args=[review.pk, version.item_id, file.pk]),
        "readers": ", ".join(readers),
    }


def _criteria(review: Review, found: RequestItem | None) -> list[Shown]:
    """Give the criteria a thing serves, where the case is judged by the standard that the list names."""
    if found is None or review.standard_key != material.load().standard:
        return []
    standard = standards.load(review.standard_key)
    keys = {criterion.key for criterion in standard.criteria}
    return [
        {
            "key": key,
            "text": standard.criterion(key).text_sv,
            "url": reverse("reviews:criterion", args=[standard.key, key]),
        }
        for key in found.criteria
        if key in keys
    ]


def _is_late(status: str, due_on: date, as_of: date) -> bool:
    return status in OPEN_STATUSES and due_on < as_of


def _kind(status: str, due_on: date, as_of: date) -> str:
    return "late" if _is_late(status, due_on, as_of) else STATUS_KINDS.get(status, "neutral")
