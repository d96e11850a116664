"""The areas of a review as its page shows them: grade, what decides, narrative, criteria by kind."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.domain.grading import GradeProposal, Verdict, propose_grade
from kollegium.domain.standard import Area, Criterion, RequirementLevel
from kollegium.reviews.models import VerdictSource
from kollegium.reviews.queries import AreaGrades, CasePart, CaseVerdict, ReviewCase
from kollegium.reviews.shown.grades import language_now, mark_of, shown_grade
from kollegium.reviews.wording import GRADING_REASONS, ROUND_NAMES, SOURCE_NAMES
from kollegium.ui.components.criteria import CriterionRow, criterion_row
from kollegium.ui.components.grades import ShownGrade, grade_mark
from kollegium.ui.components.records import day
from kollegium.ui.components.words import level_word, verdict_word

_BODY = "\x00body\x00"


@dataclass(frozen=True, slots=True)
class CriterionGroup:
    """The criteria of one kind; `rows` is ready HTML, because a page repeats them some seventy times."""

    level: str
    title: str
    rows: SafeString


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One graded round in words."""

    name: str
    mark: SafeString
    about: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShownArea:
    """One area of a review's page."""

    key: str
    anchor: str
    title: str
    part_title: str
    grade: ShownGrade
    rounds: tuple[RoundLine, ...]
    proposal: str
    deciding: tuple[str, ...]
    paragraphs: tuple[str, ...]
    groups: tuple[CriterionGroup, ...]
    criterion_count: int
    tally: str
    falls_short: bool
    grade_url: str = ""


@dataclass(frozen=True, slots=True)
class AreaLinks:
    """Where the page leads from an area: None where the reader may not go.

    Shape: `grade` takes an area's key, `verdict` a criterion's key.
    """

    grade: Callable[[str], str] | None = None
    verdict: Callable[[str], str] | None = None


def shown_areas(case: ReviewCase, part: CasePart, links: AreaLinks) -> list[ShownArea]:
    """Give every area of the standard, known or not, in the standard's order."""
    language = language_now()
    part_titles = {area.key: half.title(language) for half in case.standard.parts for area in half.areas[:1]}
    verdicts = part.standing_verdicts()
    return [
        _shown_area(case, part, graded, verdicts, links, part_titles.get(graded.area.key, ""))
        for graded in case.grades_of(part)
    ]


