"""A case is judged: apart, then together, then graded; nobody sees too early, nothing is lost."""

import re
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.domain.case_life import State, Step
from kollegium.domain.errors import Refused
from kollegium.domain.grading import Verdict
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions import move_case, release_reviewer
from kollegium.reviews.actions.judging import (
    AgreedVerdict,
    OwnVerdict,
    ProvisionalGrade,
    finish_area,
    judge,
    propose_area_grade,
    reconcile,
    reopen_area,
    take_over_agreed,
)
from kollegium.reviews.models import Grade, Judgement, Review, ReviewPart, TeamMember
from kollegium.reviews.models import Verdict as StoredVerdict
from kollegium.reviews.queries.judging import JudgedPart, judged_part
from kollegium.reviews.queries.open_cases import get_open_case_for
from tests import people
from tests.reviews.cases import NOW, give_team, lead_to, make_case

pytestmark = pytest.mark.django_db

AREA = standards.load("spur-st-2021").area("A")
KEYS = [criterion.key for criterion in AREA.criteria]
MARKER = "Zqanteckning"


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def goran() -> Person:
    return people.make_person("Göran Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def case(greta: Person, goran: Person) -> Review:
    review = make_case(people.make_unit())
    give_team(review, greta, goran)
    return lead_to(review, State.VISITED)


@pytest.fixture
def part(case: Review) -> ReviewPart:
    return case.parts.get()


def seen(case: Review, part: ReviewPart, person: Person) -> JudgedPart:
    return judged_part(get_open_case_for(people.actor_today(person), case.pk), part)


def judge_one(
    case: Review,
    part: ReviewPart,
    person: Person,
    key: str = KEYS[0],
    outcome: Verdict | None = Verdict.MET,
    *,
    version: int = 0,
    note: str = "",
) -> Judgement:
    verdict = OwnVerdict(part.pk, key, outcome, note, version)
    return judge(review_id=case.pk, verdict=verdict, now=NOW, by=people.actor_today(person))


def judge_area(case: Review, part: ReviewPart, person: Person, *not_met: str) -> None:
    for key in KEYS:
        judge_one(case, part, person, key, Verdict.NOT_MET if key in not_met else Verdict.MET)
    finish(case, part, person)


def finish(case: Review, part: ReviewPart, person: Person) -> None:
    finish_area(review_id=case.pk, part_id=part.pk, area_key="A", now=NOW, by=people.actor_today(person))


def take_over(case: Review, part: ReviewPart, person: Person) -> int:
    return take_over_agreed(
        review_id=case.pk, part_id=part.pk, area_key="A", now=NOW, by=people.actor_today(person)
    )


def grade(case: Review, part: ReviewPart, person: Person, outcome: Outcome, **more: Any) -> Grade:
    values = {"reason": "", "expected_version": 0, **more}
    return propose_area_grade(
        review_id=case.pk,
        grade=ProvisionalGrade(part.pk, "A", outcome, **values),
        now=NOW,
        by=people.actor_today(person),
    )


def code(call: Any) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.code


class TestApart:
    def test_verdict_is_the_reviewers_alone(
        self, case: Review, part: ReviewPart, greta: Person, goran: Person
    ) -> None:
        judge_one(case, part, greta, note=MARKER)

        assert seen(case, part, greta).own[KEYS[0]].note == MARKER
        assert seen(case, part, goran).others == {}
        assert seen(case, part, goran).own == {}

    def test_verdict_changed_elsewhere_is_not_overwritten(
        self, case: Review, part: ReviewPart, greta: Person
    ) -> None:
        judge_one(case, part, greta, outcome=Verdict.MET)

        assert code(lambda: judge_one(case, part, greta, outcome=Verdict.NOT_MET)) == "changed-meanwhile"
        assert Judgement.objects.get().outcome == Verdict.MET
        assert judge_one(case, part, greta, outcome=Verdict.NOT_MET, version=1).version == 2

    def test_note_can_be_kept_before_the_verdict(self, case: Review, part: ReviewPart, greta: Person) -> None:
        judge_one(case, part, greta, outcome=None, note="Fråga om schemat.")

        assert KEYS[0] in seen(case, part, greta).missing(AREA)

    def test_area_is_not_done_while_a_verdict_is_missing(
        self, case: Review, part: ReviewPart, greta: Person
    ) -> None:
        for key in KEYS[1:]:
            judge_one(case, part, greta, key)

        with pytest.raises(Refused) as refused:
            finish(case, part, greta)
        assert (refused.value.code, refused.value.params) == ("verdicts-missing", {"criteria": KEYS[0]})

    def test_done_area_is_opened_before_it_is_changed(
        self, case: Review, part: ReviewPart, greta: Person
    ) -> None:
        judge_area(case, part, greta)
        assert code(lambda: judge_one(case, part, greta, version=1)) == "area-done"

        reopen_area(review_id=case.pk, part_id=part.pk, area_key="A", by=people.actor_today(greta))
        assert judge_one(case, part, greta, version=1).version == 2

    def test_nobody_changes_their_mind_after_seeing_the_other(
        self, case: Review, part: ReviewPart, greta: Person, goran: Person
    ) -> None:
        judge_area(case, part, greta)
        judge_area(case, part, goran)

        def reopen() -> None:
            reopen_area(review_id=case.pk, part_id=part.pk, area_key="A", by=people.actor_today(greta))

        assert code(reopen) == "area-open"

    @pytest.mark.parametrize("role", [Role.REVIEW_OFFICE, Role.HEAD_OF_UNIT])
    def test_others_judge_nothing(self, case: Review, part: ReviewPart, role: Role) -> None:
        place = case.unit if role is Role.HEAD_OF_UNIT else None
        person = people.make_person("Annan", role, place)

        with pytest.raises((Refused, Http404)):
            judge_one(case, part, person)
        assert not Judgement.objects.exists()

    def test_reviewer_released_in_the_middle_judges_no_more(
        self, case: Review, part: ReviewPart, greta: Person, goran: Person
    ) -> None:
        judge_area(case, part, greta, KEYS[0])
        judge_area(case, part, goran)
        member = TeamMember.objects.get(person=goran)
        release_reviewer(review_id=case.pk, member_id=member.pk, reason="Jäv.", now=NOW, by=people.SYSTEM)

        with pytest.raises(Http404):
            judge_one(case, part, goran, version=1)
        # What a released reviewer found is kept but weighs no more.
        assert seen(case, part, greta).others == {}
        assert Judgement.objects.filter(reviewer=goran).count() == len(KEYS)

    def test_verdict_after_the_decision_is_refused(
        self, case: Review, part: ReviewPart, greta: Person
    ) -> None:
        Review.objects.filter(pk=case.pk).update(state=State.DECIDED)

        assert code(lambda: judge_one(case, part, greta)) == "not-allowed-here"


class TestTogether:
    @pytest.fixture(autouse=True)
    def _judged(self, case: Review, part: ReviewPart, greta: Person, goran: Person) -> None:
        judge_area(case, part, greta, KEYS[0])
        judge_area(case, part, goran)

    def test_both_see_both_once_both_are_done(
        self, case: Review, part: ReviewPart, greta: Person, goran: Person
    ) -> None:
        judged = seen(case, part, goran)

        assert judged.others[greta.pk][KEYS[0]].outcome is Verdict.NOT_MET
        assert judged.agreement() is not None

    def test_what_is_alike_is_taken_over_at_once_and_no_twice(
        self, case: Review, part: ReviewPart, greta: Person
    ) -> None:
        assert take_over(case, part, greta) == len(KEYS) - 1
        assert take_over(case, part, greta) == 0
        assert KEYS[0] not in seen(case, part, greta).reconciled

    def test_first_agreement_stays_when_they_agree_anew(
        self, case: Review, part: ReviewPart, greta: Person, goran: Person
    ) -> None:
        def agree(outcome: Verdict, version: int, by: Person) -> StoredVerdict:
            return reconcile(
                review_id=case.pk,
                verdict=AgreedVerdict(part.pk, KEYS[0], outcome, "Efter samtal.", version),
                now=NOW,
                by=people.actor_today(by),
            )

        agree(Verdict.PARTLY_MET, 0, greta)
        assert code(lambda: agree(Verdict.MET, 0, goran)) == "changed-meanwhile"
        agree(Verdict.NOT_MET, 1, goran)

        assert seen(case, part, greta).reconciled[KEYS[0]].outcome is Verdict.NOT_MET
        assert StoredVerdict.objects.filter(criterion_key=KEYS[0]).count() == 2

    def test_grade_waits_for_every_criterion(self, case: Review, part: ReviewPart, greta: Person) -> None:
        take_over(case, part, greta)

        assert code(lambda: grade(case, part, greta, Outcome.PASSED)) == "not-reconciled"

    def test_other_grade_than_the_rules_needs_a_reason(
        self, case: Review, part: ReviewPart, greta: Person
    ) -> None:
        take_over(case, part, greta)
        reconcile(
            review_id=case.pk,
            verdict=AgreedVerdict(part.pk, KEYS[0], Verdict.MET, "", 0),
            now=NOW,
            by=people.actor_today(greta),
        )
        offered = seen(case, part, greta).proposal(AREA).outcomes

        assert Outcome.FAILED not in offered
        assert code(lambda: grade(case, part, greta, Outcome.FAILED)) == "grade-reason-missing"
        assert grade(case, part, greta, offered[0]).sequence == 1
        assert code(lambda: grade(case, part, greta, offered[0])) == "changed-meanwhile"
        again = grade(case, part, greta, Outcome.FAILED, reason="Akut brist.", expected_version=1)
        assert (again.sequence, Grade.objects.count()) == (2, 2)

    def test_grade_outside_the_scale_is_refused(self, case: Review, part: ReviewPart, greta: Person) -> None:
        take_over(case, part, greta)
        reconcile(
            review_id=case.pk,
            verdict=AgreedVerdict(part.pk, KEYS[0], Verdict.MET, "", 0),
            now=NOW,
            by=people.actor_today(greta),
        )

        with_remarks = Outcome.PASSED_WITH_REMARKS
        assert code(lambda: grade(case, part, greta, with_remarks, reason="Nja")) == "outcome-not-in-scale"

    def test_office_sees_verdicts_from_the_draft_on(
        self, case: Review, part: ReviewPart, greta: Person
    ) -> None:
        office = people.make_person("Ines Kansli", Role.REVIEW_OFFICE)
        actor = people.actor_today(office)
        with pytest.raises(Http404):
            get_open_case_for(actor, case.pk, CaseObject.RECONCILED)

        case.refresh_from_db()
        move_case(
            review_id=case.pk, step=Step.WRITE, expected_version=case.version, now=NOW, by=people.SYSTEM
        )
        assert seen(case, part, office).others[greta.pk][KEYS[0]].outcome is Verdict.NOT_MET


class TestPages:
    @pytest.fixture
    def client(self, greta: Person) -> Client:
        return people.client_of(greta)

    def address(self, case: Review, part: ReviewPart, name: str, key: str = "A") -> str:
        return reverse(f"reviews:{name}", args=[case.pk, part.pk, key])

    def test_verdict_is_saved_by_script_and_without(
        self, case: Review, part: ReviewPart, client: Client
    ) -> None:
        address = self.address(case, part, "save_verdict", KEYS[0])

        answer = client.post(
            address, {"outcome": "met", "note": "Sett.", "version": 0}, headers={"Accept": "application/json"}
        )
        assert answer.json() == {"version": 1}
        answer = client.post(address, {"outcome": "not_met", "note": "Inte.", "version": 1})
        assert answer.status_code == 302
        assert Judgement.objects.get().outcome == Verdict.NOT_MET

    def test_what_was_typed_comes_back_when_it_is_refused(
        self, case: Review, part: ReviewPart, client: Client, greta: Person
    ) -> None:
        judge_one(case, part, greta)
        typed = {"outcome": "not_met", "note": MARKER, "version": 0}
        address = self.address(case, part, "save_verdict", KEYS[0])

        page = client.post(address, typed)
        answer = client.post(address, typed, headers={"Accept": "application/json"})

        assert page.status_code == 422
        assert MARKER in page.content.decode()
        assert answer.status_code == 409
        assert "Någon annan" in answer.json()["message"]
        assert answer.json()["standing"]["outcome"] == Verdict.MET
        # Both stand on the page, so that one can choose.
        assert "Det som står nu" in page.content.decode()

    def test_two_who_agree_at_once_see_both_and_choose(
        self, case: Review, part: ReviewPart, client: Client, greta: Person, goran: Person
    ) -> None:
        judge_area(case, part, greta)
        judge_area(case, part, goran, KEYS[0])
        address = self.address(case, part, "agree", KEYS[0])
        people.client_of(goran).post(address, {"outcome": "met", "note": "Görans ord", "version": 0})

        refused = client.post(address, {"outcome": "not_met", "note": "Gretas ord", "version": 0})

        assert refused.status_code == 422
        assert "Görans ord" in refused.content.decode()
        assert "Gretas ord" in refused.content.decode()
        assert 'name="version" value="1"' in refused.content.decode()
        assert StoredVerdict.objects.get().note == "Görans ord"
        client.post(address, {"outcome": "not_met", "note": "Gretas ord", "version": 1})
        assert [one.note for one in StoredVerdict.objects.order_by("sequence")] == [
            "Görans ord",
            "Gretas ord",
        ]

    def test_other_reviewers_page_shows_nothing_too_early(
        self, case: Review, part: ReviewPart, goran: Person, greta: Person
    ) -> None:
        judge_area(case, part, greta, KEYS[0])
        judge_one(case, part, goran, note="Min egen.")
        Judgement.objects.filter(reviewer=greta).update(note=MARKER)

        page = people.client_of(goran).get(self.address(case, part, "judged_area")).content.decode()

        assert MARKER not in page
        assert "Min egen." in page

    def test_whole_area_is_judged_together_and_graded(
        self, case: Review, part: ReviewPart, client: Client, greta: Person, goran: Person
    ) -> None:
        judge_area(case, part, greta)
        judge_area(case, part, goran)

        client.post(self.address(case, part, "area_step"), {"step": "take-over"})
        page = client.get(self.address(case, part, "judged_area")).content.decode()
        assert "Föreslå en gradering" in page
        client.post(self.address(case, part, "area_grade"), {"outcome": "passed_well", "version": 0})

        assert Grade.objects.get().outcome == "passed_well"
        overview = client.get(reverse("reviews:judgement", args=[case.pk])).content.decode()
        assert f">{len(KEYS)} av {len(KEYS)}<" in overview

    def test_page_costs_the_same_whatever_is_judged(
        self, case: Review, part: ReviewPart, client: Client, greta: Person, django_assert_num_queries: Any
    ) -> None:
        address = self.address(case, part, "judged_area")
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as few:
            client.get(address)
        for key in KEYS[:3]:
            judge_one(case, part, greta, key)

        with django_assert_num_queries(len(few)):
            page = client.get(address).content.decode()

        assert page.count('value="met"') >= len(KEYS)
        assert len(re.findall(r'value="met"[^>]* checked', page)) == 3

    def test_one_at_a_time_goes_on_to_the_next(self, case: Review, part: ReviewPart, client: Client) -> None:
        address = self.address(case, part, "judged_area")
        page = client.get(f"{address}?one={KEYS[0]}").content.decode()
        assert f'id="criterion-{KEYS[0]}"' in page
        assert f'id="criterion-{KEYS[1]}"' not in page

        save = self.address(case, part, "save_verdict", KEYS[0]) + "?one=1"
        answer = client.post(save, {"outcome": "met", "note": "", "version": 0})
        assert answer["Location"] == f"{address}?one={KEYS[1]}"
        last = self.address(case, part, "save_verdict", KEYS[-1]) + "?one=1"
        assert client.post(last, {"outcome": "met", "version": 0})["Location"] == address

    @pytest.mark.parametrize("key", ["Z", "AA"])
    def test_unknown_area_is_no_page(self, case: Review, part: ReviewPart, client: Client, key: str) -> None:
        assert client.get(self.address(case, part, "judged_area", key)).status_code == 404
