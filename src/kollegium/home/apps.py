"""Register the start page with Django."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The start page."""

    name = "kollegium.home"
    label = "home"
