"""The rows of the list of units, written in one go."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kollegium.ui.components.html import escaped


def unit_rows(rows: Iterable[Mapping[str, Any]]) -> SafeString:
    """Give the body of the table from plain rows of `list_units`."""
    provider_label, region_label = escaped(_("Care provider")), escaped(_("Region"))
    # One address is worked out and the others are written like it.
    before, after = reverse("organisations:unit", args=[0]).rsplit("0", 1)
    return mark_safe(  # noqa: S308 - every cell is escaped
        "\n".join(
            f'<tr><th scope="row"><a href="{before}{row["pk"]}{after}">{escaped(row["name"])}</a>{_more(row)}</th>'
            f'<td data-label="{provider_label}">{escaped(row["care_provider__name"])}</td>'
            f'<td data-label="{region_label}">{escaped(row["region__name"])}</td></tr>'
            for row in rows
        )
    )


def _more(row: Mapping[str, Any]) -> str:
    """Give the site where the name does not say it, and what became of a unit that is no more."""
    site = row["site"] if row["site"] not in row["name"] else ""
    became = ""
    if row["merged_into_id"]:
        became = _("merged into %(name)s") % {"name": row["merged_into__name"]}
    elif row["closed_on"]:
        became = _("closed")
    return "".join(f' <span class="muted">{escaped(text)}</span>' for text in (site, became) if text)
