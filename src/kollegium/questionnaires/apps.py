"""Register questionnaires with Django."""

from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    """Questionnaires."""

    name = "kollegium.questionnaires"
    label = "questionnaires"
