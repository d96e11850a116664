"""Which rows are headings: areas, parts, kinds of criteria, summary lists, plan, lone letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kollegium.domain.reading.catalogue import Catalogue
from kollegium.domain.reading.columns import column_heads, may_begin_columns
from kollegium.domain.reading.fragments import Fragment, Kind
from kollegium.domain.reading.grades import is_grade_line
from kollegium.domain.reading.rows import Row
from kollegium.domain.reading.text import (
    ends_in_hyphen,
    ends_sentence,
    fold,
    is_unfinished,
    join_lines,
    starts_lower,
)
from kollegium.domain.reading.vocabulary import (
    FIXED_HEADINGS,
    GRADE_HEADINGS,
    LABEL_AT_START,
    LABEL_IN_CAPITALS,
    LABEL_OPENING,
    LABEL_OPENINGS,
    LEVEL_HEADINGS,
    LINE_OPENINGS,
    OVERVIEW_HEADINGS,
    PLAN_HEADING_FOR,
    PLAN_HEADINGS,
    SHORT_LABEL_AT_START,
    SUMMARY_HEADINGS,
    SUMMARY_TITLES,
    VERDICT_WORDS,
    PlanField,
    label_of,
)

_MAX_TITLE_ROWS = 4
_MAX_HEADING = 160
_NARROW = 40
_OTHER_SIZE = 0.6
_MAX_STACK = 5
# So many letters on both sides of a cut tell which wording was cut.
_SEAM = 20
_LABEL_INITIALS = frozenset("PDARFTUGKSÅadprfu")
_PLAN_INITIALS = frozenset("HhÅåAa")


def classified(rows: Sequence[Row], catalogue: Catalogue) -> list[Fragment]:
    """Give one or two fragments per row, in order: headings and labels found, the rest free text.

    A plan label and the words behind it become two fragments of the same row.
    """
    fragments: list[Fragment] = []
    position = 0
    own_words = catalogue.headings
    while position < len(rows):
        row = rows[position]
        folded, text = row.folded, row.text
        # Most rows: no label, table or grade begins or reads so.
        is_plain = (
            len(folded) > LABEL_OPENING
            and folded[:LABEL_OPENING] not in LINE_OPENINGS
            and not row.bullet
            and ":" not in text
            and "=" not in text
        )
        if is_plain and folded not in own_words and folded not in FIXED_HEADINGS:
            fragments.append(Fragment(Kind.TEXT, row, text))
            position += 1
            continue
        may_be_title = row.folded in catalogue.titles or row.folded in catalogue.title_starts
        count = _title_rows(rows, position, catalogue) if may_be_title else 0
        if count:
            key = _title_key(rows[position : position + count], catalogue)
            fragments += [
                Fragment(Kind.TITLE, one, one.text, key) for one in rows[position : position + count]
            ]
            position += count
            continue
        found, used = ([], 1) if is_plain else _labels(rows, position, fragments)
        if found:
            fragments += found
        else:
            following = rows[position + 1] if position + 1 < len(rows) else None
            fragments.append(_heading(row, following, catalogue, fragments))
        position += used
    return fragments


def _labels(rows: Sequence[Row], position: int, above: Sequence[Fragment]) -> tuple[list[Fragment], int]:
    """Give the headings of a table's columns or the plan's label here and how many rows they take."""
    if may_begin_columns(rows[position].text):
        heads, used = column_heads(rows, position)
        if heads:
            return heads, used
    return _label(rows, position, above=above[-1] if above else None)


def _text_before(fragments: Sequence[Fragment], *, skip_headings: bool) -> str | None:
    """Give the text right above; None below a heading, unless headings are to be looked past."""
    for fragment in reversed(fragments[-_MAX_STACK:]):
        if fragment.kind in (Kind.TEXT, Kind.LABEL):
            return fragment.text
        if not skip_headings or fragment.kind is not Kind.LEVEL:
            return None
    return None


def _heading(row: Row, following: Row | None, catalogue: Catalogue, above: Sequence[Fragment]) -> Fragment:
    folded = row.folded
    if not folded:
        return Fragment(Kind.MARK, row, row.text)
    if len(folded) > _MAX_HEADING or starts_lower(row.text):
        return Fragment(Kind.TEXT, row, row.text)
    kind, key = _short_heading(row, catalogue)
    is_plan = kind is Kind.TEXT and row.text[0] in _PLAN_INITIALS and PLAN_HEADING_FOR.fullmatch(row.text)
    if kind is Kind.TEXT and not is_plan:
        return Fragment(Kind.TEXT, row, row.text)
    before = _text_before(above, skip_headings=row.text.endswith("."))
    if kind is Kind.LETTER and before is not None and is_unfinished(before):
        # `Graderingen är ändrad till` / `C.`
        return Fragment(Kind.TEXT, row, row.text)
    if is_plan and (before is None or ends_sentence(before)):
        kind = Kind.PLAN
    if kind is Kind.LEVEL and before and following and _cuts_wording(before, following, catalogue):
        return Fragment(kind, row, row.text, key)
    if kind is Kind.TEXT or (before is not None and _continues(row, following) and kind is not Kind.PART):
        return Fragment(Kind.TEXT, row, row.text)
    return Fragment(kind, row, row.text, key)


def _cuts_wording(before: str, following: Row, catalogue: Catalogue) -> bool:
    """Tell whether the rows above and below are one wording of the standard's, cut in two by this row.

    A heading that a page break once left alone stands so when the pages are broken elsewhere.
    """
    seam = fold(before)[-_SEAM:] + following.folded[:_SEAM]
    return len(seam) > _SEAM and catalogue.holds(seam)


def _short_heading(row: Row, catalogue: Catalogue) -> tuple[Kind, str]:
    folded = row.folded
    bare = row.text.rstrip(".:) ")
    if bare in catalogue.letters or bare in catalogue.keys:
        return Kind.LETTER, bare
    if folded in SUMMARY_HEADINGS:
        return Kind.SUMMARY, SUMMARY_HEADINGS[folded]
    if folded in PLAN_HEADINGS:
        return Kind.PLAN, ""
    if folded in catalogue.parts and (row.text.isupper() or len(row.text.split()) == 1):
        return Kind.PART, folded
    if folded in LEVEL_HEADINGS or folded in GRADE_HEADINGS:
        return (Kind.TEXT, "") if row.text.endswith(".") and len(folded) > 3 else (Kind.LEVEL, "")
    if folded in VERDICT_WORDS and not row.text.endswith("."):
        return Kind.VERDICT, VERDICT_WORDS[folded]
    if folded in OVERVIEW_HEADINGS:
        return Kind.OVERVIEW, ""
    if is_grade_line(row.text):
        return Kind.GRADE, ""
    if folded in SUMMARY_TITLES:
        return Kind.PART, folded
    return Kind.TEXT, ""


def _continues(row: Row, following: Row | None) -> bool:
    """Tell whether the next row goes on in the middle of a sentence, so that this is no heading.

    After a page break a repeated heading may well stand in the middle of a sentence.
    """
    if following is None or row.new_page or row.line.bold or row.text.isupper():
        return False
    if row.line.size and following.line.size and abs(row.line.size - following.line.size) > _OTHER_SIZE:
        return False
    return starts_lower(following.text) and not following.bullet and not following.new_page


def _label(rows: Sequence[Row], position: int, above: Fragment | None) -> tuple[list[Fragment], int]:
    """Give the fragments of a plan label here and how many rows it takes; no fragments for none.

    In a narrow column the label goes over two rows. `above` is the fragment before.
    """
    row = rows[position]
    if not row.bullet and (row.text[:1] not in _LABEL_INITIALS or not _may_begin_label(row.folded)):
        return [], 1
    match = LABEL_AT_START.match(row.body) or _label_in_capitals(row)
    if match is None:
        match = SHORT_LABEL_AT_START.match(row.body)
        if match is not None and _is_value(match, rows, above):
            match = None
    if match is not None and not _grows(rows, position, label_of(match)):
        return _label_fragments(row, row.body, match), 1
    if position + 1 < len(rows) and len(row.text) < _NARROW and starts_lower(rows[position + 1].text):
        below = rows[position + 1]
        joined = join_lines((row.body, below.text))
        match = LABEL_AT_START.match(joined)
        if match is not None and match.end() > len(row.body):
            label = Fragment(Kind.LABEL, row, row.body, label_of(match))
            rest = joined[match.end() :].strip()
            value = [Fragment(Kind.TEXT, below, rest)] if rest else []
            return [label, Fragment(Kind.LABEL, below, below.text, label.key), *value], 2
    return [], 1


def _may_begin_label(folded: str) -> bool:
    """Tell whether a folded text begins as some label does; asked of every row, so cheaper than a pattern."""
    return len(folded) < LABEL_OPENING or folded[:LABEL_OPENING] in LABEL_OPENINGS


def _label_in_capitals(row: Row) -> re.Match[str] | None:
    match = LABEL_IN_CAPITALS.compiled.match(row.body) if row.text[:2].isupper() else None
    return match if match is not None and match.group().isupper() else None


def _is_value(match: re.Match[str], rows: Sequence[Row], above: Fragment | None) -> bool:
    """Tell whether a short label is the words of a value, in a plan that has the long label for it.

    `Klart` alone is an answer there; with a colon behind it it is one right below a label only.
    """
    if ":" in match.group() and (above is None or above.kind is not Kind.LABEL):
        return False
    label = label_of(match)
    return any(
        (long := LABEL_AT_START.match(row.body)) is not None and label_of(long) is label
        for row in rows
        if row.bullet or (row.text[:1] in _LABEL_INITIALS and _may_begin_label(row.folded))
    )


def _label_fragments(row: Row, text: str, match: re.Match[str]) -> list[Fragment]:
    label = Fragment(Kind.LABEL, row, text[: match.end()].strip(), label_of(match))
    value = text[match.end() :].strip()
    return [label, Fragment(Kind.TEXT, row, value)] if value else [label]


def _grows(rows: Sequence[Row], position: int, label: PlanField) -> bool:
    """Tell whether a short label is only the first row of another: `Responsible` / `for follow-up`."""
    if position + 1 >= len(rows) or not starts_lower(rows[position + 1].text):
        return False
    match = LABEL_AT_START.match(join_lines((rows[position].body, rows[position + 1].text)))
    return match is not None and label_of(match) is not label


def _title_rows(rows: Sequence[Row], position: int, catalogue: Catalogue) -> int:
    """Give over how many rows an area's title stands here; 0 where there is none.

    A title broken over rows is joined; the beginning of one left alone at the foot of a page counts.
    """
    row = rows[position]
    folded = row.folded
    if folded in catalogue.titles:
        grown = _grown(rows, position, catalogue)
        if grown:
            return grown
        return 0 if _is_sentence_part(rows, position, catalogue) else 1
    if folded not in catalogue.title_starts or starts_lower(row.text):
        return 0
    grown = _grown(rows, position, catalogue)
    if grown:
        return grown
    return _orphaned(rows, position, catalogue)


def _orphaned(rows: Sequence[Row], position: int, catalogue: Catalogue) -> int:
    """Give how many rows hold the beginning of a title whose end is missing, or 0."""
    joined, found = "", 0
    for count, row in enumerate(rows[position : position + _MAX_TITLE_ROWS], start=1):
        joined += row.folded
        if joined not in catalogue.title_starts:
            break
        longest = max(len(title) for title in catalogue.title_starts[joined])
        if (is_unfinished(row.text) or ends_in_hyphen(row.text)) and len(joined) * 2 >= longest:
            found = count
    return found


def _grown(rows: Sequence[Row], position: int, catalogue: Catalogue) -> int:
    """Give the number of rows (2 or more) that together are a title, longest first, or 0."""
    joined, found = rows[position].folded, 0
    for count in range(2, _MAX_TITLE_ROWS + 1):
        if joined not in catalogue.title_starts or position + count > len(rows):
            break
        joined += rows[position + count - 1].folded
        if joined in catalogue.titles:
            found = count
    return found


def _is_sentence_part(rows: Sequence[Row], position: int, catalogue: Catalogue) -> bool:
    row = rows[position]
    if row.text.endswith(".") or starts_lower(row.text):
        return True
    if len(row.text.split()) > 2 or fold(row.text) not in catalogue.titles:
        return False
    following = rows[position + 1] if position + 1 < len(rows) else None
    return _continues(row, following)


def _title_key(rows: Sequence[Row], catalogue: Catalogue) -> str:
    folded = "".join(row.folded for row in rows)
    if folded in catalogue.titles:
        return catalogue.titles[folded]
    # The letter printed before an orphaned beginning decides between areas that begin alike.
    return catalogue.titles[min(catalogue.title_starts[folded], key=lambda title: (len(title), title))]
