"""Every write of reminders: finding and cancelling them, sending letters, reading them, and how they come."""

from kollegium.notifications.actions.posting import post_letters, send_letter
from kollegium.notifications.actions.reading import (
    forget_reminders,
    hand_over_reminders,
    mark_all_read,
    mark_read,
)
from kollegium.notifications.actions.reminding import REMINDERS, remind
from kollegium.notifications.actions.settings import MailValues, change_mail_settings

__all__ = [
    "REMINDERS",
    "MailValues",
    "change_mail_settings",
    "forget_reminders",
    "hand_over_reminders",
    "mark_all_read",
    "mark_read",
    "post_letters",
    "remind",
    "send_letter",
]
