"""Campaigns: cases planned together, teams proposed, decided about by a person, each with its reasons."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import translation

from kollegium.accounts.models import Person
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Role
from kollegium.domain.staffing import Reason, Seniority, TieKind
from kollegium.organisations.models import Unit
from kollegium.planning import explaining
from kollegium.planning.actions import (
    ProfileValues,
    add_absence,
    add_cases,
    add_tie,
    allow_regions,
    ask_for_teams,
    keep_profile,
    leave_out_seat,
    make_campaign,
    propose_teams,
    take_seats,
)
from kollegium.planning.models import (
    Campaign,
    CampaignCase,
    Country,
    ProposedSeat,
    ReviewerProfile,
    TeamProposal,
)
from kollegium.planning.proposing import CHILD, ProposalFailed, Proposed, propose
from kollegium.planning.queries.campaigns import cases_to_add, get_campaign_for, list_campaigns_for
from kollegium.planning.queries.candidates import staffing_of
from kollegium.planning.shown_campaigns import who_is_where
from kollegium.reviews.models import Duty, Review, TeamMember
from tests import people
from tests.people import SYSTEM, TODAY
from tests.planning.builders import NOW
from tests.reviews.cases import give_team, make_case

pytestmark = pytest.mark.django_db


def reviewer(
    name: str, unit: Unit | None = None, *, seniority: Seniority | None = None, specialty: Any = None
) -> Person:
    person = people.make_person(name, Role.REVIEWER, specialty or people.make_specialty())
    if unit is not None:
        people.assign_role(
            person=person, role=Role.MAIN_SUPERVISOR, at=unit, valid_from=date(2020, 1, 1), by=SYSTEM
        )
    if seniority is not None:
        values = ProfileValues(3, Country.SWEDEN, seniority)
        keep_profile(person_id=person.pk, values=values, expected_version=1, as_of=TODAY, by=SYSTEM)
    return person


def campaign_of(*reviews: Review) -> Campaign:
    campaign = make_campaign(
        name="Norr, våren 2026", first=date(2026, 5, 1), last=date(2026, 6, 1), now=NOW, by=SYSTEM
    )
    if reviews:
        add_cases(campaign_id=campaign.pk, review_ids=[one.pk for one in reviews], as_of=TODAY, by=SYSTEM)
    return campaign


def proposal_of(campaign: Campaign, solve: Callable[..., Proposed] = propose) -> TeamProposal:
    proposal = ask_for_teams(campaign_id=campaign.pk, as_of=TODAY, now=NOW, by=SYSTEM)
    propose_teams(proposal_id=proposal.pk, solve=solve, as_of=TODAY, now=NOW, by=SYSTEM)
    proposal.refresh_from_db()
    return proposal


def chosen(proposal: TeamProposal) -> set[tuple[str, str]]:
    rows = ProposedSeat.objects.filter(proposal=proposal)
    return set(rows.values_list("person__name", "duty"))


def take(campaign: Campaign, review_id: int | None = None, by: Any = SYSTEM) -> int:
    return take_seats(
        campaign_id=campaign.pk,
        review_id=review_id,
        explain=explaining.kept_words,
        as_of=TODAY,
        now=NOW,
        by=by,
    )


def code_of(function: Any, *values: Any, **named: Any) -> str:
    with pytest.raises(Refused) as refused:
        function(*values, **named)
    return refused.value.code


class TestProposing:
    def test_conflicts_are_avoided_and_the_new_stand_beside_the_experienced(self) -> None:
        unit = people.make_unit()
        elsewhere = people.make_unit(
            "Sydkliniken",
            provider=people.make_provider("Region Sydslätt", people.make_region("Sydslätt", "98")),
            region=people.make_region("Sydslätt", "98"),
        )
        reviewer("Egen Enhet", unit)
        reviewer("Erfaren Långtbort", elsewhere)
        reviewer("Ny Ett", seniority=Seniority.JUNIOR)
        reviewer("Ny Två", seniority=Seniority.JUNIOR)

        proposal = proposal_of(campaign_of(make_case(unit)))

        names = chosen(proposal)
        assert ("Erfaren Långtbort", Duty.LEAD) in names
        assert len(names) == 2
        assert {duty for _, duty in names} == {Duty.LEAD, Duty.JUNIOR}
        assert (proposal.state, proposal.percent, proposal.is_proven) == ("done", 100, True)

    def test_nobody_is_proposed_where_only_the_new_are_left(self) -> None:
        reviewer("Ny Ett", seniority=Seniority.JUNIOR)
        reviewer("Ny Två", seniority=Seniority.JUNIOR)

        assert chosen(proposal_of(campaign_of(make_case()))) == set()

    def test_nobody_is_at_two_visits_on_the_same_day(self) -> None:
        for name in ("Anna Ett", "Bo Två"):
            reviewer(name)
        one, other = make_case(), make_case(people.make_unit("Grankullens hälsocentral"))

        proposal = proposal_of(campaign_of(one, other))

        people_chosen = list(ProposedSeat.objects.filter(proposal=proposal).values_list("person", flat=True))
        assert len(people_chosen) == len(set(people_chosen)) == 2

    def test_each_visit_counts_the_reviews_of_its_own_year(self) -> None:
        for name in ("Anna Ett", "Bo Två"):
            full = reviewer(name)
            ReviewerProfile.objects.update_or_create(person=full, defaults={"most_in_a_year": 1})
        give_team(
            make_case(people.make_unit("Grankullen")), *Person.objects.filter(name__in=["Anna Ett", "Bo Två"])
        )
        this = make_case(visit_from=date(2026, 11, 17), visit_to=None)
        following = make_case(people.make_unit("Ekudden"), visit_from=date(2027, 2, 9), visit_to=None)

        proposal_of(campaign_of(this, following))

        told = {
            seat.review_id: (explaining.conflicts(seat.facts), explaining.reasons(seat.facts)[2])
            for seat in ProposedSeat.objects.filter(person__name="Anna Ett")
        }
        assert told == {
            this.pk: (
                ["har redan så många granskningar 2026 som önskat (kostar 60)"],
                "Har 1 granskning 2026 och önskar högst 1 om året.",
            ),
            following.pk: ([], "Har 0 granskningar 2027 och önskar högst 1 om året."),
        }

    def test_neighbouring_specialty_helps_where_the_own_does_not_suffice(self) -> None:
        geriatrics = people.make_specialty("Geriatrik", "geriatrik")
        surgery = people.make_specialty("Kirurgi", "kirurgi")
        reviewer("Alma Egen")
        reviewer("Gun Granne", specialty=geriatrics)
        reviewer("Sture Kniv", specialty=surgery)

        proposal = proposal_of(campaign_of(make_case()))

        assert chosen(proposal) == {("Alma Egen", Duty.LEAD), ("Gun Granne", Duty.MEMBER)}
        seat = ProposedSeat.objects.get(person__name="Gun Granne")
        assert [reason for reason, _ in seat.facts["findings"]] == [Reason.NEIGHBOUR]

    def test_team_that_is_there_is_only_filled_up(self) -> None:
        review = make_case()
        give_team(review, reviewer("Lena Leder"))
        reviewer("Nils Ny", seniority=Seniority.JUNIOR)

        assert chosen(proposal_of(campaign_of(review))) == {("Nils Ny", Duty.JUNIOR)}

    def test_solver_that_dies_is_told_of_and_changes_nothing(self, tmp_path: Any) -> None:
        reviewer("Anna Ett")
        child = tmp_path / "dead.py"
        child.write_text("raise SystemExit(3)", encoding="utf-8")

        def solve(staffing: Any, *, tell: Any) -> Proposed:
            return propose(staffing, tell=tell, child=child)

        proposal = proposal_of(campaign_of(make_case()), solve)

        assert (proposal.state, chosen(proposal)) == ("failed", set())

    def test_solver_that_never_answers_is_ended(self, tmp_path: Any) -> None:
        reviewer("Anna Ett")
        child = tmp_path / "slow.py"
        child.write_text("import time; time.sleep(60)", encoding="utf-8")
        staffing = staffing_of(
            Review.objects.filter(pk=make_case().pk).select_related("unit", "specialty"), as_of=TODAY
        )

        with pytest.raises(ProposalFailed):
            propose(staffing, tell=lambda _share: None, seconds=-19.0, child=child)

    def test_asking_twice_is_one_proposal(self) -> None:
        campaign = campaign_of(make_case())

        first = ask_for_teams(campaign_id=campaign.pk, as_of=TODAY, now=NOW, by=SYSTEM)
        second = ask_for_teams(campaign_id=campaign.pk, as_of=TODAY, now=NOW, by=SYSTEM)

        assert first == second

    def test_without_days_there_is_nothing_to_staff(self) -> None:
        campaign = campaign_of(make_case(visit_from=None, visit_to=None))

        code = code_of(ask_for_teams, campaign_id=campaign.pk, as_of=TODAY, now=NOW, by=SYSTEM)

        assert code == "nothing-to-staff"

    def test_solver_comes_with_the_program(self) -> None:
        assert CHILD.exists()

    @pytest.mark.parametrize("count", [1, 3])
    def test_gathering_takes_the_same_number_of_queries(
        self, count: int, django_assert_max_num_queries: Any
    ) -> None:
        for number in range(count):
            reviewer(f"Granskare {number}", people.make_unit(f"Enhet {number}"))
            make_case(people.make_unit(f"Granskad {number}"))
        reviews = list(Review.objects.select_related("unit", "specialty"))

        with django_assert_max_num_queries(13):
            staffing = staffing_of(reviews, as_of=TODAY)

        assert (len(staffing.visits), len(staffing.candidates)) == (count, count)


class TestGathering:
    def found(self, review: Review, person: Person) -> Any:
        reviews = Review.objects.filter(pk=review.pk).select_related("unit", "specialty")
        return staffing_of(reviews, as_of=TODAY).candidates[person.pk]

    def test_visit_of_another_case_is_time_away(self) -> None:
        person, review = reviewer("Anna Ett"), make_case()
        give_team(make_case(people.make_unit("Grankullens hälsocentral")), person)

        candidate = self.found(review, person)

        assert candidate.away == ((date(2026, 5, 12), date(2026, 5, 13)),)
        assert candidate.booked == ((2026, 1),)

    def test_tie_to_a_unit_holds_for_what_lies_below_it(self) -> None:
        clinic, person = people.make_unit("Kliniken"), reviewer("Anna Ett")
        team = people.make_unit("Teamet", parent=clinic)
        add_tie(
            person_id=person.pk,
            kind=TieKind.OTHER,
            place_key=f"unit:{clinic.pk}",
            until=None,
            as_of=TODAY,
            by=SYSTEM,
        )

        assert self.found(make_case(team), person).ties[0].unit_ids == {clinic.pk, team.pk}

    def test_region_rule_is_gathered(self) -> None:
        specialty = people.make_specialty()
        allow_regions(specialty_ids=[specialty.pk], of=[specialty.pk], by=SYSTEM)

        staffing = staffing_of(Review.objects.none(), as_of=TODAY)

        assert staffing.rules.regions_allowed == {"allmanmedicin"}


class TestDeciding:
    @pytest.fixture
    def campaign(self) -> Campaign:
        reviewer(
            "Anna Ett", people.make_unit("Björkängens hälsocentral", provider=people.make_provider("Annan"))
        )
        reviewer("Bo Två")
        campaign = campaign_of(make_case())
        proposal_of(campaign)
        return campaign

    def test_nobody_is_appointed_before_a_person_decides(self, campaign: Campaign) -> None:
        assert ProposedSeat.objects.count() == 2
        assert not TeamMember.objects.exists()

    def test_explanation_and_named_conflict_are_kept_with_the_appointment(self, campaign: Campaign) -> None:
        assert take(campaign) == 2

        words = TeamMember.objects.get(person__name="Anna Ett").explanation
        assert words == (
            "Av specialiteten själv. Har 0 granskningar 2026 och önskar högst 3 om året. "
            "0 granskare till av specialiteten hade kunnat vara med de dagarna. "
            "Godtaget jäv: arbetar i enhetens egen region (kostar 100). Kostnad 100."
        )

    def test_one_case_is_decided_about_alone(self, campaign: Campaign) -> None:
        assert code_of(take, campaign, 987_654) == "no-seats"
        assert take(campaign, CampaignCase.objects.get().review_id) == 2
        assert code_of(take, campaign) == "no-seats"

    def test_who_has_become_unavailable_stops_all(self, campaign: Campaign) -> None:
        person = Person.objects.get(name="Bo Två")
        add_absence(
            person_id=person.pk, first=date(2026, 5, 13), last=date(2026, 5, 13), as_of=TODAY, by=SYSTEM
        )

        assert code_of(take, campaign) == "no-longer-fits"
        assert not TeamMember.objects.exists()

    def test_who_is_left_out_is_not_appointed(self, campaign: Campaign) -> None:
        seat = ProposedSeat.objects.get(person__name="Bo Två")

        leave_out_seat(campaign_id=campaign.pk, seat_id=seat.pk, as_of=TODAY, by=SYSTEM)

        assert take(campaign) == 1
        assert list(TeamMember.objects.values_list("person__name", flat=True)) == ["Anna Ett"]
        with pytest.raises(Http404):
            leave_out_seat(campaign_id=campaign.pk, seat_id=seat.pk, as_of=TODAY, by=SYSTEM)


class TestCampaigns:
    def test_grid_tells_who_is_where_in_which_week(self) -> None:
        anna, ake = reviewer("Anna Ett"), reviewer("Åke Sist")
        early = make_case(people.make_unit("Björkängen"))
        late = make_case(
            people.make_unit("Sörgården"), visit_from=date(2026, 5, 20), visit_to=date(2026, 5, 20)
        )
        give_team(early, ake, anna)
        give_team(late, ake)
        campaign = campaign_of(late, early)
        proposal = ask_for_teams(campaign_id=campaign.pk, as_of=TODAY, now=NOW, by=SYSTEM)
        ProposedSeat.objects.create(
            proposal=proposal, review=late, person=anna, duty=Duty.MEMBER, facts={"findings": []}
        )

        with translation.override("sv"):
            grid = who_is_where(get_campaign_for(SYSTEM, campaign.pk, as_of=TODAY))

        assert grid.weeks == ["Vecka 20, 2026", "Vecka 21, 2026"]
        assert grid.rows == [
            ("Anna Ett", [["Björkängen"], ["Sörgården (föreslagen)"]]),
            ("Åke Sist", [["Björkängen"], ["Sörgården"]]),
        ]
        assert [(unit, names) for _days, unit, names in grid.by_day] == [
            ("Björkängen", ["Åke Sist", "Anna Ett"]),
            ("Sörgården", ["Åke Sist", "Anna Ett (föreslagen)"]),
        ]

    def test_case_stands_in_one_campaign(self) -> None:
        review = make_case()
        campaign_of(review)
        other = campaign_of()

        code = code_of(add_cases, campaign_id=other.pk, review_ids=[review.pk], as_of=TODAY, by=SYSTEM)

        assert code == "no-cases"
        assert cases_to_add(SYSTEM) == []

    def test_others_plan_nothing(self) -> None:
        campaign = campaign_of()
        for role in (Role.REVIEWER, Role.DIRECTOR_OF_TRAINING):
            at = people.make_region() if role is Role.DIRECTOR_OF_TRAINING else None
            actor = people.make_actor(role, at)
            for ask in (list_campaigns_for, lambda one: get_campaign_for(one, campaign.pk, as_of=TODAY)):
                with pytest.raises(Http404):
                    ask(actor)

    @pytest.mark.parametrize("count", [1, 3])
    def test_campaign_page_takes_the_same_number_of_queries(
        self, count: int, django_assert_num_queries: Any
    ) -> None:
        cases = [make_case(people.make_unit(f"Enhet {number}")) for number in range(count)]
        for number, case in enumerate(cases):
            give_team(case, reviewer(f"Granskare {number}"))
        campaign = campaign_of(*cases)

        with django_assert_num_queries(5):
            view = get_campaign_for(SYSTEM, campaign.pk, as_of=TODAY)

        assert [len(case.team) for case in view.cases] == [1] * count

    def test_office_leads_a_campaign_on_its_pages(self) -> None:
        review = make_case()
        reviewer("Anna Ett")
        reviewer("Bo Två")
        client = people.client_of(people.make_person("Ines Kansli", Role.REVIEW_OFFICE))

        client.post(
            reverse("planning:campaign_add"),
            {"name": "Norr", "first": "2026-05-01", "last": "2026-06-01"},
        )
        campaign = Campaign.objects.get()
        client.post(reverse("planning:campaign_cases", args=[campaign.pk]), {"cases": [review.pk]})
        client.post(reverse("planning:campaign_propose", args=[campaign.pk]))
        waiting = client.get(reverse("planning:campaign", args=[campaign.pk])).content.decode()
        propose_teams(
            proposal_id=TeamProposal.objects.get().pk, solve=propose, as_of=TODAY, now=NOW, by=SYSTEM
        )
        proposed = client.get(reverse("planning:campaign", args=[campaign.pk])).content.decode()
        taken = client.post(
            reverse("planning:campaign_take", args=[campaign.pk]), follow=True
        ).content.decode()

        assert "<progress" in waiting
        assert "hx-trigger" in waiting
        assert "hx-trigger" not in proposed
        assert "Anna Ett" in proposed
        assert "Huvudgranskare" in taken
        assert TeamMember.objects.filter(review=review).count() == 2
