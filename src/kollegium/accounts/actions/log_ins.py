"""Close a log-in, and open it again."""

from datetime import date
from typing import TYPE_CHECKING

from kollegium.accounts.actions.administrators import keeping_an_administrator
from kollegium.accounts.actions.people import managed_person
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.actions.sessions import end_sessions_of
from kollegium.accounts.models import Account
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def close_log_in(*, account_id: int, as_of: date, by: "Actor") -> Account:
    """Let a log-in open nothing, from the next request on, and end its sessions. Roles stay as they are.

    **Raises** PeopleRefused: not allowed, one's own log-in, the last administrator's.
    """
    with recording(by=by, action="accounts.close_log_in"), keeping_an_administrator(as_of=as_of):
        account = _locked(account_id, by=by)
        if by.key == f"person:{account.person_id}":
            raise PeopleRefused("own-log-in")
        account.is_active = False
        account.save(update_fields=["is_active"])
        # Opened again, nobody may still be inside with a browser from before.
        end_sessions_of(account)
    return account


def reopen_log_in(*, account_id: int, by: "Actor") -> Account:
    """Let a closed log-in open the pages again. Raises PeopleRefused."""
    with recording(by=by, action="accounts.reopen_log_in"):
        account = _locked(account_id, by=by)
        account.is_active = True
        account.save(update_fields=["is_active"])
    return account


def _locked(account_id: int, *, by: "Actor") -> Account:
    account = Account.objects.select_for_update().filter(pk=account_id).first()
    if account is None:
        raise PeopleRefused("unknown-person")
    managed_person(account.person_id, by=by)
    return account
