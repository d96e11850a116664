"""Doing what a form asks for: a rule that says no is put into the form in words, and nothing typed is lost."""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms import BaseForm

from kollegium.domain.errors import Refused

CHANGED_MEANWHILE = "changed-meanwhile"


def saved(
    form: BaseForm,
    save: Callable[[], Any],
    say: Callable[[str, Mapping[str, object]], str],
    *,
    version: int | str | None = None,
    field_of: Callable[[str], str | None] = lambda code: None,
) -> bool:
    """Say whether a form was sent, was good, and what it asks for was done by `save`.

    A refusal is worded by `say` (code, values) and put at the field that `field_of` names, or at the head of the
    form. With `version` a form that was filled from something changed meanwhile can be sent again against what
    stands now, which is this version.
    """
    if not form.is_bound or not form.is_valid():
        return False
    try:
        save()
    except Refused as refused:
        form.add_error(field_of(refused.code), say(refused.code, refused.params))
        if refused.code == CHANGED_MEANWHILE and version is not None:
            form.refill_version(version)  # type: ignore[attr-defined]
        return False
    return True
