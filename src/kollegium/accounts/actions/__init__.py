"""Every write of people, accounts and assignments."""

from kollegium.accounts.actions.erasing import erase_person
from kollegium.accounts.actions.passwords import change_own_password, open_account
from kollegium.accounts.actions.people import add_person, choose_language
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.actions.roles import assign_role

__all__ = [
    "PeopleRefused",
    "add_person",
    "assign_role",
    "change_own_password",
    "choose_language",
    "erase_person",
    "open_account",
]
