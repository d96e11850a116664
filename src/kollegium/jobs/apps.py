"""Register the queue with Django."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The queue and its worker."""

    name = "kollegium.jobs"
    label = "jobs"
