"""A slot of a visit, and the usual schedule to begin with."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kollegium.domain.visit_schedule import SlotKind
from kollegium.planning.actions import SlotValues
from kollegium.planning.actions.schedule import MOST_TRAINEES
from kollegium.planning.models import VisitSlot
from kollegium.planning.queries.schedule import Schedule, reviewers_in
from kollegium.planning.schedule_words import SLOT_NAMES
from kollegium.planning.shown_schedule import day_in_words
from kollegium.reviews.forms.changes import VersionedForm


def _time(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, widget=widget, input_formats=["%H:%M", "%H:%M:%S", "%H.%M"])


class SlotForm(VersionedForm):
    """When, what, where, and who of the team."""

    watched_fields = ("with_whom", "place")

    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What"), choices=list(SLOT_NAMES.items()))
    day = forms.TypedChoiceField(label=_("Day"))
    starts = _time(pgettext_lazy("time of day", "From"))
    ends = _time(pgettext_lazy("time of day", "To"))
    with_whom = forms.CharField(
        label=_("With whom"),
        required=False,
        max_length=160,
        help_text=_("Functions rather than names. Everybody who sees the schedule reads this."),
    )
    place = forms.CharField(label=_("Room"), required=False, max_length=120)
    reviewers = forms.TypedMultipleChoiceField(
        label=_("Reviewers in it"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose nobody and the whole team is in it."),
    )

    def __init__(self, data: Any = None, *, schedule: Schedule, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        days = [(one.isoformat(), day_in_words(one)) for one in schedule.days]
        self.fields["day"].choices = days  # type: ignore[attr-defined]
        self.fields["day"].coerce = lambda chosen: dict(self._days(schedule))[chosen]  # type: ignore[attr-defined]
        self.fields["reviewers"].choices = list(schedule.team)  # type: ignore[attr-defined]

    @staticmethod
    def _days(schedule: Schedule) -> list[tuple[str, Any]]:
        return [(one.isoformat(), one) for one in schedule.days]

    @classmethod
    def new(cls, data: Any = None, *, schedule: Schedule) -> "SlotForm":
        """Give an empty form; it begins where the last slot of the first day ends."""
        last = schedule.slots[-1].slot if schedule.slots else None
        initial: dict[str, Any] = {"key": uuid.uuid4(), "version": 0, "kind": SlotKind.TRAINEES.value}
        if last is not None:
            initial |= {"day": last.day.isoformat(), "starts": last.ends}
        return cls(data, schedule=schedule, initial=initial)

    @classmethod
    def of(cls, slot: VisitSlot, data: Any = None, *, schedule: Schedule) -> "SlotForm":
        """Give the form of a slot that stands."""
        initial = {
            "key": slot.key,
            "version": slot.version,
            "kind": slot.kind,
            "day": slot.day.isoformat(),
            "starts": slot.starts,
            "ends": slot.ends,
            "with_whom": slot.with_whom,
            "place": slot.place,
            "reviewers": list(reviewers_in([slot.pk]).get(slot.pk, {})),
        }
        return cls(data, schedule=schedule, initial=initial)

    def clean(self) -> dict[str, Any]:
        """See that the slot ends after it begins."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("The slot ends before it begins."))
        return cleaned

    def values(self) -> SlotValues:
        """Give the slot as typed."""
        good = self.cleaned_data
        return SlotValues(
            kind=SlotKind(good["kind"]),
            day=good["day"],
            starts=good["starts"],
            ends=good["ends"],
            place=good["place"],
            with_whom=good["with_whom"],
            reviewer_ids=tuple(good["reviewers"]),
        )


class ProposeForm(forms.Form):
    """How many private talks to make room for."""

    trainees = forms.IntegerField(
        label=_("Trainees at the unit"),
        min_value=0,
        max_value=MOST_TRAINEES,
        initial=4,
        help_text=_("So many private talks are laid in, as far as the days hold them."),
    )
