"""Register planning with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from kollegium.trail.names import register_page


class PlanningConfig(AppConfig):
    """Planning."""

    name = "kollegium.planning"
    label = "planning"

    def ready(self) -> None:
        """Name the page about a reviewer for those who see who has read about them."""
        register_page("planning.reviewer", _("What is known of you as a reviewer"))
