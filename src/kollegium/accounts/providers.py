"""The outside log-in of this installation, from its settings."""

from django.conf import settings

from kollegium.accounts.oidc import Provider
from kollegium.domain.claims import ClaimMap


def providers() -> tuple[Provider, ...]:
    """Give the identity providers a person may log in at; none unless one is set."""
    if not settings.OIDC_ISSUER:
        return ()
    return (
        Provider(
            key="employer",
            name=settings.OIDC_NAME,
            issuer=settings.OIDC_ISSUER,
            client_id=settings.OIDC_CLIENT_ID,
            client_secret=settings.OIDC_CLIENT_SECRET,
            scope=settings.OIDC_SCOPE,
            claim=settings.OIDC_CLAIM,
            levels=tuple(settings.OIDC_LEVELS),
        ),
    )


def provider_of(key: str) -> Provider | None:
    """Give the provider of that key, or None."""
    return next((provider for provider in providers() if provider.key == key), None)


def claim_map() -> ClaimMap:
    """Give which claims name places and roles; without roles nothing is proposed."""
    return ClaimMap(
        unit=settings.OIDC_UNIT_CLAIM,
        care_provider=settings.OIDC_CARE_PROVIDER_CLAIM,
        commissions=settings.OIDC_COMMISSIONS_CLAIM,
        roles=settings.OIDC_ROLES,
    )
