"""The schedule of a visit: laid out, changed, moved along, and who knows of a private talk."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.http import Http404
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Role
from kollegium.domain.visit_schedule import SlotKind
from kollegium.planning import actions
from kollegium.planning.actions import SlotValues
from kollegium.planning.models import VisitSlot
from kollegium.planning.queries.schedule import get_schedule_for
from kollegium.reviews.actions import release_reviewer
from kollegium.reviews.models import Review, TeamMember
from tests import people
from tests.people import SYSTEM
from tests.reviews.cases import give_team, lead_to, make_case

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
FIRST = date(2026, 5, 12)


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def rut() -> Person:
    return people.make_person("Rut Rask", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def case(greta: Person, rut: Person) -> Review:
    review = make_case()
    give_team(review, greta, rut)
    return lead_to(review, State.PREPARING)


@pytest.fixture
def trainee(case: Review) -> Person:
    return people.make_person("Tova Lärling", Role.TRAINEE, case.unit)


@pytest.fixture
def head(case: Review) -> Person:
    return people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, case.unit)


def values(kind: SlotKind = SlotKind.TRAINEES, **others: Any) -> SlotValues:
    given = {"kind": kind, "day": FIRST, "starts": time(9), "ends": time(10), **others}
    return SlotValues(**given)


def add(case: Review, by: Any = SYSTEM, **others: Any) -> VisitSlot:
    return actions.add_slot(review_id=case.pk, key=uuid4(), values=values(**others), now=NOW, by=by)


def talk(case: Review, starts: str = "14:00", ends: str = "14:15") -> VisitSlot:
    return add(
        case, kind=SlotKind.PRIVATE_TALK, starts=time.fromisoformat(starts), ends=time.fromisoformat(ends)
    )


def asked(case: Review, slot: VisitSlot, person: Person) -> VisitSlot:
    return actions.ask_for_talk(review_id=case.pk, slot_id=slot.pk, now=NOW, by=people.actor_today(person))


def code_of(function: Any, *given: Any, **named: Any) -> str:
    with pytest.raises(Refused) as refused:
        function(*given, **named)
    return refused.value.code


def lay_out(case: Review, trainees: int = 3, by: Any = SYSTEM) -> int:
    return actions.propose_schedule(review_id=case.pk, trainees=trainees, now=NOW, by=by)


class TestLayingOut:
    def test_usual_schedule_lies_on_the_days_of_the_visit_once(self, case: Review) -> None:
        count = lay_out(case)

        slots = VisitSlot.objects.filter(review=case)
        assert slots.count() == count
        assert set(slots.values_list("day", flat=True)) == {FIRST, FIRST + timedelta(days=1)}
        assert slots.filter(kind=SlotKind.PRIVATE_TALK).count() == 3
        assert code_of(lay_out, case) == "has-schedule"

    def test_reviewer_and_unit_lay_out_and_trainees_do_not(
        self, case: Review, head: Person, trainee: Person
    ) -> None:
        assert code_of(lay_out, case, by=people.actor_today(trainee)) == "not-allowed-here"
        assert lay_out(case, by=people.actor_today(head)) > 5

    def test_visit_that_has_lost_its_days_has_no_schedule(self, case: Review) -> None:
        Review.objects.filter(pk=case.pk).update(visit_from=None, visit_to=None)

        assert code_of(lay_out, case) == "no-visit-days"


class TestSlots:
    @pytest.mark.parametrize(
        ("others", "code"),
        [
            ({"day": date(2026, 5, 11)}, "outside-visit"),
            ({"day": date(2026, 5, 14)}, "outside-visit"),
            ({"starts": time(10), "ends": time(10)}, "period-ends-before-start"),
            ({"reviewer_ids": (999_999,)}, "not-in-team"),
        ],
    )
    def test_slot_that_cannot_be_is_refused_with_its_reason(
        self, case: Review, others: dict[str, Any], code: str
    ) -> None:
        assert code_of(add, case, **others) == code
        assert not VisitSlot.objects.exists()

    def test_hour_the_clock_leaps_over_is_refused(self) -> None:
        night = date(2026, 3, 29)
        review = make_case(visit_from=night, visit_to=night)
        people_ = [people.make_person(f"Granskare {n}", Role.REVIEWER, people.make_specialty()) for n in "AB"]
        give_team(review, *people_)
        lead_to(review, State.PREPARING)

        assert code_of(add, review, day=night, starts=time(2, 15), ends=time(3, 30)) == "no-such-time"

    def test_reviewer_cannot_be_in_two_slots_but_two_reviewers_can(
        self, case: Review, greta: Person, rut: Person
    ) -> None:
        add(case, reviewer_ids=(greta.pk,))

        assert code_of(add, case, kind=SlotKind.SUPERVISORS, reviewer_ids=(greta.pk,)) == "reviewer-busy"
        assert code_of(add, case, kind=SlotKind.SUPERVISORS) == "reviewer-busy", "nobody named is everybody"
        assert add(case, kind=SlotKind.SUPERVISORS, reviewer_ids=(rut.pk,)).pk
        assert add(case, kind=SlotKind.BREAK).pk, "at a break everybody is free"

    def test_form_sent_twice_is_one_slot(self, case: Review) -> None:
        key = uuid4()
        about = {"review_id": case.pk, "key": key, "values": values(), "now": NOW, "by": SYSTEM}

        assert actions.add_slot(**about) == actions.add_slot(**about)
        assert VisitSlot.objects.count() == 1

    def test_two_who_change_one_slot_do_not_overwrite_each_other(self, case: Review) -> None:
        slot = add(case)
        about = {"review_id": case.pk, "slot_id": slot.pk, "expected_version": 1, "now": NOW, "by": SYSTEM}

        actions.change_slot(values=values(place="Sal 3"), **about)

        assert code_of(actions.change_slot, values=values(place="Sal 5"), **about) == "changed-meanwhile"
        slot.refresh_from_db()
        assert (slot.place, slot.version) == ("Sal 3", 2)

    def test_slot_taken_away_can_be_put_back(self, case: Review) -> None:
        slot = add(case)
        about = {"review_id": case.pk, "slot_id": slot.pk, "now": NOW, "by": SYSTEM}

        actions.take_slot_away(**about)
        assert [seen.slot for seen in get_schedule_for(SYSTEM, case.pk).slots] == []
        actions.put_slot_back(**about)

        assert [seen.slot for seen in get_schedule_for(SYSTEM, case.pk).slots] == [slot]

    def test_slots_follow_a_visit_that_was_moved(self, case: Review) -> None:
        lay_out(case)
        Review.objects.filter(pk=case.pk).update(
            visit_from=FIRST + timedelta(days=7), visit_to=FIRST + timedelta(days=8)
        )
        assert len(get_schedule_for(SYSTEM, case.pk).outside) == VisitSlot.objects.count()

        assert actions.move_schedule(review_id=case.pk, now=NOW, by=SYSTEM) == 7

        assert get_schedule_for(SYSTEM, case.pk).outside == ()

    def test_slots_that_do_not_fit_stay_where_they_are(self, case: Review) -> None:
        lay_out(case)
        Review.objects.filter(pk=case.pk).update(visit_to=FIRST)

        assert code_of(actions.move_schedule, review_id=case.pk, now=NOW, by=SYSTEM) == "does-not-fit"

    def test_reviewer_who_was_released_is_named_as_gone(self, case: Review, greta: Person) -> None:
        add(case, reviewer_ids=(greta.pk,))
        member = TeamMember.objects.get(review=case, person=greta)
        release_reviewer(review_id=case.pk, member_id=member.pk, reason="Sjuk.", now=NOW, by=SYSTEM)

        (seen,) = get_schedule_for(SYSTEM, case.pk).slots

        assert (seen.reviewers, seen.gone) == ((), ("Greta Granskare",))

    def test_as_many_queries_with_one_slot_as_with_many(
        self, case: Review, django_assert_num_queries: Any
    ) -> None:
        add(case)
        with django_assert_num_queries(4):
            get_schedule_for(SYSTEM, case.pk)
        lay = [add(case, starts=time(10 + n), ends=time(11 + n)) for n in range(5)]
        assert lay
        with django_assert_num_queries(4):
            get_schedule_for(SYSTEM, case.pk)


class TestPrivateTalks:
    def test_only_the_reviewers_and_the_person_see_who_asked(
        self, case: Review, trainee: Person, head: Person, greta: Person
    ) -> None:
        slot = talk(case)
        colleague = people.make_person("Kim Kollega", Role.TRAINEE, case.unit)
        office = people.make_actor(Role.REVIEW_OFFICE)
        asked(case, slot, trainee)

        def seen_by(actor: Any) -> tuple[str, bool]:
            (seen,) = get_schedule_for(actor, case.pk).slots
            return seen.taken_by, seen.is_mine

        assert seen_by(people.actor_today(greta)) == ("Tova Lärling", False)
        assert seen_by(people.actor_today(trainee)) == ("", True)
        for other in (people.actor_today(head), people.actor_today(colleague), office):
            assert seen_by(other) == ("", False)

    def test_pages_of_others_do_not_even_tell_that_the_time_is_taken(
        self, case: Review, trainee: Person, head: Person
    ) -> None:
        slot = talk(case)
        client = people.client_of(head)
        address = reverse("planning:schedule", args=[case.pk])
        before = client.get(address).content

        asked(case, slot, trainee)

        after = client.get(address).content
        assert b"Tova" not in after
        assert _without_token(after) == _without_token(before)

    def test_no_log_tells_who_asked(self, case: Review, trainee: Person) -> None:
        slot = talk(case)
        events = VisitSlot._meta.get_field("events").related_model
        before = events.objects.count()

        asked(case, slot, trainee)

        assert events.objects.count() == before
        assert "taken_by" not in {field.name for field in events._meta.get_fields()}

    def test_talk_is_for_those_who_work_there_and_do_not_answer_for_it(
        self, case: Review, head: Person, greta: Person
    ) -> None:
        slot = talk(case)

        assert code_of(asked, case, slot, head) == "not-allowed-here"
        assert code_of(asked, case, slot, greta) == "not-allowed-here"
        stranger = people.make_person("Ture Annorstädes", Role.TRAINEE, people.make_unit("Granåsens klinik"))
        with pytest.raises(Http404):
            asked(case, slot, stranger)

    def test_one_talk_each_and_one_person_a_talk(self, case: Review, trainee: Person) -> None:
        slot, later = talk(case), talk(case, "14:30", "14:45")
        colleague = people.make_person("Kim Kollega", Role.TRAINEE, case.unit)
        asked(case, slot, trainee)

        assert code_of(asked, case, later, trainee) == "has-a-talk"
        assert code_of(asked, case, slot, colleague) == "talk-taken"

    def test_talk_can_be_left_to_somebody_else_but_only_ones_own(self, case: Review, trainee: Person) -> None:
        slot = talk(case)
        colleague = people.make_person("Kim Kollega", Role.TRAINEE, case.unit)
        asked(case, slot, trainee)
        about = {"review_id": case.pk, "slot_id": slot.pk, "now": NOW}
        with pytest.raises(Http404):
            actions.leave_talk(**about, by=people.actor_today(colleague))

        actions.leave_talk(**about, by=people.actor_today(trainee))

        asked(case, slot, colleague)
        slot.refresh_from_db()
        assert slot.taken_by == colleague

    def test_other_slots_cannot_be_asked_for(self, case: Review, trainee: Person) -> None:
        slot = add(case)

        with pytest.raises(Http404):
            asked(case, slot, trainee)

    def test_talk_that_becomes_something_else_lets_go_of_the_person(
        self, case: Review, trainee: Person
    ) -> None:
        slot = talk(case)
        asked(case, slot, trainee)

        actions.change_slot(
            review_id=case.pk, slot_id=slot.pk, values=values(), expected_version=1, now=NOW, by=SYSTEM
        )

        slot.refresh_from_db()
        assert slot.taken_by is None


class TestPages:
    def test_laying_out_changing_and_asking_in_the_browser(
        self, case: Review, head: Person, trainee: Person
    ) -> None:
        client, address = people.client_of(head), reverse("planning:schedule", args=[case.pk])
        assert client.get(address).status_code == 200

        sent = client.post(
            reverse("planning:schedule_step", args=[case.pk]), {"step": "propose", "trainees": "2"}
        )

        assert sent.status_code == 302
        slot = VisitSlot.objects.filter(kind=SlotKind.PRIVATE_TALK).first()
        assert slot is not None
        own = people.client_of(trainee)
        answer = own.post(reverse("planning:talk", args=[case.pk, slot.pk]), {"step": "ask"}, follow=True)
        assert "Tiden är din" in answer.content.decode()

    def test_wrong_time_keeps_what_was_typed(self, case: Review, head: Person) -> None:
        client = people.client_of(head)
        typed = {
            "key": str(uuid4()),
            "version": "0",
            "kind": "trainees",
            "day": FIRST.isoformat(),
            "starts": "11:00",
            "ends": "10:00",
            "place": "Konferensrum Tall",
        }

        answer = client.post(reverse("planning:slot_add", args=[case.pk]), typed)

        assert answer.status_code == 422
        text = answer.content.decode()
        assert "Konferensrum Tall" in text
        assert "slutar innan" in text

    def test_trainee_may_not_change_the_schedule(self, case: Review, trainee: Person) -> None:
        slot = add(case)
        client = people.client_of(trainee)

        assert client.get(reverse("planning:slot", args=[case.pk, slot.pk])).status_code == 403
        assert client.post(reverse("planning:schedule_step", args=[case.pk])).status_code == 403
        assert client.get(reverse("planning:slot_add", args=[case.pk])).status_code == 403


def _without_token(page: bytes) -> list[str]:
    return [
        line
        for line in page.decode().splitlines()
        if "csrfmiddlewaretoken" not in line and "nonce" not in line
    ]
