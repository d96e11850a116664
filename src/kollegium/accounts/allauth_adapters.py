"""How allauth works here: which steps a log-in has, what is stored of a second factor, and under what name."""

import base64
import hashlib
import time
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.stages import AuthenticateStage
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts import sessions
from kollegium.accounts.models import Account, BrowserSession

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

BACKEND = "kollegium.accounts.backends.EmailBackend"


class SecondFactorStage(AuthenticateStage):
    """The step after the password, for those who have a second factor.

    A passkey is two factors in one (the device, and what unlocks it), and a region's provider is asked
    for a strong log-in: neither needs another step.
    """

    def _should_handle(self, request: HttpRequest) -> bool:
        if _method_of(self.login.signal_kwargs) != BrowserSession.Method.PASSWORD:
            return False
        return bool(super()._should_handle(request))


class LogInAdapter(DefaultAccountAdapter):
    """Nobody signs up by themselves; a log-in ends in one place, here."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse: people are invited."""
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing: our own pages say what happened."""

    def get_login_stages(self) -> list[str]:
        """Give the one step there is besides the password."""
        return [f"{SecondFactorStage.__module__}.{SecondFactorStage.__name__}"]

    def respond_user_inactive(self, request: HttpRequest, user: "AbstractBaseUser") -> HttpResponse:
        """Send the owner of a closed log-in back to the log-in page, which says so."""
        return HttpResponseRedirect(f"{reverse('account_login')}?closed=yes")

    def login(self, request: HttpRequest, user: "AbstractBaseUser") -> None:
        """Log in, unless the account was closed since the password was given."""
        if not user.is_active:
            raise ImmediateHttpResponse(self.respond_user_inactive(request, user))
        login(request, user, backend=BACKEND)

    def post_login(self, request: HttpRequest, user: "AbstractBaseUser", **details: Any) -> HttpResponse:
        """Note the session and how its owner got in, and lead on to the page that was asked for."""
        method = _method_of(details.get("signal_kwargs"))
        request.session[sessions.PROVED_AT] = time.time()
        request.session[sessions.IS_STRONG] = method != BrowserSession.Method.PASSWORD
        assert isinstance(user, Account)
        sessions.note(request, user, method=method, now=timezone.now())
        return HttpResponseRedirect(details.get("redirect_url") or settings.LOGIN_REDIRECT_URL)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second factors unreadable in the database and in backups of it."""

    def encrypt(self, text: str) -> str:
        """Give the secret as it is stored."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Give the secret as it is used."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name the site a passkey belongs to: its host, without the port."""
        return {"id": context.request.get_host().partition(":")[0], "name": "Kollegium"}

    def get_public_key_credential_user_entity(self, user: "AbstractBaseUser") -> dict[str, Any]:
        """Name the account a passkey belongs to, as the device shows it."""
        assert isinstance(user, Account)
        entity = super().get_public_key_credential_user_entity(user)
        return {**entity, "display_name": user.person.name}


def _method_of(signal_kwargs: dict[str, Any] | None) -> str:
    return (signal_kwargs or {}).get("method", BrowserSession.Method.PASSWORD)


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (hashlib.sha256(b"kollegium.second-factor:" + key.encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
