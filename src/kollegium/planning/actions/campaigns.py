"""Plan cases together: a campaign, its cases, the teams proposed for them, and what a person decides."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.http import Http404

from kollegium import jobs
from kollegium.accounts.queries.reviewers import is_reviewer
from kollegium.domain.staffing import Candidate, findings, is_ruled_out
from kollegium.planning.actions.refusals import PlanningRefused
from kollegium.planning.models import (
    Campaign,
    CampaignCase,
    ProposalState,
    ProposedSeat,
    SeatState,
    TeamProposal,
)
from kollegium.planning.proposing import Choice, ProposalFailed, Proposed
from kollegium.planning.queries.campaigns import STAFFED_IN, CampaignView, get_campaign_for, plans
from kollegium.planning.queries.candidates import Staffing, staffing_of
from kollegium.reviews.actions import Appointment, appoint_reviewer
from kollegium.reviews.models import Duty, Review, TeamMember
from kollegium.trail.names import person_id
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

Solver = Callable[..., Proposed]
Explainer = Callable[[dict[str, Any]], str]


def make_campaign(*, name: str, first: date, last: date, now: datetime, by: "Actor") -> Campaign:
    """Begin a campaign and give it.

    **Raises** Http404; PlanningRefused: `period-ends-before-start`.
    """
    with recording(by=by, action="planning.make_campaign"):
        plans(by)
        if last < first:
            raise PlanningRefused("period-ends-before-start")
        return Campaign.objects.create(
            name=name.strip(), first=first, last=last, created_at=now, created_by_id=person_id(by.key)
        )


def change_campaign(
    *, campaign_id: int, name: str, first: date, last: date, expected: str, by: "Actor"
) -> Campaign:
    """Give a campaign another name or period. `expected` is the mark of what was changed from.

    **Raises** Http404; PlanningRefused: `period-ends-before-start`, `changed-meanwhile`.
    """
    with recording(by=by, action="planning.change_campaign"):
        campaign = _locked_campaign(campaign_id, by)
        if campaign.mark != expected:
            raise PlanningRefused("changed-meanwhile")
        if last < first:
            raise PlanningRefused("period-ends-before-start")
        campaign.name, campaign.first, campaign.last = name.strip(), first, last
        campaign.save(update_fields=["name", "first", "last"])
    return campaign


def remove_campaign(*, campaign_id: int, by: "Actor") -> None:
    """Take a campaign away. Its cases and their teams stay; what was proposed and not decided goes. **Raises** Http404."""
    with recording(by=by, action="planning.remove_campaign"):
        _locked_campaign(campaign_id, by).delete()


def _locked_campaign(campaign_id: int, by: "Actor") -> Campaign:
    plans(by)
    campaign = Campaign.objects.select_for_update().filter(pk=campaign_id).first()
    if campaign is None:
        raise Http404
    return campaign


def add_cases(*, campaign_id: int, review_ids: Iterable[int], as_of: date, by: "Actor") -> int:
    """Put cases into a campaign and give how many; those that stand in one already stay where they are.

    **Raises** Http404; PlanningRefused: `no-cases`.
    """
    with recording(by=by, action="planning.add_cases"):
        found = get_campaign_for(by, campaign_id, as_of=as_of)
        free = Review.objects.filter(pk__in=set(review_ids), campaign_case__isnull=True, state__in=STAFFED_IN)
        rows = [
            CampaignCase(campaign=found.campaign, review=review)
            for review in free.select_for_update(of=("self",))
        ]
        if not rows:
            raise PlanningRefused("no-cases")
        CampaignCase.objects.bulk_create(rows)
    return len(rows)


def remove_case(*, campaign_id: int, review_id: int, as_of: date, by: "Actor") -> None:
    """Take a case out of a campaign; its team stays. **Raises** Http404."""
    with recording(by=by, action="planning.remove_case"):
        get_campaign_for(by, campaign_id, as_of=as_of)
        CampaignCase.objects.filter(campaign=campaign_id, review=review_id).delete()


def ask_for_teams(*, campaign_id: int, as_of: date, now: datetime, by: "Actor") -> TeamProposal:
    """Ask for a proposal of teams; one that is being worked out already is given instead.

    **Raises** Http404; PlanningRefused: `nothing-to-staff`. **Side effects** a job.
    """
    with recording(by=by, action="planning.ask_for_teams"):
        found = get_campaign_for(by, campaign_id, as_of=as_of)
        Campaign.objects.select_for_update().get(pk=campaign_id)
        if not any(case.is_staffable for case in found.cases):
            raise PlanningRefused("nothing-to-staff")
        running = TeamProposal.objects.filter(
            campaign=campaign_id, state__in=(ProposalState.WAITING, ProposalState.WORKING)
        ).first()
        if running is not None:
            return running
        proposal = TeamProposal.objects.create(
            campaign=found.campaign, asked_at=now, asked_by_id=person_id(by.key)
        )
        jobs.enqueue("planning.propose_teams", proposal_id=proposal.pk)
    return proposal


def propose_teams(*, proposal_id: int, solve: Solver, as_of: date, now: datetime, by: "Actor") -> None:
    """Work a proposal out and keep it; one that was worked out already stays. Bears being run twice.

    **Side effects** the solver's process, for seconds; how far it has come is told between the transactions.
    """
    proposal = TeamProposal.objects.select_related("campaign").get(pk=proposal_id)
    if proposal.state in (ProposalState.DONE, ProposalState.FAILED):
        return
    mine = TeamProposal.objects.filter(pk=proposal_id)
    mine.update(state=ProposalState.WORKING, percent=1)
    found = get_campaign_for(by, proposal.campaign_id, as_of=as_of)
    staffing = staffing_of([case.review for case in found.cases if case.is_staffable], as_of=as_of)

    def tell(share: float) -> None:
        mine.update(percent=min(int(share * 100), 99))

    try:
        proposed = solve(staffing, tell=tell)
    except ProposalFailed:
        mine.update(state=ProposalState.FAILED, finished_at=now)
        return
    with recording(by=by, action="planning.propose_teams"):
        ProposedSeat.objects.filter(proposal=proposal).delete()
        ProposedSeat.objects.bulk_create(_seats(proposal, proposed, found))
        mine.update(state=ProposalState.DONE, percent=100, finished_at=now, is_proven=proposed.is_proven)


def _seats(proposal: TeamProposal, proposed: Proposed, found: CampaignView) -> list[ProposedSeat]:
    has_lead = {case.review.pk for case in found.cases if any(one.duty == Duty.LEAD for one in case.team)}
    seats = []
    # The experienced first, of them those of the specialty itself: the first leads.
    for choice in sorted(proposed.choices, key=_rank):
        review_id = choice.visit.review_id
        duty = Duty.MEMBER
        if choice.facts()["is_junior"]:
            duty = Duty.JUNIOR
        elif review_id not in has_lead:
            duty = Duty.LEAD
            has_lead.add(review_id)
        seats.append(
            ProposedSeat(
                proposal=proposal,
                review_id=review_id,
                person_id=choice.candidate.person_id,
                duty=duty,
                facts=choice.facts(),
            )
        )
    return seats


def _rank(choice: Choice) -> tuple[int, bool, bool, int]:
    facts = choice.facts()
    return (choice.visit.review_id, facts["is_junior"], not facts["is_own"], choice.candidate.person_id)


def take_seats(
    *,
    campaign_id: int,
    review_id: int | None,
    explain: Explainer,
    as_of: date,
    now: datetime,
    by: "Actor",
) -> int:
    """Appoint the reviewers proposed for one case, or for all with None, and give how many; all or nobody.

    `explain` words the facts of a seat; the words are kept with the appointment. What has happened since the
    proposal is looked at anew. **Raises** Http404; PlanningRefused: `no-seats`, `no-longer-fits`; what
    `appoint_reviewer` refuses.
    """
    with recording(by=by, action="planning.take_seats"):
        found = get_campaign_for(by, campaign_id, as_of=as_of)
        seats = _open_seats(found, review_id)
        if not seats:
            raise PlanningRefused("no-seats")
        wanted = {seat.review_id for seat in seats}
        cases = [case.review for case in found.cases if case.review.pk in wanted]
        staffing = staffing_of(cases, as_of=as_of)
        for seat in seats:
            _check_still_fits(seat, staffing)
            appoint_reviewer(
                review_id=seat.review_id,
                appointment=Appointment(seat.person_id, Duty(seat.duty), explain(seat.facts)),
                is_eligible=is_reviewer(seat.person_id, as_of=as_of),
                now=now,
                by=by,
            )
        ProposedSeat.objects.filter(pk__in=[seat.pk for seat in seats]).update(state=SeatState.TAKEN)
    return len(seats)


def leave_out_seat(*, campaign_id: int, seat_id: int, as_of: date, by: "Actor") -> None:
    """Strike a proposed reviewer; nobody is appointed by that. **Raises** Http404."""
    with recording(by=by, action="planning.leave_out_seat"):
        found = get_campaign_for(by, campaign_id, as_of=as_of)
        open_ones = ProposedSeat.objects.filter(pk=seat_id, proposal=found.proposal, state=SeatState.OPEN)
        if not open_ones.update(state=SeatState.LEFT_OUT):
            raise Http404


def _open_seats(found: CampaignView, review_id: int | None) -> list[ProposedSeat]:
    in_campaign = [case.review.pk for case in found.cases]
    seats = ProposedSeat.objects.filter(proposal=found.proposal, state=SeatState.OPEN, review__in=in_campaign)
    if review_id is not None:
        seats = seats.filter(review=review_id)
    return list(seats.select_for_update(of=("self",)).select_related("person").order_by("pk"))


def _check_still_fits(seat: ProposedSeat, staffing: Staffing) -> None:
    """Refuse somebody who has since become unavailable, tied to the unit, or no reviewer."""
    candidate: Candidate | None = staffing.candidates.get(seat.person_id)
    visit = next((one for one in staffing.visits if one.review_id == seat.review_id), None)
    busy = TeamMember.objects.standing().filter(review=seat.review_id, person=seat.person_id).exists()
    if (
        candidate is None
        or visit is None
        or busy
        or not visit.size
        or is_ruled_out(findings(candidate, visit, staffing.rules))
    ):
        raise PlanningRefused("no-longer-fits", name=seat.person.name)
