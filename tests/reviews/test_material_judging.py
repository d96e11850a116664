"""Material is judged by the reviewers and seen by the right people at the right time."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State, Step
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import material as actions
from kollegium.reviews.actions import move_case, release_reviewer
from kollegium.reviews.material_files import HandedInFile
from kollegium.reviews.models import (
    MaterialComment,
    MaterialItem,
    Review,
    TeamMember,
)
from kollegium.reviews.queries.material import is_new, material_rows
from kollegium.reviews.queries.open_cases import get_open_case_for
from tests import people
from tests.people import SYSTEM, client_of
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case
from tests.reviews.material import address, code_of, hand_in, item_of

pytestmark = pytest.mark.django_db


class TestJudging:
    def test_reviewer_accepts_what_was_seen(self, review: Review, head: Person, greta: Person) -> None:
        hand_in(review, head)

        answer = client_of(greta).post(address("item", review), {"accept": "1"})

        assert answer.status_code == 302
        assert item_of(review).status == "accepted"

    def test_version_that_came_meanwhile_is_not_accepted_unseen(
        self, review: Review, head: Person, greta: Person
    ) -> None:
        hand_in(review, head)
        hand_in(review, head)

        answer = client_of(greta).post(address("item", review), {"accept": "1"})

        assert answer.status_code == 422
        assert "Det här har ändrats under tiden." in answer.content.decode()
        assert item_of(review).status == "handed_in"

    def test_nothing_handed_in_cannot_be_accepted(self, review: Review, greta: Person) -> None:
        with pytest.raises(Refused) as refused:
            actions.accept_material(
                review_id=review.pk,
                item_id=item_of(review).pk,
                seen_version=0,
                by=people.actor_today(greta),
            )

        assert code_of(refused) == "moved-on"

    def test_unit_does_not_accept_its_own(self, review: Review, head: Person) -> None:
        hand_in(review, head)

        with pytest.raises(Refused) as refused:
            actions.accept_material(
                review_id=review.pk, item_id=item_of(review).pk, seen_version=1, by=people.actor_today(head)
            )

        assert code_of(refused) == "not-yours"

    def test_reviewer_asks_again_with_a_comment_and_a_day(
        self, review: Review, head: Person, greta: Person
    ) -> None:
        hand_in(review, head)
        day = date.today() + timedelta(days=5)

        answer = client_of(greta).post(
            address("ask_again", review), {"comment": "April saknas.", "due_on": day.isoformat()}
        )

        item = item_of(review)
        assert answer.status_code == 302
        assert (item.status, item.status_reason, item.due_on) == ("asked_again", "April saknas.", day)
        assert MaterialComment.objects.get().text == "April saknas."

    def test_not_applicable_needs_its_reason(self, review: Review, head: Person) -> None:
        client = client_of(head)

        empty = client.post(address("not_applicable", review), {"reason": ""})
        given = client.post(address("not_applicable", review), {"reason": "Ingen har åkt ännu."})

        assert (empty.status_code, given.status_code) == (422, 302)
        assert (item_of(review).status, item_of(review).status_reason) == (
            "not_applicable",
            "Ingen har åkt ännu.",
        )

    def test_new_until_looked_at(self, review: Review, head: Person, greta: Person) -> None:
        hand_in(review, head)
        client, actor = client_of(greta), people.actor_today(greta)

        def new() -> list[str]:
            case = get_open_case_for(actor, review.pk)
            return [row["item_key"] for row in material_rows(actor, case) if is_new(row)]

        before = new()
        page = client.get(address("item", review)).content.decode()

        assert before == ["rota"]
        assert "Godta" in page
        assert new() == []

    def test_own_hand_in_is_not_new_to_oneself(self, review: Review, head: Person) -> None:
        hand_in(review, head)
        actor = people.actor_today(head)

        rows = material_rows(actor, get_open_case_for(actor, review.pk))

        assert [row["item_key"] for row in rows if is_new(row)] == []

    def test_criteria_lead_to_their_pages(self, review: Review, greta: Person) -> None:
        page = client_of(greta).get(address("item", review)).content.decode()

        for key in ("D2", "E8", "F5"):
            assert reverse("reviews:criterion", args=["spur-st-2021", key]) in page


class TestAccess:
    """The reviewers' access starts with the preparations and ends with the case or their part in it."""

    def sees(self, review: Review, person: Person) -> bool:
        status = client_of(person).get(address("", review)).status_code
        return {200: True, 404: False}[status]

    def test_reviewer_sees_nothing_before_preparing(self, unit: Unit, greta: Person, head: Person) -> None:
        review = make_case(unit)
        give_team(review, greta)
        review = lead_to(review, State.PLANNED)

        assert not self.sees(review, greta)
        assert self.sees(review, head)

    def test_released_reviewer_sees_nothing_more(self, review: Review, greta: Person) -> None:
        assert self.sees(review, greta)
        release_reviewer(
            review_id=review.pk,
            member_id=TeamMember.objects.get(person=greta).pk,
            reason="Jäv.",
            now=NOW,
            by=SYSTEM,
        )

        assert not self.sees(review, greta)

    def test_closed_case_is_closed_to_its_reviewers(
        self, review: Review, greta: Person, head: Person
    ) -> None:
        hand_in(review, head, files=[HandedInFile("a.txt", "text/plain", b"a", False)])
        file = item_of(review).versions.get().files.get()
        grade_everything(review)
        follow_up = lead_to(review, State.FOLLOW_UP)
        before = self.sees(follow_up, greta)

        closed = lead_to(follow_up, State.CLOSED)

        assert (before, self.sees(closed, greta)) == (True, False)
        assert client_of(greta).get(address("file", closed, file.pk)).status_code == 404
        assert client_of(head).get(address("file", closed, file.pk)).status_code == 200

    def test_withdrawn_case_shows_its_material_to_nobody(
        self, review: Review, greta: Person, head: Person
    ) -> None:
        move_case(
            review_id=review.pk,
            step=Step.WITHDRAW,
            reason="Blev inte av.",
            expected_version=review.version,
            now=NOW,
            by=SYSTEM,
        )

        assert not self.sees(review, greta)
        assert not self.sees(review, head)

    def test_reviewer_of_another_case_and_head_of_another_unit_see_nothing(self, review: Review) -> None:
        other = people.make_unit("Björkängens hälsocentral")
        head = people.make_person("Helmer Chef", Role.HEAD_OF_UNIT, other)
        reviewer = people.make_person("Gösta", Role.REVIEWER, people.make_specialty())
        trainee = people.make_person("Tage", Role.TRAINEE, review.unit)

        assert [self.sees(review, person) for person in (head, reviewer, trainee)] == [False] * 3

    def test_nothing_changes_once_the_report_is_written(
        self, review: Review, head: Person, greta: Person
    ) -> None:
        draft = lead_to(review, State.DRAFT)

        with pytest.raises(Refused) as refused:
            hand_in(draft, head)

        assert code_of(refused) == "not-allowed-here"
        assert client_of(head).get(address("hand_in", draft)).status_code == 403

    def test_numbers_of_people_without_any_name(self, unit: Unit, greta: Person, head: Person) -> None:
        people.make_person("Tage Hemligsson", Role.TRAINEE, unit)
        case = make_case(unit)
        give_team(case, greta, people.make_person("Göran"))
        review = lead_to(case, State.PREPARING)

        page = client_of(greta).get(address("item", review, key="trainees")).content.decode()
        own = client_of(head).get(address("item", review, key="trainees")).content.decode()

        assert "ST-läkare" in page
        assert "Hemligsson" not in page + own
        assert f"{reverse('accounts:people')}?place=Tallbackens+h%C3%A4lsocentral" in own
        assert f"{reverse('accounts:people')}?place" not in page

    def test_previous_review_is_told_in_short_to_those_who_may_not_read_it(
        self, unit: Unit, greta: Person, head: Person
    ) -> None:
        previous = make_case(unit, visit_from=date(2021, 3, 1), visit_to=date(2021, 3, 1))
        give_team(previous, greta, people.make_person("Gun"))
        grade_everything(previous)
        previous = lead_to(previous, State.CLOSED)
        case = make_case(unit)
        give_team(case, greta, people.make_person("Göran"))
        review = lead_to(case, State.PREPARING)
        link = reverse("reviews:review", args=[previous.pk])

        page = client_of(greta).get(address("item", review, key="previous-review")).content.decode()
        own = client_of(head).get(address("item", review, key="previous-review")).content.decode()

        assert "1 mars 2021" in page
        assert link not in page
        assert link in own
        assert client_of(greta).get(link).status_code == 404


