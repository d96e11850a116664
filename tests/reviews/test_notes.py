"""Interview notes: the reviewers' alone, kept as first written, and what a verdict rests on."""

import uuid
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.errors import Refused
from kollegium.domain.grading import Verdict
from kollegium.domain.interviews import Interviewed
from kollegium.domain.roles import Role
from kollegium.reviews.actions.judging import OwnVerdict, finish_area, judge
from kollegium.reviews.actions.notes import (
    NoteWords,
    change_note,
    put_note_back,
    take_note_away,
    write_note,
)
from kollegium.reviews.models import InterviewNote, Judgement, MaterialItem, Review
from kollegium.reviews.queries.notes import ReadNote, notes_of
from kollegium.reviews.queries.open_cases import get_open_case_for
from tests import people
from tests.reviews.cases import NOW, give_team, lead_to, make_case

pytestmark = pytest.mark.django_db

MARKER = "Zqsamtal"
KEY = uuid.UUID("11111111-1111-4111-8111-111111111111")


@pytest.fixture
def greta() -> Person:
    return people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def goran() -> Person:
    return people.make_person("Göran Granskare", Role.REVIEWER, people.make_specialty())


@pytest.fixture
def case(greta: Person, goran: Person) -> Review:
    review = make_case(people.make_unit())
    give_team(review, greta, goran)
    return lead_to(review, State.PREPARING)


def words(text: str = MARKER, criteria: tuple[str, ...] = ("A1",)) -> NoteWords:
    return NoteWords(Interviewed.TRAINEES, NOW, text, criteria)


def write(case: Review, person: Person, key: uuid.UUID = KEY, **said: Any) -> InterviewNote:
    return write_note(
        review_id=case.pk,
        part_id=case.parts.get().pk,
        key=key,
        words=words(**said),
        now=NOW,
        by=people.actor_today(person),
    )


def change(
    case: Review, note: InterviewNote, person: Person, text: str, *, version: int = 1
) -> InterviewNote:
    return change_note(
        review_id=case.pk,
        note_id=note.pk,
        words=words(text),
        expected_version=version,
        now=NOW,
        by=people.actor_today(person),
    )


def read(case: Review, person: Person) -> list[ReadNote]:
    return notes_of(get_open_case_for(people.actor_today(person), case.pk), case.parts.get())


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(people.make_account(person))
    return client


class TestNotes:
    def test_all_reviewers_read_it_at_once_and_only_the_author_owns_it(
        self, case: Review, greta: Person, goran: Person
    ) -> None:
        write(case, greta)

        assert [(note.text, note.is_own) for note in read(case, greta)] == [(MARKER, True)]
        assert [(note.author, note.is_own) for note in read(case, goran)] == [("Greta Granskare", False)]

    @pytest.mark.parametrize("role", [Role.REVIEW_OFFICE, Role.HEAD_OF_UNIT, Role.SPECIALTY_COORDINATOR])
    def test_nobody_else_reads_or_writes_notes(self, case: Review, greta: Person, role: Role) -> None:
        note = write(case, greta)
        place = {Role.HEAD_OF_UNIT: case.unit, Role.SPECIALTY_COORDINATOR: people.make_specialty()}.get(role)
        person = people.make_person("Annan", role, place)

        assert read(case, person) == []
        with pytest.raises(Http404):
            write(case, person, uuid.uuid4())
        with pytest.raises(Http404):
            change(case, note, person, "Ändrad")
        assert client_of(person).get(reverse("reviews:notes", args=[case.pk])).status_code == 404

    def test_colleague_does_not_change_it(self, case: Review, greta: Person, goran: Person) -> None:
        note = write(case, greta)

        with pytest.raises(Http404):
            change(case, note, goran, "Ändrad")
        with pytest.raises(Http404):
            take_note_away(review_id=case.pk, note_id=note.pk, now=NOW, by=people.actor_today(goran))
        assert client_of(goran).get(reverse("reviews:note", args=[case.pk, note.pk])).status_code == 404

    def test_same_note_sent_twice_is_one(self, case: Review, greta: Person, goran: Person) -> None:
        first = write(case, greta)

        assert write(case, greta) == first
        with pytest.raises(Refused) as refused:
            write(case, greta, text="Något annat")
        assert refused.value.code == "changed-meanwhile"
        assert InterviewNote.objects.get().text == MARKER
        with pytest.raises(Http404):
            write(case, goran)

    def test_first_words_stay_beside_the_changed(self, case: Review, greta: Person) -> None:
        note = write(case, greta)
        change(case, note, greta, "Rättat")

        assert [(one.text, one.first_text) for one in read(case, greta)] == [("Rättat", MARKER)]

    def test_note_changed_elsewhere_is_not_overwritten(self, case: Review, greta: Person) -> None:
        note = write(case, greta)
        change(case, note, greta, "Från telefonen")

        with pytest.raises(Refused) as refused:
            change(case, note, greta, "Från datorn")
        assert refused.value.code == "changed-meanwhile"
        assert InterviewNote.objects.get().text == "Från telefonen"

    def test_note_taken_away_comes_back(self, case: Review, greta: Person) -> None:
        note, by = write(case, greta), people.actor_today(greta)
        take_note_away(review_id=case.pk, note_id=note.pk, now=NOW, by=by)
        assert read(case, greta) == []

        put_note_back(review_id=case.pk, note_id=note.pk, by=by)
        assert [one.text for one in read(case, greta)] == [MARKER]

    @pytest.mark.parametrize(("text", "criteria"), [("  ", ()), (MARKER, ("Z9",))])
    def test_empty_note_and_unknown_criterion_are_refused(
        self, case: Review, greta: Person, text: str, criteria: tuple[str, ...]
    ) -> None:
        with pytest.raises((Refused, Http404)):
            write(case, greta, text=text, criteria=criteria)
        assert not InterviewNote.objects.exists()


