"""The material of a case in the user's words: statuses, duties, refusals."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.domain.material import MaterialStatus, OwnerDuty
from kollegium.extraction.limits import FILE_LIMITS, MEBIBYTE
from kollegium.reviews.case_words import CASE_REFUSALS

Words = Mapping[str, str | Promise]

STATUS_NAMES: Words = {
    MaterialStatus.ASKED: pgettext_lazy("material", "Asked for"),
    MaterialStatus.LINKED: pgettext_lazy("material", "Already in Kollegium"),
    MaterialStatus.HANDED_IN: pgettext_lazy("material", "Handed in"),
    MaterialStatus.ACCEPTED: pgettext_lazy("material", "Accepted"),
    MaterialStatus.ASKED_AGAIN: pgettext_lazy("material", "Asked for again"),
    MaterialStatus.NOT_APPLICABLE: pgettext_lazy("material", "Not applicable"),
}
STATUS_KINDS: Mapping[str, str] = {
    MaterialStatus.ASKED: "waiting",
    MaterialStatus.ASKED_AGAIN: "waiting",
    MaterialStatus.HANDED_IN: "done",
    MaterialStatus.ACCEPTED: "done",
}
DUTY_NAMES: Words = {
    OwnerDuty.HEAD_OF_UNIT: _("Head of unit"),
    OwnerDuty.PROGRAMME_DIRECTOR: _("Programme director"),
}
FILE_REFUSALS: Words = {
    "empty": _("“%(name)s” is empty. Check that it was saved, and choose it again."),
    "too-large": _(
        "“%(name)s” is too large: at most %(size)s MB. Save it with smaller pictures, or in parts."
    ),
    "encrypted": _("“%(name)s” is locked with a password. Save a copy without one and choose that."),
    "damaged": _("“%(name)s” is damaged and cannot be opened. Save it anew and choose it again."),
    "zip-bomb": _("“%(name)s” unpacks to unreasonably much and is not opened. Save the document anew."),
    "macros": _("“%(name)s” holds macros. Save it without macros and choose that copy."),
    "not-a-known-kind": _(
        "“%(name)s” is of a kind that cannot be handed in. Save it as PDF, Word (DOCX), Excel (XLSX), text or a picture."
    ),
}
MATERIAL_REFUSALS: Words = {
    "not-yours": _("You do not have the right to do this with the material. Nothing was changed."),
    "moved-on": _(
        "This was changed meanwhile. Look at how it stands now, and do it again if it is still right."
    ),
    "nothing-handed-in": _("Choose a file, paste a link or write a text."),
    "too-many-files": _("At most %(most)s files at a time. Hand in the rest as files of another version."),
    "reason-missing": _("Write the reason. It is kept with the case for good."),
    "comment-missing": _("Write what it is about."),
    "due-in-past": _("The day has passed. Choose today or a later day."),
    "not-at-unit": _("Choose somebody who answers for the unit today."),
    "title-missing": _("Write what you ask for."),
    **CASE_REFUSALS,
}


def material_refusal(code: str, params: Mapping[str, object]) -> str:
    """Say in one sentence why a change of the material was refused."""
    return str(MATERIAL_REFUSALS[code]) % params


def file_refusal(code: str, name: str) -> str:
    """Say in one sentence why a file was not taken."""
    return str(FILE_REFUSALS[code]) % {"name": name, "size": FILE_LIMITS.max_bytes // MEBIBYTE}
