"""Cases in progress for the tests, opened and led through the same actions as in use."""

from datetime import UTC, date, datetime
from typing import Any

from kollegium.accounts.models import Person
from kollegium.domain import standard as standards
from kollegium.domain.case_life import PATH, STEPS, State, Step
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.organisations.models import Unit
from kollegium.reviews.actions import Appointment, NewCase, appoint_reviewer, move_case, open_case
from kollegium.reviews.models import Duty, Grade, GradeRound, Review, ReviewKind, ReviewPart
from tests import people
from tests.people import SYSTEM, make_specialty, make_unit

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
STANDARD = "spur-st-2021"
WITH_REASON = (Step.VISIT_DONE, Step.CALIBRATE, Step.CLOSE)
WAY_FORWARD = [step for step in Step if not STEPS[step].needs_reason and step is not Step.FOLLOW_UP] + [
    Step.FOLLOW_UP
]


def make_case(unit: Unit | None = None, **others: Any) -> Review:
    """Open an ordered case of a unit, with the days of its visit."""
    values: dict[str, Any] = {
        "kind": ReviewKind.EXTERNAL,
        "unit_id": (unit or make_unit()).pk,
        "specialty_id": make_specialty().pk,
        "standard_key": STANDARD,
        "visit_from": date(2026, 5, 12),
        "visit_to": date(2026, 5, 13),
    }
    return open_case(new=NewCase(**{**values, **others}), now=NOW, by=SYSTEM)


def give_team(review: Review, *people: Person) -> None:
    """Take people into the team, the first as its lead."""
    for number, person in enumerate(people):
        duty = Duty.LEAD if number == 0 else Duty.MEMBER
        appoint_reviewer(
            review_id=review.pk,
            appointment=Appointment(person.pk, duty),
            is_eligible=True,
            now=NOW,
            by=SYSTEM,
        )


def grade_everything(review: Review, outcome: Outcome = Outcome.PASSED) -> None:
    """Give each area of each part a provisional grade."""
    for part in ReviewPart.objects.filter(review=review):
        for area in standards.load(review.standard_key).areas:
            Grade.objects.create(
                part=part, area_key=area.key, round=GradeRound.PROVISIONAL, outcome=outcome, recorded_at=NOW
            )


def lead_to(review: Review, state: State) -> Review:
    """Take the case forward step by step to a state of the path; what the steps ask for must be there."""
    while PATH.index(State(review.state)) < PATH.index(state):
        step = next(one for one in WAY_FORWARD if State(review.state) in STEPS[one].sources)
        if step is Step.CLOSE and state is State.FOLLOW_UP:
            step = Step.FOLLOW_UP
        review = move_case(
            review_id=review.pk,
            step=step,
            # The visit is ahead on that day, the unit has not said that it is done, and it may not have sent a plan.
            reason="Enheten har hört av sig per telefon." if step in WITH_REASON else "",
            expected_version=review.version,
            now=NOW,
            by=SYSTEM,
        )
    return review


def reviewers() -> tuple[Person, Person]:
    """Give two reviewers of a specialty, Greta and Göran."""
    return (
        people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty()),
        people.make_person("Göran Granskare", Role.REVIEWER, people.make_specialty()),
    )


def move(review: Review, step: Step, by: Person | None = None, **others: object) -> Review:
    """Take a step with a case, as the system unless somebody is named."""
    values: dict[str, object] = {"expected_version": review.version, "now": NOW, **others}
    actor = people.actor_today(by) if by else SYSTEM
    return move_case(review_id=review.pk, step=step, by=actor, **values)  # type: ignore[arg-type]
