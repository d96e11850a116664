"""A whole case, from the order to the grade after the plan, that ends as each of the field's two example reports.

Both reviewers judge every criterion apart, agree, write what the report says and propose the grades; the unit checks
the facts, the office decides, the unit sends the report's own plan, and it is judged. What is printed then is read
back as what the example holds. Every step is taken by whoever takes it in use.
"""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from kollegium.accounts.models import Person
from kollegium.action_plans.actions.judging_plan import NewAreaGrade, decide_area
from kollegium.action_plans.actions.planning import NewWords, save_item, send_plan
from kollegium.action_plans.models import Plan, PlanDraftItem
from kollegium.action_plans.queries.plans import get_plan_for
from kollegium.domain import standard as standards
from kollegium.domain.case_life import State, Step
from kollegium.domain.grading import Answer, Verdict, propose_grade
from kollegium.domain.planning_answers import ItemWords
from kollegium.domain.reading import read
from kollegium.domain.roles import Role
from kollegium.domain.standard import Area, Outcome
from kollegium.extraction import extract
from kollegium.organisations.models import Unit
from kollegium.planning.actions import order_reviews, take_on_order
from kollegium.printing import to_docx
from kollegium.reviews.actions import Appointment, appoint_reviewer, move_case
from kollegium.reviews.actions.cases import change_case_facts
from kollegium.reviews.actions.decision import Decision, FinalGrade, decide_review
from kollegium.reviews.actions.fact_check import finish_fact_check
from kollegium.reviews.actions.judging import (
    OwnVerdict,
    ProvisionalGrade,
    finish_area,
    judge,
    propose_area_grade,
    take_over_agreed,
)
from kollegium.reviews.actions.writing import write_section
from kollegium.reviews.content import content_of
from kollegium.reviews.models import Duty, Grade, GradeRound, Review, ReviewPart, SummaryHeading
from kollegium.reviews.printout import printed_review
from kollegium.reviews.queries.report_text import Section
from kollegium.reviews.queries.whole_case import case_of
from tests import people
from tests.action_plans.plans import judge as judge_item
from tests.planning.builders import new_order

pytestmark = pytest.mark.django_db
REPORTS = Path(__file__).resolve().parents[3] / "shared" / "reports"
STANDARD = standards.load("spur-st-2021")
VISIT = date(2026, 9, 8)
ORDERED = datetime(2026, 3, 2, 10, 0, tzinfo=timezone.get_fixed_timezone(60))
HEADINGS = {
    heading: getattr(SummaryHeading, heading.upper())
    for heading in ("strengths", "weaknesses", "improvements")
}


# What came of each example's plan: the answer to every action, and the grade of each failed area after it.
EXAMPLES = {
    "health-centre": (Answer.NO, Outcome.FAILED),
    "palliative-unit": (Answer.YES, Outcome.PASSED_WITH_REMARKS),
}


