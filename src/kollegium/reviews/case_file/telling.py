"""How the documents of a case's file are told: headings, facts, tables, and names that are safe in any folder."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from kollegium.domain.standard import Outcome, Standard
from kollegium.printing.tree import Block, Document, Fact, FactTable, Heading, Paragraph, Table, Text, plain
from kollegium.reviews.shown.grades import language_now

if TYPE_CHECKING:
    from kollegium.accounts.models import Person

NOTHING = "–"


def told_document(title: str, *blocks: Block, dated: date | None = None) -> Document:
    """Give a document with its title as the heading, dated today unless it says otherwise."""
    return Document(
        title=title or NOTHING,
        language=language_now(),
        dated=dated or timezone.localdate(),
        blocks=(Heading(1, plain(title or NOTHING)), *blocks),
    )


def heading(text: str) -> Heading:
    """Give a heading below the title."""
    return Heading(2, plain(text))


def facts_table(facts: Iterable[tuple[str, str]]) -> FactTable:
    """Give those of the facts that are known."""
    return FactTable(tuple(Fact(label, (plain(value),)) for label, value in facts if value))


def table_of(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[Block]:
    """Give a table, or that nothing is recorded."""
    cells: tuple[tuple[Text, ...], ...] = tuple(tuple(plain(cell or NOTHING) for cell in row) for row in rows)
    return [Table(head, cells)] if cells else [Paragraph(plain(_("Nothing is recorded.")))]


def letter_of(standard: Standard, area_key: str, outcome: str) -> str:
    """Give a grade's letter."""
    return standard.area(area_key).scale.letter_of(Outcome(outcome)) or NOTHING


def name_of(person: "Person | None") -> str:
    """Give a person's name, or a dash for nobody."""
    return person.name if person else NOTHING


def day_of(day: date | None) -> str:
    """Give a day in words; empty for none."""
    return formats.date_format(day, "j F Y") if day else ""


def moment_of(at: datetime) -> str:
    """Give a day and time in words."""
    return formats.date_format(timezone.localtime(at), "j F Y H:i")


def safe_name(name: str) -> str:
    """Give a file's name so that it names one file in its folder on any machine."""
    kept = "".join(one if one.isalnum() or one in " ._-()" else "_" for one in name).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return f"{(stem or ending)[:80]}{dot if stem else ''}{ending[:10] if stem else ''}" or "fil"
