"""What a person is shown about how they log in: second factors, recovery codes, browsers."""

import time
from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.contrib.sessions.models import Session
from django.http import Http404

from kollegium.accounts.models import Account, BrowserSession, Person
from kollegium.accounts.queries.actors import actor_of_account
from kollegium.accounts.queries.people import get_person_for
from kollegium.domain.roles import Actor, Permission, needs_second_factor

APP = Authenticator.Type.TOTP
PASSKEY = Authenticator.Type.WEBAUTHN
RECOVERY = Authenticator.Type.RECOVERY_CODES


@dataclass(frozen=True, slots=True)
class Factor:
    """One second factor, as its owner sees it. `name` is what they called a passkey."""

    pk: int
    is_app: bool
    name: str
    since: datetime
    used_at: datetime | None


def factors_of(account: Account) -> list[Factor]:
    """Give an account's second factors without the recovery codes, oldest first."""
    rows = Authenticator.objects.filter(user=account).exclude(type=RECOVERY).order_by("created_at", "pk")
    return [
        Factor(row.pk, row.type == APP, row.data.get("name", ""), row.created_at, row.last_used_at)
        for row in rows
    ]


def recovery_codes_left(account: Account) -> list[str]:
    """Give the recovery codes that have not been used; none without a second factor."""
    row = Authenticator.objects.filter(user=account, type=RECOVERY).first()
    return RecoveryCodes(row).get_unused_codes() if row else []


def role_needs_factor(account: Account, *, as_of: date) -> bool:
    """Say whether a role of the day needs a second factor."""
    return needs_second_factor(held.role for held in actor_of_account(account, as_of=as_of).every_role)


def demo_code_of(account: Account) -> str:
    """Give the code that an account of the demo is asked for just now; nothing for everybody else's."""
    row = Authenticator.objects.filter(user=account, type=APP).first() if account.is_demo else None
    if row is None:
        return ""
    step = int(time.time()) // app_settings.TOTP_PERIOD
    return format_hotp_value(hotp_value(decrypt(row.data["secret"]), step))


def sessions_of(account: Account, *, now: datetime) -> list[BrowserSession]:
    """Give the browsers an account is logged in with, the one used last first."""
    alive = Session.objects.filter(expire_date__gt=now).values("session_key")
    rows = BrowserSession.objects.filter(account=account, session_key__in=alive)
    return list(rows.order_by("-seen_at", "-pk"))


def get_account_for(actor: Actor, person_id: int, account_id: int, *, as_of: date) -> Account:
    """Give another person's account that the actor may help with. Raises Http404."""
    if not actor.may(Permission.MANAGE_PEOPLE):
        raise Http404
    person = get_person_for(actor, person_id, as_of=as_of)
    account = Account.objects.select_related("person").filter(person=person, pk=account_id).first()
    if account is None:
        raise Http404
    return account


def account_with_hsa_id(hsa_id: str) -> Account | None:
    """Give the log-in of the one person with this HSA-id, an open one before a closed one; never by e-mail."""
    rows = Person.objects.filter(hsa_id__iexact=hsa_id, erased_at__isnull=True)
    people = list(rows.values_list("pk", "merged_into")[:2])
    if len(people) != 1:
        return None
    # An HSA-id that stayed on a merged row is still that person's: one has an id at each employer.
    pk, merged_into = people[0]
    return Account.objects.filter(person=merged_into or pk).order_by("-is_active", "pk").first()
