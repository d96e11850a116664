"""The unit's feedback on a review: given once and changed, read by whom, summed up for three or more."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Person
from kollegium.domain import review_feedback
from kollegium.domain.case_life import State
from kollegium.domain.errors import Refused
from kollegium.domain.instruments import ItemKind
from kollegium.domain.reference_file import fingerprint
from kollegium.domain.roles import Role
from kollegium.reviews.actions.feedback import Feedback, give_feedback
from kollegium.reviews.models import Review, ReviewFeedback
from kollegium.reviews.queries.exchange_steps import exchange_steps_for
from kollegium.reviews.queries.feedback import feedback_on, list_feedback_for
from kollegium.reviews.queries.open_cases import get_open_case_for
from tests import people
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case

pytestmark = pytest.mark.django_db
FORM = review_feedback.load(review_feedback.CURRENT)
GOOD = {item.key: "mostly" for item in FORM.items if item.kind is ItemKind.SCALE}
OWN = "Bra samtal, men rapporten dröjde."


def decided(name: str = "Ekens") -> Review:
    """Give a decided case of a new unit, reviewed by Greta."""
    review = make_case(people.make_unit(name))
    greta = Person.objects.filter(name="Greta").first()
    greta = greta or people.make_person("Greta", Role.REVIEWER, people.make_specialty())
    give_team(review, greta, people.make_person("Göran", Role.REVIEWER, people.make_specialty()))
    grade_everything(review)
    return lead_to(review, State.DECIDED)


def head_of(review: Review) -> Any:
    return people.actor_today(people.make_person("Hilda", Role.HEAD_OF_UNIT, review.unit))


def office() -> Any:
    return people.actor_today(people.make_person("Kerstin", Role.REVIEW_OFFICE))


def give(
    review: Review, by: Any, *, answers: dict[str, str] = GOOD, version: int = 0, is_shared: bool = False
):
    said = Feedback({**answers, "own-words": OWN}, is_shared, version)
    return give_feedback(review_id=review.pk, said=said, now=NOW, by=by)


def test_published_form_is_as_it_was_published() -> None:
    published = (review_feedback.FOLDER / "published.toml").read_text(encoding="utf-8")

    assert f'"{fingerprint(review_feedback.FOLDER / f"{review_feedback.CURRENT}.toml")}"' in published
    with pytest.raises(review_feedback.UnknownFeedbackForm):
        review_feedback.load("../secret")


def test_feedback_is_given_once_and_changed_until_the_case_is_closed() -> None:
    review = decided()
    head = head_of(review)
    give(review, head)

    changed = give(review, head, answers={**GOOD, "fair": "not"}, version=1, is_shared=True)

    assert ReviewFeedback.objects.get() == changed
    assert (changed.answers["fair"], changed.is_shared, changed.version) == ("not", True, 2)
    for version, code in ((1, "changed-meanwhile"), (2, "not-allowed-here")):
        if version == 2:
            lead_to(review, State.CLOSED)
        with pytest.raises(Refused) as refused:
            give(review, head, version=version)
        assert refused.value.code == code


def test_only_the_unit_of_a_decided_case_gives_it_and_answers_everything() -> None:
    review, early = decided(), make_case(people.make_unit("Tidig"))
    with pytest.raises(Refused, match="not-allowed-here"):
        give(review, office())
    with pytest.raises(Http404):
        give(early, head_of(early))
    with pytest.raises(Http404):
        give(review, people.actor_today(people.make_person("Viola", Role.HEAD_OF_UNIT, early.unit)))
    with pytest.raises(Refused) as refused:
        give(review, head_of(review), answers={**GOOD, "fair": "perhaps"})
    assert refused.value.params["items"] == ["fair"]


@pytest.mark.parametrize("is_shared", [True, False])
def test_reviewers_read_it_when_the_unit_agreed(is_shared: bool) -> None:
    review = decided()
    give(review, head_of(review), is_shared=is_shared)
    greta = people.actor_today(Person.objects.get(name="Greta"))

    assert (feedback_on(get_open_case_for(greta, review.pk)) is not None) is is_shared
    assert feedback_on(get_open_case_for(office(), review.pk)) is not None


def test_office_lists_and_searches_it_and_sees_means_of_three_or_more(django_assert_num_queries) -> None:
    by = office()
    for number, name in enumerate(("Ekens", "Vikens", "Öns"), start=1):
        review = decided(name)
        give(review, head_of(review), answers=dict.fromkeys(GOOD, "fully" if number == 3 else "mostly"))
        with django_assert_num_queries(3):
            listed = list_feedback_for(by, "")
        assert len(listed.page.rows) == number
        assert [round(one.mean or 0, 2) for one in listed.summaries] == ([3.33] * 5 if number == 3 else [])

    found = list_feedback_for(by, "öns")
    assert [row["review__unit__name"] for row in found.page.rows] == ["Öns"]
    assert found.summaries == []
    with pytest.raises(Http404):
        list_feedback_for(head_of(review), "")


def test_unit_is_asked_while_the_review_is_fresh_and_has_not_answered() -> None:
    review = decided()
    head, today = head_of(review), timezone.localdate(NOW)

    def asked(day: Any, by: Any = head) -> list[tuple[str, int]]:
        steps = exchange_steps_for(by, as_of=day)
        return [(step.kind, step.object_id) for step in steps if step.kind == "review-feedback"]

    assert asked(today) == [("review-feedback", review.pk)]
    assert asked(today + timedelta(days=61)) == []
    assert asked(today, office()) == []
    give(review, head)
    assert asked(today) == []


def test_page_takes_the_feedback_and_the_office_reads_it() -> None:
    review = decided()
    head = people.make_person("Hilda", Role.HEAD_OF_UNIT, review.unit)
    address = reverse("reviews:feedback", args=[review.pk])
    sent = {f"item-{key}": value for key, value in GOOD.items()} | {"version": "0", "item-own-words": OWN}
    client = people.client_of(head)

    refused = client.post(address, {**sent, "item-fair": ""})
    kept = client.post(address, sent)

    assert (refused.status_code, kept.status_code) == (422, 302)
    reader = people.client_of(people.make_person("Kerstin", Role.REVIEW_OFFICE))
    for page in (address, reverse("reviews:feedback_list")):
        assert OWN in reader.get(page).content.decode()
    assert (
        "Ingen återkoppling passar"
        in reader.get(reverse("reviews:feedback_list") + "?q=zzz").content.decode()
    )
    assert client.get(reverse("reviews:feedback_list")).status_code == 404
