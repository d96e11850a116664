"""Invented reviews by seed, in prose full of what line ends and page turns like to break."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Area, Outcome, Standard
from kollegium.reviews.printed_words import WORDS
from kollegium.reviews.report import PrintedDate, ReportArea, ReportPlanItem, ReviewReport

SUBJECTS = (
    "ST-läkaren", "Handledaren", "Verksamhetschefen", "Studierektorn", "Kliniken", "Enhetens ledning", "Kollegiet",
)  # fmt: skip
VERBS = ("planerar", "följer upp", "dokumenterar", "deltar i", "utvecklar", "saknar", "ansvarar för")
OBJECTS = (
    "kvalitets- och patientsäkerhetsarbete", "ledar- samt handledarskap", "akut-, dag- och öppenvård",
    "team inom astma/KOL och diabetes/fetma", "2–3 kurser/år (4 h/vecka)", "mini-CEX, DOPS och 360-gradersbedömning",
    "sitt individuella utbildningsprogram", "specialiseringstjänstgöringens utbildningsaktiviteter",
    "\"öppen dörr\" hos chefen", "jour- och beredskapstjänstgöring 8.00–16.30", "vetenskapligt arbete enl. STa3",
    "ST-, AT- och BT-läkarnas introduktion", "ledar- handledarskap", "dokument på https://exempel.se/st/riktlinjer",
)  # fmt: skip
ENDINGS = (
    "",
    " – enligt mall",
    " sedan 2023",
    ", se bilaga 2",
    " (undantaget jour)",
    " - när tid finns",
    " varje termin",
)
PEOPLE = ("Malin Ekdahl", "Jonas Öström", "Åsa Lindqvist-Berg", "Nora Al-Khalidi", "Per Hallén", "Li Wång")
TITLES = ("Verksamhetschef", "Studierektor", "Överläkare", "Huvudhandledare")


class Inventor:
    """Invents reviews; the same seed invents the same review."""

    def __init__(self, seed: int, standard: Standard) -> None:
        self.random = Random(seed)
        self.standard = standard

    def review(self) -> ReviewReport:
        """Give a review in which anything may be missing."""
        chance, people = self.random, self.random.sample(PEOPLE, self.random.randint(0, 4))
        visit = date(2022, 1, 1) + timedelta(days=chance.randrange(1400))
        review = ReviewReport(
            unit=chance.choice(
                (
                    "Lindhaga hälsocentral",
                    "Medicinkliniken, Storsjö lasarett",
                    "Barn- och ungdomskliniken Almvik",
                )
            ),
            printed_on=visit + timedelta(days=60),
            visit=PrintedDate(first=visit, last=visit + timedelta(days=chance.randint(0, 2))),
            report_date=PrintedDate(first=visit + timedelta(days=30)),
            reviewers=tuple(f"{name}, {chance.choice(TITLES).lower()}" for name in people),
            strengths=self.points(),
            weaknesses=self.points(),
            improvements=self.points(),
            areas=tuple(self.area(area) for area in self.standard.areas if chance.random() < 0.9),
            plan=tuple(self.plan_item() for _ in range(chance.randint(0, 5))),
        )
        known = {
            "review_type": "Extern granskning",
            "care_provider": "Region Mälarvik",
            "specialty": "allmänmedicin",
        }
        return replace(review, **{name: value for name, value in known.items() if chance.random() < 0.8})

    def sentence(self) -> str:
        """Give one sentence."""
        pick = self.random.choice
        return f"{pick(SUBJECTS)} {pick(VERBS)} {pick(OBJECTS)}{pick(ENDINGS)}."

    def prose(self, most: int) -> str:
        """Give one paragraph of up to ``most`` sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(1, most)))

    def points(self) -> tuple[str, ...]:
        """Give the points of a summary box."""
        return tuple(self.prose(3) for _ in range(self.random.randint(0, 6)))

    def area(self, area: Area) -> ReportArea:
        """Give the judgement of one area; its grades and verdicts may be unknown."""
        chance = self.random
        now = chance.choice([*area.scale.outcomes, None])
        lifted = now is Outcome.PASSED_WITH_REMARKS and chance.random() < 0.5
        return ReportArea(
            area.key,
            narrative="\n\n".join(self.prose(7) for _ in range(chance.randint(0, 6))),
            verdicts={
                one.key: chance.choice(list(Verdict)[:4]) for one in area.criteria if chance.random() < 0.5
            },
            outcome_decided=Outcome.FAILED if lifted else now,
            outcome_now=now,
            round_now="action_plan" if lifted else "",
        )

    def plan_item(self) -> ReportPlanItem:
        """Give an item of the action plan for any criterion."""
        chance, criterion = self.random, self.random.choice(self.standard.criteria)
        due = date(2026, 1, 1) + timedelta(days=chance.randrange(300))
        return ReportPlanItem(
            criterion.area_key,
            criterion.key,
            action=self.prose(4),
            due=PrintedDate(first=due),
            responsible=f"{chance.choice(TITLES)} {chance.choice(PEOPLE)}",
            follow_up=PrintedDate(first=due + timedelta(days=90)),
            follow_up_responsible=""
            if chance.random() < 0.2
            else f"{chance.choice(TITLES)} {chance.choice(PEOPLE)}",
        )


def expected_reading(review: ReviewReport, standard: Standard, language: str) -> dict[str, Any]:
    """Give what a reader should find in the print of ``review``, in the shape of a reading's JSON.

    Left out: the file's name, titles, quotations and doubts, which are the reader's own.
    """
    words = WORDS[language]
    first, last = review.visit.first, review.visit.last
    return {
        "standard": standard.key,
        "review_type": review.review_type or None,
        "care_provider": review.care_provider or None,
        "unit": review.unit,
        "specialty": review.specialty or None,
        "visit": {"text": words.days(first, last), "from": str(first), "to": str(last)}
        if first and last
        else None,
        "report_date": str(review.report_date.first) if review.report_date.first else None,
        "reviewers": list(review.reviewers),
        "strengths": list(review.strengths),
        "weaknesses": list(review.weaknesses),
        "improvements": list(review.improvements),
        "areas": {area.key: _expected_area(review, area) for area in standard.areas},
        "action_plan": [_expected_item(item, language) for item in review.plan],
        "verdicts": {key: str(verdict) for area in review.areas for key, verdict in area.verdicts.items()},
    }


def _expected_area(review: ReviewReport, area: Area) -> dict[str, Any]:
    said = next((one for one in review.areas if one.key == area.key), ReportArea(area.key))
    return {
        "narrative": said.narrative or None,
        "criteria": [criterion.key for criterion in area.criteria],
        "grade_at_visit": area.scale.letter_of(said.outcome_decided) if said.outcome_decided else None,
        "grade_now": area.scale.letter_of(said.outcome_now) if said.outcome_now else None,
    }


def _expected_item(item: ReportPlanItem, language: str) -> dict[str, Any]:
    return {
        "area": item.area_key,
        "criterion": item.criterion_key or None,
        "action": item.action,
        "due": _expected_date(item.due, language, {"done": False}),
        "responsible": item.responsible or None,
        "follow_up": _expected_date(item.follow_up, language, {}),
        "follow_up_responsible": item.follow_up_responsible or None,
    }


def _expected_date(moment: PrintedDate, language: str, more: dict[str, bool]) -> dict[str, Any] | None:
    if not moment.text and moment.first is None:
        return None
    text = moment.text or WORDS[language].day(moment.first or date.min)
    return {"text": text, "date": str(moment.first) if moment.first else None, **more}
