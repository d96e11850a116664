"""Calibration: like findings in other recent reviews, comments with advice, and what the decision owes them."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain import standard as standards
from kollegium.domain.calibration import Likeness
from kollegium.domain.case_life import State
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions.calibration import NewComment, comment_on_grade
from kollegium.reviews.actions.decision import Decision, FinalGrade, decide_review
from kollegium.reviews.models import (
    Advice,
    CalibrationComment,
    Grade,
    GradeRound,
    Review,
    ReviewPart,
    Verdict,
    VerdictSource,
)
from kollegium.reviews.queries.calibration import compared_with
from tests import people
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case

pytestmark = pytest.mark.django_db
STANDARD = standards.load("spur-st-2021")
AREA = STANDARD.area("D")


@pytest.fixture
def coordinator() -> Person:
    return people.make_person("Gustaf", Role.SPECIALTY_COORDINATOR, people.make_specialty())


@pytest.fixture
def office() -> Person:
    return people.make_person("Kerstin", Role.REVIEW_OFFICE)


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta", Role.REVIEWER, people.make_specialty())


def find(review: Review, *short: str) -> None:
    """Let the team have agreed on area D, with some criteria not met."""
    for criterion in AREA.criteria:
        Verdict.objects.create(
            part=review.parts.get(),
            criterion_key=criterion.key,
            source=VerdictSource.RECONCILED,
            outcome="not_met" if criterion.key in short else "met",
            recorded_at=NOW,
        )


@pytest.fixture
def case(greta: Person) -> Review:
    review = make_case(people.make_unit())
    give_team(review, greta, people.make_person("Göran", Role.REVIEWER, people.make_specialty()))
    grade_everything(review)
    find(review, "D1", "D6")
    return lead_to(review, State.CALIBRATION)


@pytest.fixture
def part(case: Review) -> ReviewPart:
    return case.parts.get()


def earlier(name: str, *short: str, outcome: Outcome = Outcome.FAILED, **others: Any) -> Review:
    """Record another review, decided, with what fell short in area D."""
    values = {"visit_from": date(2025, 3, 4), "visit_to": None, **others}
    review = make_case(people.make_unit(name), **values)
    find(review, *short)
    Grade.objects.create(
        part=review.parts.get(), area_key="D", round=GradeRound.DECISION, outcome=outcome, recorded_at=NOW
    )
    Review.objects.filter(pk=review.pk).update(state=State.DECIDED)
    return review


def like(case: Review, by: Person) -> list[tuple[Likeness, int, Outcome]]:
    compared = compared_with(people.actor_today(by), case, case.parts.get(), STANDARD)
    found = compared.like(AREA, frozenset({"D1", "D6"}))
    return [(likeness, one.review_id, one.outcome) for likeness, one in found]


def comment(
    case: Review, by: Person, advice: Advice = Advice.RECONSIDER, **others: Any
) -> CalibrationComment:
    values = {"part_id": case.parts.get().pk, "area_key": "D", "text": "Andra fick C.", **others}
    new = NewComment(advice=advice, **values)
    return comment_on_grade(review_id=case.pk, comment=new, now=NOW, by=people.actor_today(by))


def refusal_of(act: Any, *args: Any, **others: Any) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **others)
    return refused.value.code


def test_like_findings_come_with_their_grades_the_likest_first(case: Review, coordinator: Person) -> None:
    near = earlier("Nära", "D1", outcome=Outcome.PASSED_WITH_REMARKS)
    same = earlier("Samma", "D1", "D6")
    earlier("Annat", "D9", "D10")

    assert like(case, coordinator) == [
        (Likeness.SAME, same.pk, Outcome.FAILED),
        (Likeness.NEAR, near.pk, Outcome.PASSED_WITH_REMARKS),
    ]


def test_only_recent_decided_reviews_of_the_specialty_are_compared(case: Review, coordinator: Person) -> None:
    earlier("Gammal", "D1", "D6", visit_from=date(2023, 5, 11))
    kept = earlier("Precis", "D1", "D6", visit_from=date(2023, 5, 12))
    other = people.make_specialty("Kirurgi", key="kirurgi")
    earlier("Kirurgen", "D1", "D6", specialty_id=other.pk)
    open_one = earlier("Pågående", "D1", "D6")
    Review.objects.filter(pk=open_one.pk).update(state=State.DRAFT)

    assert [number for _, number, _ in like(case, coordinator)] == [kept.pk]


def test_grade_at_the_visit_is_compared_and_not_what_a_plan_lifted_it_to(
    case: Review, coordinator: Person
) -> None:
    review = earlier("Lyft", "D1", "D6")
    Grade.objects.create(
        part=review.parts.get(),
        area_key="D",
        round=GradeRound.ACTION_PLAN,
        outcome=Outcome.PASSED_WITH_REMARKS,
        recorded_at=NOW,
    )

    assert like(case, coordinator) == [(Likeness.SAME, review.pk, Outcome.FAILED)]


def test_verdict_that_counts_is_compared_the_newest_of_what_people_agreed_on(
    case: Review, coordinator: Person
) -> None:
    review = earlier("Omtänkt", "D1", "D6", "D9")
    for key, source, outcome, at in (
        ("D9", VerdictSource.RECONCILED, "met", NOW + timedelta(days=1)),
        ("D6", VerdictSource.RECONCILED, "not_met", NOW - timedelta(days=9)),
        ("D6", VerdictSource.IMPORTED, "met", NOW + timedelta(days=9)),
    ):
        Verdict.objects.create(
            part=review.parts.get(),
            criterion_key=key,
            source=source,
            outcome=outcome,
            recorded_at=at,
            sequence=1 + Verdict.objects.filter(part__review=review, criterion_key=key).count(),
        )

    assert like(case, coordinator) == [(Likeness.SAME, review.pk, Outcome.FAILED)]


def test_reviewer_who_may_not_read_the_others_is_shown_none(case: Review, greta: Person) -> None:
    earlier("Samma", "D1", "D6")

    assert like(case, greta) == []
    page = people.client_of(greta).get(reverse("reviews:calibration", args=[case.pk]))
    assert "Samma" not in page.content.decode()


def test_comparing_costs_the_same_with_one_and_three(case: Review, coordinator: Person) -> None:
    counts = []
    for names in (["Ett"], ["Två", "Tre"]):
        for name in names:
            earlier(name, "D1")
        with CaptureQueriesContext(connection) as asked:
            like(case, coordinator)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_reviewer_and_unit_do_not_comment(case: Review, greta: Person) -> None:
    head = people.make_person("Hedda", Role.HEAD_OF_UNIT, case.unit)

    assert refusal_of(comment, case, greta) == "not-allowed-here"
    with pytest.raises(Http404):
        comment(case, head)


def test_bad_comment_is_refused(case: Review, coordinator: Person) -> None:
    assert refusal_of(comment, case, coordinator, text=" ") == "comment-empty"
    with pytest.raises(Http404):
        comment(case, coordinator, area_key="Z")
    assert not CalibrationComment.objects.exists()


@pytest.mark.parametrize(
    ("advices", "reason", "is_refused"),
    [
        ([Advice.RECONSIDER], "", True),
        ([Advice.RECONSIDER], "Fler brister.", False),
        ([Advice.RECONSIDER, Advice.KEEP], "", False),
        ([Advice.KEEP], "", False),
    ],
    ids=["against", "against with reason", "last advice counts", "as advised"],
)
def test_grade_that_stands_against_the_advice_needs_a_reason(
    case: Review,
    part: ReviewPart,
    coordinator: Person,
    office: Person,
    advices: Any,
    reason: str,
    is_refused: bool,
) -> None:
    for advice in advices:
        comment(case, coordinator, advice)

    def decide() -> Review:
        return decide_review(
            review_id=case.pk,
            decision=Decision([FinalGrade(part.pk, "D", Outcome.PASSED, reason)], "2026-1"),
            expected_version=case.version,
            now=NOW,
            by=people.actor_today(office),
        )

    if is_refused:
        assert refusal_of(decide) == "against-advice"
    else:
        assert decide().state == State.DECIDED


def test_page_takes_a_comment_and_the_decision_tells_of_it(
    case: Review, part: ReviewPart, coordinator: Person, office: Person
) -> None:
    earlier("Jämförda enheten", "D1", "D6")
    client, address = people.client_of(coordinator), reverse("reviews:calibration", args=[case.pk])
    page = client.get(address).content.decode()
    assert "Jämförda enheten" in page
    assert "Ingen granskning med liknande bedömning fick den föreslagna graderingen." in page
    where = reverse("reviews:comment_grade", args=[case.pk, part.pk, "D"])
    refused = client.post(where, {"text": "Zqutanråd"})
    assert refused.status_code == 422
    assert "Zqutanråd" in refused.content.decode()

    client.post(where, {"advice": "reconsider", "text": "Zqkommentar"})

    assert "Zqkommentar" in client.get(address).content.decode()
    decision = people.client_of(office).get(reverse("reviews:decision", args=[case.pk])).content.decode()
    assert "Kalibreringen råder till omprövning" in decision
    assert "Varför graderingen av område D står fast eller ändras" in decision
    # The reason is asked for together with everything else that is missing, and not in a second round.
    sent = people.client_of(office).post(reverse("reviews:decision", args=[case.pk]), {"version": 1})
    told = sent.content.decode()
    assert sent.status_code == 422
    assert f'href="#id_reason-{part.pk}-D"' in told
    assert f'href="#id_reason-{part.pk}-E"' not in told


def test_what_was_said_in_the_calibration_stays_out_of_the_history_of_the_review(
    case: Review, coordinator: Person, office: Person
) -> None:
    comment(case, coordinator, text="Zqinternt")
    review = lead_to(case, State.DECIDED)
    client = people.client_of(office)

    assert "Zqinternt" in client.get(reverse("reviews:case_history", args=[case.pk])).content.decode()
    assert "Zqinternt" not in client.get(reverse("reviews:history", args=[review.pk])).content.decode()
