"""Prepare a round, settle who is asked, and send it. The asker has made sure that the actor may."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kollegium import jobs
from kollegium.domain import instruments
from kollegium.questionnaires.models import Group, Invitation, Round, RoundState
from kollegium.questionnaires.refusals import RoundRefused
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

SHORTEST_TIME = timedelta(days=3)
# Who asks the same people again soon, with one more among them, can tell the one from the rest.
BETWEEN_ROUNDS = timedelta(days=180)
MOST_INVITED = 300


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody to ask."""

    name: str
    email: str
    language: str = "sv"


def prepare_round(*, subject_key: str, unit_id: int, closes_on: date, as_of: date, by: "Actor") -> Round:
    """Give the round of a subject, prepared when there is none yet. Raises RoundRefused `closes-too-soon`."""
    with recording(by=by, action="questionnaires.prepare_round"):
        found = Round.objects.filter(subject_key=subject_key).first()
        if found is None:
            if closes_on < as_of + SHORTEST_TIME:
                raise RoundRefused("closes-too-soon")
            found = Round.objects.create(subject_key=subject_key, unit_id=unit_id, closes_on=closes_on)
            for key in instruments.CURRENT:
                Group.objects.create(round=found, instrument_key=key)
    return found


def invite(*, round_id: int, instrument_key: str, people: Sequence[Invited], by: "Actor") -> int:
    """Put people on the list of one questionnaire and give how many were new; the address tells people apart.

    **Raises** RoundRefused: `round-sent`, `address-wrong` with `address`, `too-many`.
    """
    with recording(by=by, action="questionnaires.invite"):
        group = _group(_preparing(round_id), instrument_key)
        known = set(Invitation.objects.filter(group=group).values_list("email", flat=True))
        for person in people:
            email = person.email.strip().lower()
            try:
                validate_email(email)
            except ValidationError as error:
                raise RoundRefused("address-wrong", address=person.email) from error
            if email not in known:
                known.add(email)
                Invitation.objects.create(
                    group=group, name=person.name.strip()[:200], email=email, language=person.language
                )
        if len(known) > MOST_INVITED:
            raise RoundRefused("too-many", most=MOST_INVITED)
        new = len(known) - group.invited_count
        group.invited_count = len(known)
        group.save(update_fields=["invited_count"])
    return new


def take_back(*, round_id: int, invitation_id: int, by: "Actor") -> None:
    """Take somebody off a list before the round is sent. Raises RoundRefused: `round-sent`, `not-invited`."""
    with recording(by=by, action="questionnaires.take_back"):
        _preparing(round_id)
        invited = (
            Invitation.objects.filter(group__round=round_id, pk=invitation_id).select_related("group").first()
        )
        if invited is None:
            raise RoundRefused("not-invited")
        group = invited.group
        invited.delete()
        group.invited_count = Invitation.objects.filter(group=group).count()
        group.save(update_fields=["invited_count"])


def send_round(*, round_id: int, as_of: date, by: "Actor") -> Round:
    """Settle who is asked and how they answer, and queue the letters.

    From here on the database lets nobody in or out of a group. Side effects: mail.

    **Raises** RoundRefused: `round-sent`, `nobody-invited`, `closes-too-soon`, `asked-lately`.
    """
    with recording(by=by, action="questionnaires.send_round"):
        found = _preparing(round_id)
        if found.closes_on < as_of + SHORTEST_TIME:
            raise RoundRefused("closes-too-soon")
        lately = Round.objects.filter(unit_id=found.unit_id, sent_on__gt=as_of - BETWEEN_ROUNDS)
        if lately.exclude(pk=found.pk).exists():
            raise RoundRefused("asked-lately", days=BETWEEN_ROUNDS.days)
        groups = list(Group.objects.filter(round=found))
        if not any(group.invited_count for group in groups):
            raise RoundRefused("nobody-invited")
        for group in groups:
            group.is_open = instruments.load(group.instrument_key).is_open_for(group.invited_count)
            group.save(update_fields=["is_open"])
        found.state, found.sent_on = RoundState.OPEN, as_of
        found.save(update_fields=["state", "sent_on"])
        jobs.enqueue("questionnaires.send_letters", round_id=found.pk)
    return found


def move_closing_day(*, round_id: int, closes_on: date, as_of: date, by: "Actor") -> Round:
    """Set another last day, before the round is closed. Raises RoundRefused: `round-closed`, `closes-too-soon`."""
    with recording(by=by, action="questionnaires.move_closing_day"):
        found = Round.objects.select_for_update().get(pk=round_id)
        if found.state == RoundState.CLOSED:
            raise RoundRefused("round-closed")
        if closes_on < as_of + SHORTEST_TIME:
            raise RoundRefused("closes-too-soon")
        found.closes_on = closes_on
        found.save(update_fields=["closes_on"])
    return found


def _preparing(round_id: int) -> Round:
    found = Round.objects.select_for_update().get(pk=round_id)
    if found.state != RoundState.PREPARING:
        raise RoundRefused("round-sent")
    # Two rounds of one unit are sent one after the other: the second sees the first.
    Round.objects.select_for_update().filter(unit_id=found.unit_id).order_by("pk").first()
    return found


def _group(found: Round, instrument_key: str) -> Group:
    return Group.objects.select_for_update().get(round=found, instrument_key=instrument_key)
