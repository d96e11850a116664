"""Where standards are kept: find, load and freeze their files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from kollegium.domain.reference_file import is_file_key, read_table
from kollegium.domain.standard.schema import read_standard
from kollegium.domain.standard.values import Standard

PUBLISHED_FILE = "published.toml"


class UnknownStandard(LookupError):
    """No file holds a standard with this key."""


_SHIPPED_FOLDER = Path(__file__).parent.parent / "reference" / "standards"
_folder = _SHIPPED_FOLDER


def standards_folder() -> Path:
    """Give the folder that standards are read from when a caller names none."""
    return _folder


def set_standards_folder(folder: Path | None) -> None:
    """Read standards from another folder from now on; None goes back to the shipped one."""
    global _folder
    _folder = Path(folder) if folder is not None else _SHIPPED_FOLDER


@contextmanager
def standards_from(folder: Path) -> Iterator[None]:
    """Read standards from another folder inside a `with` block."""
    before = _folder
    set_standards_folder(folder)
    try:
        yield
    finally:
        set_standards_folder(before)


def available(*, folder: Path | None = None) -> tuple[str, ...]:
    """Give the keys of all standards in the folder, sorted."""
    files = (folder or _folder).glob("*.toml")
    return tuple(sorted(path.stem for path in files if path.name != PUBLISHED_FILE))


def load(key: str, *, folder: Path | None = None) -> Standard:
    """Give the standard with this key; a file is read once and kept.

    Raises: UnknownStandard when no file has the key, ReferenceFileError when the file is broken.
    """
    return _load(key, folder or _folder)


@lru_cache(maxsize=64)
def _load(key: str, folder: Path) -> Standard:
    path = folder / f"{key}.toml"
    # The key may come from an uploaded file or an address, so it must never become a path.
    if not is_file_key(key) or not path.is_file():
        raise UnknownStandard(key)
    return read_standard(path)


def fingerprint(path: Path) -> str:
    """Give the SHA-256 of a file as it stands, in hexadecimal."""
    import hashlib  # noqa: PLC0415 - slow import, and no report is read by it

    return hashlib.sha256(path.read_bytes()).hexdigest()


def published_fingerprints(*, folder: Path | None = None) -> dict[str, str]:
    """Give the SHA-256 each published standard was frozen with.

    Shape: standard key → hexadecimal SHA-256; empty where the folder has no list.
    """
    path = (folder or _folder) / PUBLISHED_FILE
    if not path.is_file():
        return {}
    table = read_table(path)
    return {entry.text("key"): entry.text("sha256") for entry in table.tables("published")}
