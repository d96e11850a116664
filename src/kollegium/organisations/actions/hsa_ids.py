"""The HSA-id of a place: written one way, and of one place only."""

from django.db import connection

from kollegium.domain import hsa
from kollegium.organisations.actions.refusals import PlacesRefused
from kollegium.organisations.models import CareProvider, Unit


def clean_hsa_id(text: str) -> str:
    """Give the id as it is stored, or nothing for none. Raises PlacesRefused for what cannot be one."""
    if not text.strip():
        return ""
    written = hsa.normalised(text)
    if written is None:
        raise PlacesRefused("hsa-id-wrong")
    return written


def require_free_hsa_id(hsa_id: str, *, except_for: Unit | CareProvider | None = None) -> None:
    """Raise PlacesRefused when another unit or care provider has the id. Call inside the transaction."""
    if not hsa_id:
        return
    with connection.cursor() as cursor:
        # The same id written at two places at once: the second waits and then finds the first.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"hsa-id {hsa_id}"])
    for model in (Unit, CareProvider):
        own = except_for.pk if isinstance(except_for, model) else None
        holder = model.objects.filter(hsa_id=hsa_id).exclude(pk=own).first()
        if holder is not None:
            raise PlacesRefused("hsa-id-taken", name=holder.name)


def hand_over_hsa_id(row: Unit | CareProvider, into: Unit | CareProvider) -> None:
    """Let the place that another goes up in take its HSA-id over, when it has none of its own.

    When both have one, each keeps it: a log-in that still names the old one is led on to the new.
    """
    if row.hsa_id and not into.hsa_id:
        model = type(row)
        model._default_manager.filter(pk=row.pk).update(hsa_id="")
        model._default_manager.filter(pk=into.pk).update(hsa_id=row.hsa_id)
        row.hsa_id, into.hsa_id = "", row.hsa_id
