"""The loaded demo: deterministic, worth looking at, and open to everybody of it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from kollegium.accounts.models import Account
from kollegium.demo import load
from kollegium.demo.follow_up import add_demo_follow_up
from kollegium.demo.people import log_ins
from kollegium.demo.places import DemoPlaces
from kollegium.demo.reviews import add_demo_reviews
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.reviews.models import (
    ActionPlanItem,
    Grade,
    Publication,
    Reconsideration,
    Review,
    ReviewerName,
    Verdict,
)
from kollegium.reviews.summaries import stale_summaries

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The whole demo, loaded once for all who look; what each of them changes is undone, and in the end everything."""
    data = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), override_settings(DATA=data), transaction.atomic():
        load.load_demo()
        load.finish_demo()
        yield data
        transaction.set_rollback(True)


def test_demo_holds_some_forty_reviews_over_three_cycles_in_several_regions(demo: Path) -> None:
    regions = set(Review.objects.standing().values_list("unit__region__name", flat=True))
    per_unit = Counter(Review.objects.standing().filter(kind="external").values_list("unit", flat=True))

    assert 38 <= Review.objects.standing().count() <= 50
    assert len(regions) >= 6
    assert Review.objects.standing().values("specialty").distinct().count() >= 8
    assert max(per_unit.values()) == 3
    assert stale_summaries() == []


def test_demo_is_the_same_every_time(demo: Path) -> None:
    first = _fingerprint()
    Publication.objects.all().delete()
    for model in (Verdict, Grade, ActionPlanItem):
        model.objects.all().delete()
    Review.objects.all().delete()
    again = DemoPlaces(
        regions={item.code: item for item in Region.objects.all()},
        specialties={item.key: item for item in Specialty.objects.all()},
        providers={item.name: item for item in CareProvider.objects.all()},
        units={item.name: item for item in Unit.objects.all()},
    )
    reviews = add_demo_reviews(again, by=load.DEMO, as_of=load.DEMO_DAY)
    people = {account.email: account.person for account in Account.objects.select_related("person")}
    add_demo_follow_up(reviews, people, by=load.DEMO, as_of=load.DEMO_DAY)

    assert _fingerprint() == first


def _fingerprint() -> list[tuple[object, ...]]:
    """Give the reviews that were recorded whole; the one that was led as a case is made elsewhere."""
    return list(
        Review.objects.standing()
        .filter(moves__isnull=True)
        .order_by("visit_from", "unit__name", "kind")
        .values_list("unit__name", "visit_from", "kind", "open_action_count", "search_text")
    )


def test_early_reviews_are_public_with_functions_instead_of_names(demo: Path) -> None:
    public = Client().get("/register/").content.decode()
    standing = Publication.objects.filter(withdrawn_at__isnull=True)

    assert standing.count() >= 30
    assert "Lövbergas hälsocentral" in public
    assert "Palliativa teamet Vinterhed" not in public
    names = {row.name for row in ReviewerName.objects.filter(review__publications__isnull=False)}
    assert [name for name in names if any(name in str(row.content) for row in standing)] == []


def test_two_stories_end_as_the_real_ones_did(demo: Path) -> None:
    palliative = Review.objects.standing().get(unit__name="Palliativa teamet Vinterhed")
    centre = Review.objects.standing().get(unit__name="Lövbergas hälsocentral")

    assert palliative.area_outcomes == dict.fromkeys("DEGH", "passed_with_remarks")
    assert centre.area_outcomes == dict.fromkeys("DEFGH", "failed")
    assert _quoted(palliative) == ["D6", "D7", "E1", "G3", "H9"]
    assert _quoted(centre) == ["D6", "E1", "E4", "F1", "G2", "G3", "H2", "H6"]


def _quoted(review: Review) -> list[str]:
    items = ActionPlanItem.objects.filter(part__review=review).order_by("position")
    return list(items.values_list("criterion_key", flat=True))


def test_everybody_of_the_demo_can_log_in_and_sees_a_start_page(demo: Path) -> None:
    for email, password, _ in log_ins():
        client = Client()
        assert client.login(username=email, password=password)
        assert client.get("/").status_code == 200


def test_example_reports_lie_in_the_data_folder_in_three_forms_and_can_be_fetched(demo: Path) -> None:
    endings = Counter(path.suffix for path in (demo / "example-reports").iterdir())

    answer = Client().get("/demo/example-reports.zip")

    assert endings == {".pdf": 6, ".docx": 6, ".txt": 6}
    assert answer.headers["Content-Type"] == "application/zip"


def test_finishing_twice_publishes_nothing_twice(demo: Path) -> None:
    before = Publication.objects.count()

    load.finish_demo()

    assert Publication.objects.count() == before


def test_demo_log_ins_share_one_hash_that_fits_the_password(demo: Path, settings: LazySettings) -> None:
    accounts = Account.objects.filter(is_demo=True)

    assert {account.check_password(settings.DEMO_PASSWORD) for account in accounts} == {True}
    assert accounts.values("password").distinct().count() == 1


def test_a_decided_case_waits_for_the_office_and_its_unit_has_said_what_it_thinks(demo: Path) -> None:
    office = Client()
    office.force_login(Account.objects.get(email="kansli@exempel.se"))
    asked = Reconsideration.objects.get()
    address = f"/cases/{asked.review_id}/reconsideration/"

    assert (asked.decided_at, asked.areas.get().area_key) == (None, "D")
    assert address in office.get("/").content.decode()
    assert b'name="outcome-' in office.get(address).content
    assert asked.review.unit.name in office.get("/cases/feedback/").content.decode()
