"""The list of cases in progress: whose, found how, and at what cost."""

import pytest
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.reviews.queries.open_cases import CaseFilters, Waits, list_cases_for
from tests import people
from tests.people import TODAY
from tests.reviews.cases import give_team, lead_to, make_case, reviewers

pytestmark = pytest.mark.django_db


class TestList:
    def test_trainee_knows_of_a_planned_review_but_not_of_an_order(self, unit: Unit) -> None:
        trainee = people.make_person("Tova", Role.TRAINEE, unit)
        review = make_case(unit)
        assert list_cases_for(people.actor_today(trainee), CaseFilters(), as_of=TODAY).rows == []

        lead_to(review, State.PLANNED)
        assert len(list_cases_for(people.actor_today(trainee), CaseFilters(), as_of=TODAY).rows) == 1

    def test_cases_of_other_places_are_unknown(self, unit: Unit) -> None:
        make_case(unit)
        elsewhere = people.make_unit("Annan hälsocentral", region=people.make_region("Söder", "98"))
        outside = people.make_person("Olof", Role.HEAD_OF_UNIT, elsewhere)

        assert list_cases_for(people.actor_today(outside), CaseFilters(), as_of=TODAY).rows == []

    def test_search_and_filters_narrow(self, unit: Unit, office: Person) -> None:
        first = make_case(unit, case_number="2026-7")
        second = lead_to(make_case(people.make_unit("Björkens hälsocentral")), State.PLANNED)
        actor = people.actor_today(office)

        def found(**filters: object) -> list[int]:
            return [row["pk"] for row in list_cases_for(actor, CaseFilters(**filters), as_of=TODAY).rows]  # type: ignore[arg-type]

        assert found(search="2026-7") == [first.pk]
        assert found(search="björken") == [second.pk]
        assert found(state="planned") == [second.pk]
        assert (found(waits=Waits.VISIT_AHEAD), found(waits=Waits.TO_JUDGE)) == ([second.pk], [])
        assert found(kind="internal") == []
        assert found(mine=True) == []

    def test_list_tells_who_leads_once_everybody_may_know(self, unit: Unit, office: Person) -> None:
        case = make_case(unit)
        give_team(case, *reviewers())
        client = people.client_of(office)

        def leads() -> list[str]:
            return [row["lead"] for row in client.get(reverse("reviews:cases")).context["rows"]]

        assert leads() == [""]
        lead_to(case, State.PLANNED)
        assert leads() == ["Greta Granskare"]

    def test_only_who_reviews_is_offered_their_own_cases(self, unit: Unit, office: Person) -> None:
        make_case(unit)
        greta, _goran = reviewers()
        pages = [people.client_of(one).get(reverse("reviews:cases")).content for one in (greta, office)]

        assert [b'name="mine"' in page for page in pages] == [True, False]

    @pytest.mark.parametrize("number", [1, 3])
    def test_list_costs_the_same_for_one_and_for_three(
        self, unit: Unit, office: Person, number: int, django_assert_num_queries: object
    ) -> None:
        for _ in range(number):
            make_case(unit)
        actor = people.actor_today(office)

        with django_assert_num_queries(2):  # type: ignore[operator]
            rows = list_cases_for(actor, CaseFilters(), as_of=TODAY).rows

        assert len(rows) == number
