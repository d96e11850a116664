"""Log-ins by e-mail address and password."""

from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password

from kollegium.accounts.actions.refusals import PeopleRefused, require
from kollegium.accounts.actions.roles import require_grants_of
from kollegium.accounts.actions.sessions import end_sessions_of
from kollegium.accounts.models import Account, Person
from kollegium.domain.roles import Permission
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def open_account(*, person: Person, email: str, password: str, is_demo: bool = False, by: "Actor") -> Account:
    """Give a person a log-in. Raises PeopleRefused: the address has one already, the person's roles reach further."""
    require(by, Permission.MANAGE_PEOPLE)
    require_grants_of(by, person)
    email = email.strip().lower()
    if Account.objects.filter(email=email).exists():
        raise PeopleRefused("email-taken")
    with recording(by=by, action="accounts.open_account"):
        account = Account(email=email, person=person, is_demo=is_demo)
        account.set_password(password)
        account.save()
    return account


def change_own_password(
    *, account: Account, old: str, new: str, keep: str | None = None, by: "Actor"
) -> None:
    """Change the password of one's own account; every session but the one to `keep` ends.

    **Raises** PeopleRefused when the old password is wrong, ValidationError when the new is too weak.
    """
    if by.key != f"person:{account.person_id}":
        raise PeopleRefused("not-allowed")
    if not account.check_password(old):
        raise PeopleRefused("wrong-password")
    validate_password(new, account)
    with recording(by=by, action="accounts.change_own_password"):
        account.set_password(new)
        account.save(update_fields=["password"])
        end_sessions_of(account, keep=keep)
