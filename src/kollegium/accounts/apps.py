"""Register people with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, accounts and assignments."""

    name = "kollegium.accounts"
    label = "accounts"
