"""What the proposal page shows: the original's lines, the doubts, and the fields by section."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language, gettext, pgettext

from kollegium.domain.grading import Verdict
from kollegium.domain.personal_numbers import find_personal_numbers
from kollegium.domain.standard import Area, Outcome
from kollegium.report_import.actions import Conflict
from kollegium.report_import.drafts import Draft, LineRange
from kollegium.report_import.labels import LABELS, criterion_text, value_text
from kollegium.report_import.models import ImportProposal
from kollegium.report_import.paths import (
    AREA_FIELDS,
    PLAN_FIELDS,
    SUMMARY_HEADINGS,
    area_path,
    field_id,
    plan_path,
    split_area_path,
    split_plan_path,
    split_verdict_path,
    verdict_path,
)
from kollegium.report_import.queries import OpenDoubt
from kollegium.report_import.wording import doubt_sentence, doubt_words
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.components.claims import Answer
from kollegium.ui.components.words import outcome_word, verdict_word
from kollegium.ui.forms import warning_text

Choice = tuple[str, str]
# The reader's path for a doubt about all three summary lists.
SUMMARY = "summary"
# A hyphen that only divides a word at the end of a line has no shape of its own on a page.
_VISIBLE = str.maketrans({"\u00ad": "-", "\ufffe": "-"})


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a sent form could not save: it is shown as typed, with what is wrong or who was first."""

    typed: Mapping[str, Any] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    conflicts: Mapping[str, Conflict] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field as the page shows it. `input_kind` says which control; `choices` are for a list."""

    path: str
    label: str
    input_kind: str
    value: Any
    token: str
    places: tuple[LineRange, ...] = ()
    choices: tuple[Choice, ...] = ()
    note: str = ""
    read_text: str = ""
    error: str = ""
    warning: str = ""
    conflict: Conflict | None = None
    is_doubtful: bool = False

    @property
    def id(self) -> str:
        """Give the field's id on the page."""
        return field_id(self.path)


@dataclass(frozen=True, slots=True)
class ShownDoubt:
    """A doubt as a question. `target` is the id of the field it is about, `places` where it stands."""

    key: str
    question: str
    sentence: str
    answers: tuple[Answer, ...]
    target: str
    quote: str
    line: int | None
    page: int | None
    answer: str


