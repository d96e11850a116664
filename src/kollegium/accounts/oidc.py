"""A log-in at a region's identity provider: OpenID Connect, authorization code with PKCE, everything checked.

What comes back is believed only after state, nonce, signature, issuer, audience, times and level of
assurance have been checked. allauth's own client checks neither nonce nor signature (docs/decisions/0009-log-in.md).
"""

import base64
import hashlib
import hmac
import json
import secrets
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

import jwt
from django.core.cache import cache

from kollegium.domain.web_addresses import is_encrypted, is_own_machine

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
CLOCK_SKEW_SECONDS = 60
TIMEOUT_SECONDS = 10
MOST_BYTES = 1_000_000
METADATA_SECONDS = 3600
STARTED_SECONDS = 15 * 60
ENDPOINTS = frozenset({"authorization_endpoint", "token_endpoint", "jwks_uri"})


@dataclass(frozen=True, slots=True)
class Provider:
    """An outside identity provider. `levels` are the values of `acr` that are strong enough."""

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: str
    scope: str
    claim: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Started:
    """What is remembered of a log-in between leaving for the provider and coming back."""

    provider: str
    state: str
    nonce: str
    verifier: str
    next_url: str
    at: float


class ProviderRefused(Exception):
    """A log-in at the provider is not accepted.

    Codes: `refused` (by the provider or the person), `not-yours` (state), `too-old`, `out-of-reach`, `not-genuine`
    (signature, issuer, audience, nonce, times), `too-weak` (level of assurance), `no-hsa-id`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def start(provider: Provider, *, redirect_uri: str, next_url: str) -> tuple[str, dict[str, Any]]:
    """Give the provider's address to go to, and what the session has to remember. Raises ProviderRefused."""
    started = Started(
        provider=provider.key,
        state=secrets.token_urlsafe(32),
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(64),
        next_url=next_url,
        at=time.time(),
    )
    challenge = base64.urlsafe_b64encode(hashlib.sha256(started.verifier.encode()).digest()).rstrip(b"=")
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": redirect_uri,
        "scope": provider.scope,
        "state": started.state,
        "nonce": started.nonce,
        "code_challenge": challenge.decode(),
        "code_challenge_method": "S256",
        "acr_values": " ".join(provider.levels),
    }
    address = _metadata(provider)["authorization_endpoint"]
    mark = "&" if "?" in address else "?"
    return f"{address}{mark}{urllib.parse.urlencode(asked)}", asdict(started)


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom the provider vouches for, the page that was asked for, and everything it says of the person."""

    hsa_id: str
    next_url: str
    claims: dict[str, Any]


def vouched_for(
    provider: Provider, started: dict[str, Any] | None, answer: dict[str, str], *, redirect_uri: str
) -> Vouched:
    """Give whom the provider vouches for. Raises ProviderRefused."""
    known = _checked_start(provider, started, answer)
    metadata = _metadata(provider)
    if answer.get("iss", provider.issuer) != provider.issuer:
        raise ProviderRefused("not-genuine")
    tokens = _exchange(
        provider, metadata["token_endpoint"], answer.get("code", ""), known.verifier, redirect_uri
    )
    claims = _checked_claims(provider, metadata, tokens.get("id_token"), known.nonce)
    if claims.get("acr") not in provider.levels:
        raise ProviderRefused("too-weak")
    hsa_id = claims.get(provider.claim)
    if not isinstance(hsa_id, str) or not hsa_id.strip():
        raise ProviderRefused("no-hsa-id")
    return Vouched(hsa_id.strip(), known.next_url, claims)


def _checked_start(provider: Provider, started: dict[str, Any] | None, answer: dict[str, str]) -> Started:
    if not started:
        raise ProviderRefused("not-yours")
    known = Started(**started)
    if known.provider != provider.key or not hmac.compare_digest(
        known.state.encode(), answer.get("state", "").encode()
    ):
        raise ProviderRefused("not-yours")
    if time.time() - known.at > STARTED_SECONDS:
        raise ProviderRefused("too-old")
    if "error" in answer or not answer.get("code"):
        raise ProviderRefused("refused")
    return known


def _checked_claims(
    provider: Provider, metadata: dict[str, Any], id_token: object, nonce: str
) -> dict[str, Any]:
    if not isinstance(id_token, str):
        raise ProviderRefused("not-genuine")
    try:
        claims: dict[str, Any] = jwt.decode(
            id_token,
            _signing_key(metadata["jwks_uri"], id_token),
            algorithms=list(ALGORITHMS),
            audience=provider.client_id,
            issuer=provider.issuer,
            leeway=CLOCK_SKEW_SECONDS,
            options={"require": ["iss", "sub", "aud", "exp", "iat", "nonce"]},
        )
    except jwt.PyJWTError as error:
        raise ProviderRefused("not-genuine") from error
    audience = claims["aud"]
    if isinstance(audience, list) and len(audience) > 1 and claims.get("azp") != provider.client_id:
        raise ProviderRefused("not-genuine")
    if not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise ProviderRefused("not-genuine")
    return claims


def _signing_key(jwks_uri: str, id_token: str) -> Any:
    return _keys(jwks_uri).get_signing_key_from_jwt(id_token).key


@lru_cache(maxsize=16)
def _keys(jwks_uri: str) -> jwt.PyJWKClient:
    # The client keeps the keys and asks again for one it does not know: a provider may change its keys.
    return jwt.PyJWKClient(jwks_uri, timeout=TIMEOUT_SECONDS, lifespan=METADATA_SECONDS)


def forget_keys() -> None:
    """Forget every provider's keys."""
    _keys.cache_clear()


