"""The start page per role: what each sees first, what nobody else sees, and what it costs."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kollegium import home
from kollegium.accounts.actions import add_invitation
from kollegium.accounts.actions.invitations import InvitationValues
from kollegium.accounts.models import Invitation, Person
from kollegium.domain.case_life import State
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Role
from kollegium.home import queries, wording
from kollegium.organisations.actions import merge_unit
from kollegium.organisations.models import Unit
from kollegium.reviews.actions.record import record_review
from kollegium.reviews.models import ActionState, Review, ReviewKind
from kollegium.reviews.recorded import RecordedPart, RecordedPlanItem, RecordedReview
from tests import people
from tests.reviews.builders import make_review
from tests.reviews.cases import lead_to, make_case

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = timezone.localdate()
# The whole page; and of it what waits and how one's units stand, with the person's roles.
MOST_STATEMENTS, MOST_TO_OPEN = 12, 9


def reviewed(
    unit: Unit,
    visited: date | None,
    *due: date,
    kind: ReviewKind = ReviewKind.EXTERNAL,
    specialty: Any = None,
) -> Review:
    items = tuple(
        RecordedPlanItem(
            area_key="D", criterion_key="D6", action="Gör", due_on=day, state=ActionState.PLANNED
        )
        for day in due
    )
    recorded = RecordedReview(
        unit_id=unit.pk,
        standard_key="spur-st-2021",
        kind=kind,
        visit_from=visited,
        specialty_id=specialty.pk if specialty else None,
        parts=(RecordedPart(plan_items=items),),
    )
    return record_review(recorded=recorded, by=people.SYSTEM, now=NOW)


def kinds(actor: Any) -> list[tuple[str, int]]:
    return [(step.kind, step.count) for step in queries.steps_for(actor, as_of=DAY)]


def test_every_step_of_any_capability_has_words_and_an_address() -> None:
    sources = Path(home.__file__).parents[1].rglob("*.py")
    offered = {
        kind
        for path in sources
        for kind in re.findall(r'(?:NextStep|case_step)\(\s*"([a-z-]+)"', path.read_text("utf-8"))
    }

    assert offered - wording._TITLES.keys() == set()
    assert wording._TITLES.keys() == wording._URLS.keys()
    assert len(offered) > 10


def test_region_sees_late_actions_unit_by_unit() -> None:
    one, other = people.make_unit(), people.make_unit("Granngården")
    reviewed(one, None, DAY - timedelta(days=9))
    reviewed(one, None, DAY - timedelta(days=3))
    reviewed(other, None, DAY - timedelta(days=1), DAY + timedelta(days=5))

    steps = queries.steps_for(people.make_actor(Role.REGION_OFFICER, people.make_region()), as_of=DAY)

    assert steps == [
        NextStep("unit-actions-late", Urgency.LATE, 2, one.pk, one.name, DAY - timedelta(days=9)),
        NextStep("unit-actions-late", Urgency.LATE, 1, other.pk, other.name, DAY - timedelta(days=1)),
        NextStep("unit-actions-soon", Urgency.SOON, 1, other.pk, other.name, DAY + timedelta(days=5)),
    ]


def test_steps_of_a_unit_lead_to_its_late_actions() -> None:
    unit = people.make_unit()
    reviewed(unit, None, TODAY - timedelta(days=9))
    client = people.client_of(people.make_person("Rut", Role.REGION_OFFICER, people.make_region()))

    [step] = client.get("/").context["now"]

    assert (step.title, step.when, step.url) == (
        "Följ upp 1 försenad åtgärd",
        "9 dagar försenad",
        f"/units/{unit.pk}/follow-up/?show=late",
    )
    assert client.get(step.url).status_code == 200


def test_units_beyond_the_first_five_are_one_step_with_their_number() -> None:
    for number in range(7):
        reviewed(people.make_unit(f"Enhet {number}"), None, DAY - timedelta(days=9 - number))

    officer = people.make_actor(Role.CARE_PROVIDER_OFFICER, people.make_provider())

    assert kinds(officer) == [("unit-actions-late", 1)] * 5 + [("actions-late-more", 2)]


def test_late_actions_of_another_region_are_not_gathered() -> None:
    south = people.make_region("Sydslätt", "98")
    far = people.make_unit("Söder", provider=people.make_provider("Söder", south), region=south)
    reviewed(far, None, DAY - timedelta(days=9))

    assert kinds(people.make_actor(Role.REGION_OFFICER, people.make_region())) == []


def test_step_of_overdue_units_leads_to_the_list_of_just_those() -> None:
    family = people.make_specialty()
    fresh, stale, never = (
        people.make_unit(name, specialties=(family,)) for name in ("Färska", "Gamla", "Aldrig")
    )
    people.make_unit("Utbildar inte")
    reviewed(fresh, TODAY - timedelta(days=400))
    reviewed(stale, TODAY - timedelta(days=2000))
    client = people.client_of(people.make_person("Rut", Role.REGION_OFFICER, people.make_region()))

    page = client.get("/").content.decode()
    rows = client.get("/units/?only=no-recent-review").content.decode()

    assert "2 enheter har inte granskats externt på fem år" in page
    assert 'href="/units/?only=no-recent-review"' in page
    assert [name in rows for name in ("Färska", "Gamla", "Aldrig", "Utbildar inte")] == [
        False,
        True,
        True,
        False,
    ]
    assert never.name in rows


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.HEAD_OF_UNIT])
def test_list_of_overdue_units_holds_no_more_than_one_reads_about(role: Role) -> None:
    family = people.make_specialty()
    own, other = (people.make_unit(name, specialties=(family,)) for name in ("Egna", "Andras"))
    client = people.client_of(people.make_person("Hedda", role, own))

    rows = client.get("/units/?only=no-recent-review").content.decode()

    # Whoever reads no reviews has no such filter, and the list is the whole one.
    expected = [True, True] if role is Role.TRAINEE else [True, False]
    assert [unit.name in rows for unit in (own, other)] == expected
    assert ("fem år" in rows) is (role is Role.HEAD_OF_UNIT)


def test_head_sees_the_latest_grades_of_the_own_unit_with_a_way_to_each() -> None:
    unit = people.make_unit()
    make_review(unit, visit_from=date(2015, 1, 1))
    latest = make_review(unit)
    make_review(people.make_unit("Granngården"))
    client = people.client_of(people.make_person("Hedda", Role.HEAD_OF_UNIT, unit))

    page = client.get("/")

    [shown] = page.context["units"]
    assert shown.review_url == f"/reviews/{latest.pk}/"
    assert [tile.area_key for tile in shown.tiles] == list("ABCDEFGH")
    assert f'href="/reviews/{latest.pk}/#area-D"' in page.content.decode()
    assert "Granngården" not in page.content.decode()
    assert page.context["latest"] == []


def test_next_review_is_counted_from_the_external_one_and_shown_from_the_latest() -> None:
    unit = people.make_unit()
    reviewed(unit, date(2022, 4, 1))
    internal = reviewed(unit, date(2025, 4, 1), kind=ReviewKind.INTERNAL)

    opening = queries.opening_for(people.make_actor(Role.HEAD_OF_UNIT, unit), as_of=DAY)

    [one] = opening.situations
    assert (one.row["pk"], one.due_on) == (internal.pk, date(2027, 4, 1))
    assert opening.steps == []


def test_each_specialty_of_a_unit_stands_for_itself() -> None:
    unit = people.make_unit()
    family, surgery = people.make_specialty(), people.make_specialty("Kirurgi", "kirurgi")
    reviewed(unit, date(2021, 1, 1), specialty=family)
    reviewed(unit, date(2025, 4, 1), specialty=surgery)

    opening = queries.opening_for(people.make_actor(Role.HEAD_OF_UNIT, unit), as_of=DAY)

    assert [(one.row["specialty__name"], one.due_on) for one in opening.situations] == [
        ("Allmänmedicin", date(2026, 1, 1)),
        ("Kirurgi", date(2030, 4, 1)),
    ]
    assert [(step.kind, step.name) for step in opening.steps] == [
        ("review-due", f"{unit.name} · Allmänmedicin")
    ]


def test_review_of_what_was_merged_into_the_unit_tells_of_the_unit() -> None:
    unit, old = people.make_unit(), people.make_unit("Gamla enheten")
    review = reviewed(old, date(2024, 1, 1))
    merge_unit(unit_id=old.pk, into_id=unit.pk, merged_on=date(2025, 1, 1), by=people.SYSTEM)

    opening = queries.opening_for(people.make_actor(Role.HEAD_OF_UNIT, unit), as_of=DAY)

    [one] = opening.situations
    assert (one.row["pk"], one.row["now_unit"], one.row["now_unit_name"]) == (review.pk, unit.pk, unit.name)


def test_unit_without_a_review_is_named() -> None:
    unit = people.make_unit()

    page = people.client_of(people.make_person("Hedda", Role.HEAD_OF_UNIT, unit)).get("/")

    assert page.context["units"] == []
    assert [door.title for door in page.context["unreviewed"]] == [unit.name]
    assert "Här finns ingen granskning av enheten än" in page.content.decode()


@pytest.mark.parametrize(
    ("role", "said", "leads_to"),
    [
        (Role.TRAINEE, "Som ST-läkare läser du", ["/units/", "/register/?q=", "/standards/"]),
        (Role.PLACEMENT_SUPERVISOR, "Som handledare läser du", ["/units/", "/register/?q=", "/standards/"]),
        (Role.REVIEWER, "Som granskare ser du", ["/cases/", "/standards/", "/register/"]),
        (Role.ADMINISTRATOR, "Som administratör sköter du", ["/people/", "/people/rights/"]),
    ],
    ids=str,
)
def test_who_reads_no_reviews_is_told_what_there_is(role: Role, said: str, leads_to: list[str]) -> None:
    at = people.make_unit() if role in (Role.TRAINEE, Role.PLACEMENT_SUPERVISOR) else None
    client = people.client_of(people.make_person("Asta", role, at))

    page = client.get("/")

    assert said in page.content.decode()
    urls = [door.url for door in page.context["doors"]]
    assert [start for start in leads_to if not any(url.startswith(start) for url in urls)] == []
    assert [url for url in urls if client.get(url).status_code != 200] == []


def test_who_reads_reviews_has_no_such_list() -> None:
    client = people.client_of(people.make_person("Hedda", Role.HEAD_OF_UNIT, people.make_unit()))

    assert client.get("/").context["doors"] == []


def invited(unit: Unit, email: str, *, expired: bool = False) -> None:
    values = InvitationValues(
        name="Siv", email=email, role=Role.TRAINEE, at=unit, valid_from=DAY, valid_until=None
    )
    invitation = add_invitation(values=values, token=email, now=NOW, by=people.SYSTEM)
    if expired:
        Invitation.objects.filter(pk=invitation.pk).update(expires_at=NOW - timedelta(days=2))


def administrator() -> Person:
    person = people.make_person("Ada", Role.ADMINISTRATOR)
    people.make_account(person)
    return person


def test_administrator_is_told_of_invitations_that_stand_still_and_of_those_that_wait() -> None:
    people.make_account(people.make_person("Beda", Role.ADMINISTRATOR))
    unit = people.make_unit()
    invited(unit, "a@exempel.se", expired=True)
    invited(unit, "b@exempel.se")
    invited(unit, "c@exempel.se")

    assert kinds(people.actor_today(administrator())) == [
        ("invitations-stuck", 1),
        ("invitations-waiting", 2),
    ]


def test_invitation_of_another_unit_waits_for_others() -> None:
    invited(people.make_unit("Granngården"), "a@exempel.se")

    assert kinds(people.make_actor(Role.HEAD_OF_UNIT, people.make_unit())) == []


def test_last_administrator_is_told_to_find_another() -> None:
    alone = people.actor_today(administrator())

    assert kinds(alone) == [("only-administrator", 1)]

    people.make_account(people.make_person("Beda", Role.ADMINISTRATOR))
    assert kinds(alone) == []


def test_administrator_of_a_region_is_not_told_of_the_country() -> None:
    administrator()

    assert kinds(people.make_actor(Role.ADMINISTRATOR, people.make_region())) == []


@pytest.mark.parametrize(
    ("role", "second_factor", "is_told"),
    [
        (Role.HEAD_OF_UNIT, False, True),
        (Role.HEAD_OF_UNIT, True, False),
        (Role.MAIN_SUPERVISOR, False, False),
    ],
    ids=["needs-and-lacks", "has", "needs-none"],
)
def test_log_ins_without_the_second_step_they_need_are_counted_and_listed(
    role: Role, second_factor: bool, is_told: bool
) -> None:
    people.make_account(people.make_person("Beda", Role.ADMINISTRATOR))
    hedda = people.make_person("Hedda Chef", role, people.make_unit())
    people.make_account(hedda, second_factor=second_factor)
    ada = administrator()

    steps = kinds(people.actor_today(ada))
    page = people.client_of(ada).get("/people/?state=no-second-step").content.decode()

    assert steps == ([("second-step-missing", 1)] if is_told else [])
    assert ("Hedda Chef" in page) is is_told


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.PLACEMENT_SUPERVISOR, Role.MAIN_SUPERVISOR], ids=str)
def test_staff_are_told_of_the_visit_and_led_to_where_a_talk_is_asked_for(role: Role) -> None:
    unit = people.make_unit()
    visit = TODAY + timedelta(days=40)
    case = make_case(unit, visit_from=visit, visit_to=visit)
    make_case(people.make_unit("Granngården"), visit_from=visit, visit_to=visit)
    client = people.client_of(people.make_person("Tova", role, unit))
    assert client.get("/").context["soon"] == []

    lead_to(case, State.PLANNED)
    page = client.get("/")

    [step] = page.context["soon"]
    assert (step.title, step.url) == ("Granskning med besök", f"/cases/{case.pk}/")
    assert f'href="/cases/{case.pk}/schedule/"' in client.get(step.url).content.decode()
    assert 'href="/cases/"' in page.content.decode()


def test_person_with_nothing_to_do_sees_that() -> None:
    page = people.client_of(people.make_person("Stina", Role.TRAINEE, people.make_unit())).get("/")

    text = page.content.decode()
    assert "Inget väntar på dig" in text
    assert "Längre ned står vad du kan titta på." in text
    assert (page.context["now"], page.context["soon"], page.context["units"]) == ([], [], [])


@pytest.mark.parametrize(
    "role",
    [
        Role.HEAD_OF_UNIT,
        Role.PROGRAMME_DIRECTOR,
        Role.REGION_OFFICER,
        Role.DIRECTOR_OF_TRAINING,
        Role.REVIEW_OFFICE,
        Role.ADMINISTRATOR,
        Role.TRAINEE,
    ],
    ids=str,
)
def test_page_costs_the_same_with_one_row_and_three_and_little(role: Role) -> None:
    places: dict[Role, Any] = {Role.REVIEW_OFFICE: None, Role.ADMINISTRATOR: None}
    above = (Role.REGION_OFFICER, Role.DIRECTOR_OF_TRAINING)
    unit = people.make_unit(specialties=(people.make_specialty(),))
    person = people.make_person(
        "Asta", role, places.get(role, people.make_region() if role in above else unit)
    )
    client = people.client_of(person)
    counts = []
    for number in range(3):
        reviewed(unit, date(2015, 1, 1 + number), TODAY - timedelta(days=9), TODAY + timedelta(days=9))
        invited(unit, f"{number}@exempel.se")
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        with CaptureQueriesContext(connection) as opened:
            queries.opening_for(people.actor_today(person), as_of=TODAY)
        counts.append((len(captured), len(opened)))

    assert counts[0] == counts[2]
    assert counts[0][0] <= MOST_STATEMENTS
    assert counts[0][1] <= MOST_TO_OPEN
