"""The demo's pool of reviewers, and a campaign that waits for its teams."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kollegium.accounts.actions import add_person, assign_role
from kollegium.demo.places import DemoPlaces
from kollegium.domain.case_life import Step
from kollegium.domain.roles import Role
from kollegium.domain.staffing import Seniority, TieKind
from kollegium.planning.actions import (
    ProfileValues,
    add_absence,
    add_cases,
    add_tie,
    keep_profile,
    make_campaign,
)
from kollegium.planning.models import Country
from kollegium.reviews.actions import NewCase, move_case, open_case
from kollegium.reviews.models import ReviewKind

if TYPE_CHECKING:
    from kollegium.accounts.models import Person
    from kollegium.domain.roles import Actor

SINCE = date(2023, 1, 1)
MADE_AT = datetime(2026, 2, 20, 9, tzinfo=UTC)
STANDARD = "spur-st-2021"


@dataclass(frozen=True, slots=True)
class DemoReviewer:
    """A reviewer without a log-in: where they work, what they review, how experienced they are."""

    name: str
    unit: str
    specialty: str = "allmanmedicin"
    seniority: Seniority = Seniority.SENIOR
    most: int = 3
    country: Country = Country.SWEDEN
    trained: date = date(2021, 9, 14)


REVIEWERS = (
    DemoReviewer("Alva Rimstad", "Lindhaga vårdcentral"),
    DemoReviewer("Birger Tornlund", "Vårdcentralen Ekbacken Norra", most=2),
    DemoReviewer(
        "Cilla Vretmark", "Hälsocentralen Skärlinge", seniority=Seniority.JUNIOR, trained=date(2025, 10, 7)
    ),
    DemoReviewer(
        "Dagny Utterholm", "Östanbäcks hälsocentral", seniority=Seniority.JUNIOR, trained=date(2025, 10, 7)
    ),
    DemoReviewer("Eilif Norskog", "", country=Country.NORWAY, most=1),
    DemoReviewer("Folke Granudde", "Geriatriska enheten Björksele", specialty="geriatrik"),
)
CAMPAIGN_CASES = (
    ("Vårdcentralen Ekbacken Norra", date(2026, 9, 15), date(2026, 9, 16)),
    ("Lindhaga vårdcentral", date(2026, 9, 17), date(2026, 9, 18)),
    ("Hälsocentralen Skärlinge", date(2026, 9, 29), date(2026, 9, 30)),
)


def add_demo_pool(places: DemoPlaces, people: "dict[str, Person]", *, as_of: date, by: "Actor") -> None:
    """Add the reviewers with what is known of them, and what the two who log in have told."""
    for demo in REVIEWERS:
        person = add_person(name=demo.name, by=by)
        specialty = places.specialties[demo.specialty]
        assign_role(person=person, role=Role.REVIEWER, at=specialty, valid_from=SINCE, by=by)
        if demo.unit:
            unit = places.units[demo.unit]
            assign_role(person=person, role=Role.MAIN_SUPERVISOR, at=unit, valid_from=SINCE, by=by)
        values = ProfileValues(demo.most, demo.country, demo.seniority, demo.trained)
        keep_profile(person_id=person.pk, values=values, expected_version=1, as_of=as_of, by=by)
    first, second = people["granskare@exempel.se"], people["granskare2@exempel.se"]
    add_absence(person_id=first.pk, first=date(2026, 9, 28), last=date(2026, 10, 4), as_of=as_of, by=by)
    add_tie(
        person_id=second.pk,
        kind=TieKind.EARLIER_EMPLOYER,
        place_key=f"unit:{places.units['Lindhaga vårdcentral'].pk}",
        until=date(2024, 8, 31),
        as_of=as_of,
        by=by,
    )


def add_demo_campaign(places: DemoPlaces, *, as_of: date, by: "Actor") -> None:
    """Add a campaign of three cases that are planned and have no team yet."""
    campaign = make_campaign(
        name="Vårdcentraler i väst och syd, hösten 2026",
        first=date(2026, 9, 14),
        last=date(2026, 10, 2),
        now=MADE_AT,
        by=by,
    )
    specialty_id = places.specialties["allmanmedicin"].pk
    for number, (unit, first, last) in enumerate(CAMPAIGN_CASES, start=31):
        new = NewCase(
            ReviewKind.EXTERNAL,
            places.units[unit].pk,
            specialty_id,
            STANDARD,
            first,
            last,
            case_number=f"2026-{number:03}",
        )
        review = open_case(new=new, now=MADE_AT, by=by)
        move_case(review_id=review.pk, step=Step.PLAN, expected_version=review.version, now=MADE_AT, by=by)
        add_cases(campaign_id=campaign.pk, review_ids=[review.pk], as_of=as_of, by=by)