def _shown_area(
    case: ReviewCase,
    part: CasePart,
    graded: AreaGrades,
    verdicts: dict[str, CaseVerdict],
    links: AreaLinks,
    part_title: str,
) -> ShownArea:
    area = graded.area
    proposal = propose_grade(area, {key: verdict.outcome for key, verdict in verdicts.items()})
    narrative, _quote = part.texts.get(area.key, ("", ""))
    known = [verdicts[item.key].outcome for item in area.criteria if item.key in verdicts]
    return ShownArea(
        key=area.key,
        anchor=f"area-{area.key}",
        title=area.title(language_now()),
        part_title=part_title,
        grade=shown_grade(graded),
        rounds=tuple(_round_lines(graded)),
        proposal=proposal_words(proposal),
        deciding=deciding_now(proposal, graded),
        paragraphs=paragraphs(narrative),
        groups=tuple(_groups(case, area, verdicts, links)),
        criterion_count=len(area.criteria),
        tally=tally_words(known, len(area.criteria)),
        falls_short=any(verdict.falls_short for verdict in known),
        grade_url=links.grade(area.key) if links.grade else "",
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """Give the paragraphs of a written text."""
    return tuple(piece.strip() for piece in re.split(r"\n\s*\n", text) if piece.strip())


def deciding_now(proposal: GradeProposal, graded: AreaGrades) -> tuple[str, ...]:
    """Give the keys of the criteria known to decide: those that fall short, while anything does."""
    if proposal.outcomes and proposal.reasons[0].value.endswith("not-met"):
        return proposal.deciding
    return ()


def proposal_words(proposal: GradeProposal) -> str:
    """Say what the rule makes of the verdicts, in one or two sentences."""
    if proposal.worst is None or proposal.best is None:
        return " ".join(str(GRADING_REASONS[reason]) for reason in proposal.reasons)
    if not proposal.outcomes:
        if len(proposal.unknown) and proposal.worst is not proposal.best:
            return _("By the verdicts known, the grade lies between %(worst)s and %(best)s.") % {
                "worst": proposal.worst_letter,
                "best": proposal.best_letter,
            }
        return ""
    letters = _(" or ").join(proposal.letters)
    told = _("By the verdicts known, the rule gives %(letters)s.") % {"letters": letters}
    return f"{told} {GRADING_REASONS[proposal.reasons[0]]}"


def tally_words(known: list[Verdict], total: int) -> str:
    """Say how many criteria were judged how: `1 inte uppfyllt, 12 okända`."""
    words = []
    for verdict in Verdict:
        count = known.count(verdict)
        if count:
            words.append(f"{count} {verdict_word(verdict).lower()}")
    unknown = total - len(known)
    if unknown:
        words.append(ngettext("%(count)s unknown", "%(count)s unknown", unknown) % {"count": unknown})
    return ", ".join(words)


def _round_lines(graded: AreaGrades) -> Iterator[RoundLine]:
    """Give a line per round; one round that says no more than the mark above it gives none."""
    if len(graded.rounds) == 1 and not graded.rounds[0].reason and not graded.rounds[0].decided_by:
        return
    for grade in graded.rounds:
        when = day(grade.decided_on)
        about = [part for part in (grade.decided_by, when) if part]
        yield RoundLine(
            name=str(ROUND_NAMES[grade.round]),
            mark=grade_mark(ShownGrade(now=mark_of(graded.area, grade.outcome)), size="small"),
            about=format_html_join(", ", "{}", ((part,) for part in about)),
            reason=grade.reason,
        )


def _groups(
    case: ReviewCase, area: Area, verdicts: dict[str, CaseVerdict], links: AreaLinks
) -> Iterator[CriterionGroup]:
    language = language_now()
    for level in RequirementLevel:
        criteria = area.at_level(level)
        if criteria:
            rows = [
                _row(case, criterion, verdicts.get(criterion.key), links, language) for criterion in criteria
            ]
            # Every piece of the rows has been escaped where it was put together.
            html = SafeString("".join(rows))
            yield CriterionGroup(level.value, level_word(level, plural=True), html)


def _row(
    case: ReviewCase, criterion: Criterion, verdict: CaseVerdict | None, links: AreaLinks, language: str
) -> str:
    """Give one row as ready HTML; what every review shares of it is put together once."""
    outcome = verdict.outcome.value if verdict else None
    before, after = _frame(criterion, language, outcome)
    said = _said(verdict) if verdict else _unsaid(language)
    leads = _link_to_criterion(case.standard.key, criterion.key, language)
    if links.verdict:
        leads += _link_to_verdict(links.verdict(criterion.key), language)
    return f'{before}{said}<p class="row">{leads}</p>{after}'


@lru_cache(maxsize=4096)
def _frame(criterion: Criterion, language: str, outcome: str | None) -> tuple[str, str]:
    """Give what stands before and after the part of a row that opens."""
    row = CriterionRow(
        key=criterion.key,
        text=criterion.text_sv,
        level=criterion.level.value,
        verdict=outcome,
        gloss=criterion.text_en if language == "en" else "",
        anchor=f"criterion-{criterion.key}",
    )
    before, after = criterion_row(row, SafeString(_BODY)).split(_BODY)
    return before, after


def _said(verdict: CaseVerdict) -> SafeString:
    note = format_html('<p lang="sv">{}</p>', verdict.note) if verdict.note else ""
    words = _source_words(verdict.outcome, verdict.source, verdict.reviewer, language_now())
    return format_html("<p>{}</p>{}", words, note)


@lru_cache(maxsize=8)
def _unsaid(language: str) -> SafeString:
    return format_html("<p>{}</p>", _("The review does not say whether this is met."))


@lru_cache(maxsize=4096)
def _link_to_criterion(standard_key: str, criterion_key: str, language: str) -> SafeString:
    page = reverse("reviews:criterion", args=[standard_key, criterion_key])
    return format_html(
        '<a href="{}">{}</a>', page, _("How %(key)s fared in all reviews") % {"key": criterion_key}
    )


def _link_to_verdict(address: str, language: str) -> SafeString:
    return format_html(' <a href="{}">{}</a>', address, _add_words(language))


@lru_cache(maxsize=8)
def _add_words(language: str) -> str:
    return _("Add a verdict")


@lru_cache(maxsize=512)
def _source_words(outcome: Verdict, source: str, reviewer: str, language: str) -> str:
    words = {"verdict": verdict_word(outcome), "source": reviewer or str(SOURCE_NAMES[source])}
    if source in (VerdictSource.ACTION_PLAN, VerdictSource.IMPORTED):
        return _("%(verdict)s: %(source)s.") % words
    return _("%(verdict)s, by %(source)s.") % words
