"""Grades as the text says them: changed after a plan, kept, or written out."""

from __future__ import annotations

import re
from typing import NamedTuple

from kollegium.domain.reading.patterns import RarePattern
from kollegium.domain.reading.text import sentences
from kollegium.domain.standard import GradeScale, Outcome

# Without `re.IGNORECASE` for text in small letters: matching without regard to case takes two to three times as long.
_PLAN_OR_BREACH = re.compile(r"handlingsplan|åtgärdsplan|brist|action plan|deficienc")
_NEGATED = re.compile(r"\b(?:inte|ej|icke|not)\b")
_CONDITIONAL = re.compile(
    r"\b(?:kan|kunde|kommer att|skulle|om|när|ifall|förutsatt|bör|ska|skall|hoppas|önska\w*|vill|förvänta\w*|räknar|föreslå\w*|could|would|if|when|may|will)\b",
)
_GRADE_WORD = r"(?:graderingen|gradering|graden|grad|betyget|betyg|bedömningen|omdömet|grade)"


class ReadGrade(NamedTuple):
    """What a text says about an area's grade; `strange` are letters the area's scale does not have."""

    at_visit: str | None = None
    now: str | None = None
    quote: str | None = None
    strange: tuple[str, ...] = ()
    contradictory: tuple[str, ...] = ()


class _Statement(NamedTuple):
    kind: str  # "changed", "kept", "written", "at_visit", "decided", "now"
    grade: str
    quote: str
    before: str | None = None


_LETTER = r"(?-i:(?P<grade>[A-Z]))(?![\w-])"
_LETTER_BEFORE = r"(?-i:(?P<before>[A-Z]))(?![\w-])"
_CHANGED = (
    r"(?:ändra(?:ts|d|t|des|s)|höj(?:ts|d|des|s)|(?:uppgradera|justera|revidera|ompröva)(?:ts|d|des|s)|sänk(?:ts|t|tes|s)"
    r"|changed|raised|revised)"
)
_CHANGING_WORDS = (
    "ändra", "höj", "uppgradera", "justera", "revidera", "ompröva", "sänk", "changed", "raised", "revised",
)  # fmt: skip
_KEPT = (
    r"(?:kvarstår|kvarstod|består|bibehålls|behålls|(?:ligger|står)\s+kvar|står\s+fast|förblir|är\s+oförändrad"
    r"|oförändrad|remains|stands)"
)
_KEEPING_WORDS = ("kvar", "består", "behålls", "fast", "förblir", "oförändrad", "remains", "stands")
# Each kind of statement with words of which it needs one, in small letters: most patterns are never compiled.
_SHAPES = (
    (
        "at_visit",
        ("besöket", "granskningen", "visit"),
        rf"{_GRADE_WORD}\s+(?:vid\s+(?:besöket|granskningen)|at\s+the\s+visit)\s*(?::|är|var|was)\s*{_LETTER}",
    ),
    (
        "decided",
        ("beslutad", "decided"),
        rf"(?:beslutad|decided)\s+{_GRADE_WORD}\s*(?::|är|var|is|was)\s*{_LETTER}",
    ),
    (
        "now",
        ("nu", "handlingsplan", "now", "plan"),
        rf"{_GRADE_WORD}\s+(?:nu|efter\s+handlingsplan|now|after\s+(?:the\s+)?action\s+plan)\s*(?::|är|is)\s*{_LETTER}",
    ),
    (
        "changed",
        ("från",),
        rf"{_GRADE_WORD}\b[^.]{{0,60}}?\b{_CHANGED}\b[^.]{{0,40}}?från\s+{_LETTER_BEFORE}\s+(?:till|to)\s+{_LETTER}",
    ),
    (
        "changed",
        _CHANGING_WORDS,
        rf"{_GRADE_WORD}\b[^.]{{0,60}}?\b{_CHANGED}\b[^.]{{0,40}}?\b(?:till|to)\s+{_LETTER}",
    ),
    ("changed", _CHANGING_WORDS, rf"\b{_CHANGED}\s+{_GRADE_WORD}\b[^.]{{0,30}}?\b(?:till|to)\s+{_LETTER}"),
    ("kept", _KEEPING_WORDS, rf"{_GRADE_WORD}\s*:?\s*{_LETTER}\s+{_KEPT}"),
    ("kept", _KEEPING_WORDS, rf"{_GRADE_WORD}\s+{_KEPT}\s*(?::|som|på|med|at|vid)?\s*{_LETTER}"),
    ("kept", _KEEPING_WORDS, rf"{_KEPT}\s+(?:som|på|med|vid|at)?\s*{_GRADE_WORD}\s*:?\s*{_LETTER}"),
    (
        "written",
        (":", "=", "–", "-", "är", "blir", "blev", "sätts", "is"),
        rf"{_GRADE_WORD}\s*(?::|=|–|-|är|blir|blev|sätts\s+till|is)\s*{_LETTER}",
    ),
    (
        "written",
        ("grader", "bedöms", "graded"),
        rf"(?:graderas|graderats|graderades|bedöms|is\s+graded)\s+(?:som|med|till|as|är)?\s*(?:{_GRADE_WORD}\s+)?{_LETTER}",
    ),
    ("written", ("",), rf"(?<![^\W_] ){_GRADE_WORD}\s+{_LETTER}\s*\.?$"),
    (
        "written",
        ("får", "fick", "ges", "erhåll", "erhöll", "given"),
        rf"(?:får|fick|ges|erhåller|erhöll|given)\s+{_GRADE_WORD}\s+{_LETTER}",
    ),
)
_STATEMENTS = tuple(
    (kind, needs, RarePattern(r"\b" + shape, re.IGNORECASE)) for kind, needs, shape in _SHAPES
)
_ANY_GRADE_WORD = re.compile(rf"\b(?:{_GRADE_WORD}|grader\w+|bedöms)\b")
# One of these stands in every text that the pattern above finds anything in: most texts need no pattern.
_GRADE_STEMS = ("grad", "betyg", "bedöm", "omdöme")
_GRADE_NAMED = re.compile(r"\b(?:grader\w*|graden|grad|betyg\w*|grades?|graded)\b")
_PLAN_HANDED_IN = re.compile(
    r"(?:handlingsplan|åtgärdsplan)\w*\s+(?:är\s+)?in(?:kommen|lämnad)|in(?:kommit|lämnat)\s+med",
)
_GRADE_LINE = re.compile(
    rf"(?:(?:beslutad|decided)\s+)?{_GRADE_WORD}(?:\s+(?:nu|now|vid\s+\w+|at\s+the\s+visit|efter\s+handlingsplan|after\s+action\s+plan))?"
    r"\s*[:=]\s*(?:(?-i:[A-Z])(?![\w-])|okänd|okänt|unknown|[–-])(?:\s*\([^)]*\))?\s*\.?",
    re.IGNORECASE,
)


