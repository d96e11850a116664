"""The whole judgement of a report as ready HTML: some seventy criteria, each with everybody's verdicts.

What every case shares of a row is put together once for each standard and language, as in `rows.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Area
from kollegium.domain.verdict_evidence import EvidenceItem, SourceKind
from kollegium.reviews.queries.judging import JudgedPart, OneJudgement
from kollegium.reviews.queries.whole_judgement import WholeJudgement
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.ui.components.criteria import verdict_mark
from kollegium.ui.components.grades import ShownGrade, grade_mark
from kollegium.ui.components.html import escaped
from kollegium.ui.components.records import status
from kollegium.ui.components.words import level_word


def area_sections(found: WholeJudgement) -> SafeString:
    """Give every area with its grade and its criteria."""
    language = language_now()
    everybody = (found.judged.own, *found.judged.others.values())
    named = {reference for rows in everybody for one in rows.values() for reference in one.evidence}
    heads = _heads(standards.standards_folder(), found.judged.standard.key, language)
    links = {reference: _link(item) for reference, item in found.evidence.items() if reference in named}
    heard = _note_counts(found.evidence.values())
    judged, words = found.judged, _words(language)
    address = reverse("reviews:judged_area", args=[judged.part.review_id, judged.part.pk, "AREA"])
    pieces: list[str] = []
    for area in judged.standard.areas:
        url = address.replace("AREA", area.key)
        pieces.append(_area_head(judged, area, language, url))
        for criterion in area.criteria:
            key = criterion.key
            pieces.append(heads[key])
            if key in heard:
                pieces.append(
                    f'<p class="judged-evidence"><a href="{url}?one={key}">{_notes_word(heard[key], language)}</a></p>'
                )
            pieces.append(_found(judged, area, key, links, words))
            pieces.append("</li>")
        pieces.append("</ol></section>")
    return SafeString("".join(pieces))


@lru_cache(maxsize=32)
def _heads(folder: Path, standard_key: str, language: str) -> dict[str, str]:
    """Give the beginning of each row. Shape: criterion key → HTML, the list item left open."""
    return {
        criterion.key: (
            f'<li id="criterion-{criterion.key}" class="judged edge edge-{criterion.level.value}">'
            f'<h3 class="judged-title"><span class="criterion-key">{criterion.key}</span> '
            f'<span lang="sv">{escaped(criterion.text_sv)}</span>'
            + (
                f' <span class="criterion-gloss" lang="en">{escaped(criterion.text_en)}</span>'
                if language == "en"
                else ""
            )
            + f' <span class="muted judged-level">{escaped(level_word(criterion.level))}</span></h3>'
        )
        for criterion in standards.load(standard_key, folder=folder).criteria
    }


@dataclass(frozen=True, slots=True)
class Words:
    """What the rows say in one language; `marks` maps an outcome, or None, to its mark."""

    you: str
    agreed: str
    rests: str
    unjudged: str
    differ: str
    marks: Mapping[Verdict | None, str]


@lru_cache(maxsize=8)
def _words(language: str) -> Words:
    return Words(
        you=escaped(_("You")),
        agreed=escaped(_("Agreed")),
        rests=escaped(_("Rests on")),
        unjudged=f'<p class="muted">{escaped(_("Not judged yet"))}</p>',
        differ=f"<li>{status(_('You differ'), kind='late')}</li>",
        marks={None: verdict_mark(None), **{verdict: verdict_mark(verdict) for verdict in Verdict}},
    )


@lru_cache(maxsize=64)
def _notes_word(number: int, language: str) -> str:
    return escaped(
        ngettext("%(number)s interview note", "%(number)s interview notes", number) % {"number": number}
    )


def _note_counts(items: Iterable[EvidenceItem]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for item in items:
        if item.kind is SourceKind.NOTE and item.words:
            for key in item.criteria:
                counts[key] = counts.get(key, 0) + 1
    return counts


def _link(item: EvidenceItem) -> str:
    title = escaped(item.label)
    if not item.url:
        return title
    newer = (
        f' <a href="{escaped(item.newer.url)}">{escaped(item.newer.words)}</a>'
        if item.newer and item.newer.words
        else ""
    )
    return f'<a href="{escaped(item.url)}">{title}</a>{newer}'


def _area_head(judged: JudgedPart, area: Area, language: str, url: str) -> str:
    grade = judged.grades.get(area.key)
    mark = f" {grade_mark(ShownGrade(now=mark_of(area, grade.outcome)))}" if grade else ""
    return (
        f'<section class="section" aria-labelledby="area-{area.key}"><h2 id="area-{area.key}">'
        f'<a href="{url}">{area.key} {escaped(area.title(language))}</a>{mark}</h2><ol class="plain-list stack">'
    )


def _found(judged: JudgedPart, area: Area, key: str, links: Mapping[str, str], words: Words) -> str:
    """Give everybody's verdicts on a criterion as far as they are open, and what was agreed."""
    own, agreed = judged.own.get(key), judged.reconciled.get(key)
    lines = [_line(words.you, own, links, words)] if own else []
    lines += [
        _line(escaped(judged.team[number]), rows[key], links, words)
        for number, rows in judged.others.items()
        if key in rows
    ]
    if agreed:
        lines.append(_line(words.agreed, agreed, links, words))
    elif judged.is_open(area) and _differ(judged, key):
        lines.append(words.differ)
    if not lines:
        return words.unjudged
    return f'<ul class="plain-list stack-tight judged-found">{"".join(lines)}</ul>'


def _differ(judged: JudgedPart, key: str) -> bool:
    everybody = [judged.own, *judged.others.values()] if judged.me is not None else [*judged.others.values()]
    return len({rows[key].outcome if key in rows else None for rows in everybody}) > 1


def _line(name: str, judgement: OneJudgement, links: Mapping[str, str], words: Words) -> str:
    note = f' <span lang="sv">{escaped(judgement.note)}</span>' if judgement.note else ""
    shown = ", ".join([links[reference] for reference in judgement.evidence if reference in links])
    evidence = f' <span class="judged-evidence">{words.rests}: {shown}</span>' if shown else ""
    return f"<li><strong>{name}</strong> {words.marks[judgement.outcome]}{note}{evidence}</li>"
