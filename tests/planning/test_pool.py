"""The pool of reviewers: kept by the office, by the coordinator for the specialty, and by each for themselves."""

from datetime import date
from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Role
from kollegium.domain.staffing import Seniority, TieKind
from kollegium.planning.actions import (
    ProfileValues,
    add_absence,
    add_tie,
    allow_regions,
    keep_profile,
    remove_absence,
)
from kollegium.planning.models import Absence, Country, RegionAllowed, ReviewerProfile, ReviewerTie
from kollegium.planning.queries.pool import PoolFilters, get_reviewer_for, list_reviewers_for
from tests import people
from tests.people import SYSTEM, TODAY
from tests.reviews.cases import give_team, make_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def surgeon() -> Person:
    return people.make_person("Sture Kniv", Role.REVIEWER, people.make_specialty("Kirurgi", "kirurgi"))


def coordinator() -> Any:
    return people.make_actor(Role.SPECIALTY_COORDINATOR, people.make_specialty(), "Saga Samordnare")


def names(filters: PoolFilters, actor: Any = SYSTEM) -> list[str]:
    return [row["name"] for row in list_reviewers_for(actor, filters, as_of=TODAY).rows]


def code_of(function: Any, **values: Any) -> str:
    with pytest.raises(Refused) as refused:
        function(**values)
    return refused.value.code


def save(person: Person, by: Any = SYSTEM, **others: Any) -> ReviewerProfile:
    values = ProfileValues(**{"most_in_a_year": 2, "country": Country.SWEDEN, **others})
    return keep_profile(person_id=person.pk, values=values, expected_version=1, as_of=TODAY, by=by)


class TestWhoKeeps:
    def test_coordinator_knows_the_specialty_and_those_for_all(self, greta: Person, surgeon: Person) -> None:
        people.make_person("Alla Ämnen", Role.REVIEWER)
        people.make_person("Ingen Granskare", Role.HEAD_OF_UNIT, people.make_unit())

        assert names(PoolFilters(), coordinator()) == ["Alla Ämnen", "Greta Granskare"]
        assert names(PoolFilters()) == ["Alla Ämnen", "Greta Granskare", "Sture Kniv"]

    def test_others_find_no_pool(self, greta: Person, surgeon: Person) -> None:
        with pytest.raises(Http404):
            list_reviewers_for(people.actor_today(greta), PoolFilters(), as_of=TODAY)
        with pytest.raises(Http404):
            get_reviewer_for(people.actor_today(greta), surgeon.pk, as_of=TODAY)
        with pytest.raises(Http404):
            get_reviewer_for(coordinator(), surgeon.pk, as_of=TODAY)

    def test_reviewer_keeps_own_limits_but_not_own_experience(self, greta: Person) -> None:
        actor = people.actor_today(greta)

        assert code_of(save, person=greta, by=actor, seniority=Seniority.JUNIOR) == "not-allowed-here"
        assert save(greta, by=actor).most_in_a_year == 2

    def test_two_who_save_at_once_are_told(self, greta: Person) -> None:
        save(greta)

        assert code_of(save, person=greta, most_in_a_year=9) == "changed-meanwhile"
        assert ReviewerProfile.objects.get().most_in_a_year == 2

    def test_region_rule_is_set_for_own_specialty_alone(self, greta: Person, surgeon: Person) -> None:
        family, surgery = people.make_specialty(), people.make_specialty("Kirurgi", "kirurgi")

        allow_regions(specialty_ids=[family.pk], of=[family.pk], by=coordinator())
        code = code_of(allow_regions, specialty_ids=[], of=[surgery.pk], by=coordinator())

        assert code == "not-allowed-here"
        assert list(RegionAllowed.objects.values_list("specialty", flat=True)) == [family.pk]


