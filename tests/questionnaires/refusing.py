"""A mail server that refuses every address for good."""

from collections.abc import Sequence
from smtplib import SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class RefusingBackend(BaseEmailBackend):
    """Refuses each letter as a server does that does not know the address."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Refuse the first letter."""
        raise SMTPRecipientsRefused(dict.fromkeys(email_messages[0].to, (550, b"no such user")))
