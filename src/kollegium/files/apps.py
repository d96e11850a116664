"""Register stored uploads with Django."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Stored uploads."""

    name = "kollegium.files"
    label = "files"