class TestList:
    def test_filters_narrow(self, greta: Person, surgeon: Person) -> None:
        save(greta, seniority=Seniority.JUNIOR, most_in_a_year=1)
        add_absence(
            person_id=surgeon.pk, first=date(2026, 5, 1), last=date(2026, 5, 3), as_of=TODAY, by=SYSTEM
        )
        give_team(make_case(), greta)

        assert names(PoolFilters(search="stu")) == ["Sture Kniv"]
        assert names(PoolFilters(specialty_id=people.make_specialty().pk)) == ["Greta Granskare"]
        assert names(PoolFilters(seniority="junior")) == ["Greta Granskare"]
        assert names(PoolFilters(seniority="senior")) == ["Sture Kniv"]
        assert names(PoolFilters(has_room=True)) == ["Sture Kniv"]
        assert names(PoolFilters(available_on=date(2026, 5, 3))) == ["Greta Granskare"]
        assert names(PoolFilters(available_on=date(2026, 5, 4))) == ["Greta Granskare", "Sture Kniv"]

    def test_load_counts_the_visits_of_the_year(self, greta: Person) -> None:
        unit = people.make_unit()
        give_team(make_case(unit), greta)
        give_team(make_case(unit, visit_from=date(2027, 1, 12), visit_to=date(2027, 1, 13)), greta)

        rows = list_reviewers_for(SYSTEM, PoolFilters(), as_of=TODAY).rows

        assert [(row["booked"], row["most"]) for row in rows] == [(1, 3)]

    @pytest.mark.parametrize("count", [1, 3])
    def test_list_takes_three_queries(self, django_assert_num_queries: Any, count: int) -> None:
        for number in range(count):
            people.make_person(f"Granskare {number}", Role.REVIEWER, people.make_specialty())

        with django_assert_num_queries(3):
            page = list_reviewers_for(SYSTEM, PoolFilters(), as_of=TODAY)

        assert len(page.rows) == count


class TestAbsencesAndTies:
    @pytest.mark.parametrize(
        ("first", "last", "code"),
        [
            (date(2026, 5, 2), date(2026, 5, 1), "period-ends-before-start"),
            (date(2026, 2, 1), date(2026, 3, 1), "period-over"),
        ],
        ids=["backwards", "over"],
    )
    def test_wrong_days_are_refused(self, greta: Person, first: date, last: date, code: str) -> None:
        values = {"person_id": greta.pk, "first": first, "last": last, "as_of": TODAY, "by": SYSTEM}

        assert code_of(add_absence, **values) == code
        assert not Absence.objects.exists()

    def test_absence_of_another_is_not_removed(self, greta: Person, surgeon: Person) -> None:
        kept = add_absence(
            person_id=surgeon.pk, first=date(2026, 5, 1), last=date(2026, 5, 3), as_of=TODAY, by=SYSTEM
        )

        remove_absence(person_id=greta.pk, absence_id=kept.pk, as_of=TODAY, by=people.actor_today(greta))

        assert Absence.objects.filter(pk=kept.pk).exists()

    def test_same_tie_is_kept_once(self, greta: Person) -> None:
        key = f"unit:{people.make_unit().pk}"
        about: dict[str, Any] = {"person_id": greta.pk, "place_key": key, "as_of": TODAY, "by": SYSTEM}

        add_tie(kind=TieKind.EARLIER_EMPLOYER, until=None, **about)
        add_tie(kind=TieKind.EARLIER_EMPLOYER, until=date(2020, 1, 1), **about)

        assert ReviewerTie.objects.get().until == date(2020, 1, 1)

    @pytest.mark.parametrize("key", ["", "unit:0", "region:1", "unit:x", "unit:99999999999999999999"])
    def test_tie_needs_a_place(self, greta: Person, key: str) -> None:
        values = {"person_id": greta.pk, "place_key": key, "as_of": TODAY, "by": SYSTEM}

        assert code_of(add_tie, kind=TieKind.OTHER, until=None, **values) == "no-such-place"


class TestPages:
    def test_reviewer_notes_a_tie_on_the_own_page(self, greta: Person) -> None:
        unit = people.make_unit()
        client = people.client_of(greta)
        here = reverse("planning:own_reviewer")

        found = client.post(here, {"act": "find", "kind": "other", "words": "tallback"})
        sent = client.post(
            here, {"act": "add_tie", "kind": "other", "words": "tallback", "place": f"unit:{unit.pk}"}
        )

        assert found.context["tie_form"].found == [(f"unit:{unit.pk}", unit.name)]
        assert sent.status_code == 302
        assert ReviewerTie.objects.get().unit == unit

    def test_reviewer_is_not_offered_the_own_experience(self, greta: Person) -> None:
        page = people.client_of(greta).get(reverse("planning:own_reviewer")).content.decode()

        assert 'name="seniority"' not in page
        assert 'name="most_in_a_year"' in page

    def test_training_to_come_is_refused(self, greta: Person) -> None:
        office = people.make_person("Ines Kansli", Role.REVIEW_OFFICE)

        response = people.client_of(office).post(
            reverse("planning:reviewer", args=[greta.pk]),
            {
                "act": "save",
                "version": "1",
                "most_in_a_year": "2",
                "country": "SE",
                "seniority": "junior",
                "trained_on": "2999-01-01",
            },
        )

        assert response.status_code == 422
        assert list(response.context["profile_form"].errors) == ["trained_on"]
