"""The areas of a review as its page shows them: grade, what decides, narrative, criteria by kind."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.domain.grading import GradeProposal, Verdict, propose_grade
from kollegium.domain.standard import Area, RequirementLevel
from kollegium.reviews.queries import AreaGrades, CasePart, CaseVerdict, ReviewCase
from kollegium.reviews.shown.grades import language_now, mark_of, shown_grade
from kollegium.reviews.shown.rows import criterion_rows
from kollegium.reviews.wording import GRADING_REASONS, ROUND_NAMES
from kollegium.ui.components.grades import ShownGrade, Tile, grade_mark
from kollegium.ui.components.html import escaped
from kollegium.ui.components.records import day
from kollegium.ui.components.words import level_word, verdict_word


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
    text_url: str = ""


@dataclass(frozen=True, slots=True)
class AreaLinks:
    """Where the page leads from an area: None where the reader may not go.

    Shape: `grade` and `text` take an area's key; `verdict` is what stands before and after a criterion's key.
    """

    grade: Callable[[str], str] | None = None
    verdict: tuple[str, str] | None = None
    text: Callable[[str], str] | None = None


def shown_areas(case: ReviewCase, part: CasePart, links: AreaLinks) -> list[ShownArea]:
    """Give every area of the standard, known or not, in the standard's order."""
    language = language_now()
    part_titles = {area.key: half.title(language) for half in case.standard.parts for area in half.areas[:1]}
    verdicts = part.standing_verdicts()
    return [
        _shown_area(case, part, graded, verdicts, links, part_titles.get(graded.area.key, ""))
        for graded in case.grades_of(part)
    ]


def tiles_of(areas: Iterable[ShownArea]) -> list[Tile]:
    """Give the strip of the areas of a page, each leading to its section."""
    return [
        Tile(area.key, area.title, area.grade, f"#{area.anchor}", area.part_title or None) for area in areas
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
    narrative = case.narrative_of(part, area.key)
    known = [verdicts[item.key].outcome for item in area.criteria if item.key in verdicts]
    return ShownArea(
        key=area.key,
        anchor=f"area-{area.key}",
        title=area.title(language_now()),
        part_title=part_title,
        grade=shown_grade(graded),
        rounds=tuple(_round_lines(graded, narrative)),
        proposal=proposal_words(proposal),
        deciding=deciding_now(proposal, graded),
        paragraphs=paragraphs(narrative),
        groups=tuple(_groups(case, area, verdicts, links)),
        criterion_count=len(area.criteria),
        tally=tally_words(known, len(area.criteria)),
        falls_short=any(verdict.falls_short for verdict in known),
        grade_url=links.grade(area.key) if links.grade else "",
        text_url=links.text(area.key) if links.text else "",
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


def _round_lines(graded: AreaGrades, narrative: str) -> Iterator[RoundLine]:
    """Give a line per round; one round that says no more than the mark above it gives none.

    A reason that stands in the narrative, as a report tells of a new grade, is not told again.
    """
    if len(graded.rounds) == 1 and not graded.rounds[0].reason and not graded.rounds[0].decided_by:
        return
    for grade in graded.rounds:
        about = (escaped(part) for part in (grade.decided_by, day(grade.decided_on)) if part)
        yield RoundLine(
            name=str(ROUND_NAMES[grade.round]),
            mark=grade_mark(ShownGrade(now=mark_of(graded.area, grade.outcome)), size="small"),
            about=SafeString(", ".join(about)),
            reason="" if grade.reason in narrative else grade.reason,
        )


def _groups(
    case: ReviewCase, area: Area, verdicts: dict[str, CaseVerdict], links: AreaLinks
) -> Iterator[CriterionGroup]:
    language = language_now()
    for level in RequirementLevel:
        criteria = area.at_level(level)
        if criteria:
            rows = criterion_rows(
                case.standard.key, criteria, verdicts, language=language, verdict_address=links.verdict
            )
            yield CriterionGroup(level.value, level_word(level, plural=True), rows)
