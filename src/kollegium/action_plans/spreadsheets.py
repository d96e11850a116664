"""The board of actions and the list of next reviews as files for a spreadsheet: CSV and XLSX alike."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kollegium.domain.next_steps import next_review_due
from kollegium.printing.tables import Cell
from kollegium.reviews.models import UNDONE_ACTION_STATES
from kollegium.reviews.wording import ACTION_STATE_NAMES


def table_of_actions(rows: Iterable[dict[str, Any]], *, as_of: date) -> Iterator[list[Cell]]:
    """Give the head and then one line per action."""
    yield [
        _("Number"),
        _("Unit"),
        _("Site"),
        _("Care provider"),
        _("Region"),
        _("Specialty"),
        _("Area"),
        _("Criterion"),
        _("Planned action"),
        _("To be done by"),
        _("To be done by, as written"),
        _("Days late"),
        _("Responsible"),
        _("Follow-up date"),
        _("State"),
    ]
    for row in rows:
        yield _line(row, as_of)


def _line(row: dict[str, Any], as_of: date) -> list[Cell]:
    late = row["state"] in UNDONE_ACTION_STATES and row["due_on"] and row["due_on"] < as_of
    return [
        row["pk"],
        row["part__review__unit__name"],
        row["part__review__unit__site"],
        row["part__review__care_provider__name"] or "",
        row["part__review__unit__region__name"],
        row["part__review__specialty__name"] or "",
        row["area_key"],
        row["criterion_key"],
        row["action"],
        row["due_on"].isoformat() if row["due_on"] else "",
        row["due_text"],
        (as_of - row["due_on"]).days if late else "",
        row["responsible"],
        row["follow_up_on"].isoformat() if row["follow_up_on"] else "",
        str(ACTION_STATE_NAMES[row["state"]]),
    ]


def table_of_cycle(rows: Iterable[dict[str, Any]], *, as_of: date) -> Iterator[list[Cell]]:
    """Give the head and then one line per unit and specialty."""
    yield [
        _("Unit"),
        _("Site"),
        _("Care provider"),
        _("Region"),
        _("Specialty"),
        _("Last visit"),
        _("Next review by"),
        _("Days left"),
        _("Planned visit"),
    ]
    for row in rows:
        due_on = next_review_due(row["visited_on"]) if row["visited_on"] else None
        yield [
            row["unit__name"],
            row["unit__site"],
            row["unit__care_provider__name"],
            row["unit__region__name"],
            row["specialty__name"],
            row["visited_on"].isoformat() if row["visited_on"] else "",
            due_on.isoformat() if due_on else "",
            (due_on - as_of).days if due_on else "",
            row["planned_on"].isoformat() if row["planned_on"] else "",
        ]
