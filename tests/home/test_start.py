"""The start page: what waits, in the order of urgency, for the right person."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kollegium.accounts.actions import assign_role
from kollegium.domain.case_life import State
from kollegium.domain.next_steps import CaseLabel, NextStep, Urgency, first_few, in_order, told_apart
from kollegium.domain.roles import Role
from kollegium.home import queries, wording
from kollegium.organisations.models import Unit
from kollegium.reviews.actions.record import record_review
from kollegium.reviews.models import ActionState, Review, ReviewKind
from kollegium.reviews.queries import next_steps, publishing_steps
from kollegium.reviews.recorded import RecordedPart, RecordedPlanItem, RecordedReview
from tests import people
from tests.reviews.cases import lead_to, make_case

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def review_with_actions(unit: Unit, *due: date, state: ActionState = ActionState.PLANNED) -> Review:
    items = tuple(
        RecordedPlanItem(area_key="D", criterion_key="D6", action="Gör", due_on=day, state=state)
        for day in due
    )
    recorded = RecordedReview(
        unit_id=unit.pk,
        standard_key="spur-st-2021",
        visit_from=date(2025, 5, 1),
        parts=(RecordedPart(plan_items=items),),
    )
    return record_review(recorded=recorded, by=people.SYSTEM, now=NOW)


@pytest.mark.parametrize(
    ("days", "kinds"),
    [(-1, ["promises-late"]), (0, ["actions-soon"]), (30, ["actions-soon"]), (31, [])],
    ids=["yesterday", "today", "in-thirty-days", "later"],
)
@pytest.mark.django_db
def test_action_is_late_after_its_day_and_soon_thirty_days_before(days: int, kinds: list[str]) -> None:
    unit = people.make_unit()
    review_with_actions(unit, DAY + timedelta(days=days))
    head = people.make_actor(Role.HEAD_OF_UNIT, unit)

    assert [step.kind for step in queries.steps_for(head, as_of=DAY)] == kinds


@pytest.mark.parametrize(
    ("state", "kinds"),
    [(ActionState.DONE, []), (ActionState.REPORTED_DONE, ["own-actions-to-judge"])],
    ids=["done", "reported done"],
)
@pytest.mark.django_db
def test_action_that_is_done_waits_for_nobody_and_one_reported_done_to_be_judged(
    state: ActionState, kinds: list[str]
) -> None:
    unit = people.make_unit()
    review_with_actions(unit, DAY - timedelta(days=1), state=state)

    found = queries.steps_for(people.make_actor(Role.HEAD_OF_UNIT, unit), as_of=DAY)

    assert [step.kind for step in found] == kinds


@pytest.mark.django_db
def test_late_actions_of_another_unit_are_not_shown() -> None:
    review_with_actions(people.make_unit("Granngården"), DAY - timedelta(days=1))
    head = people.make_actor(Role.HEAD_OF_UNIT, people.make_unit())

    assert queries.steps_for(head, as_of=DAY) == []
    assert queries.latest_reviews_for(head) == []


@pytest.mark.django_db
def test_actions_of_one_review_are_one_step_with_their_number_and_first_day() -> None:
    unit = people.make_unit()
    review = review_with_actions(unit, DAY - timedelta(days=9), DAY - timedelta(days=3))

    [step] = queries.steps_for(people.make_actor(Role.HEAD_OF_UNIT, unit), as_of=DAY)

    assert step == NextStep(
        "promises-late", Urgency.LATE, 2, review.pk, "Tallbackens hälsocentral", DAY - timedelta(days=9)
    )


@pytest.mark.parametrize("first_look", [1, 2, 60])
@pytest.mark.django_db
def test_reviews_late_longest_come_first_however_many_actions_they_have(first_look: int, monkeypatch) -> None:
    monkeypatch.setattr(next_steps, "FIRST_LOOK", first_look)
    unit = people.make_unit()
    newer = review_with_actions(unit, DAY - timedelta(days=2), DAY - timedelta(days=1))
    older = review_with_actions(unit, *[DAY - timedelta(days=day) for day in (9, 8, 7, 1)])

    for actor in (people.make_actor(Role.HEAD_OF_UNIT, unit), people.make_actor(Role.REVIEW_OFFICE)):
        steps = queries.steps_for(actor, as_of=DAY)

        assert [(step.object_id, step.count, step.due_on) for step in steps if step.due_on] == [
            (older.pk, 4, DAY - timedelta(days=9)),
            (newer.pk, 2, DAY - timedelta(days=2)),
        ]


@pytest.mark.django_db
def test_office_is_told_how_many_more_there_are_than_the_first_five(django_assert_num_queries) -> None:
    today = timezone.localdate()
    for number in range(7):
        days = (-9, -8, 1, 2) if number else (-20, -19, -18, 0)
        review_with_actions(
            people.make_unit(f"Enhet {number}"), *(today + timedelta(days=day) for day in days)
        )
    person = people.make_person("Ines Kansli", Role.REVIEW_OFFICE)
    actor = people.actor_today(person)
    queries.steps_for(actor, as_of=today)

    with django_assert_num_queries(2):
        steps = next_steps._action_steps(actor, today)

    assert [(step.kind, step.count) for step in steps] == [
        ("actions-late", 3),
        *[("actions-late", 2)] * 4,
        ("actions-late-more", 4),
        ("actions-soon", 1),
        *[("actions-soon", 2)] * 4,
        ("actions-soon-more", 4),
    ]
    client = people.client_of(person)
    page = client.get("/")
    more = [one for one in (*page.context["now"], *page.context["soon"]) if " till" in one.title]
    assert [(one.title, one.url) for one in more] == [
        ("4 försenade åtgärder till", "/follow-up/?show=late"),
        ("4 åtgärder till ska snart vara klara", "/follow-up/?show=soon"),
    ]
    # The list holds those that are named and those that are only counted.
    assert [client.get(one.url).context["pager"].total for one in more] == [15, 13]


@pytest.mark.django_db
def test_very_many_late_actions_are_not_counted_to_the_end(monkeypatch) -> None:
    monkeypatch.setattr(next_steps, "COUNT_LIMIT", 6)
    for number in range(7):
        review_with_actions(people.make_unit(f"Enhet {number}"), DAY - timedelta(days=9))

    steps = queries.steps_for(people.make_actor(Role.REVIEW_OFFICE), as_of=DAY)

    [more] = [step for step in steps if step.kind == "actions-late-more"]
    assert (more.count, more.is_capped) == (1, True)
    assert wording.shown(more, as_of=DAY).title == "Fler än 1 försenade åtgärder till"


A, B = (
    CaseLabel("external", "Allmänmedicin", "General practice", "2026-1", "2026"),
    CaseLabel("self_evaluation", "Allmänmedicin", "General practice", "2026-2", "2027"),
)


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ({1: A}, {}),
        ({1: A, 2: B}, {1: CaseLabel("external"), 2: CaseLabel("self_evaluation")}),
        (
            {1: A, 2: replace(A, specialty="Ortopedi", specialty_en="", number="2026-3")},
            {1: CaseLabel("", "Allmänmedicin", "General practice"), 2: CaseLabel("", "Ortopedi")},
        ),
        (
            {1: A, 2: replace(A, number="", visit_year="2021")},
            {1: CaseLabel(number="2026-1"), 2: CaseLabel(visit_year="2021")},
        ),
    ],
    ids=["alone", "two kinds", "two specialties", "alike but for the number"],
)
def test_only_what_differs_tells_cases_of_one_unit_apart(
    cases: dict[int, CaseLabel], expected: dict[int, CaseLabel]
) -> None:
    steps = [
        NextStep("case-visit", Urgency.SOON, 1, number, "Tallbacken", case=label)
        for number, label in cases.items()
    ]
    elsewhere = NextStep("case-visit", Urgency.SOON, 1, 9, "Granliden", case=B)
    of_the_unit = NextStep("unit-actions-late", Urgency.LATE, 1, 1, "Tallbacken")

    assert told_apart([*steps, *steps, elsewhere, of_the_unit]) == expected


def test_first_few_say_how_many_more_there_are() -> None:
    steps = [NextStep("extra-review", Urgency.LATE if number < 3 else Urgency.SOON) for number in range(5)]

    assert first_few(steps, 5) == steps
    assert first_few(steps, 3) == [*steps[:3], NextStep("extra-review-more", Urgency.SOON, 2)]
    assert first_few([], 3) == []


@pytest.mark.django_db
def test_only_the_office_is_told_of_what_is_not_published() -> None:
    unit = people.make_unit()
    review_with_actions(unit)

    office = queries.steps_for(people.make_actor(Role.REVIEW_OFFICE), as_of=DAY)
    head = queries.steps_for(people.make_actor(Role.HEAD_OF_UNIT, unit), as_of=DAY)

    assert [(step.kind, step.count) for step in office] == [("reviews-unpublished", 1)]
    assert head == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("limit", "step", "words"),
    [
        (3, NextStep("reviews-unpublished", Urgency.SOON, 3), "3 granskningar är inte publicerade"),
        (
            2,
            NextStep("reviews-unpublished", Urgency.SOON, 2, is_capped=True),
            "Fler än 2 granskningar är inte publicerade",
        ),
    ],
)
def test_what_is_not_published_is_counted_up_to_a_limit(monkeypatch, limit, step, words) -> None:
    monkeypatch.setattr(publishing_steps, "COUNT_LIMIT", limit)
    unit = people.make_unit()
    for _number in range(3):
        review_with_actions(unit)

    steps = queries.steps_for(people.make_actor(Role.REVIEW_OFFICE), as_of=DAY)

    assert steps == [step]
    assert wording.shown(steps[0], as_of=DAY).title == words


def test_most_urgent_comes_first_and_without_a_day_last() -> None:
    late = NextStep("b", Urgency.LATE, due_on=DAY)
    later = NextStep("a", Urgency.LATE, due_on=DAY + timedelta(days=1))
    waiting = NextStep("a", Urgency.WAITING)
    dated = NextStep("z", Urgency.WAITING, due_on=DAY)

    assert in_order([waiting, later, dated, late]) == [late, later, dated, waiting]


@pytest.mark.django_db
def test_visitor_is_told_what_this_is_and_where_to_log_in() -> None:
    page = Client().get("/").content.decode()

    assert "Öppet för alla" in page
    assert 'href="/login/"' in page


@pytest.mark.django_db
def test_person_with_nothing_to_do_sees_that_and_where_to_look() -> None:
    client = Client()
    stina = people.make_person("Stina Läkare", Role.TRAINEE, people.make_unit())
    client.force_login(people.make_account(stina))

    page = client.get("/").content.decode()

    assert "Inget väntar på dig" in page
    assert 'href="/register/"' in page
    assert "Läs in rapporter" not in page


@pytest.mark.django_db
def test_start_page_words_a_late_action_and_leads_to_its_plan() -> None:
    unit = people.make_unit()
    review = review_with_actions(unit, timezone.localdate() - timedelta(days=2))
    client = Client()
    client.force_login(people.make_account(people.make_person("Hanna Chef", Role.HEAD_OF_UNIT, unit)))

    page = client.get("/").content.decode()

    assert "Hej Hanna" in page
    assert "1 utlovad förändring är inte gjord: berätta hur det går" in page
    assert f'href="/reviews/{review.pk}/#plan"' in page


def visited(unit: Unit, day: date) -> Review:
    recorded = RecordedReview(unit_id=unit.pk, standard_key="spur-st-2021", visit_from=day)
    return record_review(recorded=recorded, by=people.SYSTEM, now=NOW)


@pytest.mark.django_db
def test_head_is_told_of_the_next_review_counted_from_the_last_visit() -> None:
    unit = people.make_unit()
    visited(unit, date(2014, 4, 1))
    visited(unit, date(2021, 4, 1))
    visited(people.make_unit("Granngården"), date(2015, 1, 1))

    steps = queries.steps_for(people.make_actor(Role.HEAD_OF_UNIT, unit), as_of=DAY)

    name = "Tallbackens hälsocentral"
    assert steps == [NextStep("review-due", Urgency.SOON, 1, unit.pk, name, date(2026, 4, 1))]


@pytest.mark.django_db
def test_unit_that_is_closed_waits_for_no_review() -> None:
    unit = people.make_unit()
    visited(unit, date(2014, 4, 1))
    head = people.make_actor(Role.HEAD_OF_UNIT, unit)
    Unit.objects.filter(pk=unit.pk).update(closed_on=DAY)

    assert queries.steps_for(head, as_of=DAY) == []


@pytest.mark.parametrize("role", [Role.REGION_OFFICER, Role.CARE_PROVIDER_OFFICER])
@pytest.mark.django_db
def test_officer_is_told_how_many_units_lack_a_review_and_no_others_are_counted(role: Role) -> None:
    family = people.make_specialty()
    fresh, stale = (people.make_unit(name, specialties=(family,)) for name in ("Färska", "Gamla"))
    people.make_unit("Aldrig", specialties=(family,))
    people.make_unit("Utbildar inte")
    elsewhere = people.make_region("Sydslätt", "98")
    people.make_unit(
        "Annan", provider=people.make_provider("Annan", elsewhere), region=elsewhere, specialties=(family,)
    )
    visited(fresh, date(2021, 3, 2))
    visited(stale, date(2021, 3, 1))
    at = people.make_region() if role is Role.REGION_OFFICER else people.make_provider()

    steps = queries.steps_for(people.make_actor(role, at), as_of=DAY)

    assert steps == [NextStep("units-overdue", Urgency.LATE, 2)]


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.HEAD_OF_UNIT, Role.REVIEW_OFFICE])
def test_two_cases_of_one_unit_say_which_they_are(role: Role) -> None:
    unit, visit = people.make_unit(), timezone.localdate() + timedelta(days=40)
    first = review_with_actions(unit, timezone.localdate() - timedelta(days=3))
    own = make_case(unit, kind=ReviewKind.SELF_EVALUATION, visit_from=visit, visit_to=visit)
    lead_to(make_case(people.make_unit("Granliden"), visit_from=visit, visit_to=visit), State.PLANNED)
    lead_to(own, State.PLANNED)
    client = people.client_of(people.make_person("Asta", role, None if role is Role.REVIEW_OFFICE else unit))

    page = client.get("/").context
    told = {step.url: step.detail for step in (*page["now"], *page["soon"])}

    assert told[f"/cases/{own.pk}/"] == f"{unit.name} · Självvärdering · Allmänmedicin"
    assert told[f"/reviews/{first.pk}/#plan"].startswith(f"{unit.name} · Extern granskning · sedan ")
    assert "Granliden" in told.values() or role is Role.HEAD_OF_UNIT


@pytest.mark.django_db
@pytest.mark.parametrize(("number", "told"), [(6, ""), (8, "Visa 2 enheter eller specialiteter till")])
def test_units_beyond_the_first_six_are_counted_and_not_said_to_lack_a_review(number: int, told: str) -> None:
    units = [people.make_unit(f"Enheten {one}") for one in range(number)]
    person = people.make_person("Stina", Role.PROGRAMME_DIRECTOR, units[0])
    for unit in units[1:]:
        assign_role(
            person=person,
            role=Role.PROGRAMME_DIRECTOR,
            at=unit,
            valid_from=date(2020, 1, 1),
            valid_until=None,
            by=people.SYSTEM,
        )
    for unit in units:
        review_with_actions(unit)

    page = people.client_of(person).get("/")

    assert (len(page.context["units"]), page.context["units_left_out"]) == (6, told)
    assert page.context["unreviewed"] == []
    assert told in page.content.decode()
