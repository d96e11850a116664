"""Reads a whole report: pages of positioned lines and marks → what it says, with doubts and places."""

from __future__ import annotations

from collections.abc import Sequence

from kollegium.domain import standard as standards_data
from kollegium.domain.reading.areas import AreaDraft, gather
from kollegium.domain.reading.catalogue import catalogue_of
from kollegium.domain.reading.checks import check_plan
from kollegium.domain.reading.cover import Cover, read_cover, read_plan_heading
from kollegium.domain.reading.criteria import settle_criteria
from kollegium.domain.reading.doubts import DoubtList
from kollegium.domain.reading.fragments import Fragment, line_ranges
from kollegium.domain.reading.grades import ReadGrade, grade_in
from kollegium.domain.reading.marks import Marked, read_marks
from kollegium.domain.reading.pages import SourceText
from kollegium.domain.reading.paragraphs import mark_paragraphs, running_text
from kollegium.domain.reading.plan import Plan, read_plan
from kollegium.domain.reading.recognition import recognised
from kollegium.domain.reading.result import LineRange, NotAReport, ReadArea, Reading
from kollegium.domain.reading.rows import rows_of
from kollegium.domain.reading.sections import divided
from kollegium.domain.reading.specialties import trainees_specialties
from kollegium.domain.reading.summary import read_summary
from kollegium.domain.reading.words import ReportWords
from kollegium.domain.standard import Standard

Places = dict[str, tuple[LineRange, ...]]


def read(source: SourceText, *, file_name: str, standards: Sequence[Standard] | None = None) -> Reading:
    """Give what a report says.

    `standards` are the standards it may follow; all that are on file when left out.

    Raises: NotAReport when the file holds no review report.
    """
    candidates = _on_file() if standards is None else standards
    catalogues = [catalogue_of(standard) for standard in candidates]
    rows = rows_of(source, lambda folded: any(catalogue.holds(folded) for catalogue in catalogues))
    if not rows:
        raise NotAReport
    mark_paragraphs(rows, source.kind)
    found = recognised(rows, candidates)
    standard = found.standard
    doubts = DoubtList()
    if found.unsure:
        doubts.add("standard-unclear", "standard")
    sections = divided(found.fragments)
    cover = read_cover(sections.cover, standard)
    words = ReportWords(rows)
    summary = read_summary(sections.summary, words, doubts)
    plan = read_plan(sections.plan, standard, doubts)
    read_plan_heading(cover, plan.heading)
    sections.areas = settle_criteria(sections.areas, catalogue_of(standard), doubts)
    drafts = gather(sections.areas, standard, doubts)
    places: Places = {**cover.places, **summary.places, **plan.places}
    marked = read_marks(sections.areas, source, standard)
    areas = _areas(drafts, plan, standard, doubts, places, marked)
    if not standard.service_parts:
        _specialty_from_text(cover, areas, summary.lists, doubts)
    check_plan(plan, standard, words, doubts)
    _completeness(drafts, standard, doubts)
    for path, fragments in marked.places.items():
        places.setdefault(path, line_ranges(fragments))
    return Reading(
        file=file_name,
        standard=standard.key,
        review_type=cover.review_type,
        care_provider=cover.care_provider,
        unit=cover.unit,
        specialty=cover.specialty,
        visit=cover.visit,
        report_date=cover.report_date,
        reviewers=cover.reviewers,
        strengths=tuple(summary.lists["strengths"]),
        weaknesses=tuple(summary.lists["weaknesses"]),
        improvements=tuple(summary.lists["improvements"]),
        areas=areas,
        action_plan=tuple(plan.actions),
        verdicts={
            one.key: marked.verdicts[one.key] for one in standard.criteria if one.key in marked.verdicts
        },
        doubts=tuple(doubts.doubts),
        places=places,
    )


def prepare() -> None:
    """Load all that the first report would wait for: the standards on file, folded for comparing."""
    for standard in _on_file():
        catalogue_of(standard)


def _on_file() -> list[Standard]:
    return [standards_data.load(key) for key in standards_data.available()]


def _areas(
    drafts: dict[str, AreaDraft],
    plan: Plan,
    standard: Standard,
    doubts: DoubtList,
    places: Places,
    marked: Marked,
) -> dict[str, ReadArea]:
    planned = {action.area_key for action in plan.actions}
    areas: dict[str, ReadArea] = {}
    for key, draft in drafts.items():
        area = standard.area(key)
        narrative = running_text(draft.narrative)
        grade = grade_in(
            narrative, [one.text for one in draft.grade_lines], area.scale, has_plan_item=key in planned
        )
        _doubt_grade(grade, draft, doubts)
        drawn = marked.grades.get(key)
        only_drawn = drawn if not draft.grade_lines and grade.now is None else None
        areas[key] = ReadArea(
            key=key,
            title=area.title_sv,
            narrative=narrative or None,
            criteria=tuple(one.key for one in area.criteria if one.key in draft.criteria),
            grade_at_visit=grade.at_visit or only_drawn,
            grade_now=grade.now or drawn,
            grade_quote=grade.quote,
        )
        _note_places(draft, grade.quote, places)
    return areas


def _doubt_grade(grade: ReadGrade, draft: AreaDraft, doubts: DoubtList) -> None:
    texts = draft.grade_lines or draft.narrative
    at = texts[-1] if texts else None
    path = f"areas.{draft.key}.grade_now"
    if grade.strange:
        doubts.add("grade-not-in-scale", path, at, grade=", ".join(grade.strange))
    if grade.contradictory:
        doubts.add("grade-contradiction", path, at, grades=", ".join(grade.contradictory))


def _note_places(draft: AreaDraft, quote: str | None, places: Places) -> None:
    path = f"areas.{draft.key}"
    if draft.narrative:
        places[f"{path}.narrative"] = line_ranges(draft.narrative)
    for key, fragments in draft.criteria.items():
        places[f"{path}.criteria.{key}"] = line_ranges(fragments)
    if quote:
        lines = _quoted(quote, [*draft.grade_lines, *draft.narrative])
        places[f"{path}.grade_now"] = places[f"{path}.grade_at_visit"] = line_ranges(lines)


def _quoted(quote: str, fragments: list[Fragment]) -> list[Fragment]:
    """Give the fragments that hold the words of a quote."""
    holding = [one for one in fragments if quote in one.text or one.text in quote]
    if holding:
        return holding[-1:]
    return [one for one in fragments if one.text[-20:] in quote or quote[:20] in one.text]


def _specialty_from_text(
    cover: Cover, areas: dict[str, ReadArea], lists: dict[str, list[str]], doubts: DoubtList
) -> None:
    if cover.specialty is not None:
        return
    texts = [area.narrative for area in areas.values() if area.narrative] + [
        p for points in lists.values() for p in points
    ]
    named = trainees_specialties("\n".join(texts))
    if len(named) == 1:
        cover.specialty = named[0]
    elif named:
        doubts.add("specialty-unclear", "specialty", text=", ".join(named))


def _completeness(drafts: dict[str, AreaDraft], standard: Standard, doubts: DoubtList) -> None:
    if not standard.complete:
        doubts.add("standard-incomplete", "standard", title=standard.title_sv)
    for area in standard.areas:
        draft = drafts.get(area.key)
        if draft is None:
            doubts.add("area-missing", f"areas.{area.key}", key=area.key, title=area.title_sv)
            continue
        for criterion in area.criteria:
            if criterion.key not in draft.criteria:
                doubts.add(
                    "criterion-missing", f"areas.{area.key}.criteria.{criterion.key}", key=criterion.key
                )
