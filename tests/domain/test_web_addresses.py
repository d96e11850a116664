"""Which addresses are encrypted, and which lie on this machine."""

import pytest

from kollegium.domain.web_addresses import is_encrypted, is_own_machine


@pytest.mark.parametrize(
    ("address", "encrypted", "own"),
    [
        ("https://provider.example/token", True, False),
        ("HTTPS://provider.example", True, False),
        ("http://provider.example", False, False),
        ("http://localhost:8080/x", False, True),
        ("http://127.0.0.1", False, True),
        ("http://[::1]:9000/", False, True),
        ("https://localhost", True, True),
        ("http://localhost.provider.example", False, False),
        ("http://localhost@provider.example", False, False),
        ("http://127.0.0.1.provider.example", False, False),
        ("file:///etc/hostname", False, False),
        ("https:///keys", False, False),
        ("http://[", False, False),
        ("", False, False),
    ],
)
def test_addresses(address: str, encrypted: bool, own: bool) -> None:
    assert (is_encrypted(address), is_own_machine(address)) == (encrypted, own)
