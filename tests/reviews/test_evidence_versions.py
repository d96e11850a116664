"""A verdict rests on material in the version that was read: it says which, tells of a newer one, and never moves."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain import material
from kollegium.domain import standard as standards
from kollegium.domain.case_life import State
from kollegium.domain.grading import Verdict
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import material as actions
from kollegium.reviews.actions.judging import OwnVerdict, finish_area, judge
from kollegium.reviews.models import Judgement, MaterialItem, MaterialVersion, Review
from tests import people
from tests.people import client_of
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case
from tests.reviews.material import address, hand_in, item_of

pytestmark = pytest.mark.django_db

NEWER = "En nyare version kom 12 mars 2026."


def rests_on(review: Review, person: Person, *evidence: str, key: str = "D2") -> Judgement:
    verdict = OwnVerdict(review.parts.get().pk, key, Verdict.MET, "", 0, evidence)
    return judge(review_id=review.pk, verdict=verdict, now=NOW, by=people.actor_today(person))


def newer_came(review: Review, head: Person) -> None:
    actions.hand_in_material(
        review_id=review.pk,
        item_id=item_of(review).pk,
        what=actions.HandIn(text="Även februari."),
        now=NOW + timedelta(days=10),
        by=people.actor_today(head),
    )


def area_page(client: Client, review: Review, more: str = "") -> str:
    page = reverse("reviews:judged_area", args=[review.pk, review.parts.get().pk, "D"])
    return client.get(page + more).content.decode()


def reference(review: Review, version: int | None) -> str:
    return f"material:{item_of(review).pk}" + ("" if version is None else f"/{version}")


def test_verdict_keeps_the_version_that_was_read_until_the_reviewer_moves_it(
    review: Review, head: Person, greta: Person
) -> None:
    client, part = client_of(greta), review.parts.get()
    save = reverse("reviews:save_verdict", args=[review.pk, part.pk, "D2"])
    hand_in(review, head)
    assert "(version 1, 2 mars 2026)" in area_page(client, review)
    client.post(save, {"version": "0", "outcome": "met", "note": "", "more_evidence": reference(review, 1)})

    newer_came(review, head)
    page = area_page(client, review)
    client.post(save, {"version": "1", "outcome": "met", "note": "Mer", "evidence": reference(review, 1)})
    assert Judgement.objects.get().evidence == [reference(review, 1)]
    assert NEWER in page
    assert f'href="{address("item", review)}#version-2"' in page

    moved = client.post(
        save + "?one=1",
        {
            "version": "2",
            "outcome": "met",
            "note": "Mer",
            "evidence": reference(review, 1),
            "move": reference(review, 2),
        },
    )

    assert moved.headers["Location"].endswith("?one=D2")
    assert Judgement.objects.get().evidence == [reference(review, 2)]
    assert NEWER not in area_page(client, review)


def test_row_from_before_versions_were_noted_says_so_and_stays(
    review: Review, head: Person, greta: Person
) -> None:
    hand_in(review, head)
    rests_on(review, greta, reference(review, None))

    page = area_page(client_of(greta), review)

    assert "(okänd version)" in page
    assert "Den nyaste versionen kom 2 mars 2026." in page
    assert Judgement.objects.get().evidence == [reference(review, None)]


def test_chosen_before_anything_came_in_is_told_apart_from_unknown(
    review: Review, head: Person, greta: Person
) -> None:
    rests_on(review, greta, reference(review, 0))
    before = area_page(client_of(greta), review)
    newer_came(review, head)

    page = area_page(client_of(greta), review)

    assert "innan något var inlämnat" not in before
    assert "(innan något var inlämnat)" in page
    assert NEWER in page


@pytest.mark.parametrize("version", [None, 0, 1, 2, 3])
def test_database_holds_version_to_its_item_and_case(
    review: Review, head: Person, greta: Person, version: int | None
) -> None:
    other = make_case(people.make_unit("Annan enhet"))
    give_team(other, people.make_person("Gun"), people.make_person("Gerd"))
    other = lead_to(other, State.PREPARING)
    hand_in(review, head)
    newer_came(review, head)
    rests_on(review, greta)
    stored = Judgement.objects.filter(part__review=review)

    def is_held(case: Review) -> bool:
        try:
            with transaction.atomic():
                stored.update(evidence=["note:1", reference(case, version)])
        except IntegrityError:
            return False
        return True

    assert (is_held(review), is_held(other)) == (version != 3, False)
    # A row written past the actions is looked at too.
    part = other.parts.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.create(
            part=part,
            criterion_key="D2",
            reviewer=greta,
            saved_at=NOW,
            evidence=[reference(review, version)],
        )


def test_number_of_a_version_never_changes(review: Review, head: Person) -> None:
    hand_in(review, head)

    with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
        MaterialVersion.objects.update(number=9)
    assert MaterialVersion.objects.get().number == 1


def test_whoever_sees_the_verdict_and_not_the_material_sees_its_title_alone(
    unit: Unit, head: Person, greta: Person
) -> None:
    review = make_case(unit)
    goran = people.make_person("Göran", Role.REVIEWER, people.make_specialty())
    give_team(review, greta, goran)
    review = lead_to(review, State.PREPARING)
    hand_in(review, head)
    area = next(one for one in standards.load(review.standard_key).areas if one.key == "D")
    for person in (greta, goran):
        for criterion in area.criteria:
            evidence = [reference(review, 1)] if person == greta and criterion.key == "D2" else []
            rests_on(review, person, *evidence, key=criterion.key)
        finish_area(
            review_id=review.pk,
            part_id=review.parts.get().pk,
            area_key="D",
            now=NOW,
            by=people.actor_today(person),
        )
    newer_came(review, head)
    grade_everything(review)
    review = lead_to(review, State.CALIBRATION)
    coordinator = people.make_person("Kajsa", Role.SPECIALTY_COORDINATOR, people.make_specialty())
    whole = reverse("reviews:judged_whole", args=[review.pk])

    for page in (
        area_page(client_of(coordinator), review),
        client_of(coordinator).get(whole).content.decode(),
    ):
        assert "Bygger på: Schema som visar handledning och självstudier</span>" in page
        assert address("item", review) not in page
    for page in (area_page(client_of(goran), review), client_of(goran).get(whole).content.decode()):
        assert "(version 1, 2 mars 2026)" in page
        assert NEWER in page


def test_as_many_queries_with_three_versions_as_with_one(review: Review, head: Person, greta: Person) -> None:
    client, counts = client_of(greta), []
    for more in (1, 2):
        for _ in range(more):
            hand_in(review, head)
        area_page(client, review)
        with CaptureQueriesContext(connection) as queries:
            area_page(client, review)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_only_what_can_be_read_is_offered_and_how_much_is_missing_is_said(
    review: Review, head: Person, greta: Person
) -> None:
    client, rota = client_of(greta), item_of(review)
    belonging = next(one for one in material.load(rota.list_key).items if one.key == "rota").criteria[0]
    url = reverse("reviews:judged_area", args=[review.pk, review.parts.get().pk, belonging[0]])
    MaterialItem.objects.filter(review=review, status="asked").exclude(pk=rota.pk).update(status="linked")

    def page() -> str:
        return client.get(f"{url}?one={belonging}").content.decode()

    before = page()
    assert f'value="{reference(review, 0)}"' not in before
    assert "1 underlag som hör hit är inte lämnat:" in " ".join(before.split())
    assert f'href="{address("item", review)}"' in before
    assert before.count('value="material:') == MaterialItem.objects.filter(status="linked").count()

    hand_in(review, head)

    after = page()
    assert f'value="{reference(review, 1)}"' in after
    assert "är inte lämna" not in after


def test_what_the_unit_has_not_got_can_be_rested_on(review: Review, head: Person, greta: Person) -> None:
    actions.say_not_applicable(
        review_id=review.pk,
        item_id=item_of(review).pk,
        reason="Vi har ingen jour.",
        now=NOW,
        by=people.actor_today(head),
    )

    assert f'value="{reference(review, 0)}"' in area_page(client_of(greta), review)
