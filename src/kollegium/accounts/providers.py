"""The outside log-in of this installation, from its settings."""

from django.conf import settings

from kollegium.accounts.oidc import Provider


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
