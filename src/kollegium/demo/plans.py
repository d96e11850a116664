"""Action plans of the demo: one that is being written with more time, and one that was sent and waits."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kollegium.accounts.queries import actor_of_person
from kollegium.action_plans.actions.judging_plan import NewJudgement, judge_item
from kollegium.action_plans.actions.planning import NewWords, extend_plan, save_item, send_plan
from kollegium.action_plans.models import Plan, PlanDraftItem
from kollegium.domain.grading import Answer
from kollegium.domain.planning_answers import ItemWords
from kollegium.reviews.models import Review

if TYPE_CHECKING:
    from kollegium.accounts.models import Person
    from kollegium.domain.roles import Actor

WRITTEN_AT = datetime(2026, 4, 20, 9, tzinfo=UTC)
SENT_AT = datetime(2026, 5, 11, 9, tzinfo=UTC)
# Late enough for the unit to have time left whenever somebody tries the demo.
LAST_DAY = date(2027, 6, 30)
BEGUN = ItemWords(
    action="Undervisningen på torsdagar ses över, så att alla hinner gå.",
    due_on=date(2027, 3, 31),
    responsible="Studierektor",
    follow_up_on=date(2027, 2, 28),
    follow_up_responsible="Studierektor",
)
WHOLE = ItemWords(
    action=(
        "Varje ST-läkare och huvudhandledare går igenom det individuella utbildningsprogrammet mot målbeskrivningen. "
        "Det som saknas skrivs in, och programmet skrivs under på nytt."
    ),
    due_on=date(2026, 9, 30),
    responsible="Huvudhandledare",
    follow_up_on=date(2026, 10, 30),
    follow_up_responsible="Verksamhetschef",
    evidence="Underskrivna program för alla ST-läkare",
)


def add_demo_plans(written: Review, sent: Review, people: "dict[str, Person]", *, by: "Actor") -> None:
    """Let the plan of one decided review be begun, and that of another be sent and judged by a reviewer."""
    director = actor_of_person(people["studierektor@exempel.se"], as_of=WRITTEN_AT.date())
    extend_plan(
        review_id=written.pk,
        to_on=LAST_DAY,
        reason="Enheten har ny verksamhetschef sedan i april.",
        now=WRITTEN_AT,
        by=by,
    )
    _write(written, BEGUN, by=director)
    _write(sent, WHOLE, by=director)
    send_plan(
        review_id=sent.pk,
        expected_version=Plan.objects.get(review=sent).version,
        has_seen_warnings=True,
        now=SENT_AT,
        by=director,
    )
    item = PlanDraftItem.objects.get(plan__review=sent)
    reviewer = actor_of_person(people["granskare2@exempel.se"], as_of=SENT_AT.date())
    said = NewJudgement(
        Answer.YES, "Gäller alla ST-läkare, har datum och följs upp av en annan.", item.version
    )
    judge_item(review_id=sent.pk, item_id=item.pk, judgement=said, now=SENT_AT, by=reviewer)


def _write(review: Review, words: ItemWords, *, by: "Actor") -> None:
    save_item(review_id=review.pk, new=NewWords((review.parts.get().pk, "D", "D6"), words, 0), by=by)