def test_list_costs_the_same_however_long_it_is(review: Review, head: Person, greta: Person) -> None:
    client = client_of(greta)

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address("", review))
        return len(queries)

    MaterialItem.objects.filter(review=review).exclude(item_key="rota").delete()
    cost()
    with_one = cost()
    actions.ask_for_missing(review_id=review.pk, now=NOW, by=SYSTEM)
    for key in ("introduction", "rota", "side-placements"):
        hand_in(review, head, key)

    assert cost() == with_one


def test_one_thing_costs_the_same_with_one_version_and_three(
    review: Review, head: Person, greta: Person
) -> None:
    client = client_of(greta)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(address("item", review))
        return len(queries)

    file = HandedInFile("a.txt", "text/plain", b"a", False)
    hand_in(review, head, files=[file])
    cost()
    with_one = cost()
    for _number in range(2):
        hand_in(review, head, files=[file, file])
    cost()

    assert cost() == with_one


def test_history_tells_of_the_material_in_words(review: Review, head: Person, office: Person) -> None:
    hand_in(review, head, files=[HandedInFile("schema.txt", "text/plain", b"a", False)])
    actions.comment_material(
        review_id=review.pk,
        item_id=item_of(review).pk,
        text="Två månader.",
        now=NOW,
        by=people.actor_today(head),
    )

    page = client_of(office).get(reverse("reviews:case_history", args=[review.pk])).content.decode()

    for sentence in (
        "Begärde 16 saker av enheten.",
        "Lämnade version 1 av ”Schema som visar handledning och självstudier”.",
        "Lade till filen ”schema.txt”",
        "Två månader.",
    ):
        assert sentence in page
