"""Names the interface to Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The interface: templates, components and static files."""

    name = "kollegium.ui"
    label = "ui"
    verbose_name = "Interface"
