"""What the components write: words, shapes, ties between parts, and nothing unescaped."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation
from django.utils.html import strip_tags

from kollegium.ui.components.claims import Answer
from kollegium.ui.components.criteria import CriterionRow
from kollegium.ui.components.grades import Mark, ShownGrade, Tile
from kollegium.ui.components.navigation import Chip, Crumb, Pager, Tab
from kollegium.ui.components.records import Change, CompareRow, HistoryEntry, Station

EVIL = '<script>alert("boom")</script>'


def render(source: str, **context: object) -> str:
    return Template("{% load ui ui_frame %}" + source).render(Context(context))


def words(markup: str) -> str:
    return " ".join(strip_tags(markup.replace("><", "> <")).replace("\u00ad", "").split())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{% grade_mark "passed_well" "A" %}', "A Väl godkänt"),
        ('{% grade_mark "passed_with_remarks" "C" %}', "C Godkänt med anmärkning"),
        ('{% grade_mark "failed" "C" %}', "C Inte godkänt"),
        ("{% grade_mark None %}", "Okänt"),
        ('{% grade_mark "nonsense" %}', "Okänt"),
        ('{% verdict_mark "not_met" %}', "Inte uppfyllt"),
        ('{% verdict_mark "cannot_tell" %}', "Kan inte bedömas"),
        ("{% verdict_mark None %}", "Okänt"),
        ("{{ 'passed'|outcome_word }} {{ 'partly_met'|verdict_word }} {{ 'regulation'|level_word }}", None),
        ("{% swedish %}Föreskrift{% endswedish %}", "Föreskrift"),
        ("{% progress 312 1000 'Läser' %}", "Läser 312 av 1\xa0000 312 av 1\xa0000"),
        ("{% status 'Publicerad' kind='done' %}", "Publicerad"),
        ("{% person 'Karin Ek' role='handledare' place='Almdalen' %}", "Karin Ek handledare, Almdalen"),
    ],
)
def test_component_says_its_words(source: str, expected: str | None) -> None:
    expected = expected or "Godkänt Delvis uppfyllt Föreskrift"

    assert words(render(source)) == " ".join(expected.split())


@pytest.mark.parametrize(
    ("outcome", "letter", "css"),
    [("failed", "D", "outcome-failed"), ("failed", "C", "outcome-failed"), ("passed", "C", "outcome-passed")],
)
def test_look_follows_the_outcome_and_not_the_letter(outcome: str, letter: str, css: str) -> None:
    markup = render("{% grade_mark mark %}", mark=Mark(outcome, letter))

    assert f'class="grade-mark {css}"' in markup
    assert f">{letter}</b>" in markup


def test_shown_grade_says_round_range_and_note() -> None:
    moved = ShownGrade(
        Mark("passed_with_remarks", "C"), earlier=Mark("failed", "D"), note="efter handlingsplan"
    )
    unsure = ShownGrade(worst=Mark("failed", "D"), best=Mark("passed", "B"))

    assert moved.text == "C, godkänt med anmärkning; tidigare D, inte godkänt; efter handlingsplan"
    assert unsure.text == "okänt; mellan D, inte godkänt och B, godkänt"


@pytest.mark.parametrize(
    "grade",
    [
        ShownGrade(Mark("passed", "B"), earlier=Mark("passed", "B")),
        ShownGrade(Mark("passed", "B"), worst=Mark("passed", "B"), best=Mark("passed", "B")),
        ShownGrade(Mark("passed", "B"), worst=Mark("failed", "D")),
    ],
    ids=["same earlier round", "range of one", "half a range"],
)
def test_nothing_is_said_of_a_round_or_range_that_says_nothing(grade: ShownGrade) -> None:
    assert grade.text == "B, godkänt"


def test_strip_has_a_link_and_full_words_for_each_area() -> None:
    tiles = [
        Tile("A", "Verksamheten", ShownGrade(Mark("passed_well", "A")), "#A", "Struktur"),
        Tile("D", "Upplägg", ShownGrade(Mark("failed", "D"))),
    ]

    markup = render("{% area_strip tiles %}", tiles=tiles)

    assert markup.count("<li ") == 2
    assert markup.count("<a ") == 1
    assert ": A, väl godkänt" in markup
    assert ": D, inte godkänt" in markup
    assert 'aria-label="Gradering per område"' in markup


def test_small_marks_are_one_sentence_for_those_who_listen() -> None:
    tiles = [Tile("A", "Verksamheten", ShownGrade(Mark("passed", "B"))), Tile("B", "Stab", ShownGrade())]

    markup = render("{% area_marks tiles %}", tiles=tiles)

    assert "Gradering per område: A: B, godkänt, B: okänt" in markup
    assert markup.count('aria-hidden="true"') >= 1


def test_criterion_opens_only_when_there_is_something_inside() -> None:
    row = CriterionRow("D6", "Varje ST-läkare …", "regulation", "not_met", 2, gloss="Each trainee …")

    empty = render("{% criterion_row row %}  {% endcriterion_row %}", row=row)
    full = render("{% criterion_row row word=True %}<p>Underlag</p>{% endcriterion_row %}", row=row)

    assert "<details" not in empty
    assert full.startswith('<details class="criterion edge edge-regulation"')
    assert words(full) == "D6 Föreskrift Varje ST-läkare … Each trainee … Inte uppfyllt 2 underlag Underlag"
    assert '<span lang="sv">Varje' in full
    assert '<span class="criterion-gloss" lang="en">' in full


def test_doubt_gives_each_answer_a_value_and_a_key() -> None:
    answers = [Answer("yes", "Ja", "som i rapporten"), Answer("no", "Nej")]

    markup = render(
        '{% doubt "Stämmer det?" answers name="unit" number=1 total=3 %}{% enddoubt %}', answers=answers
    )

    assert 'name="unit" value="yes" data-key="1"' in markup
    assert 'name="unit" value="no" data-key="2"' in markup
    assert "Tveksamhet 1 av 3" in markup


@pytest.mark.parametrize(
    ("pager", "expected"),
    [
        (Pager(1, 50, 312, next_url="?page=2"), "1–50 av 312"),
        (Pager(51, 100, 1000, is_capped=True, next_url="?page=3"), "51–100 av över 1\xa0000"),
        (Pager(1, 3, 3), "1–3 av 3"),
        (Pager(0, 0, 0), "Inga rader"),
    ],
    ids=["more pages", "capped", "one page", "empty"],
)
def test_pager_says_where_the_list_stands(pager: Pager, expected: str) -> None:
    markup = render("{% pager page %}", page=pager)

    assert expected in markup
    assert ("<nav" in markup) == bool(pager.next_url)


def test_neighbours_that_do_not_exist_are_no_links() -> None:
    markup = render("{% pager page %}", page=Pager(1, 50, 312, next_url="?page=2"))

    assert markup.count("<a ") == 1
    assert markup.count('aria-disabled="true"') == 2


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", "12 maj 2025 · 12–13 maj 2025 · 30 maj – 2 juni 2025 · 9 juni 2025, 14:02"),
     ("en", "12 May 2025 · 12–13 May 2025 · 30 May – 2 June 2025 · 9 June 2025, 14:02")],
)  # fmt: skip
def test_dates_are_written_out(language: str, expected: str) -> None:
    source = "{% date a %} · {% days a b %} · {% days c d %} · {% moment at %}"
    context = {
        "a": date(2025, 5, 12),
        "b": date(2025, 5, 13),
        "c": date(2025, 5, 30),
        "d": date(2025, 6, 2),
        "at": datetime(2025, 6, 9, 12, 2, tzinfo=UTC),
    }

    with translation.override(language):
        markup = render(source, **context)

    assert words(markup) == expected
    assert '<time datetime="2025-05-12">' in markup


def test_facts_leave_out_what_is_empty() -> None:
    markup = render(
        "{% facts rows %}", rows=[("Enhet", "Almdalen"), ("Besök", None), ("Antal", 0), ("Not", "")]
    )

    assert words(markup) == "Enhet Almdalen Antal 0"


@pytest.mark.parametrize(
    "source",
    [
        '{% button evil title=evil %}{% link_button evil evil %}{% icon "x" label=evil %}',
        "{% status evil %}{% person evil evil evil %}{% facts rows %}{% search_field evil evil label=evil %}",
        "{% notice title=evil %}{{ evil }}{% endnotice %}{% card evil href=evil %}{% endcard %}",
        "{% empty_state evil %}{{ evil }}{% endempty_state %}{% error_state evil kept=evil %}{% enderror_state %}",
        "{% quotation source=evil href=evil %}{{ evil }}{% endquotation %}{% breadcrumbs crumbs %}{% tabs tabs evil %}",
        "{% criterion_row row %}{{ evil }}{% endcriterion_row %}{% doubt evil answers name=evil %}{% enddoubt %}",
        "{% area_strip tiles label=evil %}{% area_marks tiles label=evil %}{% grade_mark evil evil %}",
        "{% timeline stations label=evil %}{% history_list entries %}{% compare compared evil evil evil %}",
        "{% filter_bar evil chips clear_url=evil target=evil %}{{ evil }}{% endfilter_bar %}{% pager page label=evil %}",
        "{% file_drop evil evil accept=evil endpoint=evil help=evil %}{% progress 1 2 evil id=evil %}",
        "{% disclosure evil id=evil %}{{ evil }}{% enddisclosure %}{% dialog evil evil %}{{ evil }}{% enddialog %}",
        "{% page_header evil lead=evil over=evil %}{{ evil }}{% endpage_header %}{% sort_header evil evil %}",
        "{% copy_link evil evil %}{% dialog_button evil evil %}{% saved_note evil %}{% swedish %}{{ evil }}{% endswedish %}",
    ],
)
def test_what_people_write_is_never_markup(source: str) -> None:
    mark = Mark("passed", EVIL)
    when = datetime(2025, 6, 9, tzinfo=UTC)
    markup = render(
        source,
        evil=EVIL,
        rows=[(EVIL, EVIL)],
        crumbs=[Crumb(EVIL, EVIL), Crumb(EVIL)],
        tabs=[Tab(EVIL, EVIL)],
        row=CriterionRow(EVIL, EVIL, EVIL, EVIL, 1, EVIL, EVIL),
        answers=[Answer(EVIL, EVIL, EVIL)],
        tiles=[Tile(EVIL, EVIL, ShownGrade(mark, mark, mark, Mark("failed", EVIL), EVIL), EVIL, EVIL)],
        stations=[Station(EVIL, None, "past", EVIL, EVIL)],
        entries=[HistoryEntry(when, EVIL, EVIL, (Change(EVIL, EVIL, EVIL),))],
        compared=[CompareRow(EVIL, EVIL, EVIL, True)],
        chips=[Chip(EVIL, EVIL)],
        page=Pager(1, 2, 3, first_url=EVIL, previous_url=EVIL, next_url=EVIL),
    )

    assert "<script" not in markup
    assert '"boom"' not in markup


@pytest.mark.parametrize(
    "source",
    [
        '{% button "Spara" kind="huge" %}',
        '{% notice kind="loud" %}{% endnotice %}',
        '{% status "x" kind="loud" %}',
        '{% swedish "script" %}{% endswedish %}',
    ],
)
def test_slips_of_the_page_builder_are_told(source: str) -> None:
    with pytest.raises((ValueError, KeyError, Exception), match=r"huge|loud|span, div or p"):
        render(source)


class _Form(forms.Form):
    name = forms.CharField(label="Namn", help_text="Som på dörren.")
    note = forms.CharField(label="Anteckning", required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(
        label="Slag", choices=[("a", "Extern"), ("b", "Intern")], widget=forms.RadioSelect
    )


def test_field_ties_label_help_and_error_together() -> None:
    form = _Form({})

    markup = render(
        "{% form_errors form %}{% field form.name width='short' %}{% field form.note %}{% field form.kind %}",
        form=form,
    )

    assert '<label class="field-label" for="id_name">Namn</label>' in markup
    assert 'aria-describedby="id_name-help id_name-error"' in markup
    assert 'aria-invalid="true"' in markup
    assert 'class="input input-short"' in markup
    assert '<a href="#id_name">Namn: ' in markup
    assert 'Anteckning <span class="field-optional">(frivilligt)</span>' in markup
    assert '<fieldset class="field has-error" id="id_kind"' in markup


def test_form_without_errors_has_no_summary() -> None:
    assert render("{% form_errors form %}", form=_Form({"name": "Almdalen", "kind": "a"})) == ""
