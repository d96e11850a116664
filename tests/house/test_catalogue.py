"""The Swedish catalogue: complete, in step with the source, and its tool does what it says."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

import pytest

from tools import catalogue
from tools.catalogue import Entry, Key


def test_swedish_catalogue_is_complete(repository: Path) -> None:
    assert catalogue.check(repository / "src") == []


def test_texts_of_module_finds_aliases_contexts_plurals_and_joined_literals() -> None:
    source = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy
from django.utils import translation
_("One " "sentence.")
translation.gettext("Another.")
pgettext_lazy("of a unit", "review")
ngettext("%(count)s report", "%(count)s reports", number)
_(variable)
print("Not for translation")
"""

    assert catalogue.texts_of_module(source) == [
        Entry(Key("One sentence.")),
        Entry(Key("Another.")),
        Entry(Key("review", "of a unit")),
        Entry(Key("%(count)s report"), "%(count)s reports", ("", "")),
    ]


def test_texts_of_template_finds_tags_blocks_constants_and_plurals() -> None:
    source = """
{% load i18n %}{% translate "It's \u201cso\u201d" %}{% translate 'Review' context "noun" as title %}
{% blocktranslate trimmed with name=unit.name %}
  Reviews of
  {{ name }}: 100 %.
{% endblocktranslate %}
{% blocktranslate trimmed count number=rows|length %}{{ number }} row{% plural %}{{ number }} rows{% endblocktranslate %}
{% component label=_("Save") %} {{ value|default:_("none") }} {# translate "comment" #}
"""

    found = catalogue.texts_of_template(source)

    assert {entry.key: entry.plural for entry in found} == {
        Key("It's \u201cso\u201d"): "",
        Key("Review", "noun"): "",
        Key("Reviews of %(name)s: 100 %%."): "",
        Key("%(number)s row"): "%(number)s rows",
        Key("Save"): "",
        Key("none"): "",
    }


TRICKY = {
    Key("b"): Entry(Key("b"), "", ("be",)),
    Key("a"): Entry(Key("a"), "", ('rad ett\nrad "två"\t\\n',)),
    Key("a", "letter"): Entry(Key("a", "letter"), "", ("å",)),
    Key("%(n)s row"): Entry(Key("%(n)s row"), "%(n)s rows", ("%(n)s rad", "%(n)s rader")),
}


def test_po_written_and_read_again_is_the_same_whatever_the_order() -> None:
    backwards = dict(reversed(TRICKY.items()))

    assert catalogue.read_po(catalogue.write_po(TRICKY)) == TRICKY
    assert catalogue.write_po(backwards) == catalogue.write_po(TRICKY)


def test_mo_is_understood_by_the_standard_reader() -> None:
    swedish = gettext.GNUTranslations(io.BytesIO(catalogue.write_mo(TRICKY)))

    assert swedish.gettext("a") == 'rad ett\nrad "två"\t\\n'
    assert swedish.pgettext("letter", "a") == "å"
    assert [swedish.ngettext("%(n)s row", "%(n)s rows", n) for n in (0, 1, 2)] == [
        "%(n)s rader",
        "%(n)s rad",
        "%(n)s rader",
    ]
    assert swedish.gettext("unknown") == "unknown"


def test_add_merges_and_keeps_a_translation_that_the_fragment_leaves_empty(tmp_path: Path) -> None:
    target = tmp_path / "django.po"
    fragment = tmp_path / "fragment.po"
    fragment.write_text('msgid "Unit"\nmsgstr "Enhet"\n', encoding="utf-8")
    catalogue.add([fragment], target)
    fragment.write_text('msgid "Unit"\nmsgstr ""\n\nmsgid "Region"\nmsgstr "Region"\n', encoding="utf-8")

    said = catalogue.add([fragment], target)

    assert said == ["added: Region"]
    assert catalogue.load(target) == {
        Key("Unit"): Entry(Key("Unit"), "", ("Enhet",)),
        Key("Region"): Entry(Key("Region"), "", ("Region",)),
    }


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        pytest.param(Entry(Key("A"), "", ("",)), ["missing: 'A'"], id="untranslated"),
        pytest.param(Entry(Key("B"), "", ("Be",)), ["missing: 'A'", "stale: 'B'"], id="stale"),
        pytest.param(
            Entry(Key("A"), "", ("%(x)s",)), ["placeholders differ: 'A'"], id="placeholder-invented"
        ),
        pytest.param(Entry(Key("A"), "", ("Ah",)), [], id="complete"),
    ],
)
def test_problems_names_what_is_wrong(entry: Entry, problem: list[str]) -> None:
    assert catalogue.problems({Key("A"): Entry(Key("A"))}, {entry.key: entry}) == problem


@pytest.mark.parametrize(
    "text",
    ['msgid "open', "msgid bare", 'message "A"', '"no field before"'],
    ids=["open-quote", "no-quote", "unknown-field", "no-field"],
)
def test_damaged_fragment_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(catalogue.Unreadable, match="line 1"):
        catalogue.read_po(text)
