"""What changed lately: told in words, to those who may see it, and nobody's own doings."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from kollegium.accounts.queries import actor_of_person
from kollegium.domain.changes import Happening, Subject, by_thing
from kollegium.domain.roles import ROLES, Reach, Role
from kollegium.domain.standard import Outcome
from kollegium.home import queries
from kollegium.home.changes_wording import shown_things
from kollegium.organisations.actions import UnitValues, change_unit, merge_unit
from kollegium.organisations.models import Unit
from kollegium.report_import.actions import refuse_file
from kollegium.reviews import actions
from kollegium.reviews.actions import NewGrade
from kollegium.reviews.models import ActionPlanItem, ActionState, GradeRound, Review, ReviewPart
from tests import people
from tests.report_import.reports import open_form
from tests.reviews.builders import NOW, make_review, publish_as_proposed

LATER = NOW + timedelta(days=3)
SINCE = NOW + timedelta(days=1)


def regrade(review: Review, by, *, now: datetime = LATER, reason: str = "handlingsplan godkänd") -> None:
    part = ReviewPart.objects.get(review=review)
    grade = NewGrade(
        part_id=part.pk,
        area_key="D",
        round=GradeRound.FOLLOW_UP,
        outcome=Outcome.PASSED,
        reason=reason,
    )
    version = Review.objects.get(pk=review.pk).version
    actions.set_grade(review_id=review.pk, grade=grade, expected_version=version, now=now, by=by)


def told(actor, **asked) -> list[tuple[str, list[tuple[str, str]]]]:
    things = shown_things(queries.changes_for(actor, **{"since": SINCE, **asked}))
    return [(thing.title, [(one.who, one.sentence) for one in thing.happenings]) for thing in things]


@pytest.fixture
def unit(db: None) -> Unit:
    return people.make_unit()


@pytest.fixture
def office(unit: Unit):
    return people.make_actor(Role.REVIEW_OFFICE, name="Karin Kansli")


@pytest.fixture
def head(unit: Unit):
    long_ago = people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit)
    return actor_of_person(long_ago, as_of=people.TODAY)


def only_reviews(actor) -> list[tuple[str, list[tuple[str, str]]]]:
    return told(actor, subject=Subject.REVIEW)


def test_new_grade_is_told_with_both_letters_the_reason_and_who(unit, office, head) -> None:
    regrade(make_review(unit), office)

    assert only_reviews(head) == [
        (
            "Tallbackens hälsocentral",
            [
                (
                    "Karin Kansli",
                    "Graderingen för område D ändrades från C till B (efter uppföljning): handlingsplan godkänd",
                )
            ],
        )
    ]


def test_grades_that_came_with_the_review_are_one_change(unit, head) -> None:
    make_review(unit)

    things = shown_things(queries.changes_for(head, since=NOW, subject=Subject.REVIEW))

    assert [one.sentence for one in things[0].happenings] == ["Granskningen fördes in i registret."]


def test_change_of_another_unit_is_not_told(unit, office, head) -> None:
    regrade(make_review(people.make_unit("Granngården")), office, reason="hemligt skäl")

    assert only_reviews(head) == []
    assert len(only_reviews(office)) == 0
    assert len(told(office, subject=Subject.REVIEW, with_own=True)) == 1


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.PLACEMENT_SUPERVISOR])
def test_who_may_not_read_the_case_is_told_nothing_of_it(unit, office, role) -> None:
    review = make_review(unit)
    regrade(review, office)
    publish_as_proposed(review)

    assert told(people.make_actor(role, unit), since=NOW - timedelta(days=1), subject=Subject.REVIEW) == []


def test_who_may_not_read_the_history_is_not_told_who(unit, office) -> None:
    regrade(make_review(unit), office)
    supervisor = people.make_actor(Role.MAIN_SUPERVISOR, unit)

    [(_, [(who, _sentence)])] = only_reviews(supervisor)

    assert who == ""


def test_progress_publishing_and_withdrawal_stand_under_one_review(unit, office, head) -> None:
    review = make_review(unit)
    publish_as_proposed(review)
    actions.withdraw_publication(review_id=review.pk, reason="fel namn", now=LATER, by=office)
    item = ActionPlanItem.objects.get(part__review=review)
    actions.report_progress(
        item_id=item.pk,
        state=ActionState.DONE,
        note="Alla har program",
        expected_version=item.version,
        now=LATER + timedelta(hours=1),
        by=office,
    )

    [(_, happenings)] = told(head, since=NOW, subject=Subject.REVIEW)

    assert happenings == [
        ("Karin Kansli", "Åtgärden för D6 är klar: Alla har program"),
        ("Karin Kansli", "Publiceringen drogs tillbaka."),
        ("", "Granskningen publicerades."),
        ("", "Granskningen fördes in i registret."),
    ]


def test_renamed_and_merged_units_are_told_to_those_with_a_part_in_them(unit, head) -> None:
    other = people.make_unit("Granngården")
    values = UnitValues(
        name="Tallmon", care_provider_id=unit.care_provider_id, region_id=unit.region_id, specialty_ids=()
    )
    change_unit(
        unit_id=unit.pk, values=values, renamed_on=date(2026, 3, 1), expected_version=1, by=people.SYSTEM
    )
    merge_unit(unit_id=other.pk, into_id=unit.pk, merged_on=date(2026, 3, 1), by=people.SYSTEM)
    reached = actor_of_person(people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit), as_of=people.TODAY)
    stranger = people.make_actor(Role.HEAD_OF_UNIT, people.make_unit("Långt bort"))
    lately = {"since": timezone.now() - timedelta(days=1), "subject": Subject.UNIT}

    assert sorted(told(reached, **lately)) == [
        ("Granngården", [("", "Enheten gick upp i Tallmon.")]),
        ("Tallmon", [("", "Enheten hette Tallbackens hälsocentral och heter nu Tallmon.")]),
    ]
    assert told(stranger, **lately) == []


def test_own_role_is_told_and_nobody_elses(unit, head) -> None:
    lately = {"since": timezone.now() - timedelta(days=1), "subject": Subject.ROLE}
    people.make_person("Någon Annan", Role.TRAINEE, unit)

    assert told(head, **lately) == [
        ("Verksamhetschef, Tallbackens hälsocentral", [("Kollegium (tests)", "Du fick rollen.")])
    ]


def test_specialty_of_a_role_is_named_in_the_language_of_the_page(db) -> None:
    specialty = people.make_specialty()
    specialty.name_en = "Family medicine"
    specialty.save()
    reviewer = people.make_actor(Role.REVIEWER, specialty)

    def title() -> str:
        return shown_things(queries.changes_for(reviewer, since=timezone.now() - timedelta(days=1)))[0].title

    assert title() == "Granskare, Allmänmedicin"
    with translation.override("en"):
        assert title() == "Reviewer, Family medicine"


def test_refused_file_is_told_to_whoever_brought_it(unit) -> None:
    director = people.make_actor(Role.DIRECTOR_OF_TRAINING, people.make_region())
    another = people.make_actor(Role.DIRECTOR_OF_TRAINING, people.make_region(), "Dag Annan")
    refuse_file(batch=open_form(director), file_name="trasig.pdf", code="too-large", by=director, now=NOW)
    asked = {"since": NOW - timedelta(days=1), "subject": Subject.IMPORT}

    assert told(director, **asked) == [("trasig.pdf", [("", "Filen gick inte att läsa.")])]
    assert told(another, **asked) == []


def test_what_is_older_is_left_out(unit, office, head) -> None:
    regrade(make_review(unit), office, now=SINCE - timedelta(seconds=1))

    assert only_reviews(head) == []


def test_three_changed_reviews_cost_as_many_queries_as_one(unit, office, head) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as run:
            shown_things(queries.changes_for(head, since=SINCE))
        return len(run)

    regrade(make_review(unit), office)
    cost()  # What the head reaches is worked out once and kept.
    one = cost()
    for _ in range(2):
        regrade(make_review(unit), office)

    assert cost() == one


def test_page_shows_changes_leaves_own_ones_out_and_takes_any_filter(unit) -> None:
    office = people.make_person("Karin Kansli", Role.REVIEW_OFFICE)
    regrade(make_review(unit), actor_of_person(office, as_of=people.TODAY), now=timezone.now())
    clients = {}
    for key, person in {
        "office": office,
        "head": people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit),
    }.items():
        clients[key] = Client()
        clients[key].force_login(people.make_account(person))

    sentence = "ändrades från C till B"
    assert sentence in clients["head"].get("/changes/").content.decode()
    assert sentence in clients["head"].get("/changes/new/").content.decode()
    assert sentence not in clients["office"].get("/changes/new/").content.decode()
    assert sentence not in clients["office"].get("/changes/").content.decode()
    assert sentence in clients["office"].get("/changes/?own=on").content.decode()
    assert sentence not in clients["head"].get("/changes/?kind=unit").content.decode()
    assert clients["head"].get("/changes/?kind=nonsense&days=x&page=99").status_code == 200


def test_things_stand_once_with_the_last_changed_first() -> None:
    def one(hour: int, object_id: int) -> Happening:
        return Happening(
            datetime(2026, 3, 2, hour, tzinfo=UTC), "k", Subject.UNIT, object_id, f"u{object_id}"
        )

    things = by_thing([one(1, 7), one(3, 8), one(2, 7)])

    assert [(thing.name, [item.at.hour for item in thing.happenings]) for thing in things] == [
        ("u8", [3]),
        ("u7", [2, 1]),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_everybody_can_ask_what_changed(role: Role) -> None:
    """Also those whose role reaches no unit, such as a reviewer of a specialty."""
    places = {
        Reach.UNIT: people.make_unit,
        Reach.CARE_PROVIDER: people.make_provider,
        Reach.REGION: people.make_region,
        Reach.SPECIALTY: people.make_specialty,
    }
    for reach in ROLES[role].reaches:
        at = places[reach]() if reach in places else None
        client = people.client_of(people.make_person(f"Person {reach}", role, at))

        assert client.get(reverse("home:changes")).status_code == 200
        assert client.get(reverse("home:changed")).status_code == 200
