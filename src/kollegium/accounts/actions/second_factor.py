"""The second factors of an account: set up, used, removed, and reset by an administrator."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, validate_totp_code
from allauth.mfa.utils import decrypt
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.core.cache import cache

from kollegium import jobs
from kollegium.accounts.actions.refusals import PeopleRefused, require
from kollegium.accounts.actions.sessions import end_sessions_of
from kollegium.accounts.models import Account
from kollegium.accounts.queries.actors import actor_of_account
from kollegium.accounts.queries.person import may_manage
from kollegium.domain.roles import Permission, needs_second_factor
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

RECOVERY = Authenticator.Type.RECOVERY_CODES


def set_up_app(
    *, account: Account, secret: str, code: str, keep: str | None, now: datetime, by: "Actor"
) -> None:
    """Let codes of an app on the phone be the second factor, once a code shows that the app has the secret.

    **Raises** PeopleRefused: not one's own account, a code that does not fit, an app is set up already.

    **Side effects** with the first factor every session but the one to `keep` ends: it was opened without one.
    """
    _require_own(account, by)
    if not validate_totp_code(secret, code):
        raise PeopleRefused("wrong-code")
    with recording(by=by, action="accounts.set_up_second_factor"):
        _lock(account)
        if Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists():
            raise PeopleRefused("app-set-up-already")
        TOTP.activate(account, secret)
        _begin(account, now, keep)
    _use_up(account, code)


def give_app(*, account: Account, secret: str, now: datetime, by: "Actor") -> None:
    """Give an account an app's secret that is known already: the demo's, or a test's."""
    require(by, Permission.MANAGE_PEOPLE)
    _require_within_reach(account, by)
    with recording(by=by, action="accounts.set_up_second_factor"):
        TOTP.activate(account, secret)
        _begin(account, now, None)


def add_passkey(
    *, account: Account, name: str, credential: dict[str, Any], keep: str | None, now: datetime, by: "Actor"
) -> None:
    """Keep a passkey that the browser has made and whose answer has been checked.

    **Side effects** as of `set_up_app`.
    """
    _require_own(account, by)
    with recording(by=by, action="accounts.set_up_second_factor"):
        _lock(account)
        WebAuthn.add(account, name, credential)
        _begin(account, now, keep)


def remove_factor(*, account: Account, factor_id: int, as_of: date, by: "Actor") -> None:
    """Remove one of one's own factors; with the last one the recovery codes go too.

    **Raises** PeopleRefused: unknown, or the last one while a role needs it.
    """
    _require_own(account, by)
    with recording(by=by, action="accounts.remove_second_factor"):
        _lock(account)
        factors = Authenticator.objects.filter(user=account).exclude(type=RECOVERY)
        factor = factors.filter(pk=factor_id).first()
        if factor is None:
            raise PeopleRefused("unknown-factor")
        is_last = not factors.exclude(pk=factor_id).exists()
        roles = actor_of_account(account, as_of=as_of).every_role
        if is_last and needs_second_factor(held.role for held in roles):
            raise PeopleRefused("last-factor")
        factor.delete()
        if is_last:
            _take_all(account)


def renew_recovery_codes(*, account: Account, by: "Actor") -> list[str]:
    """Give ten new recovery codes; the earlier ones no longer work. Raises PeopleRefused without a factor."""
    _require_own(account, by)
    if account.second_factor_since is None:
        raise PeopleRefused("unknown-factor")
    with recording(by=by, action="accounts.renew_recovery_codes"):
        _lock(account)
        Authenticator.objects.filter(user=account, type=RECOVERY).delete()
        return RecoveryCodes.activate(account).get_unused_codes()


def reset_second_factor(*, account_id: int, by: "Actor") -> None:
    """Take away another person's lost factors, end their sessions, and write to them that it was done.

    **Raises** PeopleRefused: not allowed, unknown, one's own, nothing to reset, roles beyond the actor's own remit.

    **Side effects** a queued letter.
    """
    require(by, Permission.MANAGE_PEOPLE)
    with recording(by=by, action="accounts.reset_second_factor"):
        account = Account.objects.select_for_update().filter(pk=account_id).first()
        if account is None:
            raise PeopleRefused("unknown-person")
        if by.key == f"person:{account.person_id}":
            raise PeopleRefused("own-factor")
        if account.second_factor_since is None:
            raise PeopleRefused("unknown-factor")
        _require_within_reach(account, by)
        _take_all(account)
        end_sessions_of(account)
        jobs.enqueue("accounts.tell_of_reset_factor", account_id=account.pk)


def use_code(*, account: Account, code: str) -> bool:
    """Say whether a code of the app or a recovery code is right, and use it up: it works once."""
    for factor in Authenticator.objects.filter(user=account).exclude(type=Authenticator.Type.WEBAUTHN):
        if _fits(factor, account, code):
            factor.record_usage()
            return True
    return False


def _fits(factor: Authenticator, account: Account, code: str) -> bool:
    if factor.type == RECOVERY:
        return bool(RecoveryCodes(factor).validate_code(code))
    # allauth's own check forgets a used code after one step, while the code is right for three.
    if not validate_totp_code(decrypt(factor.data["secret"]), code):
        return False
    # Everybody knows the demo's secrets, and several may try it at once with the same code.
    return account.is_demo or _use_up(account, code)


def _use_up(account: Account, code: str) -> bool:
    """Say whether the code was unused, and keep it used for as long as it could be taken as right."""
    steps = 2 * app_settings.TOTP_TOLERANCE + 2
    return cache.add(f"used-code:{account.pk}:{code}", "used", steps * app_settings.TOTP_PERIOD)


def _begin(account: Account, now: datetime, keep: str | None) -> None:
    RecoveryCodes.activate(account)
    if account.second_factor_since is None:
        account.second_factor_since = now
        account.save(update_fields=["second_factor_since"])
        end_sessions_of(account, keep=keep)


def _take_all(account: Account) -> None:
    Authenticator.objects.filter(user=account).delete()
    account.second_factor_since = None
    account.save(update_fields=["second_factor_since"])


def _lock(account: Account) -> None:
    Account.objects.select_for_update().get(pk=account.pk)


def _require_within_reach(account: Account, by: "Actor") -> None:
    if not may_manage(by, account.person):
        raise PeopleRefused("reaches-further")


def _require_own(account: Account, by: "Actor") -> None:
    if by.key != f"person:{account.person_id}":
        raise PeopleRefused("not-allowed")
