"""The board of actions as a file for a spreadsheet: CSV and XLSX with the same columns."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

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
