"""Log-in by e-mail address and password."""

from django.contrib.auth.backends import ModelBackend
from django.db import DEFAULT_DB_ALIAS

from kollegium.accounts.models import Account, Person
from kollegium.notifications.queries import unread_count_sql
from kollegium.ui.statements import prepared_cursor

# Every request asks for the account of its session: written out, for putting the question together
# through the models takes longer than the answer.
_ACCOUNT = tuple(column.attname for column in Account._meta.concrete_fields)
# The words a person is searched by are of no use here.
_PERSON = tuple(
    column.attname for column in Person._meta.concrete_fields if column.attname != "search_vector"
)
_COLUMNS = ", ".join([*(f"a.{name}" for name in _ACCOUNT), *(f"p.{name}" for name in _PERSON)])
# How many reminders are unread comes along, for the header of every page.
_STATEMENT = (
    f"SELECT {_COLUMNS}, {unread_count_sql('a.person_id')} FROM accounts_account a JOIN accounts_person p ON p.id = a.person_id"  # noqa: S608 - names of columns
    " WHERE a.id = %s AND a.is_active"
)


class EmailBackend(ModelBackend):
    """Checks e-mail and password; fetches the person along with the account.

    Accounts carry no permissions of Django's own: rights follow from assignments alone.
    """

    def get_user(self, user_id: int) -> Account | None:
        """Give the active account of a session, or None."""
        with prepared_cursor() as cursor:
            cursor.execute(_STATEMENT, [user_id])
            row = cursor.fetchone()
        if row is None:
            return None
        account = Account.from_db(DEFAULT_DB_ALIAS, _ACCOUNT, row[: len(_ACCOUNT)])
        account.person = Person.from_db(DEFAULT_DB_ALIAS, _PERSON, row[len(_ACCOUNT) : -1])
        account.unread_reminders = row[-1]
        return account

    def user_can_authenticate(self, user: Account) -> bool:
        """Let the log-in page, which lets nobody with a closed log-in in, tell whoever knows the password so."""
        return True

    def has_perm(self, user_obj: object, perm: str, obj: object | None = None) -> bool:
        """Refuse: Django's permission table is not used."""
        return False
