"""What a plan must and may answer, what is warned of in an item, and the sentence after it."""

from dataclasses import replace
from datetime import date

import pytest

from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict
from kollegium.domain.planning_answers import (
    ItemWords,
    Lack,
    PlanWarning,
    ToAnswer,
    plan_due,
    sentence_after_plan,
    to_answer,
    warnings_about,
)
from kollegium.domain.standard import Outcome

STANDARD = standards.load("spur-st-2021")
AREA = STANDARD.area("D")
TODAY = date(2026, 3, 2)
GOOD = ItemWords(
    action="Varje ST-läkare får ett individuellt utbildningsprogram.",
    due_on=date(2026, 9, 30),
    responsible="Huvudhandledaren",
    follow_up_on=date(2026, 10, 15),
    follow_up_responsible="Verksamhetschefen",
    evidence="Programmen, underskrivna",
)
BOTH = {"D6": Verdict.NOT_MET, "D7": Verdict.PARTLY_MET, "D9": Verdict.NOT_MET, "D1": Verdict.MET}


@pytest.mark.parametrize(
    ("outcome", "verdicts", "was_raised", "expected"),
    [
        (Outcome.FAILED, BOTH, False, ToAnswer("D", ("D6", "D7"), ("D9",))),
        (Outcome.PASSED, BOTH, False, ToAnswer("D", ("D6", "D7"), ("D9",))),
        (Outcome.PASSED_WITH_REMARKS, BOTH, True, ToAnswer("D", (), ("D6", "D7", "D9"))),
        (Outcome.PASSED_WITH_REMARKS, {"D9": Verdict.PARTLY_MET}, False, ToAnswer("D", (), ("D9",))),
        (Outcome.FAILED, {"D9": Verdict.NOT_MET}, False, ToAnswer("D", ("",), ("D9",))),
        (Outcome.FAILED, {"D6": Verdict.CANNOT_TELL}, False, ToAnswer("D", ("",), ())),
        (Outcome.PASSED, {"D6": Verdict.MET, "D9": Verdict.NOT_APPLICABLE}, False, ToAnswer("D")),
        (None, {}, False, ToAnswer("D")),
    ],
    ids=[
        "breaches of a failed area",
        "breaches though it passed",
        "raised since",
        "recommendation only",
        "failed without a breach on record",
        "failed with an open verdict",
        "nothing falls short",
        "not graded",
    ],
)
def test_what_a_plan_answers(
    outcome: Outcome | None, verdicts: dict[str, Verdict], was_raised: bool, expected: ToAnswer
) -> None:
    assert to_answer(AREA, outcome=outcome, verdicts=verdicts, was_raised=was_raised) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ()),
        ({"action": "Vi ordnar undervisning på torsdagar."}, (PlanWarning.OFF_SUBJECT,)),
        ({"due_on": date(2026, 3, 1)}, (PlanWarning.DUE_IN_PAST,)),
        ({"due_on": TODAY}, ()),
        ({"due_on": date(2026, 3, 1), "is_done": True}, ()),
        ({"due_on": TODAY, "is_done": True}, ()),
        ({"due_on": date(2026, 3, 3), "is_done": True}, (PlanWarning.DONE_AHEAD,)),
        ({"due_on": None, "is_done": True}, ()),
        ({"follow_up_on": date(2026, 9, 29)}, (PlanWarning.FOLLOWED_UP_BEFORE_DUE,)),
        ({"follow_up_on": date(2026, 9, 30)}, ()),
        ({"follow_up_responsible": " huvudhandledaren. "}, (PlanWarning.SAME_PERSON,)),
        ({"responsible": "", "follow_up_responsible": ""}, ()),
        ({"evidence": " "}, (PlanWarning.NO_EVIDENCE,)),
        ({"action": "", "evidence": ""}, ()),
    ],
    ids=[
        "good",
        "off the subject",
        "the day before",
        "today",
        "done the day before",
        "done today",
        "done tomorrow",
        "done on a day nobody knows",
        "followed up first",
        "followed up the same day",
        "one person",
        "nobody named yet",
        "nothing will show it",
        "nothing planned yet",
    ],
)
def test_warnings(changes: dict[str, object], expected: tuple[PlanWarning, ...]) -> None:
    item = replace(GOOD, **changes)  # type: ignore[arg-type]

    assert warnings_about(item, STANDARD.criterion("D6"), as_of=TODAY) == expected


def test_area_has_no_subject_to_miss() -> None:
    assert warnings_about(replace(GOOD, action="Något annat"), None, as_of=TODAY) == ()


def test_item_lacks_what_is_not_filled_in_and_evidence_is_not_asked_for() -> None:
    assert ItemWords().lacks == tuple(Lack)
    assert replace(GOOD, responsible=" \n", due_on=None, evidence="").lacks == (Lack.DUE_ON, Lack.RESPONSIBLE)
    assert replace(GOOD, due_on=None, is_done=True).lacks == ()
    assert (ItemWords().is_empty, GOOD.is_empty) == (True, False)


def test_day_is_counted_in_whole_months_where_a_plan_lifts() -> None:
    assert plan_due(date(2025, 11, 30), months=3, lifts=True) == date(2026, 2, 28)
    assert plan_due(date(2025, 11, 30), months=3, lifts=False) is None


def test_sentence_names_the_letter_of_the_areas_own_scale() -> None:
    lifted = sentence_after_plan(AREA, before=Outcome.FAILED, after=Outcome.PASSED_WITH_REMARKS)
    kept = sentence_after_plan(AREA, before=Outcome.FAILED, after=Outcome.FAILED)

    assert lifted.endswith(" Graderingen är ändrad till C.")
    assert kept == "Handlingsplan inkommen, gradering D kvarstår."
