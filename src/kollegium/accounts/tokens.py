"""Secrets that stand in a link: the link carries the secret, the database keeps only its hash."""

import hashlib
import secrets


def new_token() -> str:
    """Give a secret of 256 random bits, fit for an address."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """Give what is kept of a token. No salt: a random secret this long cannot be guessed from its hash."""
    return hashlib.sha256(token.encode()).hexdigest()
