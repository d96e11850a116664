"""The questionnaires of a case: the office asks, reviewers read, the unit sees the sum after the decision alone."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Person
from kollegium.domain import instruments
from kollegium.domain.case_life import State
from kollegium.domain.instruments import ItemKind
from kollegium.domain.roles import Role
from kollegium.domain.verdict_evidence import EvidenceItem, SourceKind
from kollegium.organisations.models import Unit
from kollegium.questionnaires.actions import close_round, send_answers, send_letters
from kollegium.questionnaires.models import Group, Invitation, Round
from kollegium.reviews.models import Review
from kollegium.reviews.queries.evidence import evidence_of
from kollegium.reviews.queries.offline import cases_to_copy
from kollegium.reviews.queries.open_cases import get_open_case_for
from tests import people
from tests.questionnaires.rounds import answer_all, answers_to, tokens
from tests.reviews.cases import give_team, grade_everything, lead_to, make_case

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
AFTER = date(2026, 3, 24)
HAND = "Asta Prov; asta@exempel.se\nbo@exempel.se, Bo Prov\nCilla Prov\tcilla@exempel.se"


@pytest.fixture(autouse=True)
def _on_the_tests_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: TODAY)


@pytest.fixture
def unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def case(unit: Unit) -> Review:
    review = make_case(unit)
    give_team(review, people.make_person("Lena Granskare"), people.make_person("Lars Granskare"))
    return lead_to(review, State.PREPARING)


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(people.make_account(person))
    return client


@pytest.fixture
def office() -> Client:
    return client_of(people.make_person("Kansli Prov", Role.REVIEW_OFFICE))


def page(case: Review, *more: str, name: str = "case_questionnaires") -> str:
    return reverse(f"reviews:{name}", args=[case.pk, *more])


def ask_by_hand(office: Client, case: Review) -> None:
    office.post(
        page(case, "trainee-1", name="case_questionnaire"), {"people": HAND, "language": "sv", "add": "1"}
    )


def answered(office: Client, case: Review, *, head: bool = False) -> Round:
    """Send to three trainees, and a head when wanted; let all answer and close."""
    ask_by_hand(office, case)
    if head:
        office.post(
            page(case, "head-of-unit-1", name="case_questionnaire"),
            {"people": "Hedda Chef; hedda@exempel.se", "language": "sv", "add": "1"},
        )
    office.post(page(case), {"send": "1"})
    found = Round.objects.get()
    send_letters(round_id=found.pk)
    links = tokens()
    if head:
        token = links.pop("hedda@exempel.se")
        send_answers(token=token, sent=answers_to("head-of-unit-1", text="Öppet svar"), as_of=TODAY)
    answer_all(links)
    close_round(round_id=found.pk, as_of=AFTER)
    return found


def test_people_are_fetched_by_role(office: Client, case: Review, unit: Unit) -> None:
    for name, role in (
        ("Tova Prov", Role.TRAINEE),
        ("Hans Prov", Role.MAIN_SUPERVISOR),
        ("Siv Prov", Role.TRAINEE),
    ):
        people.make_account(people.make_person(name, role, unit))
    people.make_account(people.make_person("Annan Prov", Role.TRAINEE, people.make_unit("Annan enhet")))

    response = office.post(page(case), {"fetch": "1"}, follow=True)

    assert "3 personer lades till." in response.content.decode()
    asked = Invitation.objects.order_by("name").values_list("name", "group__instrument_key")
    assert list(asked) == [
        ("Hans Prov", "supervisor-1"),
        ("Siv Prov", "trainee-1"),
        ("Tova Prov", "trainee-1"),
    ]


def test_people_are_written_by_hand_or_pasted(office: Client, case: Review) -> None:
    ask_by_hand(office, case)

    assert list(Invitation.objects.order_by("email").values_list("name", "email")) == [
        ("Asta Prov", "asta@exempel.se"),
        ("Bo Prov", "bo@exempel.se"),
        ("Cilla Prov", "cilla@exempel.se"),
    ]
    assert Group.objects.get(instrument_key="trainee-1").invited_count == 3


@pytest.mark.parametrize("text", ["Asta Prov", "Asta Prov; asta@@exempel", ""])
def test_a_wrong_address_is_refused_and_what_was_typed_is_kept(
    office: Client, case: Review, text: str
) -> None:
    response = office.post(
        page(case, "trainee-1", name="case_questionnaire"), {"people": text, "language": "sv", "add": "1"}
    )

    assert response.status_code == 422
    assert text in response.content.decode()
    assert Invitation.objects.count() == 0


def test_somebody_is_taken_off_the_list(office: Client, case: Review) -> None:
    ask_by_hand(office, case)

    office.post(
        page(case, "trainee-1", name="case_questionnaire"),
        {"take_off": str(Invitation.objects.get(name="Asta Prov").pk)},
    )

    assert Group.objects.get(instrument_key="trainee-1").invited_count == 2


def test_while_it_is_open_nobody_is_shown_who_answered_or_how_many(office: Client, case: Review) -> None:
    ask_by_hand(office, case)
    office.post(page(case), {"send": "1"})
    send_letters(round_id=Round.objects.get().pk)
    before = office.get(page(case)).content

    answer_all(tokens())

    bare = [text.split(b"csrfmiddlewaretoken")[0] for text in (before, office.get(page(case)).content)]
    assert bare[0] == bare[1]
    assert office.get(page(case, "trainee-1", name="questionnaire_result")).status_code == 404


def test_the_result_is_shown_when_it_is_closed(office: Client, case: Review) -> None:
    answered(office, case)

    text = office.get(page(case, "trainee-1", name="questionnaire_result")).content.decode()

    assert "3 av 3 svarade." in text
    assert "100 %" in text
    assert "Text av asta@exempel.se" in text


def test_too_few_are_not_shown(office: Client, case: Review) -> None:
    ask_by_hand(office, case)
    office.post(page(case), {"send": "1"})
    found = Round.objects.get()
    send_letters(round_id=found.pk)
    answer_all(dict(list(tokens().items())[:2]))
    close_round(round_id=found.pk, as_of=AFTER)

    text = office.get(page(case, "trainee-1", name="questionnaire_result")).content.decode()

    assert "För få svar för att visa" in text
    assert "Text av" not in text


def test_the_unit_reads_the_sum_after_the_decision_and_never_what_stands_with_a_name(
    office: Client, case: Review, unit: Unit
) -> None:
    head = client_of(people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit))
    answered(office, case, head=True)
    before = head.get(page(case, "trainee-1", name="questionnaire_result")).status_code
    grade_everything(case)
    lead_to(Review.objects.get(pk=case.pk), State.DECIDED)

    after = head.get(page(case, "trainee-1", name="questionnaire_result"))
    named = head.get(page(case, "head-of-unit-1", name="questionnaire_result"))

    assert (before, after.status_code, named.status_code) == (404, 200, 404)
    assert "Öppet svar" not in after.content.decode()


def test_reviewers_read_and_change_nothing(office: Client, case: Review) -> None:
    answered(office, case, head=True)
    reviewer = client_of(Person.objects.get(name="Lena Granskare"))

    named = reviewer.get(page(case, "head-of-unit-1", name="questionnaire_result")).content.decode()

    assert "Öppet svar" in named
    assert reviewer.post(page(case), {"send": "1"}).status_code == 403
    assert reviewer.get(page(case, "trainee-1", name="case_questionnaire")).status_code == 404


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("send", "Sätt upp minst en person"),
        ("remind", "Sätt upp minst en person"),
        ("", "Inget skickades"),
    ],
)
def test_a_step_too_early_says_why(office: Client, case: Review, button: str, words: str) -> None:
    response = office.post(page(case), {button: "1"} if button else {})

    assert response.status_code == 422
    assert words in response.content.decode()


def test_the_last_day_is_changed(office: Client, case: Review) -> None:
    ask_by_hand(office, case)

    wrong = office.post(page(case), {"day": "1", "closes_on": "2026-03-03"})
    office.post(page(case), {"day": "1", "closes_on": "2026-04-07"})

    assert wrong.status_code == 422
    assert Round.objects.get().closes_on == date(2026, 4, 7)


def test_the_page_of_a_list_costs_the_same_however_long(office: Client, case: Review) -> None:
    where = page(case, "trainee-1", name="case_questionnaire")
    counts = []

    for number in (1, 3):
        lines = "\n".join(f"Prov {n}; prov{n}@exempel.se" for n in range(number))
        office.post(where, {"people": lines, "language": "sv", "add": "1"})
        office.get(where)
        with CaptureQueriesContext(connection) as queries:
            assert office.get(where).content.decode().count("@exempel.se</span>") == number
        counts.append(len(queries))

    assert counts[0] == counts[1]


def statements(case: Review, person: Person) -> dict[str, EvidenceItem]:
    """Give the statements that somebody may let a verdict rest on."""
    seen = get_open_case_for(people.actor_today(person), case.pk)
    found = evidence_of(seen, case.parts.get(), "sv")
    return {key: item for key, item in found.items() if item.kind is SourceKind.QUESTIONNAIRE}


def test_a_verdict_can_rest_on_what_a_closed_group_says(office: Client, case: Review) -> None:
    reviewer = Person.objects.get(name="Lena Granskare")
    ask_by_hand(office, case)
    assert statements(case, reviewer) == {}, "nothing while it is asked"

    office.post(page(case), {"send": "1"})
    send_letters(round_id=Round.objects.get().pk)
    answer_all(tokens())
    assert statements(case, reviewer) == {}, "nothing while it is open"
    close_round(round_id=Round.objects.get().pk, as_of=AFTER)

    found = statements(case, reviewer)
    scale = [item for item in instruments.load("trainee-1").items if item.kind is ItemKind.SCALE]
    assert list(found) == [f"questionnaire:trainee-1/{item.key}" for item in scale]
    first = found[f"questionnaire:trainee-1/{scale[0].key}"]
    assert first.criteria == scale[0].criteria
    assert first.title.endswith("(100 % instämmer)")


def test_the_unit_sees_no_share_before_the_decision(office: Client, case: Review, unit: Unit) -> None:
    head = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)
    answered(office, case)

    found = statements(case, head)

    assert found
    assert not any("%" in item.title or item.url for item in found.values())


def test_too_few_and_named_answers_give_no_share(office: Client, case: Review) -> None:
    reviewer = Person.objects.get(name="Lena Granskare")
    answered(office, case, head=True)
    of_head = [item for key, item in statements(case, reviewer).items() if "head-of-unit-1" in key]
    assert of_head
    assert not any("%" in item.title for item in of_head)


def test_no_device_keeps_anything_of_the_questionnaires(office: Client, case: Review) -> None:
    reviewer = Person.objects.get(name="Lena Granskare")
    answered(office, case)

    (copied,) = cases_to_copy(people.actor_today(reviewer), "sv")

    kinds = {item.kind for part in copied.parts for item in part.evidence.values()}
    assert SourceKind.QUESTIONNAIRE not in kinds
