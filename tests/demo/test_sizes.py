"""The larger demos: the same bulk path at a tiny scale, equal to what the ordinary actions write."""

from dataclasses import replace
from io import StringIO
from pathlib import Path
from random import Random

import pytest
from django.apps import apps
from django.conf import LazySettings

from kollegium.accounts.models import Assignment, Person
from kollegium.accounts.queries import actor_of_person
from kollegium.config import commands, preparation
from kollegium.demo import load
from kollegium.demo.country.places import AddedUnit
from kollegium.demo.country.reviews import add_reviews
from kollegium.demo.planning import REVIEWERS
from kollegium.demo.progress import Progress
from kollegium.demo.reviews import ordinary_review, recorded_at
from kollegium.demo.sizes import SIZES, Size
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit, UnitSpecialty
from kollegium.reviews.actions.record import RecordingRefused, record_review, record_reviews
from kollegium.reviews.models import ActionPlanItem, Grade, Review, ReviewPart, SummaryPoint, Verdict
from kollegium.reviews.queries.open_cases import get_open_case_for
from kollegium.reviews.queries.whole_judgement import whole_judgement
from kollegium.reviews.recorded import RecordedReview
from kollegium.reviews.summaries import stale_summaries
from tests import people

pytestmark = pytest.mark.django_db

TINY = Size("tiny", reviews=70, cases=14, units=45, reviewers=3, supervisors=12, trainees=8)


