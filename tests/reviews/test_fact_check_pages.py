"""The pages of a fact check: remarking, answering, what was sent beside what stands now, and the history."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.reviews.models import (
    AreaText,
    FactCheck,
    Remark,
    Review,
    ReviewPart,
)
from tests import people
from tests.reviews.cases import NOW
from tests.reviews.fact_checks import TEXT

pytestmark = pytest.mark.django_db


class TestPages:
    """The pages go by today's clock, so the unit gets time from today on."""

    @pytest.fixture(autouse=True)
    def _time(self, case: Review) -> None:
        FactCheck.objects.update(due_on=timezone.localdate() + timedelta(days=3))

    @pytest.fixture
    def client(self, head: Person) -> Client:
        return people.client_of(head)

    def address(self, name: str, case: Review, *others: Any) -> str:
        return reverse(f"reviews:{name}", args=[case.pk, *others])

    def test_unit_remarks_on_a_sentence_chosen_in_the_list(
        self, case: Review, part: ReviewPart, client: Client
    ) -> None:
        address = self.address("remark", case, part.pk, "area-A")
        assert "”Handledning ges varje vecka.”" in client.get(address).content.decode()

        response = client.post(address, {"passage": "27-55", "kind": "wrong", "text": "Varannan vecka."})

        assert response.url == f"{self.address('fact_check', case)}#section-{part.pk}-area-A"
        assert Remark.objects.get().quote == "Handledning ges varje vecka."
        page = client.get(self.address("fact_check", case)).content.decode()
        assert "<mark>Handledning ges varje vecka.</mark>" in page
        assert "Varannan vecka." in page

    def test_words_marked_with_a_script_are_the_first_choice(
        self, case: Review, part: ReviewPart, client: Client
    ) -> None:
        address = f"{self.address('remark', case, part.pk, 'area-A')}?from=0&to=13"

        assert 'value="0-13"' in client.get(address).content.decode()
        client.post(address, {"passage": "0-13", "kind": "unclear", "text": "Vilka?"})
        assert Remark.objects.get().quote == "Tre ST-läkare"

    @pytest.mark.parametrize("query", ["from=5&to=900", "from=-1&to=4", "from=x&to=²", "from=9&to=3"])
    def test_nonsense_in_the_address_marks_nothing(
        self, case: Review, part: ReviewPart, client: Client, query: str
    ) -> None:
        response = client.get(f"{self.address('remark', case, part.pk, 'area-A')}?{query}")

        assert response.status_code == 200
        assert "checked" not in response.content.decode()

    def test_remark_after_the_time_keeps_what_was_typed(
        self, case: Review, part: ReviewPart, client: Client
    ) -> None:
        FactCheck.objects.update(due_on=timezone.localdate() - timedelta(days=1))

        response = client.post(
            self.address("remark", case, part.pk, "area-A"),
            {"passage": "whole", "kind": "wrong", "text": "Zqforsent"},
        )

        assert response.status_code == 422
        assert "Zqforsent" in response.content.decode()
        assert "granskningskansliet om mer tid" in response.content.decode()

    def test_changed_text_is_shown_beside_the_frozen_one(
        self, case: Review, part: ReviewPart, client: Client, head: Person
    ) -> None:
        Remark.objects.create(
            fact_check=FactCheck.objects.get(),
            part=part,
            section_key="area-A",
            start=0,
            quote="Tre ST-läkare",
            kind="wrong",
            text="Fyra.",
            written_at=NOW,
        )
        AreaText.objects.filter(part=part).update(narrative=TEXT.replace("Tre", "Fyra"))

        page = client.get(self.address("fact_check", case)).content.decode()

        assert "<del>Tre</del><ins>Fyra</ins>" in page
        assert "<mark>Tre ST-läkare</mark>" in page
        assert "De här orden står inte längre i rapporten." in page

    def test_reviewer_answers_and_unit_reads_it(
        self, case: Review, part: ReviewPart, client: Client, head: Person, greta: Person
    ) -> None:
        client.post(
            self.address("remark", case, part.pk, "area-A"),
            {"passage": "whole", "kind": "wrong", "text": "Det är fyra."},
        )
        address = self.address("answer_remark", case, Remark.objects.get().pk)
        reviewer = people.client_of(greta)
        assert "Det är fyra." in reviewer.get(address).content.decode()

        reviewer.post(address, {"outcome": "unchanged", "text": "Schemat visar tre.", "version": "0"})

        assert "Schemat visar tre." in client.get(self.address("fact_check", case)).content.decode()
        again = reviewer.post(address, {"outcome": "changed", "text": "Zqannat", "version": "0"})
        assert again.status_code == 422
        assert "Zqannat" in again.content.decode()

    def test_promised_change_says_who_makes_it_and_leads_the_office_to_the_section(
        self, case: Review, part: ReviewPart, client: Client, greta: Person, office: Person
    ) -> None:
        client.post(
            self.address("remark", case, part.pk, "area-A"),
            {"passage": "whole", "kind": "wrong", "text": "Det är fyra."},
        )
        answer = {"outcome": "changed", "text": "Vi rättar det.", "version": "0"}
        reviewer = people.client_of(greta)
        reviewer.post(self.address("answer_remark", case, Remark.objects.get().pk), answer)

        seen, of_office = (
            one.get(self.address("fact_check", case)).content.decode()
            for one in (reviewer, people.client_of(office))
        )

        link = f"{self.address('case_report', case)}?part={part.key}#section-area-A"
        assert "Granskningskansliet ändrar den." in seen
        assert link not in seen
        assert f'href="{link}"' in of_office
        assert 'id="section-area-A"' in people.client_of(office).get(link).content.decode()

    def test_unit_says_that_it_has_no_remarks(self, case: Review, client: Client) -> None:
        client.post(self.address("fact_check_step", case), {"do": "finish"})

        page = client.get(self.address("fact_check", case)).content.decode()
        assert "Enheten hade inga anmärkningar." in page
        assert "Anmärk på det här avsnittet" not in page

    def test_step_asks_the_office_for_a_reason_only_when_something_is_open(
        self, case: Review, office: Person
    ) -> None:
        client = people.client_of(office)
        address = reverse("reviews:case_step", args=[case.pk, "calibrate"])
        assert 'name="reason"' in client.get(address).content.decode()

        FactCheck.objects.update(finished_at=NOW)
        assert 'name="reason"' not in client.get(address).content.decode()

    def test_history_tells_of_remarks_in_words(
        self, case: Review, part: ReviewPart, client: Client, office: Person
    ) -> None:
        client.post(
            self.address("remark", case, part.pk, "area-A"),
            {"passage": "0-26", "kind": "wrong", "text": "Det är fyra."},
        )

        page = people.client_of(office).get(self.address("case_history", case)).content.decode()

        assert '<p class="history-fact">Anmärkte på utkastet (ett sakfel).</p>' in page
        assert '<p class="history-words">Det är fyra.</p>' in page
        assert "Skickade utkastet till enheten" in page

    def test_remarks_stay_out_of_the_history_of_the_decided_review(
        self, case: Review, part: ReviewPart, client: Client, office: Person
    ) -> None:
        client.post(
            self.address("remark", case, part.pk, "area-A"),
            {"passage": "0-26", "kind": "wrong", "text": "Det är fyra."},
        )
        Review.objects.filter(pk=case.pk).update(state=State.DECIDED)

        reader = people.client_of(office)

        assert "Det är fyra." in reader.get(self.address("case_history", case)).content.decode()
        assert "Det är fyra." not in reader.get(self.address("history", case)).content.decode()

    def test_page_costs_the_same_with_one_and_three_remarks(
        self, case: Review, part: ReviewPart, client: Client, greta: Person
    ) -> None:
        counts = []
        for number in (1, 2):
            for _ in range(number):
                Remark.objects.create(
                    fact_check=FactCheck.objects.get(),
                    part=part,
                    section_key="area-A",
                    start=0,
                    kind="wrong",
                    text="Fel.",
                    written_at=NOW,
                    written_by=greta,
                )
            with CaptureQueriesContext(
                connection,
            ) as asked:
                client.get(self.address("fact_check", case))
            counts.append(len(asked))

        assert counts[0] == counts[1]
