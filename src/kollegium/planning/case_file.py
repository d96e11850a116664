"""The schedule of a visit as a part of the case's file."""

from collections.abc import Iterator

from django.utils import formats
from django.utils.translation import gettext as _

from kollegium.planning.queries.schedule import reviewers_in, slots_to_hand_out
from kollegium.planning.schedule_words import SLOT_NAMES
from kollegium.printing.tree import Document, Heading, Paragraph, Table, plain
from kollegium.reviews.case_file import LANGUAGE, CaseFilePart, document_part
from kollegium.reviews.queries.open_cases import OpenCase


def schedule_parts(case: OpenCase) -> Iterator[CaseFilePart]:
    """Give the slots of the visit without private talks; nothing when there is no schedule. Two queries."""
    slots = slots_to_hand_out(case.review)
    if not slots:
        return
    names = reviewers_in([slot.pk for slot in slots])
    rows = tuple(
        tuple(
            plain(cell or "–")
            for cell in (
                formats.date_format(slot.day, "j F Y"),
                f"{slot.starts:%H:%M}–{slot.ends:%H:%M}",
                str(SLOT_NAMES[slot.kind]),
                slot.with_whom,
                slot.place,
                ", ".join(names.get(slot.pk, {}).values()),
            )
        )
        for slot in slots
    )
    title = _("Schedule of the visit")
    heads = (_("Day"), _("Time"), _("What"), _("With whom"), _("Place"), _("Reviewers"))
    document = Document(
        title=title,
        language=LANGUAGE,
        dated=slots[-1].day,
        blocks=(
            Heading(1, plain(title)),
            Paragraph(plain(_("Where no reviewer is named the whole team takes part."))),
            Table(heads, rows),
        ),
    )
    yield document_part("schedule", "besoksschema", document)
