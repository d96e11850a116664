"""The team's answers to comments in the calibration: who, once, on the page, on the start page and in the history."""

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.errors import Refused
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Role
from kollegium.home.wording import shown
from kollegium.reviews.actions.calibration import NewComment, answer_comment, comment_on_grade
from kollegium.reviews.models import Advice, CalibrationComment, Review, TeamMember
from kollegium.reviews.queries.calibration import calibration_steps_for
from tests import people
from tests.reviews.cases import NOW, lead_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator() -> Person:
    return people.make_person("Gustaf", Role.SPECIALTY_COORDINATOR, people.make_specialty())


@pytest.fixture
def calibrated(case: Review) -> Review:
    return lead_to(case, State.CALIBRATION)


def say(case: Review, by: Person, advice: Advice = Advice.RECONSIDER) -> CalibrationComment:
    new = NewComment(case.parts.get().pk, "D", advice, "Andra fick C.")
    return comment_on_grade(review_id=case.pk, comment=new, now=NOW, by=people.actor_today(by))


def answer(case: Review, comment: CalibrationComment, by: Person, text: str = "D6 saknas helt.") -> None:
    answer_comment(review_id=case.pk, comment_id=comment.pk, text=text, now=NOW, by=people.actor_today(by))


def refusal_of(*args: object, **others: object) -> str:
    with pytest.raises(Refused) as refused:
        answer(*args, **others)  # type: ignore[arg-type]
    return refused.value.code


def steps(person: Person) -> list[NextStep]:
    return calibration_steps_for(people.actor_today(person))


def test_team_answers_each_comment_once(calibrated: Review, coordinator: Person, greta: Person) -> None:
    comment = say(calibrated, coordinator)
    assert refusal_of(calibrated, comment, greta, " ") == "answer-empty"

    answer(calibrated, comment, greta)

    comment.refresh_from_db()
    assert (comment.answer, comment.answered_at, comment.answered_by) == ("D6 saknas helt.", NOW, greta)
    assert refusal_of(calibrated, comment, greta, "Något annat.") == "already-answered"


def test_others_do_not_answer(calibrated: Review, coordinator: Person, office: Person, head: Person) -> None:
    comment = say(calibrated, coordinator)
    stranger = people.make_person("Stig", Role.REVIEWER, people.make_specialty())

    assert [refusal_of(calibrated, comment, one) for one in (coordinator, office)] == ["not-allowed-here"] * 2
    for person in (head, stranger):
        with pytest.raises(Http404):
            answer(calibrated, comment, person)
    assert CalibrationComment.objects.get().answer == ""


def test_comment_of_another_case_or_after_the_decision_is_not_answered(
    calibrated: Review, coordinator: Person, greta: Person
) -> None:
    comment = say(calibrated, coordinator)
    with pytest.raises(Http404):
        answer(calibrated, CalibrationComment(pk=comment.pk + 1), greta)

    lead_to(calibrated, State.DECIDED)
    assert refusal_of(calibrated, comment, greta) == "not-allowed-here"


def test_team_is_told_until_it_has_answered_who_advises_to_reconsider(
    calibrated: Review, coordinator: Person, greta: Person
) -> None:
    say(calibrated, coordinator, Advice.KEEP)
    assert steps(greta) == []
    comment = say(calibrated, coordinator)
    name = calibrated.unit.name
    assert steps(greta) == [NextStep("comments-to-answer", Urgency.WAITING, 1, calibrated.pk, name)]
    assert steps(coordinator) == []

    answer(calibrated, comment, greta)
    assert steps(greta) == []


def test_steps_cost_one_query_for_one_comment_and_three(
    calibrated: Review, coordinator: Person, greta: Person
) -> None:
    counts = []
    for number in (1, 2):
        for _ in range(number):
            say(calibrated, coordinator)
        actor = people.actor_today(greta)
        with CaptureQueriesContext(connection) as asked:
            calibration_steps_for(actor)
        counts.append(len(asked))

    assert counts == [1, 1]


def test_answer_stands_on_the_page_and_in_the_history(
    calibrated: Review, coordinator: Person, office: Person, greta: Person
) -> None:
    comment = say(calibrated, coordinator)
    client, where = (
        people.client_of(greta),
        reverse("reviews:answer_comment", args=[calibrated.pk, comment.pk]),
    )
    page = reverse("reviews:calibration", args=[calibrated.pk])
    assert where in client.get(page).content.decode()
    assert where not in people.client_of(coordinator).get(page).content.decode()
    refused = client.post(where, {"text": "Ring 811218-9876"})
    assert refused.status_code == 422
    assert "Ring 811218-9876" in refused.content.decode()

    assert client.post(where, {"text": "Zqsvar"}).status_code == 302

    shown = people.client_of(coordinator).get(page).content.decode()
    assert "Zqsvar" in shown
    assert "Teamets svar, av Greta Granskare," in shown
    assert where not in client.get(page).content.decode()
    history = people.client_of(office).get(reverse("reviews:case_history", args=[calibrated.pk]))
    assert "Svarade på en kommentar till graderingen av område D." in history.content.decode()
    assert '<p class="history-words">Zqsvar</p>' in history.content.decode()


def test_coordinator_is_told_until_they_have_said_something(
    case: Review, coordinator: Person, greta: Person
) -> None:
    other = people.make_person(
        "Olle", Role.SPECIALTY_COORDINATOR, people.make_specialty("Ortopedi", "ortopedi")
    )
    assert steps(coordinator) == []

    lead_to(case, State.CALIBRATION)

    assert steps(coordinator) == [NextStep("case-compare", Urgency.WAITING, 1, case.pk, case.unit.name)]
    told = shown(steps(coordinator)[0], as_of=NOW.date())
    assert (told.title, told.url) == (
        "Jämför de föreslagna graderna med andra granskningar",
        reverse("reviews:calibration", args=[case.pk]),
    )
    assert [steps(one) for one in (other, greta)] == [[], []]
    say(case, coordinator, Advice.KEEP)
    assert steps(coordinator) == []


def test_coordinator_who_reviews_the_case_does_not_compare_it(calibrated: Review) -> None:
    person = people.make_person("Gustaf", Role.SPECIALTY_COORDINATOR, people.make_specialty())
    member = TeamMember.objects.filter(review=calibrated).first()
    TeamMember.objects.filter(pk=member.pk).update(person=person)  # type: ignore[union-attr]

    assert steps(person) == []