class TestPages:
    def typed(self, **changed: str) -> dict[str, str]:
        return {
            "key": str(KEY),
            "version": "0",
            "interviewed": "trainees",
            "heard_at": "2026-05-12T10:00",
            "text": MARKER,
            "criteria": "a1, B2",
            **changed,
        }

    def test_note_is_written_and_shown_beside_its_criteria(
        self, case: Review, greta: Person, goran: Person
    ) -> None:
        client = client_of(greta)
        response = client.post(reverse("reviews:notes", args=[case.pk]), self.typed())

        area = reverse("reviews:judged_area", args=[case.pk, case.parts.get().pk, "A"])
        assert response.status_code == 302
        assert InterviewNote.objects.get().criteria == ["A1", "B2"]
        assert MARKER in client.get(area).content.decode()
        assert MARKER in client_of(goran).get(area).content.decode()

    def test_criterion_that_is_none_is_named_and_the_words_stay(self, case: Review, greta: Person) -> None:
        response = client_of(greta).post(
            reverse("reviews:notes", args=[case.pk]), self.typed(criteria="A1 Q7")
        )

        assert response.status_code == 422
        assert "Det finns inget kriterium Q7." in response.content.decode()
        assert MARKER in response.content.decode()

    def test_personal_identity_number_is_warned_of_first(self, case: Review, greta: Person) -> None:
        text = "Patienten 640823-3234 nämndes."
        client = client_of(greta)
        response = client.post(reverse("reviews:notes", args=[case.pk]), self.typed(text=text))
        assert (response.status_code, InterviewNote.objects.count()) == (422, 0)

        client.post(
            reverse("reviews:notes", args=[case.pk]), self.typed(text=text, keep_personal_number="yes")
        )
        assert InterviewNote.objects.get().text == text

    def test_as_many_queries_with_three_notes_as_with_one(self, case: Review, greta: Person) -> None:
        client, address = client_of(greta), reverse("reviews:notes", args=[case.pk])
        counts = []
        for number in (1, 2):
            for _ in range(number):
                write(case, greta, uuid.uuid4())
            client.get(address)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                client.get(address)
            counts.append(len(queries))

        assert counts[0] == counts[1]


class TestEvidence:
    def judge(
        self, case: Review, person: Person, *evidence: str, version: int = 0, key: str = "A1"
    ) -> Judgement:
        verdict = OwnVerdict(case.parts.get().pk, key, Verdict.MET, "", version, evidence)
        return judge(review_id=case.pk, verdict=verdict, now=NOW, by=people.actor_today(person))

    def material(self, case: Review) -> MaterialItem:
        return MaterialItem.objects.filter(review=case).order_by("position").first() or pytest.fail("no list")

    def test_verdict_rests_on_material_and_notes_of_the_case_alone(self, case: Review, greta: Person) -> None:
        other = make_case(people.make_unit("Annan enhet"))
        give_team(other, greta, people.make_person("Annan Granskare", Role.REVIEWER, people.make_specialty()))
        lead_to(other, State.PREPARING)
        note, item = write(case, greta), self.material(case)
        strange = f"material:{self.material(other).pk}"

        stored = self.judge(
            case, greta, f"note:{note.pk}", f"material:{item.pk}", strange, "note:x", "note:x"
        )

        assert stored.evidence == [f"note:{note.pk}", f"material:{item.pk}"]

    def test_what_a_verdict_rests_on_is_ones_own_until_all_are_done(
        self, case: Review, greta: Person, goran: Person
    ) -> None:
        item = self.material(case)
        for person in (greta, goran):
            for key in ("A1", "A2", "A3", "A4"):
                evidence = [f"material:{item.pk}"] if person == greta and key == "A1" else []
                self.judge(case, person, *evidence, key=key)
        part, address = case.parts.get(), f"/cases/{case.pk}/material/{item.pk}/"
        area = reverse("reviews:judged_area", args=[case.pk, part.pk, "A"])
        other = client_of(goran)
        assert address not in other.get(area).content.decode()

        for person in (greta, goran):
            finish_area(
                review_id=case.pk, part_id=part.pk, area_key="A", now=NOW, by=people.actor_today(person)
            )
        assert address in other.get(area).content.decode()

    def test_office_sees_that_there_was_an_interview_and_none_of_its_words(
        self, case: Review, greta: Person, goran: Person
    ) -> None:
        note = write(case, greta)
        for person in (greta, goran):
            for key in ("A1", "A2", "A3", "A4"):
                self.judge(case, person, f"note:{note.pk}", key=key)
            finish_area(
                review_id=case.pk,
                part_id=case.parts.get().pk,
                area_key="A",
                now=NOW,
                by=people.actor_today(person),
            )
        lead = lead_to(case, State.DRAFT)
        office = people.make_person("Kansliet", Role.REVIEW_OFFICE)

        page = client_of(office).get(reverse("reviews:judged_area", args=[lead.pk, lead.parts.get().pk, "A"]))

        assert "Intervju: ST-läkare" in page.content.decode()
        assert MARKER not in page.content.decode()

    def test_page_without_script_keeps_what_was_chosen(self, case: Review, greta: Person) -> None:
        item, part = self.material(case), case.parts.get()
        client = client_of(greta)

        client.post(
            reverse("reviews:save_verdict", args=[case.pk, part.pk, "A1"]),
            {"version": "0", "outcome": "met", "note": "", "more_evidence": f"material:{item.pk}"},
        )

        assert Judgement.objects.get().evidence == [f"material:{item.pk}"]
