"""Which addresses on the web may be asked for what must not be read or changed on the way."""

from urllib.parse import urlsplit

OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def is_encrypted(address: str) -> bool:
    """Say whether what goes to and from the address is encrypted."""
    scheme, _host = _parts(address)
    return scheme == "https"


def is_own_machine(address: str) -> bool:
    """Say whether the address lies on this machine, for trying things without a certificate."""
    scheme, host = _parts(address)
    return scheme in ("http", "https") and host in OWN_MACHINE


def _parts(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    # Without a host nothing is asked: `https:` alone is no address.
    return (parts.scheme, parts.hostname) if parts.hostname else ("", "")
