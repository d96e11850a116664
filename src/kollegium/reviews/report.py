"""What a printed review says, as a document tree: the layout the field is used to, in plain values."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Area, Criterion, Outcome, RequirementLevel, Standard
from kollegium.printing.tree import (
    AreaStrip,
    AreaTile,
    Block,
    CriterionGroup,
    CriterionRow,
    Document,
    Edge,
    Fact,
    FactTable,
    GradeScale,
    Heading,
    Notice,
    Paragraph,
    ParagraphStyle,
    PlanItem,
    Run,
    ScaleStep,
    Shape,
    SummaryBox,
    SummaryBoxes,
    Text,
    plain,
)
from kollegium.reviews.printed_words import WORDS, PrintedWords

NOTHING_STATED = "–"
CRITERION_LANGUAGE = "sv"

OUTCOME_SHAPES = {
    Outcome.PASSED_WELL: Shape.FILLED_CIRCLE,
    Outcome.PASSED: Shape.RING,
    Outcome.PASSED_WITH_REMARKS: Shape.TRIANGLE,
    Outcome.FAILED: Shape.BARRED_SQUARE,
}
VERDICT_SHAPES = {
    Verdict.MET: Shape.TICK,
    Verdict.PARTLY_MET: Shape.HALF_CIRCLE,
    Verdict.NOT_MET: Shape.CROSS,
    Verdict.NOT_APPLICABLE: Shape.DASH,
    Verdict.CANNOT_TELL: Shape.DOTTED_RING,
}
LEVEL_EDGES = {
    RequirementLevel.REGULATION: Edge.SOLID,
    RequirementLevel.RECOMMENDATION: Edge.DASHED,
    RequirementLevel.QUALITY_INDICATOR: Edge.DOTTED,
}


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date or period: printed as written where there is a ``text``, else from the dates (inclusive)."""

    text: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class ReportArea:
    """What the review says about one area; an outcome that is not known is ``None``.

    Shape: ``narrative`` has an empty line between paragraphs; ``verdicts`` maps criterion key → verdict,
    a criterion without one is printed as unknown; ``round_now`` is the key of the round the grade now was set in.
    """

    key: str
    narrative: str = ""
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    outcome_decided: Outcome | None = None
    outcome_now: Outcome | None = None
    round_now: str = ""


@dataclass(frozen=True, slots=True)
class ReportPlanItem:
    """One item of the action plan; ``criterion_text`` is for a criterion the standard does not have."""

    area_key: str = ""
    criterion_key: str = ""
    criterion_text: str = ""
    action: str = ""
    due: PrintedDate = PrintedDate()
    responsible: str = ""
    follow_up: PrintedDate = PrintedDate()
    follow_up_responsible: str = ""


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """A review as it is to be printed: names already replaced by functions where they must be.

    ``text_language`` is the language people wrote in; ``service_part`` names the part of the service
    where one review has several reports; ``printed_on`` becomes the file's date.
    """

    unit: str
    printed_on: date
    case_number: str = ""
    review_type: str = ""
    care_provider: str = ""
    specialty: str = ""
    service_part: str = ""
    visit: PrintedDate = PrintedDate()
    report_date: PrintedDate = PrintedDate()
    reviewers: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    improvements: tuple[str, ...] = ()
    areas: tuple[ReportArea, ...] = ()
    plan: tuple[ReportPlanItem, ...] = ()
    notices: tuple[str, ...] = ()
    text_language: str = "sv"


def report_document(report: ReviewReport, standard: Standard, language: str) -> Document:
    """Give the printed review in Swedish ("sv") or English ("en").

    Every area and criterion of the standard is printed, known or not. The criteria are Swedish in both
    editions; the English one explains them underneath.
    """
    return _ReportBuilder(report, standard, language).document()