@dataclass(frozen=True, slots=True)
class ShownArea:
    """One area's fields; `hint` is told, never stored. `pages` are the original's pages it stands on."""

    key: str
    title: str
    fields: tuple[ShownField, ...]
    verdicts: tuple[ShownField, ...]
    hint: str
    known_verdict_count: int
    pages: tuple[int, ...] = ()

    @property
    def has_trouble(self) -> bool:
        """Say whether a verdict could not be saved, so that the list must not stay closed."""
        return any(found.error or found.conflict for found in self.verdicts)


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One item of the action plan."""

    number: int
    title: str
    fields: tuple[ShownField, ...]


@dataclass(frozen=True, slots=True)
class OriginalLine:
    """One printed line; `starts_page` is the page that begins with it."""

    number: int
    text: str
    starts_page: int | None


class Showing:
    """Builds what the page shows of one draft, with what a sent form could not save laid over it."""

    def __init__(
        self,
        draft: Draft,
        *,
        doubts: Iterable[OpenDoubt] = (),
        overlay: Overlay | None = None,
        specialties: Iterable[tuple[int, str]] = (),
        page_of_line: Mapping[int, int] | None = None,
    ) -> None:
        self.draft = draft
        self.overlay = overlay or Overlay()
        self.specialties = tuple((str(pk), name) for pk, name in specialties)
        self.language = get_language() or "sv"
        self._page_of_line = page_of_line or {}
        self._doubtful = {doubt.path for doubt in doubts if not doubt.answer}
        self._verdict_choices = _with_unknown((verdict.value, verdict_word(verdict)) for verdict in Verdict)

    def facts(self) -> tuple[ShownField, ...]:
        """Give the facts of the case that the page saves by themselves; the unit has a panel of its own."""
        return tuple(self.field(path) for path in ("specialty", "kind", "visit", "report_date", "reviewers"))

    def lists(self) -> tuple[ShownField, ...]:
        """Give the three summary lists."""
        return tuple(self.field(path) for path in SUMMARY_HEADINGS)

    def areas(self) -> tuple[ShownArea, ...]:
        """Give the standard's areas in order."""
        return tuple(self._area(area) for area in self.draft.standard.areas)

    def plan(self) -> tuple[ShownItem, ...]:
        """Give the plan's items in order."""
        return tuple(
            ShownItem(
                number,
                self._item_title(number),
                tuple(self.field(plan_path(number, name)) for name in PLAN_FIELDS),
            )
            for number in self.draft.plan_numbers
        )

    def field(self, path: str) -> ShownField:
        """Give one field."""
        current = self.draft.field(path)
        value = self.overlay.typed.get(path, current.value)
        if path in SUMMARY_HEADINGS:
            value = [{**point, "places": self._origins(point)} for point in value]
        return ShownField(
            path=path,
            label=self._label(path),
            input_kind=_input_kind(path),
            value=value,
            token=current.token,
            places=current.places,
            choices=self._choices(path),
            read_text=value_text(path, current.read, self.draft.standard) if current.is_changed else "",
            error=self.overlay.errors.get(path, ""),
            warning=warning_text() if find_personal_numbers(_words_of(value)) else "",
            conflict=self.overlay.conflicts.get(path),
            is_doubtful=self._is_doubtful(path),
        )

    def _area(self, area: Area) -> ShownArea:
        verdicts = tuple(self.field(verdict_path(criterion.key)) for criterion in area.criteria)
        fields = tuple(self.field(area_path(area.key, name)) for name in AREA_FIELDS)
        return ShownArea(
            key=area.key,
            title=area.title(self.language),
            fields=fields,
            verdicts=verdicts,
            hint=not_failed_hint(self.draft, area),
            known_verdict_count=sum(bool(found.value) for found in verdicts),
            pages=self._pages_of([*fields, *verdicts]),
        )

    def _pages_of(self, fields: Iterable[ShownField]) -> tuple[int, ...]:
        """Give every page from the first to the last that something of the fields was read on."""
        lines = {line for found in fields for place in found.places for line in place}
        pages = [self._page_of_line[line] for line in lines if line in self._page_of_line]
        return tuple(range(min(pages), max(pages) + 1)) if pages else ()

    def _item_title(self, number: int) -> str:
        value = self.draft.value(plan_path(number, "criterion"))
        text = criterion_text(value["area"], value["criterion"], self.draft.standard)
        return text if value["area"] or value["criterion"] else gettext("No criterion chosen")

    def _label(self, path: str) -> str:
        if criterion := split_verdict_path(path):
            return f"{criterion} {self.draft.standard.criterion(criterion).text_sv}"
        area, plan = split_area_path(path), split_plan_path(path)
        return str(LABELS[(area or plan or ("", path))[1]])

    def _choices(self, path: str) -> tuple[Choice, ...]:
        if path == "specialty":
            return _with_unknown(self.specialties)
        if path == "kind":
            return tuple((key, str(word)) for key, word in KIND_NAMES.items())
        if split_verdict_path(path):
            return self._verdict_choices
        area = split_area_path(path)
        if area and area[1] in ("grade_at_visit", "grade_now"):
            steps = self.draft.standard.area(area[0]).scale.steps
            return _with_unknown(
                (step.letter, f"{step.letter} – {outcome_word(step.outcome)}") for step in steps
            )
        return ()

    def _origins(self, point: Mapping[str, Any]) -> tuple[LineRange, ...]:
        return tuple(place for origin in point["from"] for place in self.draft.places_of(origin))

    def _is_doubtful(self, path: str) -> bool:
        if path in SUMMARY_HEADINGS and SUMMARY in self._doubtful:
            return True
        return any(doubt == path or doubt.startswith(f"{path}[") for doubt in self._doubtful)


