"""The areas and the action plan of a review's page as ready HTML, one section each.

A report of eight areas and a plan of ten actions repeats the same handful of elements some hundred
times, and a template's loop over them took longer than everything else of the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.template.defaultfilters import capfirst
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kollegium.reviews.shown.areas import RoundLine, ShownArea
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.plan import ShownPlanItem
from kollegium.ui.components.feedback import disclosure
from kollegium.ui.components.grades import grade_mark
from kollegium.ui.components.html import escaped
from kollegium.ui.components.records import facts, moment


@dataclass(frozen=True, slots=True)
class SectionWords:
    """What the sections say in one language, escaped; `change_grade` and `correct_text` take the area's key.

    `correct_box` takes the title of a box.
    """

    no_narrative: str
    no_criteria: str
    criteria: str
    change_grade: str
    correct_text: str
    open_action: str
    correct_action: str
    nothing_stated: str
    correct_box: str


@lru_cache(maxsize=8)
def _words(language: str) -> SectionWords:
    return SectionWords(
        no_narrative=escaped(_("The report says nothing in words about this area.")),
        no_criteria=escaped(_("The standard has no criteria for this area yet.")),
        criteria=_("Criteria"),
        change_grade=escaped(_("Set or change the grade of area %(key)s")),
        correct_text=escaped(_("Correct the text of area %(key)s")),
        open_action=escaped(_("Evidence and follow-up")),
        correct_action=escaped(_("Correct what the plan says")),
        nothing_stated=escaped(_("Nothing stated")),
        correct_box=escaped(_("Correct the text: %(box)s")),
    )


def box_cards(boxes: Iterable[tuple[str, Sequence[str], str]]) -> SafeString:
    """Give the boxes a review opens with as cards; each with its title, points, and where its text is corrected."""
    words = _words(language_now())
    return SafeString("\n".join(_box(*box, words) for box in boxes))


def _box(title: str, points: Sequence[str], text_url: str, words: SectionWords) -> str:
    told = (
        f'<ul class="summary-points" lang="sv">{"".join(f"<li>{escaped(point)}</li>" for point in points)}</ul>'
        if points
        else f'<p class="muted">{words.nothing_stated}</p>'
    )
    link = (
        f'<p class="no-print"><a href="{escaped(text_url)}">{words.correct_box % {"box": escaped(title)}}</a></p>'
        if text_url
        else ""
    )
    return f'<section class="card"><h3>{escaped(title)}</h3>{told}{link}</section>'


def area_sections(areas: Iterable[ShownArea]) -> SafeString:
    """Give every area as a section: grade, narrative, rounds, and the criteria to open."""
    words = _words(language_now())
    return SafeString("\n".join(_area(area, words) for area in areas))


def _area(area: ShownArea, words: SectionWords) -> str:
    part = f'<h2 class="part-title">{escaped(capfirst(area.part_title))}</h2>\n' if area.part_title else ""
    anchor, key = escaped(area.anchor), escaped(area.key)
    link = ""
    if area.grade_url:
        told = words.change_grade % {"key": key}
        link = f'\n<p class="no-print"><a href="{escaped(area.grade_url)}">{told}</a></p>'
    if area.text_url:
        told = words.correct_text % {"key": key}
        link += f'\n<p class="no-print"><a href="{escaped(area.text_url)}">{told}</a></p>'
    return (
        f'{part}<section class="review-area" id="{anchor}" aria-labelledby="{anchor}-heading" tabindex="-1">\n'
        f'<div class="section-header"><h3 id="{anchor}-heading"><span class="area-key">{key}</span>'
        f" {escaped(area.title)}</h3>{grade_mark(area.grade)}</div>\n"
        f"{_narrative(area.paragraphs, words)}{_rounds(area.rounds)}\n{_criteria(area, words)}{link}\n</section>"
    )


def _narrative(paragraphs: Sequence[str], words: SectionWords) -> str:
    if not paragraphs:
        return f'<p class="muted">{words.no_narrative}</p>'
    written = "".join(f"<p>{escaped(paragraph)}</p>" for paragraph in paragraphs)
    return f'<div class="prose" lang="sv">{written}</div>'


def _rounds(rounds: Sequence[RoundLine]) -> str:
    if not rounds:
        return ""
    return f'\n<ul class="grade-rounds">{"".join(_round(line) for line in rounds)}</ul>'


def _round(line: RoundLine) -> str:
    about = f' <span class="muted">{escaped(line.about)}</span>' if line.about else ""
    reason = f' <span lang="sv">{escaped(line.reason)}</span>' if line.reason else ""
    told = f'<span class="round-told">{line.mark}{about}</span>'
    return f"<li><span>{escaped(line.name)}</span> {told}{reason}</li>"


def _criteria(area: ShownArea, words: SectionWords) -> str:
    if not area.criterion_count:
        return f'<p class="muted">{words.no_criteria}</p>'
    proposal = f". {escaped(area.proposal)}" if area.proposal else ""
    groups = "\n".join(
        f'<h4 class="criterion-group-title">{escaped(group.title)}</h4>\n'
        f'<div class="criterion-group">{group.rows}</div>'
        for group in area.groups
    )
    content = SafeString(f'\n<p class="criteria-tally">{escaped(area.tally)}{proposal}</p>\n{groups}\n')
    return disclosure(content, words.criteria, is_open=area.falls_short, count=area.criterion_count)


def plan_list(items: Iterable[ShownPlanItem]) -> SafeString:
    """Give the actions of a plan as a list in its own order; nothing for no action."""
    words = _words(language_now())
    shown = "\n".join(_action(item, words) for item in items)
    return SafeString(f'<ol class="plan">\n{shown}</ol>' if shown else "")


def _action(item: ShownPlanItem, words: SectionWords) -> str:
    key = escaped(item.key)
    subject = f'<a href="#criterion-{key}">{key}</a> ' if item.key else ""
    gloss = f'<p class="criterion-gloss" lang="en">{escaped(item.gloss)}</p>\n' if item.gloss else ""
    notes = "".join(
        f'<p class="plan-note"><span class="muted">{moment(note.at)}{f", {escaped(note.who)}" if note.who else ""}:</span>'
        f' {escaped(note.state)}. <span lang="sv">{escaped(note.note)}</span></p>\n'
        for note in item.progress
    )
    link = (
        f'<p class="no-print"><a href="{escaped(item.url)}">{words.open_action}'
        f'<span class="visually-hidden">: {key}</span></a></p>\n'
        if item.url
        else ""
    )
    if item.correct_url:
        link += (
            f'<p class="no-print"><a href="{escaped(item.correct_url)}">{words.correct_action}'
            f'<span class="visually-hidden">: {key}</span></a></p>\n'
        )
    return (
        f'<li class="plan-item" id="{escaped(item.anchor)}" tabindex="-1">\n'
        f'<div class="section-header"><h3 class="plan-subject">{subject}<span lang="sv">{escaped(item.sentence)}</span>'
        f'</h3><p class="row">{item.state} {item.overdue}</p></div>\n{gloss}'
        f'<p class="plan-action" lang="sv">{escaped(item.action or "–")}</p>\n'
        f'<div lang="sv">{facts(item.facts, columns=True)}</div>\n{notes}{link}</li>'
    )
