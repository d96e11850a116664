"""Letters by mail: how they are put together and sent, and the report of a fault to those who keep the service."""

import logging
from dataclasses import dataclass
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.utils.html import format_html, format_html_join

LASTING_FAULT = 500
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in the reader's language: paragraphs of plain text, and one link that stands after the first."""

    subject: str
    paragraphs: tuple[str, ...]
    link: str
    link_label: str
    language: str


class MailNotSent(Exception):
    """A letter could not be handed over to the mail server. Carries no address: it may be logged."""


class AddressRefused(MailNotSent):
    """The mail server refused the address for good: to try again helps nobody."""


def send_letter(letter: Letter, *, to: str) -> None:
    """Send a letter as plain text with the same as a simple page beside it. Raises MailNotSent, AddressRefused."""
    first, *others = letter.paragraphs
    text = "\n\n".join([first, letter.link, *others, "Kollegium"]) + "\n"
    page = format_html(
        '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body>'
        '<p>{}</p><p><a href="{}">{}</a></p>{}<p>Kollegium</p></body></html>',
        letter.language,
        letter.subject,
        first,
        letter.link,
        letter.link_label,
        format_html_join("", "<p>{}</p>", ((paragraph,) for paragraph in others)),
    )
    message = EmailMultiAlternatives(subject=letter.subject, body=text, to=[to])
    message.attach_alternative(page, "text/html")
    try:
        message.send()
    except (SMTPException, OSError) as error:
        if _is_for_good(error):
            log.warning("A letter was refused: the mail server does not take the address.")
            raise AddressRefused from None
        # The server's words hold the address; the kind of fault is enough to look for.
        log.error("A letter could not be sent: %s.", type(error).__name__)
        raise MailNotSent from None


def _is_for_good(error: Exception) -> bool:
    """Say whether every recipient was refused with a lasting fault (5xx), by the server's own word."""
    return isinstance(error, SMTPRecipientsRefused) and all(
        code >= LASTING_FAULT for code, _words in error.recipients.values()
    )


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
