"""The operating system's account that runs the embedded server: our own, or another when we are root.

PostgreSQL refuses to run as root. Then an account without rights runs it; it is made on first use. Where
a folder on the way is closed to others (a home folder, a temporary folder), the server's process is
given the right to pass through closed folders instead of the folders being opened to everybody.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import pwd
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ACCOUNT = "pgserver"  # the name the wheel itself uses, so that a machine gets one account and not two
_KEEP_CAPABILITIES, _AMBIENT, _RAISE = 8, 47, 2  # numbers of prctl(2)
_READ_AND_PASS = 2  # CAP_DAC_READ_SEARCH of capabilities(7)


class AccountRefused(Exception):
    """The embedded server cannot be run from here; the message says what to do instead."""


def is_root() -> bool:
    """Say whether this process runs as root."""
    return os.geteuid() == 0


def server_account() -> pwd.struct_passwd:
    """Give the account that runs the server.

    Side effects: as root, makes the account on first use.
    """
    if not is_root():
        return pwd.getpwuid(os.geteuid())
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]
        try:
            subprocess.run(command, check=True, capture_output=True)
            return pwd.getpwnam(ACCOUNT)
        except (OSError, subprocess.CalledProcessError, KeyError):
            raise AccountRefused(
                "PostgreSQL does not run as root, and an account for it could not be made. "
                "Start as an ordinary user, or give DATABASE_URL."
            ) from None


def give(path: Path) -> None:
    """Let the server's account own the path."""
    if is_root():
        account = server_account()
        os.chown(path, account.pw_uid, account.pw_gid)


def make_closed(folder: Path) -> None:
    """Make a folder that only the server's account may enter.

    Raises: AccountRefused when somebody else was there first.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), server_account().pw_uid}:
        raise AccountRefused(f"{folder} belongs to somebody else; remove it or choose a shorter data folder.")
    folder.chmod(0o700)
    give(folder)


def short_name(path: Path) -> str:
    """Give a short name that is the same for the same path and differs between paths."""
    return hashlib.sha256(str(path).encode()).hexdigest()[:12]


def is_closed_to_others(path: Path) -> bool:
    """Say whether some folder above the path does not let other accounts pass."""
    return any(not folder.stat().st_mode & stat.S_IXOTH for folder in path.resolve().parents)


def popen_options(paths: tuple[Path, ...]) -> dict[str, Any]:
    """Give the options with which `subprocess` starts a program as the server's account.

    `paths` are what the program must reach.
    """
    if not is_root():
        return {}
    account = server_account()
    if not any(is_closed_to_others(path) for path in paths):
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    if sys.platform != "linux":
        raise AccountRefused(
            "Started as root in a folder closed to others. Start as an ordinary user instead."
        )
    return {"preexec_fn": _become(account)}


def _become(account: pwd.struct_passwd) -> Callable[[], None]:
    """Give a function that turns the process into the account, with one right kept: passing closed folders."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # version 3, this process
    one_right = 1 << _READ_AND_PASS
    rights = (ctypes.c_uint32 * 6)(one_right, one_right, one_right, 0, 0, 0)

    def become() -> None:
        libc.prctl(_KEEP_CAPABILITIES, 1, 0, 0, 0)
        os.setgroups([])
        os.setgid(account.pw_gid)
        os.setuid(account.pw_uid)
        refused = libc.capset(header, rights) or libc.prctl(_AMBIENT, _RAISE, _READ_AND_PASS, 0, 0)
        if refused:
            raise PermissionError("the system does not let the database pass through a closed folder")

    return become
