"""What the demo's units have done about their action plans: reports, evidence, judgements."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from kollegium.accounts.queries import actor_of_person
from kollegium.action_plans.actions import (
    ActionReport,
    NewEvidence,
    RuleValues,
    add_evidence,
    change_region_rules,
    judge_action,
    keep_watch,
    report_action,
)
from kollegium.domain.roles import Permission
from kollegium.notifications.actions import post_letters, remind
from kollegium.notifications.models import Reminder
from kollegium.reviews.models import ActionPlanItem, ActionState

if TYPE_CHECKING:
    from kollegium.accounts.models import Person
    from kollegium.demo.places import DemoPlaces
    from kollegium.domain.roles import Actor
    from kollegium.reviews.models import Review

SEED = 20261125
REMINDED_DAYS, READ_DAYS = 98, 40
ASKING_REGION, ASKED_SINCE = "24", date(2025, 1, 1)
EVIDENCE = (
    ("Rutin för handledning", "Rutinen ligger på enhetens intranät och gicks igenom på arbetsplatsträffen."),
    ("Schema för höstens handledning", "Handledningstid varje vecka är inlagd i schemat för alla ST-läkare."),
    ("Protokoll från studierektorsmöte", "Mötet gick igenom utbildningsprogrammen och vad som återstår."),
    ("Mall för bedömning", "Mallen används vid specialistkollegiet två gånger om året."),
)
REPORTS = (
    "Rutinen är beslutad och alla handledare har fått den.",
    "Infört från och med höstens schema.",
    "Genomgånget på studierektorsmötet, nästa uppföljning till våren.",
)
JUDGEMENTS = (
    "Har läst rutinen och sett den i schemat.",
    "Har pratat med ST-läkarna, som känner igen beskrivningen.",
)


def add_demo_follow_up(
    reviews: "Sequence[Review]", people: "dict[str, Person]", *, by: "Actor", as_of: date
) -> None:
    """Let the demo's people report some actions, show what proves them, and judge some. The same every time."""
    reporter = actor_of_person(people["studierektor@exempel.se"], as_of=as_of)
    judge = actor_of_person(people["region@exempel.se"], as_of=as_of)
    rng = Random(SEED)  # noqa: S311 - invented, not secret
    items = (
        ActionPlanItem.objects.filter(part__review__in=reviews).order_by("pk").select_related("part__review")
    )
    reached = _units_of(reporter)
    for item in items.filter(state__in=[ActionState.REPORTED_DONE, ActionState.PLANNED]):
        is_near = item.part.review.unit_id in reached
        if item.state == ActionState.REPORTED_DONE and rng.random() < 0.5:
            _show(item, rng, as_of=as_of, by=reporter if is_near else by)
        elif is_near and rng.random() < 0.5:
            _report(item, rng, as_of=as_of, reporter=reporter, judge=judge if rng.random() < 0.4 else None)


def add_demo_rules(places: "DemoPlaces", *, by: "Actor", as_of: date) -> None:
    """Let one region ask for an extra review after a failed one, and the system have looked what that means."""
    change_region_rules(
        region_id=places.regions[ASKING_REGION].pk,
        values=RuleValues(escalate_after_days=30, wants_extra_review=True, extra_within_months=6),
        expected_version=1,
        as_of=ASKED_SINCE,
        by=by,
    )
    keep_watch(as_of=as_of)


def add_demo_reminders(*, as_of: date) -> None:
    """Let the reminders of the last months have come, most of them read, and send those of the day. Safe to repeat."""
    for days in range(REMINDED_DAYS, 0, -7):
        day = as_of - timedelta(days=days)
        remind(as_of=day, now=_at(day, 0))
    Reminder.objects.filter(created_at__lt=_at(as_of, READ_DAYS)).unread().update(read_at=_at(as_of, 1))
    remind(as_of=as_of, now=_at(as_of, 0))
    post_letters(now=_at(as_of, 0))


def _units_of(actor: "Actor") -> frozenset[int]:
    return actor.places(Permission.REPORT_PROGRESS).unit_ids


def _show(item: ActionPlanItem, rng: Random, *, as_of: date, by: "Actor") -> None:
    title, text = rng.choice(EVIDENCE)
    first = add_evidence(
        item_id=item.pk, evidence=NewEvidence(title, text), now=_at(as_of, rng.randint(30, 200)), by=by
    )
    if rng.random() < 0.3:
        newer = NewEvidence(title, f"{text} Ändrad efter synpunkter från ST-läkarna.", replaces=first.pk)
        add_evidence(item_id=item.pk, evidence=newer, now=_at(as_of, rng.randint(3, 29)), by=by)


def _report(
    item: ActionPlanItem, rng: Random, *, as_of: date, reporter: "Actor", judge: "Actor | None"
) -> None:
    evidence = NewEvidence(*rng.choice(EVIDENCE))
    report = ActionReport(ActionState.REPORTED_DONE, rng.choice(REPORTS), evidence)
    days = rng.randint(20, 90)
    item = report_action(
        item_id=item.pk, report=report, expected_version=item.version, now=_at(as_of, days), by=reporter
    )
    if judge is not None:
        judge_action(
            item_id=item.pk,
            is_done=rng.random() < 0.7,
            reason=rng.choice(JUDGEMENTS),
            expected_version=item.version,
            now=_at(as_of, days - 14),
            by=judge,
        )


def _at(as_of: date, days_before: int) -> datetime:
    return datetime(as_of.year, as_of.month, as_of.day, 14, 20, tzinfo=UTC) - timedelta(days=days_before)
