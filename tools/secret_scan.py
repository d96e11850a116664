"""Look for secrets that must not be in the repository: keys, tokens, addresses with a password.

Usage: python tools/secret_scan.py   (exit 1 when something is found; a line with `not a secret` is passed over)
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
LARGEST_BYTES = 2_000_000
LEAVE_OUT = "not a secret"
PATTERNS = {
    "private key": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
    "cloud key": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "access token": re.compile(
        r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{20,}|pypi-[\w-]{60,})"
    ),
    "signed token": re.compile(r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"),
    "address with a password": re.compile(
        r"\b[a-z]+://[^\s/:@\"'{}]+:(?!password\b|secret\b)[^\s/@\"'{}<>*$]{6,}@"
    ),
    "long secret in an assignment": re.compile(
        r"(?i)\b\w*(?:secret|token|api_key|private_key|seal_key)\w*\s*[=:]\s*[\"'](?=[^\"']*\d)[A-Za-z0-9+/_=-]{32,}[\"']"
    ),
    "password in an assignment": re.compile(
        r"(?i)\b\w*(?:password|passwd)\w*\s*[=:]\s*[\"'](?=[^\"']*\d)[^\s\"'{}<>$%…]{12,}[\"']"
    ),
    "secret in an environment file": re.compile(
        r"^\s*(?:export\s+)?[A-Z][A-Z0-9_]*(?:SECRET|TOKEN|KEY|PASSWORD)[A-Z0-9_]*=(?=\S*\d)[^\s\"'{}<>$%()…]{12,}\s*$"
    ),
}


def secrets_in(text: str) -> list[tuple[int, str]]:
    """Give what looks like a secret in a text.

    Shape: (number of the line from 1, kind of secret), in the order of the lines.
    """
    return [
        (number, kind)
        for number, line in enumerate(text.splitlines(), start=1)
        if LEAVE_OUT not in line
        for kind, pattern in PATTERNS.items()
        if pattern.search(line)
    ]


def tracked_files(repository: Path) -> list[Path]:
    """Give the files that git keeps or would keep."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True)
    return [repository / name for name in listed.stdout.split("\0") if name]


def main() -> int:
    """Scan every tracked file, print what is found, and give the exit code."""
    found = 0
    for path in tracked_files(REPOSITORY):
        if not path.is_file() or path.stat().st_size > LARGEST_BYTES:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures, fonts, compiled catalogues
        for number, kind in secrets_in(text):
            found += 1
            print(f"{path.relative_to(REPOSITORY)}:{number}: {kind}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
