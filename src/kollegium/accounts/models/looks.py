"""When people last looked at what changed."""

from django.db import models
from django.db.models import Q


class Look(models.Model):
    """When a person last looked at what changed, in the role they work in, or in all of them (no `hat`).

    Each role has a row of its own: what another role shows has not been seen in this one. `before_at` is the
    last time before this visit; what it says is in `domain.changes.looked`.
    """

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="looks")
    hat = models.ForeignKey("accounts.Assignment", models.CASCADE, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    before_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "hat"], nulls_distinct=False, name="look_once"),
            models.CheckConstraint(
                condition=Q(before_at__isnull=True) | Q(before_at__lt=models.F("at")),
                name="look_after_the_one_before",
            ),
        ]

    def __str__(self) -> str:
        return f"look {self.pk}"
