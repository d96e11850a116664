"""What planning leaves to the worker: proposing teams, and telling who ordered what became of the order."""

from contextlib import suppress

from django.utils import timezone

from kollegium import jobs
from kollegium.domain.roles import SystemActor
from kollegium.planning import actions
from kollegium.planning.letters import letter_about
from kollegium.planning.proposing import propose
from kollegium.ui.mail import AddressRefused, send_letter

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


@jobs.task("planning.tell_orderer")
def tell_orderer(order_id: int) -> None:
    """Send whoever ordered a letter about what was decided; nothing to somebody who cannot be reached.

    **Raises** MailNotSent when the mail server did not take it: it is tried again.
    """
    letter = letter_about(order_id)
    if letter is None:
        return
    text, address = letter
    with suppress(AddressRefused):
        send_letter(text, to=address)