def not_failed_hint(draft: Draft, area: Area) -> str:
    """Give the hint for an area that the plan is silent about, or nothing. It is never a grade."""
    letter = area.scale.letter_of(Outcome.FAILED)
    if letter is None or not draft.is_hinted_not_failed(area.key):
        return ""
    return gettext("Not %(letter)s, going by the action plan") % {"letter": letter}


def shown_doubts(doubts: Iterable[OpenDoubt], draft: Draft, proposal: ImportProposal) -> list[ShownDoubt]:
    """Give the doubts as questions, in the order given."""
    texts = {number: (page, text) for number, page, text in proposal.lines}
    return [_shown_doubt(doubt, draft, texts) for doubt in doubts]


def _shown_doubt(doubt: OpenDoubt, draft: Draft, texts: Mapping[int, tuple[int, str]]) -> ShownDoubt:
    words = doubt_words(doubt.code)
    line = doubt.line
    if line is None:
        places = draft.places_of(doubt.path)
        line = places[0][0] if places else None
    page, quote = texts.get(line or 0, (doubt.page, ""))
    return ShownDoubt(
        key=doubt.key,
        question=str(words.question),
        sentence=doubt_sentence(doubt.code, doubt.params, doubt.message),
        answers=tuple(Answer(key, str(label)) for key, label in words.answers.items()),
        target=target_of(doubt.path, draft),
        quote=quote.strip(),
        line=line,
        page=page,
        answer=str(words.answers[doubt.answer]) if doubt.answer in words.answers else "",
    )


def target_of(path: str, draft: Draft) -> str:
    """Give the id of the part of the page where a doubt's field can be corrected."""
    whole = path.partition("[")[0]
    if path in ("unit", SUMMARY):
        return "points" if path == SUMMARY else "unit"
    if draft.knows(path):
        return field_id(path)
    if whole in SUMMARY_HEADINGS:
        return field_id(whole)
    if whole == "action_plan":
        number = path.partition("[")[2].partition("]")[0]
        return f"plan-{number}" if number else "plan"
    parts = path.split(".")
    return f"area-{parts[1]}" if parts[0] == "areas" and len(parts) > 1 else "facts"


def original_lines(proposal: ImportProposal, *, has_pictures: bool) -> Iterator[OriginalLine]:
    """Give the printed lines of the original, blank ones left out; a single page is marked for its picture alone."""
    shown_page = 1 if proposal.page_count <= 1 and not has_pictures else 0
    for number, page, text in proposal.lines:
        if not text.strip():
            continue
        yield OriginalLine(number, text.strip().translate(_VISIBLE), page if page != shown_page else None)
        shown_page = page


def pages_of_lines(proposal: ImportProposal) -> dict[int, int]:
    """Give which page each printed line stands on. Shape: line → page."""
    return {number: page for number, page, _ in proposal.lines}


def place_text(places: tuple[LineRange, ...]) -> str:
    """Give a place in the original in words, the first of several."""
    if not places:
        return ""
    first, last = places[0]
    words = (
        gettext("line %(first)s") % {"first": first}
        if first == last
        else gettext("lines %(first)s–%(last)s") % {"first": first, "last": last}
    )
    return words if len(places) == 1 else f"{words} …"


def _with_unknown(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return (("", pgettext("value", "unknown").capitalize()), *choices)


def _input_kind(path: str) -> str:
    if path in SUMMARY_HEADINGS:
        return "points"
    if path in ("specialty", "kind") or split_verdict_path(path):
        return "choice"
    if path in ("visit", "report_date"):
        return path
    if path == "reviewers":
        return "lines"
    area, plan = split_area_path(path), split_plan_path(path)
    if area:
        return "choice" if area[1] in ("grade_at_visit", "grade_now") else "text"
    if plan and plan[1] in ("due", "follow_up", "criterion"):
        return plan[1]
    return "text"


def _words_of(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n".join(_words_of(item) for item in value)
    if isinstance(value, dict):
        return "\n".join(_words_of(item) for key, item in value.items() if key not in ("from", "places"))
    return ""
