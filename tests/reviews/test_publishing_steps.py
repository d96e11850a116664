"""What the start page tells whoever publishes: what is not public, and what is public but out of date."""

from datetime import timedelta
from typing import Any

import pytest

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.home.wording import shown
from kollegium.organisations.models import Unit
from kollegium.reviews.actions.corrections import NewText, WhyCorrected, correct_text
from kollegium.reviews.actions.findings import NewGrade, set_grade
from kollegium.reviews.actions.publish import withdraw_publication
from kollegium.reviews.models import GradeRound, Review, ReviewSource
from kollegium.reviews.queries.publishing_steps import publishing_steps_for
from kollegium.reviews.queries.report_text import Section
from kollegium.reviews.queries.whole_case import case_of
from tests import people
from tests.reviews.builders import NOW, make_review, publish_as_proposed
from tests.reviews.cases import lead_to
from tests.reviews.reconsiderations import LAST_NOW, ask, decide

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)
AFTERWARDS = LAST_NOW + timedelta(days=1)


def correct(review: Review, office: Person) -> None:
    old = "Mottagningen har ett brett uppdrag."
    correct_text(
        review_id=review.pk,
        new=NewText(review.parts.get().pk, "area-A", "Nytt.", Section("area-A", old).mark),
        why=WhyCorrected("Fel.", LATER),
        by=people.actor_today(office),
    )


def follow_up(review: Review, office: Person) -> None:
    grade = NewGrade(review.parts.get().pk, "D", GradeRound.FOLLOW_UP, Outcome.PASSED, "Följt upp.")
    version = Review.objects.get(pk=review.pk).version
    by = people.actor_today(office)
    set_grade(review_id=review.pk, grade=grade, expected_version=version, now=LATER, by=by)


def test_office_is_told_of_what_is_public_and_out_of_date_until_it_is_published_anew(
    case: Review, unit: Unit, head: Person, office: Person, django_assert_num_queries: Any
) -> None:
    reconsidered = lead_to(case, State.DECIDED)
    corrected, followed_up, withdrawn, untouched = (
        make_review(people.make_unit(name), source=ReviewSource.RECORDED)
        for name in (
            "Almens hälsocentral",
            "Askens hälsocentral",
            "Bokens hälsocentral",
            "Cederns hälsocentral",
        )
    )
    public = (reconsidered, corrected, followed_up, withdrawn, untouched)
    for review in public:
        publish_as_proposed(review)
    correct(corrected, office)
    follow_up(followed_up, office)
    correct(withdrawn, office)
    withdraw_publication(review_id=withdrawn.pk, reason="Fel.", now=LATER, by=people.actor_today(office))
    ask(reconsidered, head)
    decide(reconsidered, office, D="passed")
    actor = people.actor_today(office)

    with django_assert_num_queries(1):
        steps = publishing_steps_for(actor)

    behind = (reconsidered, corrected, followed_up)
    assert sorted(steps, key=lambda step: step.kind + step.name) == [
        NextStep("publish-anew", Urgency.WAITING, 1, corrected.pk, "Almens hälsocentral"),
        NextStep("publish-anew", Urgency.WAITING, 1, followed_up.pk, "Askens hälsocentral"),
        NextStep("publish-anew", Urgency.WAITING, 1, reconsidered.pk, unit.name),
        NextStep("reviews-unpublished", Urgency.SOON, 1),
    ]
    assert [one.pk for one in public if case_of(Review.objects.get(pk=one.pk)).is_behind] == [
        one.pk for one in behind
    ]
    for review in behind:
        publish_as_proposed(review, AFTERWARDS)
    assert [step.kind for step in publishing_steps_for(actor)] == ["reviews-unpublished"]


def test_nobody_else_is_told_and_the_step_leads_to_where_one_publishes(head: Person, office: Person) -> None:
    review = make_review(source=ReviewSource.RECORDED)
    publish_as_proposed(review)
    correct(review, office)

    waiting = people.client_of(office).get("/").context["now"]

    told = "Det som är offentligt stämmer inte längre: publicera granskningen på nytt"
    [step] = [one for one in waiting if one.title == told]
    assert step.url == f"/reviews/{review.pk}/publish/"
    assert people.client_of(office).get(step.url).status_code == 200
    own = people.make_person("Hedvig", Role.HEAD_OF_UNIT, review.unit)
    for person in (head, own, people.make_person("Rut", Role.REGION_OFFICER, review.unit.region)):
        assert publishing_steps_for(people.actor_today(person)) == []


def test_step_leads_to_the_list_of_just_those_that_are_not_published(office: Person, unit: Unit) -> None:
    public, _hidden, withdrawn = (
        make_review(people.make_unit(name)) for name in ("Almens vc", "Bokens vc", "Cederns vc")
    )
    for review in (public, withdrawn):
        publish_as_proposed(review)
    withdraw_publication(review_id=withdrawn.pk, reason="Fel.", now=LATER, by=people.actor_today(office))
    [step] = publishing_steps_for(people.actor_today(office))
    client, url = people.client_of(office), shown(step, as_of=LATER.date()).url

    def listed(address: str) -> list[bool]:
        text = client.get(address).content.decode()
        return [f"{name} vc" in text for name in ("Almens", "Bokens", "Cederns")]

    assert (step.count, listed(url)) == (2, [False, True, True])
    assert listed(url.replace("=no", "=yes")) == [True, False, False]
    assert listed(url.replace("=no", "=nonsense")) == [True, True, True]
    assert listed(url.replace("/reviews/", "/reviews/export.csv")) == [False, True, True]
    page = client.get(f"{url}&filters=open").content.decode()
    assert ("I det öppna registret" in page, ">Inte publicerad<" in page) == (True, True)
