"""Register people with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, accounts and assignments."""

    name = "kollegium.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Let the change log name people."""
        from kollegium.accounts.queries import names_of_people  # noqa: PLC0415 - needs the loaded models
        from kollegium.trail.names import register_people_names  # noqa: PLC0415 - needs the loaded models

        register_people_names(names_of_people)