class _ReportBuilder:
    """Holds what every part of the report needs: the review, the standard and the words."""

    def __init__(self, report: ReviewReport, standard: Standard, language: str) -> None:
        self.report = report
        self.standard = standard
        self.language = language
        self.words: PrintedWords = WORDS[language]
        self.areas = {area.key: area for area in report.areas}

    def document(self) -> Document:
        words, report = self.words, self.report
        title = f"{words.document}: {report.unit}"
        return Document(
            title=title,
            language=self.language,
            dated=report.printed_on,
            subject=self.standard.title(self.language),
            header=" · ".join(filter(None, (report.unit, report.specialty, report.service_part))),
            footer=" · ".join(filter(None, (words.document, self._date(report.report_date)))),
            blocks=(*self._cover(title), *self._summary(), *self._parts(), *self._plan()),
        )

    def _cover(self, title: str) -> Iterable[Block]:
        report = self.report
        yield Heading(1, plain(title))
        if report.service_part:
            yield Paragraph(plain(report.service_part), ParagraphStyle.LEAD)
        yield FactTable(tuple(self._cover_facts()))
        yield from (Notice(plain(notice)) for notice in report.notices)
        yield Heading(2, plain(self.words.grades_by_area))
        yield AreaStrip((self.words.area, self.words.grade), tuple(map(self._tile, self.standard.areas)))

    def _cover_facts(self) -> Iterable[Fact]:
        words, report = self.words, self.report
        rows: tuple[tuple[str, tuple[str, ...], str | None], ...] = (
            (words.case_number, (report.case_number,), None),
            (words.review_type, (report.review_type,), None),
            (words.care_provider, (report.care_provider,), "sv"),
            (words.unit, (report.unit,), "sv"),
            (words.specialty, (report.specialty,), None),
            (words.visit, (self._date(report.visit),), None),
            (words.report_date, (self._date(report.report_date),), None),
            (words.reviewers, report.reviewers, None),
            (words.standard, (self.standard.title(self.language),), None),
        )
        for label, values, language in rows:
            texts = tuple(self._text(value, language) for value in values if value)
            if texts:
                yield Fact(label, texts)

    def _tile(self, area: Area) -> AreaTile:
        result = self.areas.get(area.key, ReportArea(area.key))
        now, before = result.outcome_now, result.outcome_decided
        earlier = None
        if before is not None and before is not now:
            earlier = f"{area.scale.letter_of(before)} {self.words.earlier}"
        return AreaTile(
            key=area.key,
            grade=_letter(area, now) or NOTHING_STATED,
            word=self.words.outcomes[now] if now else self.words.unknown_verdict,
            shape=OUTCOME_SHAPES[now] if now else Shape.DOTTED_RING,
            earlier=earlier,
        )

    def _summary(self) -> Iterable[Block]:
        words, report = self.words, self.report
        lists = (
            (words.strengths, report.strengths),
            (words.weaknesses, report.weaknesses),
            (words.improvements, report.improvements),
        )
        yield SummaryBoxes(
            2,
            tuple(
                SummaryBox(title, tuple(self._written(point) for point in points), NOTHING_STATED)
                for title, points in lists
            ),
        )

    def _parts(self) -> Iterable[Block]:
        for part in self.standard.parts:
            yield Heading(2, plain(part.title(self.language)))
            for area in part.areas:
                yield from self._area(area)

    def _area(self, area: Area) -> Iterable[Block]:
        result = self.areas.get(area.key, ReportArea(area.key))
        yield self._area_heading(area)
        for paragraph in re.split(r"\n\s*\n", result.narrative):
            if paragraph.strip():
                yield Paragraph(self._written(paragraph))
        for level in RequirementLevel:
            criteria = area.at_level(level)
            if criteria:
                yield self._criterion_group(area, level, criteria, result.verdicts)
        yield self._grade_scale(area, result)

    def _area_heading(self, area: Area) -> Heading:
        return Heading(3, plain(f"{area.key}. {area.title(self.language)}"))

    def _criterion_group(
        self,
        area: Area,
        level: RequirementLevel,
        criteria: tuple[Criterion, ...],
        verdicts: Mapping[str, Verdict],
    ) -> CriterionGroup:
        has_preamble = level is RequirementLevel.REGULATION and bool(area.preamble_sv)
        return CriterionGroup(
            level=4,
            title=self.words.levels[level],
            edge=LEVEL_EDGES[level],
            columns=(self.words.number, self.words.criterion, self.words.verdict),
            rows=tuple(self._criterion_row(criterion, verdicts.get(criterion.key)) for criterion in criteria),
            preamble=self._original(area.preamble_sv) if has_preamble else None,
            preamble_gloss=self._gloss(area.preamble_en) if has_preamble else None,
        )

    def _criterion_row(self, criterion: Criterion, verdict: Verdict | None) -> CriterionRow:
        return CriterionRow(
            key=criterion.key,
            sentence=self._original(criterion.text_sv),
            gloss=self._gloss(criterion.text_en),
            verdict=self.words.verdicts[verdict] if verdict else self.words.unknown_verdict,
            shape=VERDICT_SHAPES[verdict] if verdict else Shape.DOTTED_RING,
        )

    def _grade_scale(self, area: Area, result: ReportArea) -> GradeScale:
        return GradeScale(
            level=4,
            title=self.words.grade,
            steps=tuple(
                ScaleStep(
                    letter=step.letter,
                    sentence=self._original(step.text_sv),
                    gloss=self._gloss(step.text_en),
                    shape=OUTCOME_SHAPES[step.outcome],
                    is_chosen=step.outcome is result.outcome_now,
                )
                for step in area.scale.steps
            ),
            outcome=tuple(self._grade_lines(area, result)),
        )

    def _grade_lines(self, area: Area, result: ReportArea) -> Iterable[Text]:
        words = self.words
        decided = _letter(area, result.outcome_decided) or words.unknown_grade
        now = _letter(area, result.outcome_now) or words.unknown_grade
        if result.outcome_now and result.round_now in words.grade_rests_on:
            now = f"{now} ({words.grade_rests_on[result.round_now]})"
        yield (Run(f"{words.decided_grade}: {decided}"),)
        yield (Run(f"{words.grade_now}: {now}", strong=True),)

    def _plan(self) -> Iterable[Block]:
        yield Heading(2, plain(self.words.action_plan))
        if not self.report.plan:
            yield Paragraph(plain(self.words.no_action_plan))
        for item in self.report.plan:
            yield from self._plan_item(item)

    def _plan_item(self, item: ReportPlanItem) -> Iterable[Block]:
        words = self.words
        area = next((area for area in self.standard.areas if area.key == item.area_key), None)
        criterion = next((one for one in self.standard.criteria if one.key == item.criterion_key), None)
        if area is not None:
            yield self._area_heading(area)
        values = (
            (words.action, self._written(item.action)),
            (words.due, self._written_date(item.due)),
            (words.responsible, self._written(item.responsible)),
            (words.follow_up, self._written_date(item.follow_up)),
            (words.follow_up_responsible, self._written(item.follow_up_responsible)),
        )
        subject, gloss = self._written(item.criterion_text), None
        if criterion is not None:
            subject = self._original(f"{criterion.key} {criterion.text_sv}")
            gloss = self._gloss(criterion.text_en)
        facts = tuple(Fact(label, (text or plain(NOTHING_STATED),)) for label, text in values)
        yield PlanItem(subject, facts, gloss)

    def _written_date(self, moment: PrintedDate) -> Text:
        return self._written(moment.text) if moment.text else self._text(self._date(moment), None)

    def _date(self, moment: PrintedDate) -> str:
        if moment.text:
            return _one_line(moment.text)
        first, last = moment.first or moment.last, moment.last or moment.first
        return self.words.days(first, last) if first and last else ""

    def _written(self, text: str) -> Text:
        """Give what a person wrote, marked with the language it was written in."""
        return self._text(text, self.report.text_language)

    def _original(self, text: str) -> Text:
        return self._text(text, CRITERION_LANGUAGE)

    def _gloss(self, text: str) -> Text | None:
        return None if self.language == CRITERION_LANGUAGE else self._text(text, None)

    def _text(self, text: str, language: str | None) -> Text:
        line = _one_line(text)
        return (Run(line, language=None if language == self.language else language),) if line else ()


def _letter(area: Area, outcome: Outcome | None) -> str | None:
    return area.scale.letter_of(outcome) if outcome else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
