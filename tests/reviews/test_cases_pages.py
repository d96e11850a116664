"""The pages of a case: planning, the team, the history, a step that is refused."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.organisations.models import Specialty, Unit
from kollegium.reviews.models import TeamMember
from tests import people
from tests.reviews.cases import give_team, lead_to, make_case, reviewers

pytestmark = pytest.mark.django_db


class TestPages:
    def test_office_plans_a_review_in_the_browser(self, unit: Unit, office: Person) -> None:
        client = people.client_of(office)
        review = make_case(unit, visit_from=None, visit_to=None)
        step = reverse("reviews:case_step", args=[review.pk, "plan"])

        refused = client.post(step, {"version": review.version})
        assert refused.status_code == 422
        assert "Ange första dagen för besöket" in refused.content.decode()

        answer = client.post(
            reverse("reviews:case_facts", args=[review.pk]),
            {"visit_from": "2026-05-12", "visit_to": "2026-05-13", "version": review.version},
        )
        assert answer.status_code == 302
        review.refresh_from_db()
        client.post(step, {"version": review.version})
        review.refresh_from_db()
        assert review.state == State.PLANNED
        page = client.get(reverse("reviews:open_case", args=[review.pk])).content.decode()
        assert "13 maj 2026</time>" in page
        assert "Planerad" in page

    def test_planning_without_days_leads_to_where_they_are_set(self, unit: Unit, office: Person) -> None:
        review = make_case(unit, visit_from=None, visit_to=None)
        client = people.client_of(office)

        answer = client.get(reverse("reviews:case_step", args=[review.pk, "plan"]), follow=True)

        assert answer.redirect_chain == [(reverse("reviews:case_facts", args=[review.pk]), 302)]
        assert "Ange först när besöket är" in answer.content.decode()

    def test_reviewer_is_found_by_name_and_taken_in(self, unit: Unit, office: Person) -> None:
        greta, _goran = reviewers()
        review = make_case(unit)
        client = people.client_of(office)
        address = reverse("reviews:case_team", args=[review.pk])
        typed = {"words": "greta", "duty": "lead", "explanation": "Annan region"}

        found = client.post(address, {**typed, "find": "1"}).content.decode()
        assert "Greta Granskare" in found
        assert "Göran Granskare" not in found
        assert "Annan region" in found
        # Somebody must be chosen, so it is not said to be up to one.
        assert re.search(r"<legend[^>]*>\s*Granskare\s*</legend>", found)
        assert not TeamMember.objects.exists()

        client.post(address, {**typed, "save": "1"})
        assert TeamMember.objects.get().person == greta

    def test_more_reviewers_than_are_shown_are_found_by_name(
        self, unit: Unit, office: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reviewers()
        address = reverse("reviews:case_team", args=[make_case(unit).pk])
        client = people.client_of(office)
        told = "Sök på namn för att hitta fler."
        assert told not in client.get(address).content.decode()

        monkeypatch.setattr("kollegium.accounts.queries.reviewers.MOST_REVIEWERS", 1)
        monkeypatch.setattr("kollegium.reviews.views.case_team.MOST_REVIEWERS", 1)

        page = client.get(address).content.decode()
        assert (told in page, "Greta Granskare" in page, "Göran Granskare" in page) == (True, True, False)

    def test_specialties_of_reviewers_are_in_the_language_of_the_page(
        self, unit: Unit, office: Person
    ) -> None:
        reviewers()
        Specialty.objects.update(name="Allmänmedicin", name_en="General practice")
        client = people.client_of(office)
        address = reverse("reviews:case_team", args=[make_case(unit).pk])
        assert "Greta Granskare – Allmänmedicin" in client.get(address).content.decode()

        client.cookies["language"] = "en"

        assert "Greta Granskare – General practice" in client.get(address).content.decode()

    def test_nobody_who_is_no_reviewer_is_taken_in(self, unit: Unit, office: Person) -> None:
        outsider = people.make_person("Stina Läkare")
        review = make_case(unit)

        answer = people.client_of(office).post(
            reverse("reviews:case_team", args=[review.pk]),
            {"person": outsider.pk, "duty": "lead", "save": "1"},
        )

        assert answer.status_code == 422
        assert not TeamMember.objects.exists()

    def test_history_tells_of_steps_and_team_in_words(self, unit: Unit, office: Person) -> None:
        review = make_case(unit)
        client = people.client_of(office)
        give_team(review, *reviewers())
        client.post(reverse("reviews:case_step", args=[review.pk, "plan"]), {"version": review.version})
        review.refresh_from_db()
        client.post(
            reverse("reviews:case_step", args=[review.pk, "withdraw"]),
            {"version": review.version, "reason": "Enheten läggs ned."},
        )

        page = client.get(reverse("reviews:case_history", args=[review.pk])).content.decode()
        assert "Tog in Greta Granskare i teamet (huvudgranskare)" in page
        assert "Enheten läggs ned." in page
        assert "Ines Kansli" in page

    def test_reason_typed_stays_when_the_step_is_refused(self, unit: Unit, office: Person) -> None:
        review = make_case(unit)

        answer = people.client_of(office).post(
            reverse("reviews:case_step", args=[review.pk, "withdraw"]),
            {"version": review.version - 1, "reason": "Enheten läggs ned."},
        )

        assert answer.status_code == 422
        assert "Enheten läggs ned." in answer.content.decode()

    def test_early_visit_done_says_when_the_visit_is_and_asks_why(
        self, unit: Unit, office: Person, greta: Person
    ) -> None:
        ahead = timezone.localdate() + timedelta(days=1)
        case = make_case(unit, visit_from=ahead, visit_to=None)
        give_team(case, greta, people.make_person("Göran"))
        case = lead_to(case, State.PREPARING)
        client = people.client_of(greta)
        url = reverse("reviews:case_step", args=[case.pk, "visit_done"])

        offered = client.get(reverse("reviews:open_case", args=[case.pk])).content.decode()
        page = client.get(url).content.decode()
        refused = client.post(url, {"version": case.version, "reason": " "})

        assert "button-primary" not in next(one for one in offered.split("<a ") if url in one)
        assert "Är besöket flyttat ska dagarna ändras först." in page
        assert "frivilligt" not in page
        assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["reason"])
        client.post(url, {"version": case.version, "reason": "Gjordes digitalt i går."})
        case.refresh_from_db()
        assert case.state == State.VISITED

    def test_unknown_step_is_no_page(self, unit: Unit, office: Person) -> None:
        address = reverse("reviews:case_step", args=[make_case(unit).pk, "hopp"])

        assert people.client_of(office).get(address).status_code == 404