class PlayedCase:
    """One case as it goes on; the day moves along with it."""

    def __init__(self, wanted: dict[str, Any]) -> None:
        self.wanted, self.now = wanted, ORDERED
        self.unit: Unit = people.make_unit()
        specialty = people.make_specialty()
        self.office = people.make_person("Ines Kansli", Role.REVIEW_OFFICE)
        self.head = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, self.unit)
        self.team = [
            people.make_person(f"{name} Granskare", Role.REVIEWER, specialty) for name in ("Greta", "Göran")
        ]
        self.short = {item["criterion"] for item in wanted["action_plan"]}
        self.review = self._ordered(specialty.pk)

    @property
    def part(self) -> ReviewPart:
        return self.review.parts.get()

    def later(self, days: int) -> datetime:
        """Let days go by and give the time it is."""
        self.now += timedelta(days=days)
        return self.now

    def by(self, person: Person) -> Any:
        return people.actor_today(person)

    def step(self, step: Step, by: Person) -> None:
        self.review.refresh_from_db()
        self.review = move_case(
            review_id=self.review.pk,
            step=step,
            expected_version=self.review.version,
            now=self.now,
            by=self.by(by),
        )

    def _ordered(self, specialty_id: int) -> Review:
        order = order_reviews(
            new=new_order(self.unit, specialty_id=specialty_id),
            as_of=ORDERED.date(),
            now=self.now,
            by=self.by(self.head),
        )
        (review,) = take_on_order(
            order_id=order.pk,
            unit_ids=[self.unit.pk],
            standard_key=STANDARD.key,
            now=self.now,
            by=self.by(self.office),
        )
        return review

    def prepare_and_visit(self) -> None:
        change_case_facts(
            review_id=self.review.pk,
            visit_from=VISIT,
            visit_to=VISIT,
            case_number=None,
            expected_version=self.review.version,
            now=self.now,
            by=self.by(self.office),
        )
        for number, person in enumerate(self.team):
            appoint_reviewer(
                review_id=self.review.pk,
                appointment=Appointment(person.pk, Duty.MEMBER if number else Duty.LEAD),
                is_eligible=True,
                now=self.now,
                by=self.by(self.office),
            )
        self.step(Step.PLAN, self.office)
        self.step(Step.PREPARE, self.office)
        self.now = datetime.combine(VISIT, self.now.timetz())
        self.step(Step.VISIT_DONE, self.team[0])

    def judge(self) -> None:
        """Let both judge apart, area by area, take over what is alike and propose the rule's grade."""
        for area in STANDARD.areas:
            for person in self.team:
                self._judge_area(area, person)
            lead = self.by(self.team[0])
            where: dict[str, Any] = {"review_id": self.review.pk, "now": self.now, "by": lead}
            take_over_agreed(part_id=self.part.pk, area_key=area.key, **where)
            grade = ProvisionalGrade(self.part.pk, area.key, self.outcome_of(area), "", 0)
            propose_area_grade(grade=grade, **where)

    def _judge_area(self, area: Area, person: Person) -> None:
        where: dict[str, Any] = {"review_id": self.review.pk, "now": self.now, "by": self.by(person)}
        for criterion in area.criteria:
            outcome = Verdict.NOT_MET if criterion.key in self.short else Verdict.MET
            judge(verdict=OwnVerdict(self.part.pk, criterion.key, outcome, "", 0), **where)
        finish_area(part_id=self.part.pk, area_key=area.key, **where)

    def outcome_of(self, area: Area) -> Outcome:
        """Give the grade that the rule proposes, the best where it leaves a choice."""
        verdicts = {
            one.key: Verdict.NOT_MET if one.key in self.short else Verdict.MET for one in area.criteria
        }
        return propose_grade(area, verdicts).outcomes[0]

    def write(self) -> None:
        self.step(Step.WRITE, self.team[0])
        texts = {key: "\n".join(self.wanted[heading]) for heading, key in HEADINGS.items()}
        texts |= {f"area-{key}": area["narrative"] or "" for key, area in self.wanted["areas"].items()}
        for key, text in texts.items():
            write_section(
                review_id=self.review.pk,
                part_id=self.part.pk,
                key=key,
                text=text,
                expected_mark=Section(key, "").mark,
                by=self.by(self.team[0]),
            )
        self.step(Step.SEND_DRAFT, self.team[0])

    def check_and_decide(self) -> None:
        finish_fact_check(review_id=self.review.pk, now=self.later(7), by=self.by(self.head))
        self.step(Step.CALIBRATE, self.office)
        self.review.refresh_from_db()
        grades = [FinalGrade(self.part.pk, area.key, self.outcome_of(area)) for area in STANDARD.areas]
        self.review = decide_review(
            review_id=self.review.pk,
            decision=Decision(grades, "2026-77"),
            expected_version=self.review.version,
            now=self.later(7),
            by=self.by(self.office),
        )

    def send_plan(self) -> None:
        for item in self.wanted["action_plan"]:
            spot = (self.part.pk, item["area"], item["criterion"])
            save_item(
                review_id=self.review.pk, new=NewWords(spot, self.words(item), 0), by=self.by(self.head)
            )
        send_plan(
            review_id=self.review.pk,
            expected_version=Plan.objects.get(review=self.review).version,
            has_seen_warnings=True,
            now=self.later(30),
            by=self.by(self.head),
        )

    def words(self, item: dict[str, Any]) -> ItemWords:
        """Give what the unit would have written: where the example has no day of follow-up, some day."""
        due, follow_up = (item[key]["date"] for key in ("due", "follow_up"))
        return ItemWords(
            item["action"],
            date.fromisoformat(due) if due else None,
            item["responsible"],
            date.fromisoformat(follow_up) if follow_up else self.now.date() + timedelta(days=90),
            item["follow_up_responsible"],
            is_done=item["due"]["done"],
        )

    def judge_plan(self, answers: Answer, after: Outcome) -> None:
        for item in PlanDraftItem.objects.filter(plan__review=self.review):
            judge_item(self.review, item, self.office, answers)
        story = get_plan_for(self.by(self.office), self.review.pk)
        for area in story.areas:
            if area.is_failed:
                decided = NewAreaGrade(self.part.pk, area.area.key, after, "Så svarar planen.")
                decide_area(
                    review_id=self.review.pk, decided=decided, now=self.later(14), by=self.by(self.office)
                )

    def printed(self) -> dict[str, Any]:
        """Print the review as it stands and give what is read of the file."""
        content = content_of(case_of(Review.objects.get(pk=self.review.pk)))
        data = to_docx(printed_review(content, language="sv", printed_on=self.now.date()))
        return read(extract(data, file_name="report.docx"), file_name="report.docx").as_json()


