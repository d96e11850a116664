"""Log-ins by e-mail address and password."""

from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password

from kollegium import jobs
from kollegium.accounts.actions.refusals import PeopleRefused, require
from kollegium.accounts.actions.roles import require_grants_of
from kollegium.accounts.actions.sessions import end_sessions_of
from kollegium.accounts.models import Account, Person
from kollegium.domain.roles import Permission, SystemActor
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

LETTER_LINK = SystemActor("letter-link")


def open_account(
    *,
    person: Person,
    email: str,
    password: str,
    hashed: str | None = None,
    is_demo: bool = False,
    by: "Actor",
) -> Account:
    """Give a person a log-in. Raises PeopleRefused: the address has one already, the person's roles reach further.

    `hashed` is the same password as it is stored, for many log-ins that share one: hashing takes its time.
    """
    require(by, Permission.MANAGE_PEOPLE)
    require_grants_of(by, person)
    email = email.strip().lower()
    if Account.objects.filter(email=email).exists():
        raise PeopleRefused("email-taken")
    with recording(by=by, action="accounts.open_account"):
        account = Account(email=email, person=person, is_demo=is_demo)
        if hashed is None:
            account.set_password(password)
        else:
            account.password = hashed
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


def ask_for_new_password(*, email: str) -> None:
    """Have a letter with a link for a new password sent, if somebody logs in with the address.

    Queued in either case, so that the time the answer takes tells nothing.

    **Side effects** a queued job.
    """
    account = Account.objects.filter(email=email, is_active=True).first()
    jobs.enqueue("accounts.send_new_password_letter", account_id=account.pk if account else None)


def renew_password(*, account: Account, new: str) -> None:
    """Give the account of a letter's link a new password; every session ends, and the person is told.

    **Side effects** a queued letter.
    """
    validate_password(new, account)
    with recording(by=LETTER_LINK, action="accounts.renew_password"):
        account.set_password(new)
        account.save(update_fields=["password"])
        end_sessions_of(account)
        jobs.enqueue("accounts.tell_of_new_password", account_id=account.pk)
