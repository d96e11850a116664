"""What changed after a decision: told folded, to those to whom the table of a case shows it, and to nobody else."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from kollegium.accounts.models import Person
from kollegium.domain import review_feedback
from kollegium.domain import standard as standards
from kollegium.domain.case_life import State
from kollegium.domain.changes import Subject
from kollegium.domain.instruments import ItemKind
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.home import queries
from kollegium.home.changes_wording import shown_things
from kollegium.organisations.models import Unit
from kollegium.reviews.actions.corrections import NewText, WhyCorrected, correct_text
from kollegium.reviews.actions.decision import Decision, FinalGrade, decide_review
from kollegium.reviews.actions.feedback import Feedback, give_feedback
from kollegium.reviews.models import AreaText, Review, ReviewKind
from kollegium.reviews.queries.report_text import sections_of
from tests import people
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case
from tests.reviews.reconsiderations import LAST_NOW, ask, decide

pytestmark = pytest.mark.django_db
SINCE = NOW - timedelta(days=1)
FORM = review_feedback.load(review_feedback.CURRENT)
ANSWERS = {item.key: "mostly" for item in FORM.items if item.kind is ItemKind.SCALE}
ASKED = "Enheten begärde omprövning av områdena A och D."
DECIDED = "Omprövningen av områdena A och D är beslutad."
FEEDBACK = "Enheten gav återkoppling på granskningen."


@pytest.fixture
def unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def head(unit: Unit) -> Person:
    return people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit)


@pytest.fixture
def office() -> Person:
    return people.make_person("Karin Kansli", Role.REVIEW_OFFICE)


def calibrated(unit: Unit, greta: Person, **others: Any) -> Review:
    case = make_case(unit, **others)
    give_team(case, greta, people.make_person("Göran", Role.REVIEWER, people.make_specialty()))
    grade_everything(case)
    return lead_to(case, State.CALIBRATION)


@pytest.fixture
def case(unit: Unit, greta: Person) -> Review:
    return calibrated(unit, greta)


def told(who: Any, **asked: Any) -> list[tuple[str, str]]:
    """Give (who, sentence) of every change of a review, also one's own, newest first."""
    actor = people.actor_today(who) if isinstance(who, Person) else who
    asked = {"since": SINCE, "subject": Subject.REVIEW, "with_own": True, **asked}
    things = shown_things(queries.changes_for(actor, **asked))
    return [(one.who, one.sentence) for thing in things for one in thing.happenings]


def sentences(who: Any) -> list[str]:
    return [sentence for _name, sentence in told(who)]


def say(case: Review, head: Person, *, is_shared: bool = False, version: int = 0) -> None:
    said = Feedback({**ANSWERS, "own-words": "Zqhemligt"}, is_shared, version)
    give_feedback(review_id=case.pk, said=said, now=LAST_NOW, by=people.actor_today(head))


def exchanged(case: Review, head: Person, office: Person, *, is_shared: bool = False) -> None:
    lead_to(case, State.DECIDED)
    ask(case, head, "AD")
    decide(case, office, A="passed", D=("passed_well", "Rotation visad."))
    say(case, head, is_shared=is_shared)


def decided(case: Review, office: Person, *finals: FinalGrade) -> None:
    decide_review(
        review_id=case.pk,
        decision=Decision(finals, "2026-77"),
        expected_version=case.version,
        now=NOW + timedelta(hours=1),
        by=people.actor_today(office),
    )


def test_decision_is_one_line_and_what_differs_another(case: Review, head: Person, office: Person) -> None:
    decided(case, office, FinalGrade(case.parts.get().pk, "D", Outcome.FAILED, "Två brister."))

    lines = told(head, since=NOW + timedelta(minutes=1))
    with translation.override("en"):
        english = [sentence for _who, sentence in told(head, since=NOW + timedelta(minutes=1))]

    assert sorted(lines) == [
        ("Karin Kansli", "Gradering D för område D beslutades, där B var föreslaget: Två brister."),
        ("Karin Kansli", "Graderingarna beslutades: B i områdena A–C och E–H."),
    ]
    assert "The grades were decided: B in areas A–C and E–H." in english


def test_grades_of_a_review_with_several_reports_say_of_which(
    unit: Unit, greta: Person, head: Person, office: Person
) -> None:
    at = calibrated(unit, greta, kind=ReviewKind.AT, standard_key="at-spur")
    decided(at, office)

    parts = [part.title_sv for part in standards.load("at-spur").service_parts]
    found = [one for one in sentences(head) if "beslutades" in one]
    assert sorted(one.partition(":")[0] for one in found) == sorted(parts)
    assert len({one.partition(":")[2] for one in found}) == 1


def test_unit_and_office_are_told_of_reconsideration_and_feedback(
    case: Review, head: Person, office: Person
) -> None:
    exchanged(case, head, office)

    assert [one for one in told(office) if one[1] in (ASKED, DECIDED, FEEDBACK)] == [
        ("Hanna Chef", FEEDBACK),
        ("Hanna Chef", ASKED),
        ("Karin Kansli", DECIDED),
    ]
    assert set(told(head)) == set(told(office))
    assert (
        "Karin Kansli",
        "Graderingen B för område A fick stå kvar (efter omprövning): Styrkt.",
    ) in told(head)
    say(case, head, version=1)
    assert "Enheten ändrade sin återkoppling på granskningen." in sentences(office)
    assert "Zqhemligt" not in str(told(office))


