"""Lists of people for the tests: written, previewed, taken in and taken back."""

from collections.abc import Callable

from django.utils import timezone

from kollegium.accounts.actions import (
    PeopleRefused,
    confirm_import,
    start_import,
    undo_import,
)
from kollegium.accounts.models import PeopleImport, Person
from kollegium.accounts.people_rows import checked_rows
from kollegium.domain.people_rows import written_rows
from kollegium.extraction.sheets import sheet_rows
from tests import people

TODAY = timezone.localdate()

NOW = timezone.now()

HEAD = "Namn;E-post;HSA-id;Roll;Plats;Från;Till;Språk"

URL = "/people/import/"


def written(*lines: str) -> list[tuple[int, dict[str, str]]]:
    return written_rows(sheet_rows("\n".join([HEAD, *lines]).encode()))


def checked(actor: Person, *lines: str) -> list[tuple[list[tuple[str, str]], list[tuple[str, str]]]]:
    rows = checked_rows(people.actor_today(actor), written(*lines), as_of=TODAY)
    return [
        (
            [(fault.value, words) for fault, words in one.row.faults],
            [(warning.value, words) for warning, words in one.row.warnings],
        )
        for one in rows
    ]


def preview(by: Person, *lines: str) -> PeopleImport:
    return start_import(file_name="lista.csv", written=written(*lines), now=NOW, by=people.actor_today(by))


def confirm(found: PeopleImport, by: Person) -> PeopleImport:
    return confirm_import(import_id=found.pk, as_of=TODAY, now=timezone.now(), by=people.actor_today(by))


def undo(found: PeopleImport, by: Person) -> PeopleImport:
    return undo_import(import_id=found.pk, now=timezone.now(), by=people.actor_today(by))


def refused_code(act: Callable[[], object]) -> str | None:
    try:
        act()
    except PeopleRefused as refused:
        return refused.code
    return None


def kept_numbers(found: PeopleImport) -> list[int]:
    found.refresh_from_db()
    return [row["number"] for row in found.made if row["kept"]]
