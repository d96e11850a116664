"""What changed lately in words, and where each thing is found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kollegium.accounts.wording import ROLE_NAMES
from kollegium.domain import standard as standards
from kollegium.domain.changes import ChangedThing, Happening, Subject
from kollegium.domain.roles import Role
from kollegium.reviews.area_words import areas_named, grades_named, letter_in, moved_words
from kollegium.reviews.case_words import case_told
from kollegium.reviews.correction_words import what_words
from kollegium.reviews.queries.grade_moves import MOVING, GradeMove
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import ACTION_STATE_NAMES, ROUND_NOTES
from kollegium.trail.names import names_of_actors

SUBJECTS: dict[Subject, str | Promise] = {
    Subject.REVIEW: gettext_lazy("Reviews"),
    Subject.IMPORT: gettext_lazy("Imported files"),
    Subject.UNIT: gettext_lazy("Units"),
    Subject.ROLE: gettext_lazy("My roles"),
}
SHOWN_OF_A_THING = 3
_URLS = {
    Subject.REVIEW: "reviews:review",
    Subject.IMPORT: "report_import:proposal",
    Subject.UNIT: "organisations:unit",
}
# What unit and office said to each other stands on the case: not all who are told of it read the review.
_URLS_OF_KINDS = {
    "reconsideration-asked": "reviews:reconsideration",
    "reconsideration-decided": "reviews:reconsideration",
    "feedback-given": "reviews:feedback",
    "feedback-changed": "reviews:feedback",
}


@dataclass(frozen=True, slots=True)
class ShownHappening:
    """One change in words. `who` is empty where nobody is told."""

    at: datetime
    sentence: str
    who: str


@dataclass(frozen=True, slots=True)
class ShownThing:
    """One thing that changed, with where it is found."""

    title: str
    kind: str
    url: str
    happenings: tuple[ShownHappening, ...]

    @property
    def more(self) -> int:
        """Give how many changes are left out when the first few are shown."""
        return len(self.happenings) - SHOWN_OF_A_THING


def shown_things(things: Iterable[ChangedThing]) -> list[ShownThing]:
    """Word what changed. One query for all the names."""
    things = list(things)
    keys = {one.actor_key for thing in things for one in thing.happenings if one.actor_key}
    names = names_of_actors(keys)
    return [
        ShownThing(
            title=_title(thing),
            kind=_kind(thing),
            url=_url(thing),
            happenings=tuple(
                ShownHappening(one.at, _sentence(one), names[one.actor_key] if one.actor_key else "")
                for one in thing.happenings
            ),
        )
        for thing in things
    ]


def _title(thing: ChangedThing) -> str:
    if thing.subject is Subject.ROLE:
        details = thing.happenings[0].details
        place = (details["place_en"] if get_language() == "en" else "") or thing.name
        words = {"role": ROLE_NAMES[Role(details["role"])], "place": place or _("the whole country")}
        return _("%(role)s, %(place)s") % words
    return thing.name


def _kind(thing: ChangedThing) -> str:
    case = thing.happenings[0].case
    return ", ".join(case_told(case)) if case else str(SUBJECTS[thing.subject])


def _url(thing: ChangedThing) -> str:
    if thing.subject is Subject.ROLE:
        return reverse("accounts:own_page")
    newest = thing.happenings[0].kind
    return reverse(_URLS_OF_KINDS.get(newest) or _URLS[thing.subject], args=[thing.object_id])


def _sentence(one: Happening) -> str:
    if one.kind in _WITH_DETAILS:
        return _WITH_DETAILS[one.kind](one.details)
    return str(_PLAIN[one.kind])


_PLAIN: dict[str, str | Promise] = {
    "review-recorded": gettext_lazy("The review came into the record."),
    "feedback-given": gettext_lazy("The unit gave feedback on the review."),
    "feedback-changed": gettext_lazy("The unit changed its feedback on the review."),
    "review-published": gettext_lazy("The review was published."),
    "publication-withdrawn": gettext_lazy("The publication was withdrawn."),
    "unit-closed": gettext_lazy("The unit was closed."),
    "unit-opened": gettext_lazy("The unit was opened again."),
    "file-read": gettext_lazy("The file was read."),
    "file-refused": gettext_lazy("The file could not be read."),
}


# What became of a grade → the line for one area, and for several.
_ONE: dict[str, str | Promise] = {
    GradeMove.SET: gettext_lazy("Area %(area)s was graded %(new)s"),
    GradeMove.DECIDED: gettext_lazy("The grade %(new)s of area %(area)s was decided"),
    GradeMove.DECIDED_OTHERWISE: gettext_lazy(
        "The grade %(new)s of area %(area)s was decided, where %(old)s was proposed"
    ),
    GradeMove.MOVED: gettext_lazy("The grade of area %(area)s was changed from %(old)s to %(new)s"),
    GradeMove.STOOD: gettext_lazy("The grade %(new)s of area %(area)s was left as it was"),
}
_SEVERAL: dict[str, str | Promise] = {
    GradeMove.SET: gettext_lazy("Grades were set: %(grades)s"),
    GradeMove.DECIDED: gettext_lazy("The grades were decided: %(grades)s"),
    GradeMove.DECIDED_OTHERWISE: gettext_lazy("Other grades than those proposed were decided: %(grades)s"),
    GradeMove.MOVED: gettext_lazy("Grades were changed: %(grades)s"),
    GradeMove.STOOD: gettext_lazy("Grades were left as they were: %(grades)s"),
}


def _graded(details: Mapping[str, str]) -> str:
    """Word the grades of one action that came about alike, each with its letter in the area's own scale."""
    standard, move = standards.load(details["standard"]), details["move"]
    areas, outcomes, before = (details[name].split(",") for name in ("areas", "new", "old"))
    new = [letter_in(standard, area, outcome) for area, outcome in zip(areas, outcomes, strict=True)]
    old = [
        letter_in(standard, area, outcome) if outcome else ""
        for area, outcome in zip(areas, before, strict=True)
    ]
    if len(areas) == 1:
        told = _ONE[move] % {"area": areas[0], "new": new[0], "old": old[0]}
    else:
        together: dict[str, list[str]] = {}
        for area, was, became in sorted(zip(areas, old, new, strict=True), key=lambda one: one[1:]):
            together.setdefault(moved_words(was, became) if move in MOVING else became, []).append(area)
        told = _SEVERAL[move] % {"grades": grades_named(together, standard)}
    if note := ROUND_NOTES.get(details["round"]):
        told = f"{told} ({note})"
    reports = [part.title(language_now()) for part in standard.service_parts if part.key == details["part"]]
    if reports:
        told = _("%(report)s: %(sentence)s") % {"report": reports[0], "sentence": told}
    return f"{told}: {details['reason']}" if details["reason"] else f"{told}."


