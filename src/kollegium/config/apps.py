"""Register the configuration with Django, so that rights follow every migration."""

from pathlib import Path

from django.apps import AppConfig, apps
from django.conf import settings
from django.db.models.signals import post_migrate

from kollegium.domain.standard import set_standards_folder


class ConfigurationConfig(AppConfig):
    """The configuration as a part of the program: rights of the roles after a migration."""

    name = "kollegium.config"
    label = "config"

    def ready(self) -> None:
        """Read standards where the settings say; have cache table and rights follow every migration."""
        from kollegium.config.grants import prepare_migrated  # noqa: PLC0415 - slow import, needs the models

        if settings.STANDARDS_FOLDER:
            set_standards_folder(Path(settings.STANDARDS_FOLDER))
        # Django announces a migration once for every part with models; one announcement is enough.
        post_migrate.connect(prepare_migrated, sender=apps.get_app_config("sessions"))
