"""Every write of people, accounts and assignments."""

from kollegium.accounts.actions.accepting import Newcomer, accept_with_log_in, accept_with_new_log_in
from kollegium.accounts.actions.appointments import Appointment, admit_person, end_role, give_role
from kollegium.accounts.actions.erasing import erase_person
from kollegium.accounts.actions.invitations import (
    InvitationValues,
    add_invitation,
    invite_person,
    send_invitation_again,
    withdraw_invitation,
)
from kollegium.accounts.actions.letters import deliver, send_invitation
from kollegium.accounts.actions.log_ins import close_log_in, reopen_log_in
from kollegium.accounts.actions.passwords import change_own_password, open_account
from kollegium.accounts.actions.people import PersonValues, add_person, change_person, choose_language
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.actions.roles import assign_role

__all__ = [
    "Appointment",
    "InvitationValues",
    "Newcomer",
    "accept_with_log_in",
    "accept_with_new_log_in",
    "add_invitation",
    "deliver",
    "invite_person",
    "send_invitation",
    "send_invitation_again",
    "withdraw_invitation",
    "PeopleRefused",
    "PersonValues",
    "add_person",
    "admit_person",
    "assign_role",
    "change_own_password",
    "change_person",
    "choose_language",
    "close_log_in",
    "end_role",
    "erase_person",
    "give_role",
    "open_account",
    "reopen_log_in",
]
