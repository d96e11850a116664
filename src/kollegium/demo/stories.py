"""The two reviews of the demo that re-tell how real ones went, in invented words (`stories.toml`).

They are recorded as imports: what a text without ticks can give, and nothing else.
"""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.standard import Outcome
from kollegium.reviews.models import ActionState, CaseState, GradeRound, VerdictSource
from kollegium.reviews.recorded import (
    RecordedArea,
    RecordedGrade,
    RecordedPart,
    RecordedPlanItem,
    RecordedReview,
    RecordedVerdict,
)

if TYPE_CHECKING:
    from kollegium.demo.places import DemoPlaces

LIFTED = "Verksamheten har efter granskningen inkommit med handlingsplan för åtgärder. Graderingen är ändrad till C."
STANDS = "Handlingsplan inkommen, gradering D kvarstår."
RESPONSIBLE = {
    "palliative": ("Folke Rönnås, huvudhandledare", "Folke Rönnås, huvudhandledare"),
    "health-centre": (
        "Signe Palmsund och Yusuf Idefors, specialister i allmänmedicin",
        "Enhetschef Tove Myrgren",
    ),
}


def stories(places: "DemoPlaces") -> list[RecordedReview]:
    """Give the two reviews."""
    told = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))
    return [_review(key, story, places) for key, story in told.items()]


def _review(key: str, story: dict[str, Any], places: "DemoPlaces") -> RecordedReview:
    standard = standards.load("spur-st-2021")
    failed = {standard.criterion(item["criterion"]).area_key for item in story["plan"]}
    quote = LIFTED if story["lifted"] else STANDS
    after = Outcome.PASSED_WITH_REMARKS if story["lifted"] else Outcome.FAILED
    grades: list[RecordedGrade] = []
    for area in standard.areas:
        if area.key in failed:
            grades.append(RecordedGrade(area.key, GradeRound.DECISION, Outcome.FAILED, quote))
            grades.append(
                RecordedGrade(area.key, GradeRound.ACTION_PLAN, after, quote, story["plan_decided"])
            )
    part = RecordedPart(
        strengths=tuple(story["strengths"]),
        weaknesses=tuple(story["weaknesses"]),
        improvements=tuple(story["improvements"]),
        areas=tuple(
            RecordedArea(
                area_key,
                f"{text} {quote}" if area_key in failed else text,
                quote if area_key in failed else "",
            )
            for area_key, text in story["narratives"].items()
        ),
        grades=tuple(grades),
        verdicts=tuple(
            RecordedVerdict(item["criterion"], VerdictOutcome.NOT_MET, VerdictSource.ACTION_PLAN)
            for item in story["plan"]
        ),
        plan_items=tuple(_plan_item(key, item) for item in story["plan"]),
    )
    return RecordedReview(
        unit_id=places.units[story["unit"]].pk,
        specialty_id=places.specialties[story["specialty"]].pk,
        standard_key="spur-st-2021",
        state=CaseState.FOLLOW_UP,
        visit_from=story["visit"][0],
        visit_to=story["visit"][1],
        report_date=story["report"],
        reviewers=tuple(story["reviewers"]),
        parts=(part,),
    )


def _plan_item(key: str, item: dict[str, Any]) -> RecordedPlanItem:
    responsible, follow_up_responsible = RESPONSIBLE[key]
    return RecordedPlanItem(
        area_key=standards.load("spur-st-2021").criterion(item["criterion"]).area_key,
        criterion_key=item["criterion"],
        action=item["action"],
        due_text=item["due"],
        due_on=item.get("due_on"),
        responsible=responsible,
        follow_up_text=item["follow_up"],
        follow_up_on=item.get("follow_up_on"),
        follow_up_responsible=follow_up_responsible,
        state=ActionState.REPORTED_DONE if item.get("done") else ActionState.PLANNED,
    )
