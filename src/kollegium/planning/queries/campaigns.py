"""Campaigns: the list, one with its cases and teams, and what was proposed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.http import Http404

from kollegium.domain.case_life import State
from kollegium.domain.roles import Permission
from kollegium.planning.models import Campaign, ProposedSeat, TeamProposal
from kollegium.planning.queries.orders import wishes_of
from kollegium.planning.queries.pool import specialties_of
from kollegium.reviews.actions.cases import REVIEWERS_NEEDED
from kollegium.reviews.models import Review, ReviewKind, TeamMember
from kollegium.ui.keyset import CutPage, OrderColumn, cut

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PAGE_SIZE = 30
MOST_CASES_FOUND = 60
LATEST_FIRST = (OrderColumn("first", descending=True, holds=date), OrderColumn("pk", descending=True))
# Until the visit has been, a team can be completed.
STAFFED_IN = (State.ORDERED, State.PLANNED, State.PREPARING)


@dataclass(frozen=True, slots=True)
class TeamSeat:
    """Somebody in the team of a case, or proposed for it (`seat_id`)."""

    person_id: int
    name: str
    duty: str
    seat_id: int | None = None
    facts: dict[str, Any] | None = None
    specialties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedCase:
    """A case of a campaign with who stands in its team and who is proposed."""

    review: Review
    needed: int
    team: tuple[TeamSeat, ...]
    proposed: tuple[TeamSeat, ...]
    # What the order wished, both days included; None where the case came of none.
    wished: tuple[date, date] | None = None

    @property
    def is_staffable(self) -> bool:
        """Say whether a team can be proposed: there are days, seats to fill, and the visit has not been."""
        return (
            self.review.visit_from is not None
            and self.review.state in STAFFED_IN
            and len(self.team) < self.needed
        )


@dataclass(frozen=True, slots=True)
class CampaignView:
    """A campaign with its cases, the nearest visit first, and the newest proposal."""

    campaign: Campaign
    cases: tuple[PlannedCase, ...]
    proposal: TeamProposal | None


def plans(actor: "Actor") -> "Actor":
    """Give the actor back when they plan reviews. Raises Http404."""
    if not actor.may(Permission.RUN_CASES):
        raise Http404
    return actor


def list_campaigns_for(actor: "Actor", *, search: str = "", cursor: str = "") -> CutPage:
    """Give one page of campaigns, the latest first; two queries. Raises Http404."""
    plans(actor)
    found = Campaign.objects.all()
    for word in search.split():
        found = found.filter(name__icontains=word)
    rows = found.annotate(case_count=Count("cases")).values("pk", "name", "first", "last", "case_count")
    return cut(rows, order=LATEST_FIRST, cursor=cursor, size=PAGE_SIZE, counted=found)


def get_campaign_for(actor: "Actor", campaign_id: int, *, as_of: date) -> CampaignView:
    """Give a campaign with cases, teams and the newest proposal; seven queries at most. Raises Http404."""
    plans(actor)
    campaign = Campaign.objects.filter(pk=campaign_id).first()
    if campaign is None:
        raise Http404
    reviews = list(
        Review.objects.filter(campaign_case__campaign=campaign)
        .select_related("unit", "unit__region", "specialty")
        .order_by("visit_from", "unit__sort_key", "pk")
    )
    proposal = TeamProposal.objects.filter(campaign=campaign).order_by("-pk").first()
    teams, proposed = _teams([one.pk for one in reviews]), _seats(proposal, as_of)
    wished = wishes_of(one.pk for one in reviews if one.visit_from is None)
    cases = tuple(
        PlannedCase(
            review,
            REVIEWERS_NEEDED.get(ReviewKind(review.kind), 1),
            tuple(teams[review.pk]),
            tuple(proposed[review.pk]),
            wished.get(review.pk),
        )
        for review in reviews
    )
    return CampaignView(campaign, cases, proposal)


def _teams(review_ids: list[int]) -> dict[int, list[TeamSeat]]:
    teams: dict[int, list[TeamSeat]] = defaultdict(list)
    members = TeamMember.objects.standing().filter(review__in=review_ids).order_by("appointed_at", "pk")
    for review_id, pk, name, duty in members.values_list("review", "person", "person__name", "duty"):
        teams[review_id].append(TeamSeat(pk, name, duty))
    return teams


def _seats(proposal: TeamProposal | None, as_of: date) -> dict[int, list[TeamSeat]]:
    seats: dict[int, list[TeamSeat]] = defaultdict(list)
    rows = list(
        ProposedSeat.objects.filter(proposal=proposal, state="open").select_related("person").order_by("pk")
    )
    named = specialties_of({row.person_id for row in rows}, as_of=as_of)
    for row in rows:
        held = tuple(named[row.person_id])
        seats[row.review_id].append(
            TeamSeat(row.person_id, row.person.name, row.duty, row.pk, row.facts, held)
        )
    return seats


def cases_to_add(actor: "Actor", *, search: str = "", chosen: Iterable[int] = ()) -> list[dict[str, Any]]:
    """Give cases that stand in no campaign and whose visit has not been, the chosen ones first; two queries."""
    plans(actor)
    free = Review.objects.filter(campaign_case__isnull=True, state__in=STAFFED_IN)
    columns = ("pk", "kind", "unit__name", "specialty__name", "specialty__name_en", "visit_from", "visit_to")
    order = ("visit_from", "unit__sort_key", "pk")
    kept = list(free.filter(pk__in=list(chosen)).order_by(*order).values(*columns))
    found = free.exclude(pk__in=[row["pk"] for row in kept])
    for word in search.split():
        found = found.filter(unit__name__icontains=word)
    return kept + list(found.order_by(*order).values(*columns)[:MOST_CASES_FOUND])
