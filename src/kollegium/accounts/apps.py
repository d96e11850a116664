"""Register people with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, accounts and assignments."""

    name = "kollegium.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Let the log name people and the pages about them."""
        from kollegium.accounts.queries import names_of_people  # noqa: PLC0415 - needs the loaded models
        from kollegium.accounts.queries.recipients import (  # noqa: PLC0415 - needs the loaded models
            recipients,
        )
        from kollegium.accounts.wording import PAGE_NAMES  # noqa: PLC0415 - needs the loaded models
        from kollegium.notifications.dated import (  # noqa: PLC0415 - needs the loaded models
            register_recipients,
        )
        from kollegium.trail import names  # noqa: PLC0415 - needs the loaded models

        names.register_people_names(names_of_people)
        register_recipients(recipients)
        for page, name in PAGE_NAMES.items():
            names.register_page(page, name)
