"""The reconsideration of a decision: asked once and in time by the unit, decided by the office alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Deputyship, Person
from kollegium.domain import standard as standards
from kollegium.domain.case_life import State, Step
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import move_case
from kollegium.reviews.history_words import history_entries
from kollegium.reviews.models import CaseMove, Grade, GradeRound, Reconsideration, Review, ReviewKind
from kollegium.reviews.queries import history_of
from kollegium.reviews.queries.exchange_steps import exchange_steps_for
from kollegium.reviews.queries.one_review import get_review_for
from kollegium.reviews.queries.reconsideration import people_of_office, people_of_unit, reconsideration_of
from kollegium.reviews.queries.whole_case import case_of
from kollegium.reviews.shown.grades import shown_grade
from kollegium.reviews.summaries import stale_summaries
from kollegium.reviews.tasks import send_reconsideration_letter
from tests import people
from tests.reviews.cases import NOW, lead_to
from tests.reviews.fact_checks import refusal_of
from tests.reviews.reconsiderations import LAST, LAST_NOW, ask, decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(case: Review) -> Review:
    return lead_to(case, State.DECIDED)


def outcomes(case: Review, round_: GradeRound) -> dict[str, str]:
    return dict(
        Grade.objects.filter(part__review=case, round=round_)
        .values_list("area_key", "outcome")
        .order_by("pk")
    )


class TestAsking:
    def test_unit_asks_on_the_last_day(self, decided: Review, head: Person) -> None:
        asked = ask(decided, head, "DA")

        story = reconsideration_of(decided)
        assert (story.asked, story.last_day, story.waits) == (asked, LAST, True)
        assert [area.area_key for area in story.areas] == ["A", "D"]
        assert (asked.asked_by, asked.reason, asked.decided_at) == (head, "Handledningen finns.", None)
        assert outcomes(decided, GradeRound.RECONSIDERED) == {}

    @pytest.mark.parametrize(
        ("values", "code"),
        [
            ({"now": LAST_NOW + timedelta(days=1)}, "reconsideration-over"),
            ({"areas": ""}, "reconsideration-no-areas"),
            ({"reason": " \n"}, "reconsideration-empty"),
        ],
        ids=["too late", "no areas", "no reason"],
    )
    def test_bad_request_is_refused_and_nothing_kept(
        self, decided: Review, head: Person, values: dict[str, Any], code: str
    ) -> None:
        assert refusal_of(ask, decided, head, **values) == code
        assert not Reconsideration.objects.exists()

    def test_area_there_is_not_is_unknown(self, decided: Review, head: Person) -> None:
        with pytest.raises(Http404):
            ask(decided, head, "Z")

    def test_unit_asks_once(self, decided: Review, head: Person, unit: Unit) -> None:
        ask(decided, head)
        director = people.make_person("Stina", Role.PROGRAMME_DIRECTOR, unit)

        assert refusal_of(ask, decided, director, "A") == "reconsideration-asked"
        with pytest.raises(IntegrityError, match="reconsideration_once"), transaction.atomic():
            Reconsideration.objects.create(review=decided, reason="En till.", asked_at=NOW)

    def test_others_do_not_ask(self, decided: Review, office: Person, greta: Person) -> None:
        assert refusal_of(ask, decided, office) == "not-allowed-here"
        assert refusal_of(ask, decided, greta) == "not-allowed-here"
        with pytest.raises(Http404):
            ask(decided, people.make_person("Hugo", Role.HEAD_OF_UNIT, people.make_unit("Annan")))

    def test_nobody_asks_before_the_decision_or_after_the_end(self, case: Review, head: Person) -> None:
        with pytest.raises(Http404):
            ask(case, head)
        lead_to(case, State.CLOSED)

        assert refusal_of(ask, case, head) == "reconsideration-closed"

    def test_decision_of_a_report_that_was_read_in_is_not_asked_about(
        self, decided: Review, head: Person
    ) -> None:
        CaseMove.objects.filter(review=decided).delete()

        with pytest.raises(Http404):
            ask(decided, head)


class TestDeciding:
    def test_each_area_stands_or_changes_in_a_round_of_its_own(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        ask(decided, head, "AD")
        decide(decided, office, A="passed", D=("passed_well", "Rotation visad."))

        assert outcomes(decided, GradeRound.DECISION) == dict.fromkeys("ABCDEFGH", "passed")
        assert outcomes(decided, GradeRound.RECONSIDERED) == {"A": "passed", "D": "passed_well"}
        area = reconsideration_of(decided).areas[1]
        assert area.grade is not None
        assert (area.grade.reason, area.grade.decided_by, area.grade.decided_on) == (
            "Rotation visad.",
            office,
            LAST,
        )
        decided.refresh_from_db()
        assert decided.area_outcomes["D"] == "passed_well"
        assert stale_summaries() == []

    def test_review_shows_both_grades_and_what_the_later_rests_on(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        ask(decided, head, "AD")
        decide(decided, office, A="passed", D="passed_well")
        review = get_review_for(people.actor_today(office), decided.pk)

        whole = case_of(review)
        shown = {graded.area.key: shown_grade(graded) for graded in whole.grades_of(whole.parts[0])}

        assert (shown["D"].now.outcome, shown["D"].earlier.outcome) == ("passed_well", "passed")  # type: ignore[union-attr]
        assert (str(shown["D"].note), shown["A"].earlier) == ("efter omprövning", None)
        assert str(shown["A"].note) == "står fast efter omprövning"

    @pytest.mark.parametrize(
        ("answers", "code"),
        [
            ({}, "reconsideration-unanswered"),
            ({"D": ("passed", " ")}, "reconsideration-reason-missing"),
            ({"A": ("passed_with_remarks", "Ja"), "D": "passed"}, "outcome-not-in-scale"),
        ],
        ids=["no answer", "no reason", "not in the scale"],
    )
    def test_bad_answer_is_refused_and_nothing_kept(
        self, decided: Review, head: Person, office: Person, answers: dict[str, Any], code: str
    ) -> None:
        ask(decided, head, "AD" if "A" in answers else "D")

        assert refusal_of(decide, decided, office, **answers) == code
        assert outcomes(decided, GradeRound.RECONSIDERED) == {}

    def test_only_the_office_decides_and_once(
        self, decided: Review, head: Person, office: Person, greta: Person
    ) -> None:
        ask(decided, head)

        assert refusal_of(decide, decided, head, D="passed_well") == "not-allowed-here"
        assert refusal_of(decide, decided, greta, D="passed_well") == "not-allowed-here"
        decide(decided, office, D="passed")
        assert refusal_of(decide, decided, office, D="failed") == "reconsideration-decided"

    def test_grade_that_has_moved_on_is_not_changed_under_it(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        ask(decided, head)
        Grade.objects.create(
            part=decided.parts.get(),
            area_key="D",
            round=GradeRound.ACTION_PLAN,
            outcome="passed_with_remarks",
            recorded_at=NOW,
        )

        assert refusal_of(decide, decided, office, D="passed_well") == "graded-since"
        decide(decided, office, D="passed")
        assert outcomes(decided, GradeRound.RECONSIDERED) == {"D": "passed"}

    def test_case_is_not_closed_while_the_unit_waits(
        self, decided: Review, head: Person, office: Person
    ) -> None:
        def close() -> Review:
            decided.refresh_from_db()
            return move_case(
                review_id=decided.pk,
                step=Step.CLOSE,
                expected_version=decided.version,
                now=LAST_NOW,
                by=people.actor_today(office),
            )

        ask(decided, head)

        assert refusal_of(close) == "reconsideration-waits"
        decide(decided, office, D="passed")
        assert close().state == State.CLOSED


def test_start_pages_tell_unit_and_office(decided: Review, unit: Unit, head: Person, office: Person) -> None:
    def steps(person: Person, day: Any = LAST) -> list[NextStep]:
        found = exchange_steps_for(people.actor_today(person), as_of=day)
        # What the unit thinks of the review is asked for beside it, and has its own tests.
        return [step for step in found if step.kind != "review-feedback"]

    assert steps(head) == [NextStep("reconsideration-possible", Urgency.SOON, 1, decided.pk, unit.name, LAST)]
    assert (steps(head, LAST + timedelta(days=1)), steps(office)) == ([], [])
    ask(decided, head)
    assert steps(head) == []
    assert steps(office) == [NextStep("reconsideration-asked", Urgency.WAITING, 1, decided.pk, unit.name)]
    decide(decided, office, D="passed")
    assert steps(office) == []


def test_history_tells_what_was_asked_and_decided(decided: Review, head: Person, office: Person) -> None:
    ask(decided, head)
    decide(decided, office, D=("passed_well", "Rotation visad."))

    history = history_of(decided)
    entries = history_entries(history, standards.load(decided.standard_key), {})
    told = {(entry.who, entry.sentence, entry.words) for entry in entries}
    assert told >= {
        (
            "Ines Kansli",
            "Ändrade gradering för område D från B till A (efter omprövning).",
            "Rotation visad.",
        ),
        ("Ines Kansli", "Beslutade om omprövningen.", ""),
        ("Hedda Chef", "Begärde omprövning av beslutet.", "Handledningen finns."),
        ("Hedda Chef", "Frågade om graderingen av område D.", ""),
    }


def test_letters_lead_to_the_page_and_tell_no_reason(decided: Review, head: Person, office: Person) -> None:
    people.make_account(head)
    people.make_account(office)
    asked = ask(decided, head)

    send_reconsideration_letter(asked.pk, office.pk, is_decided=False)
    send_reconsideration_letter(asked.pk, head.pk, is_decided=True)
    send_reconsideration_letter(asked.pk, people.make_person("Utan konto").pk, is_decided=True)

    assert [letter.subject for letter in mail.outbox] == [
        "Kollegium: en enhet begär omprövning",
        "Kollegium: omprövningen är beslutad",
    ]
    for letter in mail.outbox:
        assert reverse("reviews:reconsideration", args=[decided.pk]) in letter.body
        assert asked.reason not in letter.body


def test_letters_go_to_the_office_and_to_whoever_answers_for_the_unit(
    decided: Review, unit: Unit, head: Person, office: Person
) -> None:
    today, deputy = timezone.localdate(), people.make_person("Vera Vikarie")
    others = (
        people.make_person("Nora Annan", Role.HEAD_OF_UNIT, people.make_unit("Granens hälsocentral")),
        people.make_person("Siv Samordnare", Role.SPECIALTY_COORDINATOR, people.make_specialty()),
        people.make_person("Rut Region", Role.DIRECTOR_OF_TRAINING, unit.region),
    )
    for person in (head, office, deputy, *others):
        people.make_account(person)
    Deputyship.objects.create(
        assignment=head.assignments.get(), deputy=deputy, valid_from=today, valid_until=today
    )

    assert people_of_office(decided, today) == (office.pk,)
    assert people_of_unit(decided, today) == tuple(sorted((head.pk, deputy.pk)))
    decided.kind = ReviewKind.INTERNAL
    assert people_of_office(decided, today) == tuple(sorted((office.pk, others[2].pk)))


class TestPages:
    def page(self, person: Person) -> Client:
        client = Client()
        client.force_login(people.make_account(person))
        return client

    def test_unit_asks_and_office_decides(self, decided: Review, head: Person, office: Person) -> None:
        CaseMove.objects.filter(review=decided, step="decide").update(moved_at=timezone.now())
        address = reverse("reviews:reconsideration", args=[decided.pk])
        unit_side, office_side = self.page(head), self.page(office)
        spot = f"{decided.parts.get().pk}-D"

        assert b'name="areas"' in unit_side.get(address).content
        assert address in unit_side.get(reverse("reviews:decision", args=[decided.pk])).content.decode()
        assert (
            address not in office_side.get(reverse("reviews:open_case", args=[decided.pk])).content.decode()
        )
        empty = unit_side.post(address, {"reason": "Ord som ska stå kvar."})
        assert (empty.status_code, "Ord som ska stå kvar." in empty.content.decode()) == (422, True)
        unit_side.post(address, {"areas": [spot], "reason": "Handledningen finns."})
        shown = office_side.get(address).content.decode()
        assert "Handledningen finns." in shown
        assert f'name="reason-{spot}"' in shown
        decide_at = reverse("reviews:reconsideration_decide", args=[decided.pk])
        kept = office_side.post(decide_at, {f"reason-{spot}": "Därför."})
        assert (kept.status_code, "Därför." in kept.content.decode()) == (422, True)
        sent = {f"outcome-{spot}": "passed_well", f"reason-{spot}": "Därför."}
        assert office_side.post(decide_at, sent).status_code == 302
        assert "Därför." in unit_side.get(address).content.decode()

    def test_too_late_keeps_what_was_typed(self, decided: Review, head: Person) -> None:
        address = reverse("reviews:reconsideration", args=[decided.pk])
        sent = {"areas": [f"{decided.parts.get().pk}-D"], "reason": "Ord som ska stå kvar."}

        answer = self.page(head).post(address, sent)

        told = answer.content.decode()
        assert (answer.status_code, "23 mars 2026" in told, "Ord som ska stå kvar." in told) == (
            422,
            True,
            True,
        )
