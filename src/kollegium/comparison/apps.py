"""Register the comparison with Django."""

from django.apps import AppConfig


class ComparisonConfig(AppConfig):
    """The public register."""

    name = "kollegium.comparison"
    label = "comparison"
