"""Corrections after decision or publication: told with their day and why, by the office alone, published anew."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.reviews import actions
from kollegium.reviews.actions.corrections import NewText, WhyCorrected, correct_text
from kollegium.reviews.content import content_of
from kollegium.reviews.history_words import history_entries
from kollegium.reviews.models import ActionPlanItem, AreaText, Correction, GradeRound, Review, ReviewSource
from kollegium.reviews.printout import report_values
from kollegium.reviews.queries import history_of
from kollegium.reviews.queries.report_text import Section
from kollegium.reviews.queries.whole_case import case_of
from kollegium.reviews.summaries import stale_summaries
from tests import people
from tests.reviews.builders import NOW, VISIT, make_review, publish_as_proposed
from tests.reviews.fact_checks import refusal_of

pytestmark = pytest.mark.django_db
TEXT = "Mottagningen har ett brett uppdrag."
CORRECTED = "Mottagningen har två filialer."
WHY = "Filialerna saknades."
LATER = NOW + timedelta(days=1)


@pytest.fixture
def office() -> Person:
    return people.make_person("Ines Kansli", Role.REVIEW_OFFICE)


@pytest.fixture
def review() -> Review:
    found = make_review(source=ReviewSource.RECORDED)
    return Review.objects.select_related("unit__region", "care_provider", "specialty").get(pk=found.pk)


def correct(review: Review, by: Person, text: str = CORRECTED, why: str = WHY, seen: str = TEXT) -> Review:
    return correct_text(
        review_id=review.pk,
        new=NewText(review.parts.get().pk, "area-A", text, Section("area-A", seen).mark),
        why=WhyCorrected(why, LATER),
        by=people.actor_today(by),
    )


def correct_facts(review: Review, by: Person, why: WhyCorrected | None = None) -> Review:
    facts = actions.ReviewFacts(
        **{name: getattr(review, name) for name in actions.ReviewFacts.__dataclass_fields__}
    )
    return actions.correct_facts(
        review_id=review.pk,
        facts=replace(facts, visit_to=VISIT + timedelta(days=1), visit_text=""),
        expected_version=review.version,
        why=why,
        by=people.actor_today(by),
    )


def told(review: Review) -> list[tuple[Any, ...]]:
    return list(Correction.objects.order_by("pk").values_list("what", "key", "reason"))


def test_corrected_text_is_told_with_its_day_and_the_old_one_stays(review: Review, office: Person) -> None:
    correct(review, office)

    assert AreaText.objects.get(part__review=review, area_key="A").narrative == CORRECTED
    assert told(review) == [("text", "area-A", WHY)]
    case = case_of(review)
    entries = history_entries(history_of(review), case.standard, {})
    changes = [one for entry in entries for one in entry.changes if one.before == TEXT]
    assert [one.after for one in changes] == [CORRECTED]
    assert ("Rättade texten om område A.", WHY) in [(entry.sentence, entry.words) for entry in entries]
    assert stale_summaries() == []


def test_print_says_what_was_corrected_in_both_languages(review: Review, office: Person) -> None:
    correct(review, office)
    content = content_of(case_of(review))

    def notices(language: str) -> tuple[str, ...]:
        return report_values(content, language=language, printed_on=VISIT).notices

    assert notices("sv") == (f"Rättad 3 mars 2026: texten om område A. {WHY}",)
    assert notices("en") == (f"Corrected 3 March 2026: the text of area A. {WHY}",)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"why": " "}, "correction-reason-missing"),
        ({"text": f" {TEXT}"}, "nothing-changed"),
        ({"seen": "Något annat."}, "changed-meanwhile"),
    ],
    ids=["no reason", "nothing", "changed"],
)
def test_bad_correction_is_refused_and_nothing_is_kept(
    review: Review, office: Person, values: dict[str, str], code: str
) -> None:
    assert refusal_of(correct, review, office, **values) == code
    assert AreaText.objects.get(part__review=review, area_key="A").narrative == TEXT
    assert told(review) == []


def test_only_the_office_corrects_what_was_decided(review: Review, office: Person) -> None:
    director = people.make_person("Disa", Role.DIRECTOR_OF_TRAINING, review.unit.region)

    assert refusal_of(correct, review, director) == "only-office-corrects"
    assert refusal_of(correct_facts, review, director, WhyCorrected(WHY, LATER)) == "only-office-corrects"
    assert refusal_of(correct_facts, review, office) == "correction-reason-missing"
    correct_facts(review, office, WhyCorrected(WHY, LATER))
    assert told(review) == [("facts", "", WHY)]


def test_reading_of_a_report_that_nobody_has_seen_is_put_right_without_a_correction() -> None:
    review = Review.objects.select_related("unit", "specialty").get(pk=make_review().pk)
    director = people.make_person("Disa", Role.DIRECTOR_OF_TRAINING, review.unit.region)

    correct_facts(review, director)

    assert told(review) == []


def test_grade_is_corrected_beside_the_decided_one(review: Review, office: Person) -> None:
    def grade(round_: GradeRound) -> Any:
        review.refresh_from_db()
        return actions.set_grade(
            review_id=review.pk,
            grade=actions.NewGrade(review.parts.get().pk, "A", round_, Outcome.PASSED, WHY),
            expected_version=review.version,
            now=LATER,
            by=people.actor_today(office),
        )

    assert refusal_of(grade, GradeRound.DECISION) == "decided-grade-stays"
    grade(GradeRound.CORRECTION)
    assert told(review) == [("grade", "A", WHY)]


def test_grade_rests_on_a_plan_only_where_one_answers_the_area(review: Review, office: Person) -> None:
    client, part = people.client_of(office), review.parts.get()

    def offered(key: str) -> tuple[list[str], bool]:
        address = reverse("reviews:grade", args=[review.pk, part.pk, key])
        page = client.get(f"{address}?round=action_plan")
        assert page.context["form"].initial["round"] == "correction"
        rounds = [value for value, _name in page.context["form"].fields["round"].choices]
        return rounds, "ingen handlingsplan svarar på området" in page.content.decode()

    def posted(key: str, round_: str) -> str:
        version = Review.objects.get(pk=review.pk).version
        data = {"version": version, "round": round_, "outcome": "passed", "reason": "Efter samtal."}
        page = client.post(reverse("reviews:grade", args=[review.pk, part.pk, key]), data)
        assert page.status_code == 302 or "Efter samtal." in page.content.decode()
        return "" if page.status_code == 302 else page.content.decode()

    assert offered("A") == (["correction"], True)
    assert offered("D") == (["follow_up", "correction"], False)
    for round_ in ("action_plan", "follow_up"):
        assert "ingen handlingsplan som svarar på område A" in posted("A", round_)
    assert "där planen bedöms" in posted("D", "action_plan")
    assert "Välj ”Rättelse”" in posted("D", "decision")
    assert posted("D", "follow_up") == ""
    assert list(part.grades.exclude(round="decision").values_list("area_key", "round").order_by("pk")) == [
        ("D", "action_plan"),
        ("D", "follow_up"),
    ]


def test_action_of_the_plan_is_corrected_with_why_and_its_progress_stays(
    review: Review, office: Person
) -> None:
    ActionPlanItem.objects.filter(part__review=review).update(due_text="I maj,\neller i juni")
    item = ActionPlanItem.objects.get(part__review=review)
    first = item.action
    address = reverse("reviews:plan_item", args=[review.pk, item.pk])
    client = people.client_of(office)
    assert address in client.get(reverse("reviews:review", args=[review.pk])).content.decode()
    form = client.get(address).context["form"]
    untouched = {name: value or "" for name, value in form.initial.items()}
    untouched["due_text"] = untouched["due_text"].replace("\n", "\r\n")
    same = client.post(address, {**untouched, "reason": WHY})
    assert (same.status_code, "Inget ändrades" in same.content.decode()) == (422, True)
    data = {**untouched, "action": "Handledning varje vecka.", "due_on": "2026-09-01"}

    assert client.post(address, data).status_code == 422
    assert client.post(address, {**data, "reason": WHY, "version": 99}).status_code == 422
    assert told(review) == []
    assert client.post(address, {**data, "reason": WHY}).status_code == 302

    item.refresh_from_db()
    assert (item.action, item.due_on, item.state) == (data["action"], date(2026, 9, 1), "planned")
    assert told(review) == [("plan", "1", WHY)]
    case = case_of(review)
    entries = history_entries(history_of(review), case.standard, {})
    assert (first, data["action"]) in [(one.before, one.after) for entry in entries for one in entry.changes]
    content = content_of(case)
    (notice,) = report_values(content, language="sv", printed_on=VISIT).notices
    assert notice.endswith(f": åtgärd 1 i handlingsplanen. {WHY}")
    assert stale_summaries() == []
    director = people.make_person("Disa", Role.DIRECTOR_OF_TRAINING, review.unit.region)
    assert people.client_of(director).post(address, {**data, "reason": WHY}).status_code == 403
    assert client.get(reverse("reviews:plan_item", args=[review.pk, item.pk + 999])).status_code == 404


class TestPages:
    def page(self, person: Person) -> Client:
        client = Client()
        client.force_login(people.make_account(person))
        return client

    def test_public_page_tells_of_a_correction_once_it_is_published_anew(
        self, review: Review, office: Person
    ) -> None:
        publish_as_proposed(review)
        client, public = self.page(office), Client()
        address = reverse("reviews:review", args=[review.pk])
        register = reverse("comparison:public_review", args=[review.pk])
        text = reverse("reviews:text", args=[review.pk, review.parts.get().pk, "area-A"])

        assert text in client.get(address).content.decode()
        mark = Section("area-A", TEXT).mark
        empty = client.post(text, {"version": mark, "text": CORRECTED})
        assert (empty.status_code, CORRECTED in empty.content.decode()) == (422, True)
        client.post(text, {"version": mark, "text": CORRECTED, "reason": WHY})
        shown = client.get(address).content.decode()
        assert WHY in shown
        assert "Publicera på nytt" in shown
        assert WHY not in public.get(register).content.decode()
        publish_as_proposed(review)
        told = public.get(register).content.decode()
        assert (CORRECTED in told, WHY in told, "Rättad " in told) == (True, True, True)

    def test_page_opens_with_the_newest_three_and_folds_the_earlier_ones(
        self, review: Review, office: Person
    ) -> None:
        texts = [TEXT, *(f"Mottagningen har {number} filialer." for number in range(2, 6))]
        for number, (seen, new) in enumerate(pairwise(texts), 1):
            correct(review, office, new, f"Skäl {number}.", seen)

        open_part, folded = (
            self.page(office)
            .get(reverse("reviews:review", args=[review.pk]))
            .content.decode()
            .split("Tidigare rättelser")
        )

        order = [open_part.find(f"Skäl {number}.") for number in (4, 3, 2)]
        assert -1 not in order
        assert order == sorted(order)
        assert "Skäl 1." not in open_part
        assert "Skäl 1." in folded

    def test_facts_ask_why_and_others_are_not_offered_a_correction(
        self, review: Review, office: Person
    ) -> None:
        director = people.make_person("Disa", Role.DIRECTOR_OF_TRAINING, review.unit.region)
        facts, address = (reverse(f"reviews:{name}", args=[review.pk]) for name in ("facts", "review"))

        assert 'name="why"' in self.page(office).get(facts).content.decode()
        assert facts not in self.page(director).get(address).content.decode()
