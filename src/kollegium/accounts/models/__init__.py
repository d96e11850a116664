"""Person, account and assignment: three things.

A person can have several accounts (a password here, a region's log-in there) and several
assignments at several places for periods. A right follows from an assignment, never from an account.
"""

from kollegium.accounts.models.assignments import PLACES, Assignment, AssignmentQuerySet, EndReason
from kollegium.accounts.models.deputies import AbsenceReason, Deputyship, DeputyshipQuerySet
from kollegium.accounts.models.imports import ImportState, PeopleImport
from kollegium.accounts.models.invitations import Invitation, InvitationQuerySet
from kollegium.accounts.models.looks import Look
from kollegium.accounts.models.merges import MergeReason, PersonMerge
from kollegium.accounts.models.people import Account, AccountManager, Person
from kollegium.accounts.models.proposals import (
    DeclineReason,
    ProposalOutcome,
    RoleProposal,
    RoleProposalQuerySet,
)
from kollegium.accounts.models.sessions import BrowserSession

__all__ = [
    "PLACES",
    "AbsenceReason",
    "Account",
    "AccountManager",
    "Assignment",
    "AssignmentQuerySet",
    "BrowserSession",
    "DeclineReason",
    "Deputyship",
    "DeputyshipQuerySet",
    "EndReason",
    "ImportState",
    "Invitation",
    "InvitationQuerySet",
    "MergeReason",
    "Look",
    "PeopleImport",
    "Person",
    "PersonMerge",
    "ProposalOutcome",
    "RoleProposal",
    "RoleProposalQuerySet",
]
