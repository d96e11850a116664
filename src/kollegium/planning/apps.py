"""Register planning with Django."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    """Planning."""

    name = "kollegium.planning"
    label = "planning"
