"""The pages of standards and criteria, and what counts may tell about whom."""

from datetime import date

import pytest
from django.test import Client

from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict
from kollegium.domain.roles import Role
from kollegium.reviews.models import VerdictSource
from kollegium.reviews.queries import fate_of_criterion_for
from kollegium.reviews.recorded import RecordedPart, RecordedVerdict
from tests.people import (
    make_account,
    make_actor,
    make_person,
    make_provider,
    make_region,
    make_specialty,
    make_unit,
)
from tests.reviews.builders import STANDARD, make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db


def judged(outcome: Verdict | None) -> RecordedPart:
    if outcome is None:
        return RecordedPart()
    return RecordedPart(verdicts=(RecordedVerdict("D6", outcome, VerdictSource.IMPORTED),))


def fate(actor):
    return fate_of_criterion_for(actor, STANDARD, standards.load(STANDARD).criterion("D6"))


@pytest.fixture
def country():
    """Reviews of two regions: three units far away in psychiatry, one there in surgery, one at home."""
    near, far = make_region("Region Norrdal", "97"), make_region("Region Sjölandet", "98")
    abroad = make_provider("Sjövård AB", far)
    psychiatry, surgery = make_specialty("Psykiatri", "psykiatri"), make_specialty("Kirurgi", "kirurgi")
    home = make_unit("Ekens", region=near)
    make_review(home, part=judged(Verdict.NOT_MET))
    for number, outcome in enumerate((Verdict.MET, Verdict.NOT_MET, None)):
        unit = make_unit(f"Fjärran {number}", region=far, provider=abroad)
        make_review(unit, specialty=psychiatry, part=judged(outcome))
    make_review(
        make_unit("Ensamma kirurgen", region=far, provider=abroad),
        specialty=surgery,
        part=judged(Verdict.NOT_MET),
    )
    return home


def rows(groups) -> list[tuple[str, int, int]]:
    return [(row.label or ("rest" if row.is_rest else ""), row.not_met, row.total) for row in groups]


def test_office_sees_every_group(country) -> None:
    found = fate(make_actor(Role.REVIEW_OFFICE))

    assert (found.over_all.met, found.over_all.not_met, found.over_all.unknown) == (1, 3, 1)
    assert rows(found.by_specialty) == [("Allmänmedicin", 1, 1), ("Kirurgi", 1, 1), ("Psykiatri", 1, 3)]
    assert len(found.fell_short) == 3


def test_reader_without_statistics_counts_own_reviews_only(country) -> None:
    found = fate(make_actor(Role.HEAD_OF_UNIT, country))

    assert rows(found.by_specialty) == [("Allmänmedicin", 1, 1)]
    assert found.over_all.total == 1
    assert not found.is_national


def test_group_of_one_unseen_unit_goes_together_with_others(country) -> None:
    found = fate(make_actor(Role.REGION_OFFICER, country.region))

    assert rows(found.by_specialty) == [("Allmänmedicin", 1, 1), ("rest", 2, 4)]
    assert found.over_all.total == 5
    assert [row.unit for row in found.fell_short] == ["Ekens"]


def test_too_few_unseen_units_give_no_total_at_all() -> None:
    near, far = make_region("Region Norrdal", "97"), make_region("Region Sjölandet", "98")
    make_review(make_unit("Ekens", region=near), part=judged(Verdict.MET))
    make_review(make_unit("Fjärran", region=far), part=judged(Verdict.NOT_MET))

    found = fate(make_actor(Role.REGION_OFFICER, near))

    assert found.over_all is None
    assert sum(row.not_met for row in (*found.by_year, *found.by_specialty)) == 0


def test_years_stand_newest_first_with_the_undated_last() -> None:
    for visit in (date(2020, 1, 1), None, date(2025, 1, 1)):
        make_review(part=judged(Verdict.MET), visit_from=visit)

    found = fate(make_actor(Role.REVIEW_OFFICE))

    assert [row.label for row in found.by_year] == ["2025", "2020", ""]


def test_plans_that_answer_the_criterion_are_shown_to_those_who_may_read_them(country) -> None:
    make_review(country, part=plain_part(plan_items=(plan_item("D6", action="Alla får program."),)))

    seen = fate(make_actor(Role.HEAD_OF_UNIT, country)).answers
    unseen = fate(make_actor(Role.HEAD_OF_UNIT, make_unit("Vikens"))).answers

    assert [(row.unit, row.action) for row in seen] == [("Ekens", "Alla får program.")]
    assert unseen == ()


@pytest.mark.parametrize(
    "path", ["/standards/", "/standards/spur-st-2021/", "/standards/at-spur/", "/standards/spur-st-2021/D6/"]
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_everybody_may_read_what_is_measured(client: Client, path: str, language: str) -> None:
    client.cookies["language"] = language

    assert client.get(path).status_code == 200


def test_standard_shows_every_criterion_with_its_kind_and_scale(client: Client) -> None:
    text = client.get("/standards/spur-st-2021/").content.decode()

    assert text.count('class="criterion edge edge-') == 74
    assert text.count("edge-regulation") - 1 == 39
    assert "Brister har påvisats vad gäller följsamheten" in text
    assert "Tillstånd att sprida" in text


def test_criterion_in_english_is_marked_as_swedish_with_its_gloss(client: Client) -> None:
    client.cookies["language"] = "en"

    text = client.get("/standards/spur-st-2021/D6/").content.decode()

    assert '<span lang="sv">Varje ST-läkare har ett utbildningsprogram' in text
    assert '<p class="lead" lang="en">' in text


def test_visitor_sees_the_criterion_but_no_review(client: Client, country) -> None:
    text = client.get("/standards/spur-st-2021/D6/").content.decode()

    assert "Ekens" not in text
    assert "Hur det har gått" not in text


@pytest.mark.parametrize(
    "path", ["/standards/nope/", "/standards/spur-st-2021/Z9/", "/standards/published/", "/standards/../x/"]
)
def test_unknown_standard_or_criterion_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_criterion_page_lists_where_it_fell_short(country) -> None:
    client = Client()
    client.force_login(make_account(make_person(role=Role.HEAD_OF_UNIT, at=country)))

    text = client.get("/standards/spur-st-2021/D6/").content.decode()

    assert "Ekens" in text
    assert "Fjärran" not in text
