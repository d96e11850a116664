"""Orders for the tests, made through the same actions as in use."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from kollegium.organisations.models import Specialty, Unit
from kollegium.planning.actions import NewOrder, order_reviews
from kollegium.planning.models import Order
from kollegium.reviews.models import ReviewKind
from tests import people

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def new_order(*units: Unit, **others: Any) -> NewOrder:
    """Give an order of the units that nothing is wrong with on the tests' day."""
    values: dict[str, Any] = {
        "form_key": uuid4(),
        "kind": ReviewKind.EXTERNAL,
        "unit_ids": tuple(unit.pk for unit in units),
        "specialty_id": people.make_specialty().pk,
        "wished_from": date(2026, 9, 1),
        "wished_to": date(2026, 10, 30),
        "contact": "Hedda Chef, 010-555 01 00",
    }
    return NewOrder(**{**values, **others})


def make_order(
    *units: Unit,
    specialty: Specialty | None = None,
    as_of: date = people.TODAY,
    by: "Actor" = people.SYSTEM,
    **others: Any,
) -> Order:
    """Send an order of the units."""
    if specialty is not None:
        others["specialty_id"] = specialty.pk
    others.setdefault("wished_from", as_of + timedelta(days=180))
    others.setdefault("wished_to", as_of + timedelta(days=240))
    return order_reviews(new=new_order(*units, **others), as_of=as_of, now=NOW, by=by)
