"""Register the import of reports with Django."""

from django.apps import AppConfig


class ReportImportConfig(AppConfig):
    """The import of old review reports."""

    name = "kollegium.report_import"
    label = "report_import"
