"""Log-in by e-mail address and password."""

from django.contrib.auth.backends import ModelBackend

from kollegium.accounts.models import Account


class EmailBackend(ModelBackend):
    """Checks e-mail and password; fetches the person along with the account.

    Accounts carry no permissions of Django's own: rights follow from assignments alone.
    """

    def get_user(self, user_id: int) -> Account | None:
        """Give the active account of a session, or None."""
        account = Account.objects.select_related("person").filter(pk=user_id, is_active=True).first()
        return account if account and self.user_can_authenticate(account) else None

    def has_perm(self, user_obj: object, perm: str, obj: object | None = None) -> bool:
        """Refuse: Django's permission table is not used."""
        return False
