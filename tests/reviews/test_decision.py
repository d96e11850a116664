"""The decision: final grades beside the proposed ones, by the office alone, and what is flagged before it."""

from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions.decision import Decision, FinalGrade, decide_review
from kollegium.reviews.models import AreaText, Grade, GradeRound, Review, ReviewPart
from kollegium.reviews.summaries import stale_summaries
from tests import people
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case

pytestmark = pytest.mark.django_db
AREAS = "ABCDEFGH"


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def office() -> Person:
    return people.make_person("Kerstin", Role.REVIEW_OFFICE)


@pytest.fixture
def case(greta: Person) -> Review:
    review = make_case(people.make_unit())
    give_team(review, greta, people.make_person("Göran", Role.REVIEWER, people.make_specialty()))
    grade_everything(review)
    return lead_to(review, State.CALIBRATION)


@pytest.fixture
def part(case: Review) -> ReviewPart:
    return case.parts.get()


def decide(case: Review, by: Person, *finals: tuple[str, Outcome, str], **others: Any) -> Review:
    part = case.parts.get()
    grades = [FinalGrade(part.pk, *final) for final in finals]
    return decide_review(
        review_id=case.pk,
        decision=Decision(grades, others.pop("case_number", "2026-77")),
        expected_version=others.pop("version", case.version),
        now=NOW,
        by=people.actor_today(by),
    )


def decided(part: ReviewPart) -> dict[str, str]:
    rows = Grade.objects.filter(part=part, round=GradeRound.DECISION)
    return dict(rows.values_list("area_key", "outcome"))


def refusal_of(act: Any, *args: Any, **others: Any) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **others)
    return refused.value.code


def test_decided_grades_stand_beside_the_proposed_ones(
    case: Review, part: ReviewPart, office: Person
) -> None:
    reviewed = decide(case, office, ("D", Outcome.FAILED, "Två brister mot föreskrift."))

    assert (reviewed.state, reviewed.case_number) == (State.DECIDED, "2026-77")
    assert decided(part) == {**dict.fromkeys(AREAS, "passed"), "D": "failed"}
    proposed = Grade.objects.filter(part=part, round=GradeRound.PROVISIONAL)
    assert dict(proposed.values_list("area_key", "outcome")) == dict.fromkeys(AREAS, "passed")
    final = Grade.objects.get(part=part, round=GradeRound.DECISION, area_key="D")
    assert (final.decided_by, final.decided_on) == (office, timezone.localdate(NOW))
    assert final.reason == "Två brister mot föreskrift."
    reviewed.refresh_from_db()
    assert reviewed.area_outcomes["D"] == "failed"
    assert stale_summaries() == []


@pytest.mark.parametrize(
    ("finals", "others", "code"),
    [
        ((("D", Outcome.FAILED, " "),), {}, "decision-reason-missing"),
        ((("D", Outcome.PASSED, ""),), {"case_number": " "}, "case-number-missing"),
        ((), {"version": 0}, "changed-meanwhile"),
        ((("Z", Outcome.PASSED, ""),), {}, "grades-missing"),
    ],
    ids=["no reason", "no number", "changed", "no such area"],
)
def test_bad_decision_is_refused_and_nothing_is_kept(
    case: Review, part: ReviewPart, office: Person, finals: Any, others: dict[str, Any], code: str
) -> None:
    assert refusal_of(decide, case, office, *finals, **others) == code
    assert decided(part) == {}
    case.refresh_from_db()
    assert case.state == State.CALIBRATION


def test_number_of_another_case_is_refused(case: Review, office: Person) -> None:
    make_case(people.make_unit("Annan"), case_number="2026-77")

    assert refusal_of(decide, case, office) == "case-number-taken"


def test_case_is_decided_once(case: Review, office: Person) -> None:
    review = decide(case, office)

    assert refusal_of(decide, review, office) == "not-allowed-here"


def test_reviewer_and_unit_do_not_decide(case: Review, greta: Person) -> None:
    head = people.make_person("Hedda", Role.HEAD_OF_UNIT, case.unit)

    for person in (greta, head):
        with pytest.raises(Http404):
            decide(case, person)


def test_page_decides_and_then_tells_the_decision(case: Review, part: ReviewPart, office: Person) -> None:
    client, address = people.client_of(office), reverse("reviews:decision", args=[case.pk])
    page = client.get(address)
    form = page.context["form"]
    data = {f"outcome-{part.pk}-{key}": "passed" for key in AREAS}
    data |= {"version": form.initial["version"], "case_number": "2026-78", f"outcome-{part.pk}-B": "failed"}
    refused = client.post(address, data)
    assert refused.status_code == 422
    assert "Skriv varför den beslutade graderingen av område B" in refused.content.decode()

    assert client.post(address, {**data, f"reason-{part.pk}-B": "Zqskäl"}).status_code == 302

    head = people.make_person("Hedda", Role.HEAD_OF_UNIT, case.unit)
    letter = people.client_of(head).get(address).content.decode()
    assert "Zqskäl" in letter
    assert "Ärendenummer 2026-78." in letter
    assert '<form method="post" class="form"' not in letter


def test_step_leads_to_the_page_of_the_decision(case: Review, office: Person) -> None:
    response = people.client_of(office).get(reverse("reviews:case_step", args=[case.pk, "decide"]))

    assert response.url == reverse("reviews:decision", args=[case.pk])


def test_sentence_about_one_trainee_is_flagged_before_the_decision_and_while_writing(
    case: Review, part: ReviewPart, office: Person
) -> None:
    client = people.client_of(office)
    addresses = [reverse(f"reviews:{name}", args=[case.pk]) for name in ("decision", "case_report")]
    warning = "Kan peka ut en enskild ST-läkare"
    assert [warning in client.get(one).content.decode() for one in addresses] == [False, False]

    AreaText.objects.create(
        part=part, area_key="A", narrative="ST-läkarna trivs. En av ST-läkarna är föräldraledig."
    )

    assert [warning in client.get(one).content.decode() for one in addresses] == [True, True]