@pytest.mark.parametrize("name", EXAMPLES)
def test_whole_case_ends_as_the_example(name: str) -> None:
    source = REPORTS / f"{name}.expected.json"
    if not source.is_file():
        pytest.skip("the example reports are not beside the repository")
    wanted = json.loads(source.read_text("utf-8"))
    case = PlayedCase(wanted)

    case.prepare_and_visit()
    case.judge()
    case.write()
    case.check_and_decide()
    assert case.review.state == State.DECIDED
    case.send_plan()
    case.judge_plan(*EXAMPLES[name])

    found = case.printed()
    for heading in HEADINGS:
        assert folded(found[heading]) == folded(wanted[heading])
    assert graded(found, wanted) == graded(wanted, wanted)
    assert narratives(found) == narratives(wanted)
    assert planned(found, wanted) == planned(wanted, wanted)
    assert {key for key, verdict in found["verdicts"].items() if verdict == "not_met"} == case.short
    rounds = Grade.objects.filter(part=case.part, area_key=wanted["action_plan"][0]["area"]).order_by("pk")
    assert list(rounds.values_list("round", flat=True)) == [
        GradeRound.PROVISIONAL,
        GradeRound.DECISION,
        GradeRound.ACTION_PLAN,
    ]


def folded(value: Any) -> Any:
    """Fold white space: where a line breaks is the layout's."""
    return (
        [" ".join(one.split()) for one in value]
        if isinstance(value, list)
        else " ".join((value or "").split())
    )


def graded(reading: dict[str, Any], wanted: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Give area key → the grade at the visit and now, of the areas whose grade the example tells."""
    told = [key for key, area in wanted["areas"].items() if area["grade_at_visit"]]
    return {
        key: (reading["areas"][key]["grade_at_visit"], reading["areas"][key]["grade_now"]) for key in told
    }


def narratives(reading: dict[str, Any]) -> dict[str, str]:
    """Give area key → what is told of the area."""
    return {key: folded(area["narrative"]) for key, area in reading["areas"].items()}


def planned(reading: dict[str, Any], wanted: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Give the plan's items in order: criterion, action, who does it and follows it up, whether it is done, and the days.

    A day of follow-up that the example has not is left out.
    """
    followed_up = [item["follow_up"]["date"] for item in wanted["action_plan"]]
    return [
        (
            item["criterion"],
            folded(item["action"]),
            folded(item["responsible"]),
            folded(item["follow_up_responsible"]),
            item["due"]["done"],
            item["due"]["date"],
            item["follow_up"]["date"] if follow_up else None,
        )
        for item, follow_up in zip(reading["action_plan"], followed_up, strict=True)
    ]
