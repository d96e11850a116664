"""Register places with Django."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Places."""

    name = "kollegium.organisations"
    label = "organisations"
