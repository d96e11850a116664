"""Rows of a list of people → who shall have which role where, with what is wrong said row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kollegium.domain.roles import Role
from kollegium.domain.swedish import sort_key


class Column(StrEnum):
    """The columns of the list."""

    NAME = "name"
    EMAIL = "email"
    HSA_ID = "hsa_id"
    ROLE = "role"
    PLACE = "place"
    VALID_FROM = "valid_from"
    VALID_UNTIL = "valid_until"
    LANGUAGE = "language"


# Heads as people write them, in both languages, compared as sort keys.
HEADS: dict[str, Column] = {
    sort_key(text): column
    for column, texts in {
        Column.NAME: ("namn", "name", "för- och efternamn"),
        Column.EMAIL: ("e-post", "epost", "e-postadress", "mail", "mejl", "e-mail", "email"),
        Column.HSA_ID: ("hsa-id", "hsaid", "hsa id"),
        Column.ROLE: ("roll", "role"),
        Column.PLACE: ("plats", "enhet", "vårdgivare", "region", "place", "unit"),
        Column.VALID_FROM: ("från", "från och med", "fr o m", "from", "first day", "första dagen"),
        Column.VALID_UNTIL: ("till", "till och med", "t o m", "until", "last day", "sista dagen"),
        Column.LANGUAGE: ("språk", "language"),
    }.items()
    for text in texts
}
REQUIRED = (Column.NAME, Column.ROLE)
LANGUAGES = {
    "": "sv",
    "sv": "sv",
    "svenska": "sv",
    "swedish": "sv",
    "en": "en",
    "engelska": "en",
    "english": "en",
}
DAY_FORMS = ("%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%d.%m.%Y")


class RowFault(StrEnum):
    """What is wrong with a row: it cannot be taken in before it is mended."""

    NAME_MISSING = "name-missing"
    EMAIL_WRONG = "email-wrong"
    ROLE_MISSING = "role-missing"
    ROLE_UNKNOWN = "role-unknown"
    PLACE_MISSING = "place-missing"
    PLACE_UNKNOWN = "place-unknown"
    PLACE_WRONG_KIND = "place-wrong-kind"
    PLACE_UNCLEAR = "place-unclear"
    NOT_YOURS = "not-yours"
    DAY_WRONG = "day-wrong"
    ENDS_BEFORE_START = "ends-before-start"
    LANGUAGE_UNKNOWN = "language-unknown"
    TOO_LONG = "too-long"
    HSA_ID_TAKEN = "hsa-id-taken"


class RowWarning(StrEnum):
    """What one should know of a row; it can be taken in as it is."""

    KNOWN = "known"
    TWICE = "twice"
    ALREADY_HELD = "already-held"
    NEAR_NAME = "near-name"
    PLACE_READ_AS = "place-read-as"


@dataclass(slots=True)
class PersonRow:
    """One row: what was written, what was understood, what is wrong and what to know.

    `number` is the row's number in the file, the head being 1. Faults and warnings name the words they
    are about.
    """

    number: int
    written: dict[str, str]
    name: str = ""
    email: str = ""
    hsa_id: str = ""
    role: Role | None = None
    place_words: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    language: str = "sv"
    faults: list[tuple[RowFault, str]] = field(default_factory=list)
    warnings: list[tuple[RowWarning, str]] = field(default_factory=list)

    def say(self, fault: RowFault, words: str = "") -> None:
        """Add a fault."""
        self.faults.append((fault, words))

    def warn(self, warning: RowWarning, words: str = "") -> None:
        """Add a warning."""
        self.warnings.append((warning, words))


def columns_of(head: Sequence[str]) -> dict[Column, int]:
    """Give where each known column stands in the head; a column that stands twice counts where it is first."""
    found: dict[Column, int] = {}
    for place, text in enumerate(head):
        column = HEADS.get(sort_key(text))
        if column is not None:
            found.setdefault(column, place)
    return found


def missing_columns(head: Sequence[str]) -> tuple[Column, ...]:
    """Give the columns no list can be without that this head lacks."""
    found = columns_of(head)
    return tuple(column for column in REQUIRED if column not in found)


def written_rows(rows: Sequence[Sequence[str]]) -> list[tuple[int, dict[str, str]]]:
    """Give (row number, column → text) of every row below the head that says anything.

    A formula's sign, and the apostrophe that takes it away, are left out: a name does not begin with them.
    """
    columns = columns_of(rows[0])
    found = []
    for number, row in enumerate(rows[1:], start=2):
        texts = {
            column.value: _plain(row[place]) if place < len(row) else "" for column, place in columns.items()
        }
        if any(texts.values()):
            found.append((number, texts))
    return found


def understood(
    number: int, written: Mapping[str, str], role_names: Mapping[str, Role], *, today: date
) -> PersonRow:
    """Give a row as far as it can be understood by itself; the place is looked up by whoever knows the places.

    Shape: `role_names`: sort key of what a role is called → the role.
    """
    texts = {column.value: " ".join(written.get(column.value, "").split()) for column in Column}
    row = PersonRow(number, dict(written), name=texts["name"], place_words=texts["place"])
    row.email, row.hsa_id = texts["email"].lower(), texts["hsa_id"].replace(" ", "").upper()
    if not row.name:
        row.say(RowFault.NAME_MISSING)
    if row.email and not _is_address(row.email):
        row.say(RowFault.EMAIL_WRONG, row.email)
    if len(row.name) > 200 or len(row.email) > 254 or len(row.hsa_id) > 64:
        row.say(RowFault.TOO_LONG)
    row.role = role_names.get(sort_key(texts["role"]))
    if row.role is None:
        row.say(RowFault.ROLE_UNKNOWN if texts["role"] else RowFault.ROLE_MISSING, texts["role"])
    language = LANGUAGES.get(texts["language"].lower())
    if language is None:
        row.say(RowFault.LANGUAGE_UNKNOWN, texts["language"])
    row.language = language or "sv"
    row.valid_from = _day(row, texts["valid_from"]) or today
    row.valid_until = _day(row, texts["valid_until"])
    if row.valid_until is not None and row.valid_until < row.valid_from:
        row.say(RowFault.ENDS_BEFORE_START)
    return row


def _plain(text: str) -> str:
    return text.strip().lstrip("'=+@").strip()


def _is_address(email: str) -> bool:
    name, at, host = email.partition("@")
    return bool(name and at and "." in host.strip(".")) and "@" not in host and " " not in email


def _day(row: PersonRow, text: str) -> date | None:
    if not text:
        return None
    for form in DAY_FORMS:
        try:
            return datetime.strptime(text.partition(" ")[0], form).date()
        except ValueError:
            continue
    row.say(RowFault.DAY_WRONG, text)
    return None
