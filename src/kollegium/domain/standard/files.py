"""Where standards are kept: find, load and freeze their files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from kollegium.domain.reference_file import PUBLISHED_FILE, file_of
from kollegium.domain.standard.schema import read_standard
from kollegium.domain.standard.values import Standard


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
    path = file_of(folder, key)
    if path is None:
        raise UnknownStandard(key)
    return read_standard(path)
