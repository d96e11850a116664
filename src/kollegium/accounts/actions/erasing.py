"""Take out of the record who a person was."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.db.models import F, Q
from django.db.models.functions import Greatest
from django.utils import timezone

from kollegium.accounts.actions.administrators import keeping_an_administrator
from kollegium.accounts.actions.imports import take_out_of_previews
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.actions.sessions import end_sessions_of
from kollegium.accounts.following import take_out_rows
from kollegium.accounts.models import (
    Account,
    Assignment,
    Deputyship,
    Invitation,
    Look,
    Person,
    ProposalOutcome,
    RoleProposal,
    RoleProposalQuerySet,
)
from kollegium.accounts.queries import ids_ever_of
from kollegium.domain.roles import Permission
from kollegium.notifications.actions import forget_reminders
from kollegium.trail.actions import erase_events, seal_events
from kollegium.trail.sealing import alone_with_the_chain
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def erase_person(*, person_id: int, as_of: date, by: "Actor") -> int:
    """Take out everything that tells who a person was, and give how many rows of the change log went with it.

    Name and addresses go, log-ins close for good, roles end the day before (one that begins on the day
    itself, on that day). What the person did stays under "a person who has been erased". Names that a
    report itself prints are part of the report and stay. What other capabilities keep about the person goes too, with
    its whole history (`accounts.following`).

    Needs the database's owner: the application's role cannot take rows out of the log.

    The rows that were merged into the person are erased with it.

    **Raises** PeopleRefused: not allowed, nobody by that id, erased already, merged into another, the last administrator.
    """
    if not by.places(Permission.MANAGE_PEOPLE).national:
        raise PeopleRefused("not-allowed")
    with (
        alone_with_the_chain(),
        recording(by=by, action="accounts.erase_person"),
        keeping_an_administrator(as_of=as_of),
    ):
        person = _erasable(person_id)
        rows = [person, *Person.objects.select_for_update().filter(merged_into=person).order_by("pk")]
        account_ids = list(ids_ever_of(Account, person))
        for row in rows:
            take_out_of_previews(row, [row.email, *_addresses_of(row)])
        # The log first: what is written about the erasure itself tells nothing and stays in it.
        invitation_ids = _invitations_of(rows)
        proposals = RoleProposal.objects.filter(person=person)
        # What is taken out leaves a last event of its own that must go too, so before the log.
        beside = take_out_rows([row.pk for row in rows])
        erased = erase_events(
            [
                *beside,
                (Person, [row.pk for row in rows]),
                (Account, account_ids),
                (Invitation, invitation_ids),
                (RoleProposal, list(proposals.values_list("pk", flat=True))),
            ]
        )
        _settle(proposals)
        Person.objects.filter(pk__in=[row.pk for row in rows]).update(
            name="", sort_key="", email="", hsa_id=None, erased_at=timezone.now(), version=F("version") + 1
        )
        for account in Account.objects.filter(person=person):
            _close_for_good(account)
        for invitation_id in invitation_ids:
            Invitation.objects.filter(pk=invitation_id).update(
                name="", email=f"erased-{invitation_id}@erased.invalid"
            )
        Invitation.objects.filter(pk__in=invitation_ids).open().update(withdrawn_at=timezone.now())
        Look.objects.filter(person__in=rows).delete()
        forget_reminders(person_ids=[row.pk for row in rows])
        _end_roles(person, as_of)
    seal_events()
    return erased


def _close_for_good(account: Account) -> None:
    """Let nobody in with a log-in any more, and take out what it told of its owner."""
    Account.objects.filter(pk=account.pk).update(
        email=f"erased-{account.pk}@erased.invalid",
        new_email="",
        is_active=False,
        password=make_password(None),
        last_login=None,
        second_factor_since=None,
    )
    Authenticator.objects.filter(user=account).delete()
    end_sessions_of(account)


def _end_roles(person: Person, as_of: date) -> None:
    """End the roles and deputyships in force the day before; what was to come is taken away."""
    standing_in = Deputyship.objects.filter(deputy=person)
    standing_in.filter(valid_from__gt=as_of).delete()
    standing_in.in_force(as_of).update(valid_until=Greatest(F("valid_from"), as_of - timedelta(days=1)))
    roles = Assignment.objects.filter(person=person)
    roles.filter(valid_from__gt=as_of).delete()
    roles.in_force(as_of).update(valid_until=Greatest(F("valid_from"), as_of - timedelta(days=1)))


def _settle(proposals: RoleProposalQuerySet) -> None:
    """Let nobody be asked about the person any more, and take out what the employer said."""
    proposals.update(said="")
    proposals.open().update(outcome=ProposalOutcome.SETTLED, decided_at=timezone.now())


def _invitations_of(rows: list[Person]) -> list[int]:
    """Give the invitations the person accepted, and those to an address of theirs."""
    addresses = [row.email for row in rows] + [address for row in rows for address in _addresses_of(row)]
    theirs = Q(accepted_by__in=rows) | Q(email__in=[address for address in addresses if address])
    return list(Invitation.objects.filter(theirs).values_list("pk", flat=True))


def _addresses_of(person: Person) -> list[str]:
    return list(Account.objects.filter(person=person).values_list("email", flat=True))


def _erasable(person_id: int) -> Person:
    person = Person.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        raise PeopleRefused("unknown-person")
    if person.erased_at is not None:
        raise PeopleRefused("already-erased")
    if person.merged_into_id is not None:
        raise PeopleRefused("merged-away")
    return person
