"""The schedule of a visit in the user's words."""

from collections.abc import Mapping
from datetime import date, time

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.domain.visit_schedule import SlotKind

Words = Mapping[str, str | Promise]

SLOT_NAMES: Words = {
    SlotKind.OPENING: pgettext_lazy("slot of a visit", "Opening"),
    SlotKind.HEAD_OF_UNIT: pgettext_lazy("slot of a visit", "Head of unit"),
    SlotKind.PROGRAMME_DIRECTOR: pgettext_lazy("slot of a visit", "Programme director"),
    SlotKind.TRAINEES: pgettext_lazy("slot of a visit", "Trainees"),
    SlotKind.PRIVATE_TALK: pgettext_lazy("slot of a visit", "Private talk"),
    SlotKind.SUPERVISORS: pgettext_lazy("slot of a visit", "Supervisors"),
    SlotKind.OTHER_STAFF: pgettext_lazy("slot of a visit", "Other staff"),
    SlotKind.WALK_THROUGH: pgettext_lazy("slot of a visit", "Walk through the premises"),
    SlotKind.REVIEWERS_ALONE: pgettext_lazy("slot of a visit", "Reviewers by themselves"),
    SlotKind.BREAK: pgettext_lazy("slot of a visit", "Break"),
    SlotKind.FEEDBACK: pgettext_lazy("slot of a visit", "Feedback to the unit"),
    SlotKind.OTHER: pgettext_lazy("slot of a visit", "Something else"),
}
SCHEDULE_REFUSALS: Words = {
    "no-visit-days": _("Set the days of the visit first, on the page of the case."),
    "has-schedule": _("There is a schedule already. Nothing was changed."),
    "outside-visit": _("The visit is not on that day. Choose one of its days."),
    "no-such-time": _("The clock leaps over that time this night. Choose another."),
    "reviewer-busy": _(
        "%(names)s is in another slot at that time. Choose another time, or who is in this one."
    ),
    "does-not-fit": _(
        "The slots stand on more days than the visit has. Change them one by one. Nothing was moved."
    ),
    "talk-taken": _("Somebody else has asked for this time meanwhile. Choose another."),
    "has-a-talk": _("You have a private talk already. Leave it first if you want another time."),
}


def slot_in_words(kind: str, day: date, starts: time, ends: time) -> str:
    """Say in one line what a slot is and when."""
    return f"{SLOT_NAMES[kind]}, {formats.date_format(day, 'j F Y')} {starts:%H:%M}–{ends:%H:%M}"
