"""Register the demo with Django: its mailbox page and its example files."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demo."""

    name = "kollegium.demo"
    label = "demo"
