"""The rows of long tables of people, written in one go: fifty of them are most of the page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kollegium.ui.components.html import escaped

_PERSON = '<tr><th scope="row"><a href="{before}{pk}{after}">{name}</a></th><td data-label="{label}">{roles}</td></tr>'
_RIGHT = (
    '<tr><th scope="row"><a href="{before}{person_id}{after}">{name}</a></th>'
    '<td data-label="{from_label}">{role}, {place}</td><td data-label="{since_label}">{since}</td>'
    '<td data-label="{until_label}">{until}</td><td data-label="{by_label}">{given_by}</td>'
    '<td data-label="{log_in_label}">{can_log_in}</td></tr>'
)


def people_table_rows(rows: Iterable[Mapping[str, Any]]) -> SafeString:
    """Give the body of the list of people: rows of pk, name and roles in words."""
    shared = {**_address_of_person(), "label": escaped(_("Roles"))}
    written = (
        _PERSON.format_map(
            {
                **shared,
                "pk": row["pk"],
                "name": escaped(row["name"]),
                "roles": "<br>".join(escaped(role) for role in row["roles"]) or "–",
            }
        )
        for row in rows
    )
    return mark_safe("\n".join(written))  # noqa: S308 - every cell is escaped


def rights_table_rows(rows: Iterable[Mapping[str, Any]]) -> SafeString:
    """Give the body of the list of rights: person_id, name, role, place, since, until, given_by, can_log_in."""
    shared = {
        **_address_of_person(),
        "from_label": escaped(_("Follows from")),
        "since_label": escaped(_("Since")),
        "until_label": escaped(_("Until")),
        "by_label": escaped(_("Given by")),
        "log_in_label": escaped(_("Can log in")),
    }
    open_end, yes, no = (escaped(word) for word in (_("further notice"), _("yes"), _("no")))
    written = (
        _RIGHT.format_map(
            {
                **shared,
                "person_id": row["person_id"],
                **{name: escaped(row[name] or "–") for name in ("name", "role", "place", "given_by")},
                "since": escaped(date_format(row["since"], "j F Y")),
                "until": escaped(date_format(row["until"], "j F Y")) if row["until"] else open_end,
                "can_log_in": yes if row["can_log_in"] else no,
            }
        )
        for row in rows
    )
    return mark_safe("\n".join(written))  # noqa: S308 - every cell is escaped


def _address_of_person() -> dict[str, str]:
    # One address is worked out and the others are written like it.
    before, after = reverse("accounts:person", args=[0]).rsplit("0", 1)
    return {"before": before, "after": after}
