"""Tokens and ciphertext of questionnaires: a draft opens with its link alone, a sent answer when its round is closed.

Not Fernet: its tokens tell when they were made. Everything is padded to one length, so that a long answer
cannot be told from a short one.
"""

import hashlib
import hmac
import json
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from kollegium.domain.instruments import Answers

NONCE = 12
# Room for the longest text in the widest letters, and every statement.
LENGTH = 16_384


class CannotOpen(Exception):
    """The ciphertext was made under another key, or is damaged."""


def link_hash(token: str) -> str:
    """Give what is kept of a link's token; the database's functions work it out in the same way."""
    return hashlib.sha256(f"link:{token}".encode()).hexdigest()


def draft_key(token: str) -> str:
    """Give where the draft of a link lies; nothing else in the database holds this value."""
    return hashlib.sha256(f"draft:{token}".encode()).hexdigest()


def close_draft(answers: Answers, token: str) -> bytes:
    """Give a draft as ciphertext that only the link opens."""
    return _closed(answers, _key_of_link(token))


def open_draft(content: bytes, token: str) -> Answers:
    """Give a draft back. Raises CannotOpen."""
    return _opened(content, _key_of_link(token))


def close_answer(answers: Answers) -> bytes:
    """Give a sent answer as ciphertext under the program's own key, which is not in the database."""
    return _closed(answers, _own_key(settings.SECRET_KEY))


def open_answer(content: bytes) -> Answers:
    """Give a sent answer back, also one sent under an earlier key that is still known. Raises CannotOpen."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return _opened(content, _own_key(secret))
        except CannotOpen:
            continue
    raise CannotOpen


def _key_of_link(token: str) -> bytes:
    return hashlib.sha256(f"key:{token}".encode()).digest()


def _own_key(secret: str) -> bytes:
    return hmac.new(secret.encode(), b"kollegium.questionnaires.waiting", hashlib.sha256).digest()


def _closed(answers: Answers, key: bytes) -> bytes:
    text = json.dumps(answers, ensure_ascii=False).encode()
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, text.ljust(LENGTH), None)


def _opened(content: bytes, key: bytes) -> Answers:
    try:
        text = AESGCM(key).decrypt(content[:NONCE], content[NONCE:], None)
    except InvalidTag as error:
        raise CannotOpen from error
    found: Answers = json.loads(text)
    return found
