"""The fact check: the unit remarks on the draft it was sent, each remark is answered, and nothing is lost."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State, Step
from kollegium.domain.errors import Refused
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.passages import Span
from kollegium.domain.roles import Role
from kollegium.home.wording import shown
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import fact_check as actions
from kollegium.reviews.actions import move_case
from kollegium.reviews.models import (
    AreaText,
    FactCheck,
    Remark,
    RemarkKind,
    RemarkOutcome,
    Review,
    ReviewPart,
)
from kollegium.reviews.queries.fact_check import due_fact_checks, fact_check_steps_for, open_fact_checks
from tests import people
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case

pytestmark = pytest.mark.django_db

TEXT = "Tre ST-läkare arbetar här. Handledning ges varje vecka."
LAST = date(2026, 3, 23)
FIRST = Span(0, 26)


@pytest.fixture
def unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def head(unit: Unit) -> Person:
    return people.make_person("Hedda", Role.HEAD_OF_UNIT, unit)


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def office() -> Person:
    return people.make_person("Kerstin", Role.REVIEW_OFFICE)


@pytest.fixture
def case(unit: Unit, greta: Person) -> Review:
    review = make_case(unit)
    give_team(review, greta, people.make_person("Göran", Role.REVIEWER, people.make_specialty()))
    grade_everything(review)
    review = lead_to(review, State.DRAFT)
    AreaText.objects.create(part=review.parts.get(), area_key="A", narrative=TEXT)
    return lead_to(review, State.FACT_CHECK)


@pytest.fixture
def part(case: Review) -> ReviewPart:
    return case.parts.get()


def remark(case: Review, by: Person, span: Span | None = FIRST, **others: Any) -> Remark:
    now = others.pop("now", NOW)
    values = {"kind": RemarkKind.WRONG, "text": "Det är fyra.", "section_key": "area-A", **others}
    new = actions.NewRemark(part_id=case.parts.get().pk, span=span, **values)
    return actions.remark_on_draft(review_id=case.pk, remark=new, now=now, by=people.actor_today(by))


def answer(case: Review, found: Remark, by: Person, seen: int = 0, **others: Any) -> Remark:
    values = {"outcome": RemarkOutcome.CHANGED, "text": "Rättat.", **others}
    return actions.answer_remark(
        review_id=case.pk,
        remark_id=found.pk,
        answer=actions.RemarkAnswer(seen_version=seen, **values),
        now=NOW,
        by=people.actor_today(by),
    )


def calibrate(case: Review, by: Person, reason: str = "", now: Any = NOW) -> Review:
    case.refresh_from_db()
    return move_case(
        review_id=case.pk,
        step=Step.CALIBRATE,
        reason=reason,
        expected_version=case.version,
        now=now,
        by=people.actor_today(by),
    )


def refusal_of(act: Any, *args: Any, **others: Any) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **others)
    return refused.value.code


def test_draft_is_frozen_when_it_is_sent(case: Review, part: ReviewPart) -> None:
    AreaText.objects.filter(part=part).update(narrative="Helt ny text.")

    check = FactCheck.objects.get()
    frozen = {one["key"]: one["text"] for one in check.draft[0]["sections"]}
    assert frozen["area-A"] == TEXT
    assert check.draft[0]["grades"]["A"] == "passed"
    assert (check.number, check.due_on) == (1, LAST)


def test_remark_keeps_the_words_and_their_place(case: Review, head: Person) -> None:
    kept = remark(case, head, Span(26, 55))

    assert (kept.start, kept.quote) == (27, "Handledning ges varje vecka.")
    assert kept.written_by == head


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"span": Span(20, 500)}, "no-such-passage"),
        ({"text": "  \n"}, "remark-empty"),
        ({"now": NOW + timedelta(days=22)}, "fact-check-over"),
    ],
    ids=["beyond the text", "empty", "too late"],
)
def test_bad_remark_is_refused(case: Review, head: Person, values: dict[str, Any], code: str) -> None:
    assert refusal_of(remark, case, head, **values) == code
    assert not Remark.objects.exists()


def test_remark_on_the_last_day_is_in_time(case: Review, head: Person) -> None:
    assert remark(case, head, now=NOW + timedelta(days=21)).pk


def test_remark_on_what_is_missing_needs_no_words(case: Review, head: Person) -> None:
    kept = remark(case, head, None, section_key="weaknesses", kind=RemarkKind.MISSING)

    assert (kept.quote, kept.start) == ("", 0)


@pytest.mark.parametrize("key", ["area-Z", "grades", ""])
def test_unknown_section_is_none(case: Review, head: Person, key: str) -> None:
    with pytest.raises(Http404):
        remark(case, head, section_key=key)


def test_only_the_unit_remarks_and_it_does_not_answer(case: Review, head: Person, greta: Person) -> None:
    kept = remark(case, head)

    assert refusal_of(remark, case, greta) == "not-allowed-here"
    assert refusal_of(answer, case, kept, head) == "not-allowed-here"


def test_head_of_another_unit_finds_no_case(case: Review) -> None:
    other = people.make_person("Axel", Role.HEAD_OF_UNIT, people.make_unit("Annan enhet"))

    with pytest.raises(Http404):
        remark(case, other)


def test_two_answers_at_once_do_not_write_over_each_other(
    case: Review, head: Person, greta: Person, office: Person
) -> None:
    kept = remark(case, head)
    answer(case, kept, greta)

    assert refusal_of(answer, case, kept, office, text="Annat svar.") == "changed-meanwhile"
    kept.refresh_from_db()
    assert (kept.answer, kept.answered_by, kept.version) == ("Rättat.", greta, 1)
    assert answer(case, kept, office, 1, outcome=RemarkOutcome.UNCHANGED).version == 2


def test_answer_without_why_is_refused(case: Review, head: Person, greta: Person) -> None:
    assert refusal_of(answer, case, remark(case, head), greta, text=" ") == "answer-empty"


def test_unit_that_is_done_remarks_no_more_until_it_opens_again(case: Review, head: Person) -> None:
    actor = people.actor_today(head)
    actions.finish_fact_check(review_id=case.pk, now=NOW, by=actor)
    assert refusal_of(remark, case, head) == "fact-check-finished"
    assert (
        refusal_of(actions.finish_fact_check, review_id=case.pk, now=NOW, by=actor) == "fact-check-finished"
    )

    actions.reopen_fact_check(review_id=case.pk, now=NOW, by=actor)
    assert remark(case, head).pk


def test_fact_check_is_not_opened_again_after_its_time(case: Review, head: Person) -> None:
    later = NOW + timedelta(days=22)
    actor = people.actor_today(head)

    assert refusal_of(actions.reopen_fact_check, review_id=case.pk, now=later, by=actor) == "fact-check-over"


class TestDay:
    def move(self, case: Review, by: Person, day: date) -> FactCheck:
        return actions.set_fact_check_day(review_id=case.pk, due_on=day, now=NOW, by=people.actor_today(by))

    def test_office_gives_more_time(self, case: Review, office: Person, head: Person) -> None:
        self.move(case, office, date(2026, 4, 30))

        assert remark(case, head, now=NOW + timedelta(days=40)).pk

    def test_day_in_the_past_is_refused_and_today_is_not(self, case: Review, office: Person) -> None:
        assert refusal_of(self.move, case, office, NOW.date() - timedelta(days=1)) == "due-in-past"
        assert self.move(case, office, NOW.date()).due_on == NOW.date()

    def test_reviewer_does_not_move_the_day(self, case: Review, greta: Person) -> None:
        assert refusal_of(self.move, case, greta, date(2026, 4, 30)) == "not-allowed-here"


class TestGoingOn:
    def test_unanswered_remark_stops_the_case(
        self, case: Review, head: Person, office: Person, greta: Person
    ) -> None:
        kept = remark(case, head)
        actions.finish_fact_check(review_id=case.pk, now=NOW, by=people.actor_today(head))
        assert refusal_of(calibrate, case, office) == "remarks-unanswered"
        assert refusal_of(calibrate, case, office, "  ") == "remarks-unanswered"

        answer(case, kept, greta)
        assert calibrate(case, office).state == State.CALIBRATION

    def test_office_goes_on_with_a_reason_that_is_kept(
        self, case: Review, head: Person, office: Person
    ) -> None:
        remark(case, head)

        moved = calibrate(case, office, "Anmärkningen rör inte rapporten.")

        assert moved.moves.get(step="calibrate").reason == "Anmärkningen rör inte rapporten."

    def test_unit_gets_its_time(self, case: Review, office: Person) -> None:
        assert refusal_of(calibrate, case, office, now=NOW + timedelta(days=21)) == "fact-check-open"
        assert calibrate(case, office, now=NOW + timedelta(days=22)).state == State.CALIBRATION

    def test_nothing_is_remarked_or_answered_after_it(
        self, case: Review, head: Person, office: Person, greta: Person
    ) -> None:
        kept = remark(case, head)
        calibrate(case, office, "Brådskar.")

        assert refusal_of(remark, case, head) == "not-allowed-here"
        assert refusal_of(answer, case, kept, greta) == "not-allowed-here"
        assert FactCheck.objects.get().ended_at == NOW

    def test_draft_taken_back_and_sent_anew_is_another_time(
        self, case: Review, head: Person, office: Person, part: ReviewPart
    ) -> None:
        kept = remark(case, head)
        case.refresh_from_db()
        back = move_case(
            review_id=case.pk,
            step=Step.BACK_TO_DRAFT,
            reason="Fel bilaga.",
            expected_version=case.version,
            now=NOW,
            by=people.actor_today(office),
        )
        AreaText.objects.filter(part=part).update(narrative="Ny text.")
        lead_to(back, State.FACT_CHECK)

        assert list(FactCheck.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
        with pytest.raises(Http404):
            answer(case, kept, office)
        page = people.client_of(head).get(reverse("reviews:fact_check", args=[case.pk]))
        assert "Ny text." in page.content.decode()
        first = people.client_of(head).get(reverse("reviews:fact_check", args=[case.pk]), {"number": "1"})
        assert "Det är fyra." in first.content.decode()

    def test_unit_that_closes_meanwhile_loses_nothing(
        self, case: Review, head: Person, office: Person, unit: Unit
    ) -> None:
        remark(case, head)
        unit.closed_on = NOW.date()
        unit.save()

        page = people.client_of(office).get(reverse("reviews:fact_check", args=[case.pk]))

        assert "Det är fyra." in page.content.decode()


class TestPages:
    """The pages go by today's clock, so the unit gets time from today on."""

    @pytest.fixture(autouse=True)
    def _time(self, case: Review) -> None:
        FactCheck.objects.update(due_on=timezone.localdate() + timedelta(days=3))

    @pytest.fixture
    def client(self, head: Person) -> Client:
        return people.client_of(head)

    def address(self, name: str, case: Review, *others: Any) -> str:
        return reverse(f"reviews:{name}", args=[case.pk, *others])

    def test_unit_remarks_on_a_sentence_chosen_in_the_list(
        self, case: Review, part: ReviewPart, client: Client
    ) -> None:
        address = self.address("remark", case, part.pk, "area-A")
        assert "”Handledning ges varje vecka.”" in client.get(address).content.decode()

        response = client.post(address, {"passage": "27-55", "kind": "wrong", "text": "Varannan vecka."})

        assert response.url == f"{self.address('fact_check', case)}#section-{part.pk}-area-A"
        assert Remark.objects.get().quote == "Handledning ges varje vecka."
        page = client.get(self.address("fact_check", case)).content.decode()
        assert "<mark>Handledning ges varje vecka.</mark>" in page
        assert "Varannan vecka." in page

    def test_words_marked_with_a_script_are_the_first_choice(
        self, case: Review, part: ReviewPart, client: Client
    ) -> None:
        address = f"{self.address('remark', case, part.pk, 'area-A')}?from=0&to=13"

        assert 'value="0-13"' in client.get(address).content.decode()
        client.post(address, {"passage": "0-13", "kind": "unclear", "text": "Vilka?"})
        assert Remark.objects.get().quote == "Tre ST-läkare"

    @pytest.mark.parametrize("query", ["from=5&to=900", "from=-1&to=4", "from=x&to=²", "from=9&to=3"])
    def test_nonsense_in_the_address_marks_nothing(
        self, case: Review, part: ReviewPart, client: Client, query: str
    ) -> None:
        response = client.get(f"{self.address('remark', case, part.pk, 'area-A')}?{query}")

        assert response.status_code == 200
        assert "checked" not in response.content.decode()

    def test_remark_after_the_time_keeps_what_was_typed(
        self, case: Review, part: ReviewPart, client: Client
    ) -> None:
        FactCheck.objects.update(due_on=timezone.localdate() - timedelta(days=1))

        response = client.post(
            self.address("remark", case, part.pk, "area-A"),
            {"passage": "whole", "kind": "wrong", "text": "Zqforsent"},
        )

        assert response.status_code == 422
        assert "Zqforsent" in response.content.decode()
        assert "granskningskansliet om mer tid" in response.content.decode()

    def test_changed_text_is_shown_beside_the_frozen_one(
        self, case: Review, part: ReviewPart, client: Client, head: Person
    ) -> None:
        Remark.objects.create(
            fact_check=FactCheck.objects.get(),
            part=part,
            section_key="area-A",
            start=0,
            quote="Tre ST-läkare",
            kind="wrong",
            text="Fyra.",
            written_at=NOW,
        )
        AreaText.objects.filter(part=part).update(narrative=TEXT.replace("Tre", "Fyra"))

        page = client.get(self.address("fact_check", case)).content.decode()

        assert "<del>Tre</del><ins>Fyra</ins>" in page
        assert "<mark>Tre ST-läkare</mark>" in page
        assert "De här orden står inte längre i rapporten." in page

    def test_reviewer_answers_and_unit_reads_it(
        self, case: Review, part: ReviewPart, client: Client, head: Person, greta: Person
    ) -> None:
        client.post(
            self.address("remark", case, part.pk, "area-A"),
            {"passage": "whole", "kind": "wrong", "text": "Det är fyra."},
        )
        address = self.address("answer_remark", case, Remark.objects.get().pk)
        reviewer = people.client_of(greta)
        assert "Det är fyra." in reviewer.get(address).content.decode()

        reviewer.post(address, {"outcome": "unchanged", "text": "Schemat visar tre.", "version": "0"})

        assert "Schemat visar tre." in client.get(self.address("fact_check", case)).content.decode()
        again = reviewer.post(address, {"outcome": "changed", "text": "Zqannat", "version": "0"})
        assert again.status_code == 422
        assert "Zqannat" in again.content.decode()

    def test_unit_says_that_it_has_no_remarks(self, case: Review, client: Client) -> None:
        client.post(self.address("fact_check_step", case), {"do": "finish"})

        page = client.get(self.address("fact_check", case)).content.decode()
        assert "Enheten hade inga anmärkningar." in page
        assert "Anmärk på det här avsnittet" not in page

    def test_step_asks_the_office_for_a_reason_only_when_something_is_open(
        self, case: Review, office: Person
    ) -> None:
        client = people.client_of(office)
        address = reverse("reviews:case_step", args=[case.pk, "calibrate"])
        assert 'name="reason"' in client.get(address).content.decode()

        FactCheck.objects.update(finished_at=NOW)
        assert 'name="reason"' not in client.get(address).content.decode()

    def test_history_tells_of_remarks_in_words(
        self, case: Review, part: ReviewPart, client: Client, office: Person
    ) -> None:
        client.post(
            self.address("remark", case, part.pk, "area-A"),
            {"passage": "0-26", "kind": "wrong", "text": "Det är fyra."},
        )

        page = people.client_of(office).get(self.address("case_history", case)).content.decode()

        assert "Anmärkte på utkastet, ett sakfel: Det är fyra." in page
        assert "Skickade utkastet till enheten" in page

    def test_remarks_stay_out_of_the_history_of_the_decided_review(
        self, case: Review, part: ReviewPart, client: Client, office: Person
    ) -> None:
        client.post(
            self.address("remark", case, part.pk, "area-A"),
            {"passage": "0-26", "kind": "wrong", "text": "Det är fyra."},
        )
        Review.objects.filter(pk=case.pk).update(state=State.DECIDED)

        reader = people.client_of(office)

        assert "Det är fyra." in reader.get(self.address("case_history", case)).content.decode()
        assert "Det är fyra." not in reader.get(self.address("history", case)).content.decode()

    def test_page_costs_the_same_with_one_and_three_remarks(
        self, case: Review, part: ReviewPart, client: Client, greta: Person
    ) -> None:
        counts = []
        for number in (1, 2):
            for _ in range(number):
                Remark.objects.create(
                    fact_check=FactCheck.objects.get(),
                    part=part,
                    section_key="area-A",
                    start=0,
                    kind="wrong",
                    text="Fel.",
                    written_at=NOW,
                    written_by=greta,
                )
            with CaptureQueriesContext(
                connection,
            ) as asked:
                client.get(self.address("fact_check", case))
            counts.append(len(asked))

        assert counts[0] == counts[1]


