"""Where letters to people go: those who can log in, at the address they want to be reached by."""

from collections.abc import Collection

from kollegium.accounts.models import Account
from kollegium.notifications.dated import Recipient


def recipients(person_ids: Collection[int]) -> dict[int, Recipient]:
    """Give the recipients among the people, by person id; who cannot log in is none. One query."""
    accounts = Account.objects.filter(person__in=person_ids, is_active=True, person__erased_at__isnull=True)
    rows = accounts.order_by("-pk").values_list("person_id", "person__email", "email", "person__language")
    return {
        person: Recipient(person, contact or log_in, language) for person, contact, log_in, language in rows
    }