def _metadata(provider: Provider) -> dict[str, Any]:
    """Give what the provider says of itself, asked for once an hour."""
    key = f"oidc:{hashlib.sha256(provider.issuer.encode()).hexdigest()[:32]}"
    found: dict[str, Any] | None = cache.get(key)
    if found is None:
        found = _fetch(provider.issuer.rstrip("/") + "/.well-known/openid-configuration", provider)
        # A provider that calls itself something else than it is asked as is another one.
        if found.get("issuer") != provider.issuer:
            raise ProviderRefused("not-genuine")
        if not found.keys() >= ENDPOINTS:
            raise ProviderRefused("out-of-reach")
        for endpoint in ENDPOINTS:
            _require_safe_address(str(found[endpoint]), issuer=provider.issuer)
        cache.set(key, found, METADATA_SECONDS)
    return found


def _exchange(
    provider: Provider, token_endpoint: str, code: str, verifier: str, redirect_uri: str
) -> dict[str, Any]:
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "client_id": provider.client_id,
        "client_secret": provider.client_secret,
        "code_verifier": verifier,
    }
    return _fetch(token_endpoint, provider, urllib.parse.urlencode(sent).encode())


def _fetch(address: str, provider: Provider, body: bytes | None = None) -> dict[str, Any]:
    _require_safe_address(address, issuer=provider.issuer)
    asked = urllib.request.Request(address, data=body, headers={"Accept": "application/json"})  # noqa: S310
    try:
        with _OPENER.open(asked, timeout=TIMEOUT_SECONDS) as answer:
            found = json.loads(answer.read(MOST_BYTES))
    except urllib.error.HTTPError as error:
        raise ProviderRefused("refused" if error.code < 500 else "out-of-reach") from error
    except (OSError, ValueError) as error:
        raise ProviderRefused("out-of-reach") from error
    if not isinstance(found, dict):
        raise ProviderRefused("out-of-reach")
    return found


class _NotElsewhere(urllib.request.HTTPRedirectHandler):
    """Follow nobody who sends us on: the address we would end at has not been checked."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Go nowhere; the answer counts as a refusal."""


_OPENER = urllib.request.build_opener(_NotElsewhere)


def _require_safe_address(address: str, *, issuer: str) -> None:
    # The provider's word decides where we ask: codes, secrets and keys go encrypted. Without that only on this
    # machine, and only with a provider that is tried out here itself: another's must not lead to our own ports.
    is_tried_out = is_own_machine(issuer) and is_own_machine(address)
    if not (is_encrypted(address) or is_tried_out):
        raise ProviderRefused("not-genuine")