class TestWaiting:
    def test_unit_is_told_of_the_draft(self, case: Review, unit: Unit, head: Person) -> None:
        actor = people.actor_today(head)

        assert fact_check_steps_for(actor, as_of=LAST) == [
            NextStep("fact-check", Urgency.WAITING, 1, case.pk, unit.name, LAST)
        ]
        assert fact_check_steps_for(actor, as_of=LAST + timedelta(days=1))[0].urgency is Urgency.LATE
        actions.finish_fact_check(review_id=case.pk, now=NOW, by=actor)
        assert fact_check_steps_for(actor, as_of=LAST) == []

    def test_reviewer_and_office_are_told_of_remarks(
        self, case: Review, unit: Unit, head: Person, greta: Person, office: Person
    ) -> None:
        first, _second = remark(case, head), remark(case, head)
        expected = [NextStep("remarks-to-answer", Urgency.WAITING, 2, case.pk, unit.name)]

        assert fact_check_steps_for(people.actor_today(greta), as_of=LAST) == expected
        assert fact_check_steps_for(people.actor_today(office), as_of=LAST) == expected
        answer(case, first, greta)
        assert fact_check_steps_for(people.actor_today(office), as_of=LAST)[0].count == 1

    def test_reviewer_of_another_case_is_told_nothing(self, case: Review, head: Person) -> None:
        remark(case, head)
        other = people.make_person("Olle", Role.REVIEWER, people.make_specialty())

        assert fact_check_steps_for(people.actor_today(other), as_of=LAST) == []

    def test_steps_lead_to_the_page(self, case: Review, head: Person) -> None:
        found = shown(fact_check_steps_for(people.actor_today(head), as_of=LAST)[0], as_of=LAST)

        assert found.url == reverse("reviews:fact_check", args=[case.pk])

    def test_unit_is_reminded_until_it_is_done(self, case: Review, unit: Unit, head: Person) -> None:
        today = timezone.localdate()
        [due] = due_fact_checks(LAST, LAST, today)
        assert (due.object_id, due.due_on, due.name, due.recipient_ids) == (
            case.pk,
            LAST,
            unit.name,
            (head.pk,),
        )
        assert due_fact_checks(LAST + timedelta(days=1), LAST + timedelta(days=9), today) == []
        assert open_fact_checks([case.pk]) == {(case.pk, LAST)}

        actions.finish_fact_check(review_id=case.pk, now=NOW, by=people.actor_today(head))
        assert due_fact_checks(LAST, LAST, today) == []
        assert open_fact_checks([case.pk]) == set()
