"""A decided case that asks for a plan, and plans written, sent and judged through the same actions as in use."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from kollegium.accounts.models import Person
from kollegium.action_plans.actions.judging_plan import NewAreaGrade, NewJudgement, decide_area, judge_item
from kollegium.action_plans.actions.planning import NewWords, save_item, send_plan
from kollegium.action_plans.models import ItemJudgement, Plan, PlanDraftItem
from kollegium.action_plans.queries.plans import get_plan_for
from kollegium.domain.case_life import State
from kollegium.domain.errors import Refused
from kollegium.domain.grading import Answer, Verdict
from kollegium.domain.planning_answers import ItemWords
from kollegium.domain.standard import Outcome
from kollegium.organisations.models import Unit
from kollegium.reviews.models import Grade, Review, VerdictSource
from kollegium.reviews.models import Verdict as StoredVerdict
from tests import people
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case

# Decided on 2 March; three months later.
DUE = date(2026, 6, 2)
SENT_AT = NOW + timedelta(days=30)
SHORT = {"D6": Verdict.NOT_MET, "D7": Verdict.PARTLY_MET, "D9": Verdict.NOT_MET, "B1": Verdict.MET}
WORDS = ItemWords(
    action="Varje ST-läkare får ett individuellt utbildningsprogram, som revideras varje termin.",
    due_on=date(2026, 9, 30),
    responsible="Huvudhandledaren",
    follow_up_on=date(2026, 10, 15),
    follow_up_responsible="Verksamhetschefen",
    evidence="Programmen, underskrivna",
)


def decided_case(unit: Unit, *reviewers: Person) -> Review:
    """Give a decided case: area D failed by D6 and D7, D9 falls short too, all else passed."""
    case = make_case(unit)
    give_team(case, *reviewers, people.make_person("Gun Granskare"))
    grade_everything(case)
    part = case.parts.get()
    Grade.objects.filter(part=part, area_key="D").update(outcome=Outcome.FAILED)
    for key, verdict in SHORT.items():
        StoredVerdict.objects.create(
            part=part,
            criterion_key=key,
            source=VerdictSource.RECONCILED,
            outcome=verdict,
            recorded_at=NOW,
        )
    return lead_to(case, State.DECIDED)


def write(case: Review, by: Person, key: str, words: ItemWords = WORDS, seen: int = 0) -> PlanDraftItem:
    """Save an item of area D."""
    new = NewWords((case.parts.get().pk, "D", key), words, seen)
    return save_item(review_id=case.pk, new=new, by=people.actor_today(by))


def send(case: Review, by: Person, *, seen: bool = False, now: datetime = SENT_AT) -> Plan:
    """Send the plan as it stands."""
    version = Plan.objects.get(review=case).version
    return send_plan(
        review_id=case.pk,
        expected_version=version,
        has_seen_warnings=seen,
        now=now,
        by=people.actor_today(by),
    )


def sent_plan(case: Review, by: Person, *, seen: int = 0) -> dict[str, PlanDraftItem]:
    """Write what must be answered and send it; `seen` is the version of D6. Shape: criterion key → item."""
    write(case, by, "D6", seen=seen)
    write(case, by, "D7", replace(WORDS, action="Utbildningsprogrammen ses över varje termin."))
    send(case, by)
    return {item.criterion_key: item for item in PlanDraftItem.objects.filter(plan__review=case)}


def judge(
    case: Review,
    item: PlanDraftItem,
    by: Person,
    answers: Answer = Answer.YES,
    reason: str = "Svarar.",
    seen: int | None = None,
) -> ItemJudgement:
    """Judge an item as it reads now, having seen what stands, or only what stood at the version `seen`."""
    actor = people.actor_today(by)
    if seen is None:
        mine = get_plan_for(actor, case.pk).own_judgement(item)
        seen = mine.version if mine else 0
    words = PlanDraftItem.objects.get(pk=item.pk).version
    return judge_item(
        review_id=case.pk,
        item_id=item.pk,
        judgement=NewJudgement(answers, reason, words, seen),
        now=SENT_AT + timedelta(days=7),
        by=actor,
    )


def decide(
    case: Review,
    by: Person,
    outcome: Outcome,
    area_key: str = "D",
    reason: str = "Planen håller.",
    now: datetime = SENT_AT + timedelta(days=8),
) -> Grade:
    """Decide an area after the plan."""
    return decide_area(
        review_id=case.pk,
        decided=NewAreaGrade(case.parts.get().pk, area_key, outcome, reason),
        now=now,
        by=people.actor_today(by),
    )


def refusal(act: object, *values: object, **named: object) -> str:
    """Give the code with which something is refused."""
    try:
        act(*values, **named)  # type: ignore[operator]
    except Refused as refused:
        return refused.code
    raise AssertionError("not refused")
