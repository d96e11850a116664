"""The rows of criteria on a review's page, as ready HTML.

A page holds some seventy. What every review shares of a row, which is nearly all of it, is put
together once for each standard and language; what is left is to set the verdicts in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Criterion
from kollegium.reviews.models import VerdictSource
from kollegium.reviews.queries import CaseVerdict
from kollegium.reviews.wording import SOURCE_NAMES
from kollegium.ui.components.criteria import CriterionRow, criterion_row, verdict_mark
from kollegium.ui.components.html import escaped
from kollegium.ui.components.words import verdict_word

_BODY = "\x00body\x00"


@dataclass(frozen=True, slots=True)
class RowFrame:
    """A row in pieces: what stands before the verdict, from there to what is said about it, and after that."""

    before: str
    between: str
    after: str


@dataclass(frozen=True, slots=True)
class RowWords:
    """What the rows of a page say in one language; `marks` maps an outcome, or None, to its mark."""

    marks: Mapping[str | None, str]
    unsaid: str
    add: str


def criterion_rows(
    standard_key: str,
    criteria: Iterable[Criterion],
    verdicts: Mapping[str, CaseVerdict],
    *,
    language: str,
    verdict_address: tuple[str, str] | None,
) -> SafeString:
    """Give the criteria as rows.

    `verdict_address` is what stands before and after a criterion's key where a verdict is added, None where none may be.
    """
    frames = _frames(standards.standards_folder(), standard_key, language)
    words = _words(language)
    before, after = map(escaped, verdict_address or ("", ""))
    pieces: list[str] = []
    for criterion in criteria:
        frame, verdict = frames[criterion.key], verdicts.get(criterion.key)
        pieces += (
            frame.before,
            words.marks[verdict.outcome.value if verdict else None],
            frame.between,
            _said(verdict, language) if verdict else words.unsaid,
            frame.after,
        )
        if verdict_address:
            pieces.append(f' <a href="{before}{criterion.key}{after}">{words.add}</a>')
        pieces.append("</p></div></details>")
    return SafeString("".join(pieces))


@lru_cache(maxsize=32)
def _frames(folder: Path, standard_key: str, language: str) -> dict[str, RowFrame]:
    """Give the rows of a standard without what a review says. Shape: criterion key → pieces."""
    standard = standards.load(standard_key, folder=folder)
    return {criterion.key: _frame(standard_key, criterion, language) for criterion in standard.criteria}


def _frame(standard_key: str, criterion: Criterion, language: str) -> RowFrame:
    row = CriterionRow(
        key=criterion.key,
        text=criterion.text_sv,
        level=criterion.level.value,
        gloss=criterion.text_en if language == "en" else "",
        anchor=f"criterion-{criterion.key}",
    )
    # The component draws the row with an unknown verdict; it is cut there and where the body goes.
    before, rest = criterion_row(row, _BODY).split(verdict_mark(None))
    between, _end = rest.split(_BODY)
    page = reverse("reviews:criterion", args=[standard_key, criterion.key])
    told = _("How %(key)s fared in all reviews") % {"key": criterion.key}
    return RowFrame(before, between, f'<p class="row"><a href="{escaped(page)}">{escaped(told)}</a>')


@lru_cache(maxsize=8)
def _words(language: str) -> RowWords:
    return RowWords(
        marks={
            None: verdict_mark(None),
            **{verdict.value: verdict_mark(verdict.value) for verdict in Verdict},
        },
        unsaid=f"<p>{escaped(_('The review does not say whether this is met.'))}</p>",
        add=escaped(_("Add a verdict")),
    )


def _said(verdict: CaseVerdict, language: str) -> str:
    note = f'<p lang="sv">{escaped(verdict.note)}</p>' if verdict.note else ""
    return f"<p>{_source_words(verdict.outcome.value, verdict.source, verdict.reviewer, language)}</p>{note}"


@lru_cache(maxsize=512)
def _source_words(outcome: str, source: str, reviewer: str, language: str) -> str:
    words = {"verdict": verdict_word(outcome), "source": reviewer or str(SOURCE_NAMES[source])}
    if source in (VerdictSource.ACTION_PLAN, VerdictSource.IMPORTED):
        return escaped(_("%(verdict)s: %(source)s.") % words)
    return escaped(_("%(verdict)s, by %(source)s.") % words)
