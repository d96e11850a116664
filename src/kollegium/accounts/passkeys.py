"""Passkeys: what the browser is asked, and the check of what it answers. allauth and fido2 do the work."""

import json
from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder

from kollegium.accounts.models import Account

if TYPE_CHECKING:
    from collections.abc import Callable


class PasskeyRefused(Exception):
    """The browser's answer does not prove anything: another challenge, another passkey, or no answer at all."""


def creation_options(account: Account) -> str:
    """Give what the browser needs to make a passkey, as JSON. Side effects: a challenge in the session."""
    return json.dumps(auth.begin_registration(account, True), cls=DjangoJSONEncoder)


def request_options(account: Account | None = None) -> str:
    """Give what the browser needs to use a passkey, as JSON; without an account any passkey of the site.

    Side effects: a challenge in the session.
    """
    options = auth.begin_authentication(None) if account is None else auth.begin_authentication(account)
    return json.dumps(options, cls=DjangoJSONEncoder)


def check_new(credential: dict[str, Any]) -> None:
    """Check the browser's answer about a new passkey. Raises PasskeyRefused."""
    _checked(lambda: auth.parse_registration_response(credential))
    if not _checked(lambda: auth.complete_registration(credential)).is_user_verified():
        raise PasskeyRefused


def check_used(credential: dict[str, Any], account: Account | None = None) -> Account:
    """Check the browser's answer and give the account whose passkey it was. Raises PasskeyRefused.

    Side effects: the passkey is noted as used.
    """
    _checked(lambda: auth.parse_authentication_response(credential))
    owner = account or _checked(lambda: auth.extract_user_from_response(credential))
    factor: Authenticator = _checked(lambda: auth.complete_authentication(owner, credential))
    factor.record_usage()
    assert isinstance(owner, Account)
    return owner


def _checked(step: "Callable[[], Any]") -> Any:
    # What the browser sends is anybody's to write, and the library says so in several ways.
    try:
        return step()
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise PasskeyRefused from error
