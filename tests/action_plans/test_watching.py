"""What is told upwards, what a region asks for, and extra internal reviews."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kollegium.action_plans.actions import RuleValues, change_region_rules, dismiss_extra_review, keep_watch
from kollegium.action_plans.models import Escalation, ExtraReview, RegionRules
from kollegium.action_plans.queries import BoardFilters, BoardView, list_actions_for
from kollegium.action_plans.queries.next_steps import next_steps_for
from kollegium.domain.following_up import months_later
from kollegium.domain.next_steps import Urgency
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.notifications.actions import remind
from kollegium.notifications.models import Reminder
from kollegium.organisations.actions import close_unit
from kollegium.reviews.actions import ReviewRefused
from kollegium.reviews.models import ActionPlanItem, ActionState, GradeRound, ReviewKind
from kollegium.reviews.recorded import RecordedGrade
from kollegium.trail.queries import log_of
from tests.people import (
    SYSTEM,
    TODAY,
    client_of,
    make_account,
    make_actor,
    make_person,
    make_region,
    make_unit,
)
from tests.reviews.builders import NOW, make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
DECIDED = date(2026, 2, 1)


@pytest.fixture
def unit():
    return make_unit("Ekens hälsocentral")


def late(unit, days: int, **others) -> ActionPlanItem:
    part = plain_part(
        plan_items=(plan_item(due_on=TODAY - timedelta(days=days), follow_up_on=None, **others),)
    )
    return ActionPlanItem.objects.get(part__review=make_review(unit, part=part))


def failed(unit, *, decided_on: date | None = DECIDED, outcome: Outcome = Outcome.FAILED, **others):
    grades = (RecordedGrade("D", GradeRound.DECISION, outcome, decided_on=decided_on),)
    return make_review(unit, part=plain_part(grades=grades, plan_items=()), **others)


def asked(region, *, since: date = date(2026, 1, 1), days: int = 30, extra: bool = True) -> RegionRules:
    rules = RegionRules.objects.filter(region=region).first()
    return change_region_rules(
        region_id=region.pk,
        values=RuleValues(days, extra, 6),
        expected_version=rules.version if rules else 1,
        as_of=since,
        by=SYSTEM,
    )


def told() -> list[str]:
    return [row.recipient.name for row in Reminder.objects.unread().filter(kind="action-escalated")]


@pytest.mark.parametrize(("days", "count"), [(29, 0), (30, 1), (365, 1), (366, 0)])
def test_care_provider_is_told_after_thirty_days_and_of_no_history(unit, days, count) -> None:
    late(unit, days)

    keep_watch(as_of=TODAY)

    assert Escalation.objects.count() == count


def test_officer_of_the_care_provider_is_told_once_and_it_stands_on_the_board(unit) -> None:
    item = late(unit, 40)
    officer = make_person("Osvald Handläggare", Role.CARE_PROVIDER_OFFICER, unit.care_provider)
    make_account(officer)
    make_account(make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit))
    for _ in range(2):
        keep_watch(as_of=TODAY)
        remind(as_of=TODAY, now=NOON)

    assert told() == ["Osvald Handläggare"]
    office = make_actor(Role.REVIEW_OFFICE)
    page = list_actions_for(office, BoardFilters(view=BoardView.ESCALATED), as_of=TODAY)
    assert [(row["pk"], row["is_escalated"]) for row in page.rows] == [(item.pk, True)]


def test_it_ends_when_the_action_is_reported_and_begins_again_when_judged_not_done(unit) -> None:
    item = late(unit, 40)
    make_account(make_person("Osvald Handläggare", Role.CARE_PROVIDER_OFFICER, unit.care_provider))
    keep_watch(as_of=TODAY)
    remind(as_of=TODAY, now=NOON)

    ActionPlanItem.objects.filter(pk=item.pk).update(state=ActionState.REPORTED_DONE)
    keep_watch(as_of=TODAY + timedelta(days=1))
    remind(as_of=TODAY + timedelta(days=1), now=NOON)
    assert (Escalation.objects.open().count(), told()) == (0, [])

    ActionPlanItem.objects.filter(pk=item.pk).update(state=ActionState.NOT_DONE)
    keep_watch(as_of=TODAY + timedelta(days=2))
    remind(as_of=TODAY + timedelta(days=2), now=NOON)
    assert (Escalation.objects.open().count(), told()) == (1, ["Osvald Handläggare"])


def test_region_says_after_how_many_days(unit) -> None:
    asked(unit.region, days=10, extra=False)
    late(unit, 10)

    keep_watch(as_of=TODAY)

    assert Escalation.objects.count() == 1


def test_closed_unit_is_told_of_nowhere(unit) -> None:
    late(unit, 40)
    close_unit(unit_id=unit.pk, closed_on=TODAY, expected_version=1, by=SYSTEM)

    keep_watch(as_of=TODAY)

    assert Escalation.objects.count() == 0


def test_failed_external_review_opens_an_extra_one_six_months_on(unit) -> None:
    asked(unit.region)
    review = failed(unit)

    for _ in range(2):
        keep_watch(as_of=TODAY)

    [extra] = ExtraReview.objects.all()
    assert (extra.review, extra.due_on) == (review, date(2026, 8, 1))
    assert log_of(ExtraReview.objects.all())[0].actor_key == "system:follow-up"


@pytest.mark.parametrize(
    "others",
    [
        {"outcome": Outcome.PASSED_WITH_REMARKS},
        {"kind": ReviewKind.INTERNAL},
        {"decided_on": date(2025, 12, 31)},
        {"decided_on": TODAY + timedelta(days=1)},
        {"decided_on": None},
    ],
    ids=["passed", "internal", "before-it-was-asked-for", "to-come", "no-day-known"],
)
def test_what_opens_no_extra_review(unit, others) -> None:
    asked(unit.region)
    failed(unit, **others)

    keep_watch(as_of=TODAY)

    assert not ExtraReview.objects.exists()


def test_region_that_asks_for_nothing_gets_none(unit) -> None:
    asked(unit.region, extra=False)
    failed(unit)

    keep_watch(as_of=TODAY)

    assert not ExtraReview.objects.exists()


def test_internal_review_after_the_decision_settles_it_and_an_earlier_one_does_not(unit) -> None:
    asked(unit.region)
    failed(unit)
    make_review(unit, kind=ReviewKind.INTERNAL, visit_from=DECIDED - timedelta(days=1))
    keep_watch(as_of=TODAY)
    assert ExtraReview.objects.open().count() == 1

    answer = make_review(unit, kind=ReviewKind.INTERNAL, visit_from=DECIDED)
    keep_watch(as_of=TODAY)

    assert ExtraReview.objects.get().done_by == answer


def test_director_of_training_is_reminded_and_may_dismiss_with_a_reason(unit) -> None:
    asked(unit.region)
    failed(unit)
    director = make_person("Örjan Över", Role.DIRECTOR_OF_TRAINING, unit.region)
    client = client_of(director)
    keep_watch(as_of=TODAY)
    [extra] = ExtraReview.objects.all()
    remind(as_of=extra.due_on, now=NOON)
    assert Reminder.objects.unread().filter(kind="extra-review", recipient=director).count() == 1
    address = f"/follow-up/extra-reviews/{extra.pk}/dismiss/"
    assert client.post(address, {"reason": ""}).status_code == 422

    assert client.post(address, {"reason": "Enheten granskas externt i höst."}).status_code == 302

    remind(as_of=extra.due_on, now=NOON)
    assert not Reminder.objects.unread().filter(kind="extra-review").exists()
    assert (
        "Enheten granskas externt i höst."
        in client.get("/follow-up/extra-reviews/?show=all").content.decode()
    )
    with pytest.raises(ReviewRefused, match="extra-settled"):
        dismiss_extra_review(extra_id=extra.pk, reason="Igen.", now=NOW, by=SYSTEM)


def test_head_of_unit_sees_the_extra_review_and_may_not_dismiss_it(unit) -> None:
    asked(unit.region)
    failed(unit)
    keep_watch(as_of=TODAY)
    head = client_of(make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit))
    [extra] = ExtraReview.objects.all()

    assert "Ekens hälsocentral" in head.get("/follow-up/extra-reviews/").content.decode()
    assert "1 augusti 2026" in head.get(f"/units/{unit.pk}/follow-up/").content.decode()
    assert head.get(f"/follow-up/extra-reviews/{extra.pk}/dismiss/").status_code == 403


def test_rules_of_a_region_are_changed_by_who_manages_it_and_logged(unit) -> None:
    other = make_region("Region Sjölandet", "98")
    administrator = client_of(make_person("Adam Admin", Role.ADMINISTRATOR, unit.region))
    values = {"version": 1, "escalate_after_days": 14, "wants_extra_review": "on", "extra_within_months": 4}

    assert administrator.post(f"/follow-up/regions/{unit.region_id}/", values).status_code == 302
    assert administrator.post(f"/follow-up/regions/{unit.region_id}/", values).status_code == 422
    assert administrator.post(f"/follow-up/regions/{other.pk}/", values).status_code == 403

    rules = RegionRules.objects.get()
    assert (rules.region_id, rules.escalate_after_days, rules.extra_within_months) == (unit.region_id, 14, 4)
    assert log_of(RegionRules.objects.all())[-1].action == "action_plans.change_region_rules"


@pytest.mark.parametrize("name", ["escalate_after_days", "extra_within_months"])
@pytest.mark.parametrize("value", ["0", "-1", "1000", "x", ""])
def test_bad_rules_are_told_at_their_field(unit, name, value) -> None:
    office = client_of(make_person(role=Role.REVIEW_OFFICE))
    values = {"version": 1, "escalate_after_days": 14, "extra_within_months": 4, name: value}

    answer = office.post(f"/follow-up/regions/{unit.region_id}/", values)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [name])


def test_asking_anew_does_not_reach_back(unit) -> None:
    asked(unit.region)
    asked(unit.region, extra=False)
    asked(unit.region, since=TODAY)

    assert RegionRules.objects.get().extra_since == TODAY


def test_start_page_tells_what_waits(unit) -> None:
    asked(unit.region)
    failed(unit)
    late(unit, 1, state=ActionState.REPORTED_DONE)
    keep_watch(as_of=TODAY)
    director = make_actor(Role.DIRECTOR_OF_TRAINING, unit.region)

    def steps(as_of: date) -> list[tuple[str, Urgency, int]]:
        return [(step.kind, step.urgency, step.count) for step in next_steps_for(director, as_of=as_of)]

    assert steps(TODAY) == [("actions-to-judge", Urgency.WAITING, 1)]
    assert steps(date(2026, 6, 2))[1:] == [("extra-review", Urgency.SOON, 1)]
    assert steps(date(2026, 8, 2))[1:] == [("extra-review", Urgency.LATE, 1)]
    assert next_steps_for(make_actor(Role.TRAINEE, unit), as_of=TODAY) == []


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 6, 15), 6, date(2026, 12, 15)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, later) -> None:
    assert months_later(day, months) == later
