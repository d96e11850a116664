"""What a person changes about themselves: name, contact, language, and the address to log in with."""

from typing import TYPE_CHECKING

from django.core import signing
from django.db import IntegrityError, transaction

from kollegium import jobs
from kollegium.accounts.actions.people import PersonValues
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.letters import new_address_letter, old_address_letter
from kollegium.accounts.models import Account, Person
from kollegium.trail.tracking import recording
from kollegium.ui.mail import send_letter

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

SALT = "accounts.new_email"
CONFIRM_SECONDS = 2 * 24 * 3600


def change_own_profile(*, person_id: int, values: PersonValues, expected_version: int, by: "Actor") -> Person:
    """Change one's own name, contact address and language; the HSA-id stays as it is.

    **Raises** PeopleRefused: somebody else's, no name, changed since it was shown.
    """
    _own(person_id, by)
    columns = values.columns()
    del columns["hsa_id"]
    with recording(by=by, action="accounts.change_own_profile"):
        person = Person.objects.select_for_update().get(pk=person_id)
        if person.version != expected_version:
            raise PeopleRefused("changed-meanwhile")
        for name, value in columns.items():
            setattr(person, name, value)
        person.version += 1
        person.save(update_fields=[*columns, "version"])
    return person


def ask_for_new_email(*, account: Account, email: str, password: str, by: "Actor") -> None:
    """Let a new address to log in with wait until it is confirmed from its own mailbox.

    An address that has a log-in waits too and cannot be confirmed: nobody learns here who has one.

    **Raises** PeopleRefused: somebody else's, wrong password, the address one has already.

    Side effects: a queued letter to the new address with the link, and one to the old that tells of it.
    """
    _own(account.person_id, by)
    email = email.strip().lower()
    if not account.check_password(password):
        raise PeopleRefused("wrong-password")
    if email == account.email:
        raise PeopleRefused("own-address")
    with recording(by=by, action="accounts.ask_for_new_email"):
        account.new_email = email
        account.save(update_fields=["new_email"])
        jobs.enqueue("accounts.send_new_address", account_id=account.pk)


def send_new_address(*, account_id: int) -> bool:
    """Send the two letters about a new address, and say whether it still waits. Raises MailNotSent."""
    account = Account.objects.select_related("person").filter(pk=account_id).exclude(new_email="").first()
    if account is None:
        return False
    # The old address first: whoever did not ask should hear of it whatever becomes of the other letter.
    send_letter(old_address_letter(account), to=account.email)
    if not Account.objects.filter(email=account.new_email).exists():
        token = signing.dumps([account.pk, account.new_email], salt=SALT)
        send_letter(new_address_letter(account, token), to=account.new_email)
    return True


def confirm_new_email(*, account: Account, token: str, by: "Actor") -> None:
    """Log in with the new address from now on; a contact address that was the same follows.

    **Raises** PeopleRefused: somebody else's, the link is wrong, too old or no longer the one that waits.
    """
    _own(account.person_id, by)
    if not is_waiting(account, token):
        raise PeopleRefused("address-link-dead")
    old, new = account.email, account.new_email
    with recording(by=by, action="accounts.confirm_new_email"):
        try:
            with transaction.atomic():
                Account.objects.filter(pk=account.pk).update(email=new, new_email="")
        except IntegrityError as error:
            raise PeopleRefused("address-link-dead") from error
        Person.objects.filter(pk=account.person_id, email=old).update(email=new)


def is_waiting(account: Account, token: str) -> bool:
    """Say whether a link's token is for the account's waiting address, and not older than two days."""
    try:
        meant = signing.loads(token, salt=SALT, max_age=CONFIRM_SECONDS)
    except signing.BadSignature:
        return False
    return bool(account.new_email) and meant == [account.pk, account.new_email]


def _own(person_id: int, by: "Actor") -> None:
    if by.key != f"person:{person_id}":
        raise PeopleRefused("not-allowed")