@pytest.fixture
def tiny(settings: LazySettings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    load.load_demo(TINY)


def invented(unit: Unit) -> RecordedReview:
    return ordinary_review(unit.pk, people.make_specialty().pk, 2024, 0.8, Random(7), load.DEMO_DAY)


def test_larger_size_holds_what_it_says_with_the_hand_made_demo_in_it(tiny: None) -> None:
    assert Review.objects.standing().count() == TINY.reviews
    assert Unit.objects.count() == TINY.units
    assert Assignment.objects.filter(role="reviewer", specialty__isnull=False).count() >= TINY.reviewers
    assert Assignment.objects.filter(role="trainee").count() == TINY.trainees + 1
    supervisors = Assignment.objects.filter(role__in=["main_supervisor", "placement_supervisor"])
    assert supervisors.count() == TINY.supervisors + 1 + sum(bool(one.unit) for one in REVIEWERS)
    assert Person.objects.filter(accounts__email="kansli@exempel.se").exists()
    assert Person.objects.filter(accounts__isnull=True).count() == 3 + 12 + 8 + len(REVIEWERS)


def test_cases_in_progress_are_judged_as_far_as_they_have_come(tiny: None) -> None:
    reviewer = actor_of_person(
        Person.objects.get(accounts__email="granskare@exempel.se"), as_of=load.DEMO_DAY
    )
    added = Review.objects.filter(state__in=("preparing", "visited", "draft"), case_number=None)
    assert added.count() == TINY.cases
    written = added.filter(state="draft", team__person=reviewer.person_id)

    for review in written:
        whole = whole_judgement(get_open_case_for(reviewer, review.pk), "", "sv")
        criteria = whole.judged.standard.criteria
        assert all(whole.judged.is_open(area) for area in whole.judged.standard.areas)
        assert [len(rows) for rows in (whole.judged.own, *whole.judged.others.values())] == [
            len(criteria)
        ] * 2
        assert {reference for one in whole.judged.own.values() for reference in one.evidence} <= set(
            whole.evidence
        )
        assert len(whole.judged.grades) == len(whole.judged.standard.areas)
    assert written.exists()


def test_what_lists_show_agrees_with_the_rows(tiny: None) -> None:
    assert stale_summaries() == []


def test_change_log_names_who_loaded_and_how(tiny: None) -> None:
    for model, action in (
        (Review, "reviews.record_reviews"),
        (Verdict, "reviews.record_reviews"),
        (Person, "accounts.add_person"),
        (Unit, "organisations.add_unit"),
        (UnitSpecialty, "organisations.add_unit"),
    ):
        events = apps.get_model(f"{model._meta.label}Event")._default_manager.all()
        assert events.filter(pgh_label="added").count() == model._default_manager.count()
        named = events.filter(pgh_context__actor="system:demo", pgh_context__action=action)
        assert named.exists()
        assert not events.filter(pgh_context__isnull=True).exists()


def test_bulk_path_writes_what_the_ordinary_action_writes() -> None:
    unit = people.make_unit()
    recorded = invented(unit)

    alone = record_review(recorded=recorded, by=people.SYSTEM, now=recorded_at(recorded))
    again = replace(recorded, case_number="2024-0001-bulk")
    record_reviews(recorded=[(again, recorded_at(again))], by=people.SYSTEM)
    bulk = Review.objects.exclude(pk=alone.pk).get()

    assert _columns(bulk, Review) == _columns(alone, Review)
    assert bulk.search_text == alone.search_text.replace(recorded.case_number or "", "2024-0001-bulk")
    assert _rows(bulk) == _rows(alone)


def _columns(row: object, model: type) -> dict[str, object]:
    left_out = ("id", "case_number", "search_text", "search_vector", "review_id", "part_id")
    fields = model._meta.concrete_fields  # type: ignore[attr-defined]
    return {field.attname: getattr(row, field.attname) for field in fields if field.attname not in left_out}


def _rows(review: Review) -> list[list[dict[str, object]]]:
    queries = (
        ReviewPart.objects.filter(review=review),
        *(
            model.objects.filter(part__review=review)
            for model in (SummaryPoint, Grade, Verdict, ActionPlanItem)
        ),  # type: ignore[attr-defined]
    )
    return [[_columns(row, query.model) for row in query.order_by("pk")] for query in queries]


def test_added_reviews_are_the_same_every_time() -> None:
    units = [AddedUnit(people.make_unit(), (people.make_specialty(),))]
    told = []
    for _ in range(2):
        add_reviews(
            units,
            ["Ebba Skoglund"],
            5,
            Random(11),
            by=people.SYSTEM,
            as_of=load.DEMO_DAY,
            progress=Progress(StringIO()),
        )
        told.append(list(Review.objects.order_by("pk").values_list("visit_from", "search_text", "kind")))
        ActionPlanItem.objects.all().delete()
        Review.objects.all().delete()

    assert told[0] == told[1]
    assert len(told[0]) == 5


def test_reviews_are_refused_to_somebody_without_the_right() -> None:
    unit = people.make_unit()
    somebody = people.make_actor(Role.TRAINEE, unit)

    with pytest.raises(RecordingRefused) as refused:
        record_reviews(recorded=[(invented(unit), recorded_at(invented(unit)))], by=somebody)

    assert refused.value.code == "not-allowed-here"
    assert not Review.objects.exists()


def test_sizes_are_those_of_a_region_and_of_the_country() -> None:
    national = SIZES["national"]

    assert list(SIZES) == ["small", "region", "national"]
    assert (national.reviews, national.units, national.reviewers) == (6_000, 2_000, 500)
    assert (national.supervisors, national.trainees, national.region_codes) == (15_000, 10_000, ())


def test_progress_is_a_few_lines_where_nobody_watches() -> None:
    stream = StringIO()
    progress = Progress(stream)

    for done in range(0, 6_001, 200):
        progress.show("reviews", done, 6_000)

    lines = stream.getvalue().splitlines()
    assert len(lines) == 5
    assert lines[-1] == f"[{'#' * 30}] reviews: 6 000 of 6 000"


def test_own_database_must_be_named_in_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody@db.example.org/kollegium")

    assert commands.main(["demo", "--size", "small"]) == 1
    assert "--into-this-database" in capsys.readouterr().err


def test_demo_is_loaded_by_the_name_of_its_size(settings: LazySettings, tmp_path: Path) -> None:
    settings.DATA = tmp_path

    with pytest.raises(KeyError):
        preparation.load_demo("huge")
