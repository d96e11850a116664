"""Register people with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, accounts and assignments."""

    name = "kollegium.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Let the change log name people."""
        from kollegium.accounts.queries import names_of_people  # optional dependency: models must be loaded
        from kollegium.trail.names import register_people_names  # optional dependency: as above

        register_people_names(names_of_people)
