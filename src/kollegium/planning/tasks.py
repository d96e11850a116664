"""What planning leaves to the worker: proposing teams."""

from django.utils import timezone

from kollegium import jobs
from kollegium.domain.roles import SystemActor
from kollegium.planning import actions
from kollegium.planning.proposing import propose

PLANNER = SystemActor("planning")


@jobs.task("planning.propose_teams")
def propose_teams(proposal_id: int) -> None:
    """Work out the teams that were asked for."""
    actions.propose_teams(
        proposal_id=proposal_id,
        solve=propose,
        as_of=timezone.localdate(),
        now=timezone.now(),
        by=PLANNER,
    )
