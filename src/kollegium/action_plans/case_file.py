"""What shows that the actions of a plan were done, as a part of the case's file: every version with its file."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.action_plans.models import Evidence
from kollegium.action_plans.queries.whole_evidence import evidence_content, whole_evidence
from kollegium.printing.tree import Block
from kollegium.reviews.case_file import CaseFilePart, PartFile, document_part
from kollegium.reviews.case_file.telling import (
    facts_table,
    heading,
    moment_of,
    name_of,
    safe_name,
    told_document,
)
from kollegium.reviews.queries.open_cases import OpenCase


def evidence_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give all evidence of the plan's actions, also what was replaced or withdrawn; nothing when there is none. One query."""
    found = whole_evidence(case.review)
    if not found:
        return
    blocks: list[Block] = []
    files: list[PartFile] = []
    folder = pgettext("file of a case", "evidence")
    for number, one in enumerate(found, start=1):
        name = f"{folder}/{number:02}-{safe_name(one.file_name)}" if one.file_id else ""
        if name:
            files.append(PartFile(name, lambda pk=one.pk: evidence_content(pk)))
        blocks += _told(number, one, name)
    note = _("The program does not look into files. Read them before you hand them out.") if files else ""
    document = told_document(_("Evidence of the actions"), *blocks)
    yield document_part(
        "evidence", f"{folder}/{pgettext('file of a case', 'about')}", document, *files, note=note
    )


def _told(number: int, one: Evidence, file_name: str) -> Iterator[Block]:
    action = " ".join(filter(None, (one.item.criterion_key or one.item.area_key, one.item.action)))
    withdrawn = ""
    if one.withdrawn_at:
        withdrawn = f"{moment_of(one.withdrawn_at)}, {name_of(one.withdrawn_by)}: {one.withdrawal_reason}"
    yield heading(f"{number}. {one.title}")
    yield facts_table(
        (
            (_("Action"), action),
            (_("Added"), f"{moment_of(one.added_at)}, {name_of(one.added_by)}"),
            (_("File"), file_name),
            (_("Link"), one.link),
            (_("Text"), one.text),
            (_("Replaced by a newer version"), _("Yes") if hasattr(one, "replaced_by") else ""),
            (_("Withdrawn"), withdrawn),
        )
    )
