"""The browsers in which somebody is logged in."""

from django.db import models

from kollegium.accounts.models.people import Account


class BrowserSession(models.Model):
    """A browser in which an account is logged in, in words its owner knows it by. No address is kept."""

    class Method(models.TextChoices):
        """How the person got in."""

        PASSWORD = "password"  # noqa: S105 - a way, no secret
        PASSKEY = "passkey"
        PROVIDER = "provider"

    account = models.ForeignKey(Account, models.CASCADE, related_name="browser_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=20, blank=True)
    system = models.CharField(max_length=20, blank=True)
    method = models.CharField(max_length=20, choices=Method.choices)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"session {self.pk}"
