"""Copies of a reviewer's cases that a device keeps for the visit."""

import uuid

from django.db import models


class OfflineCopy(models.Model):
    """A device that keeps cases for work without a network, and the key it keeps them under.

    The row stands as long as the copy may be read. Once it is gone the device erases what it kept at its next contact.
    `session` is the log-in it came from; a log-in that merely ran out leaves the copy, so that drafts are not lost.
    Not history, and the key must not be in the log.
    """

    key_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="+")
    session = models.ForeignKey("accounts.BrowserSession", models.SET_NULL, null=True, related_name="+")
    secret = models.BinaryField(max_length=32)
    browser = models.CharField(max_length=20, blank=True)
    system = models.CharField(max_length=20, blank=True)
    made_at = models.DateTimeField()
    renewed_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"copy {self.pk} of account {self.account_id}"
