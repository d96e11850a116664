"""Interviews in the user's words: whom they were with."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _

from kollegium.domain.interviews import Interviewed

INTERVIEWED_NAMES: Mapping[str, str | Promise] = {
    Interviewed.TRAINEES: pgettext_lazy("interview with", "Specialist trainees"),
    Interviewed.SUPERVISORS: pgettext_lazy("interview with", "Supervisors"),
    Interviewed.HEAD_OF_UNIT: pgettext_lazy("interview with", "Head of unit"),
    Interviewed.PROGRAMME_DIRECTOR: pgettext_lazy("interview with", "Programme director"),
    Interviewed.MEDICAL_LEAD: pgettext_lazy("interview with", "Medical lead"),
    Interviewed.OTHER_STAFF: pgettext_lazy("interview with", "Other staff"),
    Interviewed.WALK_ROUND: pgettext_lazy("interview with", "Walk round the unit"),
}


def note_title(interviewed: Interviewed, heard_at: datetime) -> str:
    """Name a note by whom it is from and when: `Interview: Supervisors, 12 May 14:02`."""
    return _note_title(interviewed, heard_at, get_language())


@lru_cache(maxsize=512)
def _note_title(interviewed: Interviewed, heard_at: datetime, language: str | None) -> str:
    local = timezone.localtime(heard_at)
    return _("Interview: %(who)s, %(day)s %(time)s") % {
        "who": INTERVIEWED_NAMES[interviewed],
        "day": formats.date_format(local, "j F"),
        "time": f"{local:%H:%M}",
    }
