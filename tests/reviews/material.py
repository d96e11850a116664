"""Cases with material for the tests, and short ways to what the tests ask of it."""

import io
import zipfile

import pytest
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.errors import Refused
from kollegium.reviews.actions import material as actions
from kollegium.reviews.models import (
    MaterialItem,
    Review,
)
from tests import people
from tests.reviews.cases import NOW

NUMBER = "811218-9876"


def item_of(review: Review, key: str = "rota") -> MaterialItem:
    return MaterialItem.objects.get(review=review, item_key=key)


def hand_in(review: Review, by: Person, key: str = "rota", text: str = "Se bilagan.", **what: object) -> None:
    actions.hand_in_material(
        review_id=review.pk,
        item_id=item_of(review, key).pk,
        what=actions.HandIn(text=text, **what),  # type: ignore[arg-type]
        now=NOW,
        by=people.actor_today(by),
    )


def address(name: str, review: Review, *others: int, key: str = "rota") -> str:
    ids = [review.pk] if name in ("", "add") else [review.pk, item_of(review, key).pk, *others]
    return reverse(f"reviews:case_material{'_' + name if name else ''}", args=ids)


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.code


def docx_of(*parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part in parts:
            archive.writestr(part, "<x/>")
    return target.getvalue()
