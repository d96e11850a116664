"""Who gets a letter when material is asked for and when a reviewer is appointed, what it says, and when it is taken back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State, Step
from kollegium.domain.roles import Role
from kollegium.notifications.actions import post_letters, remind, send_letter
from kollegium.notifications.dated import kind_of, recipients_of
from kollegium.notifications.models import Reminder, ReminderLetter
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import Appointment, appoint_reviewer, release_reviewer
from kollegium.reviews.actions.material import ask_again
from kollegium.reviews.models import Duty, MaterialItem, Review, TeamMember
from tests import people
from tests.people import SYSTEM, client_of
from tests.reviews.cases import give_team, lead_to, make_case, move
from tests.reviews.material import hand_in, item_of

pytestmark = pytest.mark.django_db
# The case is opened and prepared on this Monday; its letters come at eight the same morning or later.
ASKED = date(2026, 3, 2)


def at(day: date, hour: int = 12) -> datetime:
    """Give an instant of a day, in UTC."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def told(kind: str) -> list[str]:
    rows = Reminder.objects.filter(kind=kind, cancelled_at__isnull=True).order_by("recipient__name")
    return list(rows.values_list("recipient__name", flat=True))


def letter_to(person: Person) -> str:
    """Send what waits, and give the text of the letter to a person."""
    post_letters(now=at(ASKED))
    for pk in ReminderLetter.objects.filter(state="queued").values_list("pk", flat=True):
        send_letter(letter_id=pk, now=at(ASKED))
    email = recipients_of({person.pk})[person.pk].email
    return next(one.body for one in mail.outbox if one.to == [email])


@pytest.fixture
def head(unit: Unit) -> Person:
    return people.make_account(people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)).person


@pytest.fixture
def greta() -> Person:
    person = people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())
    return people.make_account(person).person


class TestMaterialAskedFor:
    def test_unit_gets_one_letter_that_says_how_much_by_when(
        self, review: Review, unit: Unit, head: Person
    ) -> None:
        people.make_account(people.make_person("Tage", Role.TRAINEE, unit))
        people.make_account(people.make_person("Annat", Role.HEAD_OF_UNIT, people.make_unit("Björken")))

        for days in (0, 1, 8):
            remind(as_of=ASKED + timedelta(days=days), now=at(ASKED))

        assert told("material-asked") == ["Hedda Chef"]
        text = letter_to(head)
        assert f"2 mars 2026 · Underlag begärs inför ett besök: {unit.name}. Extern granskning, " in text
        assert f"{review.case_number}. 15 underlag ska lämnas, det första senast 31 mars 2026." in text

    def test_taken_back_when_all_has_come_and_new_when_more_is_asked(
        self, review: Review, head: Person, greta: Person
    ) -> None:
        MaterialItem.objects.filter(review=review).exclude(item_key="rota").update(status="accepted")
        remind(as_of=ASKED, now=at(ASKED))
        hand_in(review, head)
        remind(as_of=ASKED, now=at(ASKED))
        assert told("material-asked") == []

        later = ASKED + timedelta(days=20)
        values = {"comment": "Maj saknas.", "due_on": None, "by": people.actor_today(greta)}
        ask_again(review_id=review.pk, item_id=item_of(review).pk, now=at(later), **values)
        remind(as_of=later, now=at(later))

        [row] = Reminder.objects.filter(kind="material-asked", cancelled_at__isnull=True)
        assert (row.recipient, row.due_on) == (head, later)

    def test_person_who_was_chosen_gets_it_for_what_is_theirs(self, review: Review, unit: Unit) -> None:
        mona = people.make_account(people.make_person("Mona", Role.MEDICAL_LEAD, unit)).person
        MaterialItem.objects.filter(pk=item_of(review).pk).update(owner=mona)

        remind(as_of=ASKED, now=at(ASKED))

        assert told("material-asked") == ["Mona"]

    def test_reminder_leads_to_the_material_and_stands_in_the_list(
        self, review: Review, head: Person
    ) -> None:
        remind(as_of=ASKED, now=at(ASKED))

        page, reminder = client_of(head).get("/me/reminders/"), Reminder.objects.get(kind="material-asked")

        assert "15 underlag ska lämnas" in page.content.decode()
        answer = client_of(head).get(f"/me/reminders/{reminder.pk}/")
        assert answer["Location"] == reverse("reviews:case_material", args=[review.pk])


class TestAppointed:
    def appoint(self, review: Review, person: Person, now: datetime, by: object = SYSTEM) -> TeamMember:
        return appoint_reviewer(
            review_id=review.pk,
            appointment=Appointment(person.pk, Duty.JUNIOR),
            is_eligible=True,
            now=now,
            by=by,  # type: ignore[arg-type]
        )

    def test_reviewer_is_told_once_the_case_is_planned(self, unit: Unit, greta: Person) -> None:
        case = make_case(unit)
        give_team(case, greta, people.make_person("Göran"))
        remind(as_of=ASKED, now=at(ASKED))
        assert told("reviewer-appointed") == []

        lead_to(case, State.PLANNED)
        remind(as_of=ASKED, now=at(ASKED))

        assert told("reviewer-appointed") == ["Greta Granskare"]
        text = letter_to(greta)
        assert f"Du är utsedd att granska: {unit.name}. Extern granskning, " in text
        assert "Besöket är från 12 maj 2026 till 13 maj 2026. Se efter att dagarna passar dig." in text
        assert "notera det under Mina granskningar" in text

    def test_who_joins_later_is_told_then_and_no_longer_when_released(
        self, review: Review, greta: Person
    ) -> None:
        later = at(ASKED + timedelta(days=30))
        vera = people.make_account(people.make_person("Vera")).person
        member = self.appoint(review, vera, later)

        remind(as_of=later.date(), now=later)
        assert told("reviewer-appointed") == ["Vera"]
        release_reviewer(review_id=review.pk, member_id=member.pk, reason="Jäv.", now=later, by=SYSTEM)
        remind(as_of=later.date(), now=later)
        assert told("reviewer-appointed") == []

    def test_who_joined_by_themselves_or_a_withdrawn_case_is_told_nothing(
        self, review: Review, office: Person, greta: Person
    ) -> None:
        people.make_account(office)
        self.appoint(review, office, at(ASKED), by=people.actor_today(office))
        remind(as_of=ASKED, now=at(ASKED))
        assert told("reviewer-appointed") == ["Greta Granskare"]

        move(review, Step.WITHDRAW, reason="Enheten stänger.")
        remind(as_of=ASKED, now=at(ASKED))
        assert told("reviewer-appointed") == []

    def test_kind_leads_to_the_case_in_the_readers_language(self, review: Review) -> None:
        kind = kind_of("reviewer-appointed")
        assert kind is not None
        assert kind.details is not None

        with translation.override("en"):
            told_in_english = kind.details([review.pk])[review.pk]

        assert told_in_english.startswith("External review, ")
        assert "The visit is from 12 May 2026 to 13 May 2026." in told_in_english
        assert "See that the days suit you." in told_in_english
        assert kind.url(review.pk) == reverse("reviews:open_case", args=[review.pk])
        lead_to(review, State.VISITED)
        assert "Se efter" not in kind.details([review.pk])[review.pk]