def is_grade_line(text: str) -> bool:
    """Tell whether a line is a label with a grade and nothing else: `Gradering: B`."""
    return (":" in text or "=" in text) and bool(_GRADE_LINE.fullmatch(text.strip()))


def is_about_grade(sentence: str) -> bool:
    """Tell whether a sentence speaks of the area's grade or of the plan handed in."""
    lower = sentence.lower()
    return bool(_GRADE_NAMED.search(lower) or _PLAN_HANDED_IN.search(lower))


def grade_in(narrative: str, lines: list[str], scale: GradeScale, *, has_plan_item: bool) -> ReadGrade:
    """Give the grade an area's texts say, as decided after the visit and now.

    `lines` are label lines (`Gradering nu: C`); `has_plan_item` tells whether the action plan holds an
    item for the area, which only a breach of the regulations gives rise to.
    """
    known = {step.letter for step in scale.steps}
    statements = [
        statement
        for text in (*lines, *(sentences(narrative) if _may_name_grade(narrative.lower()) else ()))
        for statement in _statements(text)
    ]
    strange = tuple(dict.fromkeys(one.grade for one in statements if one.grade not in known))
    statements = [one for one in statements if one.grade in known]
    if not statements:
        return ReadGrade(strange=strange)
    breach = has_plan_item or bool(_PLAN_OR_BREACH.search(narrative.lower()))
    return _combined(statements, scale, breach, strange)


def _may_name_grade(lower: str) -> bool:
    return any(stem in lower for stem in _GRADE_STEMS)


def _statements(sentence: str) -> list[_Statement]:
    lower = sentence.lower()
    if not _may_name_grade(lower) or not _ANY_GRADE_WORD.search(lower):
        return []
    for kind, needs, pattern in _STATEMENTS:
        if not any(word in lower for word in needs):
            continue
        match = pattern.compiled.search(sentence)
        if match is None:
            continue
        if kind in ("changed", "written") and _is_uncertain(sentence, match):
            return []
        before = match.groupdict().get("before")
        return [_Statement(kind, match.group("grade"), sentence, before)]
    return []


def _is_uncertain(sentence: str, match: re.Match[str]) -> bool:
    near = sentence[max(0, match.start() - 30) : match.end()].lower()
    after = sentence[match.end() : match.end() + 20]
    return bool(
        _NEGATED.search(near) or _CONDITIONAL.search(near) or re.match(r"\s*(?:om|när|if|when)\b", after)
    )


def _combined(
    statements: list[_Statement], scale: GradeScale, breach: bool, strange: tuple[str, ...]
) -> ReadGrade:
    """Give one answer from all statements: the explicit ones first, then change, then kept, then written."""
    by_kind: dict[str, list[_Statement]] = {}
    for one in statements:
        by_kind.setdefault(one.kind, []).append(one)
    failed = scale.letter_of(Outcome.FAILED)
    at_visit = now = quote = None
    for kind in ("written", "kept", "changed", "at_visit", "decided", "now"):
        found = by_kind.get(kind, [])
        grades = tuple(dict.fromkeys(one.grade for one in found))
        if len(grades) > 1:
            return ReadGrade(strange=strange, contradictory=grades)
        if not found:
            continue
        quote = found[-1].quote
        if kind == "changed":
            earlier = found[-1].before or at_visit
            at_visit = (
                earlier
                if earlier and earlier != grades[0]
                else (failed if breach and grades[0] != failed else None)
            )
            now = grades[0]
        elif kind == "at_visit":
            at_visit = grades[0]
        elif kind == "decided":
            # Nothing else said of a later one: what was decided counts.
            at_visit, now = grades[0], now or grades[0]
        elif kind == "now":
            now = grades[0]
        else:
            at_visit, now = grades[0], grades[0]
    if "at_visit" in by_kind and not {"now", "changed", "kept", "written", "decided"} & by_kind.keys():
        now = None
    if "now" in by_kind and not {"at_visit", "changed", "kept", "written", "decided"} & by_kind.keys():
        at_visit = None
    return ReadGrade(at_visit, now, quote, strange)