def _corrected(details: Mapping[str, str]) -> str:
    words = {"what": what_words(details["what"], details["key"]), "reason": details["reason"]}
    return _("A correction was made of %(what)s: %(reason)s") % words


def _asked_to_reconsider(details: Mapping[str, str]) -> str:
    return _("The unit asked for reconsideration of %(areas)s.") % {"areas": _areas(details)}


def _reconsidered(details: Mapping[str, str]) -> str:
    return _("The reconsideration of %(areas)s was decided.") % {"areas": _areas(details)}


def _areas(details: Mapping[str, str]) -> str:
    return areas_named(details["areas"].split(","), standards.load(details["standard"]))


def _reported(details: Mapping[str, str]) -> str:
    words = {
        "about": details["about"] or "–",
        "state": str(ACTION_STATE_NAMES[details["state"]]).lower(),
        "note": details["note"],
    }
    if not details["note"]:
        return _("The action for %(about)s is %(state)s.") % words
    return _("The action for %(about)s is %(state)s: %(note)s") % words


def _renamed(details: Mapping[str, str]) -> str:
    return _("The unit was called %(old)s and is now called %(new)s.") % details


def _merged(details: Mapping[str, str]) -> str:
    return _("The unit was merged into %(into)s.") % details


def _role_given(details: Mapping[str, str]) -> str:
    if not details["until"]:
        return _("The role was given to you.")
    return _("The role was given to you, to %(day)s.") % {"day": _day(details["until"])}


def _role_changed(details: Mapping[str, str]) -> str:
    if not details["until"]:
        return _("The role has no last day any more.")
    return _("The last day of the role is now %(day)s.") % {"day": _day(details["until"])}


def _day(text: str) -> str:
    return formats.date_format(date.fromisoformat(text), "j F Y")


_WITH_DETAILS: dict[str, Callable[[Mapping[str, str]], str]] = {
    "action-reported": _reported,
    "area-graded": _graded,
    "review-corrected": _corrected,
    "reconsideration-asked": _asked_to_reconsider,
    "reconsideration-decided": _reconsidered,
    "unit-renamed": _renamed,
    "unit-merged": _merged,
    "role-given": _role_given,
    "role-changed": _role_changed,
}
