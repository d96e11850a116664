"""Grades as texts say them; what is not said stays unknown."""

from __future__ import annotations

import pytest

from kollegium.domain.reading.grades import ReadGrade, grade_in, is_grade_line
from kollegium.domain.standard import load

FULL = load("spur-st-2021").area("D").scale
WITHOUT_C = load("spur-st-2021").area("A").scale


def read_grade(narrative: str, *lines: str, has_plan_item: bool = False) -> ReadGrade:
    return grade_in(narrative, list(lines), FULL, has_plan_item=has_plan_item)


@pytest.mark.parametrize(
    ("narrative", "at_visit", "now", "quote"),
    [
        (
            "Brister fanns. Handlingsplan har inkommit. Graderingen är ändrad till C.",
            "D",
            "C",
            "Graderingen är ändrad till C.",
        ),
        ("Brister fanns. Graderingen ändras till B.", "D", "B", "Graderingen ändras till B."),
        ("Graderingen ändras därmed från D till B.", "D", "B", "Graderingen ändras därmed från D till B."),
        ("Planen räcker inte. Gradering D står kvar.", "D", "D", "Gradering D står kvar."),
        ("Lokalerna är ljusa. Gradering B.", "B", "B", "Gradering B."),
        (
            "Handlingsplan inkommen, gradering D kvarstår.",
            "D",
            "D",
            "Handlingsplan inkommen, gradering D kvarstår.",
        ),
        ("Efter handlingsplan har graderingen ändrats från D till C.", "D", "C", None),
        ("Handlingsplan inkommen. Graderingen har höjts till C.", "D", "C", "Graderingen har höjts till C."),
        ("Allt fungerar. Graderingen är B.", "B", "B", "Graderingen är B."),
        ("Området graderas som A.", "A", "A", None),
        ("Graderingen kvarstår som D.", "D", "D", None),
        ("Graderingen är ändrad till C.", None, "C", None),
    ],
)
def test_grade_said_in_the_narrative(narrative: str, at_visit: str, now: str, quote: str | None) -> None:
    assert read_grade(narrative) == ReadGrade(at_visit, now, quote or narrative)


def test_grade_changed_with_a_plan_item_was_failed_at_the_visit() -> None:
    grade = read_grade("Graderingen är ändrad till C.", has_plan_item=True)

    assert (grade.at_visit, grade.now) == ("D", "C")


@pytest.mark.parametrize(
    "narrative",
    [
        "Åtgärder krävs.",
        "Graderingen kan ändras till C när handlingsplan inkommit.",
        "Graderingen är inte ändrad till C.",
        "Verksamheten hoppas att graderingen ändras till B.",
        "Kompetensen bedöms fortlöpande. A-mål och B-mål är uppfyllda.",
        "Vitamin D kvarstår.",
        "Om brister finns är graderingen D.",
        "",
    ],
)
def test_grade_not_said_stays_unknown(narrative: str) -> None:
    assert read_grade(narrative) == ReadGrade()


@pytest.mark.parametrize(
    ("lines", "at_visit", "now"),
    [
        (["Gradering: B"], "B", "B"),
        (["Gradering vid besöket: D", "Gradering nu: C (efter handlingsplan)"], "D", "C"),
        (["Grade at the visit: D", "Grade now: C (after action plan)"], "D", "C"),
        (["Gradering vid besöket: D", "Gradering nu: okänd"], "D", None),
        (["Beslutad gradering: D", "Gradering nu: C (efter omprövning)"], "D", "C"),
        (["Decided grade: B", "Grade now: A (corrected)"], "B", "A"),
        (["Beslutad gradering: okänd", "Gradering nu: okänd"], None, None),
        (["Beslutad gradering: C"], "C", "C"),
        (["Gradering nu: B"], None, "B"),
    ],
)
def test_grade_lines_are_read(lines: list[str], at_visit: str | None, now: str | None) -> None:
    grade = read_grade("", *lines)

    assert (grade.at_visit, grade.now) == (at_visit, now)


def test_grade_line_gives_way_to_a_later_change() -> None:
    grade = read_grade("Handlingsplan inkommen. Graderingen är ändrad till C.", "Gradering: D")

    assert (grade.at_visit, grade.now) == ("D", "C")


def test_grade_outside_the_areas_scale_is_not_taken() -> None:
    grade = grade_in("Graderingen är C.", [], WITHOUT_C, has_plan_item=False)

    assert grade == ReadGrade(strange=("C",))


def test_grades_that_contradict_each_other_are_not_taken() -> None:
    assert read_grade("", "Gradering: B", "Gradering: C") == ReadGrade(contradictory=("B", "C"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gradering: B", True),
        ("Gradering nu: C (efter handlingsplan)", True),
        ("Beslutad gradering: C", True),
        ("Decided grade: unknown", True),
        ("Beslutad gradering är C och kan omprövas.", False),
        ("Grade now: unknown", True),
        ("Gradering", False),
        ("Gradering: Brister finns", False),
        ("Graderingen är ändrad till C.", False),
    ],
)
def test_is_grade_line_only_for_a_label_and_a_letter(text: str, expected: bool) -> None:
    assert is_grade_line(text) is expected
