"""What of the questionnaires waits on the start page, and that it says nothing of who has answered."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Role
from kollegium.home.wording import shown
from kollegium.organisations.models import Unit
from kollegium.questionnaires.actions import send_answers
from kollegium.reviews.models import Review, ReviewKind
from kollegium.reviews.queries.case_steps import next_steps_for
from kollegium.reviews.queries.questionnaire_steps import questionnaire_steps_for
from kollegium.reviews.queries.questionnaires import subject_of
from tests import people
from tests.questionnaires.rounds import LAST_DAY, TODAY, answers_to, make_round, sent_round
from tests.reviews.cases import give_team, lead_to, make_case

pytestmark = pytest.mark.django_db
# The visit is on 12 May.
LAST_TO_SEND = date(2026, 4, 21)


def office_steps(office: Person, as_of: date = TODAY) -> list[NextStep]:
    return questionnaire_steps_for(people.actor_today(office), as_of=as_of)


def running(person: Person, as_of: date = TODAY) -> list[NextStep]:
    found = next_steps_for(people.actor_today(person), as_of=as_of)
    return [step for step in found if step.kind == "questionnaire-runs"]


@pytest.mark.parametrize("is_begun", [False, True], ids=["no list", "list not sent"])
@pytest.mark.parametrize(
    ("as_of", "urgency"), [(LAST_TO_SEND, Urgency.WAITING), (LAST_TO_SEND + timedelta(days=1), Urgency.LATE)]
)
def test_office_sends_three_weeks_before_the_visit(
    review: Review, unit: Unit, office: Person, is_begun: bool, as_of: date, urgency: Urgency
) -> None:
    if is_begun:
        make_round(subject_of(review), unit, trainee=3)

    assert office_steps(office, as_of) == [
        NextStep("questionnaires-to-send", urgency, 1, review.pk, unit.name, LAST_TO_SEND)
    ]


@pytest.mark.parametrize(
    ("as_of", "kind", "urgency"),
    [
        (TODAY + timedelta(days=2), "questionnaires-out", Urgency.SOON),
        (TODAY + timedelta(days=3), "questionnaires-to-remind", Urgency.SOON),
        (LAST_DAY, "questionnaires-to-remind", Urgency.SOON),
        (LAST_DAY + timedelta(days=1), None, None),
    ],
    ids=["just sent", "three days", "last day", "over"],
)
def test_office_sees_how_many_were_asked_and_never_how_many_answered(
    review: Review, unit: Unit, office: Person, as_of: date, kind: str | None, urgency: Urgency | None
) -> None:
    _, links = sent_round(subject_of(review), unit, trainee=4, head_of_unit=1)
    before = office_steps(office, as_of)
    send_answers(token=links["trainee0@exempel.se"], sent=answers_to(), as_of=TODAY)

    assert office_steps(office, as_of) == before
    expected = [NextStep(kind, urgency, 5, review.pk, unit.name, LAST_DAY)] if kind and urgency else []
    assert before == expected


def test_internal_reviews_ask_nobody(unit: Unit, office: Person, greta: Person) -> None:
    case = make_case(unit, kind=ReviewKind.INTERNAL)
    give_team(case, greta)
    lead_to(case, State.PREPARING)

    assert office_steps(office) == []


def test_head_is_told_that_it_runs_the_same_before_and_after_answering(
    review: Review, unit: Unit, head: Person
) -> None:
    _, links = sent_round(subject_of(review), unit, head_of_unit=1)
    before = running(head)
    send_answers(token=links["head_of_unit0@exempel.se"], sent=answers_to("head-of-unit-1"), as_of=TODAY)

    assert before == [NextStep("questionnaire-runs", Urgency.SOON, 1, review.pk, unit.name, LAST_DAY)]
    assert running(head) == before
    assert running(head, LAST_DAY + timedelta(days=1)) == []
    told = shown(before[0], as_of=TODAY)
    assert (told.title, told.when) == (
        "En enkät pågår: är du tillfrågad finns länken i ditt brev",
        "senast 23 mars 2026",
    )


def test_nobody_is_told_of_it_before_it_is_sent_or_elsewhere(
    review: Review, unit: Unit, head: Person, greta: Person
) -> None:
    make_round(subject_of(review), unit, trainee=3)
    assert running(head) == []
    other = people.make_person("Helmer", Role.HEAD_OF_UNIT, people.make_unit("Björkängens hälsocentral"))
    trainee = people.make_person("Tage", Role.TRAINEE, unit)

    assert [running(person) for person in (other, trainee, greta)] == [[], [], []]
    assert [office_steps(person) for person in (head, trainee, greta)] == [[], [], []]


def test_steps_cost_the_same_for_one_case_and_three(unit: Unit, office: Person) -> None:
    def prepare(number: int) -> None:
        case = make_case(people.make_unit(f"Enheten {number}"))
        give_team(case, people.make_person("Ett"), people.make_person("Två"))
        sent_round(subject_of(lead_to(case, State.PREPARING)), case.unit, trainee=3)

    def cost() -> int:
        actor = people.actor_today(office)
        with CaptureQueriesContext(connection) as queries:
            questionnaire_steps_for(actor, as_of=TODAY)
        return len(queries)

    prepare(1)
    with_one = cost()
    prepare(2)
    prepare(3)

    assert (with_one, cost()) == (1, 1)
