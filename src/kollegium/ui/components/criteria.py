"""Criteria: kind by its edge, verdict by mark and word, and the row that opens in place."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from kollegium.ui.components.breaking import breakable_sentence
from kollegium.ui.components.html import EMPTY, css_key, icon, optional
from kollegium.ui.components.words import level_word, verdict_word

VERDICTS = ("met", "partly_met", "not_met", "not_applicable", "cannot_tell")

# Each verdict has a shape of its own, so that a grey copy says the same.
VERDICT_SHAPES = {
    key: format_html(
        '<svg class="shape" viewBox="0 0 24 24" stroke-linecap="round" stroke-linejoin="round" '
        'aria-hidden="true" focusable="false">{}</svg>',
        drawing,
    )
    for key, drawing in {
        "met": mark_safe(
            '<path d="m5 12.5 4.5 4.500L19 7.5" fill="none" stroke="currentColor" stroke-width="2.75"/>'
        ),
        "partly_met": mark_safe(
            '<circle cx="12" cy="12" r="7.5" fill="none" stroke="currentColor" stroke-width="2"/>'
            '<path d="M12 4.500a7.5 7.5 0 0 0 0 15Z" fill="currentColor"/>'
        ),
        "not_met": mark_safe(
            '<path d="m6.5 6.5 11 11m0-11-11 11" fill="none" stroke="currentColor" stroke-width="2.75"/>'
        ),
        "not_applicable": mark_safe(
            '<path d="M5.5 12h13" fill="none" stroke="currentColor" stroke-width="2.75"/>'
        ),
        "cannot_tell": mark_safe(
            '<path d="M9 9.200a3.1 3.1 0 1 1 4.7 2.600c-1.1.7-1.7 1.3-1.7 2.7" fill="none" '
            'stroke="currentColor" stroke-width="2.25"/><circle cx="12" cy="18" r="1.5" fill="currentColor"/>'
        ),
        "unknown": mark_safe(
            '<circle cx="12" cy="12" r="7.5" fill="none" stroke="currentColor" stroke-width="2.5" '
            'stroke-dasharray="0.1 4.612"/>'
        ),
    }.items()
}


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion as a row shows it.

    `text` is the Swedish sentence; `gloss` the English one, shown beneath it in the English interface.
    """

    key: str
    text: str
    level: str
    verdict: str | None = None
    evidence_count: int | None = None
    gloss: str = ""
    anchor: str = ""


def verdict_shape(verdict: str | None) -> SafeString:
    """Return the shape of a verdict as inline SVG, silent for those who listen."""
    return VERDICT_SHAPES.get(str(verdict), VERDICT_SHAPES["unknown"])


def verdict_mark(verdict: str | None, *, word: bool = True) -> SafeString:
    """Return shape and word of a verdict; with `word=False` the word is only heard."""
    key = str(verdict) if verdict in VERDICTS else "unknown"
    return _verdict_mark(key, verdict_word(key), word)


@lru_cache(maxsize=64)
def _verdict_mark(key: str, said: str, word: bool) -> SafeString:
    return format_html(
        '<span class="verdict verdict-{}">{}<span class="{}">{}</span></span>',
        css_key(key),
        verdict_shape(key),
        "verdict-word" if word else "visually-hidden",
        said,
    )


def level_edge(content: str, level: str, *, word: bool = False) -> SafeString:
    """Return the content behind the edge of its kind: solid, dashed or dotted; with `word` the kind is written out."""
    return format_html(
        '<div class="edge edge-{}">{}{}</div>',
        css_key(level),
        optional('<span class="edge-word">{}</span>', level_word(level) if word else ""),
        content,
    )


def criterion_row(
    row: CriterionRow, content: str, *, is_open: bool = False, word: bool = False
) -> SafeString:
    """Return the row: key, sentence, kind edge, verdict and count of evidence; with content it opens in place."""
    has_content = bool(content.strip())
    head = format_html(
        '<span class="criterion-key">{}</span><span class="criterion-text">{}<span lang="sv">{}</span>{}</span>'
        '<span class="criterion-verdict">{}{}</span>',
        row.key,
        _spoken_level(row.level, word=word),
        breakable_sentence(row.text),
        optional('<span class="criterion-gloss" lang="en">{}</span>', row.gloss),
        verdict_mark(row.verdict),
        _evidence(row.evidence_count),
    )
    anchor = format_html(' id="{}"', row.anchor) if row.anchor else EMPTY
    edge = css_key(row.level)
    if not has_content:
        return format_html(
            '<div class="criterion edge edge-{}"{}><div class="criterion-head">{}</div></div>',
            edge,
            anchor,
            head,
        )
    return format_html(
        '<details class="criterion edge edge-{}"{}{}><summary class="criterion-head">{}{}</summary>'
        '<div class="criterion-body">{}</div></details>',
        edge,
        anchor,
        mark_safe(" open") if is_open else EMPTY,
        head,
        icon("chevron-down"),
        content,
    )


def _spoken_level(level: str, *, word: bool) -> SafeString:
    name = level_word(level)
    if word:
        return format_html('<span class="edge-word">{}</span>', name)
    return format_html('<span class="visually-hidden">{}: </span>', name)


def _evidence(count: int | None) -> SafeString:
    if count is None:
        return EMPTY
    if count == 0:
        return format_html('<span class="criterion-evidence">{}</span>', gettext("No evidence"))
    words = ngettext("%(count)s piece of evidence", "%(count)s pieces of evidence", count) % {"count": count}
    return format_html('<span class="criterion-evidence">{}</span>', words)