@pytest.mark.parametrize("is_shared", [False, True])
def test_reviewer_of_the_case_is_told_without_who_and_of_feedback_that_is_shared(
    case: Review, head: Person, office: Person, greta: Person, is_shared: bool
) -> None:
    exchanged(case, head, office, is_shared=is_shared)
    another = people.make_person("Gun", Role.REVIEWER, people.make_specialty())

    assert sorted(told(greta)) == sorted(
        [("", ASKED), ("", DECIDED), *([("", FEEDBACK)] if is_shared else [])]
    )
    assert told(another) == []
    things = shown_things(queries.changes_for(people.actor_today(greta), since=SINCE))
    which = f"Extern granskning, Allmänmedicin, {case.case_number}"
    page = next(thing.url for thing in things if thing.kind == which)
    assert people.client_of(greta).get(page).status_code == 200

    lead_to(Review.objects.get(pk=case.pk), State.CLOSED)
    assert told(greta) == []


def test_coordinator_is_told_of_reconsideration_alone(case: Review, head: Person, office: Person) -> None:
    exchanged(case, head, office, is_shared=True)
    coordinator = people.make_person("Kim", Role.SPECIALTY_COORDINATOR, people.make_specialty())

    found = sentences(coordinator)

    assert (ASKED in found, DECIDED in found, FEEDBACK in found) == (True, True, False)


@pytest.mark.parametrize(
    "role", [Role.TRAINEE, Role.MAIN_SUPERVISOR, Role.REGION_OFFICER, Role.CARE_PROVIDER_OFFICER, None]
)
def test_who_only_looks_on_learns_nothing_of_what_unit_and_office_said(
    case: Review, unit: Unit, head: Person, office: Person, role: Role | None
) -> None:
    exchanged(case, head, office, is_shared=True)
    places = {Role.REGION_OFFICER: unit.region, Role.CARE_PROVIDER_OFFICER: unit.care_provider}
    other = people.make_person(
        "Olle", role or Role.HEAD_OF_UNIT, places.get(role, unit) if role else people.make_unit("Annan")
    )

    found = sentences(other)

    assert not [
        one for one in found if "begärde omprövning" in one or "är beslutad" in one or "återkoppling" in one
    ]
    # The grades themselves stand on the page of the review, for those who read it.
    assert any("efter omprövning" in one for one in found) is (role not in (Role.TRAINEE, None))


def test_director_is_told_of_the_internal_reviews_they_lead(
    unit: Unit, greta: Person, head: Person, office: Person
) -> None:
    director = people.make_person("Disa", Role.DIRECTOR_OF_TRAINING, unit.region)
    exchanged(calibrated(unit, greta, kind=ReviewKind.INTERNAL), head, office)
    assert {ASKED, DECIDED, FEEDBACK} <= set(sentences(director))

    another = people.make_unit("Andra")
    hans = people.make_person("Hans", Role.HEAD_OF_UNIT, another)
    exchanged(calibrated(another, greta), hans, office)
    things = queries.changes_for(people.actor_today(director), since=SINCE, subject=Subject.REVIEW)
    external = next(thing for thing in things if thing.name == "Andra")
    assert {one.kind for one in external.happenings}.isdisjoint({"reconsideration-asked", "feedback-given"})


def test_correction_is_told_to_all_who_read_the_review(
    case: Review, unit: Unit, head: Person, office: Person
) -> None:
    AreaText.objects.create(part=case.parts.get(), area_key="A", narrative="Filialen nämns.")
    lead_to(case, State.DECIDED)
    part = case.parts.get()
    section = next(one for one in sections_of(part, standards.load(case.standard_key)) if one.key == "area-A")
    correct_text(
        review_id=case.pk,
        new=NewText(part.pk, "area-A", "Båda filialerna nämns.", section.mark),
        why=WhyCorrected("En filial saknades.", LAST_NOW),
        by=people.actor_today(office),
    )
    supervisor = people.make_person("Sven", Role.MAIN_SUPERVISOR, unit)

    sentence = "En rättelse gjordes av texten om område A: En filial saknades."
    assert ("Karin Kansli", sentence) in told(head)
    assert ("", sentence) in told(supervisor)
    assert sentence not in sentences(people.make_person("Tora", Role.TRAINEE, unit))


def test_changes_of_three_cases_cost_as_many_queries_as_of_one(
    case: Review, unit: Unit, greta: Person, head: Person, office: Person
) -> None:
    def cost(who: Person) -> int:
        actor = people.actor_today(who)
        with CaptureQueriesContext(connection) as run:
            shown_things(queries.changes_for(actor, since=SINCE, subject=Subject.REVIEW))
        return len(run)

    exchanged(case, head, office, is_shared=True)
    one = [(cost(who), cost(who))[1] for who in (head, greta)]
    for name in ("Andra", "Tredje"):
        another = calibrated(unit, greta, case_number=name)
        exchanged(another, head, office, is_shared=True)

    assert [cost(who) for who in (head, greta)] == one
    assert cost(people.make_person("Tora", Role.TRAINEE, unit)) == 0
