"""What happened to an order, a campaign or what is known of a reviewer, in words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import models
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kollegium.organisations.models import Specialty
from kollegium.planning.models import Absence, Campaign, CampaignCase, Order, ReviewerProfile, ReviewerTie
from kollegium.planning.wording import COUNTRY_NAMES, ORDER_STATES, SENIORITY_NAMES, TIE_NAMES
from kollegium.reviews.models import Review
from kollegium.reviews.wording import KIND_NAMES
from kollegium.trail.names import names_of_actors
from kollegium.trail.queries import LogEntry, ids_ever, log_of_ids
from kollegium.ui.components.records import Change, HistoryEntry

Words = Mapping[str, str | Promise]

# What is told of each kind of row; other columns say nothing to a reader.
FIELDS: Mapping[type[models.Model], Words] = {
    Order: {
        "kind": gettext_lazy("kind"),
        "specialty_id": gettext_lazy("specialty"),
        "wished_from": gettext_lazy("first wished day"),
        "wished_to": gettext_lazy("last wished day"),
        "contact": gettext_lazy("whom to ask"),
        "note": gettext_lazy("note"),
        "state": gettext_lazy("state"),
        "reason": gettext_lazy("reason"),
    },
    Campaign: {
        "name": gettext_lazy("name"),
        "first": gettext_lazy("first day"),
        "last": gettext_lazy("last day"),
    },
    CampaignCase: {"review_id": gettext_lazy("case")},
    ReviewerProfile: {
        "seniority": gettext_lazy("experience"),
        "trained_on": gettext_lazy("trained"),
        "most_in_a_year": gettext_lazy("reviews a year at most"),
        "country": gettext_lazy("country"),
    },
    Absence: {"first": gettext_lazy("first day"), "last": gettext_lazy("last day")},
    ReviewerTie: {"kind": gettext_lazy("kind"), "until": gettext_lazy("until")},
}
SENTENCES: Mapping[type[models.Model], Words] = {
    Order: {"added": gettext_lazy("Ordered"), "changed": gettext_lazy("Changed")},
    Campaign: {"added": gettext_lazy("Begun"), "changed": gettext_lazy("Changed")},
    CampaignCase: {
        "added": gettext_lazy("A case was added"),
        "removed": gettext_lazy("A case was taken out"),
    },
    ReviewerProfile: {"added": gettext_lazy("First noted"), "changed": gettext_lazy("Changed")},
    Absence: {
        "added": pgettext_lazy("history", "Days away noted"),
        "removed": pgettext_lazy("history", "Days away removed"),
    },
    ReviewerTie: {
        "added": pgettext_lazy("history", "A tie noted"),
        "removed": pgettext_lazy("history", "A tie removed"),
    },
}
CHOICES: Mapping[tuple[type[models.Model], str], Words] = {
    (Order, "kind"): KIND_NAMES,
    (Order, "state"): ORDER_STATES,
    (ReviewerProfile, "seniority"): SENIORITY_NAMES,
    (ReviewerProfile, "country"): COUNTRY_NAMES,
    (ReviewerTie, "kind"): TIE_NAMES,
}
POINTERS: Mapping[str, tuple[type[models.Model], str]] = {
    "specialty_id": (Specialty, "name"),
    "review_id": (Review, "unit__name"),
}


def history_of_order(order: Order) -> list[HistoryEntry]:
    """Give what happened to an order, newest first; three queries."""
    return _history([(Order, [order.pk])])


def history_of_campaign(campaign: Campaign) -> list[HistoryEntry]:
    """Give what happened to a campaign and which cases came and went, newest first; five queries."""
    return _history([(Campaign, [campaign.pk]), (CampaignCase, ids_ever(CampaignCase, campaign=campaign.pk))])


def history_of_reviewer(person_id: int) -> list[HistoryEntry]:
    """Give what was noted of a reviewer, newest first; at most eight queries."""
    kinds = (ReviewerProfile, Absence, ReviewerTie)
    return _history([(model, ids_ever(model, person=person_id)) for model in kinds])


def _history(kinds: Sequence[tuple[type[models.Model], Iterable[int]]]) -> list[HistoryEntry]:
    found = [(model, entry) for model, ids in kinds for entry in log_of_ids(model, ids)]
    people = names_of_actors(entry.actor_key for _model, entry in found)
    names = _names(found)
    stood: dict[tuple[type[models.Model], int], dict[str, Any]] = {}
    told: list[HistoryEntry] = []
    for model, entry in sorted(found, key=lambda one: one[1].at):
        row = stood.setdefault((model, entry.object_id), {})
        sentence, changes = SENTENCES[model].get(entry.label, ""), _changes(model, entry, row, names)
        if sentence and (changes or entry.label != "changed"):
            told.append(HistoryEntry(entry.at, people[entry.actor_key], str(sentence), changes))
        row.update({change.field: change.new for change in entry.changes})
    return told[::-1]


def _changes(
    model: type[models.Model], entry: LogEntry, stood: Mapping[str, Any], names: Mapping[tuple[str, int], str]
) -> tuple[Change, ...]:
    """Give what became of each column; of a row that was taken away what stood in it."""
    fields = FIELDS[model]
    if entry.label == "removed":
        return tuple(
            Change(str(words), _value(model, field, stood[field], names))
            for field, words in fields.items()
            if stood.get(field) not in (None, "")
        )
    return tuple(
        Change(
            str(fields[change.field]),
            "" if entry.label == "added" else _value(model, change.field, change.old, names),
            _value(model, change.field, change.new, names),
        )
        for change in entry.changes
        if change.field in fields and (change.old not in (None, "") or change.new not in (None, ""))
    )


def _value(model: type[models.Model], field: str, value: object, names: Mapping[tuple[str, int], str]) -> str:
    if value in (None, ""):
        return "–"
    if isinstance(value, date):
        return formats.date_format(value, "j F Y")
    if field in POINTERS and isinstance(value, int):
        return names.get((field, value)) or _("something that is no longer there")
    return str(CHOICES.get((model, field), {}).get(str(value), value))


def _names(found: Iterable[tuple[type[models.Model], LogEntry]]) -> dict[tuple[str, int], str]:
    wanted: dict[str, set[int]] = {}
    for _model, entry in found:
        for change in entry.changes:
            if change.field in POINTERS:
                wanted.setdefault(change.field, set()).update(
                    value for value in (change.old, change.new) if isinstance(value, int)
                )
    return {
        (field, pk): name
        for field, ids in wanted.items()
        for pk, name in POINTERS[field][0]
        ._default_manager.filter(pk__in=ids)
        .values_list("pk", POINTERS[field][1])
    }
