"""Cases in progress of the demo: one in each of the early states, so that everybody has something to follow."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kollegium.demo.places import DemoPlaces
from kollegium.domain.case_life import Step
from kollegium.reviews.actions import Appointment, NewCase, appoint_reviewer, move_case, open_case
from kollegium.reviews.models import Duty, ReviewKind

if TYPE_CHECKING:
    from kollegium.accounts.models import Person
    from kollegium.domain.roles import Actor

STANDARD = "spur-st-2021"


@dataclass(frozen=True, slots=True)
class DemoCase:
    """A case: unit, kind, when it was ordered and is visited, and how far it has come."""

    unit: str
    case_number: str
    ordered: datetime
    visit: tuple[date, date]
    steps: tuple[Step, ...] = ()
    has_team: bool = True
    kind: ReviewKind = ReviewKind.EXTERNAL


CASES = (
    DemoCase(
        "Lövbergas hälsocentral",
        "2026-014",
        datetime(2025, 11, 18, 9, tzinfo=UTC),
        (date(2026, 3, 24), date(2026, 3, 25)),
        (Step.PLAN, Step.PREPARE),
    ),
    DemoCase(
        "Östanbäcks hälsocentral",
        "2026-009",
        datetime(2025, 10, 6, 9, tzinfo=UTC),
        (date(2026, 2, 17), date(2026, 2, 18)),
        (Step.PLAN, Step.PREPARE, Step.VISIT_DONE),
    ),
    DemoCase(
        "Tallmo hälsocentral",
        "2026-021",
        datetime(2026, 2, 2, 9, tzinfo=UTC),
        (date(2026, 5, 19), date(2026, 5, 20)),
        has_team=False,
    ),
)


def add_demo_cases(places: DemoPlaces, people: "dict[str, Person]", *, by: "Actor") -> None:
    """Add the cases with their teams, and take them as far as they have come."""
    for demo in CASES:
        review = open_case(
            new=NewCase(
                demo.kind,
                places.units[demo.unit].pk,
                places.specialties["allmanmedicin"].pk,
                STANDARD,
                *demo.visit,
                case_number=demo.case_number,
            ),
            now=demo.ordered,
            by=by,
        )
        if demo.has_team:
            for email, duty in (("granskare@exempel.se", Duty.LEAD), ("granskare2@exempel.se", Duty.MEMBER)):
                appoint_reviewer(
                    review_id=review.pk,
                    appointment=Appointment(people[email].pk, duty, "Arbetar i en annan region."),
                    is_eligible=True,
                    now=demo.ordered,
                    by=by,
                )
        for step in demo.steps:
            review = move_case(
                review_id=review.pk, step=step, expected_version=review.version, now=demo.ordered, by=by
            )
