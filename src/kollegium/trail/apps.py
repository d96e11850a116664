"""Register the change log with Django."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """The change log."""

    name = "kollegium.trail"
    label = "trail"
