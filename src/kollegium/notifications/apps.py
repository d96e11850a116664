"""Register reminders with Django."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Reminders."""

    name = "kollegium.notifications"
    label = "notifications"
