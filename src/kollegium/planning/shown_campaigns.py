"""Campaigns as lists and pages show them: the teams in words, and who is where when."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.domain.swedish import sort_key
from kollegium.planning import explaining
from kollegium.planning.queries.campaigns import CampaignView, PlannedCase, TeamSeat
from kollegium.reviews.case_words import DUTY_NAMES
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import KIND_NAMES, STATE_NAMES
from kollegium.ui.components.records import days


def shown_campaign_rows(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give plain rows of campaigns as the list takes them."""
    return [
        {
            "url": reverse("planning:campaign", args=[row["pk"]]),
            "name": row["name"],
            "period": days(row["first"], row["last"]),
            "cases": ngettext("%(count)s case", "%(count)s cases", row["case_count"])
            % {"count": row["case_count"]},
        }
        for row in rows
    ]


def case_label(row: dict[str, Any]) -> str:
    """Give what a case is chosen by in a list: unit, kind, specialty and days."""
    in_english = language_now() == "en"
    specialty = (row["specialty__name_en"] if in_english else "") or row["specialty__name"] or ""
    when = row["visit_from"].isoformat() if row["visit_from"] else _("no days yet")
    return " · ".join(filter(None, (row["unit__name"], str(KIND_NAMES[row["kind"]]), specialty, when)))


def shown_case(case: PlannedCase) -> dict[str, Any]:
    """Give a case with its team and who is proposed, each explained."""
    review = case.review
    missing = case.needed - len(case.team) - len(case.proposed)
    in_english = language_now() == "en"
    specialty = review.specialty
    return {
        "pk": review.pk,
        "unit": review.unit.name,
        "url": reverse("reviews:open_case", args=[review.pk]),
        "days_url": reverse("reviews:case_facts", args=[review.pk]),
        "team_url": reverse("reviews:case_team", args=[review.pk]),
        "specialty": ((specialty.name_en if in_english else "") or specialty.name) if specialty else "",
        "region": review.unit.region.name,
        "when": days(review.visit_from, review.visit_to) if review.visit_from else "",
        "kind": KIND_NAMES[review.kind],
        "wished": days(*case.wished) if case.wished else "",
        "state": STATE_NAMES[review.state],
        "team": [{"name": seat.name, "duty": str(DUTY_NAMES[seat.duty])} for seat in case.team],
        "proposed": [_shown_seat(seat) for seat in case.proposed],
        "missing": ngettext("%(count)s reviewer is missing.", "%(count)s reviewers are missing.", missing)
        % {"count": missing}
        if missing > 0
        else "",
    }


def _shown_seat(seat: TeamSeat) -> dict[str, Any]:
    facts = seat.facts or {}
    in_english = language_now() == "en"
    return {
        "pk": seat.seat_id,
        "name": seat.name,
        "duty": str(DUTY_NAMES[seat.duty]),
        "specialties": ", ".join(
            (english if in_english else "") or name for name, english in seat.specialties
        ),
        "reasons": explaining.reasons(facts),
        "conflicts": explaining.conflicts(facts),
        "cost": explaining.cost(facts),
    }


@dataclass(slots=True)
class Grid:
    """Who is where when: a column a week for a wide page, a day after the other for a narrow one.

    Shape: `rows` are (name, one list of units for each week); `by_day` is (days, unit, names).
    """

    weeks: list[str] = field(default_factory=list)
    rows: list[tuple[str, list[list[str]]]] = field(default_factory=list)
    by_day: list[tuple[object, str, list[str]]] = field(default_factory=list)


def who_is_where(view: CampaignView) -> Grid:
    """Give the grid of a campaign, of those in the teams and those proposed."""
    dated = [case for case in view.cases if case.review.visit_from is not None]
    mondays = sorted({_monday(case.review.visit_from) for case in dated})
    places: dict[str, dict[date, list[str]]] = defaultdict(lambda: defaultdict(list))
    grid = Grid(weeks=[_week(monday) for monday in mondays])
    for case in dated:
        unit, monday = case.review.unit.name, _monday(case.review.visit_from)
        for seat in case.team:
            places[seat.name][monday].append(unit)
        for seat in case.proposed:
            places[seat.name][monday].append(_as_proposed(unit))
        names = [seat.name for seat in case.team] + [_as_proposed(seat.name) for seat in case.proposed]
        grid.by_day.append((days(case.review.visit_from, case.review.visit_to), unit, names))
    by_name = sorted(places, key=sort_key)
    grid.rows = [(name, [places[name][monday] for monday in mondays]) for name in by_name]
    return grid


def _as_proposed(name: str) -> str:
    return _("%(name)s (proposed)") % {"name": name}


def _monday(day: date | None) -> date:
    assert day is not None
    return day - timedelta(days=day.weekday())


def _week(monday: date) -> str:
    year, week = monday.isocalendar()[:2]
    return _("Week %(week)s, %(year)s") % {"week": week, "year": year}
