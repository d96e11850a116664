"""Typed reading of the reference files (TOML), with errors that name the file and the place."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

Choice = TypeVar("Choice", bound=StrEnum)

PUBLISHED_FILE = "published.toml"

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class ReferenceFileError(Exception):
    """A reference file cannot be used; `file`, `place` and `problem` say where and why."""

    def __init__(self, file: Path, place: str, problem: str) -> None:
        """Keep the three parts and build one readable sentence of them."""
        self.file = file
        self.place = place
        self.problem = problem
        where = f"{file.name}, {place}" if place else file.name
        super().__init__(f"{where}: {problem}")


def is_file_key(text: str) -> bool:
    """Tell whether a text may name a reference file: lower-case words joined by hyphens, no path."""
    return _KEY.fullmatch(text) is not None


def file_of(folder: Path, key: str) -> Path | None:
    """Give the file of a key in a folder, or None when there is none.

    The key may come from an uploaded file or an address, so it never becomes a path.
    """
    path = folder / f"{key}.toml"
    return path if is_file_key(key) and path.is_file() else None


def fingerprint(path: Path) -> str:
    """Give the SHA-256 of a file as it stands, in hexadecimal."""
    import hashlib  # noqa: PLC0415 - slow import, and no report is read by it

    return hashlib.sha256(path.read_bytes()).hexdigest()


def published_fingerprints(folder: Path) -> dict[str, str]:
    """Give the SHA-256 each published file of a folder was frozen with.

    Shape: key → hexadecimal SHA-256; empty where the folder has no list.
    """
    path = folder / PUBLISHED_FILE
    if not path.is_file():
        return {}
    return {entry.text("key"): entry.text("sha256") for entry in read_table(path).tables("published")}


def read_keyed(path: Path, file_format: str) -> Table:
    """Read one file that names its format, and is called by its own key.

    Raises: ReferenceFileError as `read_table`, and when the format or the key is another.
    """
    table = read_table(path)
    if table.text("format") != file_format:
        raise table.error("format", f"must be {file_format!r}")
    if table.text("key") != path.stem:
        raise table.error("key", f"must be the file's name, {path.stem!r}")
    return table


def read_table(path: Path) -> Table:
    """Read one TOML file as its outermost table.

    Raises: ReferenceFileError when the file is missing, is not UTF-8 or is not TOML.
    """
    try:
        content = path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise ReferenceFileError(path, "", "the file does not exist") from error
    except UnicodeDecodeError as error:
        raise ReferenceFileError(path, f"byte {error.start}", "the file is not UTF-8") from error
    kept = _kept(path, content)
    return Table(path, "", _parsed(path, content) if kept is None else kept)


def keep_parsed(folder: Path) -> int:
    """Keep every reference file below a folder as it was parsed, beside it; give how many were written anew.

    As Python does with its own files: reading TOML takes a tenth of a second in each process. What is kept holds
    the whole text it was made from, so a file that has changed since is parsed again. A folder that cannot be
    written to and a file that is wrong are left as they are.
    """
    written = 0
    for path in sorted(folder.rglob("*.toml")):
        with suppress(OSError, UnicodeDecodeError, ReferenceFileError, TypeError):
            content = path.read_bytes().decode("utf-8")
            if _kept(path, content) is None:
                _keep(path, json.dumps({"text": content, "values": _parsed(path, content)}))
                written += 1
    return written


def _keep(path: Path, kept: str) -> None:
    target = _kept_file(path)
    target.parent.mkdir(exist_ok=True)
    beside = target.with_suffix(f".{os.getpid()}")
    beside.write_text(kept, encoding="utf-8")
    beside.replace(target)


def _kept(path: Path, content: str) -> dict[str, Any] | None:
    try:
        kept = json.loads(_kept_file(path).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(kept, dict) or kept.get("text") != content or not isinstance(kept.get("values"), dict):
        return None
    return dict(kept["values"])


def _kept_file(path: Path) -> Path:
    return path.parent / "__pycache__" / f"{path.name}.json"


def _parsed(path: Path, content: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - slow import, and seldom needed

    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise ReferenceFileError(path, "", f"not TOML: {error}") from error


class Table:
    """One table of a reference file that gives typed values or says exactly what is wrong.

    Every name that is read is remembered, so that `finish` can refuse names nobody knows:
    a misspelt optional field must not pass unseen.
    """

    def __init__(self, file: Path, place: str, values: Mapping[str, Any]) -> None:
        """Wrap the values found at a place of the file."""
        self.file = file
        self.place = place
        self._values = values
        self._read: set[str] = set()

    def error(self, name: str, problem: str) -> ReferenceFileError:
        """Build the error for a field of this table; the caller raises it."""
        place = ".".join(part for part in (self.place, name) if part)
        return ReferenceFileError(self.file, place, problem)

    def at(self, place: str) -> Table:
        """Give the same table under another name, once its key is known (`criterion D6`)."""
        renamed = Table(self.file, place, self._values)
        renamed._read = self._read
        return renamed

    def text(self, name: str, *, default: str | None = None) -> str:
        """Give a text that holds something; an absent field gives the default, if there is one."""
        if name not in self._values and default is not None:
            return default
        value = self._value(name)
        if not isinstance(value, str):
            raise self.error(name, f"must be a text, not {_kind(value)}")
        if not value.strip():
            raise self.error(name, "must not be empty")
        if value != value.strip():
            raise self.error(name, "must not begin or end with white space")
        return value

    def texts(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """Give a list of different texts; an absent list is empty unless it is required."""
        if name not in self._values and not required:
            return ()
        value = self._value(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(name, "must be a list of texts")
        if required and not value:
            raise self.error(name, "must not be an empty list")
        if any(not item.strip() or item != item.strip() for item in value):
            raise self.error(name, "holds a text that is empty or begins or ends with white space")
        if len(set(value)) != len(value):
            raise self.error(name, "holds the same text twice")
        return tuple(value)

    def flag(self, name: str, *, default: bool | None = None) -> bool:
        """Give true or false."""
        if name not in self._values and default is not None:
            return default
        value = self._value(name)
        if not isinstance(value, bool):
            raise self.error(name, f"must be true or false, not {_kind(value)}")
        return value

    def count(self, name: str) -> int:
        """Give a whole number, zero or more."""
        value = self._value(name)
        # A bool is an int in Python but never a count in a file.
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.error(name, f"must be a whole number, not {_kind(value)}")
        if value < 0:
            raise self.error(name, "must not be negative")
        return value

    def choice(self, name: str, choices: type[Choice]) -> Choice:
        """Give the member of an enumeration that the text names."""
        value = self.text(name)
        try:
            return choices(value)
        except ValueError as error:
            allowed = ", ".join(member.value for member in choices)
            raise self.error(name, f"{value!r} is not one of: {allowed}") from error

    def tables(self, name: str, *, required: bool = True) -> tuple[Table, ...]:
        """Give the tables of an array of tables (`[[name]]`), in the file's order."""
        if name not in self._values and not required:
            return ()
        value = self._value(name)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(name, f"must be an array of tables ([[{name}]])")
        place = f"{self.place}.{name}" if self.place else name
        return tuple(Table(self.file, f"{place}[{index}]", item) for index, item in enumerate(value, start=1))

    def named_tables(self, name: str) -> dict[str, Table]:
        """Give the tables inside a table (`[name.key]`) by their keys, in the file's order."""
        value = self._value(name)
        if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
            raise self.error(name, f"must hold tables ([{name}.…])")
        return {key: Table(self.file, f"{name}.{key}", item) for key, item in value.items()}

    def keyed(self, kind: str) -> tuple[str, Table]:
        """Give the key of an entry and the entry under its name (`item rota`).

        Raises: ReferenceFileError for a key that is not lower-case words joined by hyphens.
        """
        key = self.text("key")
        entry = self.at(f"{kind} {key}")
        if not is_file_key(key):
            raise entry.error("key", "must be lower-case words joined by hyphens")
        return key, entry

    def each_once(self, name: str, keys: Iterable[str]) -> None:
        """Refuse entries of an array that share a key."""
        seen: set[str] = set()
        for key in keys:
            if key in seen:
                raise self.error(name, f"the key {key!r} is used twice")
            seen.add(key)

    def finish(self) -> None:
        """Refuse a table that holds a name nobody asked for."""
        for name in self._values:
            if name not in self._read:
                raise self.error(name, "is not a known field")

    def _value(self, name: str) -> Any:
        self._read.add(name)
        if name not in self._values:
            raise self.error(name, "is missing")
        return self._values[name]


def _kind(value: object) -> str:
    names = {
        bool: "true/false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), "a date or time")
