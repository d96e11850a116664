"""An uploaded file, kept once by what it contains."""

from django.db import models

from kollegium.trail.tracking import tracked


@tracked(exclude=("data",))
class StoredFile(models.Model):
    """The bytes of one upload, found by their SHA-256.

    They lie in the database so that a file and the rows that speak of it are written, backed up
    and rolled back together. The change log holds the hash and not the bytes: whether the two still
    agree, `kollegium verify` looks.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100)
    data = models.BinaryField()
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(size__gt=0), name="stored_file_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.size} bytes)"
