"""Settings of what an identity provider says of somebody's work: nonsense stops the start with one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PRINT = (
    "from kollegium.config import settings as s;"
    "print(s.OIDC_UNIT_CLAIM, s.OIDC_CARE_PROVIDER_CLAIM, s.OIDC_COMMISSIONS_CLAIM, s.OIDC_ROLES)"
)


def start(tmp_path: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process with only these set."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KOLLEGIUM_", "DATABASE_"))
    }
    environment = {
        **kept,
        "KOLLEGIUM_MODE": "test",
        "KOLLEGIUM_DATA": str(tmp_path),
        "PYTHONIOENCODING": "utf-8",
        **{f"KOLLEGIUM_OIDC_{name}": value for name, value in settings.items()},
    }
    return subprocess.run(
        [sys.executable, "-c", PRINT], env=environment, capture_output=True, text=True, check=False
    )


def test_nothing_is_proposed_unless_somebody_says_what(tmp_path: Path) -> None:
    answer = start(tmp_path)

    assert answer.stdout.split() == [
        "healthCareUnitHsaId",
        "healthCareProviderHsaId",
        "allCommissions",
        "{}",
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"ROLES": "title=ST:doctor"}, "KOLLEGIUM_OIDC_ROLES: 'doctor' is no role to propose"),
        ({"ROLES": "trainee"}, "KOLLEGIUM_OIDC_ROLES: 'trainee' is not written as claim=value:role"),
        ({"UNIT_CLAIM": "my unit"}, "KOLLEGIUM_OIDC_UNIT_CLAIM is 'my unit'; a claim's name has no space"),
        ({"UNIT_CLAIM": "healthCareProviderHsaId"}, "must name different claims"),
        ({"ISSUER": "http://provider.example"}, "KOLLEGIUM_OIDC_ISSUER must begin with https://"),
        ({"ISSUER": "https:///keys"}, "KOLLEGIUM_OIDC_ISSUER must begin with https://"),
        ({"ISSUER": "http://localhost.provider.example"}, "KOLLEGIUM_OIDC_ISSUER must begin with https://"),
    ],
    ids=["role", "syntax", "claim", "same-claim", "open", "no-host", "not-here"],
)
def test_nonsense_stops_the_start(tmp_path: Path, settings: dict[str, str], said: str) -> None:
    answer = start(tmp_path, **settings)

    assert answer.returncode != 0
    assert said in answer.stderr.splitlines()[-1]


@pytest.mark.parametrize("issuer", ["https://provider.example", "http://localhost:9000"])
def test_encrypted_provider_and_one_on_this_machine_are_taken(tmp_path: Path, issuer: str) -> None:
    answer = start(tmp_path, ISSUER=issuer, CLIENT_ID="kollegium", CLIENT_SECRET="a secret of the tests")

    assert (answer.returncode, answer.stderr) == (0, "")
