"""The list of reviews as a file for a spreadsheet: CSV and XLSX with the same columns."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from kollegium.domain import standard as standards
from kollegium.domain.standard import Outcome
from kollegium.printing import tables
from kollegium.printing.tables import CSV_TYPE, Cell, as_csv
from kollegium.reviews.wording import KIND_NAMES, STATE_NAMES

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

__all__ = ["CSV_TYPE", "XLSX_TYPE", "as_csv", "as_xlsx", "table_of"]


def table_of(rows: Iterable[dict[str, Any]]) -> Iterator[list[Cell]]:
    """Give the head and then one line per review; grades stand as the letters of the review's own standard."""
    area_keys = sorted({area.key for key in standards.available() for area in standards.load(key).areas})
    yield [
        _("Number"),
        _("Unit"),
        _("Site"),
        _("Care provider"),
        _("Region"),
        _("Specialty"),
        _("Kind of review"),
        _("State"),
        _("Standard"),
        _("First day of the visit"),
        _("Last day of the visit"),
        _("Visit as written"),
        _("Report date"),
        *(_("Area %(key)s") % {"key": key} for key in area_keys),
        _("Unknown grades"),
        _("Open actions"),
    ]
    for row in rows:
        yield _line(row, area_keys)


def _line(row: dict[str, Any], area_keys: Sequence[str]) -> list[Cell]:
    return [
        row["pk"],
        row["unit__name"],
        row["unit__site"],
        row["care_provider__name"] or "",
        row["unit__region__name"],
        row["specialty__name"] or "",
        str(KIND_NAMES[row["kind"]]),
        str(STATE_NAMES[row["state"]]),
        row["standard_key"],
        row["visit_from"].isoformat() if row["visit_from"] else "",
        row["visit_to"].isoformat() if row["visit_to"] else "",
        row["visit_text"],
        row["report_date"].isoformat() if row["report_date"] else "",
        *_letters(row, area_keys),
        row["unknown_area_count"],
        row["open_action_count"],
    ]


def _letters(row: dict[str, Any], area_keys: Sequence[str]) -> list[str]:
    areas = {area.key: area for area in standards.load(row["standard_key"]).areas}
    letters = []
    for key in area_keys:
        outcome = row["area_outcomes"].get(key)
        letters.append(
            (areas[key].scale.letter_of(Outcome(outcome)) or "") if outcome and key in areas else ""
        )
    return letters


def as_xlsx(lines: Iterable[Sequence[Cell]], *, title: str) -> bytes:
    """Give the list as a workbook, with case number and unit in sight to the left."""
    return tables.as_xlsx(lines, title=title, fixed_columns=2, widths=(9, 34, *(18,) * 6))
