"""The file itself: a ZIP of the parts, with a list of every file, its SHA-256, and what was left out."""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO

from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.printing import to_html
from kollegium.printing.tree import Block, Document, Fact, FactTable, Heading, Notice, Paragraph, Table, plain
from kollegium.reviews.case_file.left_out import left_out
from kollegium.reviews.case_file.parts import CaseFilePart, is_decided
from kollegium.reviews.models import CaseState, Review
from kollegium.reviews.wording import STATE_NAMES

FORMAT = "kollegium-case-file/1"
IN_MEMORY = 8 * 1024 * 1024
INDEX_FOR_PROGRAMS = "index.json"


@dataclass(slots=True)
class CaseFile:
    """A case's file, ready to send. Shape: `files` name → SHA-256, without the two lists themselves."""

    stream: IO[bytes]
    files: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HandingOut:
    """What the office says: for which request, in which language, and which parts (keys) stay behind, and when."""

    request: str
    now: datetime
    language: str = "sv"
    withheld: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class _Listed:
    """A file as the lists tell of it."""

    name: str
    part: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _Contents:
    """What both lists tell. Shape: `omitted` pairs what was left out with why."""

    review: Review
    order: HandingOut
    listed: list[_Listed]
    omitted: list[tuple[str, str]]


def build_case_file(review: Review, parts: Iterable[CaseFilePart], order: HandingOut) -> CaseFile:
    """Put the file together, part by part, so that no more than one file is held at a time.

    The parts are in the language of the order. What it withholds was tried for secrecy, and is told as left out.
    """
    stream = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    contents = _Contents(review, order, [], left_out(review, order.language))
    with translation.override(order.language), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        stamp = timezone.localtime(order.now).timetuple()[:6]
        for part in parts:
            if part.key in order.withheld:
                why = _("Left out by the review office after a secrecy assessment.")
                contents.omitted.append((part.title, why))
                continue
            for file in part.files:
                data = file.data()
                archive.writestr(zipfile.ZipInfo(file.name, stamp), data, zipfile.ZIP_DEFLATED)
                digest = hashlib.sha256(data).hexdigest()
                contents.listed.append(_Listed(file.name, part.title, len(data), digest))
        for name, data in (
            (pgettext("file of a case", "contents") + ".html", to_html(_index(contents))),
            (INDEX_FOR_PROGRAMS, _index_for_programs(contents)),
        ):
            archive.writestr(zipfile.ZipInfo(name, stamp), data, zipfile.ZIP_DEFLATED)
    stream.seek(0)
    return CaseFile(stream, {one.name: one.sha256 for one in contents.listed})


def _index(contents: _Contents) -> Document:
    title = _("What this file holds")
    return Document(
        title=title,
        language=contents.order.language,
        dated=timezone.localdate(contents.order.now),
        header=contents.review.case_number or "",
        blocks=tuple(_index_blocks(title, contents)),
    )


def _index_blocks(title: str, contents: _Contents) -> Iterator[Block]:
    review, made_at = contents.review, timezone.localtime(contents.order.now)
    yield Heading(1, plain(title))
    if not is_decided(review):
        yield Notice(plain(undecided_words(review)))
    facts = (
        (_("Case number"), review.case_number or "–"),
        (_("Unit"), review.unit.name),
        (_("State of the case"), str(STATE_NAMES[review.state])),
        (_("Taken out"), formats.date_format(made_at, "j F Y H:i")),
        (_("Request"), contents.order.request),
    )
    yield FactTable(tuple(Fact(label, (plain(value),)) for label, value in facts))
    yield Heading(2, plain(_("Files")))
    files = tuple(
        (plain(one.name), plain(one.part), plain(str(one.size)), plain(one.sha256)) for one in contents.listed
    )
    yield Table((_("File"), _("Part"), _("Size in bytes"), "SHA-256"), files)
    yield Heading(2, plain(_("Left out")))
    yield Paragraph(
        plain(_("A decision not to hand something out can be asked for in writing and appealed."))
    )
    yield Table((_("What"), _("Why")), tuple((plain(what), plain(why)) for what, why in contents.omitted))


def undecided_words(review: Review) -> str:
    """Say what state the case is in and what the file of such a case holds."""
    if review.state == CaseState.WITHDRAWN:
        return _(
            "This case was withdrawn and never decided. The file holds what had come in and been sent until then."
        )
    return _(
        "This case is not decided. The file holds what has come in and been sent so far; working material is not in it."
    )


def _index_for_programs(contents: _Contents) -> bytes:
    whole = {
        "format": FORMAT,
        "case_number": contents.review.case_number,
        "unit": contents.review.unit.name,
        "state": contents.review.state,
        "is_decided": is_decided(contents.review),
        "language": contents.order.language,
        "made_at": contents.order.now.isoformat(timespec="seconds"),
        "request": contents.order.request,
        "files": [
            {"name": one.name, "part": one.part, "size": one.size, "sha256": one.sha256}
            for one in contents.listed
        ],
        "left_out": [{"what": what, "why": why} for what, why in contents.omitted],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
