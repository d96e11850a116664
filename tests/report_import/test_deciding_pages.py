"""The unit chosen, what is written checked, and confirmed, over HTTP."""

from collections.abc import Callable

import pytest
from django.test import Client

from kollegium.domain.roles import Role
from kollegium.reviews.models import Review
from tests.people import make_region, make_specialty, make_unit
from tests.report_import.reports import bring_and_read

pytestmark = pytest.mark.django_db

LogIn = Callable[..., Client]


def test_units_are_offered_by_near_spelling_and_earlier_name(director: Client) -> None:
    make_unit("Strandkulla HC")
    make_unit("Norrvikens hälsocentral").earlier_names.create(name="Strandkulla hälsocentrum", sort_key="s")
    outside = make_unit("Strandkulla läkarhus", region=make_region("Region Söderdal", "98"))
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    page = director.get(f"/import/{proposal.pk}/unit/").content.decode()

    assert ("Strandkulla HC" in page, "tidigare Strandkulla hälsocentrum" in page) == (True, True)
    assert outside.name not in page


def test_a_director_may_choose_and_not_add(director: Client) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    page = director.get(f"/import/{proposal.pk}/unit/").content.decode()
    answer = director.post(f"/import/{proposal.pk}/unit/", {"name": "Ny enhet"})

    assert ("Lägg till enheten i registret" in page, answer.status_code) == (False, 403)


def test_the_office_adds_a_unit_and_chooses_it_at_once(log_in: LogIn) -> None:
    office = log_in(Role.REVIEW_OFFICE, None, "Otto Kansli")
    unit = make_unit()
    proposal = bring_and_read(office.actor)  # type: ignore[attr-defined]
    form = {
        "name": "Strandkulla hälsocentral",
        "care_provider": unit.care_provider_id,
        "region": unit.region_id,
    }

    missing = office.post(f"/import/{proposal.pk}/unit/", {"name": "Strandkulla hälsocentral"})
    office.post(f"/import/{proposal.pk}/unit/", form)

    proposal.refresh_from_db()
    assert (missing.status_code, proposal.chosen_unit.name) == (422, "Strandkulla hälsocentral")


@pytest.mark.parametrize("unit", ["999999", "nonsense", "-1"])
def test_a_unit_that_is_not_there_is_not_chosen(director: Client, unit: str) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    director.post(f"/import/{proposal.pk}/unit/", {"unit": unit})

    proposal.refresh_from_db()
    assert proposal.chosen_unit is None


# --- confirming ----------------------------------------------------------------------------------
def test_the_check_page_tells_what_is_written_and_what_stays_unknown(director: Client) -> None:
    make_specialty()
    make_unit("Strandkulla hälsocentral")
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    page = director.get(f"/import/{proposal.pk}/check/").content.decode()

    for words in ("Strandkulla hälsocentral", "Inte D enligt handlingsplanen", "bedömningen av 72 kriterier",
                  "graderingen av områdena A, B, C, E, F, H", "Graderingen är ändrad till C."):  # fmt: skip
        assert words in page


def test_confirming_twice_over_the_page_writes_one_review(director: Client) -> None:
    make_unit("Strandkulla hälsocentral")
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    for _ in range(2):
        answer = director.post(f"/import/{proposal.pk}/check/", {"version": proposal.version})

    assert (answer.status_code, Review.objects.count()) == (302, 1)


@pytest.mark.parametrize("version", ["", "nonsense", "999"])
def test_confirming_an_old_page_asks_to_look_once_more(director: Client, version: str) -> None:
    make_unit("Strandkulla hälsocentral")
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    answer = director.post(f"/import/{proposal.pk}/check/", {"version": version})

    assert (answer.status_code, "Inget är skrivet ännu" in answer.content.decode()) == (409, True)
    assert Review.objects.count() == 0


def test_without_a_unit_the_page_says_so(director: Client) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    page = director.get(f"/import/{proposal.pk}/check/").content.decode()
    answer = director.post(f"/import/{proposal.pk}/check/", {"version": proposal.version})

    assert ("Enheten saknas" in page, answer.status_code, Review.objects.count()) == (True, 409, 0)
