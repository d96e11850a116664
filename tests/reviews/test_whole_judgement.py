"""All criteria of a judgement on one page: the same as the pages of its areas, in few questions to the database."""

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain import standard as standards
from kollegium.domain.case_life import State
from kollegium.domain.grading import Verdict
from kollegium.domain.interviews import Interviewed
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions.judging import (
    AgreedVerdict,
    OwnVerdict,
    ProvisionalGrade,
    finish_area,
    judge,
    propose_area_grade,
    reconcile,
)
from kollegium.reviews.actions.notes import NoteWords, write_note
from kollegium.reviews.models import Judgement, MaterialItem, Review
from kollegium.reviews.queries.evidence import evidence_of
from kollegium.reviews.queries.judging import judged_part
from kollegium.reviews.queries.open_cases import get_open_case_for
from kollegium.reviews.queries.whole_judgement import whole_judgement
from tests import people
from tests.reviews.cases import NOW, give_team, lead_to, make_case

pytestmark = pytest.mark.django_db
KEYS = [criterion.key for criterion in standards.load("spur-st-2021").area("A").criteria]
MARKER = "Zqanteckning"


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
    return lead_to(review, State.VISITED)


def judge_all(case: Review, person: Person, *, is_done: bool = True, note: str = "") -> None:
    actor, part = people.actor_today(person), case.parts.get()
    item = MaterialItem.objects.filter(review=case).order_by("position")[0]
    for key in KEYS:
        own = OwnVerdict(part.pk, key, Verdict.MET, note, 0, (f"material:{item.pk}",))
        judge(review_id=case.pk, verdict=own, now=NOW, by=actor)
    if is_done:
        finish_area(review_id=case.pk, part_id=part.pk, area_key="A", now=NOW, by=actor)


def page(case: Review, person: Person) -> str:
    client = Client()
    client.force_login(person.account if hasattr(person, "account") else people.make_account(person))
    return client.get(reverse("reviews:judged_whole", args=[case.pk])).content.decode()


@pytest.mark.parametrize("role", [None, Role.REVIEW_OFFICE])
@pytest.mark.parametrize("state", [State.VISITED, State.DRAFT])
def test_it_is_what_the_pages_of_the_areas_are(
    case: Review, greta: Person, goran: Person, role: Role | None, state: State
) -> None:
    part, actor = case.parts.get(), people.actor_today(greta)
    judge_all(case, greta)
    judge_all(case, goran, note=MARKER)
    words = NoteWords(Interviewed.TRAINEES, NOW, "Sagt.", ("A1",))
    write_note(review_id=case.pk, part_id=part.pk, key=uuid.uuid4(), words=words, now=NOW, by=actor)
    for key in KEYS:
        agreed = AgreedVerdict(part.pk, key, Verdict.MET, "Enade", 0)
        reconcile(review_id=case.pk, verdict=agreed, now=NOW, by=actor)
    grade = ProvisionalGrade(part.pk, "A", Outcome.PASSED_WELL, "Väl.", 0)
    propose_area_grade(review_id=case.pk, grade=grade, now=NOW, by=actor)
    lead_to(case, state)
    reader = people.make_person("Kansliet", role) if role else goran
    seen = get_open_case_for(people.actor_today(reader), case.pk)

    whole, apart = whole_judgement(seen, "", "sv"), judged_part(seen, part)

    assert (whole.judged.own, whole.judged.others) == (apart.own, apart.others)
    assert (whole.judged.done, whole.judged.reconciled) == (apart.done, apart.reconciled)
    assert (whole.judged.me, set(whole.judged.team)) == (apart.me, set(apart.team))
    assert {key: one.outcome for key, one in whole.judged.grades.items()} == {
        key: one.outcome for key, one in apart.grades.items()
    }
    assert whole.evidence == evidence_of(seen, part, "sv")


def test_others_verdicts_are_not_shown_too_early(case: Review, greta: Person, goran: Person) -> None:
    judge_all(case, greta, note=MARKER)
    judge_all(case, goran, is_done=False)

    assert MARKER in page(case, greta)
    assert MARKER not in page(case, goran)


def test_it_shows_both_verdicts_and_what_they_rest_on(case: Review, greta: Person, goran: Person) -> None:
    judge_all(case, greta)
    judge_all(case, goran, note=f"<b>{MARKER}</b>")
    Judgement.objects.filter(reviewer=goran, criterion_key=KEYS[0]).update(outcome=Verdict.NOT_MET)

    shown = page(case, greta)

    assert f"&lt;b&gt;{MARKER}&lt;/b&gt;" in shown
    assert shown.count("Ni skiljer er åt") == 1
    assert shown.count("Bygger på:") == 2 * len(KEYS)


def test_as_many_questions_for_one_verdict_as_for_all(case: Review, greta: Person, goran: Person) -> None:
    client, address = Client(), reverse("reviews:judged_whole", args=[case.pk])
    client.force_login(people.make_account(greta))
    client.get(address)
    counts = []
    for person in (greta, goran):
        judge_all(case, person)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_saving_a_verdict_asks_few_questions(case: Review, greta: Person) -> None:
    client, part = Client(), case.parts.get()
    client.force_login(people.make_account(greta))
    address = reverse("reviews:save_verdict", args=[case.pk, part.pk, KEYS[0]])

    with CaptureQueriesContext(connection) as queries:
        answer = client.post(
            address,
            {"version": "0", "outcome": "met", "note": "Sett."},
            headers={"Accept": "application/json"},
        )

    assert answer.json() == {"version": 1}
    asked = [query["sql"] for query in queries if query["sql"] and "SAVEPOINT" not in query["sql"]]
    # Session, account and roles; the case, what is checked; and the verdict.
    assert len(asked) <= 6, "\n".join(asked)
