"""How often something secret may be guessed: attempts counted in the shared cache, alike for every process."""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError

from kollegium.domain.errors import Refused


@dataclass(frozen=True, slots=True)
class Limit:
    """So many attempts may fail within the time; each is forgotten by itself when its time is over."""

    name: str
    attempts: int
    within: timedelta


LOG_IN_OF_ACCOUNT = Limit("log-in-account", 8, timedelta(minutes=15))
# A whole hospital can share one address, so this one only stops the trying of many accounts.
LOG_IN_FROM_ADDRESS = Limit("log-in-address", 100, timedelta(minutes=15))
RESET_OF_ACCOUNT = Limit("reset-account", 3, timedelta(hours=1))
RESET_FROM_ADDRESS = Limit("reset-address", 30, timedelta(hours=1))
CODE_OF_ACCOUNT = Limit("code-account", 8, timedelta(minutes=15))
# Counted per session: somebody else's failed attempts must not keep a person from what they are doing.
PROOF_IN_SESSION = Limit("proof-session", 8, timedelta(minutes=15))


class TooManyAttempts(Exception):
    """Every attempt is used up until an instant, `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt that counts unless it is given back."""

    slots: tuple[str, ...]

    def give_back(self) -> None:
        """Forget the attempt: it succeeded. Side effects: the shared cache."""
        cache.delete_many(self.slots)


def take(*subjects: tuple[Limit, str], now: datetime) -> Attempt:
    """Count one attempt at each subject, or at none of them when one has no attempt left.

    An attempt is a place of its own in the cache, taken by one process alone (`add` is one insert), so
    that two processes never let more through than the limit says.

    **Raises** TooManyAttempts. **Side effects** rows of the shared cache, which tell no address: its key is a keyed code.
    """
    taken: list[str] = []
    for limit, subject in subjects:
        try:
            taken.append(_take_one(limit, subject, now))
        except TooManyAttempts:
            cache.delete_many(taken)
            raise
    return Attempt(tuple(taken))


@contextmanager
def counting_password(subject: str, *, now: datetime) -> Iterator[None]:
    """Do something that asks a logged-in person for their password; only a wrong one counts.

    **Raises** TooManyAttempts, and what is done inside raises.
    """
    attempt = take((PROOF_IN_SESSION, subject), now=now)
    try:
        yield
    except Refused as refused:
        if refused.code != "wrong-password":
            attempt.give_back()
        raise
    except ValidationError:
        attempt.give_back()
        raise
    attempt.give_back()


def forget(limit: Limit, subject: str) -> None:
    """Forget every attempt at a subject: the right person came in."""
    cache.delete_many(_slots(limit, subject))


def _take_one(limit: Limit, subject: str, now: datetime) -> str:
    slots = _slots(limit, subject)
    used = cache.get_many(slots)
    until = now + limit.within
    for slot in slots:
        if slot not in used and cache.add(slot, until, limit.within.total_seconds()):
            return slot
    ends = list(used.values())
    raise TooManyAttempts(min(ends) if ends else until)


def _slots(limit: Limit, subject: str) -> list[str]:
    text = f"{limit.name}:{subject}".encode()
    code = hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()[:40]
    return [f"attempt:{code}:{number}" for number in range(limit.attempts)]
