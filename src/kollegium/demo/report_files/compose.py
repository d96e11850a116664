"""Make a whole report from a seed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from kollegium.demo.report_files.model import (
    Cover,
    GradeShown,
    Layout,
    SummaryLayout,
    SyntheticAction,
    SyntheticArea,
    SyntheticReport,
)
from kollegium.demo.report_files.prose import (
    drawn,
    due_date,
    filled,
    follow_up_date,
    person,
    person_with_role,
    prose,
    prose_of_internship,
    visit,
)
from kollegium.domain.standard import Area, Outcome, Standard, load

ST_STANDARD = "spur-st-2021"
AT_STANDARD = "at-spur"

_DEFICIENCIES = (
    "Under granskningen påvisades brister vad gäller följsamheten till Socialstyrelsens föreskrifter och "
    "allmänna råd. Verksamheten har efter granskningen inkommit med handlingsplan för åtgärder."
)


def synthetic_report(
    seed: int, *, standard_key: str = ST_STANDARD, layout: Layout | None = None
) -> SyntheticReport:
    """Return the report of a seed: always the same content in the same layout.

    Of the reports on specialist training some have no plan, some no cover page; `layout` overrides
    the one the seed would choose.
    """
    rng = Random(f"report {standard_key} {seed}")  # noqa: S311 - invents prose, keeps no secret
    standard = load(standard_key)
    unit_entry = rng.choice(prose()["unit"])
    visited = date(2023, 1, 9) + timedelta(days=rng.randint(0, 900))
    chosen = layout or _layout(rng)
    is_at = standard_key == AT_STANDARD
    words = prose_of_internship() if is_at else prose()
    has_plan = not is_at and rng.random() < 0.8
    failing = _failing_criteria(rng) if has_plan else {}
    names_specialty = not is_at and rng.random() < 0.5
    specialty: str = unit_entry["specialty"]
    areas = tuple(_area(area, failing, chosen, words["narrative"], rng) for area in standard.areas)
    if names_specialty:
        areas = tuple(_naming_specialty(area, specialty, rng) if area.key == "B" else area for area in areas)
    return SyntheticReport(
        seed=seed,
        standard_key=standard_key,
        unit=filled(unit_entry["name"], rng),
        specialty=specialty,
        layout=chosen,
        areas=areas,
        strengths=drawn(words["summary"]["strengths"], rng.randint(3, 7), rng),
        weaknesses=drawn(words["summary"]["weaknesses"], rng.randint(2, 6), rng),
        improvements=drawn(words["summary"]["improvements"], rng.randint(3, 7), rng),
        cover=_cover(visited, is_at, rng) if is_at or rng.random() < 0.5 else None,
        actions=tuple(_actions(standard, failing, visited, rng)),
        names_specialty=names_specialty,
    )


def _layout(rng: Random) -> Layout:
    return Layout(
        summary=rng.choice((SummaryLayout.STACKED, SummaryLayout.STACKED, SummaryLayout.HEADED)),
        grades=rng.choice((GradeShown.LOST, GradeShown.LOST, GradeShown.WRITTEN, GradeShown.DRAWN)),
        displaced_criteria=rng.random() < 0.6,
        blank_after_line=rng.random() < 0.75,
        area_letters=rng.random() < 0.7,
        label_colon=rng.random() < 0.5,
        value_on_label_line=rng.random() < 0.5,
        plan_names_unit=rng.random() < 0.6,
        lettered_titles=rng.random() < 0.3,
        width=rng.randint(72, 96),
        page_lines=rng.randint(36, 52),
    )


def _failing_criteria(rng: Random) -> dict[str, list[str]]:
    """Return the criteria the plan answers: area key → criterion keys in their order."""
    keys = sorted(
        rng.sample(sorted(prose()["actions"]), rng.randint(2, 7)), key=lambda key: (key[0], int(key[1:]))
    )
    by_area: dict[str, list[str]] = {}
    for key in keys:
        by_area.setdefault(key[0], []).append(key)
    return by_area


def _area(
    area: Area,
    failing: dict[str, list[str]],
    layout: Layout,
    narrative: dict[str, list[str]],
    rng: Random,
) -> SyntheticArea:
    pool = narrative[area.key]
    count = rng.randint(2, min(6, len(pool)))
    sentences = list(drawn(pool, count, rng))
    if rng.random() < 0.3:
        sentences.insert(rng.randint(1, len(sentences)), filled(rng.choice(narrative["traps"]), rng))
    made = SyntheticArea(
        key=area.key,
        title=area.title("sv"),
        paragraphs=_paragraphs(sentences, rng),
        criteria=tuple(criterion.key for criterion in area.criteria),
    )
    if area.key in failing:
        return _regraded(made, layout, rng)
    letters = [step.letter for step in area.scale.steps if step.outcome is not Outcome.FAILED]
    return replace(made, shown_grade=rng.choice(letters)) if layout.grades is not GradeShown.LOST else made


def _paragraphs(sentences: list[str], rng: Random) -> tuple[str, ...]:
    paragraphs: list[list[str]] = [[]]
    for sentence in sentences:
        if len(paragraphs[-1]) >= 2 and rng.random() < 0.4:
            paragraphs.append([])
        paragraphs[-1].append(sentence)
    return tuple(" ".join(paragraph) for paragraph in paragraphs)


def _regraded(area: SyntheticArea, layout: Layout, rng: Random) -> SyntheticArea:
    """Return an area that was failed at the visit, with what became of its grade after the plan."""
    lifted = rng.random() < 0.5
    quote = "Graderingen är ändrad till C." if lifted else "Handlingsplan inkommen, gradering D kvarstår."
    now = "C" if lifted else "D"
    return replace(
        area,
        grade_sentence=f"{_DEFICIENCIES} {quote}" if lifted else quote,
        grade_quote=quote,
        grade_at_visit="D",
        grade_now=now,
        shown_grade=now if layout.grades is GradeShown.DRAWN else None,
    )


def _naming_specialty(area: SyntheticArea, specialty: str, rng: Random) -> SyntheticArea:
    count = rng.choice(("Två", "Tre", "Fyra"))
    sentence = f"{count} ST-läkare i {specialty} tjänstgör på enheten."
    return replace(area, paragraphs=(f"{sentence} {area.paragraphs[0]}", *area.paragraphs[1:]))


def _cover(visited: date, is_at: bool, rng: Random) -> Cover:
    last = visited + timedelta(days=rng.choice((0, 1, 1, 2)))
    reviewers: dict[str, None] = {}
    while len(reviewers) < 2:
        reviewers[person(rng)] = None
    return Cover(
        review_type="AT-SPUR" if is_at else rng.choice(("Extern granskning", "Extern kvalitetsgranskning")),
        care_provider=rng.choice(prose()["names"]["region"]),
        visit_text=visit(visited, last, rng),
        visit_from=visited,
        visit_to=last,
        report_date=last + timedelta(days=rng.randint(20, 70)),
        reviewers=tuple(reviewers),
    )


def _actions(
    standard: Standard, failing: dict[str, list[str]], visited: date, rng: Random
) -> list[SyntheticAction]:
    actions: list[SyntheticAction] = []
    for area_key, keys in failing.items():
        for key in keys:
            actions.append(
                SyntheticAction(
                    area_key=area_key,
                    criterion_key=standard.criterion(key).key,
                    action=tuple(rng.choice(prose()["actions"][key])),
                    due=due_date(visited, rng),
                    responsible=person_with_role(rng),
                    follow_up=follow_up_date(visited, rng),
                    follow_up_responsible=person_with_role(rng),
                )
            )
    return actions
