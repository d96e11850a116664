"""Orders as lists and pages show them."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.organisations.wording import specialty_name
from kollegium.planning.models import Order
from kollegium.planning.queries import OrderedUnit
from kollegium.planning.wording import ORDER_STATES, ORDER_STATUS
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.listing import specialty_in
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.components.records import day, days

UNITS_NAMED = 2


def shown_order_rows(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give plain rows of orders as the list takes them."""
    language = language_now()
    return [
        {
            "url": reverse("planning:order", args=[row["pk"]]),
            "units": ", ".join(row["units"][:UNITS_NAMED]),
            "more": _more(len(row["units"]) - UNITS_NAMED),
            "kind": KIND_NAMES[row["kind"]],
            "specialty": specialty_in(language, row) if row["specialty__name"] else "",
            "period": days(row["wished_from"], row["wished_to"]),
            "ordered": day(row["ordered_at"]),
            "ordered_by": row["ordered_by__name"] or "",
            "state": ORDER_STATES[row["state"]],
            "status": ORDER_STATUS[row["state"]],
        }
        for row in rows
    ]


def _more(count: int) -> str:
    if count <= 0:
        return ""
    return ngettext("and %(count)s more unit", "and %(count)s more units", count) % {"count": count}


def order_facts(order: Order) -> list[tuple[str, object]]:
    """Give what was ordered, by whom and when, as terms and values."""
    return [
        (_("Kind of review"), KIND_NAMES[order.kind]),
        (_("Specialty"), specialty_name(order.specialty) if order.specialty else ""),
        (_("Wished for"), days(order.wished_from, order.wished_to)),
        (_("Contact"), order.contact),
        (_("Ordered"), day(order.ordered_at)),
        (_("Ordered by"), order.ordered_by.name if order.ordered_by else ""),
        (_("Decided"), day(order.settled_at) if order.settled_at else ""),
        (_("Decided by"), order.settled_by.name if order.settled_by else ""),
    ]


def shown_units(units: Sequence[OrderedUnit]) -> list[dict[str, Any]]:
    """Give the units of an order, each with its case or with what has become of it since."""
    return [
        {
            "name": one.unit.name,
            "url": reverse("organisations:unit", args=[one.unit.pk]),
            "into": one.today.name if one.has_moved else "",
            "is_closed": one.is_closed,
            "case_url": reverse("reviews:open_case", args=[one.row.review_id]) if one.row.review_id else "",
        }
        for one in units
    ]
