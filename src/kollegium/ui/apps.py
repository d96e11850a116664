"""Names the interface to Django."""

from django.apps import AppConfig

from kollegium.ui.thread_values import keep_in_threads


class UiConfig(AppConfig):
    """The interface: templates, components and static files."""

    name = "kollegium.ui"
    label = "ui"
    verbose_name = "Interface"

    def ready(self) -> None:
        """Let Django keep the language of a request where it is read fast."""
        keep_in_threads()
