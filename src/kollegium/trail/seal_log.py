"""The file that keeps the newest seals outside the database: one JSON line each, only ever added to."""

import json
import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from kollegium.trail.models import Seal

logger = logging.getLogger(__name__)
TAIL_BYTES = 4096  # a line is far shorter


@dataclass(frozen=True, slots=True)
class LoggedSeal:
    """What one line says: the seal's number and its keyed code as hexadecimal digits."""

    number: int
    mac: str


class UnreadableSealLog(Exception):
    """A line of the seal log is not what the program writes; the message says which."""


def log_file() -> Path:
    """Give the path of the seal log."""
    return Path(settings.SEAL_LOG)


def add_missing_lines(*, made: int | None = None) -> None:
    """Write every seal the file does not hold yet, also those of a process that died before it could.

    `made` is the number of a seal made just now: it is written even when the file already goes further,
    so that a chain that was cut short and went on shows in the file.

    Side effects: lines in the file, safely on the disk, and in the program's own log.
    """
    path = log_file()
    after = _last_number(path)
    if made is not None:
        after = min(after, made - 1)
    missing = list(Seal.objects.filter(number__gt=after).order_by("number"))
    if missing:
        _append(path, missing)


def read_lines(path: Path) -> list[LoggedSeal]:
    """Give every line of the file, in the order written.

    Raises: UnreadableSealLog; OSError when there is no file.
    """
    lines = []
    with path.open(encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, start=1):
            try:
                said = json.loads(line)
                lines.append(LoggedSeal(int(said["number"]), str(said["mac"])))
            except (ValueError, KeyError, TypeError) as fault:
                raise UnreadableSealLog(f"line {number} of {path} cannot be read") from fault
    return lines


def _last_number(path: Path) -> int:
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - TAIL_BYTES))
            tail = file.read().decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return 0
    try:
        return int(json.loads(tail[-1])["number"]) if tail else 0
    except (ValueError, KeyError, TypeError):
        return 0  # a line that was cut off: everything is written again, and verify names the line


def _append(path: Path, seals: Iterable[Seal]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        for seal in seals:
            line = {
                "number": seal.number,
                "sealed_at": seal.sealed_at.isoformat(),
                "event_count": seal.event_count,
                "mac": bytes(seal.mac).hex(),
            }
            file.write(json.dumps(line) + "\n")
            logger.info("Seal %s over %s rows: %s", seal.number, seal.event_count, line["mac"])
        file.flush()
        os.fsync(file.fileno())
