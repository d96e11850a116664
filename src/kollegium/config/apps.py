"""Register the configuration with Django, so that rights follow every migration."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class ConfigurationConfig(AppConfig):
    """The configuration as a part of the program: rights of the roles after a migration."""

    name = "kollegium.config"
    label = "config"

    def ready(self) -> None:
        """Have cache table and rights follow every migration, whoever started it."""
        from kollegium.config.grants import prepare_migrated  # noqa: PLC0415 - slow import, needs the models

        # Django announces a migration once for every part with models; one announcement is enough.
        post_migrate.connect(prepare_migrated, sender=apps.get_app_config("sessions"))
