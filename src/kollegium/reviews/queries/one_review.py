"""One review with its places, fetched in one statement, and who may read it.

Every page and every change of a review begins here. The models are filled from plain columns: putting
the same question together through them takes longer than the database takes to answer it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, models
from django.http import Http404

from kollegium.domain.case_life import IN_PROGRESS
from kollegium.domain.roles import Permission, Place
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.reviews.models import Review
from kollegium.ui.statements import prepared_cursor

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

Model = TypeVar("Model", bound=models.Model)
# A page never shows them, and they are longer than everything else of a review together.
SEARCH_COLUMNS = ("search_text", "search_vector")


def _columns_of(model: type[models.Model], *names: str) -> tuple[str, ...]:
    """Give the columns in the model's own order, as `from_db` takes them."""
    return tuple(column.attname for column in model._meta.concrete_fields if column.attname in names)


# The summaries of a review are for lists alone.
REVIEW_COLUMNS = tuple(
    column.attname
    for column in Review._meta.concrete_fields
    if column.attname not in (*SEARCH_COLUMNS, "area_outcomes", "unknown_area_count", "open_action_count")
)
UNIT_COLUMNS = _columns_of(Unit, "id", "name", "site", "region_id", "care_provider_id")
REGION_COLUMNS = _columns_of(Region, "id", "name")
PROVIDER_COLUMNS = _columns_of(CareProvider, "id", "name")
SPECIALTY_COLUMNS = _columns_of(Specialty, "id", "key", "name", "name_en")


def _asked(alias: str, columns: tuple[str, ...]) -> str:
    return ", ".join(f"{alias}.{column}" for column in columns)


REVIEW_VALUES = ", ".join(
    [
        _asked("r", REVIEW_COLUMNS),
        _asked("u", UNIT_COLUMNS),
        _asked("g", REGION_COLUMNS),
        _asked("c", PROVIDER_COLUMNS),
        _asked("s", SPECIALTY_COLUMNS),
        "EXISTS (SELECT 1 FROM reviews_publication p WHERE p.review_id = r.id)",
    ]
)
REVIEW_TABLES = """reviews_review r
JOIN organisations_unit u ON u.id = r.unit_id
JOIN organisations_region g ON g.id = u.region_id
LEFT JOIN organisations_careprovider c ON c.id = r.care_provider_id
LEFT JOIN organisations_specialty s ON s.id = r.specialty_id"""
REVIEW_STATEMENT = f"SELECT {REVIEW_VALUES} FROM {REVIEW_TABLES} WHERE r.id = %(review)s"  # noqa: S608 - names of columns
LOCKED_STATEMENT = f"{REVIEW_STATEMENT} FOR UPDATE OF r"


def place_of(review: Review) -> Place:
    """Give the place that rights to a review are checked against."""
    return Place(
        region_id=review.unit.region_id,
        care_provider_id=review.unit.care_provider_id,
        unit_id=review.unit_id,
        specialty_key=review.specialty.key if review.specialty else None,
    )


def get_review_for(actor: "Actor", review_id: int) -> Review:
    """Give a review the actor may read with its places; one query. Raises Http404."""
    row = fetched_row(REVIEW_STATEMENT, review_id)
    if row is None:
        raise Http404
    return readable_review(actor, row)


def readable_review(actor: "Actor", row: tuple[Any, ...]) -> Review:
    """Give the review of a row that begins with REVIEW_VALUES. Raises Http404 when the actor may not read it.

    The right is checked on the row that came, by the same rule as `visible_to` filters by.
    """
    review = _review(row)
    # A case in progress has pages of its own, on which each part sees what is for it.
    if review.state in IN_PROGRESS or not actor.may(Permission.READ_REVIEWS, place_of(review)):
        raise Http404
    return review


def review_of_row(row: tuple[Any, ...]) -> Review:
    """Give the review of a row of REVIEW_VALUES; whoever calls decides who may see it."""
    return _review(row)


def get_locked_review(review_id: int) -> Review:
    """Give a review with its places, locked until the transaction ends. Raises Review.DoesNotExist."""
    row = fetched_row(LOCKED_STATEMENT, review_id)
    if row is None:
        raise Review.DoesNotExist
    return _review(row)


def fetched_row(statement: str, review_id: int) -> tuple[Any, ...] | None:
    """Give the one row of a statement that takes a review's id."""
    with prepared_cursor() as cursor:
        cursor.execute(statement, {"review": review_id})
        row: tuple[Any, ...] | None = cursor.fetchone()
    return row


def _review(row: tuple[Any, ...]) -> Review:
    """Give the review with its places; columns that were not asked for are fetched when read, as after `only`."""
    values = iter(row)
    review = _loaded(Review, REVIEW_COLUMNS, values)
    unit = _loaded(Unit, UNIT_COLUMNS, values)
    unit.region = _loaded(Region, REGION_COLUMNS, values)
    provider = _loaded(CareProvider, PROVIDER_COLUMNS, values)
    specialty = _loaded(Specialty, SPECIALTY_COLUMNS, values)
    review.was_public = next(values)
    review.unit = unit
    review.care_provider = provider if review.care_provider_id else None
    review.specialty = specialty if review.specialty_id else None
    return review


def _loaded(model: type[Model], names: tuple[str, ...], values: Iterator[Any]) -> Model:
    return model.from_db(DEFAULT_DB_ALIAS, names, [next(values) for _ in names])
