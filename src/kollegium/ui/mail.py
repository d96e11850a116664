"""Mail that the interface itself sends: a reported fault, to those who keep the service."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage

log = logging.getLogger(__name__)


def fault_report_address() -> str:
    """Return where fault reports go: setting `FAULT_REPORT_EMAIL`, else the address that mail is sent from."""
    return getattr(settings, "FAULT_REPORT_EMAIL", "") or settings.DEFAULT_FROM_EMAIL


def send_fault_report(*, page: str, description: str, reply_to: str) -> bool:
    """Mail a fault report and return whether it could be sent.

    Side effects: one mail, answered to the person who wrote if an address was given. The text is not logged.
    """
    message = EmailMessage(
        subject="Kollegium: fault report about accessibility",
        body=f"Page: {page or '–'}\nReply to: {reply_to or '–'}\n\n{description}\n",
        to=[fault_report_address()],
        reply_to=[reply_to] if reply_to else [],
    )
    try:
        message.send()
    except (SMTPException, OSError):
        log.exception("A fault report could not be mailed.")
        return False
    return True
