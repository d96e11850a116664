"""What the capabilities above keep about a person: it follows who is merged, and goes when somebody is erased."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models


@dataclass(frozen=True, slots=True)
class PersonalRows:
    """Rows that tell about a person, of a model (`app.Model`), with the column that names whom.

    `emptied` are columns of words to empty when the person is erased, where the rows themselves must stay; `let_go` says
    that the column is to name nobody then; with neither the rows are taken out. `follows` says that they belong to the person and not to what they once did; of rows
    that are `one_each` those of who stays hold.
    """

    key: str
    model: str
    column: str = "person"
    emptied: tuple[str, ...] = ()
    follows: bool = True
    one_each: bool = False
    let_go: bool = False

    @property
    def rows(self) -> "models.Manager[Any]":
        """Give the rows of all people."""
        return apps.get_model(self.model)._default_manager


_registered: dict[str, PersonalRows] = {}


def register_personal_rows(*kinds: PersonalRows) -> None:
    """Tell of rows about people; called when the program starts."""
    _registered.update({kind.key: kind for kind in kinds})


def followed_rows(gone: models.Model, stays: models.Model) -> dict[str, list[int]]:
    """Give what goes along when one row of a person goes up in another. Shape: key → ids."""
    found = {}
    for kind in _registered.values():
        rows = kind.rows.filter(**{kind.column: gone})
        held = kind.one_each and kind.rows.filter(**{kind.column: stays}).exists()
        if kind.follows and not held:
            found[kind.key] = list(rows.order_by("pk").values_list("pk", flat=True))
    return found


def hand_over(ids_by_key: dict[str, list[int]], *, whose: models.Model, to: models.Model) -> None:
    """Let those of the rows that still belong to one person belong to another."""
    for key, ids in ids_by_key.items():
        kind = _registered.get(key)
        if kind is not None:
            kind.rows.filter(pk__in=ids, **{kind.column: whose}).update(**{kind.column: to})


def take_out_rows(person_ids: Sequence[int]) -> list[tuple[type[models.Model], list[int]]]:
    """Take out or empty what is kept about people who are erased, and give it for the log to be erased too.

    Shape: (tracked model, ids of its rows); what is not tracked stands in no log.
    """
    taken: list[tuple[type[models.Model], list[int]]] = []
    for kind in _registered.values():
        rows = kind.rows.filter(**{f"{kind.column}__in": person_ids})
        ids = list(rows.order_by("pk").values_list("pk", flat=True))
        if kind.let_go:
            rows.update(**{kind.column: None})
        elif kind.emptied:
            rows.update(**dict.fromkeys(kind.emptied, ""))
        else:
            rows.delete()
        model = apps.get_model(kind.model)
        if ids and hasattr(model, "events") and not kind.let_go:
            taken.append((model, ids))
    return taken
