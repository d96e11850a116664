"""What a review says, as plain JSON: what is printed, and what is published once names are decided about.

The free texts can be taken out by path, looked through, and put back.
"""

import copy
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from kollegium.domain.naming import Passage
from kollegium.domain.standard import Outcome
from kollegium.reviews.models import SummaryHeading
from kollegium.reviews.queries.case import AreaGrades, CasePart, CasePlanItem, ReviewCase

FORMAT = "kollegium-review-content/1"
Content = dict[str, Any]
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def content_of(case: ReviewCase) -> Content:
    """Give what the review says.

    Shape: `parts` holds one entry per report of the review; `areas` lists every area of the standard;
    dates are ISO days or None beside the words as written; outcomes and verdicts are stored keys.
    """
    review = case.review
    return {
        "format": FORMAT,
        "standard": review.standard_key,
        "case_number": review.case_number,
        "kind": review.kind,
        "unit": review.unit.name,
        "site": review.unit.site,
        "care_provider": review.care_provider.name if review.care_provider else "",
        "region": review.unit.region.name,
        "specialty": review.specialty.name if review.specialty else "",
        "specialty_en": review.specialty.name_en if review.specialty else "",
        "visit": {
            "text": review.visit_text,
            "from": _day(review.visit_from),
            "to": _day(review.visit_to),
        },
        "report_date": {"text": review.report_date_text, "date": _day(review.report_date)},
        "reviewers": list(case.reviewers),
        "parts": [_part(case, part) for part in case.parts],
        **({"corrections": corrections_of(case)} if case.corrections else {}),
    }


def corrections_of(case: ReviewCase) -> list[Content]:
    """Give what was corrected, oldest first; a publication from before the first has no such entry."""
    return [
        {
            "on": one.corrected_on.isoformat(),
            "what": one.what,
            "key": one.key,
            "part": one.part_key,
            "reason": one.reason,
        }
        for one in case.corrections
    ]


def _part(case: ReviewCase, part: CasePart) -> Content:
    verdicts = part.outcomes_of_criteria()
    return {
        "key": part.key,
        **{heading.value: list(part.summary.get(heading.value, ())) for heading in SummaryHeading},
        "areas": [
            _area(graded, case.narrative_of(part, graded.area.key), verdicts)
            for graded in case.grades_of(part)
        ],
        "plan": [_plan_item(item) for item in part.plan],
    }


def _area(graded: AreaGrades, narrative: str, verdicts: Mapping[str, str]) -> Content:
    return {
        "key": graded.area.key,
        "narrative": narrative,
        "verdicts": {
            criterion.key: str(verdicts[criterion.key])
            for criterion in graded.area.criteria
            if criterion.key in verdicts
        },
        "at_visit": str(graded.at_visit.outcome) if graded.at_visit else None,
        "now": str(graded.now.outcome) if graded.now else None,
        "after_action_plan": graded.rests_on_plan,
        "round_now": graded.now.round if graded.now else "",
    }


def round_now_of(area: Content) -> str:
    """Give the key of the round that an area's grade was set in, "" where the content does not say.

    What was published before the rounds were kept in it tells the action plan's alone.
    """
    return str(area.get("round_now", "action_plan" if area["after_action_plan"] else ""))


def _plan_item(item: CasePlanItem) -> Content:
    return {
        "area": item.area_key,
        "criterion": item.criterion_key,
        "action": item.action,
        "due": {"text": item.due_text, "date": _day(item.due_on)},
        "responsible": item.responsible,
        "follow_up": {"text": item.follow_up_text, "date": _day(item.follow_up_on)},
        "follow_up_responsible": item.follow_up_responsible,
        "state": item.state,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def passages_of(content: Content) -> tuple[Passage, ...]:
    """Give every free text that may name people, by its path in the content, in reading order."""
    return tuple(passage for passage in _passages(content) if passage.text.strip())


def _passages(content: Content) -> Iterator[Passage]:
    yield Passage("visit.text", content["visit"]["text"])
    yield Passage("report_date.text", content["report_date"]["text"])
    for index, name in enumerate(content["reviewers"]):
        yield Passage(f"reviewers[{index}]", name, names_people=True)
    for index, one in enumerate(content.get("corrections", ())):
        yield Passage(f"corrections[{index}].reason", one["reason"])
    for number, part in enumerate(content["parts"]):
        root = f"parts[{number}]"
        for heading in SummaryHeading:
            for index, text in enumerate(part[heading.value]):
                yield Passage(f"{root}.{heading.value}[{index}]", text)
        for index, area in enumerate(part["areas"]):
            yield Passage(f"{root}.areas[{index}].narrative", area["narrative"])
        for index, item in enumerate(part["plan"]):
            place = f"{root}.plan[{index}]"
            yield Passage(f"{place}.action", item["action"])
            yield Passage(f"{place}.due.text", item["due"]["text"])
            yield Passage(f"{place}.responsible", item["responsible"], names_people=True)
            yield Passage(f"{place}.follow_up.text", item["follow_up"]["text"])
            yield Passage(f"{place}.follow_up_responsible", item["follow_up_responsible"], names_people=True)


def with_texts(content: Content, texts: Mapping[str, str]) -> Content:
    """Give the content with these texts put in by path; points and reviewers left empty disappear."""
    changed = copy.deepcopy(content)
    for path, text in texts.items():
        _put(changed, path, text)
    changed["reviewers"] = [name for name in changed["reviewers"] if name.strip()]
    for part in changed["parts"]:
        for heading in SummaryHeading:
            part[heading.value] = [text for text in part[heading.value] if text.strip()]
    return changed


def _put(content: Content, path: str, text: str) -> None:
    steps: list[str | int] = [name or int(index) for name, index in _STEP.findall(path)]
    place: Any = content
    for step in steps[:-1]:
        place = place[step]
    place[steps[-1]] = text


def words_of_places(content: Content) -> tuple[str, ...]:
    """Give the names of the unit, the site, the care provider, the region and the specialty."""
    keys = ("unit", "site", "care_provider", "region", "specialty", "specialty_en")
    return tuple(content[key] for key in keys if content[key])


def listing_of(content: Content) -> Content:
    """Give what a list shows of the content. Shape: `outcomes` maps area key → outcome now, worst over parts."""
    outcomes: dict[str, str] = {}
    for part in content["parts"]:
        for area in part["areas"]:
            outcome, known = area["now"], outcomes.get(area["key"])
            if outcome and (known is None or Outcome(outcome).rank < Outcome(known).rank):
                outcomes[area["key"]] = outcome
    keys = (
        "unit",
        "site",
        "care_provider",
        "region",
        "specialty",
        "specialty_en",
        "kind",
        "standard",
        "visit",
    )
    return {
        **{key: content[key] for key in keys},
        "outcomes": outcomes,
        "part_count": len(content["parts"]),
    }


def search_text_of(content: Content) -> str:
    """Give the words of the content that a search looks through."""
    return "\n".join([*words_of_places(content), *(passage.text for passage in passages_of(content))])
