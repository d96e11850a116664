"""The log-ins of the demo."""

from kollegium.accounts.models import Account, Assignment


def demo_log_ins() -> list[tuple[str, Assignment]]:
    """Give (e-mail, first assignment with its place) of the demo's accounts; none outside a demo."""
    firsts = (
        Assignment.objects.filter(person__accounts__is_demo=True, person__accounts__is_active=True)
        .select_related("region", "care_provider", "unit", "specialty", "person")
        .order_by("person_id", "pk")
        .distinct("person_id")
    )
    emails = dict(Account.objects.filter(is_demo=True).values_list("person_id", "email"))
    return [(emails[item.person_id], item) for item in firsts]
