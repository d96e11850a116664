"""What a review says, put together from its rows."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from kollegium.domain.grading import Verdict
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions import report_progress
from kollegium.reviews.models import (
    ActionPlanItem,
    ActionState,
    Grade,
    GradeRound,
    Review,
    ReviewSource,
    VerdictSource,
)
from kollegium.reviews.queries import case_of, get_case_for
from kollegium.reviews.recorded import RecordedArea, RecordedGrade, RecordedVerdict
from kollegium.reviews.shown.areas import AreaLinks, shown_areas, tiles_of
from tests.people import make_actor, make_provider, make_region, make_specialty, make_unit
from tests.reviews.builders import NOW, VISIT, make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_actor(Role.REVIEW_OFFICE, name="Karin Kansli")


def graded_areas(office, part, **others):
    case = get_case_for(office, make_review(part=part, **others).pk)
    return {graded.area.key: graded for graded in case.grades_of(case.parts[0])}


def test_grades_stand_in_rounds_and_the_last_one_counts(office) -> None:
    areas = graded_areas(office, plain_part())

    moved = areas["D"]
    assert [grade.round for grade in moved.rounds] == ["decision", "action_plan"]
    assert (moved.at_visit.outcome, moved.now.outcome) == (Outcome.FAILED, Outcome.PASSED_WITH_REMARKS)
    assert (moved.has_moved, moved.rests_on_plan) == (True, True)
    assert (areas["A"].has_moved, areas["A"].rests_on_plan) == (False, False)
    assert areas["B"].now is None


@pytest.mark.parametrize(
    ("change", "hinted"),
    [
        ({}, {"B", "C", "E", "F", "G", "H"}),
        ({"plan_items": ()}, set()),
        ({"plan_items": (plan_item("D6"), plan_item("E1"))}, {"B", "C", "F", "G", "H"}),
        ({"areas": (RecordedArea("G", "…", "Gradering D kvarstår."),)}, {"B", "C", "E", "F", "H"}),
    ],
    ids=["plan", "no plan", "plan item", "sentence about the grade"],
)
def test_area_the_plan_leaves_out_is_hinted_never_graded(office, change, hinted) -> None:
    areas = graded_areas(office, replace(plain_part(), **change))

    assert {key for key, graded in areas.items() if graded.is_hinted_passed} == hinted
    assert all(graded.now is None for graded in areas.values() if graded.is_hinted_passed)


def test_review_made_here_gives_no_hints(office) -> None:
    areas = graded_areas(office, plain_part(), source=ReviewSource.RECORDED)

    assert not any(graded.is_hinted_passed for graded in areas.values())


def test_tile_tells_the_way_of_the_grade_in_words(office) -> None:
    case = get_case_for(office, make_review().pk)

    tiles = {tile.area_key: tile for tile in tiles_of(shown_areas(case, case.parts[0], AreaLinks()))}

    assert tiles["D"].grade.text == (
        "C, godkänt med anmärkning; tidigare D, inte godkänt; efter handlingsplan"
    )
    assert tiles["B"].grade.text == "okänt; inte D enligt handlingsplanen"
    assert (tiles["B"].grade.now.letter, tiles["B"].grade.now.outcome) == (None, None)


def test_grade_that_stands_after_the_plan_says_so(office) -> None:
    part = plain_part(
        grades=(
            RecordedGrade("D", GradeRound.DECISION, Outcome.FAILED),
            RecordedGrade("D", GradeRound.ACTION_PLAN, Outcome.FAILED),
        )
    )
    case = get_case_for(office, make_review(part=part).pk)

    tile = next(
        tile for tile in tiles_of(shown_areas(case, case.parts[0], AreaLinks())) if tile.area_key == "D"
    )

    assert tile.grade.text == "D, inte godkänt; kvarstår efter handlingsplan"


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (
            [(VerdictSource.IMPORTED, Verdict.MET), (VerdictSource.ACTION_PLAN, Verdict.NOT_MET)],
            Verdict.NOT_MET,
        ),
        ([(VerdictSource.ACTION_PLAN, Verdict.NOT_MET), (VerdictSource.REVIEWER, Verdict.MET)], Verdict.MET),
        (
            [(VerdictSource.RECONCILED, Verdict.PARTLY_MET), (VerdictSource.REVIEWER, Verdict.MET)],
            Verdict.PARTLY_MET,
        ),
    ],
)
def test_what_people_agreed_on_counts_before_what_was_read(office, sources, expected) -> None:
    verdicts = tuple(RecordedVerdict("D6", outcome, source) for source, outcome in sources)
    case = get_case_for(office, make_review(part=plain_part(verdicts=verdicts)).pk)

    assert case.parts[0].outcomes_of_criteria() == {"D6": expected}


def test_every_criterion_is_shown_known_or_not(office) -> None:
    case = get_case_for(office, make_review().pk)

    areas = shown_areas(case, case.parts[0], AreaLinks())

    assert sum(area.criterion_count for area in areas) == 74
    design = next(area for area in areas if area.key == "D")
    assert design.deciding == ("D6",)
    assert design.tally == "1 inte uppfyllt, 12 okända"
    assert design.proposal == (
        "Av de bedömningar som är kända ger regeln D. En föreskrift följs inte, eller bara delvis."
    )
    html = "".join(group.rows for group in design.groups)
    assert html.count("Okänt") == 12


@pytest.mark.parametrize(
    ("state", "due_on", "as_of", "is_overdue"),
    [
        (ActionState.PLANNED, date(2025, 10, 31), date(2025, 11, 1), True),
        (ActionState.PLANNED, date(2025, 10, 31), date(2025, 10, 31), False),
        (ActionState.UNKNOWN, date(2025, 10, 31), date(2026, 1, 1), True),
        (ActionState.NOT_DONE, date(2025, 10, 31), date(2026, 1, 1), True),
        (ActionState.REPORTED_DONE, date(2025, 10, 31), date(2026, 1, 1), False),
        (ActionState.DONE, date(2025, 10, 31), date(2026, 1, 1), False),
        (ActionState.PLANNED, None, date(2026, 1, 1), False),
    ],
)
def test_open_action_is_overdue_the_day_after_its_date(office, state, due_on, as_of, is_overdue) -> None:
    part = plain_part(plan_items=(plan_item(state=state, due_on=due_on),))
    case = get_case_for(office, make_review(part=part).pk)

    assert case.parts[0].plan[0].is_overdue(as_of) is is_overdue


@pytest.mark.parametrize("review_id", [0, 999_999, 2**63])
def test_unknown_review_is_not_found(office, review_id: int) -> None:
    with pytest.raises(Http404):
        get_case_for(office, review_id)


def test_review_of_another_unit_looks_like_none_at_all() -> None:
    review = make_review(make_unit("Ekens"))
    stranger = make_actor(Role.HEAD_OF_UNIT, make_unit("Vikens"))

    with pytest.raises(Http404):
        get_case_for(stranger, review.pk)


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.HEAD_OF_UNIT, lambda review: review.unit),
        (Role.CARE_PROVIDER_OFFICER, lambda review: review.unit.care_provider),
        (Role.REGION_OFFICER, lambda review: review.unit.region),
        (Role.SPECIALTY_COORDINATOR, lambda review: review.specialty),
    ],
    ids=["unit", "care provider", "region", "specialty"],
)
def test_case_opens_at_every_kind_of_place_and_nowhere_else(role, place) -> None:
    far = make_region("Region Söderås", "98")
    elsewhere = make_unit("Vikens", provider=make_provider("Region Söderås", far), region=far)
    review, other = make_review(), make_review(elsewhere, specialty=make_specialty("Kirurgi", "kirurgi"))
    actor = make_actor(role, place(review))

    assert get_case_for(actor, review.pk).review == review
    assert [one.pk for one in Review.objects.visible_to(actor)] == [review.pk]
    with pytest.raises(Http404):
        get_case_for(actor, other.pk)


def test_case_fetched_at_once_holds_the_same_as_the_models(office) -> None:
    review = make_review()
    item = ActionPlanItem.objects.get(part__review=review)
    report_progress(
        item_id=item.pk, state=ActionState.DONE, note="Klart.", expected_version=1, now=NOW, by=office
    )

    case = get_case_for(office, review.pk)

    assert case == case_of(Review.objects.get(pk=review.pk))
    assert (case.review.visit_from, case.review.unit.region.name) == (VISIT, review.unit.region.name)
    assert (case.review.specialty, case.review.care_provider) == (review.specialty, review.care_provider)
    grade = Grade.objects.filter(part__review=review, round=GradeRound.DECISION, area_key="D").get()
    fetched = next(one for one in case.parts[0].grades if one.pk == grade.pk)
    assert (fetched.recorded_at, fetched.decided_on) == (grade.recorded_at, grade.decided_on)
    planned = case.parts[0].plan[0]
    assert (planned.due_on, planned.follow_up_on) == (item.due_on, item.follow_up_on)
    assert [(note.note, note.recorded_at, note.recorded_by) for note in planned.progress] == [
        ("Klart.", NOW, "Karin Kansli")
    ]


def test_whole_case_costs_the_same_however_much_it_says(office) -> None:
    def cost(review) -> int:
        with CaptureQueriesContext(connection) as queries:
            get_case_for(office, review.pk)
        return len(queries)

    small = make_review(part=plain_part(plan_items=(), verdicts=()))
    large = make_review(part=plain_part(plan_items=tuple(plan_item(f"D{n}") for n in range(1, 9))))

    assert (cost(small), cost(large)) == (1, 1)
