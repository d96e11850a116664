"""Register the import of reports with Django."""

from django.apps import AppConfig


class ReportImportConfig(AppConfig):
    """The import of old review reports."""

    name = "kollegium.report_import"
    label = "report_import"

    def ready(self) -> None:
        """Lead from every imported review back to its file."""
        from kollegium.report_import.links import links_to_import  # noqa: PLC0415 - needs the loaded models
        from kollegium.reviews.links import register_review_links  # noqa: PLC0415 - needs the loaded models

        register_review_links(links_to_import)
