"""A personal identity number in a free text is warned of; nothing is refused and nothing is lost."""

import pytest
from django import forms
from django.template import Context, Template

from kollegium.ui.forms import CONFIRM_NAME, PersonalNumberWarning

# A number that the tax authority keeps for tests; it belongs to nobody.
NUMBER = "19121212-1212"


class _Note(PersonalNumberWarning, forms.Form):
    title = forms.CharField()
    text = forms.CharField(widget=forms.Textarea)


class _Watched(_Note):
    watched_fields = ("title",)


@pytest.mark.parametrize(
    ("form", "warned"),
    [
        (_Note({"title": "T", "text": "Inget särskilt."}), set()),
        (_Note({"title": "T", "text": f"Patienten {NUMBER} nämns."}), {"text"}),
        (_Note({"title": NUMBER, "text": "Inget."}), set()),
        (_Watched({"title": NUMBER, "text": NUMBER}), {"title"}),
    ],
    ids=["nothing", "in the text", "in a short field", "in a named field"],
)
def test_only_watched_fields_are_warned_of(form: _Note, warned: set[str]) -> None:
    assert form.is_valid() is not bool(warned)
    assert not form.errors
    assert set(form.warnings) == warned


def test_confirmed_number_is_saved_as_it_was_typed() -> None:
    form = _Note({"title": "T", "text": NUMBER, CONFIRM_NAME: "yes"})

    assert form.is_valid()
    assert form.cleaned_data["text"] == NUMBER


def test_confirmation_does_not_hide_other_errors() -> None:
    form = _Note({"title": "", "text": NUMBER, CONFIRM_NAME: "yes"})

    assert not form.is_valid()
    assert set(form.errors) == {"title"}


def test_form_is_shown_again_with_text_warning_and_choice() -> None:
    form = _Note({"title": "T", "text": NUMBER}, prefix="p")
    form = _Note({"p-title": "T", "p-text": NUMBER}, prefix="p")

    markup = Template("{% load ui %}{% form_errors form %}{% field form.text %}").render(
        Context({"form": form})
    )

    assert NUMBER in markup
    assert f'name="p-{CONFIRM_NAME}"' in markup
    assert 'aria-describedby="id_p-text-warning"' in markup
    assert "Det här ser ut som ett personnummer." in markup
