"""A form's wish is done, or the refusal stands in the form and nothing typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django import forms

from kollegium.domain.errors import Refused
from kollegium.ui.numbers import typed_numbers
from kollegium.ui.saving import saved


class NoteForm(forms.Form):
    note = forms.CharField()
    refilled = None

    def refill_version(self, version: int) -> None:
        self.refilled = version


def say(code: str, params: Any) -> str:
    return f"{code} {params.get('name', '')}".strip()


def refusing(code: str, **params: str) -> Callable[[], None]:
    def save() -> None:
        raise Refused(code, **params)

    return save


def test_good_form_is_saved_once() -> None:
    done: list[str] = []
    form = NoteForm({"note": "Sett."})

    assert saved(form, lambda: done.append(form.cleaned_data["note"]), say)
    assert done == ["Sett."]


@pytest.mark.parametrize("data", [None, {"note": ""}], ids=["not sent", "not good"])
def test_nothing_is_done_for_a_form_that_was_not_sent_or_is_not_good(data: dict[str, str] | None) -> None:
    done: list[str] = []

    assert not saved(NoteForm(data), lambda: done.append("x"), say)
    assert done == []


def test_refusal_stands_in_the_form_with_what_was_typed() -> None:
    form = NoteForm({"note": "Sett."})

    assert not saved(form, refusing("unit-closed", name="Tallmo"), say)
    assert form.non_field_errors() == ["unit-closed Tallmo"]
    assert form["note"].value() == "Sett."


def test_refusal_about_a_field_stands_at_it() -> None:
    form = NoteForm({"note": "Sett."})
    saved(form, refusing("note-short"), say, field_of=lambda code: "note" if "note" in code else None)

    assert form.errors == {"note": ["note-short"]}


@pytest.mark.parametrize(
    ("code", "version", "refilled"),
    [("changed-meanwhile", 7, 7), ("changed-meanwhile", None, None), ("unit-closed", 7, None)],
)
def test_only_a_conflict_lets_the_form_be_sent_against_what_stands(
    code: str, version: int | None, refilled: int | None
) -> None:
    form = NoteForm({"note": "Sett."})
    saved(form, refusing(code), say, version=version)

    assert form.refilled == refilled


def test_other_faults_are_not_swallowed() -> None:
    def fail() -> None:
        raise ValueError

    with pytest.raises(ValueError):
        saved(NoteForm({"note": "Sett."}), fail, say)


def test_numbers_among_nonsense() -> None:
    assert typed_numbers(["3", "", "²", "-1", "1" * 19, "x", "03", None]) == [3, 3]
